package release

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// errDamaged is a file of the visible tree that does not hold what its manifest says.
var errDamaged = errors.New("the file does not hold what its manifest says")

// build brings the idle tree to the release and gives the late files that could be kept. Nothing that lies in the idle tree is
// trusted for its name alone: a file stays if it is the very file that readers see, everything else is linked or written anew.
func (s *store) build(next release, seen visible, opt Options) (late []Entry, err error) {
	idle, err := s.forget(next.tree)
	if err != nil {
		return nil, err
	}
	have, err := s.clear(next, opt.Fresh)
	if err != nil {
		return nil, err
	}
	b := builder{store: s, next: next, seen: seen, idle: idle, have: have, opt: opt}
	for i, e := range next.entries {
		if err := b.place(e, next.files[i].open); err != nil {
			return nil, err
		}
	}
	for _, e := range next.late {
		err := b.place(e, func() (io.ReadCloser, error) { return s.root.Open(seen.tree + "/" + e.Path) })
		switch {
		case errors.Is(err, errDamaged):
			s.prune(next.tree + "/" + path.Dir(e.Path))
			continue
		case err != nil:
			return nil, err
		}
		late = append(late, e)
	}
	return late, s.sync()
}

// forget reads and removes the manifest of the idle tree, so that a half-done tree has none.
func (s *store) forget(tree string) (Manifest, error) {
	m, err := Load(filepath.Join(s.dir, tree))
	if err != nil {
		m = Manifest{}
	}
	if err := s.root.Remove(tree + manifestEnding); errors.Is(err, fs.ErrNotExist) {
		return m, nil
	} else if err != nil {
		return m, err
	}
	return m, syncDir(s.dir)
}

// clear removes from the idle tree what the release does not want: files, directories with all that is in them, links and anything
// odd. It gives the files that are left, by path.
func (s *store) clear(next release, fresh bool) (map[string]fs.FileInfo, error) {
	info, err := s.root.Lstat(next.tree)
	if err == nil && (fresh || !info.IsDir()) {
		err = s.root.RemoveAll(next.tree)
		info = nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	s.touched[next.tree] = true
	if info == nil {
		return nil, s.root.Mkdir(next.tree, 0o755)
	}
	have := make(map[string]fs.FileInfo, len(next.entries))
	err = fs.WalkDir(s.root.FS(), next.tree, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == next.tree {
			return err
		}
		relative := name[len(next.tree)+1:]
		switch {
		case d.IsDir() && next.taken.directory(relative):
			return nil
		case d.Type().IsRegular() && next.taken.file(relative):
			have[relative], err = s.root.Lstat(name)
			return err
		}
		s.touch(path.Dir(name))
		if err := s.root.RemoveAll(name); err != nil {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	return have, err
}

// touch notes that the entries of a directory changed, and that those above it may have.
func (s *store) touch(dir string) {
	for ; dir != "." && !s.touched[dir]; dir = path.Dir(dir) {
		s.touched[dir] = true
	}
}

// prune removes a directory, and those above it, that were made for a file which could not be kept.
func (s *store) prune(dir string) {
	for strings.Contains(dir, "/") && s.root.Remove(dir) == nil {
		delete(s.touched, dir)
		dir = path.Dir(dir)
	}
}

// builder is the idle tree while it is brought to a release.
type builder struct {
	*store
	next release
	seen visible
	idle Manifest               // of the idle tree before it was touched; empty if it had none
	have map[string]fs.FileInfo // files that lie in the idle tree
	opt  Options
}

// place puts one file into the idle tree: left as it is, linked, or written from what open gives.
func (b *builder) place(e Entry, open func() (io.ReadCloser, error)) error {
	name := b.next.tree + "/" + e.Path
	shown := b.seen.find(e.Path)
	same := b.seen.same(e, shown)
	mod := modTime(shown, same, b.opt.Now)
	if same && !b.opt.Fresh {
		if !b.opt.NoLink && (sameFile(b.have[e.Path], shown) || b.link(b.seen.tree+"/"+e.Path, name)) {
			return nil
		}
		// No link: a copy of the release before the last one serves as well, if it is known to be one.
		had := b.have[e.Path]
		if known, found := b.idle.Find(e.Path); found && known.SHA256 == e.SHA256 && had != nil && had.Size() == e.Size && had.ModTime().Equal(mod) {
			return nil
		}
	}
	content, err := open()
	if err != nil {
		return err
	}
	defer content.Close()
	return b.write(name, content, e, mod)
}

// modTime is the time of a file: unchanged for unchanged bytes, else later than the former by at least a second, for web servers
// that tell versions apart by size and seconds (ARCHITECTURE.md, Settled "Release").
func modTime(shown fs.FileInfo, same bool, now time.Time) time.Time {
	switch {
	case same:
		return shown.ModTime()
	case shown != nil && shown.ModTime().Add(time.Second).After(now):
		now = shown.ModTime().Add(time.Second)
	}
	return now.Truncate(time.Second)
}

func sameFile(a, b fs.FileInfo) bool { return a != nil && b != nil && os.SameFile(a, b) }

// link makes name a hard link to a file of the visible tree. It is false where that cannot be done; the file is written then.
func (s *store) link(from, name string) bool {
	temp, err := s.prepare(name)
	if err != nil || s.root.Link(from, temp) != nil {
		return false
	}
	if s.root.Rename(temp, name) != nil {
		s.root.Remove(temp)
		return false
	}
	return true
}

// write makes name a file of its own with the bytes of e, under a temporary name until it is whole. It never writes into a file that
// is there, whose inode may be that of the visible tree.
func (s *store) write(name string, content io.Reader, e Entry, mod time.Time) error {
	temp, err := s.prepare(name)
	if err != nil {
		return err
	}
	if err := s.fill(temp, content, e, mod); err != nil {
		s.root.Remove(temp)
		return err
	}
	s.written = append(s.written, name)
	return s.root.Rename(temp, name)
}

func (s *store) fill(temp string, content io.Reader, e Entry, mod time.Time) error {
	f, err := s.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(f, h), content)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if hex.EncodeToString(h.Sum(nil)) != e.SHA256 {
		return fmt.Errorf("%s: %w", e.Path, errDamaged)
	}
	return s.root.Chtimes(temp, time.Time{}, mod) // after the close, at which Windows may set the time once more
}

// prepare makes the directory of a file that is about to be written, and gives the temporary name in it.
func (s *store) prepare(name string) (temp string, err error) {
	dir := path.Dir(name)
	s.touch(dir)
	temp = dir + "/" + temporary
	return temp, s.root.MkdirAll(dir, 0o755)
}
