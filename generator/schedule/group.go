package schedule

import (
	"cmp"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// group is stations that a plan cannot tell apart.
type group struct {
	station settings.Station // the first of them
	others  int
	items   []*Item
	hours   *hours
}

// hours are the air time that groups share, with the longest room of their days: what a reading could take if the day were empty.
type hours struct {
	station settings.Station
	rooms   map[civil.Date]time.Duration
}

// groups gathers the stations that are one on a day or later, in the order of the settings.
func (p *Planner) groups(day civil.Date) []*group {
	var list []*group
	known, shared := map[string]*group{}, map[string]*hours{}
	for _, s := range p.settings.Stations {
		if !s.Until.IsZero() && !day.Before(s.Until) {
			continue
		}
		items := p.aimed(s)
		key := p.key(s, items)
		if g := known[key]; g != nil {
			g.others++
			continue
		}
		air := string(airTime(nil, s))
		if shared[air] == nil {
			shared[air] = &hours{s, map[civil.Date]time.Duration{}}
		}
		known[key] = &group{station: s, items: items, hours: shared[air]}
		list = append(list, known[key])
	}
	return list
}

// on says whether the stations are on one of the days.
func (g *group) on(first, last civil.Date) bool {
	s := g.station
	return !last.Before(later(first, s.From)) && (s.Until.IsZero() || first.Before(s.Until))
}

// room is the longest reading that an empty day could take; 0 when nothing of ours is on the air.
func (h *hours) room(day civil.Date) time.Duration {
	room, known := h.rooms[day]
	if !known && h.station.On(day) {
		sessions := sessionsOf(h.station, day)
		for _, s := range stretchesOf(sessions, h.station.Quiet) {
			room = max(room, min(s.end-s.start, sessions[s.session].Most))
		}
	}
	h.rooms[day] = room
	return room
}

// longest is the longest room of several days.
func (h *hours) longest(first, last civil.Date) time.Duration {
	var longest time.Duration
	for day := first; !day.After(last); day = day.AddDays(1) {
		longest = max(longest, h.room(day))
	}
	return longest
}

// missed is an item that a group of stations reads on no day, why not on the first of those that are judged, and the last of them.
type missed struct {
	item        *Item
	first, last civil.Date
	why         Unplaced
}

// missed plans the days that are judged, and gives the items that are read on none and were read on none before, by ID. A standing
// item waits for its turn, and is missed only where it never fits.
func (g *group) missed(day civil.Date) (list []missed) {
	var final []*Item
	open := map[*Item]bool{}
	end := day
	for _, item := range g.items {
		if item.Article.Draft {
			continue
		}
		final = append(final, item)
		first, last := item.judged(day)
		switch {
		case item.Priority == article.Urgent, !item.Withdrawn.IsZero(), last.Before(first):
		case item.Standing:
			if room := g.hours.longest(first, last); room > 0 && room < item.Length {
				list = append(list, missed{item, first, last, Unplaced{Item: item, Reason: TooLong, Room: room}})
			}
		default:
			open[item] = true
			end = later(end, last)
		}
	}
	if len(open) == 0 {
		return list
	}
	begin := day
	for item := range open {
		begin = sooner(begin, item.First)
	}
	why := map[*Item]*missed{}
	for n, d := range plan(g.station, final, begin, sooner(end, day.AddDays(daysJudged))) {
		date := begin.AddDays(n)
		for _, s := range d.sessions {
			for _, e := range s.Entries {
				delete(open, e.Item)
			}
		}
		for _, u := range d.missed {
			if m := why[u.Item]; m != nil {
				m.last = date
			} else if !date.Before(day) {
				why[u.Item] = &missed{u.Item, date, date, u}
			}
		}
	}
	for item := range open {
		if m := why[item]; m != nil {
			list = append(list, *m)
		}
	}
	slices.SortFunc(list, func(a, b missed) int { return cmp.Compare(a.item.ID, b.item.ID) })
	return list
}
