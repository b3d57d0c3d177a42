package audio

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// takeSound gives a finished sound of the cache, if its bytes are what they were.
func (c *Cache) takeSound(key string) (*Sound, bool) {
	data, ok := c.take(c.record(key))
	if !ok {
		return nil, false
	}
	s := &Sound{}
	if err := json.Unmarshal(data, s); err != nil || s.Name != filepath.Base(s.Name) {
		return nil, false
	}
	s.File = c.sound(s.Name)
	if sum, err := sumOfFile(s.File); err != nil || sum != s.SHA256 {
		return nil, false
	}
	c.touch(s.File)
	return s, true
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
	return c.keep(c.record(key), data)
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
