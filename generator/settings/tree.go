package settings

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Limits of the structure of a settings file.
const (
	maxDepth = 8       // ours need five: khung, a profile, buoi, a slot, its keys
	maxSigns = 500_000 // "," "=" "." "[" "{" of a file, counted before parsing: 10,000 stations and their areas have 350,000
)

// treeBuilder puts the expressions of a TOML file into one tree. It holds to TOML's rule that nothing is defined twice, goes on after
// a second definition, and leaves out what it adds.
type treeBuilder struct {
	src     *diagnostic.Source
	root    *table
	current *table // that of the last header
	found   []diagnostic.Diagnostic
}

// part is one part of a dotted key.
type part struct {
	name string
	span diagnostic.Span
}

func newTreeBuilder(src *diagnostic.Source) *treeBuilder {
	root := &table{origin: headedTable}
	return &treeBuilder{src: src, root: root, current: root}
}

func (b *treeBuilder) report(check *diagnostic.Check, span diagnostic.Span, message string, hints ...string) {
	b.found = append(b.found, check.At(b.src, span, message, hints...))
}

// expression adds a parsed expression whose text begins at byte base of the source, and gives the byte at which it ends.
func (b *treeBuilder) expression(p *unstable.Parser, n *unstable.Node, base int) (end int) {
	c := converter{b, p, base}
	parts := c.parts(n.Key())
	if n.Kind != unstable.KeyValue {
		b.header(parts, n.Kind == unstable.ArrayTable)
		return parts[len(parts)-1].span.End
	}
	b.put(b.current, parts, c.value(n, 1))
	return c.span(n.Raw).End
}

// header opens the table of [a.b] or a new one of [[a.b]].
func (b *treeBuilder) header(parts []part, array bool) {
	span := diagnostic.Span{Start: parts[0].span.Start, End: parts[len(parts)-1].span.End}
	b.current = &table{span: span, origin: headedTable} // nobody reads it, unless it is put into the tree
	if len(parts) > maxDepth {
		b.report(broken, span, fmt.Sprintf("tên phần có quá %d đoạn", maxDepth), "Viết ít đoạn hơn.")
		return
	}
	at := b.root
	for _, p := range parts[:len(parts)-1] {
		e := at.find(p.name)
		if e == nil {
			e = at.add(entry{p.name, p.span, node{kind: tableNode, span: p.span, table: &table{span: p.span, origin: passedTable}}})
		}
		switch v := &e.value; {
		case v.kind == tableNode && v.table.origin != inlineTable:
			at = v.table
		case v.kind == listNode && v.open:
			at = v.items[len(v.items)-1].table
		default:
			b.twice(p, *e)
			return
		}
	}
	last := parts[len(parts)-1]
	e := at.find(last.name)
	value := node{kind: tableNode, span: span, table: b.current}
	switch {
	case e == nil && array:
		at.add(entry{last.name, last.span, node{kind: listNode, span: span, open: true, items: []node{value}}})
	case e == nil:
		at.add(entry{last.name, last.span, value})
	case array && e.value.open:
		e.value.items = append(e.value.items, value)
	case !array && e.value.kind == tableNode && e.value.table.origin == passedTable:
		b.current = e.value.table
		b.current.origin, b.current.span = headedTable, span
	case !array && e.value.kind == tableNode && e.value.table.origin == headedTable:
		b.twice(last, *e)
		b.current = e.value.table
		b.current.again = true
	default:
		b.twice(last, *e)
	}
}

// put adds a value under a dotted key of a table.
func (b *treeBuilder) put(at *table, parts []part, value node) {
	for _, p := range parts[:len(parts)-1] {
		e := at.find(p.name)
		if e == nil {
			e = at.add(entry{p.name, p.span, node{kind: tableNode, span: p.span, table: &table{span: p.span, origin: dottedTable}}})
		}
		if e.value.kind != tableNode || e.value.table.origin != dottedTable {
			b.twice(p, *e)
			return
		}
		at = e.value.table
	}
	last := parts[len(parts)-1]
	if e := at.find(last.name); e != nil {
		if !at.again {
			b.twice(last, *e)
		}
		return
	}
	at.add(entry{last.name, last.span, value})
}

func (b *treeBuilder) twice(p part, first entry) {
	d := broken.At(b.src, p.span, fmt.Sprintf("khóa “%s” viết hai lần", shorten(p.name)), "Bỏ một trong hai, hoặc gộp lại.")
	d.Related = []diagnostic.Place{{Source: b.src, Span: first.span}}
	b.found = append(b.found, d)
}

// converter turns the nodes of one expression into ours.
type converter struct {
	*treeBuilder
	parser *unstable.Parser
	base   int
}

// span is the place of a range in the source. Brackets that were put in behind its end have their place at the end.
func (c converter) span(r unstable.Range) diagnostic.Span {
	size := len(c.src.Text)
	return diagnostic.Span{Start: min(c.base+int(r.Offset), size), End: min(c.base+int(r.Offset)+int(r.Length), size)}
}

func (c converter) parts(it unstable.Iterator) (list []part) {
	for it.Next() {
		list = append(list, part{string(it.Node().Data), c.span(it.Node().Raw)})
	}
	return list
}

// value converts the value of a key. The parser keeps no range of a list, but one of the whole key and value.
func (c converter) value(keyValue *unstable.Node, depth int) node {
	whole := c.span(keyValue.Raw)
	start := whole.Start
	for it := keyValue.Key(); it.Next(); {
		start = c.span(it.Node().Raw).End
	}
	text := c.parser.Data()
	for start < whole.End && (text[start-c.base] == ' ' || text[start-c.base] == '\t' || text[start-c.base] == '=') {
		start++
	}
	return c.convert(keyValue.Value(), diagnostic.Span{Start: start, End: whole.End}, depth)
}

// convert makes a node; span is its place unless the parser knows better.
func (c converter) convert(n *unstable.Node, span diagnostic.Span, depth int) node {
	if depth > maxDepth {
		c.report(broken, span, fmt.Sprintf("giá trị lồng sâu quá %d tầng", maxDepth), "Viết ít tầng hơn.")
		return node{span: span}
	}
	switch n.Kind {
	case unstable.Array:
		list := node{kind: listNode, span: span}
		for it := n.Children(); it.Next(); {
			item := c.convert(it.Node(), span, depth+1)
			if item.kind == brokenNode {
				return item // said once, not for each of a thousand items
			}
			list.items = append(list.items, item)
		}
		return list
	case unstable.InlineTable:
		t := &table{origin: inlineTable}
		end := int(n.Raw.Offset) + 1
		for it := n.Children(); it.Next(); {
			child := it.Node()
			c.put(t, c.parts(child.Key()), c.value(child, depth+1))
			end = int(child.Raw.Offset) + int(child.Raw.Length)
		}
		text := c.parser.Data()
		for tail := end; tail < len(text) && (text[tail] == ' ' || text[tail] == '\t' || text[tail] == '}'); tail++ {
			if text[tail] == '}' {
				end = tail + 1
				break
			}
		}
		t.span = c.span(unstable.Range{Offset: n.Raw.Offset, Length: uint32(end) - n.Raw.Offset})
		return node{kind: tableNode, span: t.span, table: t}
	}
	kind := floatNode
	switch n.Kind {
	case unstable.String:
		kind = stringNode
	case unstable.Bool:
		kind = boolNode
	case unstable.Integer:
		kind = integerNode
	case unstable.LocalDate:
		kind = dateNode
	case unstable.LocalTime, unstable.LocalDateTime, unstable.DateTime:
		kind = timeNode
	}
	return node{kind: kind, text: string(n.Data), span: c.span(n.Raw)}
}
