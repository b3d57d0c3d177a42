package release

import (
	"errors"
	"os"
	"syscall"
)

// sharingViolation is ERROR_SHARING_VIOLATION: the file is open elsewhere.
const sharingViolation = syscall.Errno(32)

// lockFile opens a file that this process alone holds until it closes it or ends: opened without sharing.
func lockFile(name string) (*os.File, error) {
	text, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(text, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	switch {
	case errors.Is(err, sharingViolation):
		return nil, ErrLocked
	case err != nil:
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(h), name), nil
}

// syncDir does nothing: Windows has no such call, NTFS keeps the order of its own journal.
func syncDir(string) error { return nil }

// replaceLink puts a link in the place of another one. Windows does not rename over a link to a directory, so there is a moment
// without one; a build that ends just then leaves none, and the next one makes it again.
func replaceLink(from, to string) error {
	if err := os.Rename(from, to); err == nil {
		return nil
	}
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(from, to)
}
