package watch_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/watch"
)

// calm is short: the tests wait for signals, never for time to pass.
const calm = 20 * time.Millisecond

func write(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("chữ"), 0o666); err != nil {
		t.Fatal(err)
	}
}

func start(t *testing.T, folders ...string) <-chan struct{} {
	t.Helper()
	signals, err := watch.Changes(t.Context(), folders, calm)
	if err != nil {
		t.Fatal(err)
	}
	return signals
}

func TestChangeOfAFileIsSignalled(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "bai-viet", "a", "index.md"))
	signals := start(t, dir)
	write(t, filepath.Join(dir, "bai-viet", "a", "index.md"))
	<-signals
}

func TestFolderThatAppearsLaterIsWatched(t *testing.T) {
	dir := t.TempDir()
	signals := start(t, dir)
	if err := os.Mkdir(filepath.Join(dir, "moi"), 0o777); err != nil {
		t.Fatal(err)
	}
	<-signals
	write(t, filepath.Join(dir, "moi", "index.md"))
	<-signals
}

func TestHiddenFilesAndBackupsArePassedOver(t *testing.T) {
	dir := t.TempDir()
	signals := start(t, dir)
	write(t, filepath.Join(dir, ".index.md.swp"))
	write(t, filepath.Join(dir, "index.md~"))
	select {
	case <-signals:
		t.Error("an editor's own files were signalled")
	case <-time.After(10 * calm):
	}
	write(t, filepath.Join(dir, "index.md"))
	<-signals
}

func TestMissingFolderIsAnError(t *testing.T) {
	if _, err := watch.Changes(t.Context(), []string{filepath.Join(t.TempDir(), "khong-co")}, calm); err == nil {
		t.Error("no error")
	}
}
