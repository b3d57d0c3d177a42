package article

import (
	"bytes"
	"fmt"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var heavyBody = &diagnostic.Check{Name: "than-bai-qua-lon", Title: "Thân bài có đoạn quá dài, quá nhiều ký hiệu hoặc lồng quá sâu."}

// Limits of a body, counted on its bytes before it is parsed.
//
// Parsing Markdown costs the square of what hangs together: of a body of 256 KiB, quotes in quotes took 29 seconds, brackets without
// end 31, one reference used 40,000 times 4 GB, and a table whose head has 10,000 columns over 40,000 short rows more than 24 GB.
// An honest paragraph has 2 KiB and twenty signs of Markdown, an honest table two hundred cells.
const (
	maxStretch = 32 << 10 // bytes of lines without an empty line between them
	maxMarks   = 2_000    // signs of links, emphasis, code and HTML in one stretch
	maxAll     = 20_000   // the same in a whole body
	maxWord    = 2_000    // bytes without white space: the longest address that browsers agree on
	maxNesting = 10       // quotes and lists that one line opens
	maxIndent  = 40       // columns before the first sign of a line: as deep as lists of lists can go
	maxCells   = 20_000   // cells that all tables of a body may have, their empty ones too

	// maxHeadings is counted when parsing is done: Hugo compares each heading with all before it, 30,000 of one name for 59 seconds.
	maxHeadings = 500
)

// judgeLimits holds a body against the limits. It gives at most one finding: after it nothing is parsed.
func judgeLimits(m Markdown) []diagnostic.Diagnostic {
	var stretch struct{ start, marks, pipes, lines int }
	all, cells := 0, 0
	refuse := func(start, end int, message, hint string) []diagnostic.Diagnostic {
		p := m.Place(start, end)
		return []diagnostic.Diagnostic{heavyBody.At(p.Source, p.Span, message, hint)}
	}
	for start := 0; start < len(m.Text); {
		end := lineEnd(m.Text, start)
		line := m.Text[start:end]
		if len(bytes.TrimSpace(line)) == 0 {
			cells += stretch.pipes * stretch.lines
			stretch.start, stretch.marks, stretch.pipes, stretch.lines = end+1, 0, 0, 0
			start = end + 1
			continue
		}
		marks := countMarks(line)
		all += marks
		stretch.marks += marks
		stretch.lines++
		stretch.pipes = max(stretch.pipes, bytes.Count(line, []byte("|")))
		depth, indent := nesting(line)
		switch at, long := longWord(line); {
		case depth > maxNesting, indent > maxIndent:
			return refuse(start, end, fmt.Sprintf("dòng này lồng sâu quá %d tầng", maxNesting), "Viết thành danh sách một hai tầng.")
		case long:
			return refuse(start+at, end, fmt.Sprintf("có chuỗi dài quá %d ký tự không có khoảng trắng", maxWord), "Bỏ chuỗi này, hoặc tách thành từng từ.")
		case end-stretch.start > maxStretch:
			return refuse(start, end, fmt.Sprintf("đoạn này dài quá mức %d KB", maxStretch>>10), "Chừa dòng trống giữa các đoạn.")
		case stretch.marks > maxMarks, all > maxAll:
			return refuse(start, end, "có quá nhiều ký hiệu Markdown", "Bỏ bớt các dấu * _ [ ] < > & ` ở đoạn này.")
		case cells+stretch.pipes*stretch.lines > maxCells:
			return refuse(start, end, fmt.Sprintf("bảng có quá %d ô", maxCells), "Chia bảng ra nhiều văn bản, hoặc đưa bảng thành tệp riêng nơi khác.")
		}
		start = end + 1
	}
	return nil
}

// countMarks counts the signs that make the parser look for a partner.
func countMarks(line []byte) (n int) {
	for _, c := range line {
		switch c {
		case '*', '_', '[', ']', '<', '>', '&', '`', '~', '\\':
			n++
		}
	}
	return n
}

// nesting counts the quotes and list items that a line opens, and the columns of white space before the first of its other signs.
func nesting(line []byte) (depth, indent int) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && followed(line, i):
			depth++
		case c >= '0' && c <= '9':
			for i+1 < len(line) && line[i+1] >= '0' && line[i+1] <= '9' {
				i++
			}
			if i+1 >= len(line) || line[i+1] != '.' && line[i+1] != ')' || !followed(line, i+1) {
				return depth, indent
			}
			i++
			depth++
		default:
			return depth, indent
		}
	}
	return depth, indent
}

// followed says whether white space or nothing comes behind a byte of a line.
func followed(line []byte, i int) bool {
	return i+1 >= len(line) || line[i+1] == ' ' || line[i+1] == '\t'
}

// longWord finds a stretch of a line without white space beyond the limit.
func longWord(line []byte) (at int, found bool) {
	for at < len(line) {
		end := bytes.IndexAny(line[at:], " \t")
		if end < 0 {
			end = len(line) - at
		}
		if end > maxWord {
			return at, true
		}
		at += end + 1
	}
	return 0, false
}
