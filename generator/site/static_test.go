package site_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/site"
)

func TestStaticGivesFilesAsTheyAre(t *testing.T) {
	got, err := site.Static(fstest.MapFS{
		"robots.txt": {Data: []byte("r")}, "phong-chu/a.woff2": {Data: []byte("\x00a")}, "phong-chu.css": {Data: []byte("c")}, "rong": {Mode: fs.ModeDir},
		".well-known/security.txt": {Data: []byte("s")}, ".gitkeep": {}, "phong-chu/.DS_Store": {}, ".git/config": {},
	})
	want := []site.File{{".well-known/security.txt", []byte("s")}, {"phong-chu.css", []byte("c")}, {"phong-chu/a.woff2", []byte("\x00a")}, {"robots.txt", []byte("r")}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestStaticOfAnAbsentFolderIsEmpty(t *testing.T) {
	files, err := site.Static(os.DirFS(filepath.Join(t.TempDir(), "static")))
	if files != nil || err != nil {
		t.Errorf("got %v, %v", files, err)
	}
}

func TestStaticRefusesALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "a.txt")); err != nil {
		t.Skip("no links here: ", err)
	}
	files, err := site.Static(os.DirFS(dir))
	if files != nil || err == nil || !strings.Contains(err.Error(), "a.txt is not a regular file") {
		t.Errorf("got %v, %v", files, err)
	}
}
