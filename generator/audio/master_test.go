package audio

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// spokenText is what the voice of the tests says.
const spokenText = "Thấy dây cáp rơi trên đường, bà con đứng xa và báo ngay cho trưởng thôn. Không ai được chạm tay vào dây, dù dây không có điện."

// tools are ffmpeg and ffprobe of this machine.
func tools(t testing.TB) Tools {
	t.Helper()
	need(t, "ffmpeg")
	need(t, "ffprobe")
	found, err := FindTools(t.Context(), t.TempDir(), "ffmpeg", "ffprobe")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func need(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
}

// run runs a program in a folder of its own and gives what it says on standard output and standard error.
func run(t testing.TB, argv ...string) (stdout []byte, stderr string) {
	t.Helper()
	need(t, argv[0])
	said, err := program.Run(t.Context(), program.Command{Argv: argv, Dir: t.TempDir(), Timeout: 2 * time.Minute, MaxOutput: 64 << 20})
	if err != nil {
		t.Fatalf("%q: %v", argv, err)
	}
	return said.Stdout, said.Stderr
}

// saidBy is spokenText, said by a voice of espeak-ng.
func saidBy(t testing.TB, voice string) []int16 {
	t.Helper()
	out := filepath.Join(t.TempDir(), "ra.wav")
	run(t, "espeak-ng", "-v", voice, "-s", "110", "-z", "-w", out, spokenText)
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	once, perSecond, err := readWave(file)
	if err != nil {
		t.Fatal(err)
	}
	return append(trim(resample(once, perSecond)), make([]int16, samplesOf(600*time.Millisecond))...)
}

// written puts bytes into a file of their own.
func written(t testing.TB, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// telephone makes of speech what a telephone records of it: soft, with pink noise, 16 kHz. It is a WAV file.
func telephone(t testing.TB, samples []int16) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "thu.wav")
	run(t, "ffmpeg", "-v", "error", "-i", written(t, "in.wav", writeWave(samples)), "-filter_complex",
		"[0]volume=-18dB[voice];anoisesrc=color=pink:amplitude=0.01:seed=7:sample_rate=44100[noise];[voice][noise]amix=inputs=2:duration=first:normalize=0,aresample=16000",
		"-fflags", "+bitexact", out)
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// pcmOf gives the samples that ffmpeg reads from a sound file.
func pcmOf(t testing.TB, file []byte) []int16 {
	t.Helper()
	pcm, _ := run(t, "ffmpeg", "-v", "error", "-i", written(t, "in", file), "-ac", "1", "-ar", "44100", "-f", "s16le", "-")
	return decodePCM(pcm)
}

var meterLine = regexp.MustCompile(`(?m)^\s+(I|Peak):\s+(-?[\d.]+|-inf) `)

// metered is what ffmpeg's own meter says of a sound file: LUFS and dBTP.
func metered(t testing.TB, file []byte) (loudness, peak float64) {
	t.Helper()
	_, said := run(t, "ffmpeg", "-hide_banner", "-nostats", "-i", written(t, "in", file), "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-")
	for _, m := range meterLine.FindAllStringSubmatch(said, -1) {
		level, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		if m[1] == "I" {
			loudness = level
		} else {
			peak = level
		}
	}
	return loudness, peak
}

// TestFinishedSoundKeepsItsFigures makes sounds of what people and machines say, and lets programs of others measure them.
func TestFinishedSoundKeepsItsFigures(t *testing.T) {
	tools := tools(t)
	clear := saidBy(t, "vi")[:6*rate]
	soft := make([]int16, len(clear))
	for i, s := range clear {
		soft[i] = s / 64
	}
	for _, c := range []struct {
		name    string
		samples []int16
	}{
		{"a machine of the north", clear},
		{"a machine of the middle", saidBy(t, "vi-vn-x-central")[:6*rate]},
		{"a machine of the south", saidBy(t, "vi-vn-x-south")[:6*rate]},
		{"a telephone", pcmOf(t, telephone(t, clear))},
		{"a voice 36 dB softer", soft},
		{"a voice behind the chime", append(append(chime(), make([]int16, rate/2)...), clear...)},
		{"a tone", sine(880, -6, 5*time.Second, 0)},
		{"a chime alone, by its peak", chime()},
		{"three seconds", clear[:3*rate]},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			tag := Tag{Title: "Thấy dây rơi, đứng xa", Artist: "Đài Vĩnh Linh", Year: 2023, Lyrics: spokenText}
			file, length, err := tools.MP3(t.Context(), folder, c.samples, tag)
			if err != nil {
				t.Fatal(err)
			}
			ours, err := Verify(file, len(c.samples), tag)
			if err != nil {
				t.Error(err)
			}
			theirs := pcmOf(t, file)
			if len(theirs) != ours.Samples || length != timeOf(ours.Samples) {
				t.Errorf("%d samples by ffmpeg, %d by us; length %v", len(theirs), ours.Samples, length)
			}
			if off := len(theirs) - len(c.samples); 100*max(off, -off) > len(theirs) {
				t.Errorf("%d samples became %d", len(c.samples), len(theirs))
			}
			loud, peak := metered(t, file)
			t.Logf("%v: %.1f LUFS, %.1f dBTP; ffmpeg says %.1f and %.1f", length, ours.Loudness, ours.TruePeak, loud, peak)
			if peak > -1 || math.Abs(peak-ours.TruePeak) > 0.3 {
				t.Errorf("true peak %.1f dBTP by ffmpeg, %.1f by us", peak, ours.TruePeak)
			}
			if len(c.samples) >= 3*rate && (math.Abs(loud+16) > 1 || math.Abs(loud-ours.Loudness) > 0.2) {
				t.Errorf("%.1f LUFS by ffmpeg, %.1f by us", loud, ours.Loudness)
			}
			if f := Measure(theirs); f.FullScale > 0 || f.First > time.Second {
				t.Errorf("at full scale %d, first sound after %v", f.FullScale, f.First)
			}
			if again, _, err := tools.MP3(t.Context(), folder, c.samples, tag); err != nil || !bytes.Equal(again, file) {
				t.Errorf("a second time: %v, equal bytes %v", err, bytes.Equal(again, file))
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
			said, _ := run(t, "ffprobe", "-v", "error", "-show_entries", "stream=codec_name,sample_rate,channels,bit_rate", "-of", "json", written(t, "in.mp3", file))
			var probe struct {
				Streams []struct {
					Codec    string `json:"codec_name"`
					Rate     string `json:"sample_rate"`
					Bits     string `json:"bit_rate"`
					Channels int
				}
			}
			if err := json.Unmarshal(said, &probe); err != nil || len(probe.Streams) != 1 {
				t.Fatalf("%v: %s", err, said)
			}
			if s := probe.Streams[0]; s.Codec != "mp3" || s.Rate != "44100" || s.Bits != "64000" || s.Channels != 1 {
				t.Errorf("%+v", s)
			}
		})
	}
}

func TestWhatCannotBeMadeASound(t *testing.T) {
	tools := tools(t)
	hiss := make([]int16, 5*rate)
	for i := range hiss {
		hiss[i] = int16(i % 3)
	}
	hole := append(append(sine(700, -12, 2*time.Second, 0), make([]int16, 4*rate)...), sine(700, -12, 2*time.Second, 0)...)
	knocks := make([]int16, 10*rate) // high and short: loudness and peak are too far apart
	for at := 0; at < len(knocks); at += rate / 4 {
		copy(knocks[at:], sine(700, -1, 15*time.Millisecond, 0))
	}
	late := append(make([]int16, 2*rate), sine(700, -12, 4*time.Second, 0)...)
	for _, c := range []struct {
		name    string
		samples []int16
		want    FlawKind
	}{
		{"nothing", nil, NoSound},
		{"silence", make([]int16, 5*rate), NoSound},
		{"hiss", hiss, NoSound},
		{"a click", append([]int16{30000}, make([]int16, 5*rate)...), WrongVolume},
		{"knocks", knocks, WrongVolume},
		{"a hole", hole, LongSilence},
		{"a late start", late, LateStart},
		{"half an hour and a second", make([]int16, 1801*rate), WrongLength},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			file, _, err := tools.MP3(t.Context(), folder, c.samples, Tag{})
			var flaw *Flaw
			if !errors.As(err, &flaw) || flaw.Kind != c.want || flaw.Cure == "" || file != nil {
				t.Errorf("%v (%d bytes), want flaw %d", err, len(file), c.want)
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestMasteringEndsWithItsContext(t *testing.T) {
	tools := tools(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	stopped := errors.New("stopped by hand")
	cancel(stopped)
	folder := t.TempDir()
	if _, _, err := tools.MP3(ctx, folder, sine(700, -12, 4*time.Second, 0), Tag{}); !errors.Is(err, stopped) {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestToolsAreThereOrTheErrorSaysSo(t *testing.T) {
	var missing *program.NotFoundError
	if _, err := FindTools(t.Context(), t.TempDir(), "loa-khong-co-ffmpeg", "ffprobe"); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
	if _, err := FindTools(t.Context(), t.TempDir(), "true", "true"); err == nil {
		t.Error("a program that says nothing is taken for ffmpeg")
	}
	if _, _, err := (Tools{}).MP3(t.Context(), t.TempDir(), sine(700, -12, time.Second, 0), Tag{}); !errors.Is(err, ErrNoTools) {
		t.Errorf("without tools: %v", err)
	}
	if _, _, err := tools(t).MP3(t.Context(), filepath.Join(t.TempDir(), "khong-co"), sine(700, -12, time.Second, 0), Tag{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a folder: %v", err)
	}
}
