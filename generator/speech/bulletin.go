package speech

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vinhlinh/loa/generator/article"
)

// Values of Reading.Repeat that repeat something.
const (
	repeatSum = "tom-tat"
	repeatAll = "toan-bai"
)

// bulletin says the parts of an article in their order.
func (w *writer) bulletin(a *article.Article) {
	pauses := w.composer.pauses
	w.urgent(a)
	title := len(w.script.Sentences)
	w.say(fromValue(a.Title, a.Places["title"]), Title, pauses.AfterHeading)
	body := len(w.script.Sentences)
	for i, correction := range a.Corrections {
		w.say(spokenLead("Xin đính chính: ").then(fromValue(correction.Text, a.Places[fmt.Sprintf("dinh_chinh.%d.noi_dung", i)])), Correction, pauses.Paragraph)
	}
	w.body(a.Body)
	if w.composer.legal {
		w.legalBasis(a)
	}
	sum := len(w.script.Sentences)
	w.remember(a)
	end := len(w.script.Sentences)
	w.judgeDuration(a)
	if w.composer.repeat != repeatSum && w.composer.repeat != repeatAll || end == title {
		return
	}
	w.pauseAtLeast(pauses.BeforeRepeat)
	t := spokenLead("Xin nhắc lại.")
	t.whole = a.Places["title"]
	w.say(t, Repeat, pauses.Paragraph)
	if w.composer.repeat == repeatAll {
		w.repeat(title, end)
		return
	}
	w.repeat(title, body)
	w.repeat(sum, end)
}

// urgent warns the listeners twice, calmly: with a full stop. Nobody is to be frightened by the voice.
func (w *writer) urgent(a *article.Article) {
	if a.Broadcast == nil || a.Broadcast.Priority != article.Urgent {
		return
	}
	t := spokenLead("Thông báo khẩn. Thông báo khẩn.")
	t.whole = a.Places["title"]
	if p, ok := a.Places["phat_thanh.uu_tien"]; ok {
		t.whole = p
	}
	w.say(t, Urgent, w.composer.pauses.AfterHeading)
}

// remember counts what to remember.
func (w *writer) remember(a *article.Article) {
	w.open()
	for i, line := range a.Remember {
		lead := ordinal(i+1) + ", "
		if i == 0 {
			lead = "Xin bà con ghi nhớ: " + lead
		}
		w.say(spokenLead(lead).then(lowered(fromValue(line, a.Places["dieu_can_nho."+strconv.Itoa(i)]))), Remember, w.composer.pauses.Item)
	}
	w.shut()
	w.pauseAtLeast(w.composer.pauses.Paragraph)
}

// legalBasis names the acts in one sentence, by their titles: numbers are for the page.
func (w *writer) legalBasis(a *article.Article) {
	var names []string
	for _, ref := range a.Legal {
		var parts []string
		for _, p := range []struct{ word, value string }{{"điểm", ref.Point}, {"khoản", ref.Clause}, {"Điều", ref.Article}, {"mục", ref.Section}} {
			if p.value != "" {
				parts = append(parts, p.word+" "+p.value)
			}
		}
		names = append(names, strings.Join(append(parts, ref.Act.Title), " "))
	}
	if len(names) == 0 {
		return
	}
	text := names[0]
	if n := len(names); n > 1 {
		text = strings.Join(names[:n-1], "; ") + "; và " + names[n-1]
	}
	t := spokenLead("Theo " + text + ".")
	t.whole = a.Places["can_cu"]
	w.say(t, Legal, w.composer.pauses.Paragraph)
}
