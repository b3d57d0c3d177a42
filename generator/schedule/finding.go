package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	neverRead  = &diagnostic.Check{Name: "phat-day", Severity: diagnostic.Warning, Title: "Đài không còn chỗ cho bài này, không ngày nào đọc được."}
	idleHour   = &diagnostic.Check{Name: "phat-gio-hut", Severity: diagnostic.Warning, Title: "Không đài nào có buổi phát vào giờ mong muốn."}
	longerThan = &diagnostic.Check{Name: "bai-lo-buoi", Title: "Bài dài hơn mọi chỗ trống trong các buổi phát."}
)

// Cures.
const (
	splitIt     = "Tách thành hai bài."
	makeRoom    = "Giảm số lần đọc của bài khác trong những ngày này, hoặc nới ngày phát của bài này."
	noHourAtAll = "Các đài này chưa có buổi phát nào; xem lại khung giờ trong content/_loa/dai.toml."
)

// Checks are all checks of this package, by name.
func Checks() []*diagnostic.Check { return []*diagnostic.Check{longerThan, neverRead, idleHour} }

// daysJudged is how many days from the day of a build on a plan is judged: as long as a broadcast window is at most, without a warning.
const daysJudged = 60

// Findings says which wishes cannot be met from the day of an instant on: an hour at which no station is on the air, an article longer
// than all the room there is, and one for which stations find no place on a single day (DESIGN.md 15.5). What lies behind is not judged,
// so that content without faults stays without, nor is what was taken back or is to be read at once. Drafts are judged, but take no room
// from others. The planner should hold what is dated after the instant too. In the order of items, then stations.
//
// That an article has to wait for its turn on some days is no finding: the pages of the stations say it.
func (p *Planner) Findings(at time.Time) []diagnostic.Diagnostic {
	day := civil.DateOf(at.In(settings.Zone))
	found := make([][]diagnostic.Diagnostic, len(p.items)) // by the number of the item
	number := make(map[string]int, len(p.items))
	for n, item := range p.items {
		number[item.ID] = n
	}
	groups := p.groups(day)
	aimed := make([][]aim, len(p.items))
	for _, g := range groups {
		for _, item := range g.items {
			if first, last := item.judged(day); item.Withdrawn.IsZero() && item.Priority != article.Urgent && g.on(first, last) {
				aimed[number[item.ID]] = append(aimed[number[item.ID]], aim{g, item, first, last})
			}
		}
	}
	long := make([]bool, len(p.items))
	for n, list := range aimed {
		found[n] = append(found[n], idleHours(list)...)
		if d, is := tooLong(list); is {
			found[n], long[n] = append(found[n], d), true
		}
	}
	for _, g := range groups {
		for _, m := range g.missed(day) {
			if n := number[m.item.ID]; !long[n] {
				found[n] = append(found[n], m.finding(g))
			}
		}
	}
	return slices.Concat(found...)
}

// aim is an item at a group of stations, and the days that are judged.
type aim struct {
	*group
	item        *Item
	first, last civil.Date
}

// judged gives the days of an item from a day on that are looked at; last is before first when there are none.
func (i *Item) judged(day civil.Date) (first, last civil.Date) {
	first = later(i.First, day)
	return first, sooner(i.Last, first.AddDays(daysJudged))
}

// idleHours finds the wished hours of an item at which none of the stations has a session.
func idleHours(list []aim) (found []diagnostic.Diagnostic) {
	if len(list) == 0 {
		return nil
	}
	item := list[0].item
	for _, wish := range item.Wishes {
		onAir := func(s settings.Slot) bool { return s.Start <= wish && wish < s.End }
		if slices.ContainsFunc(list, func(a aim) bool { return slices.ContainsFunc(a.station.Slots, onAir) }) {
			continue
		}
		hint := noHourAtAll
		if air := airOf(list); air != "" {
			hint = "Có: " + air + "."
		}
		place := item.wishPlace(wish)
		found = append(found, idleHour.At(place.Source, place.Span, fmt.Sprintf("không đài nào phát lúc “%s”", wish), hint))
	}
	return found
}

// airOf lists the hours at which any of the stations has a session: "05:00–06:30, 17:00–18:30".
func airOf(list []aim) string {
	var slots []settings.Slot
	for _, a := range list {
		slots = append(slots, a.station.Slots...)
	}
	slices.SortFunc(slots, func(a, b settings.Slot) int { return cmp.Compare(a.Start, b.Start) })
	var whole []settings.Slot
	for _, s := range slots {
		if n := len(whole); n > 0 && s.Start <= whole[n-1].End {
			whole[n-1].End = max(whole[n-1].End, s.End)
			continue
		}
		whole = append(whole, s)
	}
	var words []string
	for _, s := range whole[:min(len(whole), 6)] {
		words = append(words, s.Start.String()+"–"+s.End.String())
	}
	return strings.Join(words, ", ")
}

// wishPlace is where an hour is written: "05:30" may be "5:30", and the list need not be in order.
func (i *Item) wishPlace(wish settings.Clock) diagnostic.Place {
	place := i.Article.Places["phat_thanh.gio"]
	if place.Source == nil {
		return place
	}
	written := place.Source.Text[place.Span.Start:place.Span.End]
	for _, form := range []string{wish.String(), strings.TrimPrefix(wish.String(), "0")} {
		if n := strings.Index(written, form); n >= 0 {
			place.Span.Start += n
			place.Span.End = place.Span.Start + len(form)
			break
		}
	}
	return place
}

// tooLong finds an item for which no station has room on any day, however empty. Stations without any session are another matter.
func tooLong(list []aim) (diagnostic.Diagnostic, bool) {
	var item *Item
	var most time.Duration
	for _, a := range list {
		room := a.hours.longest(a.first, a.last)
		if room >= a.item.Length {
			return diagnostic.Diagnostic{}, false
		}
		if room > most {
			item, most = a.item, room
		}
	}
	if item == nil {
		return diagnostic.Diagnostic{}, false
	}
	place := item.Article.Places["title"]
	return longerThan.At(place.Source, place.Span, fmt.Sprintf("bài dài %s, chỗ trống dài nhất trong các buổi phát là %s", Spell(item.Length), Spell(most)), splitIt), true
}

// finding says it to the writer.
func (m missed) finding(g *group) diagnostic.Diagnostic {
	place, cure := m.item.Article.Places["phat_thanh.den"], makeRoom
	switch m.why.Reason {
	case TooLong:
		place, cure = m.item.Article.Places["title"], splitIt
	case NoSession:
		cure = noHourAtAll
	}
	who := g.station.Name
	if g.others > 0 {
		who += fmt.Sprintf(" và %d đài cùng giờ phát", g.others)
	}
	var what string
	switch {
	case m.item.Standing:
		what = who + " không đọc được bài này"
	case m.first == m.last:
		what = fmt.Sprintf("ngày %s %s không còn chỗ cho bài này", dayOf(m.first), who)
	default:
		what = fmt.Sprintf("từ ngày %s đến %s, %s không ngày nào còn chỗ cho bài này", dayOf(m.first), dayOf(m.last), who)
	}
	return neverRead.At(place.Source, place.Span, what+": "+lowerFirst(m.why.Sentence()), cure)
}

func dayOf(d civil.Date) string { return fmt.Sprintf("%d/%d/%d", d.Day, int(d.Month), d.Year) }

func lowerFirst(s string) string {
	first, rest := []rune(s)[:1], []rune(s)[1:]
	return strings.ToLower(string(first)) + string(rest)
}
