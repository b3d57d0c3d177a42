package feed_test

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	diff "github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

func dayOf(at time.Time) civil.Date { return civil.DateOf(at.In(settings.Zone)) }

// expected is the rule of order and window once more, by the slowest way there is: what a channel holds, as pairs of id and change.
func expected(in feed.Input, c feed.Channel) []string {
	type candidate struct {
		id string
		at time.Time
	}
	var all []candidate
	s := in.Set.Settings
	station, _ := s.Station(c.Slug)
	for _, a := range in.Set.Articles {
		belongs := c.Kind == feed.All || c.Kind == feed.Topic && a.Topic.Slug == c.Slug ||
			c.Kind == feed.Campaign && a.Campaign != nil && "chien-dich-"+a.Campaign.Slug == c.Slug
		if c.Kind == feed.Station && a.Broadcast != nil {
			belongs = len(a.Broadcast.Areas) == 0 && station.On(dayOf(in.At)) ||
				slices.ContainsFunc(a.Broadcast.Areas, func(area string) bool { return s.Serves(station, area, dayOf(in.At)) })
		}
		if !belongs || gone(a, in.At) {
			continue
		}
		moments := []time.Time{a.Date, a.LastMod}
		for _, x := range a.Corrections {
			moments = append(moments, x.At)
		}
		if a.Withdrawn != nil {
			moments = append(moments, a.Withdrawn.At)
		}
		moments = slices.DeleteFunc(moments, func(m time.Time) bool { return m.After(in.At) })
		all = append(all, candidate{tag(a.ID), slices.MaxFunc(moments, time.Time.Compare)})
		if c.Kind == feed.Station && a.WithdrawnAt(in.At) {
			all = append(all, candidate{tag(a.ID) + "/thu-hoi", a.Withdrawn.At})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Or(b.at.Compare(a.at), strings.Compare(a.id, b.id)) })
	fill := 50
	if c.Kind == feed.Station {
		fill = 20
	}
	var list []string
	for i, x := range all {
		if i < 200 && (i < fill || x.at.After(all[0].at.AddDate(0, 0, -14))) {
			list = append(list, x.id)
		}
	}
	return list
}

// gone says that live documents hold an article no more.
func gone(a *article.Article, at time.Time) bool {
	if a.WithdrawnAt(at) {
		return !at.Before(a.Withdrawn.At.AddDate(0, 0, 30))
	}
	return a.ExpiredAt(at)
}

func TestOrderAndWindow(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, at := range h.instants(11, h.builds(6)) {
			in := h.at(at)
			files := render(t, in)
			for _, c := range feed.Channels(in.Set, dayOf(at)) {
				if station, _ := in.Set.Settings.Station(c.Slug); c.Kind == feed.Station && !station.On(dayOf(at)) {
					continue // TestAFormerStation
				}
				if d := diff.Diff(expected(in, c), ids(parse(t, document(t, files, address.File(c.RSS))))); d != "" {
					t.Errorf("%s at %s (-want +got):\n%s", c.RSS, at, d)
				}
			}
		}
	})
}

// TestTenDaysAwayMissesNothing: whoever read a document, was away ten days and reads the next one has all that a reader who asked
// every ten hours has, but what is no more.
func TestTenDaysAwayMissesNothing(t *testing.T) {
	histories(t, sizes[:len(sizes)-1], func(t *testing.T, h history) {
		for _, start := range h.instants(12, 1) {
			between := map[string]map[string]bool{} // path → id and change seen in the ten days
			var last []feed.File
			for hours := 10; hours <= 240; hours += 10 {
				last = render(t, h.at(start.Add(time.Duration(hours)*time.Hour)))
				for _, f := range last {
					if !f.Live {
						continue
					}
					if between[f.Path] == nil {
						between[f.Path] = map[string]bool{}
					}
					for _, i := range parse(t, f) {
						if changed, err := time.Parse(time.RFC3339, i.Updated); err != nil {
							t.Fatal(err)
						} else if changed.After(start) {
							between[f.Path][i.ID] = true
						}
					}
				}
			}
			end := h.at(start.AddDate(0, 0, 10))
			live, withdrawn := map[string]bool{}, map[string]bool{}
			for _, a := range end.Set.Articles {
				withdrawn[tag(a.ID)] = a.WithdrawnAt(end.At)
				if !gone(a, end.At) {
					live[tag(a.ID)], live[tag(a.ID)+"/thu-hoi"] = true, true
				}
			}
			for _, f := range last {
				if !f.Live || f.Cut || formerStation(f.Path, dayOf(end.At)) {
					continue
				}
				now := ids(parse(t, f))
				for id := range between[f.Path] {
					if path.Base(f.Path) == address.Podcast && withdrawn[id] {
						continue // its sound is no more
					}
					if live[id] && !slices.Contains(now, id) {
						t.Errorf("%s: who was away from %s missed %s", f.Path, start, id)
					}
				}
			}
		}
	})
}

func formerStation(file string, day civil.Date) bool {
	return (strings.HasPrefix(file, "dai/vinh-o/") || strings.HasPrefix(file, "dai/vinh-ha/")) && !day.Before(merger)
}

func TestTooManyChangesAreSaid(t *testing.T) {
	h := newHistory(1, 2600, time.Date(2023, 3, 1, 0, 0, 0, 0, settings.Zone))
	at := h.first.AddDate(0, 0, 60)
	files := render(t, h.at(at))
	if f := document(t, files, "kenh/tat-ca/rss.xml"); !f.Cut || len(parse(t, f)) != 200 {
		t.Errorf("cut %v with %d items, want a cut at 200", f.Cut, len(parse(t, f)))
	}
	if f := document(t, files, "kenh/khong-co-bai/rss.xml"); f.Cut {
		t.Error("an empty channel is cut")
	}
}

// TestWithoutNewsNoByteChanges: a document that says the same instant of change is the same, and the instant never goes back.
func TestWithoutNewsNoByteChanges(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		former := map[string]feed.File{}
		kept := 0
		for _, at := range h.instants(14, h.builds(40)) {
			for _, f := range render(t, h.at(at)) {
				before, known := former[f.Path]
				former[f.Path] = f
				switch {
				case f.Updated.After(at):
					t.Fatalf("%s at %s was changed at %s", f.Path, at, f.Updated)
				case !known:
				case f.Updated.Before(before.Updated):
					t.Fatalf("%s at %s: the change goes back from %s to %s", f.Path, at, before.Updated, f.Updated)
				case f.Updated.Equal(before.Updated):
					kept++
					if !bytes.Equal(f.Data, before.Data) {
						t.Fatalf("%s at %s says it has not changed, and has:\n%s", f.Path, at, diff.Diff(string(before.Data), string(f.Data)))
					}
				}
			}
		}
		if kept == 0 {
			t.Error("no document stayed: the test shows nothing")
		}
	})
}

func TestADayLaterWithoutNewsTheReleaseIsTheSame(t *testing.T) {
	h := newHistory(3, 40, time.Date(2023, 3, 1, 0, 0, 0, 0, settings.Zone))
	end := h.first.AddDate(1, 0, 0) // all is over
	if d := diff.Diff(render(t, h.at(end)), render(t, h.at(end.AddDate(0, 0, 1)))); d != "" {
		t.Error(d)
	}
}

func TestAnEmptyChannelIsADocument(t *testing.T) {
	h := newHistory(0, 0, time.Date(2025, 8, 1, 0, 0, 0, 0, settings.Zone))
	files := render(t, h.at(h.first))
	if len(files) != 5*4+4*3+1 {
		t.Errorf("%d documents, want four a channel, three a station and the list", len(files))
	}
	for _, f := range files {
		if f.Type == feed.TypeOPML {
			continue
		}
		read, err := gofeed.NewParser().ParseString(string(f.Data))
		if err != nil {
			t.Errorf("%s: %v", f.Path, err)
			continue
		}
		if len(parse(t, f)) != len(read.Items) || read.Title == "" || len(read.Items) > 0 != (formerStation(f.Path, dayOf(h.first)) && path.Base(f.Path) != address.Podcast) {
			t.Errorf("%s: %d items under %q", f.Path, len(read.Items), read.Title)
		}
	}
}

func TestWithoutAnAuthorityNothingIsPublished(t *testing.T) {
	for _, authority := range []string{"", "loa.example.vn", ",2023", "loa.example.vn,năm 2023"} {
		h := newHistory(0, 1, time.Date(2023, 3, 1, 0, 0, 0, 0, settings.Zone))
		h.set.Settings.Site.Authority = authority
		if _, err := feed.Render(h.at(h.first.AddDate(1, 0, 0))); err == nil {
			t.Errorf("%q was taken", authority)
		}
	}
}
