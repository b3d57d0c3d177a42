package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// Planner plans the stations of one office. It is safe for concurrent use.
type Planner struct {
	settings *settings.Settings
	items    []*Item // by ID

	mutex sync.Mutex
	runs  map[string]*run
}

// run is a plan that stations with equal hours and equal items share.
type run struct {
	once sync.Once
	days []*planned
}

// planned is one day of a run.
type planned struct {
	sessions []Session
	urgent   []*Item
	missed   []Unplaced
}

// New makes a planner of all items; those that reach no station are in no plan.
func New(s *settings.Settings, items []Item) *Planner {
	p := &Planner{settings: s, runs: map[string]*run{}}
	for i := range items {
		p.items = append(p.items, &items[i])
	}
	slices.SortFunc(p.items, func(a, b *Item) int { return cmp.Compare(a.ID, b.ID) })
	return p
}

// Plan gives a station's programme of each day from first to last. Days on which the station is none have no sessions.
func (p *Planner) Plan(station settings.Station, first, last civil.Date) []Programme {
	if last.Before(first) {
		return nil
	}
	items := p.aimed(station)
	r := p.run(station, items, first, last)
	r.once.Do(func() { r.days = plan(station, items, first, last) })
	programmes := make([]Programme, len(r.days))
	for n, d := range r.days {
		programmes[n] = Programme{Station: station.Slug, Date: first.AddDays(n), Sessions: d.sessions, Urgent: d.urgent, Unplaced: d.missed}
	}
	return programmes
}

// run gives the shared run of stations that cannot be told apart by a plan.
func (p *Planner) run(station settings.Station, items []*Item, first, last civil.Date) *run {
	var key strings.Builder
	fmt.Fprint(&key, first, last, station.From, station.Until, station.Slots, station.Relays, station.Quiet)
	for _, item := range items {
		key.WriteByte(' ')
		key.WriteString(item.ID)
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	r := p.runs[key.String()]
	if r == nil {
		r = &run{}
		p.runs[key.String()] = r
	}
	return r
}

// aimed gives the items for a station, by ID: for its area or one that went over to it, in one of its languages.
func (p *Planner) aimed(station settings.Station) []*Item {
	day := station.From // the station is one on its first day; whose areas it serves does not depend on the day
	var items []*Item
	for _, item := range p.items {
		if !slices.Contains(station.Languages, cmp.Or(item.Language, "vi")) {
			continue
		}
		reaches := func(area string) bool { return p.settings.Serves(station, area, day) }
		if len(item.Areas) == 0 || slices.ContainsFunc(item.Areas, reaches) {
			items = append(items, item)
		}
	}
	return items
}

// plan plans forward from the first day on which any item may be read, and keeps the days from first to last.
func plan(station settings.Station, items []*Item, first, last civil.Date) []*planned {
	begin := first
	for _, item := range items {
		begin = sooner(begin, later(item.First, station.From))
	}
	read := map[*Item]int{}
	lastRead := map[*Item]civil.Date{}
	days := make([]*planned, 0, last.DaysSince(first)+1)
	for date := begin; !date.After(last); date = date.AddDays(1) {
		result := &planned{}
		if station.On(date) {
			var today []*Item
			for _, item := range items {
				switch {
				case !item.on(date):
				case item.Priority == article.Urgent:
					if item.Withdrawn != date {
						result.urgent = append(result.urgent, item)
					}
				case item.Standing && read[item] > 0 && date.DaysSince(lastRead[item]) < restDays:
				default:
					today = append(today, item)
				}
			}
			d := planDay(station, date, today, func(i *Item) int { return read[i] })
			for item, entries := range d.readings {
				read[item] += len(entries)
				lastRead[item] = date
			}
			result.sessions, result.missed = d.sessions, d.missed
		}
		if !date.Before(first) {
			days = append(days, result)
		}
	}
	return days
}
