package speech

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/vinhlinh/loa/generator/article"
)

// body walks the blocks of a body in order.
func (w *writer) body(m article.Markdown) {
	w.office = officePaper{}
	for n := m.Tree.FirstChild(); n != nil; n = n.NextSibling() {
		if _, heading := n.(*ast.Heading); heading || !w.office.silent {
			w.speakBlock(m, n, Body)
		}
	}
}

// speakBlock says one block. role is that of the surrounding block: a paragraph in a quote is a quote.
func (w *writer) speakBlock(m article.Markdown, n ast.Node, role Role) {
	pauses := w.composer.pauses
	switch n := n.(type) {
	case *ast.Heading:
		w.office = officePaper{begun: true}
		w.pauseAtLeast(pauses.BeforeHeading)
		w.say(w.inline(m, n), Heading, pauses.AfterHeading)
	case *ast.Paragraph, *ast.TextBlock:
		w.speakParagraph(w.inline(m, n), role)
	case *ast.Blockquote:
		w.speakQuote(m, n)
	case *ast.List:
		w.speakList(m, n)
	case *ast.ThematicBreak:
		w.pauseAtLeast(pauses.BeforeHeading)
	case *east.Table:
		w.speakTable(m, n)
	}
	// Code and raw HTML are errors of package article: an article that has them is never spoken.
}

// speakParagraph says a paragraph. One that ends with a colon leads into what follows, with the pause of its colon.
func (w *writer) speakParagraph(t written, role Role) {
	if role == Body {
		t = w.withoutOffice(t)
	}
	after := w.composer.pauses.Paragraph
	if strings.HasSuffix(strings.TrimSpace(t.String()), ":") {
		after = w.composer.pauses.Clause
	}
	w.say(t, role, after)
}
