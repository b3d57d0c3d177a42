package schedule

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// Planner plans the stations of one office. It is safe for concurrent use.
type Planner struct {
	settings *settings.Settings
	items    []*Item          // by ID, as the office's own announcer reads them
	all      []int            // items for every area, by their number
	aimedAt  map[string][]int // items for some areas, by the area of the stations that they reach

	mutex   sync.Mutex
	rates   map[int][]*Item // items as announcers of another rate read them
	runs    map[string]*run
	commons map[commonKey]*common
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
	p := &Planner{settings: s, aimedAt: map[string][]int{}, rates: map[int][]*Item{}, runs: map[string]*run{}, commons: map[commonKey]*common{}}
	for i := range items {
		p.items = append(p.items, &items[i])
	}
	slices.SortFunc(p.items, func(a, b *Item) int { return cmp.Compare(a.ID, b.ID) })
	for n, item := range p.items {
		if len(item.Areas) == 0 {
			p.all = append(p.all, n)
		}
		for area := range reached(s, item.Areas) {
			p.aimedAt[area] = append(p.aimedAt[area], n)
		}
	}
	return p
}

// reached gives areas with all that they went over to, by one step or several: an item for a commune of before a merger reaches the
// station of the new one, and never the other way round. It says at once what [settings.Settings.Serves] says of one station and one
// area; a test holds them equal.
func reached(s *settings.Settings, areas []string) map[string]bool {
	found := make(map[string]bool, len(areas))
	for queue := slices.Clone(areas); len(queue) > 0; queue = queue[1:] {
		if !found[queue[0]] {
			found[queue[0]] = true
			area, _ := s.Area(queue[0])
			queue = append(queue, area.Successors...)
		}
	}
	return found
}

// Plan gives a station's programme of each day from first to last. Days on which the station is none have no sessions.
func (p *Planner) Plan(station settings.Station, first, last civil.Date) []Programme {
	if last.Before(first) {
		return nil
	}
	programmes, _ := p.plan(station, p.aimed(station), first, last)
	return programmes
}

// plan gives the programmes of a station, and the run from which they are.
func (p *Planner) plan(station settings.Station, items []*Item, first, last civil.Date) ([]Programme, *run) {
	r := p.run(station, items, first, last)
	r.once.Do(func() { r.days = plan(station, items, first, last) })
	programmes := make([]Programme, len(r.days))
	for n, d := range r.days {
		programmes[n] = Programme{Station: station.Slug, Date: first.AddDays(n), Sessions: d.sessions, Urgent: d.urgent, Unplaced: d.missed}
	}
	return programmes, r
}

// run gives the shared run of stations that cannot be told apart by a plan.
func (p *Planner) run(station settings.Station, items []*Item, first, last civil.Date) *run {
	key := p.key(station, items) + first.String() + last.String()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	r := p.runs[key]
	if r == nil {
		r = &run{}
		p.runs[key] = r
	}
	return r
}

// key is what a plan depends on besides its days: hours, life and announcer of a station, and the items for it.
func (p *Planner) key(station settings.Station, items []*Item) string {
	key := strconv.AppendInt(nil, int64(p.rate(station)), 10)
	key = airTime(key, station)
	for _, item := range items {
		key = append(append(key, ' '), item.ID...)
	}
	return string(key)
}

// airTime adds the life and the hours of a station to a key.
func airTime(key []byte, station settings.Station) []byte {
	numbers := func(list ...int) {
		for _, n := range list {
			key = strconv.AppendInt(append(key, ' '), int64(n), 10)
		}
	}
	day := func(d civil.Date) { numbers(d.Year, int(d.Month), d.Day) }
	day(station.From)
	day(station.Until)
	numbers(len(station.Slots), len(station.Relays), len(station.Quiet))
	for _, s := range station.Slots {
		key = strconv.AppendQuote(key, s.Name)
		numbers(int(s.Start), int(s.End), int(s.Most))
	}
	for _, r := range station.Relays {
		key = strconv.AppendQuote(key, r.Name)
		numbers(int(r.Start), int(r.End), len(r.Weekdays))
		for _, w := range r.Weekdays {
			numbers(int(w))
		}
		day(r.Until)
	}
	for _, q := range station.Quiet {
		numbers(int(q.Start), int(q.End))
	}
	return key
}

// rate is the rate of a station's announcer, 0 when it is the office's.
func (p *Planner) rate(station settings.Station) int {
	if station.Rate == p.settings.Reading.Rate {
		return 0
	}
	return station.Rate
}

// aimed gives the items for a station, by ID, as its announcer reads them: for its area or one that went over to it, in one of its
// languages.
func (p *Planner) aimed(station settings.Station) []*Item {
	items := p.readAt(p.rate(station))
	numbers := slices.Concat(p.all, p.aimedAt[station.Area])
	slices.Sort(numbers)
	aimed := make([]*Item, 0, len(numbers))
	for _, n := range numbers {
		if slices.Contains(station.Languages, cmp.Or(items[n].Language, "vi")) {
			aimed = append(aimed, items[n])
		}
	}
	return aimed
}

// readAt gives all items as announcers of a rate read them.
func (p *Planner) readAt(rate int) []*Item {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if rate == 0 {
		return p.items
	}
	if p.rates[rate] == nil {
		for _, item := range p.items {
			p.rates[rate] = append(p.rates[rate], item.at(rate))
		}
	}
	return p.rates[rate]
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
