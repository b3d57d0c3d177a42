package audio

import "time"

// edge is how long a sentence fades in and out: 5 ms, against clicks.
const edge = 5 * rate / 1000

// part is a stretch of a sound: samples, then silence.
type part struct {
	samples []int16
	pause   time.Duration // silence behind it
	text    string        // what is said in it, as it is written; "" makes no cue
}

// join lays parts one behind the other and says when each is said. The sound has as many samples as the parts and their pauses together;
// times are sums of samples, so that they never drift. The parts are left as they are.
func join(parts []part) (samples []int16, cues []Cue) {
	total := 0
	for _, p := range parts {
		total += len(p.samples) + samplesOf(p.pause)
	}
	samples = make([]int16, 0, total)
	for _, p := range parts {
		start := len(samples)
		samples = append(samples, p.samples...)
		end := len(samples)
		fade(samples[start:end])
		samples = samples[:end+samplesOf(p.pause)]
		if p.text != "" && end > start {
			cues = append(cues, Cue{Start: timeOf(start), End: timeOf(end), Text: p.text})
		}
	}
	return samples, cues
}

// fade lets both ends of samples rise from and fall to nothing, in a straight line.
func fade(samples []int16) {
	n := min(edge, len(samples)/2)
	for i := range n {
		last := len(samples) - 1 - i
		samples[i] = int16(int(samples[i]) * i / n)
		samples[last] = int16(int(samples[last]) * i / n)
	}
}

// samplesOf is how many whole samples a length takes; a length below zero takes none.
func samplesOf(d time.Duration) int { return max(0, int(int64(d)*rate/int64(time.Second))) }

// timeOf is how long a number of samples takes.
func timeOf(samples int) time.Duration {
	return time.Duration(int64(samples) * int64(time.Second) / rate)
}
