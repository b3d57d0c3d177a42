package audio

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"time"
)

// shaped is a sound behind the first part of the chain, in a file: samples at 44.1 kHz as 32-bit little-endian floats. All passes begin
// from it, and what a pass will give is known before it runs, nearly: the second part is imitated here, without its oversampling and
// without the MP3. A pass of the programs costs twenty times as much.
type shaped struct {
	file    string
	samples int
	plain   Figures // its loudness and its peak as the encoder would leave them, at a gain of 0 and without a limit
}

// What the limiter of the chain does, and the encoder behind it.
const (
	attack    = 2 * time.Millisecond
	release   = 30 * time.Millisecond
	lameScale = 0.95 // LAME makes all sound softer by that, as room for what it adds
)

// How a gain is sought.
const (
	maxGuesses = 8
	guessed    = 0.02     // LU or dB from the aim
	usualHeld  = 1.5      // dB of the gain that the limiter takes away again, of most voices (0.6 to 3.2)
	maxHeld    = 12.0     // dB: what is held down by more is a few knocks, and between them noise would come up
	usualSlope = 1 / 1.6  // LU of loudness for a dB of gain, of speech that the limiter holds down
	leastSlope = 1.0 / 4. // below that, more gain gives noise and no loudness
)

// gainFor seeks the gain in dB that brings a sound to a level. of says which of its figures that is, the loudness or the peak. said is what
// the gain is expected to give: another level than the aim if none reaches it.
func (s shaped) gainFor(aim, limit float64, of func(Figures) float64) (gain, said float64, err error) {
	without := aim - of(s.plain)
	gain = without + usualHeld
	slope, lastGain, lastSaid := usualSlope, 0.0, 0.0
	for try := range maxGuesses {
		f, err := s.limited(gain, limit)
		if err != nil {
			return 0, 0, err
		}
		said = of(f)
		if math.Abs(said-aim) < guessed || try == maxGuesses-1 {
			break
		}
		if rise := gain - lastGain; try > 0 && math.Abs(rise) > 0.001 {
			slope = min(1, max(leastSlope, (said-lastSaid)/rise))
		}
		lastGain, lastSaid = gain, said
		gain = min(without+maxHeld, max(without-maxHeld, gain+(aim-said)/slope))
	}
	return gain, said, nil
}

// limited gives the loudness and the peak of a sound behind a gain and a limit in dB.
func (s shaped) limited(gain, limit float64) (Figures, error) {
	file, err := os.Open(s.file)
	if err != nil {
		return Figures{}, fmt.Errorf("measure a sound: %w", err)
	}
	defer file.Close()
	l, m, peak := newLimiter(math.Pow(10, limit/20)), newMeter(s.samples), 0.0
	factor := math.Pow(10, gain/20)
	hear := func(x float64) {
		y := lameScale * l.next(x)
		peak = max(peak, y, -y)
		m.hear(y)
	}
	in, chunk := bufio.NewReaderSize(file, 1<<16), make([]byte, 4<<10)
	for {
		n, err := io.ReadFull(in, chunk)
		for i := 0; i+4 <= n; i += 4 {
			hear(factor * float64(math.Float32frombits(binary.LittleEndian.Uint32(chunk[i:]))))
		}
		if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			return Figures{}, fmt.Errorf("measure a sound: %w", err)
		}
	}
	for range l.size {
		hear(0)
	}
	return Figures{Samples: s.samples, Loudness: m.loudness(), TruePeak: decibels(peak)}, nil
}

// limiter keeps samples below a limit: it sees each of them some time before it lets it pass, lowers what comes before a peak along a line
// that meets the limit there, and goes back to where it was along another.
type limiter struct {
	limit  float64
	ahead  []float64 // a ring: what was seen and has not passed
	size   int
	at     int     // of the sample that passes next
	factor float64 // of what passes
	step   float64 // what the factor changes with each sample
	target int     // how many samples on the line ends; 0: it leads back to 1
}

func newLimiter(limit float64) *limiter {
	size := samplesOf(attack)
	return &limiter{limit: limit, ahead: make([]float64, size), size: size, factor: 1}
}

// next sees a sample, and lets one pass that it saw before.
func (l *limiter) next(x float64) float64 {
	passing := l.ahead[l.at]
	l.ahead[l.at] = x
	if l.at++; l.at == l.size {
		l.at = 0
	}
	if high := math.Abs(x); high > l.limit {
		if step := (l.limit/high - l.factor) / float64(l.size); step < l.step || l.step == 0 && step < 0 {
			l.step, l.target = step, l.size+1
		}
	}
	if l.step != 0 {
		l.move(math.Abs(passing))
	}
	return min(l.limit, max(-l.limit, passing*l.factor))
}

// move brings the factor to where it is for a sample of that height.
func (l *limiter) move(high float64) {
	l.factor += l.step
	if l.target > 0 {
		if l.target--; l.target == 0 {
			l.factor = min(l.factor, l.limit/high)
			l.turn()
		}
	}
	if l.factor >= 1 {
		l.factor, l.step, l.target = 1, 0, 0
	}
}

// turn seeks the way behind a peak: back to 1, or down again if there is another one.
func (l *limiter) turn() {
	l.step = (1 - l.factor) / float64(samplesOf(release))
	for i := range l.size {
		high := math.Abs(l.ahead[(l.at+i)%l.size])
		if high <= l.limit {
			continue
		}
		if step := (l.limit/high - l.factor) / float64(i+1); step < l.step {
			l.step, l.target = step, i+1
		}
	}
}
