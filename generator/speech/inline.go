package speech

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

var strangeMark = &diagnostic.Check{Name: "cach-viet-la", Severity: diagnostic.Warning, Title: "Cách viết mà trang hiện nguyên dấu, hoặc loa không đọc."}

// inline gives the words of a block: the text of links, bold and italics; nothing of pictures, of struck words, of the marks of notes.
func (w *writer) inline(m article.Markdown, n ast.Node) written {
	start, end := 0, 0
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		start, end = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	t := fromBody(m, start, end)
	w.appendInline(&t, m, n)
	return w.withoutMarks(t)
}

func (w *writer) appendInline(t *written, m article.Markdown, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			addText(t, m, c)
			if c.SoftLineBreak() || c.HardLineBreak() {
				t.add(" ", -1)
				t.breaks = append(t.breaks, t.text.Len())
			}
		case *ast.String:
			t.add(string(c.Value), -1)
		case *ast.AutoLink:
			t.add(string(c.Label(m.Text)), m.Start+c.Pos()+len("<"))
		case *ast.Image, *ast.RawHTML:
		case *ast.Emphasis:
			from := t.text.Len()
			w.appendInline(t, m, c)
			if to := t.text.Len(); c.Level == 2 && from < to {
				if n := len(t.bold); n > 0 && t.bold[n-1].start >= from { // bold inside bold
					t.bold = t.bold[:n-1]
				}
				t.bold = append(t.bold, span{from, to})
			}
		case *ast.CodeSpan:
			from := t.text.Len()
			w.appendInline(t, m, c)
			w.strange(*t, from, t.text.Len(), "đoạn mã “%s” khó đọc trên loa", "Bỏ dấu ` ở hai đầu, viết thành chữ thường.")
		default:
			w.appendInline(t, m, c)
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

// foreignMark is what other Markdown has and this one has not: ~~struck~~ and the mark of a note, "[^1]".
var foreignMark = regexp.MustCompile(`~~[^~]{1,1000}~~|\[\^[^\]\s]{1,40}\]`)

// noteText begins a paragraph that is the text of a note.
var noteText = regexp.MustCompile(`^\[\^[^\]\s]{1,40}\]:`)

// withoutMarks leaves out struck words, which are no longer meant, and the marks of notes. The page shows them as they are written.
func (w *writer) withoutMarks(t written) written {
	text := t.String()
	if !strings.Contains(text, "~~") && !strings.Contains(text, "[^") {
		return t
	}
	if at := noteText.FindStringIndex(text); at != nil {
		w.strange(t, 0, at[1], "lời chú thích “%s” không đọc, và trang hiện nguyên dấu", "Viết luôn lời chú thích vào câu.")
		return t.slice(0, 0)
	}
	var cuts []span
	for _, at := range foreignMark.FindAllStringIndex(text, -1) {
		message, hint := "chữ gạch bỏ “%s” không đọc, và trang hiện nguyên dấu", "Xóa hẳn phần này."
		if text[at[0]] == '[' {
			message, hint = "dấu chú thích “%s” không đọc, và trang hiện nguyên dấu", "Viết luôn lời chú thích vào câu."
		}
		w.strange(t, at[0], at[1], message, hint)
		cuts = append(cuts, span{at[0], at[1]})
	}
	return t.without(cuts)
}

func (w *writer) strange(t written, start, end int, message, hint string) {
	const most = 40
	p, words := t.place(start, end), []rune(t.String()[start:end])
	if len(words) > most {
		words = append(words[:most:most], '…')
	}
	w.found = append(w.found, strangeMark.At(p.Source, p.Span, fmt.Sprintf(message, string(words)), hint))
}
