package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

func date(s string) civil.Date {
	d, err := civil.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func clock(s string) settings.Clock {
	t, err := time.Parse("15:04", s)
	if err != nil {
		panic(err)
	}
	return settings.Clock(t.Hour()*60 + t.Minute())
}

func at(d time.Duration) string {
	return time.Time{}.Add(d).Format("15:04:05")
}

// real is the network of Vĩnh Linh as content/_loa/dai.toml has it.
func real(t testing.TB) *settings.Settings {
	t.Helper()
	s, found, err := settings.Load(os.DirFS("../.."))
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	return s
}

func station(t testing.TB, s *settings.Settings, slug string) settings.Station {
	t.Helper()
	st, ok := s.Station(slug)
	if !ok {
		t.Fatal("no station", slug)
	}
	return st
}

// april are the articles of the campaign as their writers wished them, with the lengths of FEEDS.md 7.3.
func april() []schedule.Item {
	var items []schedule.Item
	for row := range strings.Lines(`
01 04-24 04-28 cao   2 05:35 17:05
02 04-24 05-03 cao   2 05:40 17:10
03 04-24 05-03 cao   2 05:45 17:15
04 04-25 05-02 thuong 1 17:50
05 04-25 04-30 thuong 1 17:50
06 04-26 05-03 thuong 1 06:25
07 04-24 05-03 thuong 1 05:50
08 04-27 05-03 thuong 1 17:50
10 04-24 05-03 thuong 1 17:55
11 04-25 04-30 thuong 1 05:50
12 04-28 05-03 thuong 1 17:50
13 04-24 05-03 cao   2 05:55 17:20
14 04-26 05-03 thuong 1 17:25
15 04-25 05-03 thuong 1 17:50
16 04-28 05-03 thuong 2 05:35 17:05
17 04-29 05-02 thuong 1 05:40
18 04-24 05-03 cao   2 05:50 17:25
`) {
		f := strings.Fields(row)
		if len(f) == 0 {
			continue
		}
		item := schedule.Item{ID: f[0], First: date("2023-" + f[1]), Last: date("2023-" + f[2]), Priority: article.Priority(f[3]),
			PerDay: int(f[4][0] - '0'), Length: 150 * time.Second, Language: "vi"}
		for _, w := range f[5:] {
			item.Wishes = append(item.Wishes, clock(w))
		}
		switch item.ID {
		case "10":
			item.Length = 120 * time.Second
		case "18":
			item.Length = 180 * time.Second
		}
		items = append(items, item)
	}
	return items
}

// show prints programmes as a person would check them.
func show(programmes []schedule.Programme) string {
	var b strings.Builder
	for _, p := range programmes {
		fmt.Fprintf(&b, "%s %s\n", p.Station, p.Date)
		for _, i := range p.Urgent {
			fmt.Fprintf(&b, "  khẩn %s\n", i.ID)
		}
		for _, s := range p.Sessions {
			fmt.Fprintf(&b, "  %s %s %s–%s %v/%v\n", p.Date, s.Name, at(s.Start), at(s.End), s.Used, s.Most)
			for _, e := range s.Entries {
				switch {
				case e.Item == nil:
					fmt.Fprintf(&b, "    %s %v %s\n", at(e.At), e.Length, e.Relay)
				default:
					fmt.Fprintf(&b, "    %s %v %s %d/%d", at(e.At), e.Length, e.Item.ID, e.Reading, e.Of)
					if e.Moved {
						fmt.Fprintf(&b, " muốn %s", at(e.Wish))
					}
					if e.Struck {
						b.WriteString(" rút")
					}
					b.WriteByte('\n')
				}
			}
		}
		for _, u := range p.Unplaced {
			fmt.Fprintf(&b, "  %s %d %s\n", u.Item.ID, u.Reading, u.Reason)
		}
	}
	return b.String()
}

// TestThePlanOfVinhThuyByHand is the example of FEEDS.md 7.3, worked out by hand there.
func TestThePlanOfVinhThuyByHand(t *testing.T) {
	s := real(t)
	got := show(schedule.New(s, april()).Plan(station(t, s, "vinh-thuy"), date("2023-04-24"), date("2023-04-25")))
	want := `vinh-thuy 2023-04-24
  2023-04-24 sáng 05:30:00–06:30:00 13m0s/15m0s
    05:35:00 2m30s 01 1/2
    05:40:00 2m30s 02 1/2
    05:45:00 2m30s 03 1/2
    05:50:00 3m0s 18 1/2
    05:55:00 2m30s 13 1/2
    06:00:00 25m0s Thời sự VOV1
  2023-04-24 chiều 17:00:00–18:30:00 14m30s/15m0s
    17:00:30 2m30s 07 1/1 muốn 05:50:00
    17:05:00 2m30s 01 2/2
    17:10:00 2m30s 02 2/2
    17:15:00 2m30s 03 2/2
    17:20:00 2m30s 13 2/2
    17:30:00 15m0s Thời sự Đài tỉnh
    17:55:00 2m0s 10 1/1
    18:00:00 30m0s Thời sự VOV1
  18 2 het-phut
vinh-thuy 2023-04-25
  2023-04-25 sáng 05:30:00–06:30:00 13m0s/15m0s
    05:35:00 2m30s 01 1/2
    05:40:00 2m30s 02 1/2
    05:45:00 2m30s 03 1/2
    05:50:00 3m0s 18 1/2
    05:55:00 2m30s 13 1/2
    06:00:00 25m0s Thời sự VOV1
  2023-04-25 chiều 17:00:00–18:30:00 14m30s/15m0s
    17:00:30 2m30s 11 1/1 muốn 05:50:00
    17:03:00 2m30s 07 1/1 muốn 05:50:00
    17:15:00 15m0s Chương trình của huyện
    17:30:00 15m0s Thời sự Đài tỉnh
    17:47:30 2m30s 05 1/1
    17:50:00 2m30s 04 1/1
    17:52:30 2m30s 15 1/1
    17:55:00 2m0s 10 1/1
    18:00:00 30m0s Thời sự VOV1
  01 2 het-phut
  02 2 het-phut
  03 2 het-phut
  13 2 het-phut
  18 2 het-phut
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// random is a station with items whose hours and wishes are as odd as settings may be, from one seed.
func random(r *rand.Rand) (settings.Station, []schedule.Item) {
	quarter := func(most int) settings.Clock { return settings.Clock(15 * r.IntN(most+1)) }
	st := settings.Station{Slug: "x", Area: "a", Languages: []string{"vi"}, From: date("2023-01-01")}
	for start := quarter(30); start < 24*60 && len(st.Slots) < 3; {
		end := min(24*60, start+15+quarter(8))
		st.Slots = append(st.Slots, settings.Slot{Name: "buổi", Start: start, End: end, Most: time.Duration(r.IntN(20)) * time.Minute})
		for range r.IntN(3) {
			from := start + settings.Clock(r.IntN(int(end-start)))
			st.Relays = append(st.Relays, settings.Relay{Name: "tiếp", Start: from, End: min(end, from+1+settings.Clock(r.IntN(20))),
				Weekdays: []time.Weekday{time.Monday, time.Tuesday, time.Wednesday}[:1+r.IntN(3)]})
		}
		start = end + quarter(20)
	}
	if r.IntN(2) == 0 {
		st.Quiet = append(st.Quiet, settings.Span{Start: quarter(96), End: quarter(96)})
	}
	var items []schedule.Item
	for n := range r.IntN(12) {
		item := schedule.Item{ID: fmt.Sprintf("%02d", n), First: date("2023-04-24").AddDays(r.IntN(4)), PerDay: 1 + r.IntN(6),
			Length: time.Duration(5+5*r.IntN(60)) * time.Second, Priority: []article.Priority{article.Ordinary, article.High, article.Urgent}[r.IntN(3)]}
		if r.IntN(4) == 0 {
			item.Standing = true
		} else {
			item.Last = item.First.AddDays(r.IntN(5))
		}
		for range r.IntN(item.PerDay + 1) {
			item.Wishes = append(item.Wishes, settings.Clock(r.IntN(24*60)))
		}
		slices.Sort(item.Wishes)
		items = append(items, item)
	}
	return st, items
}

func quietAt(st settings.Station, start, end time.Duration) bool {
	for m := start; m < end; m += time.Second {
		for _, q := range st.Quiet {
			from, to := time.Duration(q.Start)*time.Minute, time.Duration(q.End)*time.Minute
			if from < to && m >= from && m < to || from >= to && (m >= from || m < to) {
				return true
			}
		}
	}
	return false
}

// TestEveryPlanKeepsTheRules: over random stations and items, nothing overlaps, hours, guards and minutes are kept, readings of one item
// are half an hour apart, each has its day, and what was left out could not be added and has a true reason (FEEDS.md claims 19 to 21, 25).
func TestEveryPlanKeepsTheRules(t *testing.T) {
	office := &settings.Settings{}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 1))
		st, items := random(r)
		programmes := schedule.New(office, items).Plan(st, date("2023-04-24"), date("2023-05-02"))
		lastRead := map[string]civil.Date{}
		for _, p := range programmes {
			checkDay(t, seed, st, items, p, lastRead)
		}
		shuffled := slices.Clone(items)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if show(schedule.New(office, shuffled).Plan(st, date("2023-04-24"), date("2023-05-02"))) != show(programmes) {
			t.Errorf("seed %d: the plan depends on the order of the items", seed)
		}
		if show(schedule.New(office, items).Plan(st, date("2023-04-30"), date("2023-05-02"))) != show(programmes[6:]) {
			t.Errorf("seed %d: the plan depends on the first day that is asked for", seed)
		}
		var calm []schedule.Item
		for _, i := range items {
			if i.Priority != article.Urgent {
				calm = append(calm, i)
			}
		}
		for n, p := range schedule.New(office, calm).Plan(st, date("2023-04-24"), date("2023-05-02")) {
			p.Urgent = programmes[n].Urgent
			if show([]schedule.Programme{p}) != show(programmes[n:n+1]) {
				t.Errorf("seed %d: an urgent item changes the plan", seed)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d: %+v\n%s", seed, st, show(programmes))
		}
	}
}

func checkDay(t *testing.T, seed uint64, st settings.Station, items []schedule.Item, p schedule.Programme, lastRead map[string]civil.Date) {
	t.Helper()
	type span struct{ start, end time.Duration }
	var busy []span
	starts := map[string][]time.Duration{}
	for _, s := range p.Sessions {
		var used time.Duration
		for n, e := range s.Entries {
			if e.At < s.Start || e.At+e.Length > s.End || e.Length <= 0 {
				t.Errorf("seed %d: %v is outside its session", seed, e)
			}
			if n > 0 && e.Item != nil && s.Entries[n-1].Item != nil && s.Entries[n-1].At+s.Entries[n-1].Length > e.At {
				t.Errorf("seed %d: two readings at once", seed)
			}
			if e.Item == nil {
				busy = append(busy, span{e.At, e.At + e.Length})
				continue
			}
			used += e.Length
			if e.At < s.Start+30*time.Second || e.At+e.Length > s.End-30*time.Second || quietAt(st, e.At, e.At+e.Length) {
				t.Errorf("seed %d: %s is too near to an end or in quiet hours", seed, e.Item.ID)
			}
			starts[e.Item.ID] = append(starts[e.Item.ID], e.At)
			if e.Item.Standing {
				if last, ok := lastRead[e.Item.ID]; ok && p.Date.DaysSince(last) < 7 {
					t.Errorf("seed %d: standing %s read twice in a week", seed, e.Item.ID)
				}
				lastRead[e.Item.ID] = p.Date
			} else if p.Date.Before(e.Item.First) || p.Date.After(e.Item.Last) {
				t.Errorf("seed %d: %s read out of its days", seed, e.Item.ID)
			}
		}
		if used != s.Used || used > s.Most {
			t.Errorf("seed %d: %v used, said %v of %v", seed, used, s.Used, s.Most)
		}
		for _, e := range s.Entries {
			for _, b := range busy {
				if e.Item != nil && e.At < b.end+30*time.Second && b.start < e.At+e.Length+30*time.Second {
					t.Errorf("seed %d: %s at %s too near to a relay", seed, e.Item.ID, at(e.At))
				}
			}
		}
	}
	for id, list := range starts {
		for i := range list {
			for j := range i {
				if (list[i] - list[j]).Abs() < 30*time.Minute {
					t.Errorf("seed %d: readings of %s at %s and %s", seed, id, at(list[i]), at(list[j]))
				}
			}
		}
	}
	for _, u := range p.Unplaced {
		checkUnplaced(t, seed, st, p, starts[u.Item.ID], u)
	}
}

// checkUnplaced tries each five seconds of the day by the rules alone, without the planner's own arithmetic.
func checkUnplaced(t *testing.T, seed uint64, st settings.Station, p schedule.Programme, others []time.Duration, u schedule.Unplaced) {
	t.Helper()
	fits := func(at time.Duration, s schedule.Session, near bool) bool {
		if at < s.Start+30*time.Second || at+u.Item.Length > s.End-30*time.Second || s.Used+u.Item.Length > s.Most {
			return false
		}
		for _, e := range s.Entries {
			room := time.Duration(0)
			if e.Item == nil {
				room = 30 * time.Second
			}
			if at < e.At+e.Length+room && e.At < at+u.Item.Length+room {
				return false
			}
		}
		if !near {
			for _, o := range others {
				if (at - o).Abs() < 30*time.Minute {
					return false
				}
			}
		}
		return !quietAt(st, at-30*time.Second, at+u.Item.Length+30*time.Second)
	}
	anywhere := false
	for _, s := range p.Sessions {
		for at := s.Start; at < s.End; at += 5 * time.Second {
			if fits(at, s, false) {
				t.Errorf("seed %d: %s reading %d could be read at %v", seed, u.Item.ID, u.Reading, at)
				return
			}
			anywhere = anywhere || fits(at, s, true)
		}
	}
	if (u.Reason == schedule.TooNear) != anywhere {
		t.Errorf("seed %d: %s: reason %s, room when near: %v", seed, u.Item.ID, u.Reason, anywhere)
	}
	if u.Sentence() == "" {
		t.Errorf("no sentence for %s", u.Reason)
	}
}

// TestFairness: of two equal items of which a day holds one, none is read twice more than the other (claim 23).
func TestFairness(t *testing.T) {
	st := settings.Station{Slug: "x", Area: "a", Languages: []string{"vi"}, Slots: []settings.Slot{{Name: "sáng", Start: 300, End: 330, Most: 3 * time.Minute}}}
	var items []schedule.Item
	for _, id := range []string{"a", "b", "c"} {
		items = append(items, schedule.Item{ID: id, First: date("2023-04-24"), Last: date("2023-05-03"), PerDay: 1, Length: 2 * time.Minute})
	}
	count := map[string]int{}
	for _, p := range schedule.New(&settings.Settings{}, items).Plan(st, date("2023-04-24"), date("2023-05-03")) {
		for _, e := range p.Sessions[0].Entries {
			count[e.Item.ID]++
		}
		if len(p.Unplaced) != 2 || count["a"]-count["c"] > 1 || count["a"] < count["c"] {
			t.Errorf("%s: %v, %v", p.Date, count, p.Unplaced)
		}
	}
}

// TestWithdrawalKeepsTheTimesOfItsDay: printed sheets stay true; the next day it is absent (claim 26).
func TestWithdrawalKeepsTheTimesOfItsDay(t *testing.T) {
	s := real(t)
	items := april()
	vinhThuy := station(t, s, "vinh-thuy")
	before := schedule.New(s, items).Plan(vinhThuy, date("2023-04-24"), date("2023-04-25"))
	items[1].Withdrawn, items[1].Last = date("2023-04-25"), date("2023-04-25")
	after := schedule.New(s, items).Plan(vinhThuy, date("2023-04-24"), date("2023-04-26"))
	if strings.ReplaceAll(show(after[:2]), " rút", "") != show(before) {
		t.Errorf("before\n%s\nafter\n%s", show(before), show(after[:2]))
	}
	if got := show(after[1:2]); strings.Count(got, " rút") != 1 || strings.Contains(show(after[:1]), " rút") {
		t.Error("only the readings of that day are struck:\n", got)
	}
	if got := show(after[2:]); strings.Contains(got, " 02 ") {
		t.Errorf("read after its withdrawal:\n%s", got)
	}
}

// TestAnItemForAMergedCommuneReachesItsSuccessor: from the first day of the new commune on, and the former station has no sessions.
func TestAnItemForAMergedCommuneReachesItsSuccessor(t *testing.T) {
	s := real(t)
	items := []schedule.Item{{ID: "a", First: date("2025-06-29"), Last: date("2025-07-02"), PerDay: 1, Length: time.Minute, Areas: []string{"vinh-o"}}}
	planner := schedule.New(s, items)
	read := func(slug string) (days []string) {
		for _, p := range planner.Plan(station(t, s, slug), date("2025-06-29"), date("2025-07-02")) {
			if (len(p.Sessions) > 0) != station(t, s, slug).On(p.Date) {
				t.Errorf("%s on %s: %d sessions", slug, p.Date, len(p.Sessions))
			}
			if strings.Contains(show([]schedule.Programme{p}), " a 1/1") {
				days = append(days, p.Date.String())
			}
		}
		return days
	}
	for slug, want := range map[string]string{"vinh-o": "2025-06-29 2025-06-30", "xa-ben-quan": "2025-07-01 2025-07-02", "ben-quan": "", "xa-vinh-linh": ""} {
		if got := strings.Join(read(slug), " "); got != want {
			t.Errorf("%s: read on %q, want %q", slug, got, want)
		}
	}
}

// TestStationsShareARun: the plan is made once for stations that cannot be told apart, and the same with and without sharing.
func TestStationsShareARun(t *testing.T) {
	s := real(t)
	shared := schedule.New(s, april())
	for _, st := range s.Stations {
		alone := schedule.New(s, april())
		if show(shared.Plan(st, date("2023-04-24"), date("2023-05-04"))) != show(alone.Plan(st, date("2023-04-24"), date("2023-05-04"))) {
			t.Errorf("%s: a shared plan differs", st.Slug)
		}
	}
}

// TestItemOf: which days an article may be read on.
func TestItemOf(t *testing.T) {
	zone := settings.Zone
	broadcast := func(from, until string) *article.Broadcast {
		b := &article.Broadcast{Priority: article.Ordinary, PerDay: 2}
		if from != "" {
			b.From, b.Until = date(from), date(until)
		}
		return b
	}
	for name, c := range map[string]struct {
		article           article.Article
		first, last, gone string
		standing          bool
	}{
		"window":             {article.Article{Date: time.Date(2023, 4, 23, 7, 0, 0, 0, zone), Broadcast: broadcast("2023-04-24", "2023-05-03")}, "2023-04-24", "2023-05-03", "", false},
		"window before date": {article.Article{Date: time.Date(2023, 4, 26, 7, 0, 0, 0, zone), Broadcast: broadcast("2023-04-24", "2023-05-03")}, "2023-04-26", "2023-05-03", "", false},
		"standing":           {article.Article{Date: time.Date(2026, 3, 1, 0, 0, 0, 0, zone), Broadcast: broadcast("", "")}, "2026-03-01", "", "", true},
		"expiry is the first day without it": {article.Article{Date: time.Date(2026, 3, 1, 0, 0, 0, 0, zone), Expires: time.Date(2026, 3, 9, 0, 0, 0, 0, zone),
			Broadcast: broadcast("", "")}, "2026-03-01", "2026-03-08", "", true},
		"withdrawal": {article.Article{Date: time.Date(2023, 4, 23, 7, 0, 0, 0, zone), Broadcast: broadcast("2023-04-24", "2023-05-03"),
			Withdrawn: &article.Withdrawal{At: time.Date(2023, 4, 25, 17, 20, 0, 0, zone)}}, "2023-04-24", "2023-04-25", "2023-04-25", false},
	} {
		got, ok := schedule.ItemOf(&c.article, &speech.Script{Duration: time.Minute}, schedule.Sound{})
		day := func(s string) civil.Date {
			if s == "" {
				return civil.Date{}
			}
			return date(s)
		}
		if !ok || got.First != day(c.first) || got.Last != day(c.last) || got.Withdrawn != day(c.gone) || got.Standing != c.standing || got.PerDay != 2 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, ok := schedule.ItemOf(&article.Article{}, nil, schedule.Sound{}); ok {
		t.Error("an article without phat_thanh is planned")
	}
}

// TestItemsReachTheStationsThatServeTheirAreas holds the table of a planner against the question for one area, over random mergers.
func TestItemsReachTheStationsThatServeTheirAreas(t *testing.T) {
	day := date("2023-04-24")
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 4))
		s := &settings.Settings{}
		var items []schedule.Item
		for n := range 12 {
			area := settings.Area{Slug: fmt.Sprint("a", n)}
			for range r.IntN(3) {
				area.Successors = append(area.Successors, fmt.Sprint("a", r.IntN(13))) // circles and what is not there too
			}
			s.Areas = append(s.Areas, area)
			item := schedule.Item{ID: fmt.Sprintf("%02d", n), First: day, Last: day, PerDay: 1, Length: 5 * time.Second}
			for range r.IntN(3) {
				item.Areas = append(item.Areas, fmt.Sprint("a", r.IntN(12)))
			}
			items = append(items, item)
		}
		planner := schedule.New(s, items)
		for _, area := range s.Areas {
			st := settings.Station{Slug: "x", Area: area.Slug, Languages: []string{"vi"}, Slots: []settings.Slot{{Start: 300, End: 360, Most: time.Hour}}}
			var want, got []string
			for _, i := range items {
				if len(i.Areas) == 0 || slices.ContainsFunc(i.Areas, func(a string) bool { return s.Serves(st, a, day) }) {
					want = append(want, i.ID)
				}
			}
			for _, e := range planner.Plan(st, day, day)[0].Sessions[0].Entries {
				got = append(got, e.Item.ID)
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d: %v reach %s, want %v in %+v", seed, got, area.Slug, want, s.Areas)
			}
		}
	}
}
