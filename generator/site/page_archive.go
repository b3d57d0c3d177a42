package site

import (
	"fmt"

	"github.com/vinhlinh/loa/generator/address"
)

// ArchivePage is the value of the list of all articles by month.
type ArchivePage struct {
	Frame
	Path    []Link
	Heading string
	Months  []Link // ways to the sections
	Lists   []Section
	Empty   string
}

func (c *composer) archive() Page {
	f := c.frame(address.Archive, "Bài theo tháng", "Tất cả bài của "+c.Set.Settings.Site.Name+", xếp theo tháng.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	v := ArchivePage{Frame: f, Path: []Link{{Name: "Trang chủ", Address: address.Home}}, Heading: "Bài theo tháng"}
	for _, a := range c.list { // newest first, so months come newest first too
		day := dayOf(a.Date)
		key := fmt.Sprintf("thang-%04d-%02d", day.Year, day.Month)
		if n := len(v.Lists); n == 0 || v.Lists[n-1].Key != key {
			v.Lists = append(v.Lists, Section{Key: key, Title: fmt.Sprintf("Tháng"+noBreak+"%d năm"+noBreak+"%d", day.Month, day.Year)})
		}
		last := &v.Lists[len(v.Lists)-1]
		last.Items = append(last.Items, c.brief(a))
	}
	for _, list := range v.Lists {
		v.Months = append(v.Months, Link{Name: list.Title + " (" + countOf(len(list.Items)) + ")", Address: "#" + list.Key})
	}
	if len(v.Lists) == 0 {
		v.Empty = "Chưa có bài nào."
	}
	return Page{Address: address.Archive, Layout: "luu-tru", Title: "Bài theo tháng", Value: v}
}
