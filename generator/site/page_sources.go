package site

import (
	"cmp"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/viet"
)

// SourcesPage is the value of the page for those who take articles over: stations, portals, readers.
type SourcesPage struct {
	Frame
	Path     []Link
	Heading  string
	Lead     string
	Areas    []StationGroup // stations of the day, by area
	Former   []Station      // stations that are no more
	Channels []FeedTable
	Contact  string
	Example  Address // of the channel of all articles as RSS
}

// FeedTable is the addresses of one channel, or of the list of all.
type FeedTable struct {
	Name  string
	Feeds []Address
}

func (c *composer) sources() Page {
	f := c.frame(address.Sources, "Nguồn tin cho đài và cổng", "Địa chỉ để đài truyền thanh, cổng thông tin và người nghe lấy bài tự động.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.use(c.Code, "chep")
	v := SourcesPage{
		Frame:   f,
		Path:    []Link{{Name: "Trang chủ", Address: address.Home}},
		Heading: "Nguồn tin cho đài và cổng",
		Lead:    "Mỗi bài viết một lần, đài và cổng lấy về theo địa chỉ dưới đây. Không cần xin tài khoản.",
		Contact: c.Set.Settings.Publisher.Contact,
		Example: c.channelAddresses(address.AllArticles, "Tất cả bài")[0],
	}
	lists := c.stations()
	v.Areas, v.Former = lists.onAir, lists.former
	v.Channels = []FeedTable{{Name: "Tất cả bài", Feeds: c.channelAddresses(address.AllArticles, "Tất cả bài")}}
	for _, t := range c.Set.Topics {
		v.Channels = append(v.Channels, FeedTable{Name: "Chủ đề: " + t.Title, Feeds: c.channelAddresses(t.Slug, "Chủ đề "+t.Title)})
	}
	for _, campaign := range c.Set.Campaigns {
		v.Channels = append(v.Channels, FeedTable{Name: "Đợt: " + bind(campaign.Title),
			Feeds: c.channelAddresses(address.CampaignChannel(campaign.Slug), "Đợt "+campaign.Title)})
	}
	v.Channels = append(v.Channels, FeedTable{Name: "Mọi kênh và đài trong một tệp",
		Feeds: []Address{{Name: "OPML", Use: "OPML: mọi kênh và đài", URL: c.Base + address.OPML}}})
	return Page{Address: address.Sources, Layout: "nguon-tin", Title: v.Heading, Value: v}
}

// channelAddresses are the addresses of a channel's formats.
func (c *composer) channelAddresses(channel, name string) []Address {
	return []Address{
		{Name: "RSS", Use: "RSS: " + name, URL: c.Base + address.Channel(channel, address.RSS)},
		{Name: "Atom", Use: "Atom: " + name, URL: c.Base + address.Channel(channel, address.Atom)},
		{Name: "JSON", Use: "JSON Feed: " + name, URL: c.Base + address.Channel(channel, address.JSONFeed)},
	}
}

// compareNames orders names without regard to their marks first, as a reader looks them up.
func compareNames(a, b string) int {
	return cmp.Or(strings.Compare(viet.Fold(a), viet.Fold(b)), strings.Compare(a, b))
}
