package feed

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// former says whether a station is no more on a day. One that is not yet is neither former nor on.
func former(s settings.Station, day civil.Date) bool {
	return !s.Until.IsZero() && !day.Before(s.Until)
}

// areasReaching gives for each area those of which articles reach it: itself and every area whose successors lead to it. The lists
// are sorted. It says for all areas at once what [settings.Settings.Serves] says of one station and one area; a test holds them equal.
func areasReaching(areas []settings.Area) map[string][]string {
	successors := make(map[string][]string, len(areas))
	for _, a := range areas {
		successors[a.Slug] = a.Successors
	}
	reaching := make(map[string][]string, len(areas))
	for _, a := range areas {
		seen := map[string]bool{a.Slug: true}
		for queue := []string{a.Slug}; len(queue) > 0; queue = queue[1:] {
			reaching[queue[0]] = append(reaching[queue[0]], a.Slug)
			for _, next := range successors[queue[0]] {
				if !seen[next] {
					seen[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
	for _, list := range reaching {
		slices.Sort(list)
	}
	return reaching
}

// movedEntry is the one item that the documents of a former station hold for good: where its articles are now.
func (r *renderer) movedEntry(s settings.Station) *entry {
	heirs, moved := heirsOf(s, r.Set.Settings, r.day)
	item := &Item{ID: r.movedTag(s.Slug), Key: s.Slug, About: r.about(), State: Moved, Published: moved, Changed: moved,
		Author: Line(r.Set.Settings.Publisher.Name), Language: "vi"}
	if len(heirs) == 0 {
		item.Title = "Đài này không còn phát"
		item.Summary = fmt.Sprintf("%s không còn phát từ ngày %s.", s.Name, article.DayText(moved))
		item.Link = r.url(address.Station(s.Slug))
	} else {
		var names, feeds []string
		for _, h := range heirs {
			names = append(names, h.Name)
			feeds = append(feeds, r.url(address.StationFile(h.Slug, address.RSS)))
		}
		item.Title = "Đài này đã chuyển về " + strings.Join(names, ", ")
		item.Summary = fmt.Sprintf("%s không còn phát từ ngày %s. Nay lấy bài ở %s", s.Name, article.DayText(startOf(s.Until, moved)), strings.Join(feeds, " và "))
		item.Link = r.url(address.Station(heirs[0].Slug))
	}
	item.Title, item.Summary = Plain(item.Title, longestTitle), Plain(item.Summary, longestSummary)
	return &entry{id: item.ID, changed: moved, make: func() *Item { return item }}
}

// heirsOf follows the successors of a former station to those that are on air on a day, in the order of the settings. moved is when
// the last station on the way ended.
func heirsOf(s settings.Station, all *settings.Settings, day civil.Date) (heirs []settings.Station, moved time.Time) {
	seen := map[string]bool{s.Slug: true}
	for queue := []settings.Station{s}; len(queue) > 0; queue = queue[1:] {
		if queue[0].On(day) {
			heirs = append(heirs, queue[0])
			continue
		}
		if until := startOf(queue[0].Until, moved); until.After(moved) && former(queue[0], day) {
			moved = until
		}
		for _, slug := range queue[0].Successors {
			if next, known := all.Station(slug); known && !seen[slug] {
				seen[slug] = true
				queue = append(queue, next)
			}
		}
	}
	return heirs, moved
}
