package diagnostic

import (
	"sort"
	"strings"
)

// Source is a file that findings point into. It is immutable and safe for concurrent use. Make it with [NewSource]; the zero
// value is an empty file without a name.
type Source struct {
	Path  string // slash-separated, relative to the root of the repository: "content/bai-viet/x/index.md"
	Text  string // the bytes as they are on disk; empty for a file that is not text, which has no places
	lines []int  // offset of the first byte of each line but the first
	marks []mark // known columns in long lines, in order of start
}

// mark remembers the place of one visible character, so that a column far along a line is not counted from the line's start.
type mark struct{ start, end, column int }

// markEvery is the distance of marks in bytes, and the length from which a line gets them. Paragraphs of honest articles are
// seldom longer; without marks a file of one line with a finding at every letter would cost the square of its length.
const markEvery = 1024

// NewSource keeps text and finds its lines. A line ends at LF; CR right before it belongs to the line end.
func NewSource(path, text string) *Source {
	s := &Source{Path: path, Text: text}
	for start := 0; ; {
		n := strings.IndexByte(text[start:], '\n')
		if n < 0 {
			s.mark(start, len(text))
			return s
		}
		s.mark(start, start+n)
		start += n + 1
		s.lines = append(s.lines, start)
	}
}

// mark notes a visible character about every markEvery bytes of the line [start, end), and each that is as long as that.
func (s *Source) mark(start, end int) {
	if end-start <= markEvery {
		return
	}
	next := start + markEvery
	for offset, column := start, 1; offset < end; column++ {
		n := clusterLen(s.Text[offset:end])
		if offset >= next || n >= markEvery {
			s.marks = append(s.marks, mark{offset, offset + n, column})
			next = offset + n + markEvery
		}
		offset += n
	}
}

// Position gives the line and the column of a byte offset, both from 1. A column is a visible character (grapheme cluster of
// UAX #29), so "ế" counts one in NFC and in NFD, and a tab counts one. An offset outside the text is moved to its nearest end;
// an offset inside a cluster has the column of that cluster; the line end is one column after the last. The cost does not grow
// with the length of the file or of the line.
func (s *Source) Position(offset int) (line, column int) {
	line, column, _ = s.locate(offset)
	return line, column
}

// locate is Position, and where the visible character at the offset begins.
func (s *Source) locate(offset int) (line, column, start int) {
	line = s.lineOf(offset)
	text, at := s.Line(line)
	offset = min(offset, at+len(text))
	column = 1
	if i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].start > offset }) - 1; i >= 0 && s.marks[i].start >= at {
		known := s.marks[i]
		if offset < known.end {
			return line, known.column, known.start
		}
		text, at, column = text[known.end-at:], known.end, known.column+1
	}
	for at < offset {
		n := clusterLen(text)
		if at+n > offset {
			break
		}
		text, at, column = text[n:], at+n, column+1
	}
	return line, column, at
}

// lineOf gives the line (from 1) of an offset, that of the nearest end for one outside the text.
func (s *Source) lineOf(offset int) int { return 1 + sort.SearchInts(s.lines, offset+1) }

func (s *Source) clamp(offset int) int { return max(0, min(offset, len(s.Text))) }

// Line gives the text of a line (from 1) without its line end, and the offset of its first byte. A line that is not there is
// empty and lies at the end of the text.
func (s *Source) Line(line int) (text string, start int) {
	if line < 1 || line > 1+len(s.lines) {
		return "", len(s.Text)
	}
	if line > 1 {
		start = s.lines[line-2]
	}
	if line > len(s.lines) {
		return s.Text[start:], start
	}
	return strings.TrimSuffix(s.Text[start:s.lines[line-1]-1], "\r"), start
}

// LineSpan is the span of the whole line (from 1) without its line end.
func (s *Source) LineSpan(line int) Span {
	text, start := s.Line(line)
	return Span{start, start + len(text)}
}
