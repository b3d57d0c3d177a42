package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
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
