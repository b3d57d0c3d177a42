package settings

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// maxRepairs is the number of mistakes of syntax that are reported in one run; a file with more is no settings file.
const maxRepairs = 16

// parseTOML makes the tree of a file and gives every mistake of its syntax.
//
// A mistake is mended in a copy of the text, without moving a byte, and the statement is read again: a comma or bracket that is
// missing is put in; otherwise the line is taken out, so that it costs one key, or one item of a long list. Findings about what is
// lost with it do not follow: the table or the list remembers.
func parseTOML(src *diagnostic.Source, text []byte) (*table, []diagnostic.Diagnostic) {
	b := newTreeBuilder(src)
	if signs := countSigns(text); signs > maxSigns {
		b.report(broken, diagnostic.Span{}, fmt.Sprintf("tệp có %d khóa và giá trị, quá mức", signs), "Tách bớt nội dung.")
		b.root.partial = true
		return b.root, b.found
	}
	m := mender{treeBuilder: b, text: text, failed: -1, lossy: map[int]bool{}}
	p := &unstable.Parser{}
	base := 0
	p.Reset(m.text)
	start := m.statement(0)
	for {
		for p.NextExpression() {
			m.settle(b.expression(p, p.Expression(), base), start)
			start = m.statement(m.lineEnd(m.settled))
		}
		var syntax *unstable.ParserError
		if !errors.As(p.Error(), &syntax) {
			return b.root, b.found
		}
		if m.repairs++; m.repairs > maxRepairs {
			b.root.partial, b.current.partial = true, true
			return b.root, b.found
		}
		m.mend(start, base+cap(p.Data())-cap(syntax.Highlight), syntax.Message)
		start = m.statement(start)
		base = start
		p.Reset(m.text[base:])
	}
}

func countSigns(text []byte) (n int) {
	for _, sign := range []string{",", "=", ".", "[", "{"} {
		n += bytes.Count(text, []byte(sign))
	}
	return n
}

// mender mends mistakes in a copy of the text.
type mender struct {
	*treeBuilder
	text    []byte
	failed  int // where the last mistake was: the same again means that mending did not help
	repairs int
	settled int          // end of the last statement that was read
	lossy   map[int]bool // statements that lost lines, by their start
}

// settle notes the end of a statement, and that its list is not whole if lines were taken out of it.
func (m *mender) settle(end, start int) {
	m.settled = end
	if !m.lossy[start] || len(m.current.entries) == 0 {
		return
	}
	if last := &m.current.entries[len(m.current.entries)-1]; last.value.kind == listNode {
		last.value.partial = true
	} else if last.value.kind == tableNode {
		last.value.table.partial = true
	}
}

var (
	statementLine = regexp.MustCompile(`^(\[|[A-Za-z0-9_.-]+\s*=|"[^"\n]*"\s*=)`)
	keyStart      = regexp.MustCompile(`^["']?([^\s=.\[\]"']+)`)
	headerStart   = regexp.MustCompile(`^(\[\[?)\s*([A-Za-z0-9_.-]+)\s*(?:[\]#]|$)`)
)

// mend reports the mistake at byte at of the statement that begins at start, and mends the copy.
func (m *mender) mend(start, at int, message string) {
	at = min(max(at, start), len(m.text))
	again := at == m.failed
	m.failed = at
	line := m.lineStart(at)
	first := line <= start
	gap := m.blanks(start, at)
	ended := at >= len(m.text)-1 && (strings.Contains(message, "incomplete") || strings.Contains(message, "end of input"))
	switch {
	case again:
		m.repairs-- // the same mistake, met once more
		m.lose(start)
	case m.text[start] == '[' && first:
		m.explain(start, at, message)
		m.loseHeader(start)
	case !first && (ended || statementLine.Match(m.text[line:])):
		m.unclosed(start)
		if ended {
			m.text = append(m.text, ']')
		} else if gap := m.blanks(start, line); gap < line {
			m.text[gap] = ']'
		}
	case strings.HasPrefix(message, "expected ',' or") && gap < at:
		m.report(broken, m.visible(gap-1, gap), "thiếu dấu phẩy, hoặc dấu đóng, ở sau chỗ này", "Thêm dấu phẩy giữa hai giá trị.")
		if m.text[at] == '{' && strings.Contains(message, "'}'") && gap+1 < at {
			m.text[gap] = '}'
			gap++
		}
		m.text[gap] = ','
	case first:
		m.explain(start, at, message)
		m.lose(start)
	default:
		m.explain(line, at, message)
		m.lossy[start] = true
		end := m.lineEnd(line)
		closing := m.blanks(line, end) - 1
		closes := closing > line && m.text[closing] == ']'
		m.blank(line, end)
		if closes {
			m.text[closing] = ']' // the list ends on the line that is lost
		}
	}
}

// blanks is where the blanks before a byte begin.
func (m *mender) blanks(start, at int) int {
	for at > start && strings.IndexByte(" \t\r\n", m.text[at-1]) >= 0 {
		at--
	}
	return at
}

// unclosed reports the bracket that a statement opens and never closes.
func (m *mender) unclosed(start int) {
	open := start
	if i := bytes.IndexAny(m.text[start:m.lineEnd(start)], "[{"); i >= 0 {
		open = start + i
	}
	m.report(broken, m.visible(open, m.lineEnd(start)), "danh sách mở ở đây mà không đóng lại", "Thêm dấu ] hoặc } ở cuối danh sách.")
}

// lose takes a statement out and remembers its key.
func (m *mender) lose(start int) {
	if m.text[start] == '[' {
		m.loseHeader(start)
		return
	}
	if k := keyStart.FindSubmatch(m.text[start:m.lineEnd(start)]); k != nil {
		m.current.lost = append(m.current.lost, string(k[1]))
	} else {
		m.current.partial = true
	}
	end := m.lineEnd(start)
	if m.opens(start, end) {
		for end < len(m.text) && !statementLine.Match(m.text[end+1:]) {
			end = m.lineEnd(end + 1)
		}
	}
	m.blank(start, end)
}

// opens says whether the line [start, end) opens more brackets than it closes, so that the statement goes on below.
func (m *mender) opens(start, end int) bool {
	depth, quote := 0, byte(0)
	for _, c := range m.text[start:end] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		case c == '#':
			return depth > 0
		}
	}
	return depth > 0
}

// loseHeader takes a header out. If its name can be made out, the table is opened all the same.
func (m *mender) loseHeader(start int) {
	end := m.lineEnd(start)
	if h := headerStart.FindSubmatchIndex(m.text[start:end]); h != nil {
		var parts []part
		at := start + h[4]
		for name := range strings.SplitSeq(string(m.text[at:start+h[5]]), ".") {
			parts = append(parts, part{name, diagnostic.Span{Start: at, End: at + len(name)}})
			at += len(name) + 1
		}
		m.header(parts, h[3]-h[2] == 2)
	} else {
		m.current = &table{origin: headedTable}
	}
	m.root.partial = true // the header may be a misspelt one that must be there
	m.blank(start, end)
}

// statement is the start of the first statement at or after a byte: neither blank nor comment.
func (m *mender) statement(at int) int {
	for at < len(m.text) {
		switch c := m.text[at]; c {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = m.lineEnd(at)
		default:
			return at
		}
	}
	return at
}

func (m *mender) lineStart(at int) int { return bytes.LastIndexByte(m.text[:at], '\n') + 1 }

func (m *mender) lineEnd(at int) int {
	at = min(at, len(m.text))
	if i := bytes.IndexByte(m.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(m.text)
}

// blank overwrites bytes by blanks; lines stay lines.
func (m *mender) blank(start, end int) {
	for i := start; i < min(end, len(m.text)); i++ {
		if m.text[i] != '\n' {
			m.text[i] = ' '
		}
	}
}

// visible makes a span of the source: on borders of runes, inside the file, without blanks and comment at its end.
func (m *mender) visible(start, end int) diagnostic.Span {
	text := m.src.Text
	start, end = min(start, len(text)), min(end, len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return diagnostic.Span{Start: start, End: max(start, start+len(strings.TrimRight(text[start:max(start, end)], " \t\r\n")))}
}
