package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// newItems is how many new articles the home page shows: its weight does not grow with the number of articles.
const newItems = 6

// HomePage is the value of "/".
type HomePage struct {
	Frame
	Heading string
	Bands   []Band
	Lead    *Item // nil as long as there is no article
	Report  *Report
	New     Section
	Past    *Link // the campaign that ended last
	Grid    TopicGrid
	Doors   []Action // for stations and portals
}

func (c *composer) home() Page {
	site := c.Set.Settings.Site
	f := c.frame(address.Home, site.Name+" · "+strings.TrimSuffix(site.Description, "."), site.Description)
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.LinkedData = c.siteData()
	f.Icons = append(f.Icons, "i-doc", "i-tim")
	v := HomePage{
		Frame:   f,
		Heading: site.Name,
		Report:  c.report(nil, c.day),
		Grid:    TopicGrid{Topics: c.topicCards()},
		Doors: []Action{
			{Name: "Lịch phát của đài xã", Address: address.Stations},
			{Name: "Lấy nguồn tin (RSS)", Address: address.Sources + "#cong"},
		},
	}
	if v.Report != nil {
		v.Report.Steps = true
	}
	var running []*article.Article
	for _, campaign := range c.Set.Campaigns {
		if c.running(campaign) {
			v.Bands = append(v.Bands, c.band(campaign))
			running = append(running, c.campaigns[campaign]...)
		}
	}
	if len(v.Bands) > 0 {
		v.use(c.Code, "dem-ngay")
	} else if past := c.past(); past != nil {
		v.Past = &Link{Name: bind(past.Title), Address: address.Campaign(past.Slug)}
	}
	lead := c.lead(running)
	if lead != nil {
		i := c.item(lead)
		i.Facts = i.Facts[1:] // the topic stands above the title
		for _, line := range lead.Remember {
			i.Remember = append(i.Remember, bind(line))
		}
		i.Actions = []Action{{Name: "Đọc bài", Address: i.Address, Icon: "i-doc", Primary: true}}
		if s := c.Sounds[lead.ID]; s != nil {
			listen := "Nghe bài này"
			if s.Synthetic {
				listen += " (giọng" + noBreak + "máy)"
			}
			v.Icons = append(v.Icons, "i-nghe")
			i.Actions = []Action{{Name: listen, Address: i.Address + "#" + playerAnchor, Icon: "i-nghe", Primary: true},
				{Name: "Đọc bài", Address: i.Address, Icon: "i-doc"}}
		}
		v.Lead = &i
	}
	v.New = Section{Key: "bai-moi", Title: "Bài mới", Wide: true, Empty: "Chưa có bài nào.",
		More: &Link{Name: "Xem tất cả bài", Address: address.Archive}}
	for _, a := range c.list {
		if a != lead && len(v.New.Items) < newItems {
			v.New.Items = append(v.New.Items, c.item(a))
		}
	}
	if lead != nil && len(v.New.Items) == 0 {
		v.New.Empty = "Chưa có bài nào khác."
	}
	return Page{Address: address.Home, Layout: "trang-chu", Value: v, Title: site.Name, Changed: newest(c.list)}
}

// lead chooses the article that the home page begins with: an urgent one on air, then while campaigns run the foremost of theirs; at
// other times the newest standing article; failing all of them the newest of all.
func (c *composer) lead(running []*article.Article) *article.Article {
	for _, a := range c.list {
		if c.rank(a) == urgentRank {
			return a
		}
	}
	if len(running) > 0 {
		return slices.MinFunc(running, c.foremost)
	}
	for _, a := range c.list {
		if a.Campaign == nil {
			return a
		}
	}
	if len(c.list) > 0 {
		return c.list[0]
	}
	return nil
}

// foremost orders articles by rank on the day, the newest first among equals.
func (c *composer) foremost(a, b *article.Article) int {
	return cmp.Or(c.rank(b)-c.rank(a), b.Date.Compare(a.Date), strings.Compare(a.ID, b.ID))
}

// urgentRank is the rank of an urgent bulletin on air.
const urgentRank = 3

// rank orders the kinds of bulletin. One whose broadcast window is not open on the day counts as an ordinary one; an article without
// a wish for broadcast comes last.
func (c *composer) rank(a *article.Article) int {
	switch {
	case a.Broadcast == nil:
		return 0
	case c.urgency(a) == "":
		return 1
	case a.Broadcast.Priority == article.Urgent:
		return urgentRank
	}
	return 2
}

func (c *composer) running(campaign *article.Campaign) bool {
	return !c.day.Before(campaign.From) && !c.day.After(campaign.Until)
}

// past is the campaign that ended last.
func (c *composer) past() *article.Campaign {
	var last *article.Campaign
	for _, campaign := range c.Set.Campaigns {
		if campaign.Until.Before(c.day) && (last == nil || campaign.Until.After(last.Until)) {
			last = campaign
		}
	}
	return last
}

func (c *composer) band(campaign *article.Campaign) Band {
	return Band{
		Title: bind(campaign.Title), Address: address.Campaign(campaign.Slug), First: campaign.From.String(), Last: campaign.Until.String(),
		Left: daysLeft(campaign.Until, c.day), Until: "đến hết " + inDate(campaign.Until),
	}
}
