package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/afero"
)

// themeDir and contentDir are where Hugo finds the theme and the pages.
const (
	themeDir   = workDir + "/themes/loa"
	contentDir = workDir + "/content"
)

// addressForm is what an address looks like. It leaves no room for "..", for Hugo's placeholders (":slug"), or for two addresses
// that Hugo would hold for one (it folds case and spaces).
var addressForm = regexp.MustCompile(`^/([a-z0-9][a-z0-9.-]*/)*([a-z0-9][a-z0-9.-]*\.html)?$`)

var layoutForm = regexp.MustCompile(`^([a-z0-9][a-z0-9-]*)?$`)

func (p Page) check() error {
	switch {
	case !addressForm.MatchString(p.Address):
		return fmt.Errorf("%q is not the address of a page", p.Address)
	case !layoutForm.MatchString(p.Layout):
		return fmt.Errorf("%s: %q is not a layout", p.Address, p.Layout)
	case p.Source != nil && p.Line < 1:
		return fmt.Errorf("%s: the body has no line in %s", p.Address, p.Source.Path)
	}
	return nil
}

// name is the file that Hugo reads for the page, which templates see as .File.Path and give to site.Store.Get. Two addresses never share one. All
// files lie in one directory and begin with "~", so none has a name that Hugo treats apart (index, _index, _content.gotmpl, a
// language before the ending) and none lies inside another's bundle.
func (p Page) name() string {
	return strings.NewReplacer("/", "~", ".", "_").Replace(p.Address) + ".md"
}

// shift is how many lines the body stands lower in the composed file than in its own: the front matter needs one line.
func (p Page) shift() int {
	return max(0, 2-p.Line)
}

// composed is the file that Hugo reads for the page: our front matter as JSON, then the body on its own lines, so that Hugo's places
// are the writer's. No word of the writer but the title stands in the front matter.
func (p Page) composed() []byte {
	front, err := json.Marshal(struct {
		Title string `json:"title"`
		Type  string `json:"type,omitempty"`
		URL   string `json:"url"`
	}{p.Title, p.Layout, p.Address})
	if err != nil {
		panic("site: strings do not become JSON: " + err.Error())
	}
	var b strings.Builder
	b.Grow(len(front) + p.Line + len(p.Body) + 2)
	b.Write(front[:len(front)-1])
	for line := 2; line < p.Line+p.shift(); line++ {
		b.WriteByte('\n')
	}
	b.WriteString("}\n")
	b.WriteString(p.Body)
	return []byte(b.String())
}

// readTheme takes the layouts and assets of a theme into memory, by path below its root. Nothing else of it gets to Hugo, so a
// theme has no settings and no content. A link is refused: it could point out of the theme.
func readTheme(theme fs.FS) ([]File, error) {
	var files []File
	for _, dir := range []string{"layouts", "assets"} {
		err := fs.WalkDir(theme, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case name == dir && errors.Is(err, fs.ErrNotExist) && dir != "layouts":
				return nil // a theme without assets
			case err != nil || d.IsDir():
				return err
			case !d.Type().IsRegular():
				return fmt.Errorf("%s is not a regular file", name)
			}
			data, err := fs.ReadFile(theme, name)
			files = append(files, File{name, data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// source makes the tree that Hugo reads: the theme, one composed file a page, and the cache directory of the disk, if there is one.
func source(in Input, theme []File, pages []Page) (afero.Fs, error) {
	mem := afero.NewMemMapFs()
	for _, f := range theme {
		if err := afero.WriteFile(mem, path.Join(themeDir, f.Path), f.Data, 0o644); err != nil {
			return nil, err
		}
	}
	for _, p := range pages {
		if err := afero.WriteFile(mem, path.Join(contentDir, p.name()), p.composed(), 0o644); err != nil {
			return nil, err
		}
	}
	if in.CacheDir == "" {
		return mem, nil
	}
	return routeFs{Fs: mem, dir: in.cacheDir(), disk: afero.NewOsFs()}, nil
}

// routeFs sends what lies in one directory to the disk, and all else to the tree in memory. Hugo keeps its caches in the file system of
// its source; in memory they would be lost with each build.
type routeFs struct {
	afero.Fs
	dir  string // clean
	disk afero.Fs
}

func (r routeFs) pick(name string) afero.Fs {
	rest, below := strings.CutPrefix(filepath.Clean(name), r.dir)
	if below && (rest == "" || rest[0] == filepath.Separator) {
		return r.disk
	}
	return r.Fs
}

func (r routeFs) Open(name string) (afero.File, error)      { return r.pick(name).Open(name) }
func (r routeFs) Create(name string) (afero.File, error)    { return r.pick(name).Create(name) }
func (r routeFs) Stat(name string) (fs.FileInfo, error)     { return r.pick(name).Stat(name) }
func (r routeFs) Mkdir(name string, mode fs.FileMode) error { return r.pick(name).Mkdir(name, mode) }
func (r routeFs) MkdirAll(name string, mode fs.FileMode) error {
	return r.pick(name).MkdirAll(name, mode)
}
func (r routeFs) Remove(name string) error                  { return r.pick(name).Remove(name) }
func (r routeFs) RemoveAll(name string) error               { return r.pick(name).RemoveAll(name) }
func (r routeFs) Rename(from, to string) error              { return r.pick(from).Rename(from, to) }
func (r routeFs) Chmod(name string, mode fs.FileMode) error { return r.pick(name).Chmod(name, mode) }
func (r routeFs) Chown(name string, uid, gid int) error     { return r.pick(name).Chown(name, uid, gid) }
func (r routeFs) Chtimes(name string, atime, mtime time.Time) error {
	return r.pick(name).Chtimes(name, atime, mtime)
}
func (r routeFs) OpenFile(name string, flag int, mode fs.FileMode) (afero.File, error) {
	return r.pick(name).OpenFile(name, flag, mode)
}
