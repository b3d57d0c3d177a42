// Package settings holds what content/_loa/ says: publisher, areas, stations, hotlines, legal acts, reading, pauses.
//
// Settings are data: no name of a district or a station stands in Go code, and the same content builds for another publisher by
// changing these files alone. [Load] reads all files strictly (TOML, unknown keys refused) and gives one [Settings] with every
// mistake as a finding at its place. Keys are Vietnamese in the files and stand here once, in the tables of keys of the file readers.
package settings

import (
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Zone is the zone of all civil dates and clock times, whatever the machine says: Việt Nam has had UTC+7 without summer time since 1975.
var Zone = time.FixedZone("+07", 7*60*60)

// Settings is what the files of content/_loa/ say. It is immutable after Load.
type Settings struct {
	Site      Site
	Publisher Publisher
	Reading   Reading
	Pauses    Pauses
	Sound     Sound
	Areas     []Area
	Stations  []Station
	Hotlines  []Hotline
	Acts      []Act
	Refused   []RefusedAct
	Greeting  Greeting
	Lexicon   *diagnostic.Source // phat-am.txt in NFC with LF line ends; verbalize owns its form. nil when there is none

	lookup lookup
}

// Greeting is what the announcer says around a session, from loi-chao.txt: text of one or several lines with the placeholders {dai},
// {gio}, {thu}, {ngay} and no others. Both are "" when there is no such file.
type Greeting struct {
	Opening string // section "# chào"
	Closing string // section "# kết"
}

// Site is the web site itself.
type Site struct {
	Name        string // "Loa Vĩnh Linh"
	Description string // one sentence
	Base        string // "https://…", no slash at the end
	Authority   string // of tag: URIs (RFC 4151), "loa.example.vn,2023"; never changes after the first release
	Portal      string // address of the authority's e-portal, or ""
	Licence     string // one sentence on reuse
}

// Publisher is who answers for the content.
type Publisher struct {
	Name       string // full name of the body
	Superior   string // body above it ("cơ quan chủ quản")
	Level      string // level word: huyện, xã, tỉnh
	Signature  string // last line on air
	Contact    string // where to write or ring, or ""
	Retraction string // what is read on air about an article that was taken back; see [Publisher.Retract]
}

// Area is an administrative unit in the time when it was one. Its key is the slug: neither name nor code identifies a unit.
type Area struct {
	Slug       string
	Name       string     // "xã Vĩnh Thủy", kind of unit first
	Code       string     // code of the General Statistics Office, valid only in these days
	From       civil.Date // first day
	Until      civil.Date // first day on which it no longer is (het); zero: still is
	Successors []string   // slugs of the areas that took it in
	Includes   []string   // slugs of the areas that it is made of
}

// On says whether the area is one on a day.
func (a Area) On(day civil.Date) bool { return valid(a.From, a.Until, day) }

// Station is a commune loudspeaker station in the time when it was one.
type Station struct {
	Slug       string
	Name       string
	Area       string     // slug
	Technology Technology // how its horns are reached
	Profile    string     // name of the shared hours of [khung.…]
	Slots      []Slot     // air time of a day, from the profile
	Relays     []Relay    // programmes of other stations, from the profile
	Quiet      []Span     // hours without sound, may run over midnight
	Languages  []string   // "vi", "bru"
	Rate       int        // doc.toc_do: syllables a minute of its announcer; 0: the office's Reading.Rate
	From       civil.Date
	Until      civil.Date // first day on which it no longer is; zero: still is
	Successors []string
}

// On says whether the station is one on a day.
func (s Station) On(day civil.Date) bool { return valid(s.From, s.Until, day) }

// Technology is how a station reaches its horns.
type Technology string

// The three kinds of commune stations.
const (
	Wired Technology = "huu-tuyen"
	FM    Technology = "fm"
	IP    Technology = "ip"
)

// Clock is a time of day in minutes since midnight, 0 to 1440.
type Clock int

// Span is a stretch of a day; End may lie before Start when it runs over midnight.
type Span struct{ Start, End Clock }

// Slot is a broadcast session of each day.
type Slot struct {
	Name  string // "sáng"
	Start Clock
	End   Clock
	Most  time.Duration // own items at most
}

// Relay is another station's programme that is passed on live.
type Relay struct {
	Name     string
	Weekdays []time.Weekday
	Start    Clock
	End      Clock
	Until    civil.Date // first day without it; zero: goes on
}

// Hotline is a telephone number that people are told to ring.
type Hotline struct {
	Key     string
	Number  string // digits as they are printed
	Name    string // who answers
	When    string // ring when …
	Hours   string
	Cost    string
	Checked civil.Date // day of the newest source; zero: unknown
	Source  string     // where it was read
	Use     bool       // may be printed at all
	From    civil.Date // first day of use; zero: always
	Until   civil.Date // first day on which it no longer is; zero: still is
}

// On says whether the number may be printed in a text of a day.
func (h Hotline) On(day civil.Date) bool { return h.Use && valid(h.From, h.Until, day) }

// Act is a legal act that articles may name as their basis.
type Act struct {
	Key        string
	Title      string // "Luật Viễn thông"
	Number     string // "41/2009/QH12"; "" when the original has none
	Issuer     string // "" when the number says it
	Date       civil.Date
	Month      string     // "2023-04" when the day is unknown
	From       civil.Date // in force from; zero: unknown
	Until      civil.Date // first day on which it no longer holds; zero: holds
	ReplacedBy string     // key
	Amended    []string   // numbers of amending acts
	Unclear    civil.Date // not verified from this day on; zero: verified
	Cite       string     // "ten": by name only; "dieu": by the articles in Articles; "muc": by part
	Articles   []string   // articles that were read and may be cited
	Page       string     // "van-ban/…" when the site holds its text
	Place      diagnostic.Place
}

// RefusedAct is a known act that must not be cited, and why.
type RefusedAct struct{ Number, Reason string }

// Reading is how numbers and letters are said in the region.
type Reading struct {
	Odd      string        // le: "linh" or "lẻ" (105)
	Thousand string        // nghin: "nghìn" or "ngàn"
	FirstDay bool          // ngay_mung: days 1–10 with "mùng"
	Numbers  string        // so_hieu: "gon", "du", "danh-van"
	Letters  string        // ten_chu: "be" or "bo"
	Minutes  string        // phut: "du" or "gon"
	Rate     int           // toc_do: syllables a minute over all, with pauses
	Repeat   string        // nhac_lai: what is said again at the end: "khong", "tom-tat" (title and what to remember), "toan-bai"
	Legal    bool          // can_cu: the legal basis is said in one sentence after the body
	Longest  time.Duration // dai_nhat: a longer script is worth a warning
}

// Pauses is how long an announcer is silent after each kind of mark.
type Pauses struct {
	Breath                                                                time.Duration // inside a sentence, where no mark stands
	Comma, Clause, Sentence, Item, Paragraph, BeforeHeading, AfterHeading time.Duration
	BeforeRepeat                                                          time.Duration // before "Xin nhắc lại"
}

func valid(from, until, day civil.Date) bool {
	return (from.IsZero() || !day.Before(from)) && (until.IsZero() || day.Before(until))
}
