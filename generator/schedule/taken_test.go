package schedule_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// TestWhatWasTakenBackIsToldForAWeek: on its day and the seven after it, whether or not the day has a reading of it; a day before, as
// long as the plan of that day has it.
func TestWhatWasTakenBackIsToldForAWeek(t *testing.T) {
	until := date("2023-04-24")
	item := schedule.Item{ID: "01", Article: &article.Article{ID: "01", Title: "Hỏi trước khi đào"}, First: date("2023-04-24"), Last: until, Withdrawn: date("2023-04-25")}
	other := schedule.Item{ID: "02", Article: &article.Article{ID: "02", Title: "Dây rơi"}, First: until}
	session := schedule.Session{Entries: []schedule.Entry{
		{At: 6 * time.Hour, Relay: "Thời sự"}, {At: 5*time.Hour + 35*time.Minute, Item: &item}, {At: 17 * time.Hour, Item: &other}, {At: 17*time.Hour + 5*time.Minute, Item: &item},
	}}
	for _, c := range []struct {
		name, date string
		sessions   []schedule.Session
		urgent     []*schedule.Item
		want       string
	}{
		{"the day before, no reading", "2023-04-24", nil, nil, ""},
		{"the day before, read", "2023-04-24", []schedule.Session{session}, nil, "01 5h35m0s 17h5m0s"},
		{"the day before, urgent", "2023-04-24", nil, []*schedule.Item{&item, &other}, "01"},
		{"its day, no reading", "2023-04-25", nil, nil, "01"},
		{"its day, struck", "2023-04-25", []schedule.Session{session}, nil, "01 5h35m0s 17h5m0s"},
		{"a week later", "2023-05-02", nil, nil, "01"},
		{"a day after that", "2023-05-03", nil, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := schedule.Programme{Date: date(c.date), Sessions: c.sessions, Urgent: c.urgent}
			var got []string
			for _, taken := range p.Taken([]*schedule.Item{&item, &other}) {
				got = append(got, taken.ID)
				for _, at := range taken.Hours {
					got = append(got, at.String())
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}

// TestTakenWords: what an announcer is told, with what writers wrote made ready for the place.
func TestTakenWords(t *testing.T) {
	office := settings.Publisher{Retraction: "Bài “{bai}” nay thu hồi."}
	taken := schedule.Taken{
		Item: &schedule.Item{Withdrawn: date("2023-04-25"),
			Article: &article.Article{Title: "hỏi trước", Withdrawn: &article.Withdrawal{Reason: "số sai"}}},
		Hours: []time.Duration{5*time.Hour + 45*time.Minute + 3*time.Second, 11 * time.Hour, 17*time.Hour + 15*time.Minute},
	}
	want := schedule.TakenWords{Title: "HỎI TRƯỚC", Since: "Đã rút ngày 25/4/2023.", Reason: "Lý do: SỐ SAI.",
		Hours: "Trước đã xếp lúc 05:45, 11:00 và 17:15.", Said: "Đã phát rồi thì đọc: Bài “HỎI TRƯỚC” nay thu hồi."}
	if diff := cmp.Diff(want, taken.Words(office, strings.ToUpper)); diff != "" {
		t.Error(diff)
	}
	taken.Hours, taken.Article.Withdrawn = nil, nil
	want.Hours, want.Reason = "", ""
	if diff := cmp.Diff(want, taken.Words(office, strings.ToUpper)); diff != "" {
		t.Error(diff)
	}
}

// TestAStationHearsOfItsOwnWithdrawals: the planner gives what is aimed at a station, as its documents have it.
func TestAStationHearsOfItsOwnWithdrawals(t *testing.T) {
	list := stories()
	withdraw(list, "04", morning)
	s := real(t)
	planner := schedule.New(s, itemsOf(t, list))
	station := s.Stations[0]
	got := planner.Withdrawn(station)
	if len(got) != 1 || got[0].ID != "04" {
		t.Fatalf("got %d items", len(got))
	}
	if diff := cmp.Diff(planner.Outlook(station, morning).Withdrawn, got, cmp.Comparer(func(a, b *schedule.Item) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}
