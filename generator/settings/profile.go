package settings

import (
	"fmt"
	"time"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	overlapping  = &diagnostic.Check{Name: "dai-buoi-chong", Title: "Hai buổi phát chồng lên nhau."}
	backwards    = &diagnostic.Check{Name: "dai-buoi-nguoc", Title: "Giờ kết thúc không sau giờ bắt đầu."}
	outsideRelay = &diagnostic.Check{Name: "dai-tiep-ngoai", Title: "Chương trình tiếp âm nằm ngoài các buổi phát."}
)

// profile is the hours that stations share: [khung.<name>].
type profile struct {
	name   string
	slots  []Slot
	relays []Relay
	quiet  []Span
	places struct{ slots, relays []record }
}

var slotKeys = []key[Slot]{
	{"ten", true, func(r *reader, n node, s *Slot) { s.Name = r.line(n) }},
	{"tu", true, func(r *reader, n node, s *Slot) { s.Start = r.clock(n) }},
	{"den", true, func(r *reader, n node, s *Slot) { s.End = r.clock(n) }},
	{"toi_da", true, func(r *reader, n node, s *Slot) { s.Most = r.duration(n) }},
}

var relayKeys = []key[Relay]{
	{"ten", true, func(r *reader, n node, t *Relay) { t.Name = r.line(n) }},
	{"thu", true, func(r *reader, n node, t *Relay) { t.Weekdays = r.weekdays(n) }},
	{"tu", true, func(r *reader, n node, t *Relay) { t.Start = r.clock(n) }},
	{"den", true, func(r *reader, n node, t *Relay) { t.End = r.clock(n) }},
	{"het", false, func(r *reader, n node, t *Relay) { t.Until = r.day(n) }},
}

var quietKeys = []key[Span]{
	{"tu", true, func(r *reader, n node, s *Span) { s.Start = r.clock(n) }},
	{"den", true, func(r *reader, n node, s *Span) { s.End = r.clock(n) }},
}

var profileKeys = []key[profile]{
	{"buoi", true, func(r *reader, n node, p *profile) { p.slots, p.places.slots = rows(r, n, slotKeys) }},
	{"tiep_am", false, func(r *reader, n node, p *profile) { p.relays, p.places.relays = rows(r, n, relayKeys) }},
	{"yen_lang", false, func(r *reader, n node, p *profile) { p.quiet, _ = rows(r, n, quietKeys) }},
}

// readProfiles reads the tables below [khung] in written order. whole is false when some were lost to mistakes.
func readProfiles(r *reader, root *table) (list []profile, whole bool) {
	t := r.section(root, "khung", false)
	if t == nil {
		return nil, !root.partial && len(root.lost) == 0 && root.find("khung") == nil
	}
	whole = !root.partial && !t.partial && len(t.lost) == 0
	for _, e := range t.entries {
		p := profile{name: e.name}
		switch {
		case e.value.kind == brokenNode:
			continue
		case e.value.kind != tableNode:
			r.report(broken, e.span, fmt.Sprintf("khung giờ “%s” phải là một phần có các khóa", shorten(e.name)), "Viết [khung.tên] ở một dòng riêng, các khóa ở dưới.")
			p.name, whole = "", false
		case !viet.ValidSlug(e.name):
			r.report(broken, e.span, fmt.Sprintf("tên khung giờ “%s” không đúng dạng", shorten(e.name)),
				"Đặt tên 3 đến 80 ký tự bằng chữ thường không dấu, chữ số và gạch nối.")
		}
		if e.value.kind == tableNode {
			c := fill(r, e.value.table, "[khung."+shorten(e.name)+"]", profileKeys, &p)
			checkHours(r, p, c)
			list = append(list, p)
		}
	}
	return list, whole
}

// rows reads a list of tables inside a table.
func rows[T any](r *reader, n node, keys []key[T]) (list []T, places []record) {
	outer, lost := r.key, n.partial
	if n.kind != listNode {
		r.fail(n.span, fmt.Sprintf("“%s” phải là một danh sách", r.key), fmt.Sprintf("Viết %s = [ { … }, { … } ].", r.key))
		return nil, nil
	}
	for _, item := range n.items {
		if item.kind != tableNode {
			if lost = true; item.kind != brokenNode {
				r.report(broken, item.span, fmt.Sprintf("mỗi mục của “%s” phải là các khóa giữa hai dấu { }", outer), "Viết { khóa = giá trị, … }.")
			}
			continue
		}
		var row T
		c := fill(r, item.table, "một mục của “"+outer+"”", keys, &row)
		list, places = append(list, row), append(places, c)
		lost = lost || len(c.bad) > 0
	}
	r.key, r.failed = outer, lost
	return list, places
}

// checkHours holds the hours of a profile against each other. Rows with a mistake are left out.
func checkHours(r *reader, p profile, c record) {
	for i, s := range p.slots {
		here := p.places.slots[i]
		if !here.sound("tu", "den") {
			continue
		}
		if s.End <= s.Start {
			r.reportNear(backwards, here.at("den"), here.at("tu"), fmt.Sprintf("buổi “%s” kết thúc lúc %s, không sau lúc bắt đầu %s", s.Name, s.End, s.Start), "Đổi lại hai giờ.")
			continue
		}
		for j, other := range p.slots[:i] {
			if there := p.places.slots[j]; there.sound("tu", "den") && s.Start < other.End && other.Start < s.End {
				r.reportNear(overlapping, here.at("tu"), there.at("tu"), fmt.Sprintf("hai buổi “%s” và “%s” của khung “%s” chồng nhau lúc %s", other.Name, s.Name, p.name, max(s.Start, other.Start)),
					"Sửa giờ của một buổi.")
				break
			}
		}
	}
	for i, t := range p.relays {
		here := p.places.relays[i]
		if !here.sound("tu", "den") {
			continue
		}
		if t.End <= t.Start {
			r.reportNear(backwards, here.at("den"), here.at("tu"), fmt.Sprintf("tiếp âm “%s” kết thúc lúc %s, không sau lúc bắt đầu %s", t.Name, t.End, t.Start), "Đổi lại hai giờ.")
			continue
		}
		inside := !c.sound("buoi")
		for _, s := range p.slots {
			inside = inside || s.Start <= t.Start && t.End <= s.End
		}
		if !inside {
			r.report(outsideRelay, here.at("tu"), fmt.Sprintf("tiếp âm “%s” %s–%s nằm ngoài các buổi của khung “%s”", t.Name, t.Start, t.End, p.name), "Sửa giờ tiếp âm, hoặc nới buổi phát.")
		}
	}
}

// weekdays reads days as people say them: thứ hai is "2", thứ bảy "7", chủ nhật "cn".
func (r *reader) weekdays(n node) (list []time.Weekday) {
	for _, s := range r.list(n, func(item node) string { return r.choice(item, "", "2", "3", "4", "5", "6", "7", "cn") }) {
		if s == "cn" {
			list = append(list, time.Sunday)
			continue
		}
		list = append(list, time.Weekday(s[0]-'1'))
	}
	return list
}
