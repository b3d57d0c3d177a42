package article

import (
	"fmt"
	"strconv"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	badWithdrawal = &diagnostic.Check{Name: "rut-ngay-sai", Title: "Ngày rút bài sớm hơn ngày đăng."}
	badCorrection = &diagnostic.Check{Name: "dinh-chinh-ngay", Title: "Ngày đính chính sớm hơn ngày đăng."}
	earlyLastMod  = &diagnostic.Check{Name: "sua-truoc-dang", Title: "Ngày sửa sớm hơn ngày đăng."}
	earlyExpiry   = &diagnostic.Check{Name: "han-truoc-dang", Title: "Ngày hết hạn không sau ngày đăng."}
	lateBroadcast = &diagnostic.Check{Name: "phat-sau-han", Title: "Bài hết hạn hoặc đã rút mà còn hẹn phát."}
)

func (r *reader) withdrawal(n node) *Withdrawal {
	w := &Withdrawal{}
	if !r.fields(n, []field{
		{"luc", true, func(n node) { w.At = r.instant(n) }},
		{"ly_do", true, func(n node) { w.Reason = r.line(n) }},
	}) {
		return nil
	}
	return w
}

func (r *reader) corrections(n node) (list []Correction) {
	items := []node{n}
	if n.kind == listNode {
		items = n.items
	}
	outer := r.key
	defer func() { r.key = outer }()
	for _, item := range items {
		var c Correction
		r.key = outer + "." + strconv.Itoa(len(list))
		if r.fields(item, []field{
			{"luc", true, func(n node) { c.At = r.instant(n) }},
			{"noi_dung", true, func(n node) { c.Text = r.line(n) }},
		}) {
			list = append(list, c)
		}
	}
	return list
}

func (r *reader) signer(n node) (s Signer) {
	r.fields(n, []field{
		{"quyen_han", false, func(n node) {
			for _, item := range r.list(n) {
				s.Capacity = append(s.Capacity, r.line(item))
			}
		}},
		{"ten", true, func(n node) { s.Name = r.line(n) }},
	})
	return s
}

// judgeTimes holds the instants of a front matter against each other. What failed to be read is zero and is passed over.
func (r *reader) judgeTimes() {
	f := &r.front
	if f.date.IsZero() {
		return
	}
	at := func(key string) diagnostic.Span { return r.places[key].Span }
	published := []diagnostic.Place{r.places["date"]}
	complain := func(check *diagnostic.Check, key, message, hint string) {
		d := check.At(r.src, at(key), message, hint)
		d.Related = published
		r.found = append(r.found, d)
	}
	if !f.lastmod.IsZero() && f.lastmod.Before(f.date) {
		complain(earlyLastMod, "lastmod", "ngày sửa sớm hơn ngày đăng", "Đổi một trong hai ngày.")
	}
	if !f.expires.IsZero() && !f.expires.After(f.date) {
		complain(earlyExpiry, "expiryDate", "ngày hết hạn không sau ngày đăng", "Đổi một trong hai ngày.")
	}
	if f.withdrawn != nil && !f.withdrawn.At.IsZero() && f.withdrawn.At.Before(f.date) {
		complain(badWithdrawal, "thu_hoi.luc", "ngày rút bài sớm hơn ngày đăng", "Xem lại ngày ở luc.")
	}
	for i, c := range f.corrections {
		if !c.At.IsZero() && c.At.Before(f.date) {
			complain(badCorrection, fmt.Sprintf("dinh_chinh.%d.luc", i), "ngày đính chính sớm hơn ngày đăng", "Xem lại ngày ở luc.")
		}
	}
	if b := f.broadcast; b != nil && !b.Until.IsZero() && !f.expires.IsZero() && civil.DateOf(f.expires).Before(b.Until) {
		d := lateBroadcast.At(r.src, at("phat_thanh.den"), fmt.Sprintf("bài hết hạn ngày %s mà còn hẹn phát đến ngày %s", dayText(civil.DateOf(f.expires)), dayText(b.Until)), "Rút ngắn den.")
		d.Related = []diagnostic.Place{r.places["expiryDate"]}
		r.found = append(r.found, d)
	}
}

// dayText writes a date as people here do: 25/4/2023.
func dayText(d civil.Date) string {
	return fmt.Sprintf("%d/%d/%d", d.Day, int(d.Month), d.Year)
}

// DayText writes the day of an instant as people here do: 25/4/2023.
func DayText(t time.Time) string { return dayText(civil.DateOf(t)) }
