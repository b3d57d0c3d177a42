package audio

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Cache keeps what was made, by everything that decided it. It lies in one folder, which nothing else uses:
//
//	cau/<2 digits>/<key>.wav   a sentence: a line with the SHA-256 of what follows, then trimmed PCM as a WAV file
//	bai/<id>-<sha12>.mp3       a finished sound
//	bai/<key>.json             what is known of it, in the same form as a sentence
//	tam/                       files on their way, and the private folders of programs
//
// An entry that is not what it was when it was written is no entry: it is made again (of a finished sound, see [Cache.Doubt]). Several processes may use one folder at once: files
// come by rename, whole or not at all, and what was used within the last hour is nobody's to throw away.
type Cache struct {
	dir   string
	limit int64

	mu      sync.Mutex
	trusted map[string]bool // records of the sounds that were given away unread
}

// usualCache is the limit of a cache: the sentences of some hundred articles, 350 KB each.
const usualCache = 4 << 30

const (
	sentenceFolder = "cau"
	soundFolder    = "bai"
	scratchFolder  = "tam"
)

// keptFor is how long after its last use an entry stays whatever the limit says: another process may be about to publish it.
const keptFor = time.Hour

// OpenCache makes the folder if it is not there. limit is in bytes; 0: 4 GiB.
func OpenCache(dir string, limit int64) (*Cache, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("open the cache of sounds: %w", err)
	}
	for _, sub := range []string{sentenceFolder, soundFolder, scratchFolder} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, fmt.Errorf("open the cache of sounds: %w", err)
		}
	}
	return &Cache{dir: dir, limit: cmp.Or(limit, usualCache), trusted: map[string]bool{}}, nil
}

// Scratch is a folder for the private folders of programs.
func (c *Cache) Scratch() string { return filepath.Join(c.dir, scratchFolder) }

// keyOf is the SHA-256 of fields in their order, in hexadecimal. No two lists of fields are one text.
func keyOf(fields ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, f := range fields {
		binary.BigEndian.PutUint64(size[:], uint64(len(f)))
		h.Write(size[:])
		io.WriteString(h, f)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (c *Cache) sentence(key string) string {
	return filepath.Join(c.dir, sentenceFolder, key[:2], key+".wav")
}
func (c *Cache) record(key string) string { return filepath.Join(c.dir, soundFolder, key+".json") }
func (c *Cache) sound(name string) string { return filepath.Join(c.dir, soundFolder, name) }

// take gives what an entry holds, if it is there and unharmed.
func (c *Cache) take(name string) ([]byte, bool) {
	data, ok := c.read(name)
	if ok {
		c.touch(name)
	}
	return data, ok
}

// read is take without a note that the entry was used.
func (c *Cache) read(name string) ([]byte, bool) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	sum, data, ok := bytes.Cut(file, []byte("\n"))
	return data, ok && string(sum) == sumOf(data)
}

// keep writes an entry.
func (c *Cache) keep(name string, data []byte) error {
	return c.write(name, []byte(sumOf(data)+"\n"), data)
}

// write puts a file into its place, whole or not at all.
func (c *Cache) write(name string, data ...[]byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("keep a sound: %w", err)
	}
	f, err := os.CreateTemp(c.Scratch(), "ghi-")
	if err != nil {
		return fmt.Errorf("keep a sound: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			err = fmt.Errorf("keep a sound: %w", err)
		}
	}()
	for _, part := range data {
		if _, err = f.Write(part); err != nil {
			f.Close()
			return err
		}
	}
	if err = f.Close(); err != nil { // no sync: after a power cut the sum says what is lost
		return err
	}
	return os.Rename(f.Name(), name)
}

// touch notes that entries were used, all at one instant. When that cannot be noted, they only look older than they are.
func (c *Cache) touch(names ...string) {
	now, err := c.now()
	for _, name := range names {
		if err == nil {
			err = os.Chtimes(name, now, now)
		}
	}
}

// now is what the clock of the file system says, which is the one that dates the entries: a folder on a server has a clock of its own.
func (c *Cache) now() (time.Time, error) {
	f, err := os.CreateTemp(c.Scratch(), "gio-")
	if err != nil {
		return time.Time{}, err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// entry is a file of the cache.
type entry struct {
	name string
	size int64
	used time.Time
}

// Sweep brings the cache below its limit: what was used least recently goes first. What was used within the last hour stays. Left-overs of
// programs and writers that were killed go when they are a day old.
func (c *Cache) Sweep() error {
	now, err := c.now()
	if err != nil {
		return fmt.Errorf("sweep the cache of sounds: %w", err)
	}
	left, err := os.ReadDir(c.Scratch())
	if err != nil {
		return fmt.Errorf("sweep the cache of sounds: %w", err)
	}
	for _, e := range left {
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(filepath.Join(c.Scratch(), e.Name()))
		}
	}
	entries, total, err := c.entries()
	if err != nil {
		return fmt.Errorf("sweep the cache of sounds: %w", err)
	}
	for _, e := range entries {
		if total <= c.limit || now.Sub(e.used) < keptFor {
			break
		}
		if err := os.Remove(e.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweep the cache of sounds: %w", err)
		}
		total -= e.size
	}
	return nil
}

// entries lists what is kept, the longest unused first.
func (c *Cache) entries() (list []entry, total int64, err error) {
	for _, sub := range []string{sentenceFolder, soundFolder} {
		err := filepath.WalkDir(filepath.Join(c.dir, sub), func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) { // another process sweeps, too
				return nil
			}
			if err != nil || d.IsDir() {
				return err
			}
			if info, err := d.Info(); err == nil {
				list = append(list, entry{name, info.Size(), info.ModTime()})
				total += info.Size()
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Or(a.used.Compare(b.used), strings.Compare(a.name, b.name)) })
	return list, total, nil
}
