package feed

import (
	"html"
	"strings"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// frameBody puts the corrections in front of the body of an item, newest first as they come, and behind it what to remember, who
// speaks if it is a machine, and the way to the page. Readers show the body alone, without the page around it.
func frameBody(body string, corrections []article.Correction, i *Item) string {
	var b strings.Builder
	for _, c := range corrections {
		b.WriteString("<p><strong>" + correctionLead(c) + "</strong> " + html.EscapeString(Line(c.Text)) + "</p>\n")
	}
	if body != "" {
		b.WriteString(strings.TrimSpace(body) + "\n")
	}
	if len(i.Remember) > 0 {
		b.WriteString("<h2>Điều cần nhớ</h2>\n<ul>\n")
		for _, line := range i.Remember {
			b.WriteString("<li>" + html.EscapeString(line) + "</li>\n")
		}
		b.WriteString("</ul>\n")
	}
	if i.Sound.label() != "" {
		b.WriteString("<p>Âm thanh kèm theo là giọng đọc tổng hợp.</p>\n")
	}
	b.WriteString(`<p><a href="` + html.EscapeString(i.Link) + `">Xem bài trên trang Loa</a></p>`)
	return b.String()
}

// correctionLead is what stands before a correction.
func correctionLead(c article.Correction) string {
	return "Đính chính ngày " + article.DayText(c.At.In(settings.Zone)) + ":"
}
