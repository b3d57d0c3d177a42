package site

import (
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// AliasPage is the value of a former address: a small page that leads to the present one, on any server.
type AliasPage struct {
	Title     string
	Moved     string // "Bài đã chuyển sang": words before the way there
	Place     string // "địa chỉ mới": words of the way
	Canonical string // absolute
	Address   string // relative to the root
}

// aliases makes a page for each former address of a page.
func (c *composer) aliases(former []string, title, present string) []Page {
	pages := make([]Page, 0, len(former))
	for _, from := range former {
		pages = append(pages, c.alias(from, AliasPage{Title: title, Moved: "Bài đã chuyển sang", Place: "địa chỉ mới", Address: present}))
	}
	return pages
}

// paperOfFormer keeps the address of what a station printed when the station is no more: somebody has it as a bookmark, and the page
// of the station says who took over.
func (c *composer) paperOfFormer(s settings.Station) Page {
	return c.alias(address.StationPrint(s.Slug), AliasPage{Title: s.Name + ", đến hết " + inDate(s.Until.AddDays(-1)),
		Moved: "Đài này không còn lịch để in. Xem", Place: "trang của đài", Address: address.Station(s.Slug)})
}

func (c *composer) alias(from string, v AliasPage) Page {
	v.Canonical = c.Base + v.Address
	return Page{Address: from, Layout: "chuyen-den", Title: v.Title, Value: v}
}
