package site

import (
	"slices"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// CampaignPage is the value of a campaign.
type CampaignPage struct {
	Frame
	Body
	Path     []Link
	Heading  string
	Days     string // "Từ ngày … đến hết ngày …"
	Left     string // "Còn 6 ngày", "Đã kết thúc ngày …"
	First    string // "2023-04-22" while it runs
	Last     string // "2023-05-01" while it runs
	Begins   string // "Bắt đầu ngày 22/4/2023", for a reader whose clock is before that
	Lead     string
	HasBody  bool
	Remember []string // at most three
	List     Section
	Turn     *Turn
	Posters  []Link   // to print, of the articles that matter most
	Document *Link    // what it comes from
	Feeds    *FeedBox // on the first page
}

const (
	campaignLines   = 3 // to remember of a campaign
	campaignPosters = 6
)

// campaign gives the pages of a campaign: its articles, 20 a page.
func (c *composer) campaign(campaign *article.Campaign) []Page {
	here, list := address.Campaign(campaign.Slug), c.campaigns[campaign]
	path := []Link{{Name: "Trang chủ", Address: address.Home}}
	var pages []Page
	for _, p := range cut(list, here, topicItems) {
		f := c.frame(address.Further(here, p.number), p.title(campaign.Title), campaign.Description)
		f.Alternates = alternates(address.CampaignChannel(campaign.Slug), campaign.Title)
		v := CampaignPage{
			Path:    path,
			Heading: p.title(bind(campaign.Title)),
			Days:    "Từ " + inDate(campaign.From) + " đến hết " + inDate(campaign.Until),
			List:    Section{Key: "cac_bai", Title: "Các bài", Items: c.items(p.list), Empty: "Đợt này chưa có bài."},
			Turn:    p.turn,
		}
		begins := "Bắt đầu " + inDate(campaign.From)
		switch {
		case c.running(campaign):
			v.Left, v.Begins = daysLeft(campaign.Until, c.day), begins
			v.First, v.Last = campaign.From.String(), campaign.Until.String()
			f.use(c.Code, "dem-ngay")
		case c.day.After(campaign.Until):
			v.Left = "Đã kết thúc " + inDate(campaign.Until)
		default:
			v.Left = begins
		}
		page := Page{Address: address.Further(here, p.number), Layout: "chien-dich", Title: campaign.Title, Changed: newest(list)}
		if p.number == 1 {
			f.LinkedData = linkedData(c.breadcrumbs(path, campaign.Title, here))
			f.use(c.Code, "chep")
			f.Icons = append(f.Icons, "i-in")
			c.wholeCampaign(&v, campaign, list)
			page.Source, page.Body, page.Line = campaign.Body.Source, string(campaign.Body.Text), lineOf(campaign.Body)
		} else {
			v.Path = append(slices.Clone(path), Link{Name: campaign.Title, Address: here})
		}
		v.Frame = f
		page.Value = v
		pages = append(pages, page)
	}
	return pages
}

// wholeCampaign is what only the first page of a campaign shows.
func (c *composer) wholeCampaign(v *CampaignPage, campaign *article.Campaign, list []*article.Article) {
	v.Body, v.Lead, v.HasBody = bodyOf(campaign.Body, c.Base, false, nil), campaign.Description, hasText(campaign.Body)
	v.Feeds = &FeedBox{Feeds: c.channelAddresses(address.CampaignChannel(campaign.Slug), "Đợt "+campaign.Title), More: address.Sources}
	foremost := slices.SortedStableFunc(slices.Values(list), c.foremost)
	v.Remember = remembered(foremost)
	for _, a := range foremost[:min(campaignPosters, len(foremost))] {
		v.Posters = append(v.Posters, Link{Name: bind(a.Title), Address: address.Poster(a.Slug)})
	}
	for _, d := range c.Set.Documents {
		if d.Slug == campaign.Document {
			v.Document = &Link{Name: bind(d.Title), Address: address.Document(d.Slug)}
		}
	}
}

// remembered are three lines of a campaign to remember: the first of each article, the foremost article first; where there are fewer
// articles the second ones too, and so on.
func remembered(list []*article.Article) []string {
	var lines []string
	for i, more := 0, true; more && len(lines) < campaignLines; i++ {
		more = false
		for _, a := range list {
			if i < len(a.Remember) && len(lines) < campaignLines {
				more = true
				if line := bind(a.Remember[i]); !slices.Contains(lines, line) {
					lines = append(lines, line)
				}
			}
		}
	}
	return lines
}
