package site

import (
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// PlainPage is the value of a page of content/trang/ and of the page that says that there is none.
type PlainPage struct {
	Frame
	Body
	Path    []Link
	Heading string
	Lead    string
	Actions []Action
	New     *Section // 404 only
	Report  string   // 404 only: whom to tell of a link that leads nowhere; "" when nobody is named
}

func (c *composer) plain(p *article.Page) Page {
	here := address.Page(p.Slug)
	f := c.frame(here, p.Title, p.Description)
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	return Page{Address: here, Layout: "trang", Title: p.Title, Source: p.Body.Source, Body: string(p.Body.Text), Line: lineOf(p.Body),
		Value: PlainPage{
			Frame:   f,
			Body:    bodyOf(p.Body, c.Base, false, nil),
			Path:    []Link{{Name: "Trang chủ", Address: address.Home}},
			Heading: bind(p.Title),
			Lead:    p.Description,
		}}
}

// notFound is what a server shows for an address that it does not have. Its links are relative to the root, since it is served at any
// depth.
func (c *composer) notFound() Page {
	f := c.frame(address.NotFound, "Không có trang này", "")
	f.Canonical, f.Hidden, f.Social, f.Foot.Printed = "", true, nil, ""
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.Icons = append(f.Icons, "i-tim")
	v := PlainPage{
		Frame:   f,
		Heading: "Không có trang này",
		Lead:    "Địa chỉ gõ sai, hoặc bài đã chuyển chỗ.",
		Report:  c.Set.Settings.Publisher.Contact,
		Actions: []Action{
			{Name: "Về trang chủ", Address: address.Home, Primary: true},
			{Name: archiveTitle, Address: address.Archive},
			{Name: "Chủ đề", Address: address.Topics},
		},
	}
	if n := min(5, len(c.list)); n > 0 {
		v.New = &Section{Key: "bai-moi", Title: "Bài mới"}
		for _, a := range c.list[:n] {
			v.New.Items = append(v.New.Items, c.brief(a))
		}
	}
	return Page{Address: address.NotFound, Layout: "khong-thay", Title: "Không có trang này", Value: v}
}
