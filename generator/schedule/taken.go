package schedule

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// noticeDays is how many days after that of its withdrawal an article is listed as one that must not be aired: older sticks and sheets
// may still lie about. A calendar cancels as long (FEEDS.md 8.1).
const noticeDays = cancelDays

// What pages and bundles say above the articles that must not be aired.
const (
	TakenTitle = "Không phát"
	TakenLead  = "Bài dưới đây đã rút. Không phát, kể cả tệp cũ còn trên thẻ nhớ hay trong máy."
)

// Taken is an article that was taken back and must not be aired on a day.
type Taken struct {
	*Item
	Hours []time.Duration // of its readings in the plan of that day, which printed sheets still have
}

// Taken gives what must not be aired on the day of a programme, by title: what was taken back on it or within the week before, and
// what its plan has although it is taken back by now. withdrawn are those aimed at the station, as [Planner.Withdrawn] gives them.
func (p Programme) Taken(withdrawn []*Item) []Taken {
	list := map[string]Taken{}
	for _, item := range withdrawn {
		if since := p.Date.DaysSince(item.Withdrawn); since >= 0 && since <= noticeDays && !item.Withdrawn.IsZero() {
			list[item.ID] = Taken{Item: item}
		}
	}
	for _, item := range p.Urgent {
		if !item.Withdrawn.IsZero() {
			list[item.ID] = Taken{Item: item}
		}
	}
	for _, s := range p.Sessions {
		for _, e := range s.Entries {
			if e.Item != nil && !e.Item.Withdrawn.IsZero() { // on this day or a later one: who asks now knows it
				list[e.Item.ID] = Taken{e.Item, append(list[e.Item.ID].Hours, e.At)}
			}
		}
	}
	return slices.SortedFunc(maps.Values(list), func(a, b Taken) int {
		return cmp.Or(cmp.Compare(a.Article.Title, b.Article.Title), cmp.Compare(a.ID, b.ID))
	})
}

// TakenWords is what pages and bundles say of an article that must not be aired, in sentences; "" where there is nothing to say.
type TakenWords struct {
	Title  string
	Since  string // "Đã rút ngày 25/4/2023."
	Reason string // "Lý do: …"
	Hours  string // "Trước đã xếp lúc 05:45 và 17:15."
	Said   string // what is read on air when it was aired: "Đã phát rồi thì đọc: …"
}

// Words are those of an office. clean makes ready what writers wrote, title and reason, for the place where the words will stand.
func (t Taken) Words(office settings.Publisher, clean func(string) string) TakenWords {
	w := TakenWords{Title: clean(t.Article.Title), Since: "Đã rút ngày " + settings.ShortDate(t.Withdrawn) + "."}
	w.Said = TakenSaid(office, w.Title)
	if t.Article.Withdrawn != nil {
		w.Reason = "Lý do: " + sentence(clean(t.Article.Withdrawn.Reason))
	}
	if len(t.Hours) > 0 {
		w.Hours = "Trước đã xếp lúc " + Clocks(t.Hours) + "."
	}
	return w
}

// TakenSaid is what an announcer reads who has aired an article of a title that is taken back.
func TakenSaid(office settings.Publisher, title string) string {
	return "Đã phát rồi thì đọc: " + office.Retract(title)
}

// Clocks are times of day in a sentence: "05:45 và 17:15". Seconds are left out: nobody starts to the second.
func Clocks(times []time.Duration) string {
	list := make([]string, len(times))
	for i, t := range times {
		list[i] = settings.Clock(t / time.Minute).String()
	}
	if n := len(list) - 1; n > 0 {
		return strings.Join(list[:n], ", ") + " và " + list[n]
	}
	return strings.Join(list, "")
}

// sentence ends with a full stop unless it ends with a sign of its own.
func sentence(words string) string {
	words = strings.TrimSpace(words)
	if words == "" || strings.HasSuffix(words, "…") || strings.ContainsAny(words[len(words)-1:], ".?!:") {
		return words
	}
	return words + "."
}
