package release

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// logName is the file with one line a release, beside the trees: when it was built belongs to no page.
const logName = "nhat-ky.txt"

// logLine is the line of a release: instant, digest, number of files.
func logLine(m Manifest) string {
	files := 0
	for _, e := range m.Files {
		if !e.Late {
			files++
		}
	}
	return fmt.Sprintf("%s %s %d\n", m.At.Format(time.RFC3339), m.Digest, files)
}

// log adds the line of a release that has become visible.
func (s *store) log(m Manifest) error {
	f, err := s.root.OpenFile(logName, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(logLine(m))
	return errors.Join(err, f.Sync(), f.Close())
}

// completeLog adds the line of the visible release if the build that published it was stopped between the switch and its line, and
// takes away half a line. It also finds a log that cannot be written while there is still time to leave everything as it is.
func (s *store) completeLog(seen visible) error {
	f, err := s.root.OpenFile(logName, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	tail := make([]byte, min(size, 4<<10)) // a line is about 100 bytes
	if _, err := f.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return err
	}
	whole := tail[:bytes.LastIndexByte(tail, '\n')+1]
	if end := size - int64(len(tail)-len(whole)); end < size {
		if err := f.Truncate(end); err != nil {
			return err
		}
		size = end
	}
	if seen.manifest.Digest == "" {
		return nil
	}
	line := logLine(seen.manifest)
	last := whole[bytes.LastIndexByte(bytes.TrimSuffix(whole, []byte("\n")), '\n')+1:]
	if string(last) == line {
		return nil
	}
	_, err = f.WriteAt([]byte(line), size)
	return err
}
