package feed

import (
	"html"
	"strings"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// frameBody puts the corrections in front of a body, newest first as they come, and behind it what to remember and the way to the
// page. Readers show the body alone, without the page around it.
func frameBody(body string, corrections []article.Correction, remember []string, link string) string {
	var b strings.Builder
	for _, c := range corrections {
		b.WriteString("<p><strong>Đính chính ngày " + article.DayText(c.At.In(settings.Zone)) + ":</strong> " + html.EscapeString(Line(c.Text)) + "</p>\n")
	}
	if body != "" {
		b.WriteString(strings.TrimSpace(body) + "\n")
	}
	if len(remember) > 0 {
		b.WriteString("<h2>Điều cần nhớ</h2>\n<ul>\n")
		for _, line := range remember {
			b.WriteString("<li>" + html.EscapeString(line) + "</li>\n")
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString(`<p><a href="` + html.EscapeString(link) + `">Xem bài trên trang Loa</a></p>`)
	return b.String()
}
