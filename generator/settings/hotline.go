package settings

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var thinHotline = &diagnostic.Check{Name: "so-nong-thieu", Title: "Đường dây nóng thiếu tên, lúc nào gọi, giờ trực hoặc ngày kiểm tra."}

var hotlineKeys = []key[Hotline]{
	{"khoa", true, func(r *reader, n node, h *Hotline) { h.Key = r.word(n) }},
	{"so", false, func(r *reader, n node, h *Hotline) { h.Number = r.telephone(n) }},
	{"ten", false, func(r *reader, n node, h *Hotline) { h.Name = r.line(n) }},
	{"dung_khi", false, func(r *reader, n node, h *Hotline) { h.When = r.line(n) }},
	{"gio", false, func(r *reader, n node, h *Hotline) { h.Hours = r.line(n) }},
	{"phi", false, func(r *reader, n node, h *Hotline) { h.Cost = r.line(n) }},
	{"kiem_tra", false, func(r *reader, n node, h *Hotline) { h.Checked = r.day(n) }},
	{"nguon", false, func(r *reader, n node, h *Hotline) { h.Source = r.line(n) }},
	{"dung", false, func(r *reader, n node, h *Hotline) { h.Use = r.boolean(n) }},
	{"dung_tu", false, func(r *reader, n node, h *Hotline) { h.From = r.day(n) }},
	{"het", false, func(r *reader, n node, h *Hotline) { h.Until = r.day(n) }},
}

// readHotlines reads duong-day-nong.toml: the first of each key.
func readHotlines(r *reader, root *table) (list []Hotline) {
	r.sections(root, "duong_day")
	tables, _ := r.tables(root, "duong_day")
	seen := map[string]record{}
	for _, t := range tables {
		var h Hotline
		c := fill(r, t, "[[duong_day]]", hotlineKeys, &h)
		if c.sound("dung_tu", "het") && !h.From.IsZero() && !h.Until.IsZero() && !h.From.Before(h.Until) {
			r.reportNear(broken, c.at("het"), c.at("dung_tu"), fmt.Sprintf("ngày hết %s không sau ngày đầu %s", printed(h.Until), printed(h.From)), "Xem lại hai ngày; het là ngày đầu tiên không còn.")
		}
		checkHotline(r, h, c)
		if h.Key == "" {
			continue
		}
		if first, twice := seen[h.Key]; twice {
			r.reportNear(broken, c.at("khoa"), first.at("khoa"), fmt.Sprintf("khóa “%s” đã dùng cho một đường dây khác", h.Key), "Đặt khóa khác.")
			continue
		}
		seen[h.Key] = c
		list = append(list, h)
	}
	return list
}

// emergency are numbers of three digits, which the state gives out and does not change from day to day.
var emergency = regexp.MustCompile(`^\d{3}$`)

// checkHotline holds that what may be printed says whom one rings, when, and since when that is known.
func checkHotline(r *reader, h Hotline, c record) {
	if !h.Use {
		return
	}
	var missing []string
	for _, k := range []struct {
		key, what string
		empty     bool
	}{
		{"so", "số", h.Number == ""},
		{"ten", "tên người nghe", h.Name == ""},
		{"dung_khi", "lúc nào gọi", h.When == ""},
		{"gio", "giờ trực", h.Hours == ""},
		{"kiem_tra", "ngày kiểm tra", h.Checked.IsZero() && c.sound("so") && !emergency.MatchString(h.Number)},
	} {
		if k.empty && c.sound(k.key) {
			missing = append(missing, fmt.Sprintf("%s (%s)", k.what, k.key))
		}
	}
	if len(missing) > 0 {
		name := h.Number
		if name == "" {
			name = h.Key
		}
		r.report(thinHotline, c.at("khoa"), fmt.Sprintf("số “%s” chưa có %s", name, strings.Join(missing, ", ")), "Ghi thêm, hoặc đổi thành dung = false cho tới khi kiểm tra xong.")
	}
}

var telephoneShape = regexp.MustCompile(`^\+?\d(?:[ .]?\d){2,14}$`)

// telephone reads a number as it is printed: digits in groups.
func (r *reader) telephone(n node) string {
	s, ok := r.text(n)
	if ok && s != "" && !telephoneShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("số điện thoại “%s” không đúng dạng", shorten(s)), "Viết chữ số, cách nhóm bằng khoảng trắng; mỗi số một [[duong_day]].")
		return ""
	}
	return s
}
