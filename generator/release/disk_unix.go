//go:build unix

package release

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens a file that this process alone holds until it closes it or ends, however it ends.
func lockFile(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return f, nil
		}
		if err == syscall.EINTR {
			continue
		}
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, ErrLocked
		}
		return nil, &os.PathError{Op: "flock", Path: name, Err: err}
	}
}

// syncDir makes the entries of a directory outlast a power cut.
func syncDir(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// replaceLink renames a link over another one, in one step.
func replaceLink(from, to string) error { return os.Rename(from, to) }
