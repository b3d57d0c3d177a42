package site

import (
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
	Last     string // "2023-05-01" while it runs
	Lead     string
	HasBody  bool
	Remember []string
	List     Section
	Document *Link // what it comes from
	Feeds    FeedBox
}

func (c *composer) campaign(campaign *article.Campaign) Page {
	here := address.Campaign(campaign.Slug)
	f := c.frame(here, campaign.Title, campaign.Description)
	f.Alternates = alternates(address.CampaignChannel(campaign.Slug), campaign.Title)
	f.use(c.Code, "chep")
	list := c.campaigns[campaign]
	v := CampaignPage{
		Body:    bodyOf(campaign.Body, c.Base, false, nil),
		Path:    []Link{{Name: "Trang chủ", Address: address.Home}},
		Heading: bind(campaign.Title),
		Days:    "Từ " + inDate(campaign.From) + " đến hết " + inDate(campaign.Until),
		Lead:    campaign.Description,
		HasBody: hasText(campaign.Body),
		List:    Section{Key: "cac_bai", Title: "Các bài", Items: c.items(list), Empty: "Đợt này chưa có bài."},
		Feeds:   FeedBox{Feeds: c.channelAddresses(address.CampaignChannel(campaign.Slug), "Đợt "+campaign.Title), More: address.Sources},
	}
	switch {
	case c.running(campaign):
		v.Left, v.Last = daysLeft(campaign.Until, c.day), campaign.Until.String()
		f.use(c.Code, "dem-ngay")
	case c.day.After(campaign.Until):
		v.Left = "Đã kết thúc " + inDate(campaign.Until)
	default:
		v.Left = "Bắt đầu " + inDate(campaign.From)
	}
	if lead := c.lead(list); lead != nil && len(list) > 0 {
		for _, line := range lead.Remember {
			v.Remember = append(v.Remember, bind(line))
		}
	}
	for _, d := range c.Set.Documents {
		if d.Slug == campaign.Document {
			v.Document = &Link{Name: bind(d.Title), Address: address.Document(d.Slug)}
		}
	}
	v.Frame = f
	return Page{Address: here, Layout: "chien-dich", Title: campaign.Title, Value: v,
		Source: campaign.Body.Source, Body: string(campaign.Body.Text), Line: lineOf(campaign.Body)}
}
