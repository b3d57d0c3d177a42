package speech_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/speech"
)

// letter is a document with a letterhead in its front matter, and one that was copied into its body.
const letter = `---
id: 7k2m9x4r
title: Giữ liên lạc thông suốt dịp Lễ 30/4
date: 2023-04-24
co_quan: [ỦY BAN NHÂN DÂN, HUYỆN VĨNH LINH]
nguoi_ky: {quyen_han: [KT. CHỦ TỊCH], ten: Nguyễn Thiên Tùng}
---

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Kính gửi:

- Công an huyện;
- UBND các xã.

## 1. Công an huyện:

Trực theo số XYZQW, không có điều cần nhớ.

Nơi nhận:

- Như trên
`

func TestDocumentIsReadWithoutItsForm(t *testing.T) {
	set, found, err := article.Load(fstest.MapFS{"content/van-ban/cong-van/index.md": {Data: []byte(letter)}}, office())
	if err != nil || len(set.Documents) != 1 {
		t.Fatalf("%v %+v", err, found)
	}
	c, _ := speech.New(office())
	script, found := c.Document(set.Documents[0])
	want := "Giữ liên lạc thông suốt dịp Lễ ba mươi tháng tư.\n\nKính gửi:\n\nCông an huyện.\nỦy ban nhân dân các xã.\n\nMột. Công an huyện:\n\n" +
		"Trực theo số ích i dét quy vê kép, không có điều cần nhớ.\n"
	if got := string(speech.Text(script)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(found) != 1 || found[0].Source.Text[found[0].Span.Start:found[0].Span.End] != "XYZQW" {
		t.Errorf("the findings are not the one abbreviation: %+v", found)
	}
	if script.Article != "7k2m9x4r" || script.Duration == 0 {
		t.Errorf("script of %q, %v", script.Article, script.Duration)
	}
}

// TestLinesOfPaper: a list, a table and what to remember are blocks of several lines, a paragraph of one.
func TestLinesOfPaper(t *testing.T) {
	script, _ := compose(t, load(t, head+"Câu một. Câu hai.\n\n- Ý một. Thêm một câu.\n- Ý hai.\n\n| Việc | Báo |\n|---|---|\n| Cháy | thôn |\n| Dây rơi | xã |\n"))
	var lines []string
	for _, s := range script.Sentences {
		if s.Line {
			lines = append(lines, "")
		}
		lines[len(lines)-1] += s.Text + "|"
	}
	want := "Thấy dây rơi, gọi một một ba.|\nCâu một.|Câu hai.|\nÝ một.|Thêm một câu.|\nÝ hai.|\nViệc: Cháy; Báo: thôn.|\nViệc: Dây rơi; Báo: xã.|\n" +
		"Xin bà con ghi nhớ: Một là, thấy dây rơi, đứng xa năm mét.|\nHai là, báo Ủy ban nhân dân xã: nói rõ chỗ.|"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
