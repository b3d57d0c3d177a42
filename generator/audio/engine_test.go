package audio

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/internal/program"
	"github.com/vinhlinh/loa/generator/speech"
)

// TestMain lets the test binary be the engines of the tests: as argument "engine", then how it behaves, then its files.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "engine" {
		os.Exit(engine(os.Args[2], os.Args[3:]))
	}
	os.Exit(m.Run())
}

// engine speaks: args are the file with the text, the WAV file, a file to which each call adds a line, and the speed. A text with a word of
// the behaviours in it is spoken in that way.
func engine(how string, args []string) int {
	if how == "well" && len(args) == 1 && args[0] == "--version" {
		return 1
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if len(args) > 2 {
		log, err := os.OpenFile(args[2], os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return 2
		}
		fmt.Fprintf(log, "%s", text)
		log.Close()
	}
	for _, word := range []string{"hỏng", "treo", "im lặng", "không tệp", "nửa tệp", "nói dối", "vô tận", "lẻ", "ngắn", "thư mục"} {
		if strings.Contains(string(text), "giọng "+word) {
			how = word
		}
	}
	sum := sha256.Sum256(text)
	samples := make([]int16, 5000+int(sum[0])*10) // a hum that depends on the text, with silence around
	for i := 1500; i < len(samples)-1500; i++ {
		samples[i] = int16(9000 - 18000*(i/(20+int(sum[1])%40)%2))
	}
	file := waveAt(samples, 22050)
	switch how {
	case "hỏng":
		fmt.Fprintln(os.Stderr, "Error: The specified espeak-ng voice does not exist.")
		return 1
	case "treo":
		time.Sleep(time.Hour)
	case "im lặng":
		file = waveAt(make([]int16, 22050), 22050)
	case "ngắn":
		file = waveAt(samples[1500:1500+2205], 22050)
	case "không tệp":
		return 0
	case "nửa tệp":
		file = file[:len(file)/2]
	case "nói dối":
		binary.LittleEndian.PutUint32(file[4:], 0x7ffff024)
		binary.LittleEndian.PutUint32(file[40:], 0x7ffff000)
	case "lẻ":
		file = append(file, 0)
	case "thư mục":
		os.Mkdir(args[1], 0o700)
		return 0
	case "vô tận":
		out, err := os.Create(args[1])
		for err == nil {
			_, err = out.Write(file)
		}
		return 1
	}
	if err := os.WriteFile(args[1], file, 0o600); err != nil {
		return 3
	}
	return 0
}

// engineLog holds what an engine of a test was asked to say.
type engineLog struct{ file string }

func (h engineLog) lines(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile(h.file)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// testVoice is the test binary as a voice.
func testVoice(t testing.TB) (*Voice, engineLog) {
	h := engineLog{filepath.Join(t.TempDir(), "heard")}
	return &Voice{Argv: []string{os.Args[0], "engine", "well", placeInput, placeOutput, h.file}, Model: "vi", Name: "giọng thử", Version: "1"}, h
}

// plainFinish stands in for ffmpeg: its MP3 is the samples and the tag.
type plainFinish struct {
	calls *atomic.Int64
	fail  func(tag Tag) error
}

func (f plainFinish) MP3(_ context.Context, _ string, samples []int16, tag Tag) ([]byte, time.Duration, error) {
	f.calls.Add(1)
	if f.fail != nil {
		if err := f.fail(tag); err != nil {
			return nil, 0, err
		}
	}
	return append(fmt.Appendf(nil, "%+v", tag), writeWave(samples)...), timeOf(len(samples)), nil
}

func (f plainFinish) Record(ctx context.Context, folder, file, kind string, tag Tag) ([]byte, time.Duration, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, 0, err
	}
	return f.MP3(ctx, folder, decodePCM(data), tag)
}

func testCache(t testing.TB) *Cache {
	t.Helper()
	c, err := OpenCache(filepath.Join(t.TempDir(), "sounds"), 0)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// script makes a script of plain sentences.
func script(id string, texts ...string) *speech.Script {
	s := &speech.Script{Article: id}
	for i, text := range texts {
		s.Sentences = append(s.Sentences, speech.Sentence{Text: text, Written: text, Block: i / 2, Pause: 600 * time.Millisecond})
	}
	if n := len(texts); n > 0 {
		s.Sentences[n-1].Pause = 0
	}
	return s
}

func TestAVoiceSpeaks(t *testing.T) {
	v, h := testVoice(t)
	scratch := t.TempDir()
	samples, err := v.speak(t.Context(), scratch, "Bà con chú ý.", 150)
	if err != nil {
		t.Fatal(err)
	}
	if samples[0] != 0 || len(samples) < rate/10 {
		t.Errorf("%d samples, the first %d", len(samples), samples[0])
	}
	if first, last, _ := sounding(samples); first > trimBefore || len(samples)-last > trimAfter {
		t.Errorf("not trimmed: sound from %d to %d of %d", first, last, len(samples))
	}
	if got := h.lines(t); len(got) != 1 || got[0] != "Bà con chú ý." {
		t.Errorf("it was told %q", got)
	}
	if left, err := os.ReadDir(scratch); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

func TestAVoiceFails(t *testing.T) {
	for _, c := range []struct {
		name, text string
		is         func(error) bool
		says       string
	}{
		{"exits 1", "giọng hỏng", isA[*program.ExitError], "dừng với mã lỗi 1: Error: The specified espeak-ng voice does not exist."},
		{"is silent", "giọng im lặng", same(errSilence), "không có tiếng"},
		{"makes a click", "giọng ngắn", same(errSilence), "không có tiếng"},
		{"leaves no file", "giọng không tệp", same(errNoFile), "không ghi tệp tiếng nào"},
		{"leaves a folder", "giọng thư mục", same(errNoFile), "không ghi tệp tiếng nào"},
		{"leaves half a file", "giọng nửa tệp", isA[waveError], "bị hỏng (its header says"},
		{"lies in its header", "giọng nói dối", isA[waveError], "bị hỏng (its header says 2147479596 bytes"},
		{"leaves odd bytes", "giọng lẻ", isA[waveError], "bị hỏng"},
		{"writes without end", "giọng vô tận", isA[*program.LimitError], "ghi ra quá 30720 KB nên đã bị dừng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			v, _ := testVoice(t)
			scratch := t.TempDir()
			samples, err := v.speak(t.Context(), scratch, c.text, 150)
			if err == nil || !c.is(err) || samples != nil {
				t.Fatalf("got %d samples, %T %v", len(samples), err, err)
			}
			if what, cure := explain(err); !strings.Contains(what, c.says) || cure == "" {
				t.Errorf("says %q, %q, want %q", what, cure, c.says)
			}
			if left, err := os.ReadDir(scratch); err != nil || len(left) > 0 {
				t.Errorf("left over: %v, %v", left, err)
			}
		})
	}
	t.Run("is not there", func(t *testing.T) {
		v, _ := testVoice(t)
		v.Argv[0] = "/no/such/engine"
		if _, err := v.speak(t.Context(), t.TempDir(), "một", 150); !isA[*program.NotFoundError](err) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("hangs", func(t *testing.T) {
		v, _ := testVoice(t)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second) // its own deadline is 30 s
		defer cancel()
		if _, err := v.speak(ctx, t.TempDir(), "giọng treo", 150); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}

func isA[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

func same(want error) func(error) bool { return func(err error) bool { return errors.Is(err, want) } }
