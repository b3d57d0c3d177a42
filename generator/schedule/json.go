package schedule

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// The document lich.json (FEEDS.md 8.4). Keys are only added: none is taken away and none gets another meaning.

type jsonStation struct {
	Slug string `json:"slug"`
	Name string `json:"ten"`
	Zone string `json:"mui_gio"` // IANA name
}

type jsonDay struct {
	Date     string         `json:"ngay"`
	Urgent   []jsonItem     `json:"khan"`
	Sessions []jsonSession  `json:"buoi"`
	Unplaced []jsonUnplaced `json:"khong_xep"`
}

type jsonSession struct {
	Name    string `json:"ten"`
	Start   string `json:"tu"` // HH:MM; 24:00 is midnight at the end of the day
	End     string `json:"den"`
	Most    int    `json:"toi_da"` // seconds for items of ours
	Used    int    `json:"da_dung"`
	Entries []any  `json:"muc"` // jsonItem or jsonRelay, in order of time
}

// jsonItem is a reading of an article, or an urgent article, which has no hour and no number. Its script and its sound are left out once
// it is taken back.
type jsonItem struct {
	At       string `json:"luc,omitempty"` // HH:MM:SS
	Kind     string `json:"loai"`          // "bai"
	ID       string `json:"id"`
	Title    string `json:"tieu_de"`
	Reading  int    `json:"lan,omitempty"`
	Of       int    `json:"so_lan,omitempty"`
	Seconds  int    `json:"thoi_luong"`
	Priority string `json:"uu_tien"`
	Script   string `json:"loi_doc,omitempty"`   // absolute address
	Sound    string `json:"am_thanh,omitempty"`  // absolute address; left out when a person reads
	Wish     string `json:"mong_muon,omitempty"` // HH:MM; left out when any hour is right
	Taken    bool   `json:"thu_hoi"`             // not to be read any more
}

type jsonRelay struct {
	At      string `json:"luc"`
	Kind    string `json:"loai"` // "tiep-am"
	Name    string `json:"ten"`
	Seconds int    `json:"thoi_luong"`
}

type jsonUnplaced struct {
	ID       string `json:"id"`
	Reading  int    `json:"lan"`
	Reason   Reason `json:"ly_do"`
	Sentence string `json:"cau"`
}

// JSON writes lich.json: what a station reads, for programs (FEEDS.md 8.4). One line a day, so that two builds can be compared. Pure.
func JSON(o Outlook) []byte {
	station, days := encode(jsonStation{Slug: o.Station.Slug, Name: o.Station.Name, Zone: zoneName}), o.common.days()
	return slices.Concat([]byte(`{"dai":`), station, days)
}

// writeDays writes all that stands behind the station.
func (o Outlook) writeDays() []byte {
	var b bytes.Buffer
	b.WriteString(`,"ngay":[`)
	for n, p := range o.Days {
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(encode(o.jsonDay(p)))
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the document is no part of a page
	if err := e.Encode(v); err != nil {
		panic("schedule: texts and numbers do not fail to be JSON: " + err.Error())
	}
	return b.Bytes()[:b.Len()-1] // without the line end
}

// jsonDay has a list for everything, an empty one too: who reads it asks for no key in vain.
func (o Outlook) jsonDay(p Programme) jsonDay {
	day := jsonDay{Date: p.Date.String(), Urgent: []jsonItem{}, Sessions: make([]jsonSession, len(p.Sessions)), Unplaced: []jsonUnplaced{}}
	for _, item := range p.Urgent {
		day.Urgent = append(day.Urgent, o.jsonItem(item))
	}
	for n, s := range p.Sessions {
		session := jsonSession{Name: s.Name, Start: hour(s.Start), End: hour(s.End), Most: seconds(s.Most), Used: seconds(s.Used), Entries: make([]any, len(s.Entries))}
		for i, e := range s.Entries {
			session.Entries[i] = o.jsonEntry(e)
		}
		day.Sessions[n] = session
	}
	for _, u := range p.Unplaced {
		if u.Item.Withdrawn.IsZero() { // else nobody misses it any more
			day.Unplaced = append(day.Unplaced, jsonUnplaced{ID: u.Item.ID, Reading: u.Reading, Reason: u.Reason, Sentence: u.Sentence()})
		}
	}
	return day
}

func (o Outlook) jsonEntry(e Entry) any {
	at := hour(e.At) + fmt.Sprintf(":%02d", seconds(e.At%time.Minute))
	if e.Item == nil {
		return jsonRelay{At: at, Kind: "tiep-am", Name: e.Relay, Seconds: seconds(e.Length)}
	}
	item := o.jsonItem(e.Item)
	item.At, item.Reading, item.Of = at, e.Reading, e.Of
	if e.Reading <= len(e.Item.Wishes) {
		item.Wish = e.Item.Wishes[e.Reading-1].String()
	}
	return item
}

func (o Outlook) jsonItem(item *Item) jsonItem {
	j := jsonItem{Kind: "bai", ID: item.ID, Title: item.Article.Title, Seconds: seconds(item.Length), Priority: string(item.Priority), Taken: !item.Withdrawn.IsZero()}
	if !j.Taken {
		j.Script, j.Sound = o.Base+address.Script(item.Article.Slug), o.sound(item)
	}
	return j
}

// sound is the absolute address of an item's sound, or "".
func (o Outlook) sound(item *Item) string {
	if item.Sound.Address == "" || !item.Withdrawn.IsZero() {
		return ""
	}
	return o.Base + item.Sound.Address
}

// hour is a time of day without its seconds.
func hour(d time.Duration) string { return settings.Clock(d / time.Minute).String() }

func seconds(d time.Duration) int { return int(d / time.Second) }
