// Package schedule plans what a station reads at which time: its hours and relays, and the wishes of the articles, become a
// [Programme] for each day, and days of it the documents [Calendar], [JSON] and [Playlist] for telephones, programs and players.
//
// A day's sessions less relays and quiet hours leave stretches of free time. Readings are placed into them one after another, in rounds,
// so that each article is read once before one is read twice; what is placed is never moved again, so nothing that could still be read
// is left out. Nobody reports what was aired: how often an item was read so far is counted by planning forward from its first day, which
// makes the plan of a day the same in each build. Pure and deterministic, whatever the order of the items. Start with [New] and
// [Planner.Plan]; [Planner.Findings] says which wishes cannot be met. The rules are those of FEEDS.md sections 7 and 8.
package schedule

import (
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// Limits of a plan.
const (
	guard     = 30 * time.Second // free at both ends of a stretch: greeting and closing are said there
	apart     = 30 * time.Minute // between the starts of two readings of one item
	rounds    = 6                // readings of an item a day at most
	restDays  = 7                // days in which a standing item is read at most once
	wishDrift = 10 * time.Minute // a reading further from its wish says so
	step      = 5 * time.Second  // what lengths are rounded up to
)

// Item is an article as the plan sees it.
type Item struct {
	ID          string
	Article     *article.Article
	Length      time.Duration  // how long it takes, in whole seconds; of an item of a programme at its station
	Sound       Sound          // zero: it is read by a person
	Script      *speech.Script // what a person reads; nil: Length is right for every announcer
	First, Last civil.Date     // days on which it may be read; Last zero: without end
	Withdrawn   civil.Date     // the day on which it was taken back; zero: it was not
	Standing    bool           // read whenever room is left
	Priority    article.Priority
	PerDay      int              // readings a day, 1 to 6
	Wishes      []settings.Clock // of the first, second … reading, rising
	Areas       []string         // areas that it is for; empty: all
	Language    string
}

// Sound is the finished sound of an item, which takes the same time everywhere. One that has a length and no address counts and is not
// published: that of an article which was taken back, so that what it was read beside does not move.
type Sound struct {
	Address string        // from the root of the site
	Length  time.Duration // of the samples
}

// Programme is what one station reads on one day. Sessions may be shared with programmes of other stations and must not be changed.
type Programme struct {
	Station  string // slug
	Date     civil.Date
	Sessions []Session
	Urgent   []*Item // to be read at once, outside the plan, by ID
	Unplaced []Unplaced
}

// Session is one broadcast session of a day.
type Session struct {
	Name       string        // "sáng"
	Start, End time.Duration // since midnight
	Most, Used time.Duration // for own items
	Entries    []Entry       // in order of time, relays among them
}

// Entry is one reading or one relay. Times are since midnight, in whole seconds.
type Entry struct {
	At, Length  time.Duration
	Relay       string // name of the relayed programme; "" for an item
	Item        *Item  // nil for a relay
	Reading, Of int    // the reading of the day, from 1, and how many are wished
	Wish        time.Duration
	Moved       bool // it stands more than ten minutes from its wish
	Struck      bool // withdrawn on this day: printed sheets still have it, it must not be read
}

// Unplaced is a reading for which there was no room.
type Unplaced struct {
	Item    *Item
	Reading int
	Reason  Reason
	Room    time.Duration // the longest stretch of the day, for TooLong
}

// Reason says why a reading has no place.
type Reason string

// The reasons, in the order in which they are tested on the final plan.
const (
	NoSession Reason = "khong-buoi" // the station is not on the air
	TooLong   Reason = "dai-qua"    // longer than each stretch or each session's minutes
	NoMinutes Reason = "het-phut"   // the sessions' minutes for own items are used up
	TooNear   Reason = "gan-nhau"   // only room too near to another reading of the same item
	NoRoom    Reason = "het-cho"    // no stretch is long enough any more
)

// ItemOf gives the item of an article that is played from its sound, or read from its script by an announcer of each station when there
// is none; false for one that is never read on air.
func ItemOf(a *article.Article, script *speech.Script, sound Sound) (Item, bool) {
	b := a.Broadcast
	if b == nil {
		return Item{}, false
	}
	item := Item{
		ID: a.ID, Article: a, Length: script.Duration, Sound: sound, Script: script, Standing: b.From.IsZero() && b.Until.IsZero(),
		First: later(b.From, civil.DateOf(a.Date)), Last: lastWished(a),
		Priority: b.Priority, PerDay: max(1, min(b.PerDay, rounds)), Wishes: b.Times, Areas: b.Areas, Language: b.Language,
	}
	if sound.Length > 0 {
		item.Length = (sound.Length + step - 1) / step * step
	}
	if a.Withdrawn != nil {
		item.Withdrawn = civil.DateOf(a.Withdrawn.At.In(settings.Zone))
		item.Last = sooner(item.Last, item.Withdrawn)
	}
	return item, true
}

// at gives the item as an announcer reads it who says rate syllables a minute; 0 is the office's own rate. A sound and an item without
// script take as long everywhere.
func (i *Item) at(rate int) *Item {
	if rate == 0 || i.Script == nil || i.Sound.Length > 0 {
		return i
	}
	own := *i
	own.Length = speech.Length(i.Script, rate)
	return &own
}

// lastWished is the last day on which an article would be read if nobody took it back; zero: without end.
func lastWished(a *article.Article) civil.Date {
	if a.Expires.IsZero() {
		return a.Broadcast.Until
	}
	return sooner(a.Broadcast.Until, civil.DateOf(a.Expires.In(settings.Zone)).AddDays(-1))
}

// later gives the later of two days; a zero day is before all.
func later(a, b civil.Date) civil.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// sooner gives the earlier of two last days; a zero one is without end.
func sooner(a, b civil.Date) civil.Date {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// readings is how often the item is wished to be read on a day.
func (i *Item) readings() int {
	if i.Standing {
		return 1
	}
	return i.PerDay
}

// on says whether the item's days hold a day.
func (i *Item) on(day civil.Date) bool {
	return !day.Before(i.First) && (i.Last.IsZero() || !day.After(i.Last))
}
