package audio

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestTrimKeepsALittleSilence(t *testing.T) {
	const ms = rate / 1000 // 44 whole samples and a bit: lengths below are whole windows of 441
	silence := func(windows int) []int16 { return make([]int16, windows*trimWindow) }
	sound := noise(10 * trimWindow)
	whisper := slices.Repeat([]int16{180, -180}, trimWindow) // below the threshold
	for _, c := range []struct {
		name string
		in   []int16
		want []int16
	}{
		{"nothing", nil, nil},
		{"silence", silence(30), nil},
		{"a whisper", whisper, nil},
		{"sound alone", sound, sound},
		{"much silence on both sides", slices.Concat(silence(50), sound, silence(50)), slices.Concat(silence(2), sound, silence(5))},
		{"a little silence on both sides", slices.Concat(silence(1), sound, silence(3)), slices.Concat(silence(1), sound, silence(3))},
		{"silence between", slices.Concat(silence(9), sound, silence(90), sound, silence(9)), slices.Concat(silence(2), sound, silence(90), sound, silence(5))},
		{"half a window at the end", slices.Concat(silence(9), sound[:trimWindow+20*ms]), slices.Concat(silence(2), sound[:trimWindow+20*ms])},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := trim(c.in); !slices.Equal(got, c.want) {
				t.Errorf("%d samples of %d are left, want %d", len(got), len(c.in), len(c.want))
			}
			if again := trim(trim(c.in)); len(c.want)%trimWindow == 0 && !slices.Equal(again, c.want) {
				t.Errorf("trimmed again: %d samples, want %d", len(again), len(c.want))
			}
		})
	}
}

func TestSoundingCountsWhatIsHeard(t *testing.T) {
	for _, c := range []struct {
		level int16
		heard bool
	}{{quiet - 1, false}, {quiet, true}, {-quiet, true}, {math.MinInt16, true}} {
		if _, _, loud := sounding(slices.Repeat([]int16{c.level}, trimWindow)); (loud == trimWindow) != c.heard {
			t.Errorf("level %d: %d samples heard", c.level, loud)
		}
	}
	if db := 20 * math.Log10(quiet/32768.0); math.Abs(db+45) > 0.05 {
		t.Errorf("the threshold is %.2f dBFS", db)
	}
}

func TestJoinCountsInSamples(t *testing.T) {
	a, b := noise(1000), noise(2001)
	before := slices.Clone(a)
	samples, cues := join([]part{
		{chime(), 800 * time.Millisecond, ""},
		{a, 600 * time.Millisecond, "Một."},
		{nil, 100 * time.Millisecond, "không tiếng"},
		{b, 0, "Hai."},
	})
	head := 2*15435 + 35280 // two tones of 350 ms, 800 ms
	want := head + 1000 + 26460 + 4410 + 2001
	if len(samples) != want {
		t.Fatalf("%d samples, want %d", len(samples), want)
	}
	if !slices.Equal(a, before) {
		t.Error("a part was changed")
	}
	at := func(n int) time.Duration { return time.Duration(n) * time.Second / rate }
	wantCues := []Cue{{at(head), at(head + 1000), "Một."}, {at(want - 2001), at(want), "Hai."}}
	if diff := cmp.Diff(wantCues, cues); diff != "" {
		t.Error(diff)
	}
	pause := samples[head+1000 : head+1000+26460+4410]
	if slices.ContainsFunc(pause, func(s int16) bool { return s != 0 }) {
		t.Error("a pause makes a sound")
	}
	if samples[head] != 0 || samples[head+edge] != a[edge] || samples[head+999] != 0 {
		t.Errorf("edges %d %d %d", samples[head], samples[head+edge], samples[head+999])
	}
}

// FuzzJoin: the sum of the parts is the file, cues are in order and apart, and the last ends where the sound does, less its pause.
func FuzzJoin(f *testing.F) {
	f.Add([]byte{10, 5, 0, 0, 200, 255})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, sizes []byte) {
		var parts []part
		total := 0
		for i := 0; i+1 < len(sizes) && i < 40; i += 2 {
			p := part{make([]int16, 37*int(sizes[i])), time.Duration(sizes[i+1]) * 7 * time.Millisecond, fmt.Sprint("câu ", i)}
			for j := range p.samples {
				p.samples[j] = math.MinInt16
			}
			parts = append(parts, p)
			total += len(p.samples) + samplesOf(p.pause)
		}
		samples, cues := join(parts)
		if len(samples) != total {
			t.Fatalf("%d samples, want %d", len(samples), total)
		}
		last := time.Duration(0)
		for _, c := range cues {
			if c.Start < last || c.End <= c.Start || c.End > timeOf(len(samples)) {
				t.Fatalf("cue %v after %v in %v", c, last, timeOf(len(samples)))
			}
			last = c.End
		}
		checkCaptions(t, &Sound{Length: timeOf(len(samples)), Cues: cues})
	})
}

func TestChimeIsTwoTones(t *testing.T) {
	samples := chime()
	if len(samples) != 2*15435 {
		t.Fatalf("%d samples", len(samples))
	}
	peak := 0
	for _, s := range samples {
		peak = max(peak, int(s), -int(s))
	}
	if peak < chimePeak-5 || peak > chimePeak {
		t.Errorf("peak %d, want %d", peak, chimePeak)
	}
	for i, want := range []float64{chimeHigh, chimeLow} {
		tone, crossings := samples[i*15435:(i+1)*15435], 0
		for j := 1; j < len(tone); j++ {
			if tone[j-1] < 0 != (tone[j] < 0) {
				crossings++
			}
		}
		if hertz := float64(crossings) / 2 / 0.35; math.Abs(hertz-want) > 3 {
			t.Errorf("tone %d has %.0f Hz, want %.0f", i, hertz, want)
		}
		if tone[0] != 0 || tone[len(tone)-1] != 0 {
			t.Errorf("tone %d begins with %d and ends with %d", i, tone[0], tone[len(tone)-1])
		}
	}
}
