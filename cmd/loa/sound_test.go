package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/speech"
)

// Two articles are enough to be heard: of the one that the tests change, and of another.
const (
	spokenSlug  = "day-roi-tren-duong"
	spokenID    = "g2e40gcx"
	spokenTitle = "Thấy dây rơi trên đường, đứng xa và báo ngay"
	otherSlug   = "mat-dien-mat-mang"
)

// engine is a voice: the test binary under this argument, with its folder, the file with the text and the WAV file. What it does is said
// in its folder: it waits as long as there is a file "wait", notes in "heard" what it is asked to say, and the file "bad" holds how it
// fails, a blank, and a part of the texts at which it does.
func engine(folder, input, output string) int {
	for {
		if _, err := os.Stat(filepath.Join(folder, "wait")); err != nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	text, err := os.ReadFile(input)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	log, err := os.OpenFile(filepath.Join(folder, "heard"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer log.Close()
	if _, err := log.Write(text); err != nil {
		return 2
	}
	bad, err := os.ReadFile(filepath.Join(folder, "bad"))
	how, at, _ := strings.Cut(string(bad), " ")
	if err != nil || !strings.Contains(string(text), at) {
		how = ""
	}
	loud := int16(9000)
	switch how {
	case "exits":
		fmt.Fprintln(os.Stderr, "Error: no such voice")
		return 1
	case "leaves-nothing":
		return 0
	case "is-silent":
		loud = 0
	}
	wave := hum(loud, 8000+10*len(text))
	if how == "leaves-half" {
		wave = wave[:len(wave)/2]
	}
	if err := os.WriteFile(output, wave, 0o600); err != nil {
		return 3
	}
	return 0
}

// hum is a WAV file, 16 bits, one channel, 22,050 Hz.
func hum(loud int16, samples int) []byte {
	const rate = 22050
	b := bytes.NewBufferString("RIFF")
	put := func(values ...any) {
		for _, v := range values {
			if err := binary.Write(b, binary.LittleEndian, v); err != nil {
				panic(err)
			}
		}
	}
	put(uint32(36+2*samples), []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate), uint32(2*rate), uint16(2), uint16(16), []byte("data"), uint32(2*samples))
	for i := range samples {
		put(loud - 2*loud*int16(i/40%2))
	}
	return b.Bytes()
}

// voice is a machine that speaks through the engine.
type voice struct {
	folder  string
	machine string // the machine's file
}

func newVoice(t *testing.T) voice {
	t.Helper()
	for _, name := range []string{"ffmpeg", "ffprobe"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed: no sound can be made here", name)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	v := voice{folder, filepath.Join(folder, "machine.toml")}
	v.write(t, "machine.toml", fmt.Sprintf("[giong]\nlenh = [%q, \"engine\", %q, \"{vao}\", \"{ra}\"]\nten = \"giọng thử\"\n", self, folder))
	return v
}

func (v voice) write(t *testing.T, name, text string) {
	t.Helper()
	put(t, filepath.Join(v.folder, name), text)
}

func (v voice) remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(v.folder, name)); err != nil {
		t.Fatal(err)
	}
}

// heard is what the engine was asked to say, in order.
func (v voice) heard(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(v.folder, "heard"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(string(text), "\n"), func(s string) bool { return s == "" })
}

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

// page waits until a page of a preview is as it should be.
func (s started) page(t *testing.T, path, what string, good func(body string) bool) string {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if _, _, body := s.get(t, path); good(body) {
			return body
		}
		if time.Now().After(deadline) {
			t.Fatalf("never came: %s; printed: %s", what, s.errors)
		}
	}
}

// says waits until words are printed.
func (s started) says(t *testing.T, words string) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); !strings.Contains(s.errors.String(), words); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("never printed %q, but: %s", words, s.errors)
		}
	}
}

// TestPreviewIsHeardAsItIsMade: pages are there before any sound, which comes to them as it is made; an edit of one sentence has one
// sentence spoken.
func TestPreviewIsHeardAsItIsMade(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	v.write(t, "wait", "")
	s := serve(t, dir, "--at", "2023-04-25", "--machine", v.machine)
	const page = "/bai-viet/" + spokenSlug + "/"
	for _, path := range []string{"/", page, "/bai-viet/" + otherSlug + "/"} {
		if status, _, body := s.get(t, path); status != 200 || soundOn(body) != "" || !strings.Contains(body, "</html>") {
			t.Errorf("%s before there is any sound: %d, plays %q", path, status, soundOn(body))
		}
	}
	if heard := v.heard(t); len(heard) > 0 {
		t.Errorf("spoken before the voice spoke: %q", heard)
	}
	v.remove(t, "wait")
	heardPage := func(body string) bool { return soundOn(body) != "" }
	body := s.page(t, page, "sound", heardPage)
	first := soundOn(body)
	s.page(t, "/bai-viet/"+otherSlug+"/", "the sound of the other article", heardPage)
	if status, header, sound := s.get(t, first); status != 200 || header.Get("Content-Type") != "audio/mpeg" || len(sound) < 10_000 {
		t.Errorf("%s: %d %s, %d bytes", first, status, header.Get("Content-Type"), len(sound))
	}
	if status, header, cues := s.get(t, page+"loi-doc.vtt"); status != 200 || header.Get("Content-Type") != "text/vtt; charset=utf-8" || !strings.HasPrefix(cues, "WEBVTT\n\n1\n00:00:0") {
		t.Errorf("captions: %d %s %.60q", status, header.Get("Content-Type"), cues)
	}
	if !strings.Contains(body, `<track kind="captions" srclang="vi" label="Tiếng Việt" src="`+page+`loi-doc.vtt">`) || !strings.Contains(body, "Giọng đọc máy (tổng hợp)") {
		t.Error("the page has no captions, or does not say that a machine speaks")
	}

	before := v.heard(t)
	replace(t, articleFile(dir, spokenSlug), "trạm y tế, lớp học", "trạm xá, lớp học")
	body = s.page(t, page, "the sound of the edit", func(body string) bool {
		return strings.Contains(body, "trạm xá, lớp học") && soundOn(body) != ""
	})
	if soundOn(body) == first {
		t.Error("other words have the sound of the former")
	}
	if diff := cmp.Diff([]string{"Sợi cáp nối lại được thì trạm xá, lớp học và nhà mình lại có mạng."}, v.heard(t)[len(before):]); diff != "" {
		t.Errorf("spoken after an edit of one sentence (-want +got):\n%s", diff)
	}
	if code := s.stop(); code != 0 || s.errors.String() != "" {
		t.Errorf("exit %d: %s", code, s.errors)
	}
}

// TestPreviewBearsABadVoice: whatever a voice does, pages are there with the newest words; article and sentence are named on the terminal,
// once, and what failed is not tried again before its words change.
func TestPreviewBearsABadVoice(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	s := serve(t, dir, "--at", "2023-04-25", "--machine", v.machine)
	const page, otherPage = "/bai-viet/" + spokenSlug + "/", "/bai-viet/" + otherSlug + "/"
	s.page(t, page, "sound", func(body string) bool { return soundOn(body) != "" })
	last := "mà tìm đến."
	for i, c := range []struct{ how, says string }{
		{"exits", "dừng với mã lỗi 1: Error: no such voice"},
		{"leaves-nothing", "không ghi tệp tiếng nào"},
		{"is-silent", "tệp không có tiếng"},
		{"leaves-half", "bị hỏng"},
	} {
		word := []string{"một", "hai", "ba", "bốn"}[i]
		now := "mà tìm đến, lần " + word + "."
		v.write(t, "bad", c.how+" tìm đến, lần "+word)
		replace(t, articleFile(dir, spokenSlug), last, now)
		last = now
		s.says(t, c.says)
		printed := s.errors.String()
		if !strings.Contains(printed, "Bài “"+spokenTitle+"” ("+spokenID+"), câu ") || strings.Count(printed, c.says) != 1 || !strings.Contains(printed, "“Nghe đủ ba điều ấy, thợ biết đường mà") {
			t.Errorf("%s: printed %s", c.how, printed)
		}
		s.page(t, page, "a page with the newest words and no sound", func(body string) bool { return strings.Contains(body, now) && soundOn(body) == "" })
	}

	// Another article changes: everything is built again.
	tries := len(v.heard(t))
	put(t, articleFile(dir, otherSlug), textOf(t, articleFile(dir, otherSlug))+"\nBà con nhớ nhé.\n")
	s.page(t, otherPage, "the edit of another article with its sound", func(body string) bool {
		return strings.Contains(body, "Bà con nhớ nhé.") && soundOn(body) != ""
	})
	if diff := cmp.Diff([]string{"Bà con nhớ nhé."}, v.heard(t)[tries:]); diff != "" {
		t.Errorf("spoken after an edit elsewhere (-want +got):\n%s", diff)
	}
	if got := strings.Count(s.errors.String(), "Bài “"); got != 4 {
		t.Errorf("said %d times, not once for each of four: %s", got, s.errors)
	}
	v.remove(t, "bad")
	replace(t, articleFile(dir, spokenSlug), last, "mà tìm đến nhanh.")
	s.page(t, page, "the sound of a voice that is well again", func(body string) bool {
		return strings.Contains(body, "mà tìm đến nhanh.") && soundOn(body) != ""
	})
	if code := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, s.errors)
	}
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

// TestPreviewIsNotBuiltAgainForNothing: where no sound can be made, each article is tried once, and the pages are left alone.
func TestPreviewIsNotBuiltAgainForNothing(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var printed safeBuffer
	rooms, err := openStudio(environment{Out: io.Discard, Err: &printed, Now: time.Now, Getenv: silently(t)}, root, "")
	if err != nil {
		t.Fatal(err)
	}
	var requests []audio.Request
	for i := range 9 {
		requests = append(requests, audio.Request{Article: fmt.Sprintf("bai%05d", i), Title: "Bài", Script: &speech.Script{Sentences: []speech.Sentence{{Text: "Câu."}}}})
	}
	ctx, cancel := context.WithCancel(t.Context())
	b := newBackstage(rooms)
	ask := func() {
		if made, failed := b.known(ctx, generator.Wanted{}, requests); len(made)+len(failed) > 0 {
			t.Errorf("made %v, failed %v", made, failed)
		}
	}
	ask() // the first pages
	built, done := 0, make(chan struct{})
	go func() {
		defer close(done)
		b.work(ctx, func() { built++; ask() })
	}()
	tried := func() int {
		b.mu.Lock()
		defer b.mu.Unlock()
		return len(b.failed)
	}
	for deadline := time.Now().Add(time.Minute); tried() < len(requests); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("only %d of %d were tried", tried(), len(requests))
		}
	}
	cancel()
	<-done
	if built != 1 {
		t.Errorf("built %d times, not once to ask what is there", built)
	}
	if got := printed.String(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "Thiếu ffmpeg") {
		t.Errorf("printed %q", got)
	}
}
