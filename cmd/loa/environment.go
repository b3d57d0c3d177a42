package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// environment is what a command may know of the machine.
type environment struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool // Err is a terminal
	Now      func() time.Time
	Getenv   func(string) string
	Dir      string
	Random   io.Reader
}

// errFindings ends a command whose findings are printed already.
var errFindings = errors.New("findings")

// usage is a wrong use of the command line, in Vietnamese.
type usage struct {
	command string // "build "
	words   string
}

func (u usage) Error() string { return u.words }

// root opens the checkout: the nearest folder upwards that holds content/ and themes/loa/. The root cannot be left by ".." or by a
// link that points outside.
func (e environment) root() (*os.Root, error) {
	for dir := e.Dir; ; dir = filepath.Dir(dir) {
		if isDir(filepath.Join(dir, "content")) && isDir(filepath.Join(dir, "themes", "loa")) {
			return os.OpenRoot(dir)
		}
		if dir == filepath.Dir(dir) {
			return nil, usage{words: fmt.Sprintf("không thấy content/ và themes/loa/ ở %s hay thư mục trên nó", e.Dir)}
		}
	}
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// instant is the instant of a build: --at, else SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else now.
//
// A day alone means its last second, so that the site is shown with everything that was published on that day.
func (e environment) instant(at string) (time.Time, error) {
	if at == "" {
		epoch := e.Getenv("SOURCE_DATE_EPOCH")
		if epoch == "" {
			return e.Now().In(settings.Zone).Truncate(time.Second), nil
		}
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, usage{words: fmt.Sprintf("SOURCE_DATE_EPOCH=%q không phải số giây", epoch)}
		}
		return time.Unix(seconds, 0).In(settings.Zone), nil
	}
	if day, err := time.ParseInLocation(time.DateOnly, at, settings.Zone); err == nil {
		return day.AddDate(0, 0, 1).Add(-time.Second), nil
	}
	t, err := time.Parse(time.RFC3339, strings.ToUpper(at))
	if err != nil {
		return time.Time{}, usage{words: fmt.Sprintf("--at %q không đúng dạng: viết 2023-04-25 hoặc 2023-04-25T07:00:00+07:00", at)}
	}
	return t.In(settings.Zone).Truncate(time.Second), nil
}
