package speech_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/speech"
)

// places gives the words at which a check found something.
func places(found []diagnostic.Diagnostic, check string) (list []string) {
	for _, d := range found {
		if d.Check.Name == check {
			list = append(list, d.Source.Text[d.Span.Start:d.Span.End])
		}
	}
	return list
}

func TestWordsForTheScreenAreFound(t *testing.T) {
	for body, want := range map[string]string{
		"Bà con bấm vào đây để xem.":                "bấm vào đây",
		"Cây đổ như hình bên, đừng lại gần.":        "hình bên",
		"Số máy có trong bảng dưới.":                "trong bảng dưới",
		"Xem **hình 2** cho rõ.":                    "hình 2",
		"Làm như đã nói ở trên.":                    "đã nói ở trên",
		"Các việc nêu trên đều dễ.":                 "",
		"Đó là các việc nêu trên.":                  "nêu trên",
		"Gọi các số dưới đây.":                      "dưới đây",
		"Xem [tại đây](/duong-day-nong/) cho đủ.":   "Xem [tại đây",
		"Mời [xem tại đây](/duong-day-nong/).":      "xem tại đây",
		"Dòng in đậm là quan trọng.":                "Dòng in đậm",
		"Đừng bấm vào đường dẫn lạ.":                "",
		"Tổ chim ở trên cột, bà con để yên.":        "",
		"Họ gửi hình ảnh trên mạng, xem ảnh kỹ đã.": "",
		"Loa nói trên đài rồi, số ghi trên thẻ.":    "",
		"Bên hình thức bán hàng, dưới đáy thuyền.":  "",
	} {
		_, found := compose(t, load(t, head+body+"\n"))
		if got := strings.Join(places(found, "chi-thay"), "|"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func TestAnOwnReadingForNothingIsFound(t *testing.T) {
	own := strings.Replace(head, "dieu_can_nho", "phat_am:\n  GPON: giê pon\n  UBND: u bê\n  VNPT: vê en pê tê\n  hoà giải: hoà giải\n  BTS: bê tê ét\n  5 m: năm thước\ndieu_can_nho", 1)
	_, found := compose(t, load(t, own+"Trạm BTS2 và VNPT, tổ hòa\ngiải.\n"))
	if got := strings.Join(places(found, "phat-am-thua"), "|"); got != "GPON: giê pon|BTS: bê tê ét" {
		t.Errorf("got %q", got)
	}
}

func TestLengthOfAnArticleIsJudged(t *testing.T) {
	aired := strings.Replace(head, "dieu_can_nho", "phat_thanh: {so_lan: 1}\ndieu_can_nho", 1)
	short := aired + "Đứng xa.\n"
	for name, c := range map[string]struct{ text, want string }{
		"short": {short, "bai-qua-ngan"},
		"draft": {strings.Replace(short, "dieu_can_nho", "draft: true\ndieu_can_nho", 1), ""},
		"read":  {head + "Đứng xa.\n", ""},
		"right": {aired + long, ""},
		"long":  {aired + strings.Repeat(long+"\n", 50), "bai-qua-dai"},
	} {
		_, found := compose(t, load(t, c.text))
		var got strings.Builder
		for _, d := range found {
			if d.Check.Name == "bai-qua-ngan" || d.Check.Name == "bai-qua-dai" {
				got.WriteString(d.Check.Name)
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q", name, got.String(), c.want)
		}
	}
}

// TestRepetitionDoesNotMakeAnArticleTooLong: the writer can do nothing about a setting of the office.
func TestRepetitionDoesNotMakeAnArticleTooLong(t *testing.T) {
	s := office()
	s.Reading.Repeat = "toan-bai"
	c, _ := speech.New(s)
	script, found := c.Compose(load(t, strings.Replace(head, "dieu_can_nho", "phat_thanh: {so_lan: 1}\ndieu_can_nho", 1)+strings.Repeat(long+"\n", 30)))
	if got := places(found, "bai-qua-dai"); len(got) > 0 || script.Duration < s.Reading.Longest {
		t.Errorf("%v, %q", script.Duration, got)
	}
}

// TestRealArticlesAreSpokenWithoutAFinding holds the checks of this package to few false alarms: the articles were read by people.
func TestRealArticlesAreSpokenWithoutAFinding(t *testing.T) {
	s, articles := realArticles(t)
	composer, _ := speech.New(s)
	own := map[*diagnostic.Check]bool{}
	for _, c := range speech.Checks() {
		own[c] = true
	}
	for _, a := range articles {
		script, found := composer.Compose(a)
		for _, d := range found {
			if own[d.Check] {
				t.Errorf("%s: %s [%s]", a.Slug, d.Message, d.Check.Name)
			}
		}
		judgeScript(t, a.Slug, script, s.Pauses)
	}
}

func TestHardWordsAreListedOnce(t *testing.T) {
	script, _ := compose(t, load(t, head+"UBND xã nhận công văn 404/STTTT-BCVT ngày 21/4, gọi 0912 345 678. Gọi Viettel hoặc UBND, 5 hộ, mạng facebook.\n"))
	var got []string
	for _, w := range script.HardWords() {
		got = append(got, w.Written+" = "+w.Spoken+" "+w.Voice+" "+kinds[w.Kind])
	}
	want := "113 = một một ba  số gọi\nUBND = Ủy ban nhân dân  viết tắt\n404/STTTT-BCVT = bốn trăm linh bốn, Sở Thông tin và Truyền thông, Bưu chính viễn thông  văn bản\n" +
		"0912 345 678 = không chín một hai, ba bốn năm, sáu bảy tám  số gọi\nViettel = Viettel vi ét teo ngoại\nfacebook = facebook  ngoại"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
