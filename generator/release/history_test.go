package release_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/release"
)

// names are what random releases are made of: pages, files in and out of directories of one name, content-named files.
var names = []string{"index.html", "404.html", "bai-viet/x/index.html", "bai-viet/x/loi-doc.txt", "bai-viet/x/cap-0123456789ab.jpg", "bai-viet/y/index.html",
	"bai-viet", "bai-viet/x", "am-thanh/abcd1234-0123456789ab.mp3", "am-thanh/abcd1234-ba9876543210.mp3", "kenh/tat-ca/2023-04/rss.xml"}

// randomRelease takes some of names, each with one of three contents (one if content-named), and none that is above another.
func randomRelease(r *rand.Rand) []release.File {
	picked := map[string]string{}
	for _, name := range names {
		if r.IntN(3) == 0 {
			continue
		}
		content := strings.Repeat("a", r.IntN(3))
		if release.ContentNamed(name) {
			content = name
		}
		picked[name] = content
	}
	for name := range picked {
		for other := range picked {
			if strings.HasPrefix(other, name+"/") {
				if r.IntN(2) == 0 {
					delete(picked, name)
				} else {
					delete(picked, other)
				}
			}
		}
	}
	var list []release.File
	for _, name := range slices.Sorted(maps.Keys(picked)) {
		list = append(list, release.File{Path: name, Data: []byte(picked[name])})
	}
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// TestReleaseAfterAnyHistory: whatever was published before, and however the idle tree was left, a release by difference equals
// one made anew from the same state in bytes and times, and holds exactly its files and those that stay longer.
func TestReleaseAfterAnyHistory(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 7))
			dir := t.TempDir()
			var last map[string]string // content of the last release, without late files
			for step := range 16 {
				list := randomRelease(r)
				want := map[string]string{}
				for _, f := range list {
					want[f.Path] = string(f.Data)
				}
				opt := options()
				opt.Now = noon.Add(time.Duration(r.IntN(5000)) * time.Millisecond)
				opt.NoLink = r.IntN(4) == 0
				if step > 0 && r.IntN(3) == 0 {
					spoilIdle(t, r, dir)
				}
				if maps.Equal(want, last) {
					continue
				}
				before := open(t, dir)
				anew := clone(t, dir)
				publish(t, dir, list, opt)
				after := open(t, dir)

				fresh := opt
				fresh.Fresh = true
				publish(t, anew, list, fresh)
				if diff := cmp.Diff(visibleSnapshot(t, anew), visibleSnapshot(t, dir)); diff != "" {
					t.Fatalf("step %d: not as made anew (-anew +by difference):\n%s", step, diff)
				}
				got := tree(t, dir)
				for path, content := range last {
					if _, again := want[path]; !again && release.ContentNamed(path) && !conflicts(want, path) {
						want[path] = content
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("step %d: (-want +got):\n%s", step, diff)
				}
				for path, content := range got {
					if before[path] != nil && string(before[path].content) == content && !opt.NoLink && !os.SameFile(before[path].info, after[path].info) {
						t.Fatalf("step %d: %s did not change, but is another file", step, path)
					}
				}
				last = map[string]string{}
				for _, f := range list {
					last[f.Path] = string(f.Data)
				}
			}
		})
	}
}

// conflicts says whether a path cannot lie beside the files of a release.
func conflicts(files map[string]string, path string) bool {
	for other := range files {
		if strings.HasPrefix(path, other+"/") || strings.HasPrefix(other, path+"/") {
			return true
		}
	}
	return false
}

type seen struct {
	info    os.FileInfo
	content []byte
}

// open is what readers see, with the identity of each file.
func open(t *testing.T, dir string) map[string]*seen {
	t.Helper()
	all := map[string]*seen{}
	if _, err := release.Current(dir); err != nil {
		return all
	}
	for path, content := range tree(t, dir) {
		all[path] = &seen{stat(t, dir, path), []byte(content)}
	}
	return all
}

func visibleSnapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	current, err := release.Current(dir)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot(t, current)
}

// spoilIdle leaves the idle tree as a build that was stopped, or an accident, might: without a manifest, or with one that is half
// written or not true any more; with files missing, of another kind, of another release, or only begun.
func spoilIdle(t *testing.T, r *rand.Rand, dir string) {
	t.Helper()
	current, err := release.Current(dir)
	if err != nil {
		t.Fatal(err)
	}
	idle := filepath.Join(dir, map[string]string{"a": "b", "b": "a"}[filepath.Base(current)])
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(release.ManifestFile(idle)); err == nil {
		switch r.IntN(3) {
		case 0:
			must(os.Remove(release.ManifestFile(idle)))
		case 1:
			must(os.WriteFile(release.ManifestFile(idle), text[:r.IntN(len(text))], 0o644))
		}
	}
	if info, err := os.Lstat(idle); err == nil && !info.IsDir() {
		return // a link to the visible tree, from an earlier call
	}
	must(os.MkdirAll(idle, 0o755))
	root, err := os.OpenRoot(idle) // not through links into the visible tree
	must(err)
	defer root.Close()
	for _, name := range names {
		// What cannot be done, because something else is in the way, is left undone. Nothing is written in place: the inode may be
		// that of the visible tree.
		switch r.IntN(8) {
		case 0:
			_ = root.RemoveAll(name)
		case 1:
			_ = root.RemoveAll(name)
			_ = root.MkdirAll(path.Dir(name), 0o755)
			_ = root.WriteFile(name, []byte("half"), 0o644)
		case 2:
			_ = root.RemoveAll(name)
			_ = root.MkdirAll(path.Dir(name), 0o755)
			_ = root.Symlink(strings.Repeat("../", 1+strings.Count(name, "/"))+filepath.Base(current), name)
		case 3:
			_ = root.MkdirAll(name, 0o755)
			_ = root.WriteFile(name+"/.moi~", []byte("begun"), 0o644)
		}
	}
	if r.IntN(8) == 0 {
		must(os.RemoveAll(idle))
		must(os.Symlink(filepath.Base(current), idle))
	}
}

// TestTroubleLeavesTheReleaseVisible: whatever of the disk refuses, readers go on seeing the release before, whole; when the trouble
// is over the same call succeeds.
func TestTroubleLeavesTheReleaseVisible(t *testing.T) {
	block := func(name string) func(dir string) error { // a directory where a file is wanted
		return func(dir string) error { return os.MkdirAll(filepath.Join(dir, name, "x"), 0o755) }
	}
	free := func(name string) func(dir string) error {
		return func(dir string) error { return os.RemoveAll(filepath.Join(dir, name)) }
	}
	for _, c := range []struct {
		name       string
		block, end func(dir string) error
	}{
		{"no new link can be made", block("current.moi~"), free("current.moi~")},
		{"no manifest can be begun", block("b.ban-ke.json.moi~"), free("b.ban-ke.json.moi~")},
		{"no manifest can be written", block("b.ban-ke.json"), free("b.ban-ke.json")},
		{"no log can be written", block("nhat-ky.txt"), free("nhat-ky.txt")},
		{"no lock can be written",
			func(dir string) error { return os.Rename(filepath.Join(dir, ".khoa"), filepath.Join(dir, "k")) },
			func(dir string) error { return os.RemoveAll(filepath.Join(dir, ".khoa")) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một", "x.txt", "x"), options())
			if c.name == "no log can be written" {
				if err := os.Remove(filepath.Join(dir, "nhat-ky.txt")); err != nil {
					t.Fatal(err)
				}
			}
			if err := c.block(dir); err != nil {
				t.Fatal(err)
			}
			if c.name == "no lock can be written" {
				if err := os.Mkdir(filepath.Join(dir, ".khoa"), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			before := visibleSnapshot(t, dir)
			result, err := release.Publish(dir, files("index.html", "hai", "y.txt", "y"), options())
			if err == nil || result.Changed {
				t.Fatalf("got %+v, %v, want an error and no change", result, err)
			}
			if diff := cmp.Diff(before, visibleSnapshot(t, dir)); diff != "" {
				t.Errorf("what readers see changed (-before +after):\n%s", diff)
			}
			if err := release.Verify(dir); err != nil {
				t.Error(err)
			}
			if err := c.end(dir); err != nil {
				t.Fatal(err)
			}
			publish(t, dir, files("index.html", "hai", "y.txt", "y"), options())
			if diff := cmp.Diff(map[string]string{"index.html": "hai", "y.txt": "y"}, tree(t, dir)); diff != "" {
				t.Errorf("afterwards (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCurrentThatIsNotOursIsLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(link string) error
	}{
		{"a directory", func(link string) error { return os.Mkdir(link, 0o755) }},
		{"a link elsewhere", func(link string) error { return os.Symlink("../elsewhere", link) }},
	} {
		dir := t.TempDir()
		publish(t, dir, files("index.html", "một"), options())
		link := filepath.Join(dir, "current")
		if err := os.Remove(link); err != nil {
			t.Fatal(err)
		}
		if err := c.make(link); err != nil {
			t.Fatal(err)
		}
		before := snapshot(t, dir)
		if _, err := release.Publish(dir, files("index.html", "hai"), options()); err == nil {
			t.Errorf("%s: published", c.name)
		}
		if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
			t.Errorf("%s: the directory changed (-before +after):\n%s", c.name, diff)
		}
	}
}
