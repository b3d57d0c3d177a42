package feed

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/viet"
)

// Longest texts in characters (FEEDS.md 4.6). A title may have the prefix of its state besides.
const (
	longestTitle       = 110
	longestSummary     = 300
	longestDescription = 200
)

// Clean makes a text that XML 1.0 can carry and that every reader shows in the order in which it was written.
//
// Control characters, non-characters, bytes that are not UTF-8 and the invisible signs that turn the direction of writing are
// dropped, line ends become LF, the rest is NFC. Every text passes here before a marshaller sees it: gorilla/feeds writes CDATA
// as it is, and one U+0001 in it makes the whole document unreadable. Clean(Clean(s)) = Clean(s).
func Clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return viet.NFC(strings.Map(keep, s))
}

// keep gives the character that stands for r, -1 for none. An invalid byte comes as U+FFFD.
func keep(r rune) rune {
	switch {
	case r == '\t', r == '\n':
		return r
	case r == '\r', r == '\u2028', r == '\u2029':
		if r == '\r' {
			return '\n'
		}
		return ' '
	case r < ' ', r >= 0x7f && r <= 0x9f, r == '\ufeff', r == unicode.ReplacementChar:
		return -1
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // non-characters; U+FFFE and U+FFFF are none of XML's either
		return -1
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c: // direction
		return -1
	}
	return r
}

// Line is Clean for what is one line: names, and lines to remember. White space is single and inside only.
func Line(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// angles stand for < and > in titles and summaries: PHP's strip_tags takes "<3" for a tag and eats the rest.
var angles = strings.NewReplacer("<", "‹", ">", "›")

// Plain is Line for titles and summaries: no references of HTML, no angle brackets, no straight quotes, at most limit characters, cut
// at a space with an ellipsis.
func Plain(s string, limit int) string { return cut(curl(angles.Replace(dereference(Line(s)))), limit) }

// reference is a reference to a character as HTML writes it.
var reference = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// dereference puts the character for its reference: in a text without markup it is a slip, or it waits for somebody to make markup of
// it. NukeViet does when it cuts a title: it resolves &lt; and writes the rest of a tag into the page as it is. What refers to another
// reference is taken apart.
func dereference(line string) string {
	line = Line(reference.ReplaceAllStringFunc(line, html.UnescapeString))
	return reference.ReplaceAllString(line, "& $1;")
}

// curl turns straight double quotes into those of print, opening ones at the beginning of a word. NukeViet writes a title into an
// attribute as it is: a straight quote would end the attribute, and what follows would be taken for another one.
func curl(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range s {
		switch {
		case r != '"':
			b.WriteRune(r)
		case before == ' ' || strings.ContainsRune("([‹“‘-–—/", before):
			b.WriteRune('“')
		default:
			b.WriteRune('”')
		}
		before = r
	}
	return b.String()
}

// cut shortens a line to at most limit characters, the ellipsis among them. A first word that is too long is cut inside.
func cut(s string, limit int) string {
	end, last, n := 0, 0, 0 // byte where limit−1 characters end, the last space before it, characters so far
	for i, r := range s {
		if n == limit-1 {
			end = i
		}
		if r == ' ' && n < limit {
			last = i
		}
		n++
	}
	if n <= limit {
		return s
	}
	if last > 0 {
		end = last
	}
	return s[:end] + "…"
}
