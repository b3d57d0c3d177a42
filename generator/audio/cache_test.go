package audio

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestDamagedEntriesAreNone(t *testing.T) {
	c := testCache(t)
	name := c.sentence(keyOf("a"))
	data := writeWave(noise(1000))
	for _, d := range []struct {
		name   string
		damage func(file []byte) []byte
		taken  bool
	}{
		{"unharmed", func(f []byte) []byte { return f }, true},
		{"a bit turned", func(f []byte) []byte { f[len(f)/2] ^= 1; return f }, false},
		{"half", func(f []byte) []byte { return f[:len(f)/2] }, false},
		{"longer", func(f []byte) []byte { return append(f, 0) }, false},
		{"empty", func(f []byte) []byte { return nil }, false},
		{"without its first line", func(f []byte) []byte { return f[65:] }, false},
		{"another sum", func(f []byte) []byte { f[0] ^= 1; return f }, false},
	} {
		t.Run(d.name, func(t *testing.T) {
			if err := c.keep(name, data); err != nil {
				t.Fatal(err)
			}
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, d.damage(file), 0o600); err != nil {
				t.Fatal(err)
			}
			if got, ok := c.take(name); ok != d.taken || ok && !bytes.Equal(got, data) {
				t.Errorf("taken: %v", ok)
			}
		})
	}
	if _, ok := c.take(c.sentence(keyOf("b"))); ok {
		t.Error("what was never kept was taken")
	}
}

func TestKeysAreOfListsOfFields(t *testing.T) {
	known := map[string][]string{}
	for _, fields := range [][]string{{}, {""}, {"", ""}, {"a", "b"}, {"ab"}, {"ab", ""}, {"", "ab"}, {"b", "a"}} {
		key := keyOf(fields...)
		if other, ok := known[key]; ok || len(key) != 64 {
			t.Errorf("%q and %q: %s", other, fields, key)
		}
		known[key] = fields
	}
}

func TestTheLongestUnusedGoesFirst(t *testing.T) {
	c := testCache(t)
	data := make([]byte, 1000-65)
	c.limit = 3000
	now := time.Now()
	name := func(i int) string { return c.sentence(keyOf(fmt.Sprint(i))) }
	for i := range 6 {
		if err := c.keep(name(i), data); err != nil {
			t.Fatal(err)
		}
		old := now.Add(-time.Duration(10-i) * time.Hour)
		if err := os.Chtimes(name(i), old, old); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := c.take(name(0)); !ok { // the oldest, but used just now
		t.Fatal("0 is not there")
	}
	left := filepath.Join(c.Scratch(), "cau-x")
	if err := os.MkdirAll(left, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(left, now.Add(-25*time.Hour), now.Add(-25*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := c.Sweep(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false, false, false, true, true} {
		if _, err := os.Stat(name(i)); (err == nil) != want {
			t.Errorf("entry %d is there: %v, want %v", i, err == nil, want)
		}
	}
	if entries, err := os.ReadDir(c.Scratch()); err != nil || len(entries) > 0 {
		t.Errorf("left over: %v, %v", entries, err)
	}
	c.limit = 1
	if err := c.keep(name(7), data); err != nil {
		t.Fatal(err)
	}
	if err := c.Sweep(); err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]bool{0: true, 7: true, 4: false, 5: false} { // what was used within the hour stays
		if _, err := os.Stat(name(i)); (err == nil) != want {
			t.Errorf("entry %d is there: %v, want %v", i, err == nil, want)
		}
	}
}

// TestTwoProcessesShareAFolder: two caches of one folder write, read and sweep the same entries at once; whatever is taken is whole.
func TestTwoProcessesShareAFolder(t *testing.T) {
	first := testCache(t)
	second, err := OpenCache(first.dir, 1)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, c := range []*Cache{first, second} {
		for worker := range 3 {
			all.Go(func() {
				for i := range 60 {
					text := fmt.Sprint((i + worker) % 7)
					data := bytes.Repeat([]byte(text), 5000)
					name := c.sentence(keyOf(text))
					if got, ok := c.take(name); ok && !bytes.Equal(got, data) {
						t.Errorf("%s: %d bytes of something else", text, len(got))
					}
					if err := c.keep(name, data); err != nil {
						t.Error(err)
					}
					if err := c.Sweep(); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	all.Wait()
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenCache(filepath.Join(file, "sounds"), 0); err == nil {
		t.Error("no error")
	}
}
