package feed

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// Archives (RFC 5005 section 4). Beside its live document a portal channel has a document for each month: what was dated in it, for
// good. The date of an article is fixed, so no item ever moves from one to another. Live document and archives together are the whole
// record; an item may stand in both, and readers join by id.

// month is the archive of a channel for one month.
type month struct {
	day     civil.Date // first day
	entries []*entry
	begun   time.Time // date of its first article: from then on there is the archive
	updated time.Time
}

// monthOf is the first day of the month of an instant in the zone of the stations.
func monthOf(t time.Time) civil.Date {
	day := civil.DateOf(t.In(settings.Zone))
	day.Day = 1
	return day
}

// recorded is the latest instant at which what the archives say of an article became something else. They hold it for ever, so the
// end of the days of a withdrawal is none.
func recorded(a *article.Article, at time.Time) time.Time {
	t := changed(a, at)
	if !a.Expires.IsZero() {
		t = latest(at, t, a.Expires)
	}
	return t
}

// record takes an article into the archive of its month.
func (l *list) record(a *article.Article, e *entry, at time.Time) {
	day := monthOf(a.Date)
	m := l.months[day]
	if m == nil {
		m = &month{day: day, begun: a.Date}
		if l.months == nil {
			l.months = map[civil.Date]*month{}
		}
		l.months[day] = m
	}
	m.entries = append(m.entries, e)
	if a.Date.Before(m.begun) {
		m.begun = a.Date
	}
	if t := recorded(a, at); t.After(m.updated) {
		m.updated = t
	}
}

// archives are the months of a list from the oldest to the newest, in the order and with the instants of their documents. A month's
// document changes once more when the next one begins: then it gets a link to it.
func (l *list) archives() []*month {
	months := slices.SortedFunc(maps.Values(l.months), func(a, b *month) int { return a.day.Compare(b.day) })
	for i, m := range months {
		slices.SortFunc(m.entries, newestFirst)
		if i+1 < len(months) && months[i+1].begun.After(m.updated) {
			m.updated = months[i+1].begun
		}
	}
	return months
}

// missing gives the number of months up to the newest one that holds an item which the live document does not: what readers of that
// document have to look up. 0: it says everything.
func missing(months []*month, live []*entry) int {
	in := make(map[*entry]bool, len(live))
	for _, e := range live {
		in[e] = true
	}
	n := len(months)
	for n > 0 && !slices.ContainsFunc(months[n-1].entries, func(e *entry) bool { return !in[e] }) {
		n--
	}
	return n
}

// relation is a link of a document to itself or to another document of its channel in the same format.
type relation struct{ name, address string }

// The relations of RFC 4287 and RFC 5005.
const (
	toSelf     = "self"
	toLive     = "current"
	toPrevious = "prev-archive"
	toNext     = "next-archive"
)

// liveLinks are those of a live document of a channel, with months before it to be looked up.
func (r *renderer) liveLinks(c Channel, file string, months []*month) []relation {
	links := []relation{{toSelf, r.url(c.live(file))}}
	if n := len(months); n > 0 {
		links = append(links, relation{toPrevious, r.url(c.archive(months[n-1], file))})
	}
	return links
}

// archiveLinks are those of the i-th of the months of a channel.
func (r *renderer) archiveLinks(c Channel, file string, months []*month, i int) []relation {
	links := []relation{{toSelf, r.url(c.archive(months[i], file))}, {toLive, r.url(c.live(file))}}
	if i > 0 {
		links = append(links, relation{toPrevious, r.url(c.archive(months[i-1], file))})
	}
	if i+1 < len(months) {
		links = append(links, relation{toNext, r.url(c.archive(months[i+1], file))})
	}
	return links
}

// archive is the address of a document of a month.
func (c Channel) archive(m *month, file string) string {
	return address.ChannelMonth(c.Slug, m.day.Year, m.day.Month, file)
}

// ofMonth is the head of the archive of a month. Nobody polls it, so it does not say how often.
func (h head) ofMonth(m *month) head {
	h.archive, h.urgent, h.updated = true, false, m.updated
	h.Title += fmt.Sprintf(", tháng %d/%d", m.day.Month, m.day.Year)
	return h
}
