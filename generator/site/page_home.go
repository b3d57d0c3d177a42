package site

import (
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
	f.Icons = append(f.Icons, "i-doc")
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
	return Page{Address: address.Home, Layout: "trang-chu", Value: v, Title: site.Name}
}

// lead chooses the article that the home page begins with: while campaigns run, theirs with the highest priority, then the newest;
// at other times the newest standing article; failing both the newest of all.
func (c *composer) lead(running []*article.Article) *article.Article {
	if len(running) > 0 {
		return slices.MinFunc(running, func(a, b *article.Article) int {
			if d := rank(b) - rank(a); d != 0 {
				return d
			}
			if d := b.Date.Compare(a.Date); d != 0 {
				return d
			}
			return strings.Compare(a.ID, b.ID)
		})
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

// rank orders the three kinds of bulletin; an article without a wish for broadcast comes last.
func rank(a *article.Article) int {
	if a.Broadcast == nil {
		return 0
	}
	return 1 + slices.Index([]article.Priority{article.Ordinary, article.High, article.Urgent}, a.Broadcast.Priority)
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
		Title: bind(campaign.Title), Address: address.Campaign(campaign.Slug), Last: campaign.Until.String(),
		Left: daysLeft(campaign.Until, c.day), Until: "đến hết " + inDate(campaign.Until),
	}
}
