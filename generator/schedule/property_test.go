package schedule_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// tick is the grid on which the rules are tried by hand: every border and every length of the random stations lies on it.
const tick = 5 * time.Second

// room says by the rules alone whether something of a length may be read at a time of a session; taken are the entries that are in its
// way. It knows nothing of stretches.
func room(st settings.Station, s schedule.Session, taken []schedule.Entry, at, length time.Duration) bool {
	const guard = 30 * time.Second
	if at < s.Start+guard || at+length > s.End-guard {
		return false
	}
	for _, e := range taken {
		around := time.Duration(0)
		if e.Item == nil {
			around = guard
		}
		if at < e.At+e.Length+around && e.At < at+length+around {
			return false
		}
	}
	for _, q := range st.Quiet {
		from, to := time.Duration(q.Start)*time.Minute, time.Duration(q.End)*time.Minute
		parts := [][2]time.Duration{{from, to}}
		if from >= to {
			parts = [][2]time.Duration{{from, 24 * time.Hour}, {0, to}}
		}
		for _, p := range parts {
			if p[0] < p[1] && at < p[1]+guard && p[0] < at+length+guard {
				return false
			}
		}
	}
	return true
}

// places are all times of a day at which something of a length may be read beside what is there, with their sessions.
func places(st settings.Station, p schedule.Programme, length time.Duration, taken func(schedule.Entry) bool) map[time.Duration]schedule.Session {
	found := map[time.Duration]schedule.Session{}
	for _, s := range p.Sessions {
		entries := slices.DeleteFunc(slices.Clone(s.Entries), func(e schedule.Entry) bool { return !taken(e) })
		for at := s.Start; at < s.End; at += tick {
			if room(st, s, entries, at, length) {
				found[at] = s
			}
		}
	}
	return found
}

func everything(schedule.Entry) bool   { return true }
func onlyRelays(e schedule.Entry) bool { return e.Item == nil }
func allBut(one schedule.Entry) func(schedule.Entry) bool {
	return func(e schedule.Entry) bool { return e.Item != one.Item || e.Reading != one.Reading }
}

// TestEveryReasonIsTrue works the reason of each missed reading out again, from the final plan and the rules alone (claim 21).
func TestEveryReasonIsTrue(t *testing.T) {
	counts := map[schedule.Reason]int{}
	for seed := range uint64(80) {
		st, items := random(rand.New(rand.NewPCG(seed, 6)))
		for _, p := range schedule.New(office(), items).Plan(st, date("2023-04-24"), date("2023-04-28")) {
			for _, u := range p.Unplaced {
				length, want := u.Item.Length, schedule.NoRoom
				minutes, fits := false, false
				for _, s := range p.Sessions {
					minutes = minutes || s.Used+length <= s.Most
				}
				for _, s := range places(st, p, length, onlyRelays) {
					fits = fits || length <= s.Most
				}
				near := false
				for _, s := range places(st, p, length, everything) {
					near = near || s.Used+length <= s.Most
				}
				switch {
				case len(places(st, p, tick, onlyRelays)) == 0:
					want = schedule.NoSession
				case !fits:
					want = schedule.TooLong
					if u.Room >= length {
						t.Errorf("seed %d: %v is too long for %v", seed, length, u.Room)
					}
				case !minutes:
					want = schedule.NoMinutes
				case near:
					want = schedule.TooNear
				}
				counts[want]++
				if u.Reason != want || u.Sentence() == "" {
					t.Fatalf("seed %d, %s: %s reading %d: %s, want %s\n%s", seed, p.Date, u.Item.ID, u.Reading, u.Reason, want, show([]schedule.Programme{p}))
				}
			}
		}
	}
	for _, r := range []schedule.Reason{schedule.NoSession, schedule.TooLong, schedule.NoMinutes, schedule.TooNear, schedule.NoRoom} {
		if counts[r] < 2 {
			t.Errorf("%s came %d times only: %v", r, counts[r], counts)
		}
	}
}

// TestWishesAreMetWhereTheyCanBe: no reading could stand nearer to its wish than it does, if all others stay where they are; and one
// says that it was moved when it stands more than ten minutes away.
func TestWishesAreMetWhereTheyCanBe(t *testing.T) {
	met, moved := 0, 0
	for seed := range uint64(150) {
		st, items := random(rand.New(rand.NewPCG(seed, 7)))
		for _, p := range schedule.New(office(), items).Plan(st, date("2023-04-24"), date("2023-04-26")) {
			for _, own := range p.Sessions {
				for _, e := range own.Entries {
					if e.Item == nil || e.Reading > len(e.Item.Wishes) {
						continue
					}
					wish := time.Duration(e.Item.Wishes[e.Reading-1]) * time.Minute
					distance := (e.At - wish).Abs()
					if e.Moved != (distance > 10*time.Minute) || e.Wish != wish {
						t.Errorf("seed %d: %+v", seed, e)
					}
					if distance == 0 {
						met++
					} else {
						moved++
					}
					for at, s := range places(st, p, e.Length, allBut(e)) {
						used := s.Used
						if s.Start == own.Start {
							used -= e.Length
						}
						if (at-wish).Abs() < distance && used+e.Length <= s.Most && !near(p, e, at) {
							t.Fatalf("seed %d, %s: %s reading %d stands at %v, wished at %v, and could at %v\n%s", seed, p.Date, e.Item.ID, e.Reading, e.At, wish, at, show([]schedule.Programme{p}))
						}
					}
				}
			}
		}
	}
	if met < 30 || moved < 100 {
		t.Errorf("%d wishes met, %d not", met, moved)
	}
}

// near says whether a time is less than half an hour from another reading of the item of an entry.
func near(p schedule.Programme, e schedule.Entry, at time.Duration) bool {
	for _, s := range p.Sessions {
		for _, other := range s.Entries {
			if other.Item == e.Item && other.Reading != e.Reading && (other.At-at).Abs() < 30*time.Minute {
				return true
			}
		}
	}
	return false
}

// TestSharingChangesNoPlan: stations of random hours, names, areas, languages and announcers, planned by one planner and each by its own,
// have the same programmes and the same documents (claim 22).
func TestSharingChangesNoPlan(t *testing.T) {
	first, last := date("2023-04-24"), date("2023-05-02")
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 8))
		s := office()
		s.Reading.Rate = 150
		s.Areas = []settings.Area{{Slug: "a", Successors: []string{"b"}, Until: date("2023-04-27")}, {Slug: "b", From: date("2023-04-27")}, {Slug: "c"}}
		hours, items := random(r)
		other, _ := random(r)
		items = dressed(r, items)
		for n := range items {
			items[n].Script = spokenAt(20+r.IntN(400), 150)
			items[n].Length = items[n].Script.Duration
			items[n].Language = []string{"", "vi", "bru"}[r.IntN(3)]
			items[n].Areas = [][]string{nil, {"a"}, {"b", "c"}}[r.IntN(3)]
			if r.IntN(4) == 0 {
				items = withdrawn(items, n, first.AddDays(r.IntN(5)).In(settings.Zone))
			}
		}
		var stations []settings.Station
		for n := range 12 {
			st := []settings.Station{hours, other}[r.IntN(2)]
			st.Slug, st.Name = fmt.Sprint("dai-", strings.Repeat("x", r.IntN(60)), n), fmt.Sprint("Đài ", n)
			st.Area, st.Rate = s.Areas[r.IntN(3)].Slug, []int{0, 150, 120, 200}[r.IntN(4)]
			st.Languages = [][]string{{"vi"}, {"vi", "bru"}}[r.IntN(2)]
			if r.IntN(3) == 0 {
				st.From = date("2023-04-26")
			}
			stations = append(stations, st)
		}
		planner := schedule.New(s, items)
		for _, st := range stations {
			alone := schedule.New(s, items)
			if got, want := show(planner.Plan(st, first, last)), show(alone.Plan(st, first, last)); got != want {
				t.Fatalf("seed %d: together\n%s\nalone\n%s", seed, got, want)
			}
			at := first.AddDays(4).In(settings.Zone)
			if got, want := documents(planner.Outlook(st, at)), documents(alone.Outlook(st, at)); !bytes.Equal(got, want) {
				t.Fatalf("seed %d: together\n%s\nalone\n%s", seed, got, want)
			}
		}
	}
}

// TestAWithdrawalMovesNothingBeforeItsEnd: over random stations, all times up to the day of a withdrawal are what they were without it,
// the withdrawn readings of that day are struck, and later the item is absent (claim 26).
func TestAWithdrawalMovesNothingBeforeItsEnd(t *testing.T) {
	struck := 0
	for seed := range uint64(1000) {
		r := rand.New(rand.NewPCG(seed, 9))
		st, items := random(r)
		if len(items) == 0 {
			continue
		}
		items = dressed(r, items)
		day := r.IntN(6)
		n := r.IntN(len(items))
		gone := withdrawn(items, n, date("2023-04-24").AddDays(day).In(settings.Zone).Add(12*time.Hour))
		before := schedule.New(office(), items).Plan(st, date("2023-04-24"), date("2023-05-02"))
		after := schedule.New(office(), gone).Plan(st, date("2023-04-24"), date("2023-05-02"))
		for d, p := range after {
			text := show([]schedule.Programme{p})
			if d > day && strings.Contains(text, " "+items[n].ID+" ") {
				t.Fatalf("seed %d: read after its withdrawal:\n%s", seed, text)
			}
			if d != day && strings.Contains(text, " rút") {
				t.Fatalf("seed %d: struck on another day:\n%s", seed, text)
			}
			if d > day {
				continue
			}
			struck += strings.Count(text, " rút")
			want := show(before[d : d+1])
			if d == day {
				want = strings.ReplaceAll(want, "  khẩn "+items[n].ID+"\n", "") // what is urgent has no place to keep
			}
			if strings.ReplaceAll(text, " rút", "") != want {
				t.Fatalf("seed %d: before\n%s\nafter\n%s", seed, want, text)
			}
		}
	}
	if struck < 100 {
		t.Errorf("only %d readings were struck", struck)
	}
}

// TestEqualItemsTakeTurns: of equal items of which a day holds some, none is ever read twice more than another (claim 23).
func TestEqualItemsTakeTurns(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 10))
		length := time.Duration(30+5*r.IntN(30)) * time.Second
		most := length * time.Duration(1+r.IntN(4))
		st := settings.Station{Slug: "x", Area: "a", Languages: []string{"vi"}, Slots: []settings.Slot{{Name: "sáng", Start: 300, End: 420, Most: most}}}
		var items []schedule.Item
		for n := range 1 + r.IntN(9) {
			items = append(items, schedule.Item{ID: fmt.Sprintf("%02d", n), First: date("2023-04-24"), Last: date("2023-05-10"), PerDay: 1, Length: length, Priority: article.Ordinary})
		}
		count := map[string]int{}
		for _, p := range schedule.New(office(), items).Plan(st, date("2023-04-24"), date("2023-05-10")) {
			for _, e := range p.Sessions[0].Entries {
				count[e.Item.ID]++
			}
			least, greatest := 1000, 0
			for _, i := range items {
				least, greatest = min(least, count[i.ID]), max(greatest, count[i.ID])
			}
			if greatest-least > 1 {
				t.Fatalf("seed %d, %s: %v", seed, p.Date, count)
			}
		}
	}
}
