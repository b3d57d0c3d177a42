package site

import (
	"github.com/vinhlinh/loa/generator/address"
)

// searchTitle is what the page that searches is called.
const searchTitle = "Tìm bài"

// SearchPage is the value of the page that searches. Its script reads the index; without it the page offers the ways by hand.
type SearchPage struct {
	Frame
	Path    []Link
	Heading string
	Index   SearchIndex
	By      []Action // ways to find an article without script
}

// SearchIndex is what the script must know of the index.
type SearchIndex struct {
	Shards  int
	Version string
}

func (c *composer) search() Page {
	f := c.frame(address.Search, searchTitle, "Tìm bài của "+c.Set.Settings.Site.Name+", gõ có dấu hay không dấu đều được.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.Hidden = true // a page of results is nobody's result
	f.Icons = append(f.Icons, "i-tim")
	f.use(c.Code, "tim")
	return Page{Address: address.Search, Layout: "tim", Title: searchTitle, Value: SearchPage{
		Frame:   f,
		Path:    []Link{{Name: "Trang chủ", Address: address.Home}},
		Heading: searchTitle,
		Index:   SearchIndex{Shards: c.Index.Shards, Version: c.Index.Version},
		By:      []Action{{Name: archiveTitle, Address: address.Archive}, {Name: "Chủ đề", Address: address.Topics}},
	}}
}
