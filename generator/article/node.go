package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// nodeKind is the shape of a front-matter value.
type nodeKind int

const (
	scalarNode nodeKind = iota
	listNode
	mapNode
	nullNode
)

// node is a value of the front matter with its place: YAML's tree without what loa refuses.
type node struct {
	kind    nodeKind
	text    string // of a scalar, as YAML understands it
	quoted  bool   // a scalar in quotes or a block scalar: never a number, date or bool
	span    diagnostic.Span
	items   []node  // of a list
	entries []entry // of a map, in written order
}

// entry is one key of a map with its value.
type entry struct {
	key   string
	span  diagnostic.Span // of the key
	value node
}

// converter turns goccy's tree into nodes. goccy counts lines and columns in runes from 1, inside the text it was given.
type converter struct {
	src    *diagnostic.Source
	text   string
	base   int   // offset of text in the source
	starts []int // offset of each line in text
	found  []diagnostic.Diagnostic
}

func newConverter(src *diagnostic.Source, text string, base int) *converter {
	c := &converter{src: src, text: text, base: base, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			c.starts = append(c.starts, i+1)
		}
	}
	return c
}

// offset gives the byte of a token's position, in text.
func (c *converter) offset(p *token.Position) int {
	if p == nil || p.Line < 1 || p.Line > len(c.starts) {
		return len(c.text)
	}
	at := c.starts[p.Line-1]
	for n := p.Column; n > 1 && at < len(c.text) && c.text[at] != '\n'; n-- {
		_, size := utf8.DecodeRuneInString(c.text[at:])
		at += size
	}
	return at
}

func (c *converter) span(start, end int) diagnostic.Span {
	end = max(start, min(end, len(c.text)))
	return diagnostic.Span{Start: c.base + start, End: c.base + end}
}

// lineEnd is the end of the line that holds byte at, without white space before it.
func (c *converter) lineEnd(at int) int {
	end := len(c.text)
	if i := strings.IndexByte(c.text[at:], '\n'); i >= 0 {
		end = at + i
	}
	return at + len(strings.TrimRight(c.text[at:end], " \t\r"))
}

func (c *converter) value(n ast.Node) node {
	switch n := n.(type) {
	case *ast.MappingNode:
		return c.mapping(n, n.Values)
	case *ast.MappingValueNode:
		return c.mapping(n, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		at := c.offset(n.GetToken().Position)
		list := node{kind: listNode, span: c.span(at, c.lineEnd(at))}
		for _, v := range n.Values {
			list.items = append(list.items, c.value(v))
		}
		if n.IsFlowStyle && n.End != nil {
			list.span = c.span(at, c.offset(n.End.Position)+1)
		}
		return list
	case nil:
		return node{kind: nullNode, span: c.span(len(c.text), len(c.text))}
	}
	return c.scalar(n)
}

// mapping reads a map. A key that comes again is a finding; the first of its values counts.
func (c *converter) mapping(n ast.Node, values []*ast.MappingValueNode) node {
	m := node{kind: mapNode}
	for _, v := range values {
		key := c.scalar(v.Key)
		e := entry{key: key.text, span: key.span, value: c.value(v.Value)}
		if e.value.kind == nullNode {
			e.value.span = e.span
		}
		if i := slices.IndexFunc(m.entries, func(first entry) bool { return first.key == e.key }); i >= 0 {
			d := doubleKey.At(c.src, e.span, fmt.Sprintf("khóa “%s” viết hai lần", shorten(e.key)), "Bỏ một trong hai.")
			d.Related = []diagnostic.Place{{Source: c.src, Span: m.entries[i].span}}
			c.found = append(c.found, d)
			continue
		}
		m.entries = append(m.entries, e)
	}
	if len(m.entries) > 0 {
		m.span = diagnostic.Span{Start: m.entries[0].span.Start, End: m.entries[0].value.span.End}
	} else {
		at := c.offset(n.GetToken().Position)
		m.span = c.span(at, c.lineEnd(at))
	}
	return m
}

func (c *converter) scalar(n ast.Node) node {
	tok := n.GetToken()
	at := c.offset(tok.Position)
	s := node{text: tok.Value}
	switch n := n.(type) {
	case *ast.NullNode:
		return node{kind: nullNode, span: c.span(at, at)}
	case *ast.LiteralNode:
		s.text, s.quoted = n.Value.Value, true
		s.span = c.span(at, c.lineEnd(at))
		return s
	}
	s.quoted = tok.Type == token.DoubleQuoteType || tok.Type == token.SingleQuoteType
	switch {
	case s.quoted:
		s.span = c.span(at, at+quotedLength(c.text[at:]))
	case strings.HasPrefix(c.text[at:], tok.Value):
		s.span = c.span(at, at+len(tok.Value))
	default: // folded over several lines
		s.span = c.span(at, c.lineEnd(at))
	}
	return s
}

// quotedLength is the length of the quoted scalar at the start of s, quotes included.
func quotedLength(s string) int {
	if s == "" {
		return 0
	}
	quote := s[0]
	for i := 1; i < len(s); i++ {
		switch {
		case quote == '"' && s[i] == '\\':
			i++
		case s[i] == quote && quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return len(s)
}
