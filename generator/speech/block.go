package speech

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
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
				t = spokenLead(ordinal(number) + ", ").then(lowered(t))
			}
			w.say(t, ListItem, w.composer.pauses.Item)
		}
		number++
	}
	w.shut()
	w.pauseAfter(w.composer.pauses.Paragraph)
}

// lowered is a text that goes on after "Một là,": its first letter is small, unless the word may be a name or an abbreviation.
func lowered(t written) written {
	text := t.text.String()
	first, rest, _ := strings.Cut(text, " ")
	letter, size := utf8.DecodeRuneInString(first)
	word := strings.TrimRight(first, ",;:.")
	if !unicode.IsUpper(letter) || properName(rest) || !viet.IsSyllable(word) || strings.ToLower(word[size:]) != word[size:] {
		return t
	}
	small := string(unicode.ToLower(letter))
	if len(small) != size {
		return t // places are bytes: they must not move
	}
	t.text = &strings.Builder{}
	t.text.WriteString(small + text[size:])
	return t
}

// properName says whether a text goes on with a capital that is not an abbreviation's: "Hồ Xá" is one name, "Báo UBND" is not.
func properName(rest string) bool {
	first, size := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsUpper(first) && !unicode.IsUpper(second)
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
			addText(t, m, c)
			if c.SoftLineBreak() || c.HardLineBreak() {
				t.add(" ", -1)
			}
		case *ast.String:
			t.add(string(c.Value), -1)
		case *ast.AutoLink:
			t.add(string(c.Label(m.Text)), m.Start+c.Pos()+len("<"))
		case *ast.Image, *ast.RawHTML:
		default:
			appendInline(t, m, c)
		}
	}
}

// escape is what goldmark leaves to its renderer: "\*" is a star, "&amp;" an ampersand (CommonMark 2.4, 2.5).
var escape = regexp.MustCompile(`\\[!-/:-@\[-\x60{-~]|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// addText appends a text of the body; each escape becomes its sign and keeps its place.
func addText(t *written, m article.Markdown, n *ast.Text) {
	value, start := string(n.Segment.Value(m.Text)), m.Start+n.Segment.Start
	done := 0
	if !n.IsRaw() && strings.ContainsAny(value, `\&`) {
		for _, at := range escape.FindAllStringIndex(value, -1) {
			t.add(value[done:at[0]], start+done)
			t.addFrom(article.PlainText(value[at[0]:at[1]]), start+at[0], start+at[1])
			done = at[1]
		}
	}
	t.add(value[done:], start+done)
}
