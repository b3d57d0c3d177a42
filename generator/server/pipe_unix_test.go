//go:build unix

package server_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/vinhlinh/loa/generator/server"
)

// TestPipeIsNotOpened: opening one would wait for a writer for ever.
func TestPipeIsNotOpened(t *testing.T) {
	dir := published(t)
	for _, name := range []string{"pipe.txt", "kenh/bao-lu/rss.xml"} {
		if err := syscall.Unlink(filepath.Join(dir, "current", name)); err != nil && err != syscall.ENOENT {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(filepath.Join(dir, "current", name), 0o644); err != nil {
			t.Skip("no pipes here: ", err)
		}
	}
	h := server.Handler(server.Options{Dir: dir})
	if w := handle(h, "/pipe.txt"); w.Code != 404 {
		t.Errorf("got %d, want 404", w.Code)
	}
	if w := handle(h, "/kenh/bao-lu/feed.json"); w.Code != 200 {
		t.Errorf("a feed beside a pipe: got %d, want 200", w.Code)
	}
}
