package site

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// Day is what a station reads on one day.
type Day struct {
	Key      string // anchor: "ngay-2023-04-26"
	ISO      string // "2023-04-26"
	Name     string // "Thứ Tư, ngày 26/4/2023"
	Title    string // "Ngày mai, thứ Tư, ngày 26/4/2023", and the name alone of a day further away
	Urgent   *Urgent
	Sessions []Session
	Empty    string   // what stands there without sessions
	Unread   []Unread // what has no room, on the day itself
	Waiting  string   // how many articles wait for their turn, or ""
}

// Urgent is what is to be read at once, outside the sessions. Inside stands it in the section of its day, else above all with Day, its date.
type Urgent struct {
	Key    string // anchor
	Day    string // "2023-04-25"
	Inside bool
	Items  []Entry
}

// Session is one broadcast session of a day.
type Session struct {
	Title            string // "Buổi sáng, 05:30 đến 06:30"
	Used             string // "đã xếp 13 phút trong 15 phút"; "" when nothing is
	Opening, Closing *Words // only on the day itself
	Entries          []Entry
	Empty            string // what stands there when nothing of ours is read in it
}

// Words is what the announcer says around a session, in lines.
type Words struct {
	Name  string // "Lời chào"
	Lines []string
}

// Entry is one reading, or a relay, which has words and no controls. Struck says why it must not be read any more.
type Entry struct {
	Clock          string // "05:35"; "" for what does not wait for a session
	Relay          string // "Tiếp âm Thời sự VOV1"; "" for an article
	ID             string // of the article
	Reading        int    // of the day, from 1
	Seconds        int    // how long it takes
	Title, Address string // of the article; Address is "" on a day far ahead
	Script         string // address of the script sheet, or ""
	Listen         string // address of the sound, or ""
	Mark           string // "Khẩn", "Ưu tiên" or ""
	Facts          []Fact
	Struck         string // "Lý do: …", and what is read on air when it was aired; or ""
}

// Unread is articles for which a day has no room, with the one reason that they share.
type Unread struct {
	Reason string
	Items  []Entry
}

// clockOf is a time of day as pages show it. Seconds are left out: nobody starts to the second, and they come from guards.
func clockOf(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d", int(d/time.Hour), int(d%time.Hour/time.Minute))
}

// programmeDay is a programme as a section of the page shows it.
func (c *composer) programmeDay(p schedule.Programme) Day {
	d := Day{Key: "ngay-" + p.Date.String(), ISO: p.Date.String(), Name: dayInWords(p.Date)}
	d.Title = d.Name
	switch p.Date.DaysSince(c.day) {
	case 0:
		d.Title = "Hôm nay, " + lower(d.Name)
	case 1:
		d.Title = "Ngày mai, " + lower(d.Name)
	}
	if len(p.Urgent) > 0 {
		d.Urgent = &Urgent{Key: "gap-" + d.ISO, Inside: true}
		for _, item := range p.Urgent {
			d.Urgent.Items = append(d.Urgent.Items, c.unplanned(item))
		}
	}
	if d.Sessions = c.sessions(p); len(d.Sessions) == 0 {
		d.Empty = "Ngày này đài không có buổi phát."
	}
	return d
}

// linkedDays is for how many days ahead a page leads to the articles. Who opens it later than that without a line cannot follow a way,
// and who has one opens the page of the day; the ways of a week of ever new articles would weigh more than the week itself.
const linkedDays = 2

// sessions gives the sessions of a programme. The planner shares one list among the stations that it cannot tell apart; what is made
// of it is shared in the same way, so that ten thousand stations cost a few plans.
func (c *composer) sessions(p schedule.Programme) []Session {
	if len(p.Sessions) == 0 {
		return nil
	}
	plan := &p.Sessions[0]
	made, known := c.plans[plan]
	if !known {
		made = make([]Session, 0, len(p.Sessions))
		for _, s := range p.Sessions {
			made = append(made, c.session(s, p.Date.DaysSince(c.day) > linkedDays))
		}
		c.plans[plan] = made
	}
	return made
}

// session is a session as a page shows it; far: its articles are named, and nothing leads to them yet.
func (c *composer) session(s schedule.Session, far bool) Session {
	name := strings.TrimSpace("Buổi " + s.Name)
	v := Session{Title: fmt.Sprintf("%s, %s đến"+noBreak+"%s", name, clockOf(s.Start), clockOf(s.End))}
	for _, e := range s.Entries {
		entry := c.entry(e)
		if far {
			entry.Address, entry.Script, entry.Listen = "", "", ""
		}
		v.Entries = append(v.Entries, entry)
	}
	if s.Used > 0 {
		v.Used = fmt.Sprintf("đã xếp %s trong %s", spokenLength(s.Used), spokenLength(s.Most))
	} else {
		v.Empty = "Buổi này chưa xếp bài nào."
	}
	return v
}

func (c *composer) entry(e schedule.Entry) Entry {
	if e.Item == nil {
		return Entry{Clock: clockOf(e.At), Relay: "Tiếp âm " + bind(e.Relay), Facts: []Fact{{Text: spokenLength(e.Length)}}}
	}
	v := c.unplanned(e.Item)
	v.Clock, v.Reading, v.Seconds = clockOf(e.At), e.Reading, int(e.Length/time.Second)
	if e.Of > 1 {
		v.Facts = append(v.Facts, Fact{Text: readingOf(e.Reading, e.Of)})
	}
	if e.Moved {
		v.Facts = append(v.Facts, Fact{Text: "mong muốn" + noBreak + clockOf(e.Wish)})
	}
	if e.Struck {
		v.Script, v.Listen, v.Mark, v.Facts = "", "", "", nil
		v.Struck = "Không đọc bài này. Lý do: " + sentence(e.Item.Article.Withdrawn.Reason) + " " +
			bind(schedule.TakenSaid(c.Set.Settings.Publisher, e.Item.Article.Title))
	}
	return v
}

// unplanned is an item without an hour.
func (c *composer) unplanned(item *schedule.Item) Entry {
	a := item.Article
	v := Entry{ID: a.ID, Reading: 1, Seconds: int(item.Length / time.Second), Title: bind(a.Title), Address: address.Article(a.Slug)}
	if s := c.listening(a.ID); s != nil {
		v.Listen = s.Address
		v.Facts = []Fact{{Text: s.Length}, {Text: "tiếng" + noBreak + s.Size}, {Text: s.Voice}}
	} else {
		v.Facts = []Fact{{Text: spokenLength(item.Length)}}
	}
	switch item.Priority {
	case article.Urgent:
		v.Mark = "Khẩn"
	case article.High:
		v.Mark = "Ưu tiên"
	}
	if language := foreign[item.Language]; language != "" {
		v.Facts = append(v.Facts, Fact{Text: language})
	}
	if c.Scripts[a.ID] != nil {
		v.Script = address.Sheet(a.Slug)
	}
	return v
}

// foreign names the languages that an announcer must be told of.
var foreign = map[string]string{"bru": "tiếng Bru" + noBreak + "– Vân" + noBreak + "Kiều"}

// unread gathers the readings without room by their reason, in the order of the plan. A standing article that only waits for its turn
// is no trouble: those are counted. On a day without sessions nothing is missing.
func (c *composer) unread(p schedule.Programme) (groups []Unread, waiting int) {
	if len(p.Sessions) == 0 {
		return nil, 0
	}
	at, listed := map[string]int{}, map[*schedule.Item]bool{}
	missed := slices.Clone(p.Unplaced)
	slices.SortStableFunc(missed, func(a, b schedule.Unplaced) int { return a.Reading - b.Reading }) // what is not read at all stands first
	for _, u := range missed {
		switch {
		case listed[u.Item] || u.Item.Withdrawn == p.Date:
			continue
		case u.Item.Standing && u.Reason != schedule.TooLong:
			waiting++
			continue
		}
		listed[u.Item] = true
		reason := bind(u.Sentence())
		n, known := at[reason]
		if !known {
			n = len(groups)
			at[reason] = n
			groups = append(groups, Unread{Reason: reason + ":"})
		}
		v := c.unplanned(u.Item)
		v.Facts = nil
		if u.Reading > 1 {
			v.Facts = []Fact{{Text: readingOf(u.Reading, u.Item.PerDay)}}
		}
		groups[n].Items = append(groups[n].Items, v)
	}
	return groups, waiting
}

// readingOf says which reading of the day it is: "lần 1 trong 2".
func readingOf(n, of int) string { return fmt.Sprintf("lần"+noBreak+"%d trong"+noBreak+"%d", n, of) }

// opening is what the first words of a programme are about: the first article of the day that may be read.
func opening(sessions []Session) *Entry {
	for _, s := range sessions {
		for _, e := range s.Entries {
			if e.Relay == "" && e.Struck == "" {
				return &e
			}
		}
	}
	return nil
}

// greet puts the station's words around each session in which something of ours is read. The sessions given are shared and stay.
func greet(sessions []Session, planned []schedule.Session, g settings.Greeting, station string, day civil.Date) []Session {
	greeted := make([]Session, len(sessions))
	for n, s := range sessions {
		if s.Empty == "" {
			said := g.Fill(station, planned[n].Start, day)
			s.Opening, s.Closing = wordsOf("Lời chào", said.Opening), wordsOf("Lời kết", said.Closing)
		}
		greeted[n] = s
	}
	return greeted
}

func wordsOf(name, text string) *Words {
	if text == "" {
		return nil
	}
	return &Words{Name: name, Lines: strings.Split(bind(text), "\n")}
}
