package schedule_test

import (
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// spokenAt is what a script of one sentence of n syllables says about an article: how long it takes at the office's rate.
func spokenAt(n, rate int) *speech.Script {
	s := &speech.Script{Sentences: []speech.Sentence{{Text: strings.TrimSpace(strings.Repeat("loa ", n)), Tieng: n}}, Tieng: n, Rate: rate}
	s.Duration = speech.Length(s, rate)
	return s
}

// paced is an office whose announcers say 150 syllables a minute, and its stations of other rates.
func paced(rates ...int) (*settings.Settings, []settings.Station) {
	s := office()
	s.Reading.Rate = 150
	for _, rate := range rates {
		s.Stations = append(s.Stations, settings.Station{Slug: "x", Area: "a", Languages: []string{"vi"}, Rate: rate,
			Slots: []settings.Slot{{Name: "sáng", Start: 300, End: 360, Most: 30 * time.Minute}}})
	}
	return s, s.Stations
}

// TestAnItemTakesWhatItsAnnouncerNeeds: without a sound the length is the script's at the rate of the station, with one it is the sound's
// everywhere, rounded up to five seconds.
func TestAnItemTakesWhatItsAnnouncerNeeds(t *testing.T) {
	s, stations := paced(0, 150, 120, 200)
	day := date("2023-04-24")
	wish := &article.Broadcast{From: day, Until: day, PerDay: 1}
	script := spokenAt(300, 150)
	read, _ := schedule.ItemOf(&article.Article{ID: "a", Broadcast: wish}, script, schedule.Sound{})
	played, _ := schedule.ItemOf(&article.Article{ID: "b", Broadcast: wish}, script, schedule.Sound{Address: "/am-thanh/b.mp3", Length: 61 * time.Second})
	planner := schedule.New(s, []schedule.Item{read, played})
	for _, st := range stations {
		rate := st.Rate
		if rate == 0 {
			rate = 150
		}
		for _, e := range planner.Plan(st, day, day)[0].Sessions[0].Entries {
			want := speech.Length(script, rate)
			if e.Item.ID == "b" {
				want = 65 * time.Second
			}
			if e.Length != want || e.Item.Length != want {
				t.Errorf("rate %d: %s takes %v, its item %v, want %v", st.Rate, e.Item.ID, e.Length, e.Item.Length, want)
			}
		}
	}
	if slow, fast := speech.Length(script, 120), speech.Length(script, 200); slow <= script.Duration || fast >= script.Duration {
		t.Errorf("at 120: %v, at 150: %v, at 200: %v", slow, script.Duration, fast)
	}
}

// TestStationsOfOneRateShareARun: the rate that the office has and one that a station writes down again are the same.
func TestStationsOfOneRateShareARun(t *testing.T) {
	s, stations := paced(0, 150, 120, 120)
	item, _ := schedule.ItemOf(&article.Article{ID: "a", Broadcast: &article.Broadcast{PerDay: 1}}, spokenAt(300, 150), schedule.Sound{})
	planner := schedule.New(s, []schedule.Item{item})
	run := func(n int) *schedule.Session {
		return &planner.Plan(stations[n], item.First, item.First)[0].Sessions[0]
	}
	if run(0) != run(1) || run(2) != run(3) || run(0) == run(2) {
		t.Error("planned twice, or once for two rates")
	}
}

// TestALostSoundKeepsItsLength: a sound that is published no more, but whose length is known, moves nothing.
func TestALostSoundKeepsItsLength(t *testing.T) {
	a := &article.Article{ID: "a", Broadcast: &article.Broadcast{PerDay: 1}}
	if i, _ := schedule.ItemOf(a, spokenAt(300, 150), schedule.Sound{Length: 61 * time.Second}); i.Length != 65*time.Second {
		t.Errorf("%v", i.Length)
	}
}
