package site

// AliasPage is the value of a former address: a small page that leads to the present one, on any server.
type AliasPage struct {
	Title     string
	Canonical string // absolute
	Address   string // relative to the root
}

// aliases makes a page for each former address of a page.
func (c *composer) aliases(former []string, title, present string) []Page {
	pages := make([]Page, 0, len(former))
	for _, from := range former {
		pages = append(pages, Page{Address: from, Layout: "chuyen-den", Title: title,
			Value: AliasPage{Title: title, Canonical: c.Base + present, Address: present}})
	}
	return pages
}
