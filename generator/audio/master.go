package audio

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// Tools are the programs that turn samples into an MP3 and foreign recordings into samples. The zero value: none are there.
type Tools struct {
	FFmpeg, FFprobe string // by name or path
	Version         string // what both say of themselves: part of the key of whatever they make
}

// ErrNoTools says that ffmpeg is not there. Without it no sound is made, and everything else is.
var ErrNoTools = errors.New("ffmpeg is not there")

// FindTools asks two programs who they are, in a private folder. They must be an ffmpeg that writes MP3 by LAME and its ffprobe; whatever
// they cannot do is the error, in which a [program.NotFoundError] says that one is not installed.
func FindTools(ctx context.Context, folder, ffmpeg, ffprobe string) (Tools, error) {
	var asked errgroup.Group
	var said [3]string
	var errs [3]error
	for i, q := range [][2]string{{ffmpeg, "-version"}, {ffprobe, "-version"}, {ffmpeg, "-encoders"}} {
		asked.Go(func() error { // at once: a build that makes nothing waits for hardly anything else
			said[i], errs[i] = ask(ctx, folder, q[0], q[1])
			return nil
		})
	}
	asked.Wait() // no error: the first in their order counts
	if err := cmp.Or(errs[:]...); err != nil {
		return Tools{}, err
	}
	t := Tools{FFmpeg: ffmpeg, FFprobe: ffprobe}
	for i, name := range []string{ffmpeg, ffprobe} {
		line, _, _ := strings.Cut(said[i], "\n")
		line, _, _ = strings.Cut(line, " Copyright")
		if !strings.HasPrefix(line, "ff") {
			return Tools{}, fmt.Errorf("%s does not say its version", name)
		}
		t.Version += strings.TrimSpace(line) + "\n"
	}
	if !slices.Contains(strings.Fields(said[2]), "libmp3lame") {
		return Tools{}, fmt.Errorf("%s has no MP3 encoder (libmp3lame)", ffmpeg)
	}
	return t, nil
}

// chainVersion is part of the key of whatever the chain makes; a change of its figures is a new number.
const chainVersion = "2"

// The horn chain (SPEECH.md 8.4). A re-entrant horn carries 300 to 5,000 Hz and is heard over noise: what it cannot carry is cut, what makes
// speech clear is lifted, the dynamics are made narrow. The compressor follows single waves of a deep voice and so makes new tones below
// 300 Hz: what the horn cannot carry is cut once more behind it (the share of energy in the horn's band, of one voice: 89 % before
// the chain, 87 % without this cut, 94 % with it). Loudness is won by the compressor, peaks by the limiter, which works on a signal
// of four times the rate because what the MP3 adds lies between the samples.
const (
	shape = "aformat=sample_rates=44100:channel_layouts=mono," +
		"highpass=f=300:p=2,lowpass=f=5000:p=2,equalizer=f=2500:t=q:w=1:g=3," +
		"acompressor=threshold=-26dB:ratio=6:attack=3:release=80:knee=6:makeup=4," +
		"highpass=f=300:p=2,lowpass=f=5000:p=2"
	finish = "volume=%.3fdB,aresample=176400,alimiter=limit=%.4f:attack=%d:release=%d:level=false,aresample=44100"
)

// What the loop on the encoded file works with.
const (
	maxPasses     = 6
	closeEnough   = 0.35 // LU from the aim
	usualLimit    = -2.2 // dBFS of the limiter
	peakMargin    = 0.1  // dB below the allowed true peak
	shortPeak     = -3.0 // dBTP of a sound that is too short for a loudness
	leastLoudness = -60  // LUFS or dBTP, before the chain and behind its first part: below that there is noise alone
	maxLength     = 30 * time.Minute
)

// MP3 makes the finished sound from samples at 44.1 kHz, one channel: the horn chain, then 64 kbit/s CBR at −16 ± 1 LUFS with a true peak of
// at most −1 dBTP, behind the tag. Below 3 seconds the peak is set, to −3 dBTP. length is that of the decoded file.
//
// The gain is sought before anything is encoded. What is encoded is decoded and measured, and made again with another gain until it fits,
// at most six times; the file that is given away has passed what [Verify] demands. Equal samples and tools give equal bytes. The error
// is a [*Flaw] if the sound cannot be brought there, [ErrNoTools], or the machine's. In folder, a private one, nothing is left in any case.
func (t Tools) MP3(ctx context.Context, folder string, samples []int16, tag Tag) (mp3 []byte, length time.Duration, err error) {
	if t.FFmpeg == "" {
		return nil, 0, ErrNoTools
	}
	if timeOf(len(samples)) > maxLength {
		return nil, 0, tooLong(timeOf(len(samples)))
	}
	aim, before, level := wantLoudness, loudness, func(f Figures) float64 { return f.Loudness }
	if timeOf(len(samples)) < shortSound {
		aim, before, level = shortPeak, truePeak, func(f Figures) float64 { return f.TruePeak }
	}
	if !(before(samples) > leastLoudness) {
		return nil, 0, noSound()
	}
	dir, err := os.MkdirTemp(folder, "mp3-")
	if err != nil {
		return nil, 0, fmt.Errorf("make an MP3: %w", err)
	}
	defer os.RemoveAll(dir)
	sound, err := t.shape(ctx, dir, samples)
	switch {
	case err != nil:
		return nil, 0, err
	case !(level(sound.plain) > leastLoudness):
		return nil, 0, noSound()
	}

	var best []byte
	var found Figures
	limit, aimed := usualLimit, aim
	for range maxPasses {
		gain, said, err := sound.gainFor(aimed, limit, level)
		if err != nil {
			return nil, 0, err
		}
		frames, err := t.encode(ctx, dir, sound, gain, limit)
		if err != nil {
			return nil, 0, err
		}
		file := append(tag.bytes(), frames...)
		f, err := inspect(file)
		if err != nil {
			return nil, 0, err
		}
		if best == nil || f.misses(aim-level(f)) < found.misses(aim-level(found)) {
			best, found = file, f
		}
		if found.misses(aim-level(found)) == 0 {
			break
		}
		aimed = said + aim - level(f)
		if over := f.TruePeak - maxTruePeak + peakMargin; over > 0 {
			limit -= over + peakMargin
		}
	}
	if err := found.judge(best, len(samples), tag); err != nil {
		return nil, 0, err
	}
	return best, found.Length(), nil
}

// misses says by how much an encoded sound is away from where it should be, 0 if it is close enough. A peak that is too high weighs most.
func (f Figures) misses(off float64) float64 {
	miss := 0.0
	if off = math.Abs(off); off > closeEnough {
		miss = off
	}
	if over := f.TruePeak - maxTruePeak + peakMargin; over > 0 {
		miss += 100 * over
	}
	return miss
}

// shape runs samples through the part of the chain that no gain changes.
func (t Tools) shape(ctx context.Context, dir string, samples []int16) (shaped, error) {
	out := filepath.Join(dir, "than.f32")
	err := t.chain(ctx, timeOf(len(samples)), program.Command{
		Argv: []string{"-f", "s16le", "-ar", strconv.Itoa(rate), "-ac", "1", "-i", "pipe:0",
			"-map", "0:a:0", "-af", shape, "-ac", "1", "-ar", strconv.Itoa(rate), "-f", "f32le", out},
		Dir: dir, Stdin: &pcmReader{samples: samples}, File: out, MaxFile: 1<<20 + 4*int64(len(samples)),
	})
	if err != nil {
		return shaped{}, err
	}
	sound := shaped{file: out, samples: len(samples)}
	sound.plain, err = sound.limited(0, math.Inf(1))
	return sound, err
}

// encode runs a shaped sound through the rest of the chain, at a gain and a limit in dB, and gives the frames.
func (t Tools) encode(ctx context.Context, dir string, sound shaped, gain, limit float64) ([]byte, error) {
	out := filepath.Join(dir, "ra.mp3")
	length := timeOf(sound.samples)
	err := t.chain(ctx, length, program.Command{
		Argv: []string{"-f", "f32le", "-ar", strconv.Itoa(rate), "-ac", "1", "-i", sound.file,
			"-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1",
			"-af", fmt.Sprintf(finish, gain, math.Pow(10, limit/20), attack.Milliseconds(), release.Milliseconds()), "-ac", "1", "-ar", strconv.Itoa(rate),
			"-c:a", "libmp3lame", "-b:a", "64k", "-fflags", "+bitexact", "-flags:a", "+bitexact",
			"-id3v2_version", "0", "-write_xing", "1", "-f", "mp3", out},
		Dir: dir, File: out, MaxFile: 1<<20 + int64(length.Seconds()*2*8000),
	})
	if err != nil {
		return nil, err
	}
	frames, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("make an MP3: %w", err)
	}
	return frames, nil
}

// chain runs ffmpeg on a sound of that length. The command lacks what all have in common.
func (t Tools) chain(ctx context.Context, length time.Duration, c program.Command) error {
	c.Argv = append([]string{t.FFmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error", "-y", "-threads", "1",
		"-protocol_whitelist", "file,pipe"}, c.Argv...)
	c.Timeout = 30*time.Second + length
	if _, err := program.Run(ctx, c); err != nil {
		return fmt.Errorf("make an MP3: %w", err)
	}
	return nil
}

// pcmReader reads samples as 16-bit little-endian PCM.
type pcmReader struct{ samples []int16 }

func (r *pcmReader) Read(p []byte) (int, error) {
	if len(r.samples) == 0 {
		return 0, io.EOF
	}
	n := min(len(r.samples), len(p)/2)
	for i, s := range r.samples[:n] {
		binary.LittleEndian.PutUint16(p[2*i:], uint16(s))
	}
	r.samples = r.samples[n:]
	return 2 * n, nil
}
