package article

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/vinhlinh/loa/generator/viet"
)

// Empty says whether the body holds nothing.
func (m Markdown) Empty() bool { return len(bytes.TrimSpace(m.Text)) == 0 }

// Headings gives the words of each heading of the body, in order.
func (m Markdown) Headings() (list []string) {
	for n := range nodes(m.Tree) {
		if h, ok := n.(*ast.Heading); ok {
			list = append(list, plain(h, m.Text))
		}
	}
	return list
}

// Words gives the words of the body without marks, a block a line: what a search reads.
func (m Markdown) Words() string {
	if m.Tree == nil {
		return ""
	}
	var b strings.Builder
	for n := range nodes(m.Tree) {
		switch {
		case n.Type() != ast.TypeBlock:
		case n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline:
			b.WriteString(plain(n, m.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Anchor is the id of a heading with these words. Hugo's own rule loses đ.
func Anchor(words string) string {
	if id := viet.Slug(words, 60); id != "" {
		return id
	}
	return "muc"
}

// nodes yields n and all below it in document order.
func nodes(n ast.Node) func(yield func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(c) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

// plain gives the words of a node without marks.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := range nodes(n) {
		switch c := c.(type) {
		case *ast.Text:
			if value := string(c.Segment.Value(source)); c.IsRaw() {
				b.WriteString(value)
			} else {
				b.WriteString(PlainText(value))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(source))
		}
	}
	return b.String()
}

// segments gives the stretch from the first to the last line of a block.
func segments(s *text.Segments) (start, end int) {
	if s == nil || s.Len() == 0 {
		return 0, 0
	}
	return s.At(0).Start, s.At(s.Len() - 1).Stop
}
