package audio

import (
	"math"
	"testing"
	"time"
)

// sine is a tone of so many Hz at a peak level in dBFS.
func sine(hertz, dbfs float64, length time.Duration, phase float64) []int16 {
	samples := make([]int16, samplesOf(length))
	for i := range samples {
		samples[i] = int16(math.Round((fullScale - 1) * math.Pow(10, dbfs/20) * math.Sin(phase+2*math.Pi*hertz*float64(i)/rate)))
	}
	return samples
}

// TestLoudnessOfTestSignals are the minimum requirements 1 to 5 of EBU Tech 3341, in one channel instead of two: 3.01 LU less.
func TestLoudnessOfTestSignals(t *testing.T) {
	const one = -3.01
	at := func(levels ...float64) (samples []int16) {
		for i := 0; i < len(levels); i += 2 {
			samples = append(samples, sine(1000, levels[i], time.Duration(levels[i+1]*float64(time.Second)), 0)...)
		}
		return samples
	}
	for _, c := range []struct {
		name    string
		samples []int16
		want    float64
	}{
		{"1: a steady tone", at(-23, 20), -23},
		{"2: a softer one", at(-33, 20), -33},
		{"3: soft ends do not count", at(-36, 10, -23, 60, -36, 10), -23},
		{"4: silence at the ends neither", at(-72, 10, -36, 10, -23, 60, -36, 10, -72, 10), -23},
		{"5: louder and softer parts are one mean", at(-26, 20, -20, 20.1, -26, 20), -23},
	} {
		if got := loudness(c.samples); math.Abs(got-(c.want+one)) > 0.1 {
			t.Errorf("%s: %.2f LUFS, want %.2f", c.name, got, c.want+one)
		}
	}
	for name, samples := range map[string][]int16{"nothing": nil, "silence": make([]int16, 10*rate), "300 ms": sine(1000, -20, 300*time.Millisecond, 0)} {
		if got := loudness(samples); !math.IsInf(got, -1) {
			t.Errorf("%s: %.2f LUFS", name, got)
		}
	}
}

// TestTruePeakSeesBetweenTheSamples: a tone of a quarter of the rate that is sampled beside its peaks reaches 3 dB above its samples
// (EBU Tech 3341, signals 15 to 19).
func TestTruePeakSeesBetweenTheSamples(t *testing.T) {
	for _, c := range []struct {
		name         string
		hertz, phase float64
	}{
		{"a slow tone", 441, 0},
		{"a quarter of the rate, on its peaks", rate / 4, math.Pi / 2},
		{"a quarter of the rate, beside its peaks", rate / 4, math.Pi / 4},
		{"a sixth of the rate, beside its peaks", rate / 6, math.Pi / 3},
		{"an eighth of the rate", rate / 8, math.Pi / 8},
	} {
		samples := sine(c.hertz, -6, time.Second, c.phase)
		fade(samples) // a tone that begins at once holds more than one frequency
		if got := truePeak(samples); got < -6.4 || got > -5.8 {
			t.Errorf("%s: %.2f dBTP of a tone at −6", c.name, got)
		}
	}
	if got := truePeak(make([]int16, 100)); !math.IsInf(got, -1) {
		t.Errorf("silence: %.2f dBTP", got)
	}
	if got := truePeak([]int16{16384}); math.Abs(got+6.02) > 0.05 {
		t.Errorf("a click of half the scale: %.2f dBTP", got)
	}
}

func TestMeasureFindsWhatCannotBeHeard(t *testing.T) {
	second := func(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
	quiet := func(s float64) []int16 { return sine(1000, -46, second(s), 0) }
	loud := func(s float64) []int16 { return sine(1000, -20, second(s), math.Pi/2) }
	for _, c := range []struct {
		name                 string
		parts                [][]int16
		first, silence, from float64
	}{
		{"sound at once", [][]int16{loud(2)}, 0, 0, 0},
		{"a late start", [][]int16{quiet(1.5), loud(1)}, 1.5, 1.5, 0},
		{"a hole", [][]int16{loud(1), quiet(4), loud(1), quiet(2)}, 0, 4, 1},
		{"a long end", [][]int16{loud(1), quiet(2), loud(1), quiet(3)}, 0, 3, 4},
		{"nothing", [][]int16{quiet(2)}, 2, 2, 0},
	} {
		var samples []int16
		for _, p := range c.parts {
			samples = append(samples, p...)
		}
		f := Measure(samples)
		near := func(got time.Duration, want float64) bool { return math.Abs(got.Seconds()-want) < 0.01 } // a wave crosses zero
		if !near(f.First, c.first) || !near(f.Silence, c.silence) || !near(f.SilenceAt, c.from) {
			t.Errorf("%s: first %v, silence %v from %v; want %v, %v, %v", c.name, f.First, f.Silence, f.SilenceAt, c.first, c.silence, c.from)
		}
	}
	clipped := append(loud(1), 32767, 32767, -32768, -32768, -32768, -32768, 0, 32767)
	if got := Measure(clipped).FullScale; got != 6 {
		t.Errorf("%d samples at full scale in a row, want 6", got)
	}
}

func BenchmarkMeasure(b *testing.B) {
	samples := sine(997, -10, time.Minute, 0)
	b.SetBytes(int64(2 * len(samples)))
	for b.Loop() {
		Measure(samples)
	}
}
