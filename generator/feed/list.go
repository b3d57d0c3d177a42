package feed

import (
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// list is the items of a channel in the order of documents, and the latest instant at which the channel became another one.
type list struct {
	entries  []*entry
	sounding []*entry // those of the entries that have a sound: the items of the podcast
	updated  time.Time
	months   map[civil.Date]*month // of a portal channel: its archives by their first day
}

// put adds items.
func (l *list) put(entries []*entry) {
	l.entries = append(l.entries, entries...)
	for _, e := range entries {
		if e.sounds {
			l.sounding = append(l.sounding, e)
		}
	}
}

// sort puts the items in the order of documents.
func (l *list) sort() {
	slices.SortFunc(l.entries, newestFirst)
	slices.SortFunc(l.sounding, newestFirst)
}

// lists is the items of all channels by what they gather. Articles are gone through once; the list of a station is put together from
// those of the areas that it serves, so the cost does not grow with stations times articles.
type lists struct {
	r      *renderer
	by     map[key]*list
	serves map[string][]string // area of a station → areas of which articles reach it, by slug
}

// key is the slug of a portal channel or, with Station, of an area: "" is all areas.
type key struct {
	kind Kind
	slug string
}

func (r *renderer) lists() *lists {
	l := &lists{r: r, by: map[key]*list{}, serves: areasReaching(r.Set.Settings.Areas)}
	for _, a := range r.Set.Articles {
		l.take(a)
	}
	for _, one := range l.by {
		one.sort()
	}
	return l
}

// take puts an article into the lists that it belongs to. One that is listed no more still says when they changed, and stays in the
// archives.
func (l *lists) take(a *article.Article) {
	at := l.r.At
	e := l.r.articleEntry(a)
	var portal, station []*entry
	if listed(a, at) {
		portal = []*entry{e}
		station = portal
		if a.WithdrawnAt(at) {
			station = []*entry{e, l.r.noticeEntry(a)}
		}
	}
	t := turned(a, at)
	channels := []key{{All, address.AllArticles}, {Topic, a.Topic.Slug}}
	if a.Campaign != nil {
		channels = append(channels, key{Campaign, address.CampaignChannel(a.Campaign.Slug)})
	}
	for _, k := range channels {
		l.add(k, t, portal)
		l.by[k].record(a, e, at)
	}
	if a.Broadcast == nil {
		return
	}
	if len(a.Broadcast.Areas) == 0 {
		l.add(key{Station, ""}, t, station)
	}
	for _, area := range a.Broadcast.Areas {
		l.add(key{Station, area}, t, station)
	}
}

func (l *lists) add(k key, updated time.Time, entries []*entry) {
	one := l.by[k]
	if one == nil {
		one = &list{}
		l.by[k] = one
	}
	one.put(entries)
	if updated.After(one.updated) {
		one.updated = updated
	}
}

// of gives the items of a channel. What never held an article dates from the beginning of the authority, a station from its first
// day.
func (l *lists) of(c Channel) list {
	if c.Kind != Station {
		out := list{updated: l.r.founded}
		if own := l.by[key{c.Kind, c.Slug}]; own != nil {
			out.merge(own)
			out.months = own.months
		}
		return out
	}
	s, _ := l.r.Set.Settings.Station(c.Slug) // channels are made from the same settings
	if former(s, l.r.day) {
		e := l.r.movedEntry(s)
		return list{entries: []*entry{e}, updated: e.changed}
	}
	out := list{updated: startOf(s.From, l.r.founded)}
	out.merge(l.by[key{Station, ""}])
	for _, area := range l.serves[s.Area] {
		out.merge(l.by[key{Station, area}])
	}
	out.sort()
	out.entries = slices.Compact(out.entries) // an article may name two areas of one station
	out.sounding = slices.Compact(out.sounding)
	return out
}

// merge takes in the part of another list that can matter: no document holds more than windowMost items, and one more says that some
// were left out.
func (l *list) merge(other *list) {
	if other == nil {
		return
	}
	l.entries = append(l.entries, newest(other.entries)...)
	l.sounding = append(l.sounding, newest(other.sounding)...)
	if other.updated.After(l.updated) {
		l.updated = other.updated
	}
}

func newest(entries []*entry) []*entry { return entries[:min(len(entries), windowMost+1)] }

// startOf is the first instant of a day; of the zero day it is otherwise.
func startOf(day civil.Date, otherwise time.Time) time.Time {
	if day.IsZero() {
		return otherwise
	}
	return day.In(settings.Zone)
}
