package audio

import "math"

// loudness is the integrated loudness of a sound in LUFS: blocks of 400 ms that overlap by three quarters, K-weighted, gated at −70 LUFS
// and at 10 LU below the mean of what is left (ITU-R BS.1770-4, Annex 1; EBU R 128). It is −Inf for less than 400 ms and for silence.
func loudness(samples []int16) float64 {
	m := newMeter(len(samples))
	for _, s := range samples {
		m.hear(float64(s) / fullScale)
	}
	return m.loudness()
}

// meter measures loudness while it hears a sound.
type meter struct {
	weigh  kWeighting
	sum    float64 // of the squares of the step that is not over
	heard  int     // samples of it
	energy []float64
}

// A block of the meter is four steps.
const (
	meterStep  = rate / 10
	meterSteps = 4
)

func newMeter(samples int) *meter {
	return &meter{weigh: newKWeighting(), energy: make([]float64, 0, samples/meterStep+1)}
}

// hear takes a sample; full scale is 1.
func (m *meter) hear(x float64) {
	y := m.weigh.next(x)
	m.sum += y * y
	if m.heard++; m.heard == meterStep {
		m.energy = append(m.energy, m.sum/meterStep)
		m.sum, m.heard = 0, 0
	}
}

// loudness is that of what was heard so far.
func (m *meter) loudness() float64 {
	var blocks []float64
	for i := 0; i+meterSteps <= len(m.energy); i++ {
		blocks = append(blocks, (m.energy[i]+m.energy[i+1]+m.energy[i+2]+m.energy[i+3])/meterSteps)
	}
	gated := meanAbove(blocks, -70)
	return lufs(meanAbove(blocks, lufs(gated)-10))
}

const fullScale = 1 << 15

// lufs is the loudness of a mean square.
func lufs(square float64) float64 { return -0.691 + decibels(square)/2 }

// decibels of an amplitude; −Inf of 0.
func decibels(amplitude float64) float64 { return 20 * math.Log10(amplitude) }

// meanAbove is the mean of the blocks that are louder than a gate; 0 if none is.
func meanAbove(blocks []float64, gate float64) float64 {
	sum, n := 0.0, 0
	for _, b := range blocks {
		if lufs(b) > gate {
			sum, n = sum+b, n+1
		}
	}
	return sum / float64(max(n, 1))
}

// biquad is a filter of second order in transposed direct form II, a0 = 1.
type biquad struct{ b0, b1, b2, a1, a2, z1, z2 float64 }

func (f *biquad) next(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// kWeighting is the filter of BS.1770 that hears like a head: a shelf that lifts the heights by 4 dB, then a high-pass.
type kWeighting struct{ shelf, high biquad }

func (k *kWeighting) next(x float64) float64 { return k.high.next(k.shelf.next(x)) }

// newKWeighting computes the filter for our rate. The standard tabulates it for 48 kHz only; these are the analogue prototypes behind the
// table, as libebur128 derived them.
func newKWeighting() kWeighting {
	const (
		shelfHertz, shelfQ, shelfGain = 1681.974450955533, 0.7071752369554196, 3.999843853973347
		highHertz, highQ              = 38.13547087602444, 0.5003270373238773
	)
	k := math.Tan(math.Pi * shelfHertz / rate)
	vh := math.Pow(10, shelfGain/20)
	vb := math.Pow(vh, 0.4996667741545416)
	a0 := 1 + k/shelfQ + k*k
	shelf := biquad{b0: (vh + vb*k/shelfQ + k*k) / a0, b1: 2 * (k*k - vh) / a0, b2: (vh - vb*k/shelfQ + k*k) / a0,
		a1: 2 * (k*k - 1) / a0, a2: (1 - k/shelfQ + k*k) / a0}
	k = math.Tan(math.Pi * highHertz / rate)
	a0 = 1 + k/highQ + k*k
	return kWeighting{shelf, biquad{b0: 1, b1: -2, b2: 1, a1: 2 * (k*k - 1) / a0, a2: (1 - k/highQ + k*k) / a0}}
}

// Oversampling of the true-peak meter: four times, by a windowed sinc of 12 samples (BS.1770-4, Annex 2, asks for at least that).
const (
	overPhases = 4
	overTaps   = 12
)

// truePeak is the highest level in dBTP that the sound reaches between its samples, too: −Inf for silence.
func truePeak(samples []int16) float64 {
	phases, reach := overFilter()
	peak := 0.0
	for at := range samples {
		window := samples[at:min(at+overTaps, len(samples))]
		highest := 0
		for _, s := range window {
			highest = max(highest, int(s), -int(s))
		}
		peak = max(peak, float64(highest))
		if float64(highest)*reach <= peak { // nothing between these samples can be higher
			continue
		}
		for _, taps := range phases {
			sum := 0.0
			for i, s := range window {
				sum += taps[i] * float64(s)
			}
			peak = max(peak, math.Abs(sum))
		}
	}
	return decibels(peak / fullScale)
}

// overFilter gives the taps of each phase, and by how much a value between samples can at most be above them.
func overFilter() (phases [overPhases][overTaps]float64, reach float64) {
	const middle = overPhases * overTaps / 2
	for n := range overPhases * overTaps {
		hann := (1 - math.Cos(math.Pi*float64(n)/middle)) / 2
		phases[n%overPhases][n/overPhases] = sinc(float64(n-middle)/overPhases) * hann
	}
	for _, taps := range phases {
		sum := 0.0
		for _, t := range taps {
			sum += math.Abs(t)
		}
		reach = max(reach, sum)
	}
	return phases, reach
}
