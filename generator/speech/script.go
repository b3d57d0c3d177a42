package speech

import (
	"time"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Role says what a sentence is in the bulletin.
type Role int

// Roles, in the order in which they come in a bulletin.
const (
	Title Role = iota
	Body
	Heading
	ListItem
	Quote
	Correction // "Xin đính chính: …"
	Remember   // "Xin bà con ghi nhớ: Một là, …"
)

// Sentence is one spoken sentence.
type Sentence struct {
	Text   string           // words and . , ; : ? ! … only; no digit, no sign
	Source diagnostic.Place // the written text that it comes from
	Block  int              // sentences of one block (paragraph, list item, heading) have one number, rising from 0
	Role   Role
	Tieng  int           // syllables (số tiếng) of Text
	Pause  time.Duration // silence after it
}

// Script is an article as it is read aloud. It is immutable.
type Script struct {
	Article   string // ID
	Sentences []Sentence
	Tieng     int           // syllables of all sentences
	Duration  time.Duration // estimated from syllables and pauses at the set rate, rounded up to 5 seconds
}
