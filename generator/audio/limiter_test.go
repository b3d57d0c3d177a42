package audio

import (
	"math"
	"slices"
	"testing"
	"time"
)

// through lets samples through a limiter, without what it holds back at the beginning.
func through(l *limiter, samples []float64) []float64 {
	var out []float64
	for _, x := range append(slices.Clone(samples), make([]float64, l.size)...) {
		out = append(out, l.next(x))
	}
	return out[l.size:]
}

func TestTheLimiterHoldsPeaksAndNothingElse(t *testing.T) {
	const limit = 0.5
	tone := func(level float64, length time.Duration) (x []float64) {
		for _, s := range sine(440, 0, length, 0) {
			x = append(x, level*float64(s)/fullScale)
		}
		return x
	}
	soft := tone(0.4, time.Second)
	if got := through(newLimiter(limit), soft); !slices.Equal(got, soft) {
		t.Error("what is below the limit does not pass as it is")
	}
	far := samplesOf(attack) + samplesOf(release) + 2
	x := slices.Concat(soft, tone(1.7, time.Second/2), soft)
	got := through(newLimiter(limit), x)
	if from, to := len(soft)-far, len(x)-len(soft)+far; !slices.Equal(got[:from], x[:from]) || !slices.Equal(got[to:], x[to:]) {
		t.Error("a loud part is heard far from it")
	}
	loud, held := got[len(soft):len(x)-len(soft)], 0.0
	for i, y := range loud {
		if held = max(held, math.Abs(y)); math.Abs(y) > limit || y*x[len(soft)+i] < 0 {
			t.Fatalf("sample %d: %f of %f", i, y, x[len(soft)+i])
		}
	}
	if held < 0.999*limit {
		t.Errorf("held down to %.3f, more than it must be", held)
	}
	one := make([]float64, 4000)
	one[2000] = -1
	for i := range one {
		one[i] += 0.01
	}
	got = through(newLimiter(limit), one)
	for i, want := range map[int]float64{1900: 1, 1956: 0.747, 2000: 0.505, 2661: 0.747, 3400: 1} { // down in 88 samples, back in 1,323
		if math.Abs(got[i]/one[i]-want) > 0.01 {
			t.Errorf("sample %d is made %.3f of what it was, want %.3f", i, got[i]/one[i], want)
		}
	}
}

// TestTheGainIsKnownBeforeAnythingIsEncoded: what the programs make of a sound is what was said of it, so that one pass is enough.
func TestTheGainIsKnownBeforeAnythingIsEncoded(t *testing.T) {
	tools := tools(t)
	loud := func(f Figures) float64 { return f.Loudness }
	voice := saidBy(t, "vi-vn-x-central")
	for _, c := range []struct {
		name    string
		samples []int16
		aim     float64
	}{
		{"the north", saidBy(t, "vi"), wantLoudness},
		{"the middle", voice, wantLoudness},
		{"the south", saidBy(t, "vi-vn-x-south"), wantLoudness},
		{"much softer than wanted", voice, -24},
		{"a telephone", pcmOf(t, telephone(t, voice)), wantLoudness},
		{"a tone", sine(880, -6, 5*time.Second, 0), wantLoudness},
	} {
		dir := t.TempDir()
		sound, err := tools.shape(t.Context(), dir, c.samples)
		if err != nil {
			t.Fatal(err)
		}
		gain, said, err := sound.gainFor(c.aim, usualLimit, loud)
		if err != nil {
			t.Fatal(err)
		}
		frames, err := tools.encode(t.Context(), dir, sound, gain, usualLimit)
		if err != nil {
			t.Fatal(err)
		}
		f, err := inspect(frames)
		if err != nil || math.Abs(said-c.aim) > 2*guessed || math.Abs(f.Loudness-said) > 0.1 {
			t.Errorf("%s: %.1f dB were to give %.2f LUFS, said %.2f, gave %.2f; %v", c.name, gain, c.aim, said, f.Loudness, err)
		}
	}
	sound, err := tools.shape(t.Context(), t.TempDir(), append([]int16{30000}, make([]int16, 5*rate)...))
	if err != nil {
		t.Fatal(err)
	}
	if gain, said, err := sound.gainFor(wantLoudness, usualLimit, loud); err != nil || said > wantLoudness-1 || gain > wantLoudness-sound.plain.Loudness+maxHeld {
		t.Errorf("a click: %.1f dB are to give %.1f LUFS; %v", gain, said, err)
	}
}
