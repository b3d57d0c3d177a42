// Package audio makes the sound of an article: a mastered MP3 that a village hears from outdoor horns, from a recording or from a
// voice that reads the script sentence by sentence.
//
// Whatever costs time is kept in a cache by its content, so that an edit costs the sentences that it changed. Programs (a voice,
// ffmpeg) are run through internal/program and only found by who calls; without them there is no sound and nothing else changes.
// The rules and the figures are those of SPEECH.md section 8. What leaves the package is a [Sound].
package audio

import (
	"time"

	"github.com/vinhlinh/loa/generator/address"
)

// Sound is the finished sound of an article: an MP3, 64 kbit/s, mono, 44.1 kHz, with its tags.
type Sound struct {
	Article   string        // ID
	Name      string        // "<id>-<first 12 digits of SHA256>.mp3"
	File      string        // where its bytes lie on this machine, absolute
	Size      int64         // bytes
	SHA256    string        // of the bytes, in hexadecimal
	Length    time.Duration // of the decoded samples
	Synthetic bool          // a machine speaks
	Voice     string        // who speaks: a person's name, "" when unknown; of a machine engine and voice
	Cues      []Cue         // when each sentence is said; empty for a recording, of which nobody knows
}

// Address is where the sound is published.
func (s *Sound) Address() string { return address.Sound(s.Name) }

// Seconds is the length as feeds say it: whole seconds, rounded.
func (s *Sound) Seconds() int { return int(s.Length.Round(time.Second) / time.Second) }

// Cue is the time of a sentence in a sound.
type Cue struct {
	Start, End time.Duration
	Text       string // as it is written, for people who read along
}
