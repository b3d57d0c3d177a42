package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

// stationsTitle is what the pages of the stations are called in links.
const stationsTitle = "Lịch phát thanh"

// StationListPage is the value of the list of stations.
type StationListPage struct {
	Frame
	Path    []Link
	Heading string
	Lead    string
	Parts   []StationPart
	Empty   string
}

// StationPart is the stations that are on air, those that begin within days, or those that are no more. Key is its anchor.
type StationPart struct {
	Key, Title string
	Groups     []StationGroup
	Quiet      bool // those that are no more
}

// StationGroup is the stations of one area. Area is empty when the name of its one station says it already.
type StationGroup struct {
	Area     string
	Stations []Station
}

// Station is a station in a list. Note says what it reads on the day, or what became of it.
type Station struct {
	Name    string
	Address string // of its page
	Note    string
}

func (c *composer) stationList() Page {
	f := c.frame(address.Stations, stationsTitle, "Chương trình bảy ngày của từng đài truyền thanh.")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	v := StationListPage{
		Frame:   f,
		Path:    []Link{{Name: "Trang chủ", Address: address.Home}},
		Heading: stationsTitle,
		Lead:    "Mỗi đài đọc bài nào, lúc mấy giờ, hôm nay và những ngày tới.",
	}
	lists := c.stations()
	for _, part := range []StationPart{
		{Key: "dang-phat", Title: "Hôm nay, " + lower(dayInWords(c.day)), Groups: lists.onAir},
		{Key: "sap-phat", Title: "Đài sắp hoạt động", Groups: lists.coming},
		{Key: "da-chuyen", Title: "Đài đã chuyển", Groups: []StationGroup{{Stations: lists.former}}, Quiet: true},
	} {
		if len(part.Groups) > 0 && len(part.Groups[0].Stations) > 0 {
			v.Parts = append(v.Parts, part)
		}
	}
	if len(v.Parts) == 0 {
		v.Empty = "Chưa có đài nào trong danh sách."
	}
	return Page{Address: address.Stations, Layout: "cac-dai", Title: stationsTitle, Value: v}
}

// stationLists is the stations that have a page, by what they are on the day.
type stationLists struct {
	onAir, coming []StationGroup
	former        []Station
}

// stations sorts the stations that have a page: those of the day and those to come by their areas, those that ended by their names.
func (c *composer) stations() stationLists {
	var lists stationLists
	onAir, coming := map[string][]Station{}, map[string][]Station{}
	for _, s := range c.Set.Settings.Stations {
		station := Station{Name: s.Name, Address: address.Station(s.Slug)}
		switch {
		case s.On(c.day):
			station.Note = agenda(c.week(s))
			onAir[s.Area] = append(onAir[s.Area], station)
		case c.former(s):
			station.Note = c.fate(s)
			lists.former = append(lists.former, station)
		case c.hasPage(s):
			station.Note = "Từ " + inDate(s.From)
			coming[s.Area] = append(coming[s.Area], station)
		}
	}
	lists.onAir, lists.coming = c.groups(onAir), c.groups(coming)
	slices.SortStableFunc(lists.former, func(a, b Station) int { return compareNames(a.Name, b.Name) })
	return lists
}

// groups puts stations under the names of their areas.
func (c *composer) groups(byArea map[string][]Station) []StationGroup {
	var list []StationGroup
	for _, slug := range slices.Sorted(maps.Keys(byArea)) { // two areas may have one name
		name := slug
		if area, known := c.Set.Settings.Area(slug); known {
			name = area.Name
		}
		list = append(list, StationGroup{Area: capital(name), Stations: byArea[slug]})
	}
	slices.SortStableFunc(list, func(a, b StationGroup) int { return compareNames(a.Area, b.Area) })
	for i, group := range list {
		if len(group.Stations) == 1 && strings.HasSuffix(viet.Fold(group.Stations[0].Name), viet.Fold(group.Area)) {
			list[i].Area = ""
		}
	}
	return list
}

// agenda says how much of ours a station reads on the first of the days.
func agenda(week []schedule.Programme) string {
	if len(week) == 0 {
		return ""
	}
	var length time.Duration
	items := map[*schedule.Item]bool{}
	for _, s := range week[0].Sessions {
		for _, e := range s.Entries {
			if e.Item != nil && !e.Struck {
				items[e.Item] = true
				length += e.Length
			}
		}
	}
	switch urgent := len(week[0].Urgent); {
	case urgent > 0:
		return fmt.Sprintf("Hôm nay %s khẩn, phát ngay", countOf(urgent))
	case len(items) == 0:
		return "Hôm nay không có bài"
	}
	return fmt.Sprintf("Hôm nay %s, %s", countOf(len(items)), spokenLength(length))
}

// fate says since when a station is no more, and which took its place.
func (c *composer) fate(s settings.Station) string {
	notes := []string{"Không còn từ " + inDate(s.Until)}
	for _, name := range heirNames(s, c.heirs(s, c.day)) {
		notes = append(notes, "nay là "+name)
	}
	return strings.Join(notes, "; ") + "."
}
