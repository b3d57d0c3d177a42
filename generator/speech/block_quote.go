package speech

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// alertMark begins a quote that other Markdown draws as a box: "[!NOTE]".
var alertMark = regexp.MustCompile(`^\[!([\p{L} ]{1,20})\]`)

// alertLeads are the words for the kinds of alerts, without marks and in small letters.
var alertLeads = map[string]string{"note": "Lưu ý", "tip": "Lưu ý", "important": "Lưu ý", "luu y": "Lưu ý", "warning": "Cảnh báo", "canh bao": "Cảnh báo",
	"caution": "Khẩn", "khan": "Khẩn"}

// quoteSource begins the line that says where a quote comes from.
var quoteSource = regexp.MustCompile(`^(—|–|--)\s*`)

// speakQuote says a quote between pauses, and behind it "Theo …" when its last line names the source after a dash. A quote that begins
// like an alert is one.
func (w *writer) speakQuote(m article.Markdown, quote *ast.Blockquote) {
	role, lead := Quote, ""
	before := w.composer.pauses.Paragraph
	for c := quote.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph {
			w.pauseAtLeast(before)
			w.speakBlock(m, c, role)
			continue
		}
		t := w.inline(m, c)
		if mark := alertMark.FindStringSubmatch(t.String()); mark != nil && c == quote.FirstChild() && alertLeads[viet.Fold(mark[1])] != "" {
			role, lead, before = Alert, alertLeads[viet.Fold(mark[1])], w.composer.pauses.BeforeHeading
			w.strange(t, 0, len(mark[0]), "khung “%s” chưa có trên trang: dấu hiện nguyên như vậy", "Viết “Lưu ý:” ở đầu đoạn.")
			t = t.slice(len(mark[0]), len(t.String()))
			t = t.slice(len(t.String())-len(strings.TrimLeft(t.String(), " ")), len(t.String()))
		}
		if lead != "" && !t.blank() {
			t = spokenLead(lead + ": ").then(lowered(t))
			lead = ""
		}
		w.pauseAtLeast(before)
		said, source := t, written{}
		if c.NextSibling() == nil && role == Quote {
			said, source = cutSource(t)
		}
		w.say(said, role, w.composer.pauses.Paragraph)
		if !source.blank() {
			if !strings.HasPrefix(viet.Fold(source.String()), "theo ") {
				source = spokenLead("Theo ").then(lowered(source))
			}
			w.say(source, role, w.composer.pauses.Paragraph)
		}
	}
	if role == Alert {
		w.pauseAtLeast(before)
	}
}

// cutSource divides the last paragraph of a quote from the line that names its source.
func cutSource(t written) (quote, source written) {
	text, at := t.String(), 0
	if n := len(t.breaks); n > 0 {
		at = t.breaks[n-1]
	}
	dash := quoteSource.FindString(text[at:])
	if dash == "" {
		return t, written{}
	}
	return t.slice(0, at), t.slice(at+len(dash), len(text))
}
