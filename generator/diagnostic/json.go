package diagnostic

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
)

// maxSourceLine is the length in bytes up to which the line of a finding is repeated in its JSON. A longer one is left out: the
// reader has the file and the offsets, and a file of one line with many findings must not be printed once for each.
const maxSourceLine = 4096

// The form of DESIGN section 16. Keys are stable; further ones may come.
type (
	jsonFinding struct {
		place
		Check    string    `json:"check"`
		Severity string    `json:"severity"`
		Message  string    `json:"message"`
		Hint     []string  `json:"hint"`
		Source   *string   `json:"source,omitempty"`
		Related  []place   `json:"related"`
		Fix      *jsonEdit `json:"fix"`
	}
	place struct {
		File      string `json:"file"`
		Line      int    `json:"line"`
		Column    int    `json:"column"`
		EndLine   int    `json:"end_line"`
		EndColumn int    `json:"end_column"`
		Offset    int    `json:"offset"`
		EndOffset int    `json:"end_offset"`
	}
	jsonEdit struct {
		Offset    int    `json:"offset"`
		EndOffset int    `json:"end_offset"`
		Text      string `json:"text"`
	}
	// counts is the last line of the output, and what Summary says.
	counts struct {
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Notes    int `json:"notes"`
		Files    int `json:"files"`   // different files with a finding
		Fixable  int `json:"fixable"` // findings with an edit
	}
)

// WriteJSON prints findings for programs, in the order given (that of [Bag.Sorted]): one object a line, then
// {"summary":{…}}, in the form of DESIGN section 16.
//
// Lines and columns are those of [Source.Position], offsets are bytes of the file as it is on disk, ends are exclusive. A
// finding without a source has file "" and line 0; one of a file without text has line 0. "source" is the line on which the
// finding begins; it is missing where there is none, or where it is longer than 4,096 bytes. Signs that do not show are
// written as \uXXXX, so that the output can be looked at in a terminal. The error is that of w.
func WriteJSON(w io.Writer, list []Diagnostic) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		writeLine(out, finding(d))
	}
	writeLine(out, struct {
		Summary counts `json:"summary"`
	}{count(list)})
	return out.Flush()
}

// writeLine prints v in one line; an error of the writer shows at Flush.
func writeLine(out *bufio.Writer, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("diagnostic: a finding cannot be encoded: " + err.Error())
	}
	for _, r := range b.String() {
		switch {
		case r == '\n' || !hidden(r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(out, `\u%04x`, r)
		}
	}
}

func finding(d Diagnostic) jsonFinding {
	f := jsonFinding{
		place:    placeOf(d.Source, d.Span),
		Check:    d.Check.Name,
		Severity: d.Check.Severity.String(),
		Message:  d.Message,
		Hint:     append([]string{}, d.Hints...),
		Related:  []place{},
	}
	if f.Line > 0 {
		if line, _ := d.Source.Line(f.Line); len(line) <= maxSourceLine {
			f.Source = &line
		}
	}
	for _, r := range d.Related {
		if r.Source != nil {
			f.Related = append(f.Related, placeOf(r.Source, r.Span))
		}
	}
	if d.Fix != nil {
		f.Fix = &jsonEdit{d.Fix.Span.Start, d.Fix.Span.End, d.Fix.Text}
	}
	return f
}

// placeOf is a span with its lines and columns, moved into the text where it lies outside.
func placeOf(src *Source, span Span) place {
	if src == nil {
		return place{}
	}
	p := place{File: src.Path}
	if src.Text == "" {
		return p
	}
	p.Offset = src.clamp(span.Start)
	p.EndOffset = max(p.Offset, src.clamp(span.End))
	p.Line, p.Column = src.Position(p.Offset)
	p.EndLine, p.EndColumn = src.Position(p.EndOffset)
	return p
}

func count(list []Diagnostic) counts {
	var n counts
	files := make(map[string]bool)
	for _, d := range list {
		switch d.Check.Severity {
		case Error:
			n.Errors++
		case Warning:
			n.Warnings++
		default:
			n.Notes++
		}
		if d.Source != nil {
			files[d.Source.Path] = true
		}
		if d.Fix != nil {
			n.Fixable++
		}
	}
	n.Files = len(files)
	return n
}
