package schedule_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// TestFindingGoldens: what writers are told about the plan of a small office. The case holds the instant and how long each article takes.
func TestFindingGoldens(t *testing.T) {
	golden.Run(t, "testdata/finding*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		fsys := fstest.MapFS{}
		for _, f := range a.Files[1 : len(a.Files)-1] {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		s, found, err := settings.Load(fsys)
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		set, found, err := article.Load(fsys, s)
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		var at time.Time
		lengths := map[string]time.Duration{}
		for line := range strings.Lines(string(a.Files[0].Data)) {
			what, value, _ := strings.Cut(strings.TrimSpace(line), " ")
			if what == "at" {
				at, err = time.Parse(time.RFC3339, value)
			} else {
				lengths[what], err = time.ParseDuration(value)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		var items []schedule.Item
		for _, a := range set.Published(at, true).Articles {
			if item, aired := schedule.ItemOf(a, &speech.Script{Duration: lengths[a.Slug]}, schedule.Sound{}); aired {
				items = append(items, item)
			}
		}
		var bag diagnostic.Bag
		bag.Add(schedule.New(s, items).Findings(at)...)
		var out bytes.Buffer
		if err := diagnostic.WriteText(&out, bag.Sorted(), diagnostic.Style{}); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	})
}

// TestFindingsAreTrue holds the findings of random stations against their plans: an article is too long if it has no place even alone,
// it is never read if no day of its days has it and one from the instant on could not, and an hour is idle if no session has it.
func TestFindingsAreTrue(t *testing.T) {
	counts := map[string]int{}
	for seed := range uint64(800) {
		r := rand.New(rand.NewPCG(seed, 5))
		s := office()
		st, items := random(r)
		items = dressed(r, items)
		s.Stations = []settings.Station{st}
		day := date("2023-04-24").AddDays(r.IntN(8))
		at := day.In(settings.Zone).Add(time.Duration(r.IntN(24)) * time.Hour)
		if len(items) > 0 && r.IntN(3) == 0 {
			items = withdrawn(items, r.IntN(len(items)), at)
		}
		for n := range items {
			items[n].Article.Places = article.Places{}
			for _, key := range []string{"title", "phat_thanh.den", "phat_thanh.gio"} {
				items[n].Article.Places[key] = diagnostic.Place{Source: diagnostic.NewSource(items[n].ID, items[n].ID)}
			}
		}
		var got, want []string
		for _, d := range schedule.New(s, items).Findings(at) {
			what := d.Source.Path + " " + d.Check.Name
			if d.Check.Name == "phat-gio-hut" {
				what += " " + strings.TrimSuffix(strings.TrimPrefix(d.Message, "không đài nào phát lúc “"), "”")
			}
			got = append(got, what)
			counts[d.Check.Name]++
			if len(d.Hints) == 0 || d.Message == "" || strings.HasSuffix(d.Message, ".") {
				t.Errorf("seed %d: %+v", seed, d)
			}
		}
		end := day.AddDays(60)
		programmes := schedule.New(s, items).Plan(st, date("2023-04-24"), end)
		for n := range items {
			want = append(want, findingsOf(s, st, &items[n], day, programmes)...)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d, %s: found %q, want %q\n%+v\n%s", seed, day, got, want, st, show(programmes[:14]))
		}
	}
	for _, name := range []string{"bai-lo-buoi", "phat-day", "phat-gio-hut"} {
		if counts[name] < 5 {
			t.Errorf("%s was found %d times only", name, counts[name])
		}
	}
}

// findingsOf says by the rules alone what is to be found about an item at the one station there is.
func findingsOf(s *settings.Settings, st settings.Station, item *schedule.Item, day civil.Date, programmes []schedule.Programme) (want []string) {
	first, last := item.First, item.Last
	if first.Before(day) {
		first = day
	}
	if last.IsZero() {
		last = first.AddDays(60)
	}
	if !item.Withdrawn.IsZero() || item.Priority == article.Urgent || last.Before(first) {
		return nil
	}
	for _, w := range item.Wishes {
		if !slices.ContainsFunc(st.Slots, func(s settings.Slot) bool { return s.Start <= w && w < s.End }) {
			want = append(want, item.ID+" phat-gio-hut "+w.String())
		}
	}
	alone := *item
	alone.PerDay, alone.Wishes, alone.First, alone.Last, alone.Standing = 1, nil, first, last, false
	fits, onAir := false, false
	for _, p := range schedule.New(s, []schedule.Item{alone}).Plan(st, first, last) {
		fits = fits || len(p.Unplaced) == 0
		onAir = onAir || len(p.Unplaced) > 0 && p.Unplaced[0].Reason != schedule.NoSession && p.Unplaced[0].Room > 0
	}
	if !fits && onAir {
		return append(want, item.ID+" bai-lo-buoi")
	}
	read, missed := false, false
	for _, p := range programmes {
		if p.Date.After(last) {
			break
		}
		for _, s := range p.Sessions {
			read = read || slices.ContainsFunc(s.Entries, func(e schedule.Entry) bool { return e.Item != nil && e.Item.ID == item.ID })
		}
		missed = missed || !p.Date.Before(first) && slices.ContainsFunc(p.Unplaced, func(u schedule.Unplaced) bool { return u.Item.ID == item.ID })
	}
	if !read && missed && !item.Standing {
		want = append(want, item.ID+" phat-day")
	}
	return want
}

// TestFindingsCostAFewRuns: ten times the stations of the same hours cost no more plans, only names.
func TestFindingsCostAFewRuns(t *testing.T) {
	work := func(n int) float64 {
		s := real(t)
		one := station(t, s, "vinh-thuy")
		s.Stations = nil
		for i := range n {
			one.Slug = fmt.Sprint("dai-", i)
			s.Stations = append(s.Stations, one)
		}
		planner := schedule.New(s, itemsOf(t, stories()))
		return testing.AllocsPerRun(1, func() { planner.Findings(morning) })
	}
	if one, many := work(1), work(1000); many > one+1000*15 {
		t.Errorf("a station costs %.0f allocations, a thousand %.0f", one, many)
	}
}
