package audio

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestArgvIsFilledArgumentByArgument(t *testing.T) {
	v := &Voice{Argv: []string{"giong-doc", "--model={giong}", "{toc_do}", "-i{vao}", "{ra}", "$HOME; rm"}, Model: "vi {ra}"}
	got := v.expand(140, "/tmp/a b/vao.txt", "/tmp/a b/ra.wav")
	want := []string{"giong-doc", "--model=vi {ra}", "140", "-i/tmp/a b/vao.txt", "/tmp/a b/ra.wav", "$HOME; rm"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestArgvThatIsRefused(t *testing.T) {
	for _, c := range []struct {
		argv []string
		want string
	}{
		{[]string{"x", "{vao}", "{ra}", "{giọng}"}, "chỗ điền lạ {giọng}"},
		{[]string{"x", "{vao}", "{ra}", "a{}b"}, "chỗ điền lạ {}"},
		{[]string{"x", "{ra}"}, "thiếu chỗ điền {vao}"},
		{[]string{"x", "{vao}"}, "thiếu chỗ điền {ra}"},
		{[]string{"{giong}", "{vao}", "{ra}"}, "bắt đầu bằng tên chương trình"},
		{[]string{"", "{vao}", "{ra}"}, "bắt đầu bằng tên chương trình"},
	} {
		_, _, err := FindVoice(t.Context(), t.TempDir(), WantedVoice{Argv: c.argv})
		if e, ok := errors.AsType[*ArgvError](err); !ok || !strings.Contains(e.Text, c.want) {
			t.Errorf("%q: got %v, want %q", c.argv, err, c.want)
		}
	}
}

// TestSpeedFollowsTheMeasuredLine, to 5 of what was measured; TestEspeakReadsAnArticle measures again.
func TestSpeedFollowsTheMeasuredLine(t *testing.T) {
	v := &Voice{Argv: []string{"/usr/bin/espeak-ng"}}
	for _, c := range []struct{ rate, want int }{{120, 95}, {150, 121}, {180, 148}, {220, 188}, {90, 80}, {400, 200}} {
		if got := v.speed(c.rate); got < c.want-5 || got > c.want+5 || got < 80 || got > 200 {
			t.Errorf("%d syllables a minute: -s %d, want %d", c.rate, got, c.want)
		}
	}
	if got := (&Voice{Argv: []string{"piper"}}).speed(137); got != 137 {
		t.Errorf("another program is told %d", got)
	}
}

// fakeEspeak is a program called espeak-ng that knows the voices of a list.
func fakeEspeak(t *testing.T, body string) string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no sh: the stand-ins for espeak-ng are small shell scripts")
	}
	name := filepath.Join(t.TempDir(), "espeak-ng")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+body), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestVoiceIsFound(t *testing.T) {
	const version = `[ "$1" = --version ] && echo "eSpeak NG text-to-speech: 1.51  Data at: /x" && exit 0` + "\n"
	const all = version + `[ "$1" = --voices=vi ] && printf 'Pty Language\n 5 vi --/M x\n 5 vi-vn-x-central --/M y\n' && exit 0; exit 9`
	const north = version + `[ "$1" = --voices=vi ] && printf 'Pty Language\n 5 vi --/M x\n' && exit 0; exit 9`
	for _, c := range []struct{ name, body, wanted, model, note, err string }{
		{"the wanted one", all, "vi-vn-x-central", "vi-vn-x-central", "", ""},
		{"none wanted", all, "", "vi", "", ""},
		{"the wanted one is not there", north, "vi-vn-x-central", "vi", "Máy này không có giọng “vi-vn-x-central”, dùng giọng “vi”.", ""},
		{"no Vietnamese", version + `[ "$1" = --voices=vi ] && echo Pty && exit 0`, "vi", "", "", "has no Vietnamese"},
		{"no answer on voices", version + `exit 1`, "vi", "", "", "exit status 1"},
		{"no version", `exit 1`, "vi", "", "", "exit status 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			argv := append([]string{fakeEspeak(t, c.body)}, espeak[1:]...)
			v, note, err := FindVoice(t.Context(), t.TempDir(), WantedVoice{Argv: argv, Model: c.wanted})
			if c.err != "" {
				if v != nil || !errors.Is(err, ErrNoVoice) || !strings.Contains(err.Error(), c.err) {
					t.Errorf("got %v, %v", v, err)
				}
				return
			}
			if err != nil || v.Model != c.model || note != c.note || v.Name != "espeak-ng "+c.model || v.Version != "eSpeak NG text-to-speech: 1.51  Data at: /x" {
				t.Errorf("got %+v, %q, %v", v, note, err)
			}
		})
	}
}

func TestAnotherVoiceNeedNotSayItsVersion(t *testing.T) {
	v, note, err := FindVoice(t.Context(), t.TempDir(), WantedVoice{Argv: []string{os.Args[0], "engine", "well", "{vao}", "{ra}"}, Name: "Piper cô Hoa"})
	if err != nil || v.Name != "Piper cô Hoa" || note != "" {
		t.Errorf("got %+v, %q, %v", v, note, err)
	}
	_, _, err = FindVoice(t.Context(), t.TempDir(), WantedVoice{Argv: []string{"/no/such/piper", "{vao}", "{ra}"}})
	if !errors.Is(err, ErrNoVoice) {
		t.Errorf("a program that is not there: %v", err)
	}
}
