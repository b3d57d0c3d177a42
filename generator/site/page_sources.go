package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
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

// StationGroup is the stations of one area. Area is empty when the name of its one station says it already.
type StationGroup struct {
	Area     string
	Stations []Station
}

// Station is a station in the list. Note says what became of it.
type Station struct {
	Name  string
	Note  string
	Feeds []Address
}

// FeedTable is the addresses of one channel.
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
	c.stations(&v)
	v.Channels = []FeedTable{{Name: "Tất cả bài", Feeds: c.channelAddresses(address.AllArticles, "Tất cả bài")}}
	for _, t := range c.Set.Topics {
		v.Channels = append(v.Channels, FeedTable{Name: "Chủ đề: " + t.Title, Feeds: c.channelAddresses(t.Slug, "Chủ đề "+t.Title)})
	}
	for _, campaign := range c.Set.Campaigns {
		v.Channels = append(v.Channels, FeedTable{Name: "Đợt: " + bind(campaign.Title),
			Feeds: c.channelAddresses(address.CampaignChannel(campaign.Slug), "Đợt "+campaign.Title)})
	}
	return Page{Address: address.Sources, Layout: "nguon-tin", Title: v.Heading, Value: v}
}

// stations puts each station of the day under its area and lists those that ended with what became of them. A station that has not
// begun is not shown.
func (c *composer) stations(v *SourcesPage) {
	names := map[string]string{}
	for _, area := range c.Set.Settings.Areas {
		names[area.Slug] = area.Name
	}
	byArea := map[string][]Station{}
	for _, s := range c.Set.Settings.Stations {
		station := Station{Name: s.Name, Feeds: []Address{
			{Name: "RSS", Use: "RSS của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.RSS)},
			{Name: "JSON", Use: "JSON Feed của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.JSONFeed)},
		}}
		switch {
		case s.On(c.day):
			byArea[s.Area] = append(byArea[s.Area], station)
		case !s.Until.IsZero() && !c.day.Before(s.Until):
			station.Note = c.fate(s)
			v.Former = append(v.Former, station)
		}
	}
	for _, area := range slices.Sorted(maps.Keys(byArea)) { // two areas may have one name
		name := names[area]
		if name == "" {
			name = area
		}
		v.Areas = append(v.Areas, StationGroup{Area: capital(name), Stations: byArea[area]})
	}
	slices.SortStableFunc(v.Areas, func(a, b StationGroup) int { return compareNames(a.Area, b.Area) })
	for i, group := range v.Areas {
		if len(group.Stations) == 1 && strings.HasSuffix(viet.Fold(group.Stations[0].Name), viet.Fold(group.Area)) {
			v.Areas[i].Area = ""
		}
	}
	slices.SortStableFunc(v.Former, func(a, b Station) int { return compareNames(a.Name, b.Name) })
}

// fate says since when a station is no more, and which took its place.
func (c *composer) fate(s settings.Station) string {
	notes := []string{"Không còn từ " + inDate(s.Until)}
	for _, slug := range s.Successors {
		for _, other := range c.Set.Settings.Stations {
			if other.Slug == slug {
				notes = append(notes, "nay là "+other.Name)
			}
		}
	}
	return strings.Join(notes, "; ") + "."
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
