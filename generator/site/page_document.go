package site

import (
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// DocumentPage is the value of an official text such as a dispatch, shown as it is.
type DocumentPage struct {
	Frame
	Body
	Path       []Link
	Heading    string
	Facts      []Fact
	Issuer     []string // lines of the left head
	Number     []Piece
	Subject    string // after "V/v"
	Place      string
	Date       []Piece
	Recipients []string // "Nơi nhận", each with the sign at its end
	Capacity   []string // lines above the signature
	Signer     string
	Copy       string // what the page is, and what it is not
	Actions    []Action
}

func (c *composer) document(d *article.Document) Page {
	here := address.Document(d.Slug)
	issuer := strings.Join(d.Issuer, " ")
	f := c.frame(here, d.Title, strings.TrimPrefix(sentence("Văn bản của "+issuer+": "+d.Title), "Văn bản của : "))
	f.Ribbon = c.ribbon(d.Draft, d.Date)
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.Icons = append(f.Icons, "i-in")
	f.use(c.Code, "in")
	v := DocumentPage{
		Frame:    f,
		Body:     bodyOf(d.Body, c.Base, true, nil),
		Path:     []Link{{Name: "Trang chủ", Address: address.Home}, {Name: "Văn bản", Address: address.Documents}},
		Heading:  bind(d.Title),
		Facts:    []Fact{dayFact("Đăng", dayOf(d.Date))},
		Issuer:   d.Issuer,
		Number:   number(d.Number),
		Subject:  strings.TrimPrefix(d.Subject, "V/v "),
		Place:    d.Place,
		Date:     blanks(d.DateLine),
		Capacity: d.Signer.Capacity,
		Signer:   d.Signer.Name,
		Copy:     copyNote(number(d.Number), blanks(d.DateLine)),
		Actions:  []Action{{Name: "In trang này", Icon: "i-in", Script: "in"}},
	}
	for i, line := range d.Recipients {
		end := ";"
		if i == len(d.Recipients)-1 {
			end = "."
		}
		v.Recipients = append(v.Recipients, strings.TrimRight(line, ";.")+end)
	}
	return Page{Address: here, Layout: "van-ban", Title: d.Title, Value: v, Changed: later(d.Date, d.LastMod), Source: d.Body.Source, Body: string(d.Body.Text), Line: lineOf(d.Body)}
}

// copyNote says in one line that the page is a copy of the words, and which parts the original left blank.
func copyNote(number, date []Piece) string {
	isBlank := func(p Piece) bool { return p.Blank }
	var blank []string
	if slices.ContainsFunc(number, isBlank) {
		blank = append(blank, "số")
	}
	if slices.ContainsFunc(date, isBlank) {
		blank = append(blank, "ngày")
	}
	if len(blank) == 0 {
		return "Bản ghi lại nội dung văn bản."
	}
	return "Bản ghi lại nội dung văn bản; " + strings.Join(blank, " và ") + " để trống như bản gốc."
}

// DocumentListPage is the value of the list of documents.
type DocumentListPage struct {
	Frame
	Path    []Link
	Heading string
	List    Section
}

func (c *composer) documentList() Page {
	f := c.frame(address.Documents, "Văn bản", "Các văn bản đăng trên "+c.Set.Settings.Site.Name+".")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	list := slices.Clone(c.Set.Documents)
	slices.SortStableFunc(list, func(a, b *article.Document) int { return b.Date.Compare(a.Date) })
	s := Section{Key: "cac-van-ban", Title: "Các văn bản", Quiet: true, Empty: "Chưa có văn bản nào."}
	for _, d := range list {
		item := Item{Title: bind(d.Title), Address: address.Document(d.Slug), Facts: []Fact{{Text: strings.Join(d.Issuer, " ")}}}
		if n := number(d.Number); n == nil || n[0].Blank {
			item.Facts = append(item.Facts, Fact{Text: "bản gốc không ghi số"})
		} else {
			item.Facts = append(item.Facts, Fact{Text: "Số " + d.Number})
		}
		item.Facts = append(item.Facts, dayFact("Đăng", dayOf(d.Date)))
		s.Items = append(s.Items, item)
	}
	return Page{Address: address.Documents, Layout: "cac-van-ban", Title: "Văn bản",
		Value: DocumentListPage{Frame: f, Path: []Link{{Name: "Trang chủ", Address: address.Home}}, Heading: "Văn bản", List: s}}
}
