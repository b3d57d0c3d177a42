package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// Two articles are enough to be heard: of the one that the tests change, and of another.
const (
	spokenSlug  = "day-roi-tren-duong"
	spokenID    = "g2e40gcx"
	spokenTitle = "Thấy dây rơi trên đường, đứng xa và báo ngay"
	otherSlug   = "mat-dien-mat-mang"
)

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func textOf(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// quietCheckout is a checkout with two articles.
func quietCheckout(t *testing.T) string {
	t.Helper()
	dir := checkout(t)
	articles, err := filepath.Glob(filepath.Join(dir, "content", "bai-viet", "*"))
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, a := range articles {
		switch filepath.Base(a) {
		case spokenSlug, otherSlug:
			kept++
		default:
			if err := os.RemoveAll(a); err != nil {
				t.Fatal(err)
			}
		}
	}
	if kept != 2 {
		t.Fatalf("the two articles of this test are not among %v", articles)
	}
	return dir
}

func articleFile(dir, slug string) string {
	return filepath.Join(dir, "content", "bai-viet", slug, "index.md")
}

// replace changes words of a file that must be there.
func replace(t *testing.T, name, old, new string) {
	t.Helper()
	text := textOf(t, name)
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not say %q", name, old)
	}
	put(t, name, strings.Replace(text, old, new, 1))
}

var soundAddress = regexp.MustCompile(`<audio[^>]* src="(/am-thanh/[^"]+\.mp3)"`)

// soundOn is the address of the sound that a page plays; "" without a player.
func soundOn(page string) string {
	if found := soundAddress.FindStringSubmatch(page); found != nil {
		return found[1]
	}
	return ""
}

// loa runs a command in a checkout and gives its exit code and what it printed.
func loa(t *testing.T, dir string, args ...string) (code int, out, errors string) {
	t.Helper()
	var o, e bytes.Buffer
	env := environment{Out: &o, Err: &e, Now: time.Now, Getenv: silently(t), Dir: dir}
	return run(t.Context(), args, env), o.String(), e.String()
}

// releaseOf is every file of the published release, by name, and which tree it is.
func releaseOf(t *testing.T, public string) map[string]string {
	t.Helper()
	root, err := filepath.EvalSymlinks(filepath.Join(public, "current"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, name)
		files[filepath.ToSlash(rel)] = textOf(t, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// soundsOf are the sound files of a release.
func soundsOf(release map[string]string) (names []string) {
	for name := range release {
		if strings.HasPrefix(name, "am-thanh/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// changed names the files in which two releases differ.
func changed(a, b map[string]string) (names []string) {
	for name, text := range a {
		if other, there := b[name]; !there || other != text {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, there := a[name]; !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// TestBuildWithSound: a release with sound, again from what was kept, again from nothing: the same bytes. Then a voice that fails, recordings
// that cannot be used: the release stays as it was. Then a withdrawal: the sound is gone at once.
func TestBuildWithSound(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	public, index := filepath.Join(dir, "public"), articleFile(dir, spokenSlug)
	build := func(more ...string) (int, string, string) {
		t.Helper()
		return loa(t, dir, append([]string{"build", "--at", "2023-04-25", "--machine", v.machine}, more...)...)
	}
	code, out, errors := build()
	if code != 0 || errors != "" || !strings.HasPrefix(out, "2 bài (2 có tiếng), ") {
		t.Fatalf("exit %d: %s%s", code, out, errors)
	}
	first := releaseOf(t, public)
	if got := soundsOf(first); len(got) != 2 || !strings.Contains(first["bai-viet/"+spokenSlug+"/index.html"], `src="/`+got[0]+`"`) && !strings.Contains(first["bai-viet/"+spokenSlug+"/index.html"], `src="/`+got[1]+`"`) {
		t.Fatalf("sounds %v", got)
	}
	same := func(what string) {
		t.Helper()
		if names := changed(first, releaseOf(t, public)); len(names) > 0 {
			t.Errorf("%s: the release has changed: %v", what, names)
		}
	}

	t.Run("again", func(t *testing.T) {
		tries := len(v.heard(t))
		if code, out, errors := build(); code != 0 || !strings.Contains(out, "không có gì đổi") {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		if got := v.heard(t)[tries:]; len(got) > 0 {
			t.Errorf("spoken again: %q", got)
		}
		same("a second build")
	})
	t.Run("from nothing", func(t *testing.T) {
		if err := os.Rename(filepath.Join(dir, ".loa"), filepath.Join(dir, ".kept")); err != nil {
			t.Fatal(err)
		}
		tries := len(v.heard(t))
		if code, out, errors := build("--fresh", "--out", "elsewhere"); code != 0 {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		if names := changed(first, releaseOf(t, filepath.Join(dir, "elsewhere"))); len(names) > 0 {
			t.Errorf("a release of sounds that are made again differs in %v", names)
		}
		if len(v.heard(t)) == tries {
			t.Error("nothing was spoken")
		}
		same("a build elsewhere")
	})

	good := textOf(t, index)
	t.Run("a voice that fails", func(t *testing.T) {
		v.write(t, "bad", "exits trạm xá")
		replace(t, index, "trạm y tế, lớp học", "trạm xá, lớp học")
		code, out, errors := build()
		if code != exitFailure || out != "" || !strings.Contains(errors, "Bài “"+spokenTitle+"” ("+spokenID+"), câu ") ||
			!strings.Contains(errors, "“Sợi cáp nối lại được thì trạm xá") || !strings.Contains(errors, "mã lỗi 1: Error: no such voice") {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		same("a voice that fails")
		v.remove(t, "bad")
		put(t, index, good)
	})

	settings := filepath.Join(dir, "content", "_loa", "loa.toml")
	v.write(t, "nobody.toml", "[giong]\nlenh = [\"khong-co-giong-doc\", \"{vao}\", \"{ra}\"]\n")
	t.Run("no voice where sound is demanded", func(t *testing.T) {
		replace(t, settings, `lam_am_thanh = "neu-co"`, `lam_am_thanh = "bat-buoc"`)
		code, out, errors := build("--machine", filepath.Join(v.folder, "nobody.toml"))
		if code != exitFailure || out != "" || !strings.Contains(errors, spokenTitle) || !strings.Contains(errors, "máy này không có chương trình đọc tiếng Việt") {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		same("no voice where sound is demanded")
		replace(t, settings, `lam_am_thanh = "bat-buoc"`, `lam_am_thanh = "neu-co"`)
	})
	t.Run("no voice where sound is made if it can be", func(t *testing.T) {
		for _, c := range []struct{ machine, program string }{{"nobody.toml", "espeak-ng"}, {"nothing.toml", "ffmpeg"}} {
			v.write(t, "nothing.toml", textOf(t, v.machine)+"\n[ffmpeg]\nlenh = \"khong-co-ffmpeg\"\nffprobe = \"khong-co-ffprobe\"\n")
			code, out, errors := build("--machine", filepath.Join(v.folder, c.machine), "--out", "silent")
			lines := strings.Split(strings.TrimSpace(errors), "\n")
			if code != 0 || !strings.HasPrefix(out, "2 bài, ") || len(lines) != 1 || !strings.HasPrefix(lines[0], "Thiếu "+c.program) || !strings.Contains(lines[0], "apt install") {
				t.Errorf("exit %d: %s%s", code, out, errors)
			}
			if got := soundsOf(releaseOf(t, filepath.Join(dir, "silent"))); len(got) > 0 {
				t.Errorf("sounds of nobody: %v", got)
			}
		}
	})

	recording := filepath.Join(filepath.Dir(index), "doc.mp3")
	put(t, index, strings.Replace(good, "\n---\n", "\nam_thanh:\n  tep: doc.mp3\n  giong: Hồ Thị Lan\n  loai: nguoi-doc\n---\n", 1))
	line := 1 + strings.Count(textOf(t, index)[:strings.Index(textOf(t, index), "tep: doc.mp3")], "\n")
	place := fmt.Sprintf("content/bai-viet/%s/index.md:%d:", spokenSlug, line)
	t.Run("a text that is called MP3", func(t *testing.T) {
		put(t, recording, "Đây không phải là tiếng, chỉ là chữ.\n")
		for _, command := range [][]string{{"check"}, {"build", "--at", "2023-04-25", "--machine", v.machine}} {
			code, _, errors := loa(t, dir, command...)
			if code != exitFindings || !strings.Contains(errors, place) || !strings.Contains(errors, "[tieng-sai]") {
				t.Errorf("%s: exit %d: %s", command[0], code, errors)
			}
		}
		same("a text that is called MP3")
	})
	ffmpeg := func(args ...string) {
		t.Helper()
		if said, err := exec.Command("ffmpeg", append([]string{"-v", "error", "-y"}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	whole := filepath.Join(t.TempDir(), "doc.mp3")
	ffmpeg("-f", "lavfi", "-i", "sine=frequency=300:duration=8,tremolo=f=3:d=0.9", "-b:a", "64k", whole)
	t.Run("an MP3 that is cut off", func(t *testing.T) {
		put(t, recording, textOf(t, whole)[:len(textOf(t, whole))/2])
		if code, _, errors := loa(t, dir, "check"); code != 0 {
			t.Errorf("check: exit %d: %s", code, errors)
		}
		code, out, errors := build()
		if code != exitFindings || out != "" || !strings.Contains(errors, place) || !strings.Contains(errors, "[tieng-sai]") {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		same("an MP3 that is cut off")
	})
	t.Run("an MP3 that is whole", func(t *testing.T) {
		put(t, recording, textOf(t, whole))
		if code, out, errors := build("--out", "elsewhere"); code != 0 || errors != "" {
			t.Fatalf("exit %d: %s%s", code, out, errors)
		}
		files := releaseOf(t, filepath.Join(dir, "elsewhere"))
		page := files["bai-viet/"+spokenSlug+"/index.html"]
		if soundOn(page) == "" || !strings.Contains(page, "người đọc: Hồ Thị Lan") || strings.Contains(page, "Giọng đọc máy") || strings.Contains(page, "<track") {
			t.Error("the page does not say that a person reads")
		}
		if _, there := files["bai-viet/"+spokenSlug+"/loi-doc.vtt"]; there {
			t.Error("a recording of which nobody knows when what is said has captions")
		}
	})
	if err := os.Remove(recording); err != nil {
		t.Fatal(err)
	}

	t.Run("a withdrawal", func(t *testing.T) {
		// Words change first: the former sound stays for one release, for who has begun to fetch it.
		put(t, index, strings.Replace(good, "trạm y tế, lớp học", "trạm xá, lớp học", 1))
		if code, out, errors := build(); code != 0 || len(soundsOf(releaseOf(t, public))) != 3 {
			t.Fatalf("exit %d: %s%s", code, out, errors)
		}
		put(t, index, strings.Replace(good, "\n---\n", "\nthu_hoi: {luc: 2023-04-25T12:00:00+07:00, ly_do: Nêu sai số điện thoại}\n---\n", 1))
		code, out, errors := build()
		if code != 0 || !strings.Contains(errors, "Có máy đệm (CDN) thì xóa cả ở đó: /am-thanh/"+spokenID+"-") || strings.Count(errors, ", /am-thanh/"+spokenID+"-") != 1 || strings.Count(errors, "\n") != 1 {
			t.Errorf("exit %d: %s%s", code, out, errors)
		}
		files := releaseOf(t, public)
		if got := soundsOf(files); len(got) != 1 || strings.Contains(got[0], spokenID) {
			t.Errorf("sounds after the withdrawal: %v", got)
		}
		for name, text := range files {
			if strings.Contains(text, "am-thanh/"+spokenID) || name == "bai-viet/"+spokenSlug+"/loi-doc.vtt" {
				t.Errorf("%s still leads to the sound", name)
			}
		}
		if code, out, errors := build(); code != 0 || errors != "" {
			t.Errorf("a build after the withdrawal: exit %d: %s%s", code, out, errors)
		}
	})
}
