package bundle_test

import (
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// made is an article that no file holds: what it says may be what no loader lets through.
type made struct {
	article *article.Article
	item    *schedule.Item
	script  *speech.Script
	sound   *audio.Sound
}

// article1 is an article of a slug, which is its ID too, a title and its spoken sentences.
func article1(slug, title string, sentences ...string) made {
	a := &article.Article{ID: slug, Slug: slug, Title: title, LastMod: time.Date(2023, 4, 24, 8, 0, 0, 0, settings.Zone)}
	s := &speech.Script{Article: a.ID}
	for i, text := range sentences {
		s.Sentences = append(s.Sentences, speech.Sentence{Text: text, Block: i, Line: true})
	}
	return made{article: a, script: s, item: &schedule.Item{ID: a.ID, Article: a, Length: 150 * time.Second, PerDay: 1, Language: "vi"}}
}

// handmade is the input of a day whose one session reads articles one after another.
func handmade(list ...made) bundle.Input {
	in := bundle.Input{Settings: settingsOf(), Station: settings.Station{Slug: "vinh-thuy", Name: "Đài xã Vĩnh Thủy"}, Base: "https://loa.example.vn", Version: "v1",
		Scripts: map[string]*speech.Script{}, Sounds: map[string]*audio.Sound{}}
	session := schedule.Session{Name: "sáng", Start: 5 * time.Hour, End: 6 * time.Hour}
	for i, a := range list {
		in.Scripts[a.item.ID] = a.script
		if a.sound != nil {
			in.Sounds[a.item.ID] = a.sound
		}
		session.Entries = append(session.Entries, schedule.Entry{At: session.Start + time.Duration(i)*a.item.Length, Length: a.item.Length, Item: a.item, Reading: 1, Of: 1})
	}
	in.Days = []schedule.Programme{{Station: in.Station.Slug, Date: civil.Date{Year: 2023, Month: 4, Day: 25}, Sessions: []schedule.Session{session}}}
	return in
}
