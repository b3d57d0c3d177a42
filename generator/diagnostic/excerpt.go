package diagnostic

import (
	"strings"
	"unicode/utf8"
)

// excerpt gives the line on which span begins as a terminal shows it, in at most width columns, how many columns lie before the
// place, and the carets for under it: at least one, and "…" after them when the place goes on beyond what is shown. Ends that
// are cut off are "…". The cost depends on width, not on the length of the line.
func excerpt(src *Source, span Span, width int) (text string, before int, carets string) {
	start := src.clamp(span.Start)
	end := max(start, src.clamp(span.End))
	row, cutLeft, cutRight := cellsAround(src, start, width)

	first := 0 // the place is row[first:last], nothing at the line's end
	for first < len(row) && row[first].end <= start {
		first++
	}
	last := first
	for last < len(row) && row[last].start < end {
		last++
	}
	goesOn := last == len(row) && (cutRight || leavesLine(src.Text[start:end]))

	from, to := 0, len(row)
	if cutLeft || cutRight || widthOf(row) > width {
		from, to = window(row, first, last, width, cutRight)
	}
	var b strings.Builder
	if cutLeft || from > 0 {
		b.WriteString("…")
		before = 1
	}
	for _, c := range row[from:to] {
		b.WriteString(c.text)
	}
	if cutRight || to < len(row) {
		b.WriteString("…")
	}
	before += widthOf(row[from:first])
	carets = strings.Repeat("^", max(1, widthOf(row[first:min(last, to)])))
	if goesOn || last > to {
		carets += "…"
	}
	return b.String(), before, carets
}

// leavesLine says whether a place holds something of a further line; a line end alone does not.
func leavesLine(place string) bool {
	i := strings.IndexByte(place, '\n')
	return i >= 0 && i < len(place)-1
}

// cellsAround gives the cells of the line that holds byte start, as far as they can matter for an excerpt, and whether there is
// more of the line before and after them.
func cellsAround(src *Source, start, width int) (row []cell, cutLeft, cutRight bool) {
	text, from := src.Line(src.lineOf(start))
	to := from + len(text)
	start = min(start, to)
	reach := 16 * width // bytes; a letter with two marks has five
	if start-from > reach {
		cutLeft = true
		from = start - reach
		if _, _, whole := src.locate(from); from-whole <= reach {
			from = whole
		}
	}
	if to-start > reach {
		cutRight = true
		to = start + reach
		for to > start && !utf8.RuneStart(src.Text[to]) {
			to--
		}
	}
	for c := range cells(src.Text[from:to]) {
		c.start += from
		c.end += from
		row = append(row, c)
	}
	return row, cutLeft, cutRight
}

// window chooses the cells [from, to) that are shown round the place row[first:last], so that they and a "…" at each end take
// at most width columns: the place in the middle, if the line has as much on both sides; its beginning always.
func window(row []cell, first, last, width int, more bool) (from, to int) {
	room := width - 2
	lead := (room - min(widthOf(row[first:last]), room/2)) / 2
	if !more {
		lead = max(lead, room-widthOf(row[first:]))
	}
	from, used := first, 0
	for from > 0 && used+row[from-1].width <= lead {
		from--
		used += row[from].width
	}
	for to = first; to < len(row) && used+row[to].width <= room; to++ {
		used += row[to].width
	}
	return from, to
}

// widthOf gives the columns that cells take on a terminal.
func widthOf(row []cell) int {
	n := 0
	for _, c := range row {
		n += c.width
	}
	return n
}
