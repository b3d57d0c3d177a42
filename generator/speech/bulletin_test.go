package speech_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// said gives the text of an article's script under some settings.
func said(t *testing.T, a *article.Article, set func(r *settings.Reading)) (*speech.Script, string) {
	t.Helper()
	s := office()
	set(&s.Reading)
	c, _ := speech.New(s)
	script, _ := c.Compose(a)
	judgeScript(t, a.Title, script, s.Pauses)
	return script, string(speech.Text(script))
}

const (
	titleText    = "Thấy dây rơi, gọi một một ba.\n\n"
	bodyText     = "Đứng xa.\n\nBáo thôn.\n\n"
	rememberText = "Xin bà con ghi nhớ: Một là, thấy dây rơi, đứng xa năm mét.\nHai là, báo Ủy ban nhân dân xã: nói rõ chỗ.\n"
)

func TestUrgentNewsIsAnnouncedTwice(t *testing.T) {
	a := load(t, strings.Replace(head, "dieu_can_nho", "phat_thanh: {uu_tien: khan}\ndieu_can_nho", 1)+"Đứng xa.\n\nBáo thôn.\n")
	script, text := said(t, a, func(*settings.Reading) {})
	if want := "Thông báo khẩn.\nThông báo khẩn.\n\n" + titleText + bodyText + rememberText; text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	first := script.Sentences[0]
	if at := first.Source.Source.Text[first.Source.Span.Start:first.Source.Span.End]; first.Role != speech.Urgent || at != "khan" {
		t.Errorf("%+v at %q", first, at)
	}
}

func TestRepetitionIsASetting(t *testing.T) {
	a := load(t, strings.Replace(head, "dieu_can_nho", "dinh_chinh: {luc: 2023-04-24, noi_dung: Sai số}\ndieu_can_nho", 1)+"Đứng xa.\n\nBáo thôn.\n")
	const correction = "Xin đính chính: Sai số.\n\n"
	whole := titleText + correction + bodyText + rememberText
	for setting, want := range map[string]string{
		"":         whole,
		"khong":    whole,
		"tom-tat":  whole + "\nXin nhắc lại.\n\n" + titleText + rememberText,
		"toan-bai": whole + "\nXin nhắc lại.\n\n" + whole,
	} {
		script, text := said(t, a, func(r *settings.Reading) { r.Repeat = setting })
		if text != want {
			t.Errorf("%q: got\n%s\nwant\n%s", setting, text, want)
		}
		i := slices.IndexFunc(script.Sentences, func(s speech.Sentence) bool { return s.Role == speech.Repeat })
		if repeats := setting == "tom-tat" || setting == "toan-bai"; (i >= 0) != repeats || repeats && script.Sentences[i-1].Pause != 1500*time.Millisecond {
			t.Errorf("%q: repetition at %d", setting, i)
		}
	}
}

// TestRepeatedSentencesAreTheSame: a second reading takes the sounds of the first, and finds no mistake twice.
func TestRepeatedSentencesAreTheSame(t *testing.T) {
	a := load(t, head+"Hỏi XYZQW.\n\n"+long)
	s := office()
	s.Reading.Repeat = "toan-bai"
	c, _ := speech.New(s)
	script, found := c.Compose(a)
	if len(found) != 1 {
		t.Errorf("%+v", found)
	}
	i := slices.IndexFunc(script.Sentences, func(s speech.Sentence) bool { return s.Role == speech.Repeat })
	if len(script.Sentences) != 2*i+1 {
		t.Fatalf("%d sentences, the repetition at %d", len(script.Sentences), i)
	}
	for j := range i {
		one, two := script.Sentences[j], script.Sentences[i+1+j]
		if one.Text != two.Text || one.Role != two.Role || one.Source != two.Source || one.Tieng != two.Tieng || !slices.Equal(one.Breaths, two.Breaths) {
			t.Errorf("%+v and %+v", one, two)
		}
	}
}

func TestLegalBasisIsASentenceBehindTheBody(t *testing.T) {
	a := load(t, head+"Đứng xa.\n\nBáo thôn.\n")
	telecom, penal := &settings.Act{Title: "Luật Viễn thông", Number: "41/2009/QH12"}, &settings.Act{Title: "Bộ luật Hình sự"}
	a.Legal = []article.LegalRef{{Act: telecom}, {Act: penal, Article: "173", Clause: "2", Point: "a"}}
	a.Places["can_cu"] = a.Places["title"]
	if _, text := said(t, a, func(*settings.Reading) {}); strings.Contains(text, "Theo") {
		t.Errorf("without the setting:\n%s", text)
	}
	script, text := said(t, a, func(r *settings.Reading) { r.Legal = true })
	want := titleText + bodyText + "Theo Luật Viễn thông; và điểm a khoản hai Điều một trăm bảy mươi ba Bộ luật Hình sự.\n\n" + rememberText
	if text != want || script.Sentences[3].Role != speech.Legal {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	a.Legal = nil
	if _, text := said(t, a, func(r *settings.Reading) { r.Legal = true }); strings.Contains(text, "Theo") {
		t.Errorf("without acts:\n%s", text)
	}
}
