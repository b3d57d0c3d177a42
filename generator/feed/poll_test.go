package feed_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

// client is a program at a station. It keeps what it read by id and gives a document that it has no second look, as a 304 does.
type client struct {
	kept     map[string]string // id → the item as it was read last
	document []byte
	fetched  int // documents
}

func (c *client) poll(t *testing.T, f feed.File) {
	t.Helper()
	if bytes.Equal(f.Data, c.document) {
		return
	}
	if c.kept == nil {
		c.kept = map[string]string{}
	}
	c.document = f.Data
	c.fetched++
	for _, i := range parse(t, f) {
		c.kept[i.ID] = i.raw
	}
}

// TestAStationCatchesUpWithOneRequest: a station was off line for ten days, its neighbour asked every eight hours. After one request the first
// knows every change of these days that the second knows, but of what is gone from all documents.
func TestAStationCatchesUpWithOneRequest(t *testing.T) {
	fetched, caught := 0, 0
	for seed := range uint64(2) {
		h := newHistory(seed, 400, civil.Date{Year: 2023, Month: time.March, Day: 1}.In(settings.Zone))
		start := h.first.AddDate(0, 0, 60+int(seed))
		end := start.AddDate(0, 0, 10)
		stations := []string{"dai/vinh-o/rss.xml", "dai/vinh-o/feed.json", "dai/vinh-thai/rss.xml", "dai/vinh-thai/podcast.xml"}
		on, off := map[string]*client{}, map[string]*client{}
		for at := start; !at.After(end); at = at.Add(8 * time.Hour) {
			files := render(t, h.at(at))
			for _, s := range stations {
				if on[s] == nil {
					on[s], off[s] = &client{}, &client{}
				}
				on[s].poll(t, document(t, files, s))
				if at.Equal(start) || at.Equal(end) {
					off[s].poll(t, document(t, files, s))
				}
			}
		}
		for _, s := range stations {
			fetched += on[s].fetched
			if off[s].fetched > 2 {
				t.Errorf("%s: %d requests", s, off[s].fetched)
			}
			last := map[string]bool{}
			for _, i := range parse(t, document(t, render(t, h.at(end)), s)) {
				last[i.ID] = i.changed(t).After(start)
			}
			for id, item := range on[s].kept {
				changed, held := last[id]
				if !held { // gone: it expired, its withdrawal is old, or its sound is no more
					continue
				}
				if d := diff.Diff(item, off[s].kept[id]); d != "" {
					t.Errorf("%s: %s after ten days (-asked every eight hours +asked once):\n%s", s, id, d)
				}
				if changed {
					caught++
				}
			}
			for _, a := range h.at(end).Set.Articles { // nothing that changed is missed by being left out of the document
				id := tag(a.ID)
				if _, held := last[id]; !held && on[s].kept[id] != "" && !gone(a, end) && path.Base(s) != address.Podcast && changedAfter(a, start, end) {
					t.Errorf("%s: %s changed and is in the document no more", s, id)
				}
			}
		}
	}
	if caught < 100 || fetched < 50 {
		t.Errorf("%d changes were caught up with, the neighbour read %d documents: the test shows nothing", caught, fetched)
	}
}

func changedAfter(a *article.Article, start, end time.Time) bool {
	moments := []time.Time{a.Date, a.LastMod}
	for _, c := range a.Corrections {
		moments = append(moments, c.At)
	}
	if a.Withdrawn != nil {
		moments = append(moments, a.Withdrawn.At)
	}
	for _, m := range moments {
		if m.After(start) && !m.After(end) {
			return true
		}
	}
	return false
}

// busyOffice publishes an article of 450 words for all stations each day, with a recording. The words are invented by syllables, so
// that no compression finds more in them than in real ones.
func busyOffice(articles int) history {
	random := rand.New(rand.NewPCG(9, 9))
	words := func(n int) string {
		var list []string
		for range n {
			list = append(list, initials[random.IntN(len(initials))]+rimes[random.IntN(len(rimes))])
		}
		return strings.Join(list, " ")
	}
	h := history{first: civil.Date{Year: 2023, Month: time.January, Day: 1}.In(settings.Zone), days: articles, set: &article.Set{Settings: office()}}
	h.set.Topics = []*article.Topic{{ID: "0000000t", Slug: "cap-va-cot", Title: "Cáp và cột", Description: "Dây cáp, cột treo, đào đất."}}
	h.body = map[string]string{}
	for i := range articles {
		id := fmt.Sprintf("%06d", random.IntN(900_000)+i) + "x0" // ends like what has a recording
		date := h.first.AddDate(0, 0, i).Add(7 * time.Hour)
		h.set.Articles = append(h.set.Articles, &article.Article{
			ID: id, Slug: "bai-so-" + id, Title: words(12), Description: words(30), Date: date, LastMod: date,
			Topic: h.set.Topics[0], Remember: []string{words(12), words(12), words(12)},
			Broadcast: &article.Broadcast{Priority: article.High, PerDay: 2, Language: "vi", Times: []settings.Clock{345, 1035},
				From: civil.DateOf(date), Until: civil.DateOf(date).AddDays(9)},
		})
		var body strings.Builder
		for range 9 {
			body.WriteString("<p>" + words(50) + ".</p>\n")
		}
		h.body[id] = body.String()
	}
	return h
}

var (
	initials = strings.Fields("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")
	rimes    = strings.Fields("a à á ả ạ ai ài ái an àn án ản ạn ang àng áng anh ành ánh ao ào áo ay ày ấy ân ần ấn ầu ấu e è é en èn êm ến ệt ên ền ì í iên iền iết in ình ít o ò ó oan oài ong òng óng ông ồng ống ô ồ ố ơ ờ ớ ời ới ơn u ù ú ung ùng úng uôn uông ư ừ ứ ưa ưng ước ường ưỡi ương y ỳ ý")
)

func zipped(t testing.TB, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// TestDocumentsStayWithinTheirBudgets: the figures of FEEDS.md section 11, every item with a sound.
func TestDocumentsStayWithinTheirBudgets(t *testing.T) {
	const kilo, mega = 1 << 10, 1 << 20
	h := busyOffice(60)
	quiet := render(t, h.at(h.first.AddDate(0, 0, 60)))
	burst := busyOffice(300)
	for i, a := range burst.set.Articles { // a day on which everything changes
		a.LastMod = burst.first.AddDate(0, 0, 301).Add(time.Duration(i) * time.Second)
	}
	full := render(t, burst.at(burst.first.AddDate(0, 0, 302)))
	for _, c := range []struct {
		files     []feed.File
		path      string
		items     int
		raw, gzip int // 0: none is set
	}{
		{quiet, "dai/vinh-o/rss.xml", 20, 64 * kilo, 8 * kilo},
		{quiet, "dai/vinh-o/feed.json", 20, 64 * kilo, 8 * kilo},
		{quiet, "dai/vinh-o/podcast.xml", 20, 64 * kilo, 8 * kilo},
		{quiet, "kenh/tat-ca/rss.xml", 50, 256 * kilo, 70 * kilo},
		{quiet, "kenh/tat-ca/podcast.xml", 50, 256 * kilo, 70 * kilo},
		{full, "kenh/tat-ca/rss.xml", 200, mega, 0},
	} {
		f := document(t, c.files, c.path)
		raw, small := len(f.Data), zipped(t, f.Data)
		if n := len(parse(t, f)); n != c.items {
			t.Errorf("%s holds %d items, want %d", c.path, n, c.items)
		}
		if raw > c.raw || c.gzip > 0 && small > c.gzip {
			t.Errorf("%s: %d bytes, %d by gzip, want at most %d and %d", c.path, raw, small, c.raw, c.gzip)
		}
		t.Logf("%s: %d items, %d bytes, %d by gzip", c.path, c.items, raw, small)
	}
}

// BenchmarkPoll gives the bytes that a poll costs when it finds news: of a channel with an article a day, after so many more within
// the ten days that the poller was away. A poll without news is a 304 without a body. Run it with -benchtime 1x.
func BenchmarkPoll(b *testing.B) {
	for _, p := range []string{"dai/vinh-o/rss.xml", "dai/vinh-o/feed.json", "dai/vinh-o/podcast.xml", "kenh/tat-ca/rss.xml"} {
		for _, news := range []int{0, 1, 10} {
			b.Run(fmt.Sprintf("%s/%d new", p, news), func(b *testing.B) {
				h := busyOffice(90)
				at := h.first.AddDate(0, 0, 90)
				for _, a := range h.set.Articles[:news] { // old ones that change are news as well
					a.LastMod = at.Add(-time.Hour)
				}
				in := h.at(at)
				var f feed.File
				for b.Loop() {
					files, err := feed.Render(in)
					if err != nil {
						b.Fatal(err)
					}
					for _, one := range files {
						if one.Path == p {
							f = one
						}
					}
				}
				b.ReportMetric(float64(len(f.Data)), "raw-B")
				b.ReportMetric(float64(zipped(b, f.Data)), "gzip-B")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
