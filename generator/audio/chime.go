package audio

import (
	"math"
	"time"
)

// The chime before a bulletin (SPEECH.md 8.7): two falling tones, made here so that no file of anybody is shipped.
const (
	chimeHigh, chimeLow = 880, 660 // Hz
	chimeTone           = 350 * time.Millisecond
	chimeFade           = rate / 100             // 10 ms
	chimePeak           = 8231                   // -12 dBFS
	chimePause          = 800 * time.Millisecond // the voice begins a second and a half after the first tone
)

// chime gives the two tones.
func chime() []int16 {
	return append(tone(chimeHigh), tone(chimeLow)...)
}

func tone(hertz float64) []int16 {
	samples := make([]int16, samplesOf(chimeTone))
	for i := range samples {
		level := chimePeak * min(1, float64(i)/chimeFade, float64(len(samples)-1-i)/chimeFade)
		samples[i] = int16(math.Round(level * math.Sin(2*math.Pi*hertz*float64(i)/rate)))
	}
	return samples
}
