package speech

import (
	"time"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Role says what a sentence is in the bulletin.
type Role int

// Roles. Which comes when is the order of [Composer.Compose].
const (
	Title Role = iota
	Body
	Heading
	ListItem
	Quote
	Correction // "Xin đính chính: …"
	Remember   // "Xin bà con ghi nhớ: Một là, …"
	Urgent     // "Thông báo khẩn."
	Alert      // "Lưu ý: …"
	Legal      // "Theo …", after the body, by setting
	Repeat     // "Xin nhắc lại."; what follows has been said before and keeps its role
)

// Script is an article as it is read aloud. It is immutable.
type Script struct {
	Article   string // ID of the article or document
	Sentences []Sentence
	Tieng     int           // syllables of all sentences
	Rate      int           // syllables a minute, with pauses, that the times are made for
	Duration  time.Duration // estimated from syllables and pauses at Rate, rounded up to 5 seconds; [Length] gives it for other rates
}

// Sentence is one spoken sentence. All ranges and offsets are bytes of Text, at the borders of words.
type Sentence struct {
	Text    string           // words and . , ; : ? ! … only; no digit, no sign
	Written string           // the words that it comes from, without Markdown: what captions show
	Source  diagnostic.Place // where they stand
	Block   int              // sentences of one block (paragraph, list, heading) have one number, rising from 0
	Line    bool             // it begins a line of its own on paper: a block, an item, a row
	Role    Role
	Tieng   int           // syllables (số tiếng) of Text
	At      time.Duration // since the beginning of the script, at its Rate
	Inner   time.Duration // pauses inside it, at marks and breaths
	Pause   time.Duration // silence after it

	Stress   []Range   // what the writer set in bold: rising, apart
	Breaths  []int     // where a word begins before which the announcer may take breath, no mark standing there; rising
	Readings []Reading // what is spoken otherwise than it is written, and foreign words: rising, apart
}

// Range is a stretch of a sentence's Text.
type Range struct{ Start, End int }

// Block is a paragraph, a list, a heading: what stands together on paper.
type Block struct {
	Role      Role // of its first sentence
	At        time.Duration
	Sentences []Sentence
}

// Blocks divides the script where a blank line stands in its text.
func (s *Script) Blocks() []Block {
	var blocks []Block
	for i, first := 0, 0; i < len(s.Sentences); i++ {
		if i+1 == len(s.Sentences) || s.Sentences[i+1].Block != s.Sentences[i].Block {
			blocks = append(blocks, Block{Role: s.Sentences[first].Role, At: s.Sentences[first].At, Sentences: s.Sentences[first : i+1]})
			first = i + 1
		}
	}
	return blocks
}
