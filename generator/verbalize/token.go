package verbalize

import (
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/viet"
)

// kind is what a token is made of. Letters and digits are split apart: "QL1A" is three tokens that touch.
type kind uint8

const (
	newline kind = iota // the zero token, which stands outside the text, ends a line
	space
	word
	digits
	sign // one sign; a run of one unknown script is one sign too
)

// token is the smallest piece that rules look at.
type token struct {
	kind       kind
	text       string // signs after the clean-up
	key        string // of a word: lower case, tone mark moved (viet.ToneKey); of others the text
	start, end int    // bytes of the input
	noBreak    bool   // a space that a writer uses between groups of digits
	first      bool   // the first of its line but spaces
	heading    bool   // stands in a line of several words without a lower-case letter
}

// tokenize cuts a cleaned text into tokens without a gap.
func tokenize(glyphs []glyph) []token {
	tokens := make([]token, 0, len(glyphs)/3+4)
	var text strings.Builder
	for i := 0; i < len(glyphs); {
		t := token{kind: kindOf(glyphs[i].r), start: glyphs[i].start}
		text.Reset()
		j := i
		for ; j < len(glyphs); j++ {
			r := glyphs[j].r
			if j > i && !joins(t.kind, r) {
				if t.kind == word && apostrophe(r) && j+1 < len(glyphs) && kindOf(glyphs[j+1].r) == word {
					continue // H'Hen
				}
				break
			}
			t.noBreak = t.noBreak || r == 0xA0 || r == 0x2007 || r == 0x2009 || r == 0x202F
			text.WriteRune(r)
		}
		t.text, t.end = text.String(), glyphs[j-1].end
		switch t.kind {
		case space:
			t.text = " "
		case newline:
			t.text = "\n"
		}
		t.key = t.text
		if t.kind == word {
			t.key = viet.ToneKey(strings.ToLower(t.text))
		}
		tokens = append(tokens, t)
		i = j
	}
	markLines(tokens)
	return tokens
}

func kindOf(r rune) kind {
	switch {
	case r == '\n' || r == '\r':
		return newline
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || vietnameseLetters[r]:
		return word
	case r >= '0' && r <= '9':
		return digits
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return space
	}
	return sign
}

// joins says whether r continues a token of kind k.
func joins(k kind, r rune) bool {
	return k != sign && kindOf(r) == k
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// markLines finds the first token of each line and the lines in capitals.
func markLines(tokens []token) {
	for i := 0; i < len(tokens); {
		j, words, lower, first := i, 0, false, true
		for ; j < len(tokens) && tokens[j].kind != newline; j++ {
			t := &tokens[j]
			if t.kind == space {
				continue
			}
			t.first, first = first, false
			if t.kind == word {
				words++
				lower = lower || !allCapital(t.text)
			}
		}
		if words > 1 && !lower {
			for k := i; k < j; k++ {
				tokens[k].heading = true
			}
		}
		i = j + 1
	}
}

// allCapital says whether a word has no lower-case letter.
func allCapital(s string) bool { return strings.IndexFunc(s, unicode.IsLower) < 0 }

// capitalised says whether a word begins with a capital.
func capitalised(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}
