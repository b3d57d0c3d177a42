package audio

// What is cut away at the ends of a sentence (SPEECH.md 8.3), so that the pauses between sentences are those of the script alone.
const (
	trimVersion = "1"            // of the rules below: part of a cached sentence's key
	trimWindow  = rate / 100     // 10 ms
	trimBefore  = 2 * trimWindow // kept before the first sound
	trimAfter   = 5 * trimWindow // kept behind the last: a syllable dies away
	quiet       = 184            // -45 dBFS, 32768 · 10^(-45/20)
	leastSound  = rate / 10      // fewer samples are no sentence
)

// trim cuts the silence off both ends of samples; nothing is left of silence. The result shares the memory of its argument.
func trim(samples []int16) []int16 {
	first, last, loud := sounding(samples)
	if loud == 0 {
		return nil
	}
	return samples[max(0, first-trimBefore):min(len(samples), last+trimAfter)]
}

// sounding gives the stretch from the first to behind the last window of 10 ms whose mean level (RMS) is above -45 dBFS, and how many
// samples lie in such windows. All are 0 when there is none.
func sounding(samples []int16) (first, last, loud int) { return soundingAbove(samples, quiet) }

// soundingAbove is sounding for another level, in units of a sample.
func soundingAbove(samples []int16, level float64) (first, last, loud int) {
	for at := 0; at < len(samples); at += trimWindow {
		window := samples[at:min(at+trimWindow, len(samples))]
		power := int64(0)
		for _, s := range window {
			power += int64(s) * int64(s)
		}
		if float64(power) < level*level*float64(len(window)) {
			continue
		}
		if loud == 0 {
			first = at
		}
		last = at + len(window)
		loud += len(window)
	}
	return first, last, loud
}
