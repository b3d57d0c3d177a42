package speech

import (
	"cmp"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// defaultRate is the syllables a minute of running prose with its pauses, at which an announcer is followed outdoors (SPEECH.md 6.4).
const defaultRate = 150

// Rates at which an announcer can be followed, syllables a minute.
const slowest, fastest = 90, 220

// silence is how much of a syllable's time in running prose are pauses: the pauses of the paragraphs of the real articles, at the
// default settings, divided by their syllables. What is left of 60 s / rate is the syllable itself, so that prose comes out at the
// set rate whatever the rate is. TestProseComesOutAtTheSetRate measures it.
const silence = 73 * time.Millisecond

// step is what a length is rounded up to: no programme is planned to the second.
const step = 5 * time.Second

// Length estimates how long a script takes at another rate, in syllables a minute with pauses, from 90 to 220; beyond these it is taken
// as the nearest, and 0 as the default of 150. Pauses are those of the office: a slower announcer draws out the syllables. Rounded up
// to 5 seconds, like Duration.
func Length(s *Script, rate int) time.Duration {
	return lengthOf(s.Sentences, rate)
}

// lengthOf is how long sentences take, without the pause behind the last, rounded up.
func lengthOf(sentences []Sentence, rate int) time.Duration {
	var total time.Duration
	for i := range sentences {
		total += sentences[i].length(rate)
		if i+1 < len(sentences) {
			total += sentences[i].Pause
		}
	}
	return (total + step - 1) / step * step
}

// length is how long the sentence itself takes, without the pause after it.
func (s *Sentence) length(rate int) time.Duration {
	return time.Duration(s.Tieng)*syllable(rate) + s.Inner
}

// syllable is how long one syllable takes between the pauses.
func syllable(rate int) time.Duration {
	rate = min(max(cmp.Or(rate, defaultRate), slowest), fastest)
	return time.Minute/time.Duration(rate) - silence
}

// inner adds up the pauses inside a spoken sentence, at its marks but the last and at its breaths.
func inner(text string, breaths int, p settings.Pauses) time.Duration {
	total := time.Duration(breaths) * p.Breath
	for _, r := range strings.TrimRight(text, ".?!…:;,") {
		switch r {
		case ',':
			total += p.Comma
		case ':', ';':
			total += p.Clause
		case '.', '?', '!', '…':
			total += p.Sentence
		}
	}
	return total
}

// elapse says of each sentence when it begins.
func (s *Script) elapse() {
	var at time.Duration
	for i := range s.Sentences {
		s.Sentences[i].At = at
		at += s.Sentences[i].length(s.Rate) + s.Sentences[i].Pause
	}
	s.Duration = Length(s, s.Rate)
}
