package release_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/release"
)

var noon = time.Date(2023, 4, 25, 12, 0, 0, 0, time.FixedZone("", 7*60*60))

// options are those of a build at noon that waits for nobody.
func options() release.Options {
	return release.Options{At: noon, Now: noon, Sleep: func(time.Duration) {}}
}

// files makes a release of "path", "content", "path", "content", …
func files(pairs ...string) []release.File {
	var list []release.File
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, release.File{Path: pairs[i], Data: []byte(pairs[i+1])})
	}
	return list
}

func publish(t *testing.T, dir string, list []release.File, opt release.Options) release.Result {
	t.Helper()
	result, err := release.Publish(dir, list, opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := release.Verify(dir); err != nil {
		t.Fatal(err)
	}
	return result
}

// tree reads what readers see: content by path.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	seen := map[string]string{}
	root := filepath.Join(dir, "current")
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		seen[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

func stat(t *testing.T, dir, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, "current", name))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReaderSeesWhatWasPublishedAndNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nested", "public")
	if _, err := release.Read(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("before the first release: got %v, want fs.ErrNotExist", err)
	}
	one := files("index.html", "một", "bai-viet/x/index.html", "x", "rong.txt", "")
	result := publish(t, dir, one, options())
	want := release.Result{Changed: true, Tree: filepath.Join(dir, "a"), Digest: release.Digest(one), Files: 3, Bytes: 6, Written: 3}
	if diff := cmp.Diff(want, result); diff != "" {
		t.Errorf("first release (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "một", "bai-viet/x/index.html": "x", "rong.txt": ""}, tree(t, dir)); diff != "" {
		t.Errorf("first tree (-want +got):\n%s", diff)
	}

	two := files("index.html", "hai!", "bai-viet/y/index.html", "y", "rong.txt", "")
	result = publish(t, dir, two, options())
	want = release.Result{Changed: true, Tree: filepath.Join(dir, "b"), Digest: release.Digest(two), Files: 3, Bytes: 5, Written: 2, Kept: 1, Removed: 1}
	if diff := cmp.Diff(want, result); diff != "" {
		t.Errorf("second release (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "hai!", "bai-viet/y/index.html": "y", "rong.txt": ""}, tree(t, dir)); diff != "" {
		t.Errorf("second tree (-want +got):\n%s", diff)
	}

	log := fmt.Sprintf("2023-04-25T12:00:00+07:00 %s 3\n2023-04-25T12:00:00+07:00 %s 3\n", release.Digest(one), release.Digest(two))
	if got := read(t, dir, "nhat-ky.txt"); got != log {
		t.Errorf("log: got\n%swant\n%s", got, log)
	}
}

func TestFormerTreeIsStillWholeAfterTheSwitch(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, files("index.html", "một", "x.txt", "x"), options())
	old, err := os.OpenRoot(filepath.Join(dir, "current"))
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	publish(t, dir, files("index.html", "hai"), options())
	for name, want := range map[string]string{"index.html": "một", "x.txt": "x"} {
		if got, err := old.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s through a handle from before: got %q, %v, want %q", name, got, err, want)
		}
	}
}

func TestEqualReleaseChangesNothing(t *testing.T) {
	dir := t.TempDir()
	list := files("index.html", "một", "x.txt", "x")
	first := publish(t, dir, list, options())
	before := snapshot(t, dir)

	later := options()
	later.At, later.Now = noon.Add(time.Hour), noon.Add(time.Hour)
	later.Sleep = func(time.Duration) { t.Error("waited, though there was nothing to do") }
	slices.Reverse(list)
	result := publish(t, dir, list, later)
	want := release.Result{Tree: first.Tree, Digest: first.Digest, Files: 2, Bytes: first.Bytes, Kept: 2}
	if diff := cmp.Diff(want, result); diff != "" {
		t.Errorf("result (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Errorf("the directory changed (-before +after):\n%s", diff)
	}
}

func TestKeysOfAnEqualReleaseAreRenewed(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, []release.File{{Path: "index.html", Key: "cũ"}, {Path: "x.txt", Key: "như cũ"}}, options())
	result := publish(t, dir, []release.File{{Path: "index.html", Key: "mới"}, {Path: "x.txt", Key: "như cũ"}}, options())
	if result.Changed {
		t.Error("other keys made another release")
	}
	m, err := release.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"index.html": "mới", "x.txt": "như cũ"} {
		if e, _ := m.Find(path); e.Key != want {
			t.Errorf("key of %s: got %q, want %q", path, e.Key, want)
		}
	}
}

func TestUnchangedFileKeepsInodeAndTime(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, files("index.html", "0", "x/y.txt", "y"), options())
	first := stat(t, dir, "x/y.txt")
	for i := 1; i < 4; i++ {
		opt := options()
		opt.Now = noon.Add(time.Duration(i) * time.Hour)
		publish(t, dir, files("index.html", fmt.Sprint(i), "x/y.txt", "y"), opt)
		now := stat(t, dir, "x/y.txt")
		if !os.SameFile(first, now) || !now.ModTime().Equal(first.ModTime()) {
			t.Fatalf("release %d: not the same file with the same time %v, but %v", i, first.ModTime(), now.ModTime())
		}
	}
}

func TestTimeOfAChangedFile(t *testing.T) {
	for _, c := range []struct {
		name      string
		now, want time.Duration // after the time of the first release
	}{
		{"is now", time.Hour, time.Hour},
		{"is in whole seconds", time.Hour + time.Second/2, time.Hour},
		{"is a second later when built within the second", 0, time.Second},
		{"is a second later when built just after", time.Second / 2, time.Second},
		{"is a second later when the clock went back", -time.Hour, time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một"), options())
			opt := options()
			opt.Now = noon.Add(c.now)
			publish(t, dir, files("index.html", "hai"), opt)
			if got := stat(t, dir, "index.html").ModTime(); !got.Equal(noon.Add(c.want)) {
				t.Errorf("got %v, want %v", got, noon.Add(c.want))
			}
		})
	}
}

func TestContentNamedFiles(t *testing.T) {
	const sound, picture = "am-thanh/abcd1234-0123456789ab.mp3", "bai-viet/x/cap-0123456789ab.jpg"
	page := func(n string) []release.File { return files("index.html", n) }
	full := append(page("0"), files(sound, "s", picture, "p", "bai-viet/x/index.html", "x")...)

	t.Run("stay one release longer, and no more", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		before := stat(t, dir, sound)
		result := publish(t, dir, page("1"), options())
		if result.Late != 2 || result.Removed != 1 {
			t.Errorf("got %d late, %d removed, want 2 and 1", result.Late, result.Removed)
		}
		if diff := cmp.Diff(map[string]string{"index.html": "1", sound: "s", picture: "p"}, tree(t, dir)); diff != "" {
			t.Errorf("one release later (-want +got):\n%s", diff)
		}
		if !os.SameFile(before, stat(t, dir, sound)) {
			t.Error("the sound that stays is not the same file")
		}
		publish(t, dir, page("1"), options())
		if got := tree(t, dir); len(got) != 3 {
			t.Errorf("an equal release is none, but left %v", got)
		}
		publish(t, dir, page("2"), options())
		if diff := cmp.Diff(map[string]string{"index.html": "2"}, tree(t, dir)); diff != "" {
			t.Errorf("two releases later (-want +got):\n%s", diff)
		}
	})
	t.Run("are wanted again while they stay", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		before := stat(t, dir, sound)
		publish(t, dir, page("1"), options())
		result := publish(t, dir, full, options())
		if result.Late != 0 || !os.SameFile(before, stat(t, dir, sound)) {
			t.Errorf("got %d late, want none, and the same file as at first", result.Late)
		}
	})
	t.Run("go at once when withdrawn", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		opt := options()
		opt.Drop = []string{sound}
		publish(t, dir, page("1"), opt)
		if diff := cmp.Diff(map[string]string{"index.html": "1", picture: "p"}, tree(t, dir)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("go when withdrawn while they stay, though nothing else changes", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		publish(t, dir, page("1"), options())
		opt := options()
		opt.Drop = []string{sound}
		if result := publish(t, dir, page("1"), opt); !result.Changed {
			t.Error("nothing changed")
		}
		if _, there := tree(t, dir)[sound]; there {
			t.Error("the sound is still there")
		}
	})
	t.Run("go when their name is needed", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		publish(t, dir, files("am-thanh", "a file now", "bai-viet/X/index.html", "other case"), options())
		if diff := cmp.Diff(map[string]string{"am-thanh": "a file now", "bai-viet/X/index.html": "other case"}, tree(t, dir)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("stay when copied", func(t *testing.T) {
		dir := t.TempDir()
		publish(t, dir, full, options())
		opt := options()
		opt.NoLink = true
		before := stat(t, dir, sound)
		publish(t, dir, page("1"), opt)
		if now := stat(t, dir, sound); os.SameFile(before, now) || !now.ModTime().Equal(before.ModTime()) {
			t.Error("not a copy with the same time")
		}
	})
	t.Run("go when damaged", func(t *testing.T) {
		for _, content := range []string{"longer", "S"} {
			dir := t.TempDir()
			publish(t, dir, full, options())
			if err := os.WriteFile(filepath.Join(dir, "current", sound), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			opt := options()
			opt.NoLink = true // a copy is read, a link is not
			publish(t, dir, page("1"), opt)
			if _, there := tree(t, dir)[sound]; there {
				t.Errorf("content %q: kept", content)
			}
		}
	})
}

func TestContentNamed(t *testing.T) {
	for _, c := range []struct {
		path string
		want bool
	}{
		{"am-thanh/abcd1234-0123456789ab.mp3", true},
		{"bai-viet/x/cap-0123456789ab.jpg", true},
		{"tai-nguyen/nghe.0123456789ab.js", true},
		{"bai-viet/x/cap-0123456789a.jpg", false},
		{"bai-viet/x/cap-0123456789aB.jpg", false},
		{"bai-viet/x/0123456789ab.jpg", false},
		{"bai-viet/x-0123456789ab/index.html", false},
		{"bai-viet/x-0123456789ab", false},
		{"am-thanh.html", false},
		{"index.html", false},
	} {
		if got := release.ContentNamed(c.path); got != c.want {
			t.Errorf("%s: got %v, want %v", c.path, got, c.want)
		}
	}
}

func TestPathsAreRefused(t *testing.T) {
	for _, c := range []struct {
		why   string
		paths []string
	}{
		{"absolute", []string{"/etc/passwd"}},
		{"up and out", []string{"../x"}},
		{"up and out from within", []string{"x/../../y"}},
		{"not clean", []string{"x//y"}},
		{"a dot", []string{"./x"}},
		{"a directory", []string{"x/"}},
		{"nothing", []string{""}},
		{"the root", []string{"."}},
		{"a backslash", []string{`x\y`}},
		{"a drive", []string{"c:x"}},
		{"a NUL", []string{"x\x00y"}},
		{"a line end", []string{"x\ny"}},
		{"not UTF-8", []string{"x\xff"}},
		{"the temporary name", []string{"x/.moi~"}},
		{"given twice", []string{"x", "x"}},
		{"differs only in case", []string{"x/Y", "x/y"}},
		{"directory differs only in case", []string{"X/a", "x/b"}},
		{"case outside of ASCII", []string{"ế", "Ế"}},
		{"a file and a directory", []string{"x", "x/y"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một"), options())
			before := snapshot(t, dir)
			list := files("index.html", "hai")
			for _, p := range c.paths {
				list = append(list, release.File{Path: p})
			}
			if _, err := release.Publish(dir, list, options()); err == nil {
				t.Errorf("%q: published", c.paths)
			}
			if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
				t.Errorf("the directory changed (-before +after):\n%s", diff)
			}
		})
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*release.Options)
	}{
		{"no instant", func(o *release.Options) { o.At = time.Time{} }},
		{"no time", func(o *release.Options) { o.Now = time.Time{} }},
		{"published and dropped", func(o *release.Options) { o.Drop = []string{"index.html"} }},
	} {
		dir := filepath.Join(t.TempDir(), "public")
		opt := options()
		c.change(&opt)
		if _, err := release.Publish(dir, files("index.html", ""), opt); err == nil {
			t.Errorf("%s: published", c.name)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: the directory was made", c.name)
		}
	}
}

func TestIdleTreeRestsAfterTheSwitch(t *testing.T) {
	dir := t.TempDir()
	var waited []time.Duration
	start := time.Now()
	opt := options()
	opt.Sleep = func(d time.Duration) { waited = append(waited, d) }
	publish(t, dir, files("index.html", "một"), opt)
	if len(waited) != 0 {
		t.Errorf("the first release waited %v: nobody reads anything yet", waited)
	}
	publish(t, dir, files("index.html", "hai"), opt)
	if len(waited) > 1 || len(waited) == 1 && (waited[0] <= 0 || waited[0] > 2*time.Second) {
		t.Errorf("the second waited %v, want once and at most two seconds", waited)
	}
	if len(waited) == 0 && time.Since(start) < 2*time.Second {
		t.Error("the second did not wait")
	}
}

func TestSecondBuildIsRefused(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, files("index.html", "một"), options())
	// The first build waits for readers of the idle tree and holds the lock meanwhile.
	inside := 0
	opt := options()
	opt.Sleep = func(time.Duration) {
		inside++
		if _, err := release.Publish(dir, files("index.html", "ba"), options()); !errors.Is(err, release.ErrLocked) {
			t.Errorf("got %v, want ErrLocked", err)
		}
	}
	publish(t, dir, files("index.html", "hai"), opt)
	if inside == 0 {
		t.Skip("the machine took two seconds between two releases")
	}
	if got := tree(t, dir)["index.html"]; got != "hai" {
		t.Errorf("got %q, want %q", got, "hai")
	}
	publish(t, dir, files("index.html", "ba"), options())
}

func TestForeignDirectoryIsLeftAlone(t *testing.T) {
	for _, name := range []string{"a", "b", "current"} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, name, "thesis"), 0o755); err != nil {
			t.Fatal(err)
		}
		before := snapshot(t, dir)
		if _, err := release.Publish(dir, files("index.html", ""), options()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v, want an error that names it", name, err)
		}
		if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
			t.Errorf("%s: the directory changed (-before +after):\n%s", name, diff)
		}
	}
}

func TestLogLineLostByAKillIsMadeUp(t *testing.T) {
	for _, c := range []struct {
		name string
		keep func(log string) string
	}{
		{"whole line", func(string) string { return "" }},
		{"second line", func(log string) string { return log[:strings.IndexByte(log, '\n')+1] }},
		{"half a line", func(log string) string { return log[:len(log)-7] }},
		{"only the line end", func(log string) string { return log[:len(log)-1] }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một"), options())
			publish(t, dir, files("index.html", "hai"), options())
			whole := read(t, dir, "nhat-ky.txt")
			if err := os.WriteFile(filepath.Join(dir, "nhat-ky.txt"), []byte(c.keep(whole)), 0o644); err != nil {
				t.Fatal(err)
			}
			want := whole
			if c.keep(whole) == "" {
				want = whole[strings.IndexByte(whole, '\n')+1:]
			}
			publish(t, dir, files("index.html", "hai"), options())
			if got := read(t, dir, "nhat-ky.txt"); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestVerifyFindsWhatIsNotAsPublished(t *testing.T) {
	for _, c := range []struct {
		name, want string
		spoil      func(tree string) error
	}{
		{"another size", "x.txt: 4 bytes, not 3", func(tree string) error { return os.WriteFile(filepath.Join(tree, "x.txt"), []byte("abcd"), 0o644) }},
		{"other bytes", "x.txt: SHA-256", func(tree string) error { return os.WriteFile(filepath.Join(tree, "x.txt"), []byte("xyz"), 0o644) }},
		{"a missing file", "x.txt", func(tree string) error { return os.Remove(filepath.Join(tree, "x.txt")) }},
		{"one file too many", "z.txt: not in the manifest", func(tree string) error { return os.WriteFile(filepath.Join(tree, "z.txt"), nil, 0o644) }},
		{"an empty directory", "y: not in the manifest", func(tree string) error { return os.Mkdir(filepath.Join(tree, "y"), 0o755) }},
		{"a link with the right bytes", "x.txt: not a file", func(tree string) error {
			return errors.Join(os.Rename(filepath.Join(tree, "x.txt"), tree+"-x"), os.Symlink("../a-x", filepath.Join(tree, "x.txt")))
		}},
		{"no manifest", "ban-ke.json", func(tree string) error { return os.Remove(release.ManifestFile(tree)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, files("index.html", "một", "x.txt", "abc"), options())
			if err := c.spoil(filepath.Join(dir, "a")); err != nil {
				t.Fatal(err)
			}
			if err := release.Verify(dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
			// Publishing the same again mends what can be seen without reading every byte, and does not build on the rest.
			if c.name != "other bytes" && c.name != "one file too many" && c.name != "an empty directory" {
				publish(t, dir, files("index.html", "một", "x.txt", "abc"), options())
			}
			opt := options()
			opt.Fresh = true
			publish(t, dir, files("index.html", "một", "x.txt", "abc"), opt)
		})
	}
}
