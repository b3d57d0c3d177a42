package schedule

import (
	"cmp"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// day is the plan of one day while it is made.
type day struct {
	sessions []Session
	whole    []stretch // free before anything was placed
	free     []stretch // in order of time
	readings map[*Item][]Entry
	missed   []Unplaced
}

// planDay places the readings of a day. before says how often an item was read on earlier days.
func planDay(station settings.Station, date civil.Date, items []*Item, before func(*Item) int) *day {
	d := &day{sessions: sessionsOf(station, date), readings: map[*Item][]Entry{}}
	d.free = stretchesOf(d.sessions, station.Quiet)
	d.whole = slices.Clone(d.free)
	dated, standing := queue(items, before)
	for reading := 1; reading <= rounds; reading++ {
		for _, item := range dated {
			if item.PerDay >= reading {
				d.read(item, reading, date)
			}
		}
	}
	for _, item := range standing {
		d.read(item, 1, date)
	}
	d.explain()
	for n := range d.sessions {
		slices.SortStableFunc(d.sessions[n].Entries, func(a, b Entry) int { return cmp.Compare(a.At, b.At) })
	}
	return d
}

// queue orders the items of a day: those of a window before standing ones, high priority first, then what was read least, then by ID.
func queue(items []*Item, before func(*Item) int) (dated, standing []*Item) {
	for _, item := range items {
		if item.Standing {
			standing = append(standing, item)
		} else {
			dated = append(dated, item)
		}
	}
	order := func(a, b *Item) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(before(a), before(b)), cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(dated, order)
	slices.SortFunc(standing, order)
	return dated, standing
}

func rank(i *Item) int {
	if i.Priority == article.High {
		return 0
	}
	return 1
}

// read places one reading of an item, or notes that it has no place.
func (d *day) read(item *Item, reading int, date civil.Date) {
	wish, wished := time.Duration(0), reading <= len(item.Wishes)
	if wished {
		wish = minutes(item.Wishes[reading-1])
	}
	best, found := place{}, false
	for n, s := range d.free {
		session := &d.sessions[s.session]
		if session.Used+item.Length > session.Most {
			continue
		}
		at, ok := nearest(d.starts(item, s), wish)
		if !ok {
			continue
		}
		p := place{stretch: n, at: at}
		if wished {
			p.cost = [2]time.Duration{(at - wish).Abs()}
		} else {
			p.cost = [2]time.Duration{time.Duration(d.readingsIn(item, s.session)), session.Used}
		}
		if !found || p.before(best) {
			best, found = p, true
		}
	}
	if !found {
		d.missed = append(d.missed, Unplaced{Item: item, Reading: reading})
		return
	}
	d.put(best, Entry{At: best.at, Length: item.Length, Item: item, Reading: reading, Of: item.readings(), Wish: wish,
		Moved: wished && (best.at-wish).Abs() > wishDrift, Struck: item.Withdrawn == date})
}

// place is where a reading may go.
type place struct {
	stretch int
	at      time.Duration
	cost    [2]time.Duration
}

func (p place) before(q place) bool {
	return cmp.Or(cmp.Compare(p.cost[0], q.cost[0]), cmp.Compare(p.cost[1], q.cost[1]), cmp.Compare(p.at, q.at)) < 0
}

// starts gives the times at which an item may begin in a stretch, as closed intervals in order.
func (d *day) starts(item *Item, s stretch) []stretch {
	if s.end-s.start < item.Length {
		return nil
	}
	allowed := []stretch{{s.session, s.start, s.end - item.Length}}
	for _, other := range d.readings[item] {
		allowed = outside(allowed, other.At-apart, other.At+apart)
	}
	return allowed
}

// outside takes the open interval between from and to out of closed ones.
func outside(intervals []stretch, from, to time.Duration) []stretch {
	var left []stretch
	for _, i := range intervals {
		if i.start <= from {
			left = append(left, stretch{i.session, i.start, min(i.end, from)})
		}
		if i.end >= to {
			left = append(left, stretch{i.session, max(i.start, to), i.end})
		}
	}
	return left
}

// nearest gives the time in the intervals that is nearest to a wish, the earlier of two; no wish is midnight.
func nearest(intervals []stretch, wish time.Duration) (at time.Duration, ok bool) {
	for _, i := range intervals {
		t := min(max(wish, i.start), i.end)
		if !ok || (t-wish).Abs() < (at-wish).Abs() {
			at, ok = t, true
		}
	}
	return at, ok
}

func (d *day) readingsIn(item *Item, session int) int {
	n := 0
	for _, e := range d.readings[item] {
		if s := d.sessions[session]; e.At >= s.Start && e.At < s.End {
			n++
		}
	}
	return n
}

// put takes the time of an entry out of its stretch and charges its session.
func (d *day) put(p place, e Entry) {
	s := d.free[p.stretch]
	d.free = slices.Replace(d.free, p.stretch, p.stretch+1, without([]stretch{s}, e.At, e.At+e.Length)...)
	d.sessions[s.session].Used += e.Length
	d.sessions[s.session].Entries = append(d.sessions[s.session].Entries, e)
	d.readings[e.Item] = append(d.readings[e.Item], e)
}
