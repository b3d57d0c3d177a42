package bundle

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// frame is what each page has.
type frame struct {
	Title   string
	Style   template.CSS
	Code    template.JS
	Station string
	Days    string // dates that the page is right on, as 2023-04-25, with blanks
	Up      string // way back to the page of all days, or ""
	Office  string // who answers for it
	Updated string
	Home    string // where a newer one is, for reading only
}

// dayView is index.html of a day.
type dayView struct {
	frame
	Weekday, Date string
	Silence       string // which articles have no sound, or ""
	Urgent        []entryView
	Sessions      []sessionView
	Empty         string // what stands there without sessions
	Taken         []schedule.TakenWords
}

type sessionView struct {
	Title            string // "Buổi sáng, 05:30 đến 06:30"
	Opening, Closing []string
	Entries          []entryView
	Blank            []struct{} // empty rows of the log
	Empty            string
}

// entryView is a reading, or a relay, which has words and no controls.
type entryView struct {
	Clock   string // "" for what does not wait for a session
	Relay   bool
	Rank    string // "01", as its files are called
	Title   string
	Mark    string // "Khẩn", "Ưu tiên" or ""
	Facts   []string
	Reading string // "1/2" in the log
	Sound   string
	Text    string
	Words   [][]string // paragraphs of lines; only at the first reading
}

// overviewView is index.html of several days.
type overviewView struct {
	frame
	Span  string // "25/4/2023 đến 26/4/2023"
	List  []dayLink
	Taken []schedule.TakenWords
}

type dayLink struct {
	Address, Weekday, Date, Facts string
	Urgent                        []string
}

func (p *packer) frame(title string, days ...*day) frame {
	f := frame{Title: title, Style: style, Code: code, Station: oneLine(p.Station.Name), Office: oneLine(p.Settings.Publisher.Name), Updated: p.updated(),
		Home: p.Base + address.Station(p.Station.Slug)}
	dates := make([]string, len(days))
	for i, d := range days {
		dates[i] = d.Date.String()
	}
	f.Days = strings.Join(dates, " ")
	if len(days) == 1 && days[0].folder != "" {
		f.Up = "../index.html"
	}
	return f
}

func (p *packer) dayView(d *day) dayView {
	v := dayView{frame: p.frame(inWords(d.Date)+" · "+oneLine(p.Station.Name), d), Weekday: settings.Weekday(d.Date), Date: settings.ShortDate(d.Date),
		Silence: d.silence(), Sessions: p.sessions(d), Taken: p.takenWords(d)}
	for _, t := range d.urgent() {
		v.Urgent = append(v.Urgent, t.view(true))
	}
	if len(v.Sessions) == 0 {
		v.Empty = "Ngày này đài không có buổi phát."
	}
	return v
}

// silence says which articles an announcer must read, since they have no sound.
func (d *day) silence() string {
	var mute []string
	for _, t := range d.tracks {
		if t.sound == nil {
			mute = append(mute, fmt.Sprintf("%02d", t.rank))
		}
	}
	switch {
	case len(mute) == 0:
		return ""
	case len(mute) == len(d.tracks):
		return "Gói này không có tệp tiếng. Phát thanh viên đọc theo lời của từng bài."
	}
	return "Bài chưa có tệp tiếng, phát thanh viên đọc theo lời: số " + strings.Join(mute, ", ") + "."
}

func (p *packer) sessions(d *day) []sessionView {
	var list []sessionView
	seen := map[string]bool{}
	for _, s := range d.Sessions {
		name := strings.TrimSpace("Buổi " + oneLine(s.Name))
		v := sessionView{Title: fmt.Sprintf("%s, %s đến %s", name, clockOf(s.Start), clockOf(s.End)), Blank: make([]struct{}, 3)}
		own := false
		for _, e := range s.Entries {
			switch {
			case d.struck(e):
			case e.Item == nil:
				v.Entries = append(v.Entries, entryView{Clock: clockOf(e.At), Relay: true, Title: "Tiếp âm " + oneLine(e.Relay), Facts: []string{length(e.Length)}})
			default:
				own = true
				v.Entries = append(v.Entries, d.byID[e.Item.ID].reading(e, !seen[e.Item.ID]))
				seen[e.Item.ID] = true
			}
		}
		if own {
			said := p.Settings.Greeting.Fill(oneLine(p.Station.Name), s.Start, d.Date)
			v.Opening, v.Closing = lines(said.Opening), lines(said.Closing)
		} else {
			v.Empty = "Buổi này chưa xếp bài nào."
		}
		list = append(list, v)
	}
	return list
}

// reading is a track at one of its hours.
func (t *track) reading(e schedule.Entry, first bool) entryView {
	v := t.view(first)
	v.Clock = clockOf(e.At)
	if e.Of > 1 {
		v.Facts = append(v.Facts, fmt.Sprintf("lần %d trong %d", e.Reading, e.Of))
		v.Reading = fmt.Sprintf("%d/%d", e.Reading, e.Of)
	}
	if e.Moved {
		v.Facts = append(v.Facts, "mong muốn "+clockOf(e.Wish))
	}
	return v
}

// heard is how long a track is: its sound to the second, else the time that the plan gives it.
func (t *track) heard() time.Duration {
	if t.sound != nil {
		return t.sound.Length.Round(time.Second)
	}
	return t.Length
}

// view is a track without an hour; its words are in it when it is the first time.
func (t *track) view(first bool) entryView {
	v := entryView{Rank: fmt.Sprintf("%02d", t.rank), Title: oneLine(t.Article.Title), Facts: []string{length(t.heard())}, Sound: t.play()}
	switch t.Priority {
	case article.Urgent:
		v.Mark = "Khẩn"
	case article.High:
		v.Mark = "Ưu tiên"
	}
	if language := cmp.Or(t.Language, "vi"); language != "vi" {
		v.Facts = append(v.Facts, cmp.Or(languages[language], "tiếng "+language))
	}
	if t.sound == nil {
		v.Facts = append(v.Facts, "chưa có tệp tiếng")
	} else {
		v.Facts = append(v.Facts, voice(t.sound))
	}
	if t.script != nil {
		if v.Text = t.text(); first {
			v.Words = paragraphs(t.script)
		}
	}
	return v
}

// languages that an announcer must be told of.
var languages = map[string]string{"bru": "tiếng Bru – Vân Kiều"}

// voice says who speaks in a sound.
func voice(s *audio.Sound) string {
	switch {
	case s.Synthetic:
		return "giọng máy tổng hợp"
	case s.Voice != "":
		return "người đọc: " + oneLine(s.Voice)
	}
	return "người đọc"
}

// paragraphs are the words of a script as they stand on paper.
func paragraphs(s *speech.Script) (list [][]string) {
	for _, b := range s.Blocks() {
		var paragraph []string
		for _, sentence := range b.Sentences {
			if n := len(paragraph); n > 0 && !sentence.Line {
				paragraph[n-1] += " " + sentence.Text
			} else {
				paragraph = append(paragraph, sentence.Text)
			}
		}
		list = append(list, paragraph)
	}
	return list
}

func (p *packer) takenWords(d *day) (list []schedule.TakenWords) {
	for _, t := range d.taken {
		list = append(list, t.Words(p.Settings.Publisher, oneLine))
	}
	return list
}

func (p *packer) overview() overviewView {
	first, last := p.days[0].Date, p.days[len(p.days)-1].Date
	v := overviewView{frame: p.frame("Gói nhiều ngày · "+oneLine(p.Station.Name), p.days...), Span: settings.ShortDate(first) + " đến " + settings.ShortDate(last)}
	for _, d := range p.days {
		link := dayLink{Address: d.folder + "index.html", Weekday: settings.Weekday(d.Date), Date: settings.ShortDate(d.Date), Facts: d.facts()}
		for _, t := range d.urgent() {
			link.Urgent = append(link.Urgent, oneLine(t.Article.Title))
		}
		v.List = append(v.List, link)
		for _, t := range p.takenWords(d) {
			if !slices.ContainsFunc(v.Taken, func(o schedule.TakenWords) bool { return o.Title == t.Title }) {
				t.Hours = ""
				v.Taken = append(v.Taken, t)
			}
		}
	}
	return v
}

// facts are the numbers of a day: "12 bài, 11 có tiếng".
func (d *day) facts() string {
	voiced := 0
	for _, t := range d.tracks {
		if t.sound != nil {
			voiced++
		}
	}
	switch len(d.tracks) {
	case 0:
		return "không có bài"
	case voiced:
		return fmt.Sprintf("%d bài, đều có tiếng", voiced)
	}
	return fmt.Sprintf("%d bài, %d có tiếng", len(d.tracks), voiced)
}
