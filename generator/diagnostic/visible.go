package diagnostic

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// tab is what a tab is shown as: the width is the same wherever it stands, so that the caret under it needs no tab stops.
const tab = "    "

// maxMarks is how many marks a letter is shown with; Vietnamese needs two. More would climb over the lines above.
const maxMarks = 8

// cell is a piece of text as a terminal shows it.
type cell struct {
	text       string // safe to print
	width      int    // columns of the terminal
	start, end int    // the bytes it stands for
}

// visible gives s in one line, fit for a terminal: see cells.
func visible(s string) string {
	var b strings.Builder
	for c := range cells(s) {
		b.WriteString(c.text)
	}
	return b.String()
}

// cells cuts s into what is shown, in order and without gaps. A tab becomes blanks. What would not be seen (controls and line
// ends, bidi and zero-width signs, blanks other than the blank, marks without a letter or beyond maxMarks) becomes its code
// point, ‹U+202E›, and a byte that is not UTF-8 becomes ‹0xFF›: a text can then neither steer the terminal nor look like
// another text.
func cells(s string) iter.Seq[cell] {
	return func(yield func(cell) bool) {
		for at := 0; at < len(s); {
			n := clusterLen(s[at:])
			if s[at] == '\t' {
				if !yield(cell{tab, len(tab), at, at + n}) {
					return
				}
			} else if !pieces(s[at:at+n], at, yield) {
				return
			}
			at += n
		}
	}
}

// pieces yields one visible character, which begins at byte at: whole if all of it shows, else in parts.
func pieces(cluster string, at int, yield func(cell) bool) bool {
	shown, marks := 0, 0 // cluster[shown:i] shows and is not yielded yet
	show := func(i int) bool {
		part := cluster[shown:i]
		return part == "" || yield(cell{part, uniseg.StringWidth(part), at + shown, at + i})
	}
	for i := 0; i < len(cluster); {
		r, n := utf8.DecodeRuneInString(cluster[i:])
		isMark := unicode.Is(unicode.M, r)
		if isMark {
			marks++
		} else {
			marks = 0
		}
		code := ""
		switch {
		case r == utf8.RuneError && n == 1:
			code = fmt.Sprintf("‹0x%02X›", cluster[i])
		case hidden(r), isMark && (shown == i || marks > maxMarks):
			code = fmt.Sprintf("‹U+%04X›", r)
		}
		if code != "" {
			if !show(i) || !yield(cell{code, utf8.RuneCountInString(code), at + i, at + i + n}) {
				return false
			}
			shown = i + n
		}
		i += n
	}
	return show(len(cluster))
}

// hidden says whether a sign shows nothing of its own: what Unicode does not count as a graphic sign (controls, format signs
// with bidi and joiners, surrogates, private use, unassigned, all blanks but U+0020), variation selectors, and what
// is to be ignored by default (Unicode, DerivedCoreProperties, Default_Ignorable_Code_Point).
func hidden(r rune) bool {
	return !unicode.IsPrint(r) || unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
