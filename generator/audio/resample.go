package audio

import "math"

// resample brings samples to our rate: 22,050 a second of espeak-ng become exactly twice as many, each of the old ones still there.
//
// A windowed sinc in one phase for each place between two samples (Smith, "Digital Audio Resampling"), with whole-number coefficients
// of 15 bits, so that every machine gives the same bytes. It is done here and not by ffmpeg: it costs no process a sentence, a voice needs
// no ffmpeg, and a sentence in the cache does not change with ffmpeg's version. What is above the horn's 5 kHz is cut later anyway.
func resample(in []int16, from int) []int16 {
	if from == rate || len(in) == 0 {
		return in
	}
	g := gcd(rate, from)
	up, down := rate/g, from/g
	filter, half := sincFilter(up, float64(min(rate, from))/float64(from))
	out := make([]int16, (len(in)*up+down-1)/down)
	for n := range out {
		at, phase := n*down/up, n*down%up
		if phase == 0 && from < rate { // an old sample: all other coefficients are 0
			out[n] = in[at]
			continue
		}
		begin := at - half + 1 // of what the filter reaches
		first, end := max(0, begin), min(len(in), begin+2*half)
		taps := filter[phase*2*half+first-begin:]
		sum := int64(1 << 14) // rounds
		for k, s := range in[first:end] {
			sum += int64(taps[k]) * int64(s)
		}
		out[n] = int16(min(max(sum>>15, math.MinInt16), math.MaxInt16))
	}
	return out
}

// lobes is how many zero crossings the filter reaches to each side: ripple and images below -60 dB.
const lobes = 24

// sincFilter gives 2·half coefficients for each of the phases between two samples; each phase sums up to 1<<15, so that a constant
// stays what it is. pass is the part of the old band that is kept, 1 when the rate goes up.
func sincFilter(phases int, pass float64) (taps []int32, half int) {
	half = int(math.Ceil(lobes / pass))
	taps = make([]int32, phases*2*half)
	ideal := make([]float64, 2*half)
	for phase := range phases {
		total := 0.0
		for k := range ideal {
			x := float64(k-half+1) - float64(phase)/float64(phases)
			ideal[k] = sinc(x*pass) * blackman(x/float64(half))
			total += ideal[k]
		}
		row, sum := taps[phase*2*half:(phase+1)*2*half], int32(0)
		for k, v := range ideal {
			row[k] = int32(math.Round(v / total * (1 << 15)))
			sum += row[k]
		}
		middle := half - 1
		if 2*phase > phases {
			middle = half
		}
		row[middle] += 1<<15 - sum
	}
	return taps, half
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// blackman is the window over -1…1, 0 outside.
func blackman(x float64) float64 {
	if x <= -1 || x >= 1 {
		return 0
	}
	return 0.42 + 0.5*math.Cos(math.Pi*x) + 0.08*math.Cos(2*math.Pi*x)
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
