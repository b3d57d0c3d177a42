package audio

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// takeSound gives a finished sound of the cache, if its bytes are what they were.
//
// They are read only where something speaks against them. A sound and its record are dated together whenever one of them is used, so a file
// of the right size with the date of its record has not been written since; to hash megabytes for each article would be most of the
// work of a build that changes nothing. What no date tells, a disk that forgets, is found by who copies the bytes to where they are
// published, and then told by [Cache.Doubt].
func (c *Cache) takeSound(key string) (*Sound, bool) {
	record := c.record(key)
	dated, err := os.Stat(record) // before it is read: what comes between makes the dates differ
	if err != nil {
		return nil, false
	}
	data, ok := c.read(record)
	if !ok {
		return nil, false
	}
	s := &Sound{}
	if err := json.Unmarshal(data, s); err != nil || s.Name != filepath.Base(s.Name) {
		return nil, false
	}
	s.File = c.sound(s.Name)
	file, err := os.Stat(s.File)
	switch {
	case err != nil || !file.Mode().IsRegular() || file.Size() != s.Size:
		return nil, false
	case file.ModTime().Equal(dated.ModTime()):
		c.trust(record)
	default:
		if sum, err := sumOfFile(s.File); err != nil || sum != s.SHA256 {
			return nil, false
		}
	}
	c.touch(s.File, record)
	return s, true
}

// trust notes that a sound was given away unread.
func (c *Cache) trust(record string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.trusted[record] = true
}

// Doubt is told when a sound that this cache gave away turned out to be damaged, or may have. All that it gave away unread is read whole
// when it is next asked for, by whatever process, and made again if it is not what it was.
func (c *Cache) Doubt() error {
	now, err := c.now()
	if err != nil {
		return fmt.Errorf("doubt the sounds: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for record := range c.trusted {
		apart := now.Add(-time.Minute) // from the date of the sound
		if err := os.Chtimes(record, apart, apart); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("doubt the sounds: %w", err)
		}
		delete(c.trusted, record)
	}
	return nil
}

// keepSound writes the bytes of a finished sound and what is known of it, and fills in its name, size, sum and file. The record comes last:
// it never speaks of bytes that are not there.
func (c *Cache) keepSound(key string, s *Sound, mp3 []byte) error {
	s.SHA256, s.Size = sumOf(mp3), int64(len(mp3))
	s.Name = s.Article + "-" + s.SHA256[:12] + ".mp3"
	s.File = "" // of this machine, and the folder may move
	data, err := json.MarshalIndent(s, "", "\t")
	if err != nil {
		return fmt.Errorf("keep a sound: %w", err)
	}
	s.File = c.sound(s.Name)
	if err := c.write(s.File, mp3); err != nil {
		return err
	}
	if err := c.keep(c.record(key), data); err != nil {
		return err
	}
	c.touch(s.File, c.record(key))
	return nil
}

func sumOfFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
