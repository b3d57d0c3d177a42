package diagnostic

import (
	"sort"
	"strings"

	"github.com/rivo/uniseg"
)

// Source is a file that findings point into. It is immutable and safe for concurrent use.
type Source struct {
	Path  string // slash-separated, relative to the root of the repository: "content/bai-viet/x/index.md"
	Text  string // the bytes as they are on disk
	lines []int  // offset of the first byte of each line; lines[0] == 0
}

// NewSource keeps text and finds its lines. A line ends at LF; CR before it belongs to the line end.
func NewSource(path, text string) *Source {
	s := &Source{Path: path, Text: text, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// Position gives the line and the column of a byte offset, both from 1. A column is a visible character (grapheme cluster of
// UAX #29), so "ế" counts one in NFC and in NFD, and a tab counts one. An offset outside the text is moved to its nearest end;
// an offset inside a cluster has the column of that cluster.
func (s *Source) Position(offset int) (line, column int) {
	offset = max(0, min(offset, len(s.Text)))
	line = sort.SearchInts(s.lines, offset+1)
	rest := s.Text[s.lines[line-1]:]
	offset -= s.lines[line-1]
	column = 1
	for state := -1; len(rest) > 0; column++ {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if offset -= len(cluster); offset < 0 {
			break
		}
	}
	return line, column
}

// Line gives the text of a line (from 1) without its line end, and the offset of its first byte.
func (s *Source) Line(line int) (text string, start int) {
	if line < 1 || line > len(s.lines) {
		return "", len(s.Text)
	}
	start = s.lines[line-1]
	text = s.Text[start:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return strings.TrimSuffix(text, "\r"), start
}

// LineSpan is the span of the whole line (from 1) without its line end.
func (s *Source) LineSpan(line int) Span {
	text, start := s.Line(line)
	return Span{start, start + len(text)}
}
