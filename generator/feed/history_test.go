package feed_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// A history is articles with all that ever happens to them. What a build at an instant sees of it is the published part.
type history struct {
	set   *article.Set
	first time.Time // nothing happens before
	days  int
	body  map[string]string // by article; nil: all have that of bodyOf
}

// newHistory invents a history of n articles over 120 days. It runs over the merger of office if it begins in spring 2025.
func newHistory(seed uint64, n int, first time.Time) history {
	random := rand.New(rand.NewPCG(seed, 0))
	h := history{first: first, days: 120, set: &article.Set{Settings: office()}}
	for i, slug := range []string{"cap-va-cot", "tram-phat-song", "khong-co-bai"} {
		h.set.Topics = append(h.set.Topics, &article.Topic{ID: fmt.Sprintf("0000000%d", i), Slug: slug, Title: "Chủ đề " + slug, Description: "Về " + slug})
	}
	h.set.Campaigns = []*article.Campaign{{ID: "0000000c", Slug: "le", Title: "Dịp lễ", Description: "Mười ngày."}}
	within := func(from time.Time, hours int) time.Time {
		return from.Add(time.Duration(random.IntN(hours*60)) * time.Minute)
	}
	for i := range n {
		id := fmt.Sprintf("%08d", random.IntN(90_000_000)+i)
		date := within(first, h.days*24)
		a := &article.Article{
			ID: id, Slug: "bai-" + id, Title: "Bài " + id, Description: "Tóm tắt " + id, Date: date, LastMod: date,
			Topic: h.set.Topics[random.IntN(2)], Remember: []string{"Nhớ " + id, "Nhớ nữa"},
		}
		if random.IntN(3) == 0 {
			a.LastMod = within(date, 30*24)
		}
		if random.IntN(3) == 0 {
			a.Campaign = h.set.Campaigns[0]
		}
		if random.IntN(4) == 0 {
			a.Expires = within(date, 60*24).Add(time.Hour)
		}
		if random.IntN(6) == 0 {
			a.Withdrawn = &article.Withdrawal{At: within(date, 40*24), Reason: "Sai số " + id}
		}
		for range random.IntN(3) {
			a.Corrections = append(a.Corrections, article.Correction{At: within(date, 40*24), Text: "Đúng là " + id})
		}
		if random.IntN(4) > 0 {
			a.Broadcast = &article.Broadcast{Priority: article.Ordinary, PerDay: 1, Language: "vi", Times: []settings.Clock{345}}
			for _, area := range h.set.Settings.Areas {
				if random.IntN(5) == 0 {
					a.Broadcast.Areas = append(a.Broadcast.Areas, area.Slug)
				}
			}
		}
		h.set.Articles = append(h.set.Articles, a)
	}
	return h
}

// at is the input of a build.
func (h history) at(at time.Time) feed.Input {
	in := feed.Input{Set: h.set.Published(at, false), At: at, Scripts: map[string]*speech.Script{}, Sounds: map[string]*audio.Sound{}, HTML: h.html,
		Artwork: artwork}
	for _, a := range in.Set.Articles {
		if !a.WithdrawnAt(at) {
			in.Scripts[a.ID] = &speech.Script{Article: a.ID, Duration: 90 * time.Second}
			if s := h.sound(a); s != nil {
				in.Sounds[a.ID] = s
			}
		}
	}
	return in
}

// sound is that of an article: a third are recordings, a third are read by a machine, a third have none.
func (h history) sound(a *article.Article) *audio.Sound {
	switch a.ID[len(a.ID)-1] % 3 {
	case 0:
		return recording(a.ID, "lần 1")
	case 1:
		return synthetic(a.ID, a.Title)
	}
	return nil
}

func (h history) html(a *article.Article, link string) string {
	if h.body != nil {
		return h.body[a.ID]
	}
	return bodyOf(a, link)
}

func bodyOf(a *article.Article, link string) string {
	return `<p>Nguyên văn ` + a.ID + ` <a href="` + link + `#muc">mục</a></p>`
}

// instants are some builds in the order of time.
func (h history) instants(seed uint64, n int) []time.Time {
	random := rand.New(rand.NewPCG(seed, 1))
	var list []time.Time
	for range n {
		list = append(list, h.first.Add(time.Duration(random.IntN((h.days+40)*24*60))*time.Minute))
	}
	slices.SortFunc(list, time.Time.Compare)
	return list
}

// builds is how many of n builds a test looks at: of a large history a fifth.
func (h history) builds(n int) int {
	if len(h.set.Articles) > 1000 {
		return max(n/5, 1)
	}
	return n
}

// sizes are numbers of articles in histories. In the largest there are more changes than a document has room for.
var sizes = []int{0, 1, 8, 60, 60, 400, 1400}

// eachHistory runs a property over small, middle and large histories.
func eachHistory(t *testing.T, f func(t *testing.T, h history)) { histories(t, sizes, f) }

func histories(t *testing.T, sizes []int, f func(t *testing.T, h history)) {
	for seed, n := range sizes {
		t.Run(fmt.Sprintf("%d articles", n), func(t *testing.T) {
			f(t, newHistory(uint64(seed), n, civil.Date{Year: 2025, Month: time.May, Day: 1}.In(settings.Zone)))
		})
	}
}

func render(t *testing.T, in feed.Input) []feed.File {
	t.Helper()
	files, err := feed.Render(in)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
