package article

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	backwards   = &diagnostic.Check{Name: "phat-nguoc", Title: "Ngày phát cuối sớm hơn ngày đầu."}
	wrongHour   = &diagnostic.Check{Name: "phat-gio-sai", Title: "Giờ phát không đúng dạng HH:MM."}
	wrongCount  = &diagnostic.Check{Name: "phat-so-lan", Title: "Số lần đọc một ngày không hợp với số giờ đã ghi."}
	unknownArea = &diagnostic.Check{Name: "dia-ban-la", Title: "Không có địa bàn này."}
)

const maxReadings = 6 // readings of one item a day: more than that nobody listens to

// allAreas is the word for every area.
const allAreas = "tat-ca"

func (r *reader) broadcast(n node) *Broadcast {
	b := &Broadcast{Priority: Ordinary, PerDay: 1, Language: "vi"}
	var times []node
	ok := r.fields(n, []field{
		{"tu", false, func(n node) { b.From = r.day(n) }},
		{"den", false, func(n node) { b.Until = r.day(n) }},
		{"uu_tien", false, func(n node) {
			if p := Priority(r.choice(n, "mức ưu tiên", string(Ordinary), string(High), string(Urgent))); p != "" {
				b.Priority = p
			}
		}},
		{"so_lan", false, func(n node) { b.PerDay = r.number(n, 1, maxReadings) }},
		{"gio", false, func(n node) { times = r.list(n) }},
		{"dia_ban", false, func(n node) { b.Areas = r.lines(n) }},
		{"ngon_ngu", false, func(n node) {
			if l := r.choice(n, "ngôn ngữ", "vi", "bru"); l != "" {
				b.Language = l
			}
		}},
	})
	if !ok {
		return nil
	}
	r.window(b)
	for _, t := range times {
		c, ok := r.clock(t)
		switch {
		case ok && slices.Contains(b.Times, c):
			r.report(wrongHour, t.span, fmt.Sprintf("giờ “%s” ghi hai lần", t.text), "Bỏ một trong hai.")
		case ok:
			b.Times = append(b.Times, c)
		}
	}
	slices.Sort(b.Times)
	if len(b.Times) > b.PerDay {
		r.report(wrongCount, r.places[r.key+".gio"].Span, fmt.Sprintf("ghi %d giờ mà chỉ đọc %d lần một ngày", len(b.Times), b.PerDay),
			fmt.Sprintf("Viết so_lan: %d, hoặc bớt giờ.", len(b.Times)))
	}
	if slices.Contains(b.Areas, allAreas) {
		if len(b.Areas) > 1 {
			r.report(wrongChoice, r.places[r.key+".dia_ban"].Span, "“tat-ca” đã gồm mọi địa bàn", "Chỉ ghi tat-ca, hoặc chỉ ghi tên từng địa bàn.")
		}
		b.Areas = nil
	}
	return b
}

// window sees to it that the days are both there or both absent and in their order.
func (r *reader) window(b *Broadcast) {
	from, hasFrom := r.places[r.key+".tu"]
	until, hasUntil := r.places[r.key+".den"]
	switch {
	case hasFrom != hasUntil:
		place, lacks := from, "den"
		if hasUntil {
			place, lacks = until, "tu"
		}
		r.fail(missingKey, place.Span, fmt.Sprintf("có một ngày phát mà thiếu “%s”", lacks),
			"Ghi cả tu và den; bài không hẹn ngày thì bỏ cả hai.")
	case !b.From.IsZero() && !b.Until.IsZero() && b.Until.Before(b.From):
		r.fail(backwards, until.Span, fmt.Sprintf("ngày phát cuối %s sớm hơn ngày đầu %s", dayText(b.Until), dayText(b.From)), "Đổi lại hai ngày.")
		r.found[len(r.found)-1].Related = []diagnostic.Place{from}
	}
}

// resolveAreas holds the areas of a wish against the settings.
func (r *reader) resolveAreas(s *settings.Settings) {
	b := r.front.broadcast
	if b == nil {
		return
	}
	known := make([]string, 0, len(s.Areas))
	for _, a := range s.Areas {
		known = append(known, a.Slug)
	}
	for i, area := range b.Areas {
		if slices.Contains(known, area) {
			continue
		}
		place := r.places[fmt.Sprintf("phat_thanh.dia_ban.%d", i)]
		if place.Source == nil {
			place = r.places["phat_thanh.dia_ban"]
		}
		hint := "Tên địa bàn ghi trong content/_loa/dai.toml: " + strings.Join(first(known, 6), ", ") + ", …"
		if near, ok := diagnostic.Suggest(area, known); ok {
			hint = fmt.Sprintf("Có phải “%s”?", near)
		}
		r.report(unknownArea, place.Span, fmt.Sprintf("không có địa bàn “%s”", shorten(area)), hint)
	}
}

func first(list []string, n int) []string { return list[:min(n, len(list))] }
