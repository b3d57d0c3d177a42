package site

import (
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// relatedItems is how many related articles a page shows.
const relatedItems = 3

// ArticlePage is the value of an article.
type ArticlePage struct {
	Frame
	Body
	Path        []Link
	Notices     []Notice
	Heading     string
	Lead        string
	Facts       []Fact
	Player      *Player // nil without sound
	Remember    []string
	Cover       *Figure
	HasBody     bool // a withdrawn article has none
	Report      *Report
	Legal       []Basis
	Corrections []Dated
	Actions     []Action
	Share       *Share
	Related     *Section
}

func (c *composer) article(a *article.Article) Page {
	here, posted := address.Article(a.Slug), dayOf(a.Date)
	f := c.frame(here, a.Title, a.Description)
	f.Ribbon = c.ribbon(a.Draft, a.Date)
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	v := ArticlePage{Path: []Link{{Name: "Trang chủ", Address: address.Home}}, Heading: bind(a.Title)}
	if a.Topic != nil {
		v.Path = append(v.Path, Link{Name: a.Topic.Title, Address: address.Topic(a.Topic.Slug)})
		f.Alternates = append(f.Alternates, alternates(a.Topic.Slug, a.Topic.Title)...)
	}
	v.Facts = []Fact{dayFact("Đăng", posted)}
	if a.WithdrawnAt(c.At) {
		f.Hidden, f.Social, f.Description = true, nil, ""
		v.Frame = f
		v.Notices = []Notice{{Title: "Bài này đã rút " + inDate(dayOf(a.Withdrawn.At)), Text: "Lý do: " + sentence(a.Withdrawn.Reason), Grave: true}}
		v.Related = c.related(a)
		return Page{Address: here, Layout: "bai-viet", Value: v, Title: a.Title}
	}
	f.Social.Type = "article"
	f.Social.Published, f.Social.Modified = a.Date.Format(time.RFC3339), a.Changed().Format(time.RFC3339)
	f.Social.Image, f.Social.Alt = c.Base+address.ArticleShare(a.Slug), a.Title
	f.LinkedData = c.articleData(a, v.Path)
	f.Icons = append(f.Icons, "i-in", "i-doc", "i-luu", "i-gui", "i-chep")
	f.use(c.Code, "in", "chep", "gui")
	v.Frame = f
	v.Body = bodyOf(a.Body, c.Base, false, c.figures(a))
	v.HasBody = true
	v.Lead = bind(a.Description)
	if changed := dayOf(a.Changed()); changed != posted {
		v.Facts = append(v.Facts, dayFact("Sửa", changed))
	}
	v.Facts = append(v.Facts, Fact{Text: readingTime(c.syllables(a))})
	if a.Author != "" {
		v.Facts = append(v.Facts, Fact{Text: a.Author})
	}
	if v.Player = c.player(a); v.Player != nil && v.Player.Captions != "" {
		v.use(c.Code, "phu-de")
	}
	if a.ExpiredAt(c.At) {
		v.Notices = append(v.Notices, Notice{Title: "Bài này không còn phát từ " + inDate(dayOf(a.Expires)),
			Text: "Nội dung giữ lại để tra cứu."})
	}
	if n := len(a.Corrections); n > 0 {
		last := slices.MaxFunc(a.Corrections, func(x, y article.Correction) int { return x.At.Compare(y.At) })
		v.Notices = append(v.Notices, Notice{Title: "Bài này đã đính chính " + inDate(dayOf(last.At)), Text: sentence(last.Text)})
		for _, correction := range a.Corrections {
			day := dayOf(correction.At)
			v.Corrections = append(v.Corrections, Dated{Day: capital(inDate(day)), ISO: day.String(), Text: sentence(correction.Text)})
		}
	}
	for _, line := range a.Remember {
		v.Remember = append(v.Remember, bind(line))
	}
	if a.Cover != nil {
		if cover, found := v.Body.Pictures[a.Cover.Name]; found {
			cover.Alt = a.Cover.Alt
			v.Cover = &cover
		}
	}
	var keys []string
	if a.Topic != nil {
		keys = a.Topic.Hotlines
	}
	v.Report = c.report(keys, posted)
	for _, ref := range a.Legal {
		v.Legal = append(v.Legal, c.basis(ref))
	}
	if script := c.Scripts[a.ID]; script != nil {
		v.Actions = append(v.Actions,
			Action{Name: "Bản đọc bằng chữ (" + spokenLength(script.Duration) + ")", Address: address.Script(a.Slug), Icon: "i-doc"},
			Action{Name: "Bản đọc in ra giấy", Address: address.Sheet(a.Slug), Icon: "i-in"},
			Action{Name: "Lưu bài (văn bản)", Address: address.Script(a.Slug), Icon: "i-luu", Download: true})
	}
	v.Actions = append(v.Actions, Action{Name: "In tờ dán (A4)", Address: address.Poster(a.Slug), Icon: "i-in"}, Action{Name: "In trang này", Icon: "i-in", Script: "in"})
	v.Share = shareOf(a.Title, c.Base+here)
	v.Related = c.related(a)
	return Page{Address: here, Layout: "bai-viet", Value: v, Title: a.Title, Changed: a.Changed(),
		Source: a.Body.Source, Body: string(a.Body.Text), Line: lineOf(a.Body)}
}

// lineOf is the line of the file on which a body begins, from 1; 0 without a body.
func lineOf(m article.Markdown) int {
	if m.Source == nil {
		return 0
	}
	line, _ := m.Source.Position(m.Start)
	return line
}

// related are the newest articles of the same topic, then those of the same campaign. nil if there are none.
func (c *composer) related(a *article.Article) *Section {
	s := Section{Key: "lien_quan", Title: "Bài liên quan"}
	seen := map[*article.Article]bool{a: true}
	add := func(list []*article.Article) {
		for _, other := range list {
			if len(s.Items) < relatedItems && !seen[other] {
				seen[other] = true
				s.Items = append(s.Items, c.brief(other))
			}
		}
	}
	add(c.topics[a.Topic])
	if a.Campaign != nil {
		add(c.campaigns[a.Campaign])
	}
	if len(s.Items) == 0 {
		return nil
	}
	return &s
}

// basis prints a legal reference as official texts cite: kind and number, issuer, date, then the part.
func (c *composer) basis(ref article.LegalRef) Basis {
	act := ref.Act
	b := Basis{Name: act.Title}
	if act.Number != "" && !strings.Contains(act.Title, act.Number) {
		b.Name += " số" + noBreak + act.Number
	}
	var rest []string
	if act.Issuer != "" {
		rest = append(rest, "của "+act.Issuer)
	}
	switch month := act.Month; {
	case !act.Date.IsZero():
		rest = append(rest, inDate(act.Date))
	case len(month) == len("2023-04"):
		rest = append(rest, "tháng"+noBreak+strings.TrimPrefix(month[5:], "0")+" năm"+noBreak+month[:4])
	}
	if act.Number == "" {
		rest = append(rest, "(bản gốc không ghi số)")
	}
	b.Rest = strings.Join(rest, " ")
	if part := partOf(ref); part != "" {
		b.Rest = strings.TrimPrefix(b.Rest+"; "+part, "; ")
	}
	for _, d := range c.Set.Documents {
		if page := address.Document(d.Slug); act.Page != "" && strings.Trim(page, "/") == strings.Trim(act.Page, "/") {
			b.Address = page
			if ref.Section != "" {
				b.Address += "#muc-" + ref.Section
			}
		}
	}
	if !act.Until.IsZero() && !c.day.Before(act.Until) {
		b.Note = "Hết hiệu lực từ " + inDate(act.Until) + "; bài nêu quy định tại thời điểm phát hành."
	}
	return b
}

// partOf names the cited part, smallest first: "điểm a khoản 2 Điều 5".
func partOf(ref article.LegalRef) string {
	var parts []string
	for _, p := range []struct{ word, value string }{{"điểm", ref.Point}, {"khoản", ref.Clause}, {"Điều", ref.Article}, {"mục", ref.Section}} {
		if p.value != "" {
			parts = append(parts, p.word+noBreak+p.value)
		}
	}
	return strings.Join(parts, " ")
}
