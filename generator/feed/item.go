package feed

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// State is what became of an article, as loa:trang_thai says it.
type State string

// The states of items.
const (
	Live      State = "dang-phat"
	Corrected State = "dinh-chinh"
	Withdrawn State = "thu-hoi"
	Expired   State = "het-han" // in archives only
	Moved     State = "chuyen"  // of a station that is no more
)

// Item is an article as machines get it. All texts are clean, all addresses absolute, all times in [settings.Zone].
type Item struct {
	ID         string      // tag: URI, for ever
	Key        string      // the 8 characters of the article
	About      string      // page that explains the fields of loa
	Link       string      // its page
	Title      string      // one line, with the prefix of its state
	Summary    string      // one line without markup; of a withdrawn article the reason
	HTML       string      // body; "" when there is none to read
	Published  time.Time   // date of the article; of a withdrawn one the withdrawal, so that blocks sorted by date show it
	Changed    time.Time   // latest change of what it says
	Author     string      // name
	Topic      *Label      // nil: the item is of a station, not of an article
	Campaign   *Label      // nil: none
	State      State       // never ""
	Sound      *Enclosure  // nil: none
	Script     string      // what is read aloud, as text; "" when there is none
	Captions   string      // when each sentence is said in the sound; "" when nobody knows
	Correction string      // the latest correction as a sentence; "" when there is none
	Picture    string      // "" when there is none
	Remember   []string    // lines to remember
	Language   string      // of the reading: "vi", "bru"
	Broadcast  *Broadcast  // nil: not meant for air, or no more
	Withdrawal *Withdrawal // nil: no withdrawal is spoken of
}

// labels are the topic and the campaign, as far as there are.
func (i *Item) labels() []Label {
	var list []Label
	for _, l := range []*Label{i.Topic, i.Campaign} {
		if l != nil {
			list = append(list, *l)
		}
	}
	return list
}

// Label is a topic or a campaign.
type Label struct {
	Slug, Name string
	Scheme     string // absolute address under which all of its kind lie
}

// Broadcast is the wish of when and where the item is read.
type Broadcast struct {
	From, Until string // dates as 2023-04-24, Until inclusive; "" for a standing item
	Priority    string // thuong, cao, khan
	PerDay      int
	Times       []string // 05:45
	Areas       []string // slugs; "tat-ca" alone for all
	Language    string
	Length      time.Duration // of the sound, in whole seconds, else of the script; zero: unknown
}

// Withdrawal says which item was taken back, and when.
type Withdrawal struct {
	At  time.Time
	Ref string // ID of the item
}

// allAreas is the word for every area.
const allAreas = "tat-ca"

func (r *renderer) articleEntry(a *article.Article) *entry {
	e := &entry{id: r.itemTag(a.ID), changed: changed(a, r.At), make: func() *Item { return r.articleItem(a) }}
	if b := a.Broadcast; b != nil && b.Priority == article.Urgent && !a.WithdrawnAt(r.At) {
		e.urgent = b.Until.IsZero() || !r.day.After(b.Until)
	}
	e.sounds = r.soundOf(a) != nil
	return e
}

func (r *renderer) noticeEntry(a *article.Article) *entry {
	return &entry{id: r.noticeTag(a.ID), changed: a.Withdrawn.At, make: func() *Item { return r.noticeItem(a) }}
}

// articleItem makes the item of an article in its state at the instant of the build.
func (r *renderer) articleItem(a *article.Article) *Item {
	i := r.bareItem(a)
	i.ID, i.Changed, i.State = r.itemTag(a.ID), changed(a, r.At), Live
	if a.WithdrawnAt(r.At) {
		i.withdraw(a, r.itemTag(a.ID))
		return i
	}
	i.Title = Plain(a.Title, longestTitle)
	i.Summary = Plain(a.Description, longestSummary)
	i.Published = a.Date
	for _, line := range a.Remember {
		i.Remember = append(i.Remember, Line(line))
	}
	corrections := slices.DeleteFunc(slices.Clone(a.Corrections), func(c article.Correction) bool { return c.At.After(r.At) })
	slices.SortStableFunc(corrections, func(a, b article.Correction) int { return b.At.Compare(a.At) })
	if len(corrections) > 0 {
		i.State = Corrected
		i.Correction = correctionLead(corrections[0]) + " " + sentence(Plain(corrections[0].Text, longestSummary))
	}
	r.addSound(i, a)
	i.HTML = frameBody(Clean(r.HTML(a, i.Link)), corrections, i)
	if script := r.Scripts[a.ID]; script != nil {
		i.Script = r.url(address.Script(a.Slug))
	}
	if r.Cover != nil {
		i.Picture = r.Cover(a)
	}
	if a.ExpiredAt(r.At) { // to be read, no more to be aired
		i.State = Expired
		return i
	}
	i.Broadcast = r.broadcast(a, i.Sound)
	return i
}

// noticeItem is for stations alone: what to say on air about an article that was read there.
func (r *renderer) noticeItem(a *article.Article) *Item {
	i := r.bareItem(a)
	i.ID, i.State = r.noticeTag(a.ID), Live
	i.Published, i.Changed = a.Withdrawn.At, a.Withdrawn.At
	title := Plain(a.Title, longestTitle)
	i.Title = "Thông báo thu hồi: " + title
	i.Summary = Plain(r.Set.Settings.Publisher.Retract(title), longestSummary)
	i.Withdrawal = &Withdrawal{At: a.Withdrawn.At, Ref: r.itemTag(a.ID)}
	return i
}

func (r *renderer) about() string { return r.url(address.Sources) + "#_loa" }

// bareItem is what an article's item and its notice have in common.
func (r *renderer) bareItem(a *article.Article) *Item {
	i := &Item{
		Key: a.ID, About: r.about(), Link: r.url(address.Article(a.Slug)), Language: "vi",
		Author: Line(a.Author),
		Topic:  &Label{Slug: a.Topic.Slug, Name: Line(a.Topic.Title), Scheme: r.url(address.Topics)},
	}
	if i.Author == "" {
		i.Author = Line(r.Set.Settings.Publisher.Name)
	}
	if a.Campaign != nil {
		i.Campaign = &Label{Slug: a.Campaign.Slug, Name: Line(a.Campaign.Title), Scheme: r.url(address.Campaigns)}
	}
	if a.Broadcast != nil {
		i.Language = a.Broadcast.Language
	}
	return i
}

// withdraw leaves the identity and the reason, nothing of what the article said but its title.
func (i *Item) withdraw(a *article.Article, ref string) {
	at := a.Withdrawn.At.In(settings.Zone)
	i.State = Withdrawn
	i.Published = at
	i.Title = "Đã thu hồi: " + Plain(a.Title, longestTitle)
	reason := strings.TrimRight(a.Withdrawn.Reason, ". ")
	i.Summary = Plain(fmt.Sprintf("Bài này đã thu hồi lúc %s ngày %s. Lý do: %s.", at.Format("15:04"), article.DayText(at), reason), longestSummary)
	i.Withdrawal = &Withdrawal{At: at, Ref: ref}
}

func (r *renderer) broadcast(a *article.Article, sound *Enclosure) *Broadcast {
	if a.Broadcast == nil {
		return nil
	}
	wish := a.Broadcast
	b := &Broadcast{Priority: string(wish.Priority), PerDay: wish.PerDay, Areas: wish.Areas, Language: wish.Language}
	if !wish.From.IsZero() {
		b.From, b.Until = wish.From.String(), wish.Until.String()
	}
	for _, t := range wish.Times {
		b.Times = append(b.Times, t.String())
	}
	if len(b.Areas) == 0 {
		b.Areas = []string{allAreas}
	}
	if script := r.Scripts[a.ID]; script != nil {
		b.Length = script.Duration
	}
	if sound != nil {
		b.Length = time.Duration(sound.Seconds) * time.Second
	}
	return b
}
