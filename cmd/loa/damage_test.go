package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestADamagedSoundIsNeverPublished: a sound of the cache that a disk forgot, of which no date tells anything, fails the build that would
// publish it; the next one makes it again.
func TestADamagedSoundIsNeverPublished(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	build := func(out string) (int, string) {
		t.Helper()
		code, _, errors := loa(t, dir, "build", "--at", "2023-04-25", "--machine", v.machine, "--out", out)
		return code, errors
	}
	if code, errors := build("mot"); code != 0 {
		t.Fatalf("exit %d: %s", code, errors)
	}
	want := releaseOf(t, filepath.Join(dir, "mot"))
	sounds, err := filepath.Glob(filepath.Join(dir, ".loa", "am-thanh", "bai", spokenID+"-*.mp3"))
	if err != nil || len(sounds) != 1 {
		t.Fatalf("%v, %v", sounds, err)
	}
	info, err := os.Stat(sounds[0])
	if err != nil {
		t.Fatal(err)
	}
	damaged := []byte(textOf(t, sounds[0]))
	damaged[len(damaged)/2] ^= 1
	put(t, sounds[0], string(damaged))
	if err := os.Chtimes(sounds[0], info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if code, errors := build("hai"); code != exitFailure || errors == "" {
		t.Errorf("a damaged sound: exit %d, %q", code, errors)
	}
	if _, err := os.Lstat(filepath.Join(dir, "hai", "current")); err == nil {
		t.Error("a damaged sound was published")
	}
	if code, errors := build("hai"); code != 0 {
		t.Fatalf("the next build: exit %d: %s", code, errors)
	}
	if names := changed(want, releaseOf(t, filepath.Join(dir, "hai"))); len(names) > 0 {
		t.Errorf("made again, but %v differ", names)
	}
}
