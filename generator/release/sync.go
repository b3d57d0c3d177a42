package release

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// syncers is how many files are synced at once. A file system with a journal commits them together: 6,000 took 17 s one by one and
// 1.1 s by eight (ext4, measured).
const syncers = 16

// sync makes what was written into the idle tree outlast a power cut. It comes after the renames, since nobody trusts the tree before
// its manifest is there, and before the manifest, which says that everything is.
func (s *store) sync() error {
	err := sideBySide(s.written, func(name string) error {
		f, err := s.root.OpenFile(name, os.O_RDWR, 0) // Windows syncs only what may be written
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
	if err != nil {
		return err
	}
	return sideBySide(slices.Sorted(maps.Keys(s.touched)), func(dir string) error {
		return syncDir(filepath.Join(s.dir, filepath.FromSlash(dir)))
	})
}

// sideBySide does one thing with each name, some at once, and gives the first error in order of names.
func sideBySide(names []string, do func(name string) error) error {
	errs := make([]error, len(names))
	room := make(chan struct{}, syncers)
	var all sync.WaitGroup
	for i, name := range names {
		room <- struct{}{}
		all.Go(func() {
			errs[i] = do(name)
			<-room
		})
	}
	all.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return errs[i]
	}
	return nil
}
