package site

import (
	"strings"

	"github.com/vinhlinh/loa/generator/address"
)

// HotlinesPage is the value of the page of all telephone numbers.
type HotlinesPage struct {
	Frame
	Path    []Link
	Heading string
	Groups  []NumberGroup
	Empty   string
	Actions []Action
}

// NumberGroup is numbers under one title. Key is its anchor.
type NumberGroup struct {
	Key, Title string
	Numbers    []Number
}

func (c *composer) hotlines() Page {
	f := c.frame(address.Hotlines, "Đường dây nóng", "Các số điện thoại cần gọi khi có việc gấp hoặc cần báo tin.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.Icons = append(f.Icons, "i-in")
	f.use(c.Code, "in")
	first := NumberGroup{Key: "khan-cap", Title: "Số khẩn cấp"}
	others := NumberGroup{Key: "bao-tin", Title: "Số báo tin khác"}
	for _, h := range c.numbers(c.day) {
		n := numberOf(h)
		for _, fact := range []string{h.Hours, h.Cost} {
			if fact != "" {
				n.Facts = append(n.Facts, capital(fact))
			}
		}
		if checked := c.checked(h); checked != "" {
			n.Facts = append(n.Facts, checked)
		}
		if h.Source != "" {
			n.Source = "Nguồn: " + strings.TrimSuffix(h.Source, ".") + "."
		}
		if emergency(h) {
			first.Numbers = append(first.Numbers, n)
		} else {
			others.Numbers = append(others.Numbers, n)
		}
	}
	v := HotlinesPage{Frame: f, Path: []Link{{Name: "Trang chủ", Address: address.Home}}, Heading: "Đường dây nóng",
		Actions: []Action{{Name: "In trang này", Icon: "i-in", Script: "in"}}}
	for _, g := range []NumberGroup{first, others} {
		if len(g.Numbers) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	if len(v.Groups) == 0 {
		v.Empty = "Chưa có số nào được kiểm tra."
	}
	return Page{Address: address.Hotlines, Layout: "duong-day-nong", Title: "Đường dây nóng", Value: v}
}
