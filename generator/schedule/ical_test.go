package schedule_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
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

// office is settings without a file, for random stations.
func office() *settings.Settings {
	return &settings.Settings{Site: settings.Site{Base: "https://loa.example.vn", Authority: "loa.example.vn,2023"}}
}

// dressed gives random items their articles.
func dressed(r *rand.Rand, items []schedule.Item) []schedule.Item {
	for n := range items {
		i := &items[n]
		i.Article = &article.Article{ID: i.ID, Slug: "bai-" + i.ID, Title: "Bài " + i.ID, Topic: &article.Topic{Title: "Chủ đề"},
			Date: i.First.In(settings.Zone), LastMod: i.First.In(settings.Zone).Add(time.Duration(r.IntN(100)) * time.Hour),
			Broadcast: &article.Broadcast{From: i.First, Until: i.Last, Priority: i.Priority, PerDay: i.PerDay, Times: i.Wishes}}
	}
	return items
}

// withdrawn takes an item back at an instant, as ItemOf does.
func withdrawn(items []schedule.Item, n int, at time.Time) []schedule.Item {
	items = slices.Clone(items)
	a := *items[n].Article
	a.Withdrawn = &article.Withdrawal{At: at, Reason: "Sai"}
	item := &items[n]
	item.Article, item.Withdrawn = &a, civil.DateOf(at.In(settings.Zone))
	if item.Last.IsZero() || item.Withdrawn.Before(item.Last) {
		item.Last = item.Withdrawn
	}
	return items
}

// TestTheCalendarIsThePlan: each reading and each relay of the days shown is one event at its hour, and there are no others; over random
// stations no two events are one (FEEDS.md claim 28), whatever relays begin together.
func TestTheCalendarIsThePlan(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 2))
		st, items := random(r)
		planner := schedule.New(office(), dressed(r, items))
		at := time.Date(2023, 4, 24+r.IntN(4), r.IntN(24), 0, 0, 0, settings.Zone)
		calendar := readCalendar(t, schedule.Calendar(planner.Outlook(st, at)))
		_, byUID := events(t, calendar)
		var want, got []string
		for _, p := range planner.Plan(st, civil.DateOf(at).AddDays(-1), civil.DateOf(at).AddDays(7)) {
			day := strings.ReplaceAll(p.Date.String(), "-", "")
			for _, i := range p.Urgent {
				want = append(want, day+" P1D Khẩn: "+i.Article.Title)
			}
			for _, s := range p.Sessions {
				for _, e := range s.Entries {
					title := "Tiếp âm: " + e.Relay
					if e.Item != nil {
						title = e.Item.Article.Title
						if e.Reading > 1 {
							title += fmt.Sprintf(" (lần %d)", e.Reading)
						}
					}
					want = append(want, day+time.Time{}.Add(e.At).Format("T150405")+" "+e.Length.String()+" "+title)
				}
			}
		}
		for _, e := range byUID {
			length := e.get(t, "DURATION")
			if d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(length, "PT"))); err == nil {
				length = d.String()
			}
			got = append(got, e.get(t, "DTSTART")+" "+length+" "+plainText(t, e.get(t, "SUMMARY")))
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Fatalf("seed %d: the plan is\n%s\nand the calendar\n%s", seed, strings.Join(want, "\n"), strings.Join(got, "\n"))
		}
	}
}

// documents are all documents of an outlook.
func documents(o schedule.Outlook) []byte {
	return slices.Concat(schedule.Calendar(o), schedule.JSON(o), schedule.Playlist(o))
}

// TestDocumentsDoNotDependOnOrderOrSharing: shuffled items and stations planned together or alone give the same bytes (claim 22).
func TestDocumentsDoNotDependOnOrderOrSharing(t *testing.T) {
	s := real(t)
	shared := schedule.New(s, itemsOf(t, stories()))
	for _, st := range s.Stations {
		one, other := shared.Outlook(st, morning), schedule.New(s, itemsOf(t, stories())).Outlook(st, morning.UTC())
		if !bytes.Equal(documents(one), documents(other)) {
			t.Errorf("%s: documents differ", st.Slug)
		}
	}
}

// TestUIDsOutliveEdits: text, slug and length of the title change no identity and no hour, and every event says that something is newer
// (claim 28).
func TestUIDsOutliveEdits(t *testing.T) {
	s := real(t)
	before, old := events(t, readCalendar(t, schedule.Calendar(outlook(t, s, stories(), "vinh-thuy", morning))))
	list := stories()
	list["03"].Title, list["03"].Slug, list["03"].LastMod = "Thấy dây rơi, đứng xa, gọi báo ngay", "day-roi", morning.Add(-10*time.Minute)
	list["03"].Remember = []string{"Gọi 113.", "Đứng xa."}
	after, edited := events(t, readCalendar(t, schedule.Calendar(outlook(t, s, list, "vinh-thuy", morning))))
	if !slices.Equal(before, after) {
		t.Errorf("UIDs\n%s\nafter an edit\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
	seen := 0
	for uid, e := range edited {
		if old[uid].get(t, "DTSTART") != e.get(t, "DTSTART") || e.get(t, "SEQUENCE") <= old[uid].get(t, "SEQUENCE") || e.get(t, "DTSTAMP") != "20230424T235000Z" {
			t.Errorf("%s: %v, then %v", uid, old[uid].props, e.props)
		}
		if strings.HasPrefix(uid, "03-") {
			seen++
			if !strings.HasPrefix(plainText(t, e.get(t, "SUMMARY")), list["03"].Title) || !strings.HasSuffix(e.get(t, "URL"), "/day-roi/") {
				t.Errorf("%s: %v", uid, e.props)
			}
		}
	}
	if seen == 0 {
		t.Error("the article is in no event")
	}
}

// TestRevisionsNeverFall: whatever comes, in whatever order it is found, SEQUENCE and the stamps never go back; a lastmod of later is no
// change yet, and one of before 2020 makes no negative number.
func TestRevisionsNeverFall(t *testing.T) {
	s := real(t)
	list := stories()
	list["01"].LastMod = morning.AddDate(10, 0, 0)
	revision := func(at time.Time) (sequence, stamp string) {
		_, byUID := events(t, readCalendar(t, schedule.Calendar(outlook(t, s, list, "vinh-thuy", at))))
		for _, e := range byUID {
			if stamp != "" && (e.get(t, "SEQUENCE") != sequence || e.get(t, "DTSTAMP") != stamp || e.get(t, "LAST-MODIFIED") != stamp) {
				t.Errorf("events of one calendar have %s and %s", stamp, e.get(t, "DTSTAMP"))
			}
			sequence, stamp = e.get(t, "SEQUENCE"), e.get(t, "DTSTAMP")
		}
		return sequence, stamp
	}
	for _, c := range []struct {
		what            string
		change          func()
		sequence, stamp string
	}{
		{"as it was", func() {}, "1735336", "20230420T021600Z"},
		{"an edit", func() { list["04"].LastMod = morning.Add(-time.Hour) }, "1742340", "20230424T230000Z"},
		{"a correction", func() { list["05"].Corrections = []article.Correction{{At: morning.Add(time.Minute)}} }, "1742401", "20230425T000100Z"},
		{"an older edit found later", func() { list["06"].LastMod = morning.Add(-2 * time.Hour) }, "1742401", "20230425T000100Z"},
		{"a withdrawal", func() { withdraw(list, "07", morning.Add(2*time.Hour)) }, "1742520", "20230425T020000Z"},
		{"the end of the campaign", func() { list["05"].Expires = morning.Add(3 * time.Hour) }, "1742520", "20230425T020000Z"},
		{"nothing of ours since long ago", func() {
			for _, a := range list {
				a.Date, a.LastMod, a.Corrections, a.Withdrawn = time.Date(2019, 1, 1, 0, 0, 0, 0, settings.Zone), time.Time{}, nil, nil
			}
		}, "0", "20200101T000000Z"},
	} {
		c.change()
		if sequence, stamp := revision(morning.Add(4 * time.Hour)); sequence != c.sequence || stamp != c.stamp {
			t.Errorf("%s: %s %s, want %s %s", c.what, sequence, stamp, c.sequence, c.stamp)
		}
	}
}

// TestWithdrawalCancelsWhatCalendarsHad: every event of the article that any calendar of before may have had for the day or later is
// cancelled under the same UID, on each of the eight days, and then it is gone; all other events stand where they stood (claims 26, 28).
func TestWithdrawalCancelsWhatCalendarsHad(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		st, items := random(r)
		if items = dressed(r, items); len(items) == 0 {
			continue
		}
		n := r.IntN(len(items))
		gone := items[n].ID + "-"
		noon := time.Date(2023, 4, 25+r.IntN(3), 12, 0, 0, 0, settings.Zone)
		day := civil.DateOf(noon)
		_, before := events(t, readCalendar(t, schedule.Calendar(schedule.New(office(), items).Outlook(st, noon.Add(-time.Hour)))))
		planner := schedule.New(office(), withdrawn(items, n, noon))
		for _, later := range []int{0, 1, 6, 7, 8} {
			_, after := events(t, readCalendar(t, schedule.Calendar(planner.Outlook(st, noon.AddDate(0, 0, later)))))
			for uid, e := range after {
				of, _ := civil.ParseDate(fmt.Sprintf("%.4s-%.2s-%.2s", e.get(t, "DTSTART"), e.get(t, "DTSTART")[4:], e.get(t, "DTSTART")[6:]))
				cancelled := strings.HasPrefix(uid, gone) && !of.Before(day)
				title := plainText(t, e.get(t, "SUMMARY"))
				if (e.get(t, "STATUS") == "CANCELLED") != cancelled || strings.HasPrefix(title, "Đã thu hồi: ") != cancelled || cancelled && of.DaysSince(day) > 7 {
					t.Errorf("seed %d, %d days later: %s %s %s", seed, later, uid, e.get(t, "STATUS"), title)
				}
				if old, known := before[uid]; known && of == day && old.get(t, "DTSTART") != e.get(t, "DTSTART") {
					t.Errorf("seed %d: %s moved on the day of a withdrawal", seed, uid)
				}
			}
			for uid, e := range before {
				start := e.get(t, "DTSTART")[:8]
				if later == 0 && strings.HasPrefix(uid, gone) && start >= strings.ReplaceAll(day.String(), "-", "") && after[uid].get(t, "STATUS") != "CANCELLED" {
					t.Errorf("seed %d: nobody learns that %s is cancelled", seed, uid)
				}
				if _, still := after[uid]; later == 0 && start == strings.ReplaceAll(day.String(), "-", "") && !still {
					t.Errorf("seed %d: %s is gone on the day of a withdrawal", seed, uid)
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d: %+v\n%+v", seed, st, items[n])
		}
	}
}

// TestAWithdrawnArticleLeavesItsTitleAlone: neither what to remember nor the address of its script stays, of yesterday either.
func TestAWithdrawnArticleLeavesItsTitleAlone(t *testing.T) {
	list := stories()
	list["02"].Remember = []string{"Câu không được còn"}
	list["07"].Broadcast.Priority, list["07"].Remember = article.Urgent, list["02"].Remember
	for _, id := range []string{"02", "07"} {
		withdraw(list, id, morning)
	}
	for later := range 10 {
		o := outlook(t, real(t), list, "vinh-thuy", morning.AddDate(0, 0, later))
		for _, data := range [][]byte{schedule.Calendar(o), schedule.JSON(o)} {
			if text := strings.ReplaceAll(string(data), "\r\n ", ""); strings.Contains(text, "Câu không") || strings.Contains(text, "bai-02/loi-doc") || strings.Contains(text, "bai-07/loi-doc") {
				t.Errorf("%d days later:\n%s", later, text)
			}
		}
	}
}

// TestUrgentItemsChangeNoEvent: with and without them every other event has the same lines (claim 25).
func TestUrgentItemsChangeNoEvent(t *testing.T) {
	list := stories()
	list["07"].Broadcast.Priority = article.Urgent
	s := real(t)
	with, _ := events(t, readCalendar(t, schedule.Calendar(outlook(t, s, list, "vinh-thuy", morning))))
	all := string(schedule.Calendar(outlook(t, s, list, "vinh-thuy", morning)))
	delete(list, "07")
	without := string(schedule.Calendar(outlook(t, s, list, "vinh-thuy", morning)))
	urgent := 0
	for _, uid := range with {
		if !strings.HasPrefix(uid, "07-") {
			continue
		}
		urgent++
		start := strings.Index(all, "BEGIN:VEVENT\r\nUID:"+uid)
		event := all[start : start+strings.Index(all[start:], "END:VEVENT\r\n")+len("END:VEVENT\r\n")]
		if !strings.HasSuffix(uid, "-khan.vinh-thuy@loa.example.vn") || !strings.Contains(event, "DTSTART;VALUE=DATE:") || !strings.Contains(event, "DURATION:P1D\r\n") {
			t.Errorf("not an event of a whole day:\n%s", event)
		}
		all = strings.Replace(all, event, "", 1)
	}
	if urgent != 9 || all != without { // 24/4 to 2/5
		t.Errorf("%d urgent events; without them\n%s\nand planned without\n%s", urgent, all, without)
	}
}

// TestAQuietDayKeepsTheOtherDays: a day later without news the eight days that both documents have are the same bytes.
func TestAQuietDayKeepsTheOtherDays(t *testing.T) {
	s := real(t)
	planner := schedule.New(s, itemsOf(t, stories()))
	st := station(t, s, "vinh-thuy")
	for later := range 12 {
		at := morning.AddDate(0, 0, later)
		one, two := planner.Outlook(st, at), planner.Outlook(st, at.AddDate(0, 0, 1).Add(5*time.Hour))
		a := bytes.SplitAfter(schedule.JSON(one), []byte("\n"))
		b := bytes.SplitAfter(schedule.JSON(two), []byte("\n"))
		for n := range 8 { // the first line is the station, then nine days
			if day, same := bytes.TrimSuffix(a[n+2], []byte(",\n")), bytes.TrimSuffix(b[n+1], []byte(",\n")); !bytes.Equal(bytes.TrimSpace(day), bytes.TrimSpace(same)) {
				t.Errorf("%s: lich.json\n%s\nand a day later\n%s", at, day, same)
			}
		}
		_, events1 := events(t, readCalendar(t, schedule.Calendar(one)))
		_, events2 := events(t, readCalendar(t, schedule.Calendar(two)))
		gone, come := strings.ReplaceAll(civil.DateOf(at).AddDays(-1).String(), "-", ""), strings.ReplaceAll(civil.DateOf(at).AddDays(8).String(), "-", "")
		on := func(day string) func(string, component) bool {
			return func(_ string, e component) bool { return strings.HasPrefix(e.get(t, "DTSTART"), day) }
		}
		maps.DeleteFunc(events1, on(gone))
		maps.DeleteFunc(events2, on(come))
		if fmt.Sprint(events1) != fmt.Sprint(events2) || len(events1) == 0 {
			t.Errorf("%s: other events a day later", at)
		}
	}
}

// TestTheDocumentsOfAMergedCommune: the station that ends loses its days one by one and keeps valid documents; its heir has them from its
// first day on, and neither has the other's.
func TestTheDocumentsOfAMergedCommune(t *testing.T) {
	s := real(t)
	at := time.Date(2025, 6, 29, 7, 0, 0, 0, settings.Zone)
	a := *stories()["01"].Article
	wish := *a.Broadcast
	a.Broadcast, wish.From, wish.Until, wish.Areas = &wish, date("2025-06-28"), date("2025-07-20"), []string{"vinh-o"}
	item, _ := schedule.ItemOf(&a, &speech.Script{Duration: time.Minute}, schedule.Sound{})
	planner := schedule.New(s, []schedule.Item{item})
	days := func(slug string, later int) string {
		o := planner.Outlook(station(t, s, slug), at.AddDate(0, 0, later))
		read := map[string]bool{}
		_, byUID := events(t, readCalendar(t, schedule.Calendar(o)))
		for uid, e := range byUID {
			if strings.HasPrefix(uid, "01-") {
				read[e.get(t, "DTSTART")[4:8]] = true
			}
		}
		var inJSON []string
		for _, d := range decode(t, schedule.JSON(o)).Days {
			inJSON = append(inJSON, strings.ReplaceAll(d.Date[5:], "-", ""))
		}
		list := strings.Join(slices.Sorted(maps.Keys(read)), " ")
		if list != strings.Join(inJSON, " ") {
			t.Errorf("%s: lich.ics has %s, lich.json %v", slug, list, inJSON)
		}
		return list
	}
	for later, want := range map[int][2]string{
		0: {"0628 0629 0630", "0701 0702 0703 0704 0705 0706"},
		3: {"", "0701 0702 0703 0704 0705 0706 0707 0708 0709"},
		9: {"", "0707 0708 0709 0710 0711 0712 0713 0714 0715"},
	} {
		if got := [2]string{days("vinh-o", later), days("xa-ben-quan", later)}; got != want {
			t.Errorf("%d days later: %q, want %q", later, got, want)
		}
	}
}

// TestDocumentsShareTheRunOfThePages: what pages take of a station's days is the very plan that its documents take.
func TestDocumentsShareTheRunOfThePages(t *testing.T) {
	s := real(t)
	planner := schedule.New(s, itemsOf(t, stories()))
	pages, documents := planner.Days(station(t, s, "vinh-thuy"), civil.DateOf(morning)), planner.Outlook(station(t, s, "vinh-lam"), morning).Days
	if len(pages) != 9 || pages[schedule.DaysBack].Date != civil.DateOf(morning) || &pages[1].Sessions[0] != &documents[1].Sessions[0] {
		t.Errorf("%d days from %s, planned twice", len(pages), pages[0].Date)
	}
}
