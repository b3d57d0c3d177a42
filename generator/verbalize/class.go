package verbalize

import (
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// class is what the clean-up and the tokens need to know of a sign, so that the text is looked at once: the kind of the token that it
// makes, and the marks below.
type class uint8

const (
	kindOfClass class = 1<<3 - 1
	isLower     class = 1 << 3
	isUpper     class = 1 << 4
	isMarked    class = 1 << 5 // outside ASCII; may carry a tone
	isNoBreak   class = 1 << 6 // a space that a writer uses between groups of digits
	isUnclean   class = 1 << 7 // the clean-up may change it, or put it together with the signs beside it
)

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

func (c class) kind() kind { return kind(c & kindOfClass) }

// classes holds the class of each sign up to the dingbats. It is read only.
var classes = func() (table [0x2800]class) {
	for r := range rune(len(table)) {
		table[r] = classify(r)
	}
	return table
}()

func classify(r rune) class {
	c := class(kindOf(r))
	switch {
	case r < utf8.RuneSelf && r >= ' ' && r != 0x7f, r == '\n', r == '\r', r == '\t', vietnameseLetters[r]:
	case r >= 0x300 && r < 0x1E00, invisible(r), unicode.In(r, unicode.C, unicode.M, unicode.Zl, unicode.Zp), plainForm(r) != string(r), !viet.IsNFC(string(r)):
		c |= isUnclean // from U+0300 on stand the marks and the scripts that are put together
	}
	if c.kind() == word {
		if unicode.IsLower(r) {
			c |= isLower
		} else {
			c |= isUpper
		}
		if r >= utf8.RuneSelf {
			c |= isMarked
		}
	}
	if r == 0xA0 || r == 0x2007 || r == 0x2009 || r == 0x202F {
		c |= isNoBreak
	}
	return c
}

// classAt gives the class of the sign at byte i and its length.
func classAt(text string, i int) (class, int) {
	if b := text[i]; b < utf8.RuneSelf {
		return classes[b], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if int(r) < len(classes) {
		return classes[r], size
	}
	return class(kindOf(r)) | isUnclean, size
}
