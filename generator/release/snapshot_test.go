package release_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// snapshot is everything below a directory but the lock: kind, content and time of each entry, by path.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir || d.Name() == ".khoa" {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text := d.Type().String()
		switch {
		case d.Type().IsRegular():
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			text += " " + info.ModTime().String() + " " + string(data)
		case d.Type() == fs.ModeSymlink:
			to, err := os.Readlink(name)
			if err != nil {
				return err
			}
			text += " " + info.ModTime().String() + " " + to
		}
		relative, err := filepath.Rel(dir, name)
		all[filepath.ToSlash(relative)] = text
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// clone copies a published directory with links and times.
func clone(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		relative, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		copied := filepath.Join(to, relative)
		switch {
		case d.IsDir():
			return os.Mkdir(copied, 0o755)
		case d.Type() == fs.ModeSymlink:
			link, err := os.Readlink(name)
			if err != nil {
				return err
			}
			return os.Symlink(link, copied)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(copied, data, 0o644); err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return os.Chtimes(copied, info.ModTime(), info.ModTime())
	})
	if err != nil {
		t.Fatal(err)
	}
	return to
}
