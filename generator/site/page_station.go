package site

import (
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// daysShown is how many days a station's page has, the day itself among them.
const daysShown = 7

// StationPage is the value of a station: what it reads on the day and on the six days ahead.
type StationPage struct {
	Frame
	Path      []Link
	Heading   string
	Facts     []Fact
	Notices   []Notice
	Heirs     []Action // ways to the stations that take over
	Clock     *Clock   // nil when the station has no day to show
	Days      []DayLink
	Urgent    *Urgent   // to be read at once
	Taken     *Taken    // not to be aired on the day; nil when there is nothing
	Upcoming  *Upcoming // nil when none of the days has an article
	Programme *Day      // of the day; nil when the station is none
	Actions   []Action
	Ahead     []Day
	Feeds     *FeedBox // nil when the station has none on the day
}

// DayLink is a way to the section of a day.
type DayLink struct {
	Name, Date, Address string
	Weekday             string
	Today               bool
}

// Clock says of which day the page is, and what to tell who looks at it on another one.
type Clock struct {
	Station, Name      string // slug and name of the station
	Made               string // "2023-04-25"
	Lead               string // "Chương trình thứ Ba, ngày 25/4/2023"; "" when the station is none yet
	Stale, Over, Early []Notice
	Lost               []Notice // when the browser keeps no marks
	Reload             []Action
}

// Upcoming is the first article of the day. Hidden: the day has none, a day ahead has.
type Upcoming struct {
	Entry
	Hidden bool
}

// technologies says how a station is heard.
var technologies = map[settings.Technology]string{
	settings.Wired: "Loa có dây", settings.FM: "Loa thu sóng FM", settings.IP: "Loa nối mạng",
}

func (c *composer) station(s settings.Station) Page {
	here := address.Station(s.Slug)
	title, description := s.Name, "Chương trình hôm nay và những ngày tới của "+s.Name+"."
	if c.former(s) { // the station that took its place may have its name
		title += ", đến hết " + inDate(s.Until.AddDays(-1))
		description = c.fate(s)
	}
	f := c.frame(here, title, description)
	v := StationPage{
		Path:    []Link{{Name: "Trang chủ", Address: address.Home}, {Name: stationsTitle, Address: address.Stations}},
		Heading: s.Name,
		Facts:   c.stationFacts(s),
	}
	c.tellFate(s, &v)
	days := c.daysOn(s)
	if s.On(c.day) {
		f.Icons = append(f.Icons, "i-in", "i-luu")
		f.use(c.Code, "chep", "in")
		f.Alternates = []Alternate{
			{Type: "application/rss+xml", Title: s.Name + " (RSS)", Address: address.StationFile(s.Slug, address.RSS)},
			{Type: "application/rss+xml", Title: s.Name + " (podcast)", Address: address.StationFile(s.Slug, address.Podcast)},
			{Type: "application/feed+json", Title: s.Name + " (JSON Feed)", Address: address.StationFile(s.Slug, address.JSONFeed)},
		}
		v.Actions = c.takeaway(s)
		v.Feeds = &FeedBox{Feeds: append(c.stationFeeds(s), c.stationCalendars(s)...), More: address.Sources}
	}
	for _, p := range days {
		d := c.programmeDay(p)
		if p.Date == c.day {
			c.today(s, p, d, &v)
		} else {
			v.Ahead = append(v.Ahead, d)
		}
		if v.Upcoming == nil && opening(d.Sessions) != nil {
			v.Upcoming = &Upcoming{Hidden: true}
		}
		v.Days = append(v.Days, c.dayLink(p.Date, d.Key))
	}
	if len(days) > 0 {
		v.Clock = c.clock(s, days[len(days)-1].Date)
		f.use(c.Code, "dai-ngay", "dai-sap", "dai-phat", "dai-nhat-ky", "nghe-thu")
	}
	if len(v.Days) < 2 {
		v.Days = nil
	}
	v.Frame = f
	return Page{Address: here, Layout: "dai", Title: title, Value: v}
}

// today fills in what only the day itself has: what is urgent stands at the top of the page, the station's own words stand around each
// session, and what found no room says why.
func (c *composer) today(s settings.Station, p schedule.Programme, d Day, v *StationPage) {
	if v.Urgent, d.Urgent = d.Urgent, nil; v.Urgent != nil {
		v.Urgent.Inside, v.Urgent.Day = false, d.ISO
	}
	v.Taken = c.taken(p, c.withdrawn(s), "h_khong-phat")
	if first := opening(d.Sessions); first != nil {
		v.Upcoming = &Upcoming{Entry: *first}
	} else if len(d.Sessions) > 0 && v.Urgent == nil {
		d.Empty = "Hôm nay không có bài nào cần đọc; đài phát chương trình của mình."
	}
	d.Sessions = greet(d.Sessions, p.Sessions, c.Set.Settings.Greeting, s.Name, c.day)
	var waiting int
	if d.Unread, waiting = c.unread(p); waiting > 0 {
		d.Waiting = fmt.Sprintf("Còn %s không hẹn ngày, chờ đến lượt trong những ngày sau.", countOf(waiting))
	}
	v.Programme = &d
}

// clock is what the script needs to put the page right for another day than its own, up to the last that it has. The notices are those
// that only it can show.
func (c *composer) clock(s settings.Station, last civil.Date) *Clock {
	made := inDate(c.day)
	k := &Clock{Station: s.Slug, Name: s.Name, Made: c.day.String(),
		Stale: []Notice{{Title: "Trang này lập " + made, Text: "Bài có thể đã đổi hay đã rút từ hôm đó. Có mạng thì mở bản hôm nay trước khi phát."}},
		Over: []Notice{{Title: "Trang này cũ rồi: lập " + made + ", chỉ đến hết " + inDate(last), Grave: true,
			Text: "Không phát theo trang này. Có mạng thì mở bản hôm nay; không có mạng thì gọi hỏi trung tâm."}},
		Early:  []Notice{{Title: "Máy này đang để ngày trước " + made, Text: "Xem lại ngày giờ của máy."}},
		Lost:   []Notice{{Title: "Máy này không cho giữ dấu “Đã phát”", Text: "Dấu chỉ còn đến khi đóng trang. Chép nhật ký trước khi đóng."}},
		Reload: []Action{{Name: "Mở bản hôm nay", Address: address.Station(s.Slug), Primary: true}},
	}
	if s.On(c.day) {
		k.Lead = "Chương trình " + lower(dayInWords(c.day))
	}
	return k
}

// dayLink names a day among its neighbours: "Hôm nay" and "25/4", "Thứ Năm" and "27/4".
func (c *composer) dayLink(d civil.Date, anchor string) DayLink {
	name := weekday(d)
	switch d.DaysSince(c.day) {
	case 0:
		name = "Hôm nay"
	case 1:
		name = "Ngày mai"
	}
	date := shortDate(d)
	return DayLink{Name: name, Date: date[:strings.LastIndexByte(date, '/')], Address: "#" + anchor, Weekday: weekday(d), Today: d == c.day}
}

// stationFacts are the kind of a station and its ground, with the old names of its parts that people still use.
func (c *composer) stationFacts(s settings.Station) []Fact {
	var facts []Fact
	if words := technologies[s.Technology]; words != "" {
		facts = append(facts, Fact{Text: words})
	}
	if area, known := c.Set.Settings.Area(s.Area); known {
		ground := "Địa bàn: " + area.Name
		if parts := c.areaNames(area.Includes); len(parts) > 0 {
			ground += ", gồm " + enumerate(parts) + " trước đây"
		}
		facts = append(facts, Fact{Text: ground})
	}
	return facts
}

func (c *composer) areaNames(slugs []string) []string {
	var names []string
	for _, slug := range slugs {
		if a, known := c.Set.Settings.Area(slug); known {
			names = append(names, a.Name)
		}
	}
	return names
}

// tellFate says that a station is no more, ends within the days shown, or has yet to begin, and who takes over.
func (c *composer) tellFate(s settings.Station, v *StationPage) {
	var heirs []settings.Station
	var n Notice
	last := c.day.AddDays(daysShown - 1)
	switch {
	case c.former(s):
		heirs = c.heirs(s, c.day)
		n.Title = "Đài này không còn từ " + inDate(s.Until)
		if len(heirs) > 0 {
			n.Text = "Địa bàn cũ nay nghe " + enumerate(heirNames(s, heirs)) + "."
		}
	case s.On(c.day) && !s.Until.IsZero() && !s.Until.After(last):
		heirs = c.heirs(s, s.Until)
		n.Title = "Đài này chỉ còn đến hết " + inDate(s.Until.AddDays(-1))
		if len(heirs) > 0 {
			n.Text = "Từ " + inDate(s.Until) + " là " + enumerate(heirNames(s, heirs)) + "."
		}
	case !s.On(c.day):
		n.Title = "Đài này hoạt động từ " + inDate(s.From)
	default:
		return
	}
	v.Notices = []Notice{n}
	names := heirNames(s, heirs)
	for i, h := range heirs {
		if c.hasPage(h) {
			v.Heirs = append(v.Heirs, Action{Name: "Mở trang " + names[i], Address: address.Station(h.Slug), Primary: len(v.Heirs) == 0})
		}
	}
}

// heirNames names the stations that took the place of one. Communes have been made under the name of one of their parts.
func heirNames(s settings.Station, heirs []settings.Station) []string {
	names := make([]string, len(heirs))
	for i, h := range heirs {
		if names[i] = h.Name; h.Name == s.Name {
			names[i] += " mới"
		}
	}
	return names
}

// former says whether a station is no more.
func (c *composer) former(s settings.Station) bool {
	return !s.Until.IsZero() && !c.day.Before(s.Until)
}

// hasPage says whether a station has a page: it is one, was one, or begins within the days shown.
func (c *composer) hasPage(s settings.Station) bool {
	return c.former(s) || !s.From.After(c.day.AddDays(daysShown-1))
}

// heirs follows the successors of a station to those that are on air on a day, in the order of the settings.
func (c *composer) heirs(s settings.Station, day civil.Date) []settings.Station {
	var list []settings.Station
	seen := []string{s.Slug}
	for queue := slices.Clone(s.Successors); len(queue) > 0; queue = queue[1:] {
		next, known := c.Set.Settings.Station(queue[0])
		if !known || slices.Contains(seen, next.Slug) {
			continue
		}
		seen = append(seen, next.Slug)
		if next.On(day) {
			list = append(list, next)
		} else {
			queue = append(queue, next.Successors...)
		}
	}
	return list
}

// week gives a station's programmes of the days shown, planned once for all pages.
func (c *composer) week(s settings.Station) []schedule.Programme {
	if c.Planner == nil || c.former(s) {
		return nil
	}
	week, planned := c.weeks[s.Slug]
	if !planned {
		week = c.Planner.Days(s, c.day)[schedule.DaysBack:][:daysShown] // the run that the station's calendar takes too
		c.weeks[s.Slug] = week
	}
	return week
}

// daysOn gives those of a station's days on which it is one.
func (c *composer) daysOn(s settings.Station) []schedule.Programme {
	return slices.DeleteFunc(slices.Clone(c.week(s)), func(p schedule.Programme) bool { return !s.On(p.Date) })
}

// stationFeeds are the addresses of a station's formats.
func (c *composer) stationFeeds(s settings.Station) []Address {
	return []Address{
		{Name: "RSS", Use: "RSS của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.RSS)},
		{Name: "JSON", Use: "JSON Feed của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.JSONFeed)},
		{Name: "Podcast", Use: "podcast của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.Podcast)},
	}
}

// stationCalendars are the addresses of a station's programme, to subscribe to.
func (c *composer) stationCalendars(s settings.Station) []Address {
	return []Address{
		{Name: "Lịch", Use: "lịch phát của " + s.Name + " cho điện thoại", URL: c.Base + address.StationFile(s.Slug, address.Calendar)},
		{Name: "Lịch JSON", Use: "lịch phát của " + s.Name + " cho máy", URL: c.Base + address.StationFile(s.Slug, address.Programme)},
		{Name: "Danh sách phát", Use: "danh sách phát của " + s.Name, URL: c.Base + address.StationFile(s.Slug, address.Playlist)},
	}
}
