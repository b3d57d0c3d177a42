package site

import (
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/search"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// Content is all that pages are made of.
type Content struct {
	Set      *article.Set                      // what is published at At; with drafts and future articles in a preview. Expired and withdrawn articles are in it: they keep their pages, lists leave them out
	Scripts  map[string]*speech.Script         // by article ID; a withdrawn article has none
	Sounds   map[string]*audio.Sound           // by article ID; missing where there is no sound. A withdrawn article has none
	Bundles  func(station string) []BundleLink // by slug: the days that are published for a stick, in order; nil: none
	Planner  *schedule.Planner                 // of all articles; nil: no station has a programme
	Pictures Pictures                          // as LoadPictures made them
	Index    search.Index                      // of what lists show
	At       time.Time                         // for what depends on the day
	Preview  bool                              // pages say what readers do not see yet, and scripts keep to the day of At
	Base     string                            // "https://…", no slash at the end
	Styles   Styles
	Code     Code
}

// Compose gives every page of the site, in order of address. It is pure: equal content gives equal pages.
func Compose(in Content) []Page {
	c := &composer{Content: in, day: dayOf(in.At), topics: map[*article.Topic][]*article.Article{}, campaigns: map[*article.Campaign][]*article.Article{},
		weeks: map[string][]schedule.Programme{}, plans: map[*schedule.Session][]Session{}}
	for _, a := range in.Set.Articles {
		if a.Listed(in.At) {
			c.list = append(c.list, a)
			c.topics[a.Topic] = append(c.topics[a.Topic], a)
			if a.Campaign != nil {
				c.campaigns[a.Campaign] = append(c.campaigns[a.Campaign], a)
			}
		}
	}
	pages := []Page{c.home(), c.notFound(), c.topicList(), c.documentList(), c.hotlines(), c.sources(), c.stationList(), c.search()}
	pages = append(pages, c.archive()...)
	pages = append(pages, c.embeds()...)
	for _, a := range in.Set.Articles {
		pages = append(pages, c.article(a), c.sheet(a), c.poster(a))
		pages = append(pages, c.aliases(a.Aliases, a.Title, address.Article(a.Slug))...)
	}
	for _, t := range in.Set.Topics {
		pages = append(pages, c.topic(t)...)
	}
	for _, campaign := range in.Set.Campaigns {
		pages = append(pages, c.campaign(campaign)...)
	}
	for _, d := range in.Set.Documents {
		pages = append(pages, c.document(d))
		pages = append(pages, c.aliases(d.Aliases, d.Title, address.Document(d.Slug))...)
	}
	for _, p := range in.Set.Pages {
		pages = append(pages, c.plain(p))
	}
	for _, s := range in.Set.Settings.Stations {
		if c.hasPage(s) {
			pages = append(pages, c.station(s))
			if days := c.daysOn(s); len(days) > 0 {
				pages = append(pages, c.paper(s, days))
			} else if c.former(s) {
				pages = append(pages, c.paperOfFormer(s))
			}
		}
	}
	slices.SortStableFunc(pages, func(a, b Page) int { return strings.Compare(a.Address, b.Address) })
	return pages
}

// composer holds what several pages need, computed once.
type composer struct {
	Content
	day       civil.Date
	list      []*article.Article // what lists show, newest first
	topics    map[*article.Topic][]*article.Article
	campaigns map[*article.Campaign][]*article.Article
	weeks     map[string][]schedule.Programme // programmes of the days shown, by station
	plans     map[*schedule.Session][]Session // what pages show of a day's sessions, by the first of them
}

// frame is the part that all pages share. current is the page's address.
func (c *composer) frame(current, title, description string) Frame {
	site, publisher := c.Set.Settings.Site, c.Set.Settings.Publisher
	window := title + " · " + site.Name
	if current == address.Home {
		window = title
	}
	f := Frame{
		Masthead:    Masthead{Name: site.Name, Publisher: publisher.Name, Home: address.Home},
		Title:       window,
		Description: description,
		Canonical:   c.Base + current,
		Policy:      c.Styles.Pages.Policy(),
		Style:       c.Styles.Pages.Sheet,
		Icons:       []string{"loa"},
		Nav: mark(current, []Link{
			{Name: "Chủ đề", Address: address.Topics},
			{Name: stationsTitle, Address: address.Stations},
			{Name: "Đường dây nóng", Address: address.Hotlines},
			{Name: searchTitle, Address: address.Search},
		}),
		Foot: Foot{
			Name: site.Name, Publisher: publisher.Name, Superior: publisher.Superior, Contact: publisher.Contact,
			Licence: sentence(site.Licence), Printed: c.Base + current,
		},
		Social: &Social{Type: "website", Title: title, Address: c.Base + current, Name: site.Name, Image: c.Base + address.Share, Alt: site.Name},
	}
	links := []Link{
		{Name: "Nguồn tin cho đài và cổng", Address: address.Sources},
		{Name: archiveTitle, Address: address.Archive},
		{Name: "Văn bản", Address: address.Documents},
	}
	for _, p := range c.Set.Pages {
		links = append(links, Link{Name: p.Title, Address: address.Page(p.Slug)})
	}
	if site.Portal != "" {
		links = append(links, Link{Name: "Cổng thông tin điện tử", Address: site.Portal, Outer: true})
	}
	f.Foot.Links = mark(current, links)
	f.use(c.Code, "hien-thi")
	if c.Preview {
		f.Today, f.Hidden = c.day.String(), true
	}
	return f
}

// use adds a script to the page if the theme has it.
func (f *Frame) use(code Code, names ...string) {
	for _, name := range names {
		if a := code.Address[name]; a != "" {
			f.Code = append(f.Code, a)
		}
	}
}

// mark sets Current on the link that leads to the page itself.
func mark(current string, links []Link) []Link {
	for i := range links {
		links[i].Current = links[i].Address == current
	}
	return links
}

// ribbon says why readers do not see an item yet. It is empty outside of a preview.
func (c *composer) ribbon(draft bool, date time.Time) string {
	switch {
	case !c.Preview:
		return ""
	case draft:
		return "Bản nháp: chưa ai thấy trang này."
	case date.After(c.At):
		return "Hẹn đăng " + inDate(dayOf(date)) + ": chưa ai thấy trang này."
	}
	return ""
}

// hotline finds a telephone number by its key, if it may be printed in a text of a day.
func (c *composer) hotline(key string, day civil.Date) (settings.Hotline, bool) {
	for _, h := range c.Set.Settings.Hotlines {
		if h.Key == key && h.On(day) {
			return h, true
		}
	}
	return settings.Hotline{}, false
}
