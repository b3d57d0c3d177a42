package speech

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/vinhlinh/loa/generator/article"
)

// body walks the blocks of a body in order.
func (w *writer) body(m article.Markdown) {
	for n := m.Tree.FirstChild(); n != nil; n = n.NextSibling() {
		w.speakBlock(m, n, Body)
	}
}

// speakBlock says one block. role is that of the surrounding block: a paragraph in a quote is a quote.
func (w *writer) speakBlock(m article.Markdown, n ast.Node, role Role) {
	pauses := w.composer.pauses
	switch n := n.(type) {
	case *ast.Heading:
		w.pauseAfter(pauses.BeforeHeading)
		w.say(inline(m, n), Heading, pauses.AfterHeading)
	case *ast.Paragraph, *ast.TextBlock:
		w.say(inline(m, n), role, pauses.Paragraph)
	case *ast.Blockquote:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.speakBlock(m, c, Quote)
		}
	case *ast.List:
		w.speakList(m, n)
	case *ast.ThematicBreak:
		w.pauseAfter(pauses.BeforeHeading)
	case *east.Table:
		w.speakTable(m, n)
	}
	// Code and raw HTML are errors of package article: an article that has them is never spoken.
}

// speakList says each item as sentences of its own. Numbered items are counted aloud: Một là, Hai là.
func (w *writer) speakList(m article.Markdown, list *ast.List) {
	w.open()
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Kind() != ast.KindTextBlock && c.Kind() != ast.KindParagraph {
				w.speakBlock(m, c, ListItem)
				continue
			}
			t := inline(m, c)
			if list.IsOrdered() && c == item.FirstChild() {
				t = spokenLead(ordinal(number) + ", ").then(t)
			}
			w.say(t, ListItem, w.composer.pauses.Item)
		}
		number++
	}
	w.shut()
	w.pauseAfter(w.composer.pauses.Paragraph)
}

var ordinals = []string{"", "Một là", "Hai là", "Ba là", "Bốn là", "Năm là", "Sáu là", "Bảy là", "Tám là", "Chín là", "Mười là"}

// ordinal counts an item aloud; above ten the figure is left to verbalize.
func ordinal(n int) string {
	if n >= 1 && n < len(ordinals) {
		return ordinals[n]
	}
	return "Mục " + strconv.Itoa(n)
}

// inline gives the words of a block: the text of links, bold and italics; nothing of pictures.
func inline(m article.Markdown, n ast.Node) written {
	start, end := 0, 0
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		start, end = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	t := fromBody(m, start, end)
	appendInline(&t, m, n)
	return t
}

func appendInline(t *written, m article.Markdown, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			segment := c.Segment
			t.add(unescape(string(segment.Value(m.Text)), c), m.Start+segment.Start)
			if c.SoftLineBreak() || c.HardLineBreak() {
				t.add(" ", -1)
			}
		case *ast.String:
			t.add(string(c.Value), -1)
		case *ast.AutoLink:
			t.add(string(c.Label(m.Text)), -1)
		case *ast.Image, *ast.RawHTML:
		default:
			appendInline(t, m, c)
		}
	}
}

// unescape undoes what goldmark leaves to its renderer: "\*" is a star, "&amp;" an ampersand. The length may shrink, so places inside
// such a text are off by the signs left out; they stay inside the block.
func unescape(s string, n *ast.Text) string {
	if n.IsRaw() || !strings.ContainsAny(s, `\&`) {
		return s
	}
	return article.PlainText(s)
}
