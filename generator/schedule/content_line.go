package schedule

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// contentLine is the longest line of a calendar in octets, without its line end (RFC 5545 §3.1).
const contentLine = 75

// lines writes the content lines of a calendar. golang-ical is not used: it lets control characters through, escapes the comma
// between categories and writes LF unless it is told not to (FEEDS.md 8.1).
type lines struct{ bytes.Buffer }

// line writes a line and folds it on octets, never inside a character. s is valid UTF-8 without line ends.
func (l *lines) line(s string) {
	for limit := contentLine; len(s) > limit; limit = contentLine - 1 { // the blank of a continuation counts
		n := limit
		for !utf8.RuneStart(s[n]) {
			n--
		}
		l.WriteString(s[:n])
		l.WriteString("\r\n ")
		s = s[n:]
	}
	l.WriteString(s)
	l.WriteString("\r\n")
}

// text writes a property of values of the type TEXT, with commas between them.
func (l *lines) text(property string, values ...string) {
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = escape.Replace(legible(v))
	}
	l.line(property + ":" + strings.Join(escaped, ","))
}

// escape is that of TEXT (RFC 5545 §3.3.11). Colons and quotes stay.
var escape = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, "\n", `\n`)

// legible makes a text that a calendar can carry: no control characters but tab and line end (RFC 5545 §3.1), valid UTF-8. The marks
// that some readers take for line ends, U+2028 and U+2029, become blanks.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\u2028', r == '\u2029':
			return ' '
		case r < ' ', r >= 0x7f && r <= 0x9f, r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
}
