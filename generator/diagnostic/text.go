package diagnostic

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Style says how findings are printed. The zero value is without colour and without a limit from the terminal.
type Style struct {
	Color bool // ANSI colours; nothing is said by colour alone
	Width int  // columns of the terminal; 0: not known. A source line takes at most 100 of them, and never fewer than 20
}

const (
	maxColumns = 100 // of a source line; longer ones are cut round the place
	minColumns = 20  // of a source line on a terminal that is too narrow
	maxAlike   = 20  // findings of one check in one file that are printed; the others are counted
	indent     = "      "
)

// WriteText prints findings for people, in the order given (that of [Bag.Sorted]), in the form of DESIGN section 16:
//
//	content/bai-viet/cap-dut/index.md:12:17: cảnh báo: thừa khoảng trắng [cach-thua]
//	   12 | Thấy dây cáp đứt   bên đường, bà con đứng xa.
//	      |                 ^^^
//	      chữa: Giữ một khoảng trắng.
//
// A finding without a source has neither place nor line, one of a file without text no line. Of more than 20 findings of one
// check in one file the others are counted. What does not show (controls, bidi, zero-width signs) is printed as ‹U+202E›,
// wherever it comes from: nothing in a text reaches the terminal but letters and signs. The error is that of w.
func WriteText(w io.Writer, list []Diagnostic, style Style) error {
	p := printer{Writer: bufio.NewWriter(w), style: style}
	type kind struct{ path, check string }
	total, printed := make(map[kind]int), make(map[kind]int)
	for _, d := range list {
		if d.Source != nil {
			total[kind{d.Source.Path, d.Check.Name}]++
		}
	}
	for _, d := range list {
		if d.Source == nil {
			p.finding(d)
			continue
		}
		k := kind{d.Source.Path, d.Check.Name}
		if printed[k]++; printed[k] > maxAlike {
			continue
		}
		p.finding(d)
		if more := total[k] - maxAlike; more > 0 && printed[k] == maxAlike {
			fmt.Fprintf(p, indent+"… còn %d chỗ nữa như vậy trong tệp này\n", more)
		}
	}
	return p.Flush()
}

// Summary counts findings in one line: "3 lỗi, 5 cảnh báo trong 2 tệp". A kind of which there is none is not named, and no
// findings at all give "".
func Summary(list []Diagnostic) string {
	n := count(list)
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{{n.Errors, Error.word()}, {n.Warnings, Warning.word()}, {n.Notes, Note.word()}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.word))
		}
	}
	text := strings.Join(parts, ", ")
	if n.Files > 0 {
		text += fmt.Sprintf(" trong %d tệp", n.Files)
	}
	return text
}

// word is the severity as people read it.
func (s Severity) word() string {
	switch s {
	case Error:
		return "lỗi"
	case Warning:
		return "cảnh báo"
	default:
		return "nhắc"
	}
}

// printer writes findings; an error of the writer shows at Flush.
type printer struct {
	*bufio.Writer
	style Style
}

// ANSI codes (ECMA-48 SGR).
const (
	bold    = "1"
	boldRed = "1;31"
	yellow  = "33"
)

// color gives text in a colour, if colours are wanted. The text must be safe already.
func (p printer) color(code, text string) string {
	if !p.style.Color || code == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p printer) level(s Severity, text string) string {
	switch s {
	case Error:
		return p.color(boldRed, text)
	case Warning:
		return p.color(yellow, text)
	default:
		return text
	}
}

func (p printer) finding(d Diagnostic) {
	if d.Source != nil {
		fmt.Fprintf(p, "%s ", p.color(bold, placeText(d.Source, d.Span)+":"))
	}
	fmt.Fprintf(p, "%s %s [%s]\n", p.level(d.Check.Severity, d.Check.Severity.word()+":"), visible(d.Message), visible(d.Check.Name))
	if d.Source != nil && d.Source.Text != "" {
		p.sourceLine(d)
	}
	p.labelled("chữa: ", d.Hints)
	var seen []string
	for _, r := range d.Related {
		if r.Source != nil {
			seen = append(seen, placeText(r.Source, r.Span))
		}
	}
	p.labelled("thấy ở: ", seen)
}

// placeText is "path:line:column", ready to print; of a file without text the path alone.
func placeText(src *Source, span Span) string {
	path := visible(src.Path)
	if src.Text == "" {
		return path
	}
	line, column := src.Position(span.Start)
	return fmt.Sprintf("%s:%d:%d", path, line, column)
}

// labelled prints a label and its lines under each other.
func (p printer) labelled(label string, lines []string) {
	for i, line := range lines {
		if i > 0 {
			label = strings.Repeat(" ", Columns(label))
		}
		fmt.Fprintf(p, "%s%s%s\n", indent, label, visible(line))
	}
}

// sourceLine prints the line of a finding with its number, and the carets under the place.
func (p printer) sourceLine(d Diagnostic) {
	line, _ := d.Source.Position(d.Span.Start)
	gutter := fmt.Sprintf("%5d |", line)
	width := maxColumns
	if p.style.Width > 0 {
		width = max(minColumns, min(width, p.style.Width-len(gutter)-1))
	}
	text, before, carets := excerpt(d.Source, d.Span, width)
	fmt.Fprintln(p, strings.TrimSuffix(gutter+" "+text, " "))
	fmt.Fprintf(p, "%*s %s%s\n", len(gutter), "|", strings.Repeat(" ", before), p.level(d.Check.Severity, carets))
}
