package release_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/release"
)

// stored writes a file outside the release and gives it as one of its files.
func stored(t *testing.T, path, content string) release.File {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sound.mp3")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(content))
	return release.File{Path: path, From: &release.Stored{Path: file, Size: int64(len(content)), SHA256: hex.EncodeToString(sum[:])}}
}

// TestStoredFileIsPublished: it is a file like any other, it makes the same release, and it is not read again while readers have it.
func TestStoredFileIsPublished(t *testing.T) {
	dir := t.TempDir()
	sound := stored(t, "am-thanh/7k2m9x4q-9f86d081884c.mp3", "tiếng")
	list := append(files("index.html", "một"), sound)
	result := publish(t, dir, list, options())
	if got := tree(t, dir)["am-thanh/7k2m9x4q-9f86d081884c.mp3"]; got != "tiếng" {
		t.Errorf("readers see %q", got)
	}
	if same := release.Digest(append(files("index.html", "một"), release.File{Path: sound.Path, Data: []byte("tiếng")})); same != result.Digest {
		t.Error("the release depends on where its bytes lay")
	}
	if err := os.Remove(sound.From.Path); err != nil {
		t.Fatal(err)
	}
	if result := publish(t, dir, append(files("index.html", "hai"), sound), options()); result.Written != 1 || result.Kept != 1 {
		t.Errorf("written %d, kept %d; want the sound kept without its source", result.Written, result.Kept)
	}
}

// TestStoredFileThatIsNotWhatItWas: it was damaged or removed after it was judged. Readers keep what they had.
func TestStoredFileThatIsNotWhatItWas(t *testing.T) {
	for name, spoil := range map[string]func(string) error{
		"changed":  func(file string) error { return os.WriteFile(file, []byte("tiênG"), 0o600) },
		"cut":      func(file string) error { return os.Truncate(file, 2) },
		"too long": func(file string) error { return os.WriteFile(file, []byte("tiếng tiếng"), 0o600) },
		"gone":     os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một"), options())
			sound := stored(t, "am-thanh/7k2m9x4q-9f86d081884c.mp3", "tiếng")
			if err := spoil(sound.From.Path); err != nil {
				t.Fatal(err)
			}
			if _, err := release.Publish(dir, append(files("index.html", "hai"), sound), options()); err == nil {
				t.Error("no error")
			} else if name != "gone" && !strings.Contains(err.Error(), sound.Path) {
				t.Errorf("the error does not name the file: %v", err)
			}
			if err := release.Verify(dir); err != nil {
				t.Error(err)
			}
			if got := tree(t, dir)["index.html"]; got != "một" {
				t.Errorf("readers see %q", got)
			}
		})
	}
}
