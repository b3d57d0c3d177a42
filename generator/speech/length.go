package speech

import (
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// defaultRate is the syllables a minute of running prose with its pauses, at which an announcer is followed outdoors (SPEECH.md 6.4).
const defaultRate = 150

// articulation is how much faster the syllables alone come: 175 a minute between the pauses make 150 over all.
const articulation = 175.0 / 150

// step is what a length is rounded up to: no programme is planned to the second.
const step = 5 * time.Second

// length estimates how long sentences take: their syllables at the articulated rate, the pauses inside and behind them.
func length(sentences []Sentence, pauses settings.Pauses, rate int) time.Duration {
	var total time.Duration
	for _, s := range sentences {
		total += time.Duration(float64(s.Tieng) * 60 / (float64(rate) * articulation) * float64(time.Second))
		inner := strings.TrimRight(s.Text, ".?!…:;,")
		total += time.Duration(strings.Count(inner, ",")) * pauses.Comma
		total += time.Duration(strings.Count(inner, ":")+strings.Count(inner, ";")) * pauses.Clause
		total += s.Pause
	}
	return (total + step - 1) / step * step
}
