// Package verbalize reads written Vietnamese aloud: plain text in, words and pauses out, with the place of each.
//
// A text is cleaned ([clean]), cut into tokens ([tokenize]) and read from left to right by an ordered list of rules, one file a
// construct: the first rule that accepts at a token wins. The tokens are then divided into sentences, so that a full stop inside a
// recognised token never ends one. What no rule can read is reported and read in the least bad way, letters spelt and digits one at
// a time: every digit is spoken, nothing is guessed in silence. SPEECH.md sections 0 to 3 hold the rules.
//
// The package knows neither Markdown nor files. Start with [NewReader] and [Reader.Read]; a [Lexicon] comes from [ParseLexicon].
package verbalize

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Region chooses among readings that differ by region or house. The zero value is the default of each: "linh", "nghìn", no "mùng",
// "gon", "be", "du".
type Region struct {
	Odd      string // "linh", "lẻ" (also "le"): 105 một trăm linh năm
	Thousand string // "nghìn", "ngàn" (also "nghin", "ngan")
	FirstDay bool   // days 1–10 are "ngày mùng …"
	Numbers  string // document numbers: "gon", "du", "danh-van"
	Letters  string // a letter alone: "be" (bê, xê), "bo" (bờ, cờ)
	Minutes  string // "du": bảy giờ ba mươi phút, "gon": bảy giờ ba mươi

	// Hotlines are telephone numbers that the registry knows, digits only: 5656, 18001091. A number like one of them is said digit by
	// digit where nothing shows that it counts something.
	Hotlines []string
}

func (r Region) odd() string {
	if r.Odd == "lẻ" || r.Odd == "le" {
		return "lẻ"
	}
	return "linh"
}

func (r Region) thousand() string {
	if r.Thousand == "ngàn" || r.Thousand == "ngan" {
		return "ngàn"
	}
	return "nghìn"
}

// Reader reads text for one region with its lexicons. What it reads never changes it; it is safe for concurrent use.
type Reader struct {
	region   Region
	lexicons []*Lexicon
	rooms    sync.Pool // of *room
}

// NewReader makes a reader. Earlier lexicons win over later ones, all of them over the rules; nil ones are skipped.
func NewReader(region Region, lexicons ...*Lexicon) *Reader {
	r := &Reader{region: region}
	for _, l := range lexicons {
		if l != nil {
			r.lexicons = append(r.lexicons, l)
		}
	}
	return r
}

// Reading is what a text sounds like.
type Reading struct {
	Sentences []Sentence
	Findings  []Finding // in order of their place; of one check at most a thousand and one that says how many more there are
}

// Sentence is one spoken sentence.
type Sentence struct {
	Text       string  // words and . , ; : ? ! … only, one space between words; ends with its mark if the writer wrote one
	Start, End int     // bytes of the input, its mark and closing quotes included
	Pieces     []Piece // joined by spaces, none before a mark, they are Text
}

// Piece is a part of a sentence that is spoken in one go and comes from one place.
type Piece struct {
	Text       string // as spoken: words, or one pause mark
	Start, End int    // bytes of the input
	Reading    bool   // a rule made the words (number, lexicon); false for words that were kept and for marks
	Voice      string // how a synthetic voice says it, where the lexicon has a form of its own for it; else ""
}

// Finding is something that the writer should look at.
type Finding struct {
	Check      *diagnostic.Check
	Start, End int // bytes of the input
	Message    string
	Hints      []string
}

// spoken is what a rule makes of its tokens.
type spoken struct {
	text     string // words and marks between them, or one pause mark; "" is silent
	mark     string // pause mark after the words
	kept     bool   // the writer's own words
	pause    bool   // stands between two commas
	stop     bool   // ends the sentence
	voice    string
	findings []Finding
}

// rule reads the construct that begins at token i, if it is its own: what is said and how many tokens it took.
type rule func(c *context, i int) (said spoken, consumed int, ok bool)

// rules in the order in which they are asked (SPEECH.md "Order of recognition"), each with the tokens at which its construct can begin:
// those of some shapes, and words of any shape that are named by their keys. The last of each shape accepts everything.
var rules = inTurn([]opening{
	{matchSpace, at(blank, lineEnd), nil},
	{matchLexicon, at(loneLetter, capitals, mixedWord, smallWord, plainWord, figures, oneSign), nil},
	{matchListLabel, at(loneLetter, capitals, mixedWord, smallWord, figures, oneSign), nil},
	{matchAddress, at(loneLetter, capitals, mixedWord, smallWord, figures, oneSign), nil},
	{matchTag, at(oneSign), nil},
	{matchDocumentNumber, at(figures), []string{"số"}},
	{matchHiddenNumber, at(figures, oneSign), nil},
	{matchPhone, at(figures, oneSign), nil},
	{matchIdentifier, at(figures), nil},
	{matchSeries, at(capitals), nil},
	{matchLunarDate, at(figures), nil},
	{matchDate, at(figures), nil},
	{matchMonth, 0, []string{"ngày", "tháng"}},
	{matchBlankDate, 0, []string{"ngày"}},
	{matchSum, at(figures), nil},
	{matchClock, at(figures), nil},
	{matchCoordinate, at(figures), nil},
	{matchScore, at(figures), nil},
	{matchRatio, at(figures), nil},
	{matchMoney, at(capitals, mixedWord, figures, oneSign), nil},
	{matchUnit, at(figures, oneSign), nil},
	{matchUnitWord, at(loneLetter, capitals, mixedWord), beginWith(units)},
	{matchPer, at(oneSign), nil},
	{matchSpan, at(oneSign), nil},
	{matchWeekday, at(loneLetter, capitals, mixedWord), nil},
	{matchOperator, at(loneLetter, mixedWord, oneSign), []string{"no"}},
	{matchRoman, at(loneLetter, capitals, mixedWord), nil},
	{matchCode, at(loneLetter, capitals, mixedWord, smallWord, figures), []string{"km"}},
	{matchOrdinal, at(figures), nil},
	{matchLawPoint, at(loneLetter), nil},
	{matchFraction, at(figures, oneSign), nil},
	{matchRange, at(figures, oneSign), nil},
	{matchCardinal, at(figures, oneSign), nil},
	{matchRomanItem, at(oneSign), nil},
	{matchRepeat, at(oneSign), nil},
	{matchDefinition, at(oneSign), nil},
	{matchContextAbbreviation, at(loneLetter, capitals, mixedWord), slices.Concat(beginWith(contextMeanings), beginWith(placeMeanings), []string{"no", "tr"})},
	{matchSlashed, at(loneLetter), nil},
	{matchInitials, at(loneLetter), nil},
	{matchCapitals, at(capitals), nil},
	{matchLetter, at(loneLetter), nil},
	{matchWord, at(loneLetter, capitals, mixedWord, smallWord, plainWord), nil},
	{matchPause, at(oneSign), nil},
	{matchSign, at(oneSign), nil},
})

// Read reads one paragraph or line of plain text, in which a line end ends a sentence. It never fails: what cannot be read is in the
// findings. Pure and deterministic; composed and decomposed text read alike.
func (r *Reader) Read(text string) Reading {
	room := r.room()
	c, s := &room.context, &room.sentences
	form, findings := clean(text)
	var keys strings.Builder
	c.text, c.tokens = text, tokenize(form, slices.Grow(c.tokens[:0], len(text)/3), &keys)
	s.reset(findings)
	if len(c.tokens) > maxRoom/16 {
		s.pieces, s.text = slices.Grow(s.pieces, len(c.tokens)/2), slices.Grow(s.text, 2*len(text))
	}
	for i := 0; i < len(c.tokens); {
		said, n := c.read(i)
		s.add(said, c.tokens[i].start, c.tokens[i+n-1].end)
		i += n
	}
	reading := s.done()
	r.leave(room)
	return reading
}

func (c *context) read(i int) (spoken, int) {
	for asked := rules.asked(&c.tokens[i]); asked != 0; asked &= asked - 1 {
		if said, n, ok := rules.match[bits.TrailingZeros64(asked)](c, i); ok {
			return said, n
		}
	}
	panic("verbalize: no rule took " + c.tokens[i].text)
}

// Syllables counts the tiếng of a spoken text: its words, for Vietnamese writes each syllable apart.
func Syllables(spoken string) int {
	n, inside := 0, false
	for _, r := range spoken {
		switch {
		case r == ' ' || r == '\n' || r == '\t':
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inside = true
			n++
		}
	}
	return n
}
