package schedule

import (
	"slices"
	"strings"
	"sync"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// The days of a station's documents around the day of the build (FEEDS.md 8.1). Who looks at a telephone at midnight still has the
// day that ends, and who plans a week has it whole.
const (
	DaysBack  = 1
	DaysAhead = 7
)

// Days gives a station's programmes from DaysBack days before a day to DaysAhead after it. All documents and pages of a station take
// theirs from these, so that one run of the planner serves them.
func (p *Planner) Days(station settings.Station, day civil.Date) []Programme {
	return p.Plan(station, day.AddDays(-DaysBack), day.AddDays(DaysAhead))
}

// Outlook is what the documents of a station are made of; [Planner.Outlook] makes it. What it points to is shared with other stations and
// must not be changed.
type Outlook struct {
	Station   settings.Station
	Day       civil.Date  // of the instant
	Days      []Programme // of those of [Planner.Days] on which the station is one
	Withdrawn []*Item     // aimed at the station and taken back, by ID
	Changed   time.Time   // newest change of all items aimed at the station, whatever their days; zero: there is none
	Base      string      // "https://…", no slash at the end
	Host      string      // of the tag authority: it never changes, the base may

	common *common
}

// common is what stations with one plan say with the same bytes, written when the first of them says it: all but their names. Ten
// thousand stations so cost a few documents and their copies.
type common struct {
	events       func() []writtenEvent
	days, tracks func() []byte
}

// commonKey is a run and an instant.
type commonKey struct {
	run *run
	at  int64 // nanoseconds
}

// share gives an outlook what it has in common with those before it.
func (p *Planner) share(o *Outlook, key commonKey) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.commons[key] == nil {
		first := *o
		p.commons[key] = &common{sync.OnceValue(first.writeEvents), sync.OnceValue(first.writeDays), sync.OnceValue(first.writeTracks)}
	}
	o.common = p.commons[key]
}

// Outlook gives what the documents of a station say at an instant. The items of the planner must have their articles, as they are
// known at that instant.
func (p *Planner) Outlook(station settings.Station, at time.Time) Outlook {
	o := Outlook{Station: station, Day: civil.DateOf(at.In(settings.Zone)), Base: p.settings.Site.Base}
	o.Host, _, _ = strings.Cut(p.settings.Site.Authority, ",")
	items := p.aimed(station)
	o.Withdrawn = withdrawn(items)
	for _, item := range items {
		if changed := newest(item.Article, at); changed.After(o.Changed) {
			o.Changed = changed
		}
	}
	programmes, run := p.plan(station, items, o.Day.AddDays(-DaysBack), o.Day.AddDays(DaysAhead))
	for _, programme := range programmes {
		if station.On(programme.Date) {
			o.Days = append(o.Days, programme)
		}
	}
	p.share(&o, commonKey{run, at.UnixNano()})
	return o
}

// Withdrawn gives what is aimed at a station and was taken back, by ID.
func (p *Planner) Withdrawn(station settings.Station) []*Item { return withdrawn(p.aimed(station)) }

func withdrawn(items []*Item) (list []*Item) {
	for _, item := range items {
		if !item.Withdrawn.IsZero() {
			list = append(list, item)
		}
	}
	return list
}

// newest is the latest change of what an article says that has come by at. An instant ahead, as a wrong lastmod gives, is left out: it
// would hide every change until then.
func newest(a *article.Article, at time.Time) time.Time {
	changes := []time.Time{{}, a.Date, a.LastMod}
	for _, c := range a.Corrections {
		changes = append(changes, c.At)
	}
	if a.Withdrawn != nil {
		changes = append(changes, a.Withdrawn.At)
	}
	changes = slices.DeleteFunc(changes, func(t time.Time) bool { return t.After(at) })
	return slices.MaxFunc(changes, time.Time.Compare)
}
