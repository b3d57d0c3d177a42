package site

import (
	"cmp"
	"fmt"
	"html"
	"slices"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

const (
	embedItems  = 5   // articles that an embedded page shows
	embedHeight = 520 // of the frame in pixels, as promised to those who took its code; what is higher is scrolled inside
)

// EmbedPage is the value of a page that other sites show in a frame, 320 to 800 pixels wide. Each of its links leaves the frame.
type EmbedPage struct {
	Frame
	Heading string
	Items   []Item
	Empty   string // what stands there when Items is empty
	More    Link
}

// embed is what is known of an embedded page before it is made.
type embed struct {
	channel  string // as address.Embed takes it
	heading  string
	campaign *article.Campaign // nil: of everything, or of a topic
	list     []*article.Article
	empty    string
	more     Link
}

// embedded are the pages for frames: the newest articles, those of each topic and of each campaign.
func (c *composer) embedded() []embed {
	all := Link{Name: "Xem tất cả", Address: address.Archive}
	list := []embed{{channel: address.Latest, heading: "Bài mới", list: c.list, empty: "Chưa có bài nào. Mời trở lại sau ít hôm.", more: all}}
	add := func(channel, title, page string, campaign *article.Campaign, articles []*article.Article) {
		e := embed{channel: channel, heading: title, campaign: campaign, list: articles, more: Link{Name: "Xem tất cả", Address: page}}
		if len(articles) == 0 {
			e.empty, e.more = "Mục này chưa có bài. Mời xem các bài khác.", all
		}
		list = append(list, e)
	}
	for _, t := range c.Set.Topics {
		add(t.Slug, t.Title, address.Topic(t.Slug), nil, c.topics[t])
	}
	for _, campaign := range c.Set.Campaigns {
		add(address.CampaignChannel(campaign.Slug), campaign.Title, address.Campaign(campaign.Slug), campaign, c.campaigns[campaign])
	}
	return list
}

// embeds gives the pages for frames. They are no pages of the site in themselves: no list leads to them, search engines leave them out.
func (c *composer) embeds() []Page {
	var pages []Page
	for _, e := range c.embedded() {
		here := address.Embed(e.channel)
		f := c.frame(here, e.heading, "")
		f.Canonical, f.Hidden, f.Social, f.Code = "", true, nil, nil
		f.Policy, f.Style = c.Styles.Embed.PolicyOfText(), c.Styles.Embed.Sheet
		pages = append(pages, Page{Address: here, Layout: "nhung", Title: e.heading,
			Value: EmbedPage{Frame: f, Heading: bind(e.heading), Items: c.embedItems(e.list), Empty: e.empty, More: e.more}})
	}
	return pages
}

// embedItems are the first articles of a channel in the order of its feed: what changed last comes first, then by ID (FEEDS.md 0.4).
func (c *composer) embedItems(list []*article.Article) []Item {
	list = slices.SortedFunc(slices.Values(list), func(a, b *article.Article) int {
		return cmp.Or(b.Changed().Compare(a.Changed()), cmp.Compare(a.ID, b.ID))
	})
	items := make([]Item, 0, embedItems)
	for _, a := range list[:min(len(list), embedItems)] {
		day := bareDay(dayOf(a.Date))
		if changed := dayOf(a.Changed()); changed != dayOf(a.Date) {
			day = Fact{Text: "Sửa", Day: shortDate(changed), ISO: changed.String()}
		}
		item := Item{Title: bind(a.Title), Address: address.Article(a.Slug), Facts: []Fact{day, c.embedLength(a)}}
		if mark := c.urgency(a); mark != "" && a.Broadcast.Priority == article.Urgent { // the ranks below are for stations
			item.Mark = mark
		}
		items = append(items, item)
	}
	return items
}

// embedLength is how long an article is to be listened to, or to be read where it has no sound.
func (c *composer) embedLength(a *article.Article) Fact {
	if heard := c.listeningTime(a.ID); heard != "" {
		return Fact{Text: heard}
	}
	return Fact{Text: readingTime(c.syllables(a))}
}

// embedCode is what an editor of another site pastes to show an embedded page.
func (c *composer) embedCode(e embed) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy" style="border:0"></iframe>`,
		html.EscapeString(c.Base+address.Embed(e.channel)), html.EscapeString(c.embedTitle(e)), embedHeight)
}

// embedTitle is what the frame of an embedded page is called: "Loa Vĩnh Linh: bài mới".
func (c *composer) embedTitle(e embed) string {
	what := e.heading
	if e.channel == address.Latest { // names of topics keep their capital: some are names of things
		what = lower(what)
	}
	return c.Set.Settings.Site.Name + ": " + what
}
