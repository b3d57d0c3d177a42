package audio

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// noise gives n samples of a voice's loudness, the same on every run.
func noise(n int) []int16 {
	random := rand.New(rand.NewPCG(1, 2))
	samples := make([]int16, n)
	for i := range samples {
		samples[i] = int16(random.IntN(16000) - 8000)
	}
	return samples
}

// waveAt is a WAV file at another rate.
func waveAt(samples []int16, perSecond uint32) []byte {
	file := writeWave(samples)
	binary.LittleEndian.PutUint32(file[24:], perSecond)
	binary.LittleEndian.PutUint32(file[28:], 2*perSecond)
	return file
}

// edited is a WAV file of four samples after a change.
func edited(change func(file []byte) []byte) []byte {
	return change(writeWave([]int16{1, -2, 3, -4}))
}

func sized(file []byte) []byte {
	binary.LittleEndian.PutUint32(file[4:], uint32(len(file)-8))
	return file
}

func put16(at int, v uint16) func([]byte) []byte {
	return func(file []byte) []byte { binary.LittleEndian.PutUint16(file[at:], v); return file }
}

func put32(at int, v uint32) func([]byte) []byte {
	return func(file []byte) []byte { binary.LittleEndian.PutUint32(file[at:], v); return file }
}

func TestWaveFilesThatAreWrong(t *testing.T) {
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "does not begin like one"},
		{"text", []byte("không mở được tệp ra"), "does not begin like one"},
		{"a head that lies about the file, as of a pipe", edited(put32(4, 0x7ffff024)), "its header says 2147479596 bytes, it has 52"},
		{"sound that is longer than the file", edited(put32(40, 0x7ffff000)), `chunk "data" says 2147479552 bytes, 8 are left`},
		{"sound that is shorter than the file", edited(put32(40, 4)), `4 bytes behind the last chunk`},
		{"half a file", writeWave(noise(1000))[:1000], "its header says 2044 bytes, it has 1000"},
		{"half a file with a head that was put right", sized(writeWave(noise(1000))[:1000]), `chunk "data" says 2000 bytes`},
		{"half a sample", sized(edited(func(f []byte) []byte { return put32(40, 7)(f[:51]) })), "half a sample: 7 bytes"},
		{"a few bytes behind the end", sized(edited(func(f []byte) []byte { return append(f, 0, 0, 0) })), "3 bytes behind the last chunk"},
		{"head alone", sized(edited(func(f []byte) []byte { return f[:36] })), "no sound"},
		{"short head", edited(put32(16, 8)), "a head of 8 bytes"},
		{"two channels", edited(put16(22, 2)), "2 channels of 16 bits"},
		{"eight bits", edited(put16(34, 8)), "1 channels of 8 bits"},
		{"floats", edited(put16(20, 3)), "format 0x3, not PCM"},
		{"no rate", edited(put32(24, 0)), "0 samples a second"},
		{"figures that contradict each other", edited(put32(28, 1)), "2 bytes a block and 1 a second at 44100"},
		{"two sounds", sized(edited(func(f []byte) []byte { return append(f, f[36:]...) })), "two sounds"},
		{"two heads", sized(edited(func(f []byte) []byte { return append(f, f[12:36]...) })), "two heads"},
		{"sound before the head", sized(edited(func(f []byte) []byte { return slices.Concat(f[:12], f[36:], f[12:36]) })), "sound before the head"},
		{"an hour", waveAt(make([]int16, 8000*301), 8000), "5m1s of sound"},
	} {
		t.Run(c.name, func(t *testing.T) {
			samples, _, err := readWave(c.file)
			if _, typed := err.(waveError); !typed || !strings.Contains(err.Error(), c.want) || samples != nil {
				t.Errorf("got %d samples, %v, want %q", len(samples), err, c.want)
			}
		})
	}
}

func TestWaveFilesThatAreRight(t *testing.T) {
	list := []byte("LIST\x03\x00\x00\x00abc\x00")
	extensible := edited(func(f []byte) []byte {
		head := slices.Concat(f[20:36], []byte{22, 0, 16, 0, 4, 0, 0, 0}, subtypePCM)
		binary.LittleEndian.PutUint16(head, formatExtensible)
		return sized(slices.Concat(f[:16], []byte{40, 0, 0, 0}, head, f[36:]))
	})
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"plain", edited(slices.Clone[[]byte])},
		{"notes between head and sound", sized(edited(func(f []byte) []byte { return slices.Concat(f[:36], list, f[36:]) }))},
		{"notes behind the sound", sized(edited(func(f []byte) []byte { return append(f, list...) }))},
		{"notes behind the sound, without their last odd byte", sized(edited(func(f []byte) []byte { return append(f, list[:len(list)-1]...) }))},
		{"extensible head", extensible},
	} {
		t.Run(c.name, func(t *testing.T) {
			samples, perSecond, err := readWave(c.file)
			if err != nil || perSecond != rate || !slices.Equal(samples, []int16{1, -2, 3, -4}) {
				t.Errorf("got %v at %d, %v", samples, perSecond, err)
			}
		})
	}
}

// FuzzWave: whatever is read as a WAV file is one of ours again with the same samples, and accounts for every byte of the file.
func FuzzWave(f *testing.F) {
	f.Add(writeWave(nil))
	f.Add(writeWave([]int16{1, -2, 3}))
	f.Add(waveAt(noise(50), 22050))
	f.Add(sized(append(writeWave([]int16{5}), "LIST\x00\x00\x00\x00"...)))
	f.Fuzz(func(t *testing.T, file []byte) {
		samples, perSecond, err := readWave(file)
		if err != nil {
			return
		}
		if perSecond < leastRate || perSecond > mostRate || 44+2*len(samples) > len(file) {
			t.Fatalf("%d samples at %d from %d bytes", len(samples), perSecond, len(file))
		}
		again, r, err := readWave(writeWave(samples))
		if err != nil || r != rate || !slices.Equal(again, samples) {
			t.Fatalf("written and read again: %d of %d samples, %v", len(again), len(samples), err)
		}
		for cut := range min(len(file), 60) {
			if _, _, err := readWave(file[:len(file)-1-cut]); err == nil {
				t.Fatalf("without its last %d bytes it is still read", cut+1)
			}
		}
		if out := resample(samples, perSecond); len(out) != (len(samples)*rate+perSecond-1)/perSecond {
			t.Fatalf("%d samples at %d became %d", len(samples), perSecond, len(out))
		}
	})
}

func TestResamplingKeepsTheSound(t *testing.T) {
	sine := func(perSecond, n int) []int16 {
		out := make([]int16, n)
		for i := range out {
			out[i] = int16(math.Round(20000 * math.Sin(2*math.Pi*1000*float64(i)/float64(perSecond))))
		}
		return out
	}
	for _, from := range []int{8000, 11025, 16000, 22050, 24000, 32000, 44056, 48000, 96000} {
		got := resample(sine(from, from/2), from)
		want := sine(rate, len(got))
		worst := 0
		for i := 200; i < len(got)-200; i++ { // at the very ends there is no sound on one side
			worst = max(worst, int(math.Abs(float64(got[i])-float64(want[i]))))
		}
		if worst > 20 { // -60 dB of the tone
			t.Errorf("%d: %d off at worst", from, worst)
		}
		if len(got) != (from/2*rate+from-1)/from {
			t.Errorf("%d: %d samples", from, len(got))
		}
	}
}

func TestResamplingTwiceKeepsEachSample(t *testing.T) {
	in := noise(500)
	out := resample(in, 22050)
	for i, s := range in {
		if out[2*i] != s {
			t.Fatalf("sample %d is %d, was %d", i, out[2*i], s)
		}
	}
	loudest := slices.Repeat([]int16{math.MaxInt16}, 300)
	for i, s := range resample(loudest, 22050)[100:500] {
		if s != math.MaxInt16 {
			t.Fatalf("a constant changed at %d: %d", i, s)
		}
	}
	square := slices.Repeat([]int16{math.MaxInt16, math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16, math.MinInt16}, 50)
	for i, s := range resample(square, 22050)[2:] { // overshoots are cut, not turned over
		if i%12 == 0 && s < 0 {
			t.Fatalf("turned over at %d: %d", i, s)
		}
	}
	if same := resample(in, rate); &same[0] != &in[0] {
		t.Error("our own rate was touched")
	}
	if !bytes.Equal(writeWave(resample(in, 48000)), writeWave(resample(in, 48000))) {
		t.Error("not the same twice")
	}
}
