package article

import (
	"fmt"
	"regexp"
	"strings"
	"time"

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
			r.fail(longRemember, r.places[r.item(i)].Span, fmt.Sprintf("điều cần nhớ dài %d chữ cái, quá mức %d", length, maxLine), "Giữ một việc một dòng.")
		}
	}
	return lines
}

func (r *reader) slug(n node) string {
	if n.kind == scalarNode && viet.ValidSlug(n.text) {
		return n.text
	}
	r.fail(wrongSlug, n.span, fmt.Sprintf("tên đường dẫn “%s” không đúng dạng", shorten(n.text)), renameHint(viet.Slug(n.text, 80), ""))
	return ""
}

// aliases are former addresses: "/bai-viet/ten-cu/", of the writer's own page tree, never with a host or a step upwards.
func (r *reader) aliases(n node) (list []string) {
	for _, item := range r.list(n) {
		s := strings.TrimSpace(item.text)
		parts := strings.Split(strings.Trim(s, "/"), "/")
		good := s == "/"+strings.Join(parts, "/")+"/" && len(parts) <= 3
		for _, p := range parts {
			good = good && viet.ValidSlug(p)
		}
		if !good {
			r.fail(wrongSlug, item.span, fmt.Sprintf("địa chỉ cũ “%s” không đúng dạng", shorten(s)), "Viết như “/bai-viet/ten-cu/”.")
			continue
		}
		r.places[r.item(len(list))] = r.place(item.span)
		list = append(list, s)
	}
	return list
}

// Years that a date of an article may have: a year with a digit too many or too few is a slip.
const firstYear, lastYear = 1900, 2999

// zonelessForms are RFC 3339 without its zone, which Go's time package writes so.
var zonelessForms = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

// instant reads RFC 3339 with a zone, or a civil date, which is 00:00 of that day in settings.Zone. It is zero after a finding.
func (r *reader) instant(n node) time.Time {
	text := strings.ToUpper(n.text)
	if t, err := time.Parse(time.RFC3339, text); err == nil && n.kind == scalarNode && t.Year() >= firstYear && t.Year() <= lastYear {
		return t.In(settings.Zone).Truncate(time.Second)
	}
	for _, form := range zonelessForms {
		if _, err := time.Parse(form, text); err == nil {
			r.fail(zoneless, n.span, fmt.Sprintf("giờ “%s” chưa có múi giờ", shorten(n.text)), "Viết đủ như 2023-04-25T07:00:00+07:00.")
			return time.Time{}
		}
	}
	if day := r.day(n); !day.IsZero() {
		return day.In(settings.Zone)
	}
	return time.Time{}
}

var (
	dayForm   = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)
	clockForm = regexp.MustCompile(`^([01][0-9]|2[0-3]):([0-5][0-9])$`)
)

// day reads a civil date. It is zero after a finding.
func (r *reader) day(n node) civil.Date {
	form := dayForm.FindStringSubmatch(n.text)
	if form == nil || n.kind != scalarNode {
		r.fail(wrongDate, n.span, fmt.Sprintf("“%s” chưa đúng dạng ngày của phần đầu", shorten(n.text)), "Viết năm-tháng-ngày, như 2023-04-25.")
		return civil.Date{}
	}
	date := civil.Date{Year: number(form[1]), Month: time.Month(number(form[2])), Day: number(form[3])}
	if !date.IsValid() || date.Year < firstYear || date.Year > lastYear {
		r.fail(impossibleDay, n.span, fmt.Sprintf("không có ngày %d tháng %d năm %d", date.Day, int(date.Month), date.Year), "Xem lại lịch.")
		return civil.Date{}
	}
	return date
}

// clock reads HH:MM of a day.
func (r *reader) clock(n node) (settings.Clock, bool) {
	form := clockForm.FindStringSubmatch(n.text)
	if form == nil || n.kind != scalarNode {
		r.fail(wrongHour, n.span, fmt.Sprintf("không có giờ “%s”", shorten(n.text)), `Viết giờ và phút hai chữ số trong ngoặc kép, như "05:45".`)
		return 0, false
	}
	return settings.Clock(60*number(form[1]) + number(form[2])), true
}

// number is the value of a few digits.
func number(digits string) (n int) {
	for _, d := range digits {
		n = 10*n + int(d-'0')
	}
	return n
}
