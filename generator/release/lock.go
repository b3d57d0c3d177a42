package release

import (
	"os"
	"path/filepath"
	"strconv"
)

// lockName is the file that a publishing build holds. It stays when the build ends; what counts is the lock, not the file.
const lockName = ".khoa"

// acquire locks dir for this process or gives [ErrLocked]. It writes the number of the process, for the administrator who wonders
// who is publishing; the time of the file is then the time of the machine, by the same clock as that of the link (see rest).
func acquire(dir string) (*os.File, error) {
	f, err := lockFile(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	if err := f.Truncate(0); err != nil {
		f.Close()
		return nil, err
	}
	if _, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
