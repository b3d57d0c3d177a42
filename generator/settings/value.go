package settings

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

// line reads one line of text in NFC, with single blanks. An empty one is as good as none.
func (r *reader) line(n node) string {
	s, _ := r.text(n)
	return s
}

// text is line; ok is false after a finding.
func (r *reader) text(n node) (s string, ok bool) {
	if n.kind != stringNode {
		r.fail(n.span, fmt.Sprintf("“%s” phải là chữ", r.key), fmt.Sprintf(`Đặt trong ngoặc kép, như "%s".`, cmp.Or(shorten(n.text), "…")))
		return "", false
	}
	text := viet.NFC(n.text)
	ok = !strings.ContainsFunc(text, hidden)
	if !ok { // "\u202e" as an escape: the file's own signs were judged already
		r.fail(n.span, fmt.Sprintf("“%s” có ký tự không nhìn thấy hoặc không đọc được", r.key), `Bỏ phần bắt đầu bằng dấu \ rồi gõ lại chữ.`)
		text = strings.Map(func(c rune) rune {
			if hidden(c) {
				return -1
			}
			return c
		}, text)
	}
	return strings.Join(strings.Fields(text), " "), ok
}

// word reads a name that other keys or addresses refer to.
func (r *reader) word(n node) string {
	s, ok := r.text(n)
	switch {
	case !ok:
		return ""
	case s == "" || viet.ValidSlug(s):
		return s
	}
	hint := "Đặt tên 3 đến 80 ký tự bằng chữ thường không dấu, chữ số và gạch nối."
	if slug := viet.Slug(s, 80); viet.ValidSlug(slug) {
		hint = fmt.Sprintf("Đổi thành “%s”.", slug)
	}
	r.fail(n.span, fmt.Sprintf("tên “%s” không đúng dạng", shorten(s)), hint)
	return ""
}

func (r *reader) boolean(n node) bool {
	if n.kind != boolNode {
		r.fail(n.span, fmt.Sprintf("“%s” phải là true hoặc false, đang là “%s”", r.key, shorten(n.text)), fmt.Sprintf("Viết %s = true, không có ngoặc kép.", r.key))
	}
	return n.kind == boolNode && n.text == "true"
}

// number reads a whole number from least to most; or gives what is there already.
func (r *reader) number(n node, least, most, or int) int {
	v, err := strconv.Atoi(strings.ReplaceAll(n.text, "_", ""))
	if n.kind != integerNode || err != nil || v < least || v > most {
		r.fail(n.span, fmt.Sprintf("“%s” phải là số từ %d đến %d, đang là “%s”", r.key, least, most, shorten(n.text)), "Viết bằng chữ số, không có ngoặc kép.")
		return or
	}
	return v
}

// choice reads one word of a closed list; or gives what is there already.
func (r *reader) choice(n node, or string, known ...string) string {
	s, ok := r.text(n)
	if slices.Contains(known, s) {
		return s
	}
	if ok {
		hint := "Chọn một trong: " + strings.Join(known, ", ") + "."
		if near, ok := diagnostic.Suggest(s, known); ok {
			hint = fmt.Sprintf("Có phải “%s”? %s", near, hint)
		}
		r.fail(n.span, fmt.Sprintf("“%s” không dùng được cho “%s”", shorten(s), r.key), hint)
	}
	return or
}

// day reads a civil date, which TOML writes without quotes. A zero date comes back with a finding.
func (r *reader) day(n node) civil.Date {
	if n.kind != dateNode || !dateShape.MatchString(n.text) {
		r.fail(n.span, fmt.Sprintf("“%s” chưa đúng dạng ngày", shorten(n.text)), "Viết năm-tháng-ngày, không có ngoặc kép, như 2023-04-25.")
		return civil.Date{}
	}
	day, err := civil.ParseDate(n.text)
	if err != nil || day.Year < 1900 || day.Year > 2999 {
		r.fail(n.span, fmt.Sprintf("không có ngày %s trên lịch", n.text), "Xem lại lịch.")
		return civil.Date{}
	}
	return day
}

var (
	dateShape     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	clockShape    = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)
	durationShape = regexp.MustCompile(`^(\d{1,3}m)?(\d{1,2}s)?$`)
)

// midnight is the end of a day.
const midnight Clock = 24 * 60

// clock reads HH:MM; 24:00 is the end of a day.
func (r *reader) clock(n node) Clock {
	s := n.text
	if n.kind == stringNode && s == "24:00" {
		return midnight
	}
	if n.kind != stringNode || !clockShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("không có giờ “%s”", shorten(s)), `Viết giờ và phút hai chữ số trong ngoặc kép, như "05:45".`)
		return 0
	}
	return 60*Clock(10*(s[0]-'0')+s[1]-'0') + Clock(10*(s[3]-'0')+s[4]-'0')
}

// duration reads minutes and seconds: "15m", "12m30s".
func (r *reader) duration(n node) time.Duration {
	if n.kind == stringNode && n.text != "" && durationShape.MatchString(n.text) {
		if d, err := time.ParseDuration(n.text); err == nil && d > 0 {
			return d
		}
	}
	r.fail(n.span, fmt.Sprintf("“%s” không phải một khoảng thời gian", shorten(n.text)), `Viết số phút trong ngoặc kép, như "15m".`)
	return 0
}

// list reads a list of lines by a rule for each; items that come out empty are left out, repeats too.
func (r *reader) list(n node, each func(item node) string) (list []string) {
	if n.kind != listNode {
		r.fail(n.span, fmt.Sprintf("“%s” phải là một danh sách", r.key), fmt.Sprintf("Viết giữa hai ngoặc vuông: %s = [\"…\"].", r.key))
		if n.kind != stringNode {
			return nil
		}
		n = node{items: []node{n}}
	}
	for _, item := range n.items {
		if item.kind == brokenNode {
			r.failed = true
			continue
		}
		if s := each(item); s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	if n.partial {
		r.failed = true // reported where it was lost
	}
	return list
}
