package article

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	wrongID       = &diagnostic.Check{Name: "ma-bai-sai", Title: "Mã bài không đúng dạng 8 ký tự."}
	shortTitle    = &diagnostic.Check{Name: "tieu-de-ngan", Title: "Tiêu đề quá ngắn."}
	longTitle     = &diagnostic.Check{Name: "tieu-de-dai", Title: "Tiêu đề quá dài."}
	stoppedTitle  = &diagnostic.Check{Name: "tieu-de-cham", Severity: diagnostic.Warning, Title: "Tiêu đề có dấu chấm cuối."}
	longLead      = &diagnostic.Check{Name: "mo-ta-dai", Title: "Mô tả dài quá 200 chữ."}
	fewRemember   = &diagnostic.Check{Name: "nho-it", Title: "Chưa đủ 2 điều cần nhớ."}
	manyRemember  = &diagnostic.Check{Name: "nho-nhieu", Title: "Quá 5 điều cần nhớ."}
	longRemember  = &diagnostic.Check{Name: "nho-dai", Title: "Điều cần nhớ dài quá 120 chữ."}
	wrongDate     = &diagnostic.Check{Name: "ngay-sai", Title: "Ngày không đúng dạng."}
	impossibleDay = &diagnostic.Check{Name: "ngay-khong-co", Title: "Ngày không có trên lịch."}
	zoneless      = &diagnostic.Check{Name: "gio-thieu-mui", Title: "Giờ không có múi giờ."}
	wrongSlug     = &diagnostic.Check{Name: "duong-dan-sai", Title: "Tên đường dẫn không đúng dạng."}
)

// Alphabet of an id: Crockford's base32 in lower case, without i, l, o, u (https://www.crockford.com/base32.html).
const Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// IDLength is the number of signs of an id: 32^8 ids, so that two of ten thousand articles hardly ever meet.
const IDLength = 8

// ValidID says whether s has the form of an id.
func ValidID(s string) bool {
	return len(s) == IDLength && strings.Trim(s, Alphabet) == ""
}

func (r *reader) identity(n node) string {
	if n.kind != scalarNode || !ValidID(n.text) {
		r.fail(wrongID, n.span, fmt.Sprintf("mã bài “%s” không đúng dạng 8 chữ số và chữ thường", shorten(n.text)),
			"Chạy loa new để có mã mới; không chép mã từ bài khác.")
		return ""
	}
	return n.text
}

// Limits in visible characters. A title is a headline of schema.org (110) and a line on a poster.
const (
	minTitle, maxTitle = 10, 110
	minTopic, maxTopic = 3, 40
	maxDescription     = 200
	minLines, maxLines = 2, 5
	maxLine            = 120
)

func (r *reader) title(n node) string {
	s := r.line(n)
	least, most := minTitle, maxTitle
	switch r.kind {
	case topicKind:
		least, most = minTopic, maxTopic
	case pageKind:
		least = minTopic
	}
	switch length := diagnostic.Columns(s); {
	case s == "":
	case length < least:
		r.fail(shortTitle, n.span, fmt.Sprintf("tiêu đề chỉ có %d chữ cái, cần ít nhất %d", length, least), "Viết rõ chuyện gì, ở đâu.")
	case length > most:
		r.fail(longTitle, n.span, fmt.Sprintf("tiêu đề dài %d chữ cái, quá mức %d", length, most), "Rút gọn, để phần phụ cho description.")
	case strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ".."):
		r.report(stoppedTitle, n.span, "tiêu đề không cần dấu chấm cuối", "Bỏ dấu chấm.")
	}
	return s
}

func (r *reader) description(n node) string {
	s := r.line(n)
	if length := diagnostic.Columns(s); length > maxDescription {
		r.fail(longLead, n.span, fmt.Sprintf("mô tả dài %d chữ cái, quá mức %d", length, maxDescription), "Giữ một hai câu.")
	}
	return s
}

func (r *reader) remember(n node) []string {
	lines := r.lines(n)
	switch {
	case r.failed[r.key]:
	case len(lines) < minLines:
		r.fail(fewRemember, n.span, fmt.Sprintf("mới có %d điều cần nhớ, cần ít nhất %d", len(lines), minLines), "Thêm những điều người dân phải làm.")
	case len(lines) > maxLines:
		r.fail(manyRemember, n.span, fmt.Sprintf("có %d điều cần nhớ, quá %d", len(lines), maxLines), "Giữ những điều người dân phải làm.")
	}
	for i, line := range lines {
		if length := diagnostic.Columns(line); length > maxLine {
			r.fail(longRemember, r.places[fmt.Sprintf("%s.%d", r.key, i)].Span, fmt.Sprintf("điều cần nhớ dài %d chữ cái, quá mức %d", length, maxLine), "Giữ một việc một dòng.")
		}
	}
	return lines
}

func (r *reader) slug(n node) string {
	if n.kind == scalarNode && viet.ValidSlug(n.text) {
		return n.text
	}
	r.fail(wrongSlug, n.span, fmt.Sprintf("tên đường dẫn “%s” không đúng dạng", shorten(n.text)), renameHint(viet.Slug(n.text, 80)))
	return ""
}

// aliases are former addresses: "/bai-viet/ten-cu/", of the writer's own page tree, never with a host or a step upwards.
func (r *reader) aliases(n node) (list []string) {
	for i, item := range r.list(n) {
		s := strings.TrimSpace(item.text)
		r.places[fmt.Sprintf("%s.%d", r.key, i)] = r.place(item.span)
		parts := strings.Split(strings.Trim(s, "/"), "/")
		good := strings.HasPrefix(s, "/") && strings.HasSuffix(s, "/") && len(parts) <= 3
		for _, p := range parts {
			good = good && viet.ValidSlug(p)
		}
		if !good {
			r.fail(wrongSlug, item.span, fmt.Sprintf("địa chỉ cũ “%s” không đúng dạng", shorten(s)), "Viết như “/bai-viet/ten-cu/”.")
			continue
		}
		list = append(list, s)
	}
	return list
}

// instant reads RFC 3339 with a zone, or a civil date, which is 00:00 of that day in settings.Zone.
func (r *reader) instant(n node) time.Time {
	if n.kind == scalarNode && strings.ContainsAny(n.text, "Tt:") {
		t, err := time.Parse(time.RFC3339, strings.ToUpper(n.text))
		if err == nil {
			return t.In(settings.Zone).Truncate(time.Second)
		}
		if t, err := time.Parse("2006-01-02T15:04:05", n.text); err == nil || looksZoneless(n.text) {
			_ = t
			r.fail(zoneless, n.span, fmt.Sprintf("giờ “%s” chưa có múi giờ", shorten(n.text)), "Viết đủ như 2023-04-25T07:00:00+07:00.")
			return time.Time{}
		}
	}
	return r.day(n).In(settings.Zone)
}

func looksZoneless(s string) bool {
	_, err := time.Parse("2006-01-02T15:04", s)
	return err == nil
}

// day reads a civil date. A zero date comes back with a finding.
func (r *reader) day(n node) civil.Date {
	var y, m, d int
	if n.kind != scalarNode || !dateShape(n.text) {
		r.fail(wrongDate, n.span, fmt.Sprintf("“%s” chưa đúng dạng ngày của phần đầu", shorten(n.text)), "Viết năm-tháng-ngày, như 2023-04-25.")
		return civil.Date{}
	}
	fmt.Sscanf(n.text, "%4d-%2d-%2d", &y, &m, &d)
	date := civil.Date{Year: y, Month: time.Month(m), Day: d}
	if !date.IsValid() || y < 1900 || y > 2999 {
		r.fail(impossibleDay, n.span, fmt.Sprintf("không có ngày %d tháng %d năm %d", d, m, y), "Xem lại lịch.")
		return civil.Date{}
	}
	return date
}

func dateShape(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i, c := range s {
		if i != 4 && i != 7 && !unicode.IsDigit(c) {
			return false
		}
	}
	return true
}

// clock reads HH:MM of a day.
func (r *reader) clock(n node) (settings.Clock, bool) {
	var h, m int
	s := n.text
	shape := n.kind == scalarNode && len(s) == 5 && s[2] == ':'
	if shape {
		_, err := fmt.Sscanf(s, "%2d:%2d", &h, &m)
		shape = err == nil && h >= 0 && h < 24 && m >= 0 && m < 60
	}
	if !shape {
		r.fail(wrongHour, n.span, fmt.Sprintf("không có giờ “%s”", shorten(s)), `Viết giờ và phút hai chữ số trong ngoặc kép, như "05:45".`)
		return 0, false
	}
	return settings.Clock(60*h + m), true
}
