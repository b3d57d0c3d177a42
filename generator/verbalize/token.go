package verbalize

import (
	"slices"
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

// shape divides the kinds further, for the rules to say where their constructs begin.
type shape uint8

const (
	lineEnd shape = iota
	blank
	figures
	oneSign
	loneLetter // a word of one letter
	capitals   // a word of several letters, all of them capitals
	mixedWord  // a word of capitals and small letters
	smallWord  // a word of several letters, all of them small, that touches what follows
	plainWord  // one that a blank or a line end follows: most words of a text
)

// token is the smallest piece that rules look at.
type token struct {
	kind       kind
	shape      shape
	noBreak    bool   // a space that a writer uses between groups of digits
	first      bool   // the first of its line but spaces
	heading    bool   // stands in a line of several words without a lower-case letter
	text       string // signs after the clean-up
	key        string // of a word: lower case, tone mark moved (viet.ToneKey); of others the text
	start, end int    // bytes of the input
}

// tokenize cuts a text into tokens without a gap, which it appends. Keys that are not a part of the text are written to keys.
func tokenize(in cleaned, tokens []token, keys *strings.Builder) []token {
	begin, text := len(tokens), in.text
	for i := 0; i < len(text); {
		seen, j := classAt(text, i)
		j += i
		kind, signs, joints := seen.kind(), 1, false
		for kind != sign && j < len(text) {
			c, size := classAt(text, j)
			if c.kind() == kind {
				seen |= c
				signs++
			} else if kind == word && apostrophe(text[j:j+size]) && j+size < len(text) && kindAt(text, j+size) == word {
				joints = true
			} else {
				break
			}
			j += size
		}
		t := token{kind: kind, noBreak: seen&isNoBreak != 0, text: text[i:j]}
		t.start, t.end = in.span(i, j)
		switch kind {
		case newline:
			t.text, t.shape = "\n", lineEnd
		case space:
			t.text, t.shape = " ", blank
		case digits:
			t.shape = figures
		case sign:
			t.shape = oneSign
		}
		t.key = t.text
		if kind == word {
			if joints {
				t.text = strings.NewReplacer("'", "", "’", "").Replace(t.text) // H'Hen
			}
			t.shape = shapeOf(seen, signs)
			t.key = keyOf(t.text, seen, keys)
		}
		if len(tokens) == cap(tokens) && i > 0 {
			tokens = slices.Grow(tokens, 16+(len(tokens)-begin)*(len(text)-i)/i) // as dense as up to here
		}
		tokens = append(tokens, t)
		i = j
	}
	markLines(tokens[begin:])
	return tokens
}

func kindAt(text string, i int) kind {
	c, _ := classAt(text, i)
	return c.kind()
}

func apostrophe(s string) bool { return s == "'" || s == "’" }

// shapeOf gives the shape of a word of so many letters from what was seen in it.
func shapeOf(seen class, letters int) shape {
	switch {
	case letters == 1:
		return loneLetter
	case seen&isLower == 0:
		return capitals
	case seen&isUpper == 0:
		return smallWord
	}
	return mixedWord
}

// keyOf gives the key of a word, which mostly is the word.
func keyOf(text string, seen class, keys *strings.Builder) string {
	if seen&isUpper != 0 {
		if keys.Cap() == 0 {
			keys.Grow(64) // the capitals of a line
		}
		start := keys.Len()
		for _, r := range text {
			keys.WriteRune(unicode.ToLower(r))
		}
		text = keys.String()[start:]
	}
	if seen&isMarked != 0 {
		return viet.ToneKey(text)
	}
	return text
}

// tokensOf cuts a text that has been cleaned before.
func tokensOf(text string) []token {
	var keys strings.Builder
	return tokenize(cleaned{text: text}, nil, &keys)
}

// markLines finds the first token of each line, the lines in capitals and the plain words.
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
				lower = lower || t.shape >= mixedWord || t.shape == loneLetter && !allCapital(t.text)
			}
			if t.shape == smallWord && (j+1 == len(tokens) || tokens[j+1].shape <= blank) {
				t.shape = plainWord
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
