package audio

import (
	"math"
	"math/cmplx"
	"testing"
)

// TestChainMakesSoundForHorns is a table of what the chain does to a machine's voice and to a telephone's recording: more of the energy lies
// where a horn carries, and the peaks stand less far above the whole. It is printed with -v.
func TestChainMakesSoundForHorns(t *testing.T) {
	tools := tools(t)
	machine := saidBy(t, "vi-vn-x-central")
	t.Logf("%-28s %18s %18s %18s %18s", "", "300–5,000 Hz", "crest factor", "loudness", "true peak")
	for _, c := range []struct {
		name    string
		samples []int16
	}{
		{"espeak-ng, middle", machine},
		{"espeak-ng, north", saidBy(t, "vi")},
		{"telephone, −18 dB, pink noise", pcmOf(t, telephone(t, machine))},
	} {
		file, _, err := tools.MP3(t.Context(), t.TempDir(), c.samples, Tag{})
		if err != nil {
			t.Fatal(err)
		}
		after := pcmOf(t, file)
		was, is := Measure(c.samples), Measure(after)
		bandBefore, bandAfter := bandShare(c.samples, 300, 5000), bandShare(after, 300, 5000)
		crestBefore, crestAfter := crest(c.samples), crest(after)
		t.Logf("%-28s %6.1f %% → %5.1f %% %5.1f → %5.1f dB %5.1f → %5.1f LUFS %4.1f → %4.1f dBTP", c.name, 100*bandBefore, 100*bandAfter,
			crestBefore, crestAfter, was.Loudness, is.Loudness, was.TruePeak, is.TruePeak)
		if bandAfter <= bandBefore || bandAfter < 0.9 {
			t.Errorf("%s: %.1f %% of the energy in the horn's band, it was %.1f %%", c.name, 100*bandAfter, 100*bandBefore)
		}
		if crestAfter >= crestBefore-2 {
			t.Errorf("%s: crest factor %.1f dB, it was %.1f", c.name, crestAfter, crestBefore)
		}
	}
}

// crest is the highest sample above the mean square of all, in dB.
func crest(samples []int16) float64 {
	highest, square := 0.0, 0.0
	for _, s := range samples {
		highest = max(highest, math.Abs(float64(s)))
		square += float64(s) * float64(s)
	}
	return decibels(highest / math.Sqrt(square/float64(len(samples))))
}

// bandShare is the part of the energy between two frequencies, from spectra of 4,096 samples under a Hann window.
func bandShare(samples []int16, from, to float64) float64 {
	const n = 4096
	inside, all := 0.0, 0.0
	for at := 0; at+n <= len(samples); at += n / 2 {
		block := make([]complex128, n)
		for i := range block {
			block[i] = complex(float64(samples[at+i])*(1-math.Cos(2*math.Pi*float64(i)/n)), 0)
		}
		for k, x := range spectrum(block)[1 : n/2] {
			power := real(x)*real(x) + imag(x)*imag(x)
			if hertz := float64(k+1) * rate / n; hertz >= from && hertz <= to {
				inside += power
			}
			all += power
		}
	}
	return inside / all
}

// spectrum is the discrete Fourier transform of a power of two of samples.
func spectrum(x []complex128) []complex128 {
	n := len(x)
	if n == 1 {
		return x
	}
	even, odd := make([]complex128, n/2), make([]complex128, n/2)
	for i := range n / 2 {
		even[i], odd[i] = x[2*i], x[2*i+1]
	}
	even, odd = spectrum(even), spectrum(odd)
	out := make([]complex128, n)
	for k := range n / 2 {
		turned := odd[k] * cmplx.Rect(1, -2*math.Pi*float64(k)/float64(n))
		out[k], out[k+n/2] = even[k]+turned, even[k]-turned
	}
	return out
}

func TestBandShareOfTones(t *testing.T) {
	low, middle := sine(100, -10, 1e9, 0), sine(1000, -10, 1e9, 0)
	mixed := make([]int16, len(low))
	for i := range mixed {
		mixed[i] = low[i] + middle[i]
	}
	for name, c := range map[string]struct {
		samples []int16
		want    float64
	}{"below": {low, 0}, "inside": {middle, 1}, "half and half": {mixed, 0.5}} {
		if got := bandShare(c.samples, 300, 5000); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %.3f, want %.1f", name, got, c.want)
		}
	}
	if got := crest(middle); math.Abs(got-3.01) > 0.05 {
		t.Errorf("crest factor of a tone: %.2f dB", got)
	}
}
