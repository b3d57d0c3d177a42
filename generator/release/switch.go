package release

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// currentName is the link to the tree that readers see.
const currentName = "current"

// trees are the names of the two trees.
var trees = [2]string{"a", "b"}

// restTime is how long the tree that was visible is left alone after a switch: requests that opened it before go on reading it.
const restTime = 2 * time.Second

// Current gives the path of the tree that readers see. The error wraps [fs.ErrNotExist] if nothing was published yet.
func Current(dir string) (string, error) {
	tree, err := os.Readlink(filepath.Join(dir, currentName))
	if err != nil {
		return "", err
	}
	for _, known := range trees {
		if tree == known {
			return filepath.Join(dir, tree), nil
		}
	}
	return "", fmt.Errorf("%s: the link leads to %q, not to a tree of a release", filepath.Join(dir, currentName), tree)
}

// visible finds out what readers see now. A tree without a valid manifest counts as empty, but is not touched.
func (s *store) visible() (visible, error) {
	tree, err := Current(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return visible{}, nil
	}
	if err != nil {
		return visible{}, err
	}
	m, err := Load(tree)
	if err != nil {
		m = Manifest{}
	}
	return visible{tree: filepath.Base(tree), manifest: m, root: s.root}, nil
}

// rest waits until the idle tree may be touched. It compares the time of the link with that of the lock, which was taken just now:
// both come from the clock of the file system.
func (s *store) rest(seen visible, sleep func(time.Duration)) {
	link, err := s.root.Lstat(currentName)
	if seen.tree == "" || err != nil {
		return
	}
	lock, err := s.lock.Stat()
	if err != nil {
		return
	}
	if sleep == nil {
		sleep = time.Sleep
	}
	if left := restTime - max(0, lock.ModTime().Sub(link.ModTime())); left > 0 {
		sleep(left)
	}
}

// renewKeys writes the keys of a release into the manifest of the visible one, which has the same files.
func (s *store) renewKeys(next release, seen visible) error {
	m := seen.manifest
	m.Files = nil
	changed := false
	for _, e := range seen.manifest.Files {
		if i, found := (Manifest{Files: next.entries}).index(e.Path); found && !e.Late {
			changed = changed || e.Key != next.entries[i].Key
			e.Key = next.entries[i].Key
		}
		m.Files = append(m.Files, e)
	}
	if !changed {
		return nil
	}
	return s.replace(seen.tree+manifestEnding, m.encode())
}

// switchTo makes readers see a tree, by one rename of a new link over the old.
func (s *store) switchTo(tree string) error {
	temp := currentName + temporary
	if err := s.root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(tree, filepath.Join(s.dir, temp)); err != nil {
		return fmt.Errorf("%w: %w", ErrLink, err)
	}
	return replaceLink(filepath.Join(s.dir, temp), filepath.Join(s.dir, currentName))
}

// replace writes a file beside the trees: under a temporary name, synced, renamed, and the directory synced.
func (s *store) replace(name string, data []byte) error {
	temp := name + temporary
	f, err := s.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		s.root.Remove(temp)
		return err
	}
	if err := s.root.Rename(temp, name); err != nil {
		s.root.Remove(temp)
		return err
	}
	return syncDir(s.dir)
}
