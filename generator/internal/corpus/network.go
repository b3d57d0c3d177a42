package corpus

import (
	"fmt"
	"strings"
)

// profiles are five kinds of hours: relays of every day, of some weekdays, one that has ended, sessions of one and of three a day.
const profiles = `
[khung.dong-bang]
buoi = [ { ten = "sáng", tu = "05:30", den = "06:30", toi_da = "15m" }, { ten = "chiều", tu = "17:00", den = "18:30", toi_da = "15m" } ]
tiep_am = [
  { ten = "Thời sự đài nước", thu = ["2", "3", "4", "5", "6", "7", "cn"], tu = "06:00", den = "06:25" },
  { ten = "Thời sự đài tỉnh", thu = ["2", "3", "4", "5", "6", "7", "cn"], tu = "17:30", den = "17:45" },
  { ten = "Chương trình cũ", thu = ["3", "5", "7"], tu = "17:15", den = "17:30", het = 2025-07-01 } ]
yen_lang = [ { tu = "21:00", den = "05:00" }, { tu = "11:00", den = "13:30" } ]
[khung.ven-bien]
buoi = [ { ten = "sáng", tu = "05:00", den = "06:30", toi_da = "15m" }, { ten = "chiều", tu = "17:00", den = "18:30", toi_da = "15m" } ]
tiep_am = [ { ten = "Thời tiết biển", thu = ["2", "3", "4", "5", "6", "7"], tu = "05:15", den = "05:20" } ]
yen_lang = [ { tu = "21:00", den = "05:00" } ]
[khung.mien-nui]
buoi = [ { ten = "sáng", tu = "05:30", den = "06:30", toi_da = "12m" }, { ten = "chiều", tu = "17:30", den = "18:30", toi_da = "12m" } ]
tiep_am = [ { ten = "Tạp chí miền núi", thu = ["cn"], tu = "17:30", den = "18:00" } ]
yen_lang = [ { tu = "20:30", den = "05:00" } ]
[khung.do-thi]
buoi = [ { ten = "sáng", tu = "06:00", den = "06:30", toi_da = "15m" } ]
[khung.hai-dao]
buoi = [ { ten = "sáng", tu = "05:00", den = "06:00", toi_da = "20m" }, { ten = "trưa", tu = "10:30", den = "11:00", toi_da = "10m" }, { ten = "chiều", tu = "17:00", den = "18:00", toi_da = "20m" } ]
tiep_am = [ { ten = "Thời sự đài nước", thu = ["2", "3", "4", "5", "6", "7", "cn"], tu = "05:00", den = "05:15" } ]
`

var (
	hours        = []string{"dong-bang", "ven-bien", "mien-nui", "do-thi", "hai-dao"}
	technologies = []string{"huu-tuyen", "fm", "ip"}
	kinds        = []string{"xã", "phường", "thị trấn"}
	syllables    = []string{"An", "Bình", "Cao", "Đông", "Gia", "Hòa", "Kim", "Lâm", "Mỹ", "Nam", "Phú", "Quang", "Sơn", "Tân", "Thanh", "Trung", "Vân", "Xuân", "Yên", "Hải", "Long", "Minh"}
)

// network writes areas and stations. Commune n of today is as it was, or was made in 2025 of two or three, each of which was as it was or
// had been made in 2020 of two.
func (w *writer) network(stations int) {
	var areas, list strings.Builder
	for n := range stations {
		slug := fmt.Sprintf("xa-%05d", n)
		w.area(&areas, slug, 2025)
		station := fmt.Sprintf("  { slug = %q, ten = %q, dia_ban = %q, cong_nghe = %q, khung = %q", "dai-"+slug[3:], "Đài truyền thanh "+w.place(), slug, one(w, technologies), one(w, hours))
		if w.random.IntN(10) == 0 {
			station += `, ngon_ngu = ["vi", "bru"]`
		}
		if w.random.IntN(5) == 0 {
			station += `, doc = { toc_do = 130 }`
		}
		list.WriteString(station + ", tu = 2020-01-01 },\n")
	}
	w.file("_loa/dai.toml", "dia_ban = [\n"+areas.String()+"]\ndai = [\n"+list.String()+"]\n"+profiles)
}

// area writes an area that is one from a merger on, or for ever, behind those of which it was made. The years of mergers are five apart.
func (w *writer) area(b *strings.Builder, slug string, merger int) {
	w.areas = append(w.areas, slug)
	line := fmt.Sprintf("  { slug = %q, ten = %q", slug, w.place())
	if merger >= 2020 && w.random.IntN(3) == 0 {
		var parts []string
		for n := range 2 + w.random.IntN(2) {
			part := fmt.Sprintf("%s-%c", slug, 'a'+n)
			w.part(b, part, slug, merger)
			parts = append(parts, fmt.Sprintf("%q", part))
		}
		line += fmt.Sprintf(", gom = [%s], tu = %s", strings.Join(parts, ", "), mergerDay(merger))
	}
	b.WriteString(line + " },\n")
}

// part writes an area that went over to another at a merger.
func (w *writer) part(b *strings.Builder, slug, heir string, merger int) {
	var own strings.Builder
	w.area(&own, slug, merger-5)
	b.WriteString(strings.TrimSuffix(own.String(), " },\n") + fmt.Sprintf(", het = %s, ke_tiep = [%q] },\n", mergerDay(merger), heir))
}

func mergerDay(year int) string {
	if year == 2025 {
		return "2025-07-01"
	}
	return fmt.Sprintf("%d-01-01", year)
}

// place is the name of an area, kind first.
func (w *writer) place() string {
	return one(w, kinds) + " " + one(w, syllables) + " " + one(w, syllables)
}
