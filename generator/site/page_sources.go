package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// The page for those who take articles over does not grow with the years or the network.
const (
	mostSourceStations  = 100 // that it names itself; where there are more it sends to the list of stations
	mostSourceCampaigns = 6   // of which it has the addresses, those that ended last; those of all stand on their own pages
)

// SourcesPage is the value of the page for those who take articles over: stations, portals, listeners.
type SourcesPage struct {
	Frame
	Path      []Link
	Heading   string
	Lead      string
	Stations  StationDoor
	Portal    PortalDoor
	Listeners ListenerDoor
	Channels  []FeedTable
	Older     bool    // there are campaigns that are not among Channels
	Month     string  // address of all articles of the newest month that has any, as RSS; "" as long as there is none
	List      Address // of all channels and stations in one file
	Contact   string  // whom to ask
	Fields    []Meaning
}

// StationDoor is what a station does. The addresses of each stand on its own page; here is what they look like.
type StationDoor struct {
	Stations []SourceStation
	All      string   // address of the list of stations, when they are too many; or ""
	Empty    string   // what stands there when there is no station
	Example  []string // an address of a station, whole, in pieces at whose ends a line may break; nil without stations
	Files    []Meaning
	Former   []Station
}

// SourceStation is a station with the part of its addresses that is its own.
type SourceStation struct{ Name, Address, Slug string }

// PortalDoor is what a portal does: a block that reads RSS, or a frame.
type PortalDoor struct {
	RSS     Address
	Newest  Snippet
	Look    string // address of the embedded page that is shown
	Title   string // of its frame
	Height  int    // of its frame in pixels
	Others  []Snippet
	Several bool // Others has any
}

// Snippet is a line of code to be pasted into another site.
type Snippet struct{ Name, Text string }

// ListenerDoor is what people do who listen or read with a program of their own.
type ListenerDoor struct {
	Podcast, RSS, List Address
}

// Meaning is a name of a format or a file, and what it means.
type Meaning struct{ Name, Text string }

// FeedTable is the addresses of one channel. Open: they are shown before anybody asks.
type FeedTable struct {
	Name  string
	Open  bool
	Feeds []Address
}

func (c *composer) sources() Page {
	const heading = "Lấy tin của Loa"
	f := c.frame(address.Sources, heading, "Địa chỉ để đài truyền thanh, cổng thông tin và người nghe lấy bài tự động.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	f.use(c.Code, "chep")
	f.Policy = c.Styles.Pages.PolicyWithFrames()
	publisher := c.Set.Settings.Publisher
	all := c.channelAddresses(address.AllArticles, "Tất cả bài")
	list := Address{Name: "OPML", Use: "OPML: mọi kênh và đài", URL: c.Base + address.OPML}
	v := SourcesPage{
		Frame:     f,
		Path:      []Link{{Name: "Trang chủ", Address: address.Home}},
		Heading:   heading,
		Lead:      "Bài viết một lần, đài, cổng và người nghe lấy về tự động. Không cần tài khoản.",
		Stations:  c.stationDoor(),
		Portal:    c.portalDoor(all[0]),
		Listeners: ListenerDoor{Podcast: all[len(all)-1], RSS: all[0], List: list},
		Channels:  []FeedTable{{Name: "Tất cả bài", Open: true, Feeds: all}},
		Month:     c.newestMonth(),
		List:      list,
		Contact:   sentence(cmp.Or(publisher.Contact, publisher.Name)),
		Fields:    loaFields,
	}
	for _, t := range c.Set.Topics {
		v.Channels = append(v.Channels, FeedTable{Name: "Chủ đề: " + t.Title, Feeds: c.channelAddresses(t.Slug, "Chủ đề "+t.Title)})
	}
	recent := c.recentCampaigns()
	v.Older = len(recent) < len(c.Set.Campaigns)
	for _, campaign := range recent {
		v.Channels = append(v.Channels, FeedTable{Name: "Đợt: " + bind(campaign.Title),
			Feeds: c.channelAddresses(address.CampaignChannel(campaign.Slug), "Đợt "+campaign.Title)})
	}
	return Page{Address: address.Sources, Layout: "nguon-tin", Title: heading, Value: v}
}

func (c *composer) stationDoor() StationDoor {
	lists := c.stations()
	door := StationDoor{Files: stationFiles, Former: lists.former}
	for _, group := range lists.onAir {
		for _, s := range group.Stations {
			door.Stations = append(door.Stations, SourceStation{Name: s.Name, Address: s.Address + "#h_nguon", Slug: path.Base(s.Address)})
		}
	}
	if len(door.Stations) > 0 {
		door.Example = pieces(c.Base + address.StationFile(door.Stations[0].Slug, address.RSS))
	}
	switch n := len(door.Stations); {
	case n == 0:
		door.Empty = "Chưa có đài nào trong danh sách."
	case n > mostSourceStations:
		door.All, door.Stations = address.Stations, nil
	}
	if len(door.Former) > mostSourceStations {
		door.Former = nil
	}
	return door
}

// pieces cuts an address after each part of its path, where a line may end: not at a hyphen, which a reader would take for one of the
// line, nor inside a name.
func pieces(url string) []string {
	scheme, rest, found := strings.Cut(url, "://")
	if !found {
		return strings.SplitAfter(url, "/")
	}
	list := strings.SplitAfter(rest, "/")
	list[0] = scheme + "://" + list[0]
	return list
}

// recentCampaigns are those that end last, or ended last.
func (c *composer) recentCampaigns() []*article.Campaign {
	list := slices.SortedStableFunc(slices.Values(c.Set.Campaigns), func(a, b *article.Campaign) int { return b.Until.Compare(a.Until) })
	return list[:min(len(list), mostSourceCampaigns)]
}

// stationFiles is what lies at the address of a station.
var stationFiles = []Meaning{
	{address.RSS, "bài cần phát ở địa bàn của đài, cả tin báo rút bài"},
	{address.JSONFeed, "cũng những bài ấy, cho phần mềm của nhà cung cấp loa"},
	{address.Podcast, "những bài đã có tiếng; phần mềm phát thanh tự tải tiếng về"},
	{address.Calendar, "lịch phát, thêm vào lịch của điện thoại"},
	{address.Programme, "lịch phát, cho phần mềm"},
	{address.Playlist, "danh sách phát của hôm nay, mở bằng trình nghe nhạc"},
}

func (c *composer) portalDoor(rss Address) PortalDoor {
	door := PortalDoor{RSS: rss, Height: embedHeight}
	recent := c.recentCampaigns()
	for i, e := range c.embedded() {
		if e.campaign != nil && !slices.Contains(recent, e.campaign) {
			continue
		}
		s := Snippet{Name: bind(e.heading), Text: c.embedCode(e)}
		if i == 0 {
			door.Newest, door.Look, door.Title = s, address.Embed(e.channel), c.embedTitle(e)
			continue
		}
		door.Others = append(door.Others, s)
	}
	door.Several = len(door.Others) > 0
	return door
}

// loaFields are the names that items have besides those of the standard formats (FEEDS.md 3.5).
var loaFields = []Meaning{
	{"trang_thai", "dang-phat, dinh-chinh (đã đính chính), thu-hoi (đã rút), het-han (hết hạn, chỉ trong nguồn của tháng cũ), chuyen (đài đã chuyển)"},
	{"loi_doc", "địa chỉ bản đọc bằng chữ, mỗi dòng một câu; trong XML là href, kiểu là type"},
	{"phat_thanh", "bài cần phát trên loa, gồm các phần từ tu đến thoi_luong dưới đây; không có thì bài chỉ để đọc"},
	{"tu, den", "phát từ ngày tu đến hết ngày den"},
	{"uu_tien", "thuong, cao hoặc khan (phát ngay)"},
	{"so_lan", "mấy lần một ngày"},
	{"gio", "giờ nên phát; trong XML cách nhau bằng dấu cách, trong JSON là danh sách"},
	{"dia_ban", "tat-ca, hoặc các địa bàn"},
	{"ngon_ngu", "mã tiếng, ví dụ vi"},
	{"thoi_luong", "dài bao nhiêu giây: của tiếng, chưa có tiếng thì ước theo bản đọc"},
	{"giong", "tiếng do ai đọc: nguoi-doc, hoặc tong-hop (giọng máy)"},
	{"thu_hoi", "rút lúc nào (luc), mã của bài bị rút (ref)"},
	{"dieu_can_nho", "những điều cần nhớ, chỉ trong JSON"},
	{"id, about", "mã bài 8 ký tự và địa chỉ của bảng này, chỉ trong JSON"},
}

// newestMonth is the address of the newest archive of all articles.
func (c *composer) newestMonth() string {
	var newest civil.Date
	for _, a := range c.Set.Articles {
		if day := dayOf(a.Date); day.After(newest) {
			newest = day
		}
	}
	if newest.IsZero() {
		return ""
	}
	return c.Base + address.ChannelMonth(address.AllArticles, newest.Year, newest.Month, address.RSS)
}

// channelAddresses are the addresses of a channel's formats.
func (c *composer) channelAddresses(channel, name string) []Address {
	return []Address{
		{Name: "RSS", Use: "RSS: " + name, URL: c.Base + address.Channel(channel, address.RSS)},
		{Name: "Atom", Use: "Atom: " + name, URL: c.Base + address.Channel(channel, address.Atom)},
		{Name: "JSON", Use: "JSON Feed: " + name, URL: c.Base + address.Channel(channel, address.JSONFeed)},
		{Name: "Podcast", Use: "podcast: " + name, URL: c.Base + address.Channel(channel, address.Podcast)},
	}
}

// compareNames orders names without regard to their marks first, as a reader looks them up.
func compareNames(a, b string) int {
	return cmp.Or(strings.Compare(viet.Fold(a), viet.Fold(b)), strings.Compare(a, b))
}
