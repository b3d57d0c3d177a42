package speech

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

var hardTable = &diagnostic.Check{Name: "bang-kho-doc", Severity: diagnostic.Warning, Title: "Bảng quá rộng hoặc quá dài để nghe."}

// A table read aloud has at most three columns and eight rows (ARCHITECTURE "Settled"): beyond that nobody follows by ear.
const (
	maxColumns = 3
	maxRows    = 8
)

// speakTable says a table row by row, each cell behind the head of its column. A table beyond the limits is announced only.
func (w *writer) speakTable(m article.Markdown, table *east.Table) {
	var heads []string
	var rows []ast.Node
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() != east.KindTableHeader {
			rows = append(rows, row)
			continue
		}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			heads = append(heads, strings.TrimSpace(w.inline(m, cell).String()))
		}
	}
	if len(heads) > maxColumns || len(rows) > maxRows {
		p := tablePlace(m, table)
		w.found = append(w.found, hardTable.At(p.Source, p.Span, fmt.Sprintf("bảng có %d cột, %d hàng, nghe không theo kịp", len(heads), len(rows)), "Viết thành danh sách."))
		t := spokenLead("Mời bà con xem bảng trên trang thông tin.")
		t.whole = p
		w.say(t, Body, w.composer.pauses.Paragraph)
		return
	}
	w.open()
	if len(heads) == 1 && heads[0] != "" { // a column alone is a list under its head
		t := spokenLead(heads[0] + ":")
		t.whole = tablePlace(m, table.FirstChild())
		w.say(t, ListItem, w.composer.pauses.Clause)
		heads[0] = ""
	}
	for _, row := range rows {
		t := fromBody(m, 0, 0)
		t.whole = tablePlace(m, row)
		column := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if column > 0 {
				t.add("; ", -1)
			}
			if column < len(heads) && heads[column] != "" {
				t.add(heads[column]+": ", -1)
			}
			if words := w.inline(m, cell); words.blank() {
				t.add("không có", -1)
			} else {
				whole := t.whole
				t = t.then(words)
				t.whole = whole
			}
			column++
		}
		w.say(t, ListItem, w.composer.pauses.Item)
	}
	w.shut()
	w.pauseAtLeast(w.composer.pauses.Paragraph)
}

// tablePlace is the stretch of the first to the last text below a node.
func tablePlace(m article.Markdown, n ast.Node) diagnostic.Place {
	start, end := -1, 0
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		if t, ok := n.(*ast.Text); ok {
			if start < 0 {
				start = t.Segment.Start
			}
			end = max(end, t.Segment.Stop)
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			walk(c)
		}
	}
	walk(n)
	return m.Place(max(0, start), max(max(0, start), end))
}
