package site

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"github.com/bep/clocks"
	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"github.com/vinhlinh/loa/generator/diagnostic"
	zone "github.com/vinhlinh/loa/generator/settings"
)

// one is held while Hugo runs: its clock and its second logger are variables of its packages.
var one sync.Mutex

// build is one run of Hugo: a fresh source, a fresh output. Files are in no promised order. A panic in Hugo comes back as an error, unless
// it happens in one of Hugo's own goroutines, which ends the process; the release on the disk is whole even then.
func build(in Input, theme []File, pages []Page) (files []File, found []diagnostic.Diagnostic, err error) {
	one.Lock()
	defer one.Unlock()
	clock := htime.Clock
	defer func() { htime.Clock = clock }()
	htime.Clock = clocks.Fixed(in.At.In(zone.Zone))

	err = guarded(func() error {
		src, err := source(in, theme, pages)
		if err != nil {
			return err
		}
		var said journal
		log := said.logger()
		conf, err := load(in, descriptor(in, src, log))
		if err != nil {
			return err
		}
		out := afero.NewMemMapFs()
		hfs := hugofs.NewFromSourceAndDestination(src, out, hugoSettings(in))
		hfs.PublishDir = hugofs.NewCreateCountingFs(hfs.PublishDir) // for printPathWarnings: two pages at one address
		sites, fault := hugolib.NewHugoSites(deps.DepsCfg{Configs: conf, Fs: hfs, TestLogger: log,
			StdOut: io.Discard, StdErr: io.Discard, LogLevel: logg.LevelWarn})
		if fault == nil {
			defer sites.Close()
			for _, p := range pages {
				sites.Sites[0].Store().Set(p.name(), p.Value)
			}
			fault = sites.Build(hugolib.BuildCfg{NoBuildLock: true})
		}
		if fault == nil {
			if files, err = output(out); err != nil {
				return err
			}
			found = missing(pages, files)
		}
		found = append(found, findings(pages, fault, said.lines())...)
		return nil
	})
	return files, found, err
}

// guarded turns a panic of do into an error.
func guarded(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("hugo: %v", r)
		}
	}()
	return do()
}

// output gives what Hugo published.
func output(out afero.Fs) ([]File, error) {
	var files []File
	err := afero.Walk(out, publishDir, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := afero.ReadFile(out, name)
		files = append(files, File{strings.TrimPrefix(name, publishDir+"/"), data})
		return err
	})
	return files, err
}

// journal holds what Hugo logs as warning or error, in order. Hugo logs from many goroutines.
type journal struct {
	mu   sync.Mutex
	said []string
}

// logger writes to the journal alone; nothing gets past loa to the terminal.
func (j *journal) logger() loggers.Logger {
	return loggers.New(loggers.Options{Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn, StoreErrors: true,
		StdOut: io.Discard, StdErr: io.Discard, HandlerPost: func(e *logg.Entry) error {
			if e.Level >= logg.LevelWarn {
				j.mu.Lock()
				defer j.mu.Unlock()
				j.said = append(j.said, e.Message)
			}
			return nil
		}})
}

func (j *journal) lines() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.said
}
