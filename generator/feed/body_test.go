package feed

import (
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

func TestTheFrameOfABodyIsEscaped(t *testing.T) {
	at := time.Date(2023, 4, 25, 18, 0, 0, 0, time.UTC) // the next day in Việt Nam
	item := &Item{Remember: []string{"<3 & đứng xa"}, Link: "https://loa.example.vn/?a&b"}
	got := frameBody("<p>Thân bài</p>", []article.Correction{{At: at.In(settings.Zone), Text: "<b>Đúng</b> là\n113"}}, item)
	want := "<p><strong>Đính chính ngày 26/4/2023:</strong> &lt;b&gt;Đúng&lt;/b&gt; là 113</p>\n<p>Thân bài</p>\n<h2>Điều cần nhớ</h2>\n<ul>\n<li>&lt;3 &amp; đứng xa</li>\n</ul>\n" +
		`<p><a href="https://loa.example.vn/?a&amp;b">Xem bài trên trang Loa</a></p>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
