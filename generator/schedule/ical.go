package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// zoneName is the IANA name of settings.Zone.
const zoneName = "Asia/Ho_Chi_Minh"

// cancelDays is how many days after that of its withdrawal the events of an article say so: as many as a calendar looked ahead.
const cancelDays = DaysAhead

// sequenceStart is where the revisions of events are counted from, and the time of what never changed.
var sequenceStart = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Calendar writes lich.ics: a station's readings and relays as events of iCalendar (RFC 5545, FEEDS.md 8.1).
//
// Every event has the same identity in each build, made from article, day and reading, or from the hour of a relay. Its stamps and its
// revision come from the newest change of the items aimed at the station, so a build without news changes only the days that moved. What
// was taken back is cancelled on the day of its withdrawal and the seven after it. Urgent items are events of the whole day. Pure;
// lines end in CRLF and have at most 75 octets.
func Calendar(o Outlook) []byte {
	var l lines
	l.line("BEGIN:VCALENDAR")
	l.line("VERSION:2.0")
	l.line("PRODID:-//loa//lich phat//VI")
	l.line("CALSCALE:GREGORIAN")
	l.line("METHOD:PUBLISH")
	l.text("X-WR-CALNAME", o.Station.Name)
	l.line("X-WR-TIMEZONE:" + zoneName)
	l.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
	l.line("BEGIN:VTIMEZONE")
	l.line("TZID:" + zoneName)
	l.line("BEGIN:STANDARD")
	l.line("DTSTART:19750613T000000") // UTC+7 without summer time since
	l.line("TZOFFSETFROM:+0800")
	l.line("TZOFFSETTO:+0700")
	l.line("TZNAME:+07")
	l.line("END:STANDARD")
	l.line("END:VTIMEZONE")
	events, size := o.common.events(), 0
	for _, e := range events {
		uid := len("UID:") + len(e.id) + len(".") + len(o.Station.Slug) + len("@") + len(o.Host)
		size += len("BEGIN:VEVENT\r\n") + uid + uid/(contentLine-1)*len("\r\n ") + len("\r\n") + len(e.rest)
	}
	l.Grow(size + len("END:VCALENDAR\r\n")) // a release holds thousands: none has much more room than it needs
	for _, e := range events {
		l.line("BEGIN:VEVENT")
		l.line("UID:" + e.id + "." + o.Station.Slug + "@" + o.Host)
		l.Write(e.rest)
	}
	l.line("END:VCALENDAR")
	return l.Bytes()
}

// writtenEvent is an event as all stations of one plan have it: behind its UID, which ends with the station.
type writtenEvent struct {
	id   string
	rest []byte
}

// writeEvents writes the events of an outlook without the names of its station.
func (o Outlook) writeEvents() []writtenEvent {
	changed := o.Changed.UTC()
	if changed.Before(sequenceStart) {
		changed = sequenceStart
	}
	var list []writtenEvent
	for _, e := range o.events() {
		var l lines
		l.event(e, changed)
		list = append(list, writtenEvent{e.id, l.Bytes()})
	}
	return list
}

// event is one event of a calendar.
type event struct {
	id                   string // its UID without the station: key, day, and what is behind
	date                 civil.Date
	at, length           time.Duration // length 0: the whole day
	summary, description string
	url, sound           string
	categories           []string
	cancelled            bool
}

// event writes one event from behind its UID on. Stamp, last change and revision are all made from the newest change: no state is kept,
// and none goes back.
func (l *lines) event(e event, changed time.Time) {
	stamp := changed.Format("20060102T150405Z")
	l.line("DTSTAMP:" + stamp)
	l.line("LAST-MODIFIED:" + stamp)
	l.line("SEQUENCE:" + strconv.Itoa(int(changed.Sub(sequenceStart)/time.Minute)))
	if e.length == 0 {
		l.line("DTSTART;VALUE=DATE:" + compact(e.date))
		l.line("DURATION:P1D")
	} else {
		l.line("DTSTART;TZID=" + zoneName + ":" + compact(e.date) + time.Time{}.Add(e.at).Format("T150405"))
		l.line("DURATION:" + duration(e.length))
	}
	l.text("SUMMARY", e.summary)
	if e.description != "" {
		l.text("DESCRIPTION", e.description)
	}
	if e.url != "" {
		l.line("URL:" + e.url)
	}
	if e.sound != "" {
		l.line("ATTACH;FMTTYPE=audio/mpeg:" + e.sound) // RFC 5545 §3.8.1.1
	}
	l.text("CATEGORIES", e.categories...)
	if e.cancelled {
		l.line("STATUS:CANCELLED")
	} else {
		l.line("STATUS:CONFIRMED")
	}
	l.line("END:VEVENT")
}

// events gives the events of an outlook by start, then UID, whatever the station is called.
func (o Outlook) events() []event {
	var list []event
	for _, p := range o.Days {
		for _, item := range p.Urgent {
			list = append(list, o.urgent(item, p.Date))
		}
		for _, s := range p.Sessions {
			twins := 0 // relays that begin together, which settings do not forbid
			for n, e := range s.Entries {
				if e.Item != nil {
					list = append(list, o.reading(e.Item, p.Date, e.Reading, e.At))
					continue
				}
				if twins++; n == 0 || s.Entries[n-1].At != e.At {
					twins = 0
				}
				list = append(list, o.relay(e, p.Date, twins))
			}
		}
		list = o.cancel(list, p)
	}
	slices.SortStableFunc(list, func(a, b event) int {
		return cmp.Or(a.date.Compare(b.date), cmp.Compare(a.at, b.at), cmp.Compare(a.id+".", b.id+"."))
	})
	return list
}

// eventID is the identity of an event at a station: key is what is special on the day, part behind the day.
func eventID(key string, date civil.Date, part string) string {
	return key + "-" + compact(date) + part
}

func (o Outlook) relay(e Entry, date civil.Date, twins int) event {
	part := ""
	if twins > 0 {
		part = "-" + strconv.Itoa(twins+1)
	}
	return event{id: eventID("tiep-"+time.Time{}.Add(e.At).Format("1504"), date, part), date: date, at: e.At, length: e.Length,
		summary: "Tiếp âm: " + e.Relay, categories: []string{"Tiếp âm"}}
}

func (o Outlook) reading(item *Item, date civil.Date, reading int, at time.Duration) event {
	e := o.about(item, date)
	e.id, e.at, e.length = eventID(item.ID, date, "-"+strconv.Itoa(reading)), at, item.Length
	if reading > 1 {
		e.summary += fmt.Sprintf(" (lần %d)", reading)
	}
	return e
}

func (o Outlook) urgent(item *Item, date civil.Date) event {
	e := o.about(item, date)
	e.id = eventID(item.ID, date, "-khan")
	if item.Withdrawn.IsZero() {
		e.description = "Phát ngay, không chờ buổi.\n" + e.description
	}
	if !e.cancelled {
		e.summary = "Khẩn: " + e.summary
	}
	return e
}

// about is what an event says about an article. Of one that was taken back nothing is left but its title and the reason: on the days
// before it was read, from its day on it is not.
func (o Outlook) about(item *Item, date civil.Date) event {
	a := item.Article
	e := event{date: date, summary: a.Title, url: o.Base + address.Article(a.Slug), categories: []string{a.Topic.Title}}
	if a.Campaign != nil {
		e.categories = append(e.categories, a.Campaign.Title)
	}
	if !item.Withdrawn.IsZero() {
		e.description = "Bài đã thu hồi. Lý do: " + strings.TrimRight(a.Withdrawn.Reason, ". ") + "."
		if e.cancelled = !date.Before(item.Withdrawn); e.cancelled {
			e.summary = "Đã thu hồi: " + e.summary
		}
		return e
	}
	var text strings.Builder
	text.WriteString("Mức ưu tiên: " + priorities[item.Priority] + "\n")
	if len(a.Remember) > 0 {
		text.WriteString("Điều cần nhớ:\n")
	}
	for _, line := range a.Remember {
		text.WriteString("- " + line + "\n")
	}
	text.WriteString("Lời đọc: " + o.Base + address.Script(a.Slug))
	if e.sound = o.sound(item); e.sound != "" {
		text.WriteString("\nÂm thanh: " + e.sound) // calendars that are subscribed to seldom show what is attached
	}
	e.description = text.String()
	return e
}

// priorities are the kinds of bulletin in words.
var priorities = map[article.Priority]string{article.Ordinary: "thường", article.High: "cao", article.Urgent: "khẩn"}

// cancel adds the events of a day that calendars of before a withdrawal may have had: one for each reading that was wished. What the
// plan of the day still has, struck, stays at its hour; the others stand at the hour that was wished, else where the day begins.
func (o Outlook) cancel(list []event, p Programme) []event {
	for _, item := range o.Withdrawn {
		last := lastWished(item.Article)
		if p.Date.Before(item.Withdrawn) || p.Date.After(item.Withdrawn.AddDays(cancelDays)) || p.Date.Before(item.First) ||
			!last.IsZero() && p.Date.After(last) {
			continue
		}
		if item.Priority == article.Urgent {
			list = append(list, o.urgent(item, p.Date))
			continue
		}
		if len(p.Sessions) == 0 {
			continue
		}
		for reading := 1; reading <= item.readings(); reading++ {
			e := o.reading(item, p.Date, reading, p.Sessions[0].Start)
			if n := min(reading, len(item.Wishes)); n > 0 {
				e.at = minutes(item.Wishes[n-1])
			}
			if !slices.ContainsFunc(list, func(other event) bool { return other.id == e.id }) {
				list = append(list, e)
			}
		}
	}
	return list
}

// compact is a date as calendars write it.
func compact(d civil.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, int(d.Month), d.Day) }

// duration writes whole seconds as RFC 5545 §3.3.6 has them. An hour may not be followed by seconds there, so there are no hours.
func duration(d time.Duration) string {
	minutes, seconds := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case minutes == 0:
		return fmt.Sprintf("PT%dS", seconds)
	case seconds == 0:
		return fmt.Sprintf("PT%dM", minutes)
	}
	return fmt.Sprintf("PT%dM%dS", minutes, seconds)
}
