package viet

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Segment is a piece of a text in Normalization Form C, with the bytes of the original that it stands for.
type Segment struct {
	Text       string
	Start, End int
}

// Segments gives a text in Normalization Form C piece by piece: letters with their marks where something had to be composed, so that
// a place in the result leads back to the original. A text that is in the form already is one segment. The pieces lie end to end over
// the whole text; for a text in UTF-8 they make [NFC] of it, other bytes pass as they are. A letter with more than 30 marks, which no
// language writes, may be cut elsewhere than NFC cuts it (UAX #15 section 13, Stream-Safe Text Format).
func Segments(s string) iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		if norm.NFC.IsNormalString(s) {
			yield(Segment{s, 0, len(s)})
			return
		}
		for start := 0; start < len(s); {
			end := start + max(1, norm.NFC.NextBoundaryInString(s[start:], true))
			if !yield(Segment{norm.NFC.String(s[start:end]), start, end}) {
				return
			}
			start = end
		}
	}
}

// PlainForm gives the ASCII letters and digits that a letter or number of Unicode stands for by its compatibility decomposition
// without marks: "ö" is o, "Ⅳ" is IV, "①" is 1, "ﬁ" is fi. The bool is false where there are none.
func PlainForm(r rune) (string, bool) {
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		switch {
		case unicode.Is(unicode.Mn, part):
		case part < utf8.RuneSelf:
			b.WriteRune(part)
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}
