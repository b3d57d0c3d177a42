package feed_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// release is what an office with three articles publishes at an instant. The second of them is the one that is edited.
type release struct {
	settings *settings.Settings
	articles []*article.Article
	at       time.Time
}

var morning = time.Date(2023, 4, 24, 7, 0, 0, 0, settings.Zone)

func newRelease() *release {
	topic := &article.Topic{Slug: "cap-va-cot", Title: "Cáp và cột"}
	r := &release{settings: office(), at: morning.AddDate(0, 0, 3)}
	for i, id := range []string{"aaaaaaaa", "bbbbbbbb", "cccccccc"} {
		date := morning.Add(-time.Duration(i) * time.Hour)
		r.articles = append(r.articles, &article.Article{
			ID: id, Slug: "bai-" + id, Title: "Bài " + id, Description: "Tóm tắt " + id, Date: date, LastMod: date, Topic: topic,
			Remember:  []string{"Điều nhớ " + id},
			Broadcast: &article.Broadcast{Priority: article.High, PerDay: 1, Areas: []string{"vinh-o"}, Language: "vi"},
		})
	}
	return r
}

func (r *release) files(t *testing.T) []feed.File {
	t.Helper()
	set := &article.Set{Settings: r.settings, Articles: r.articles, Topics: []*article.Topic{r.articles[0].Topic, {Slug: "buu-chinh", Title: "Bưu chính"}},
		Campaigns: []*article.Campaign{{Slug: "le", Title: "Dịp lễ"}}}
	in := feed.Input{Set: set, At: r.at, HTML: bodyOf, Scripts: map[string]*speech.Script{}}
	for _, a := range r.articles {
		if !a.WithdrawnAt(r.at) {
			in.Scripts[a.ID] = &speech.Script{Article: a.ID, Duration: time.Minute}
		}
	}
	return render(t, in)
}

// TestWhichEditChangesWhat is the table of FEEDS.md section 5.2, a pair of builds a row. "=" must not change, "→" must.
func TestWhichEditChangesWhat(t *testing.T) {
	later := morning.AddDate(0, 0, 2)
	for _, c := range []struct {
		edit                              string
		do                                func(r *release, a *article.Article)
		id, link, published, updated, top string
	}{
		{"title without lastmod", func(r *release, a *article.Article) { a.Title = "Bài sửa" }, "=", "=", "=", "=", "="},
		{"title and lastmod", func(r *release, a *article.Article) { a.Title, a.LastMod = "Bài sửa", later }, "=", "=", "=", "→", "→"},
		{"slug", func(r *release, a *article.Article) { a.Slug = "ten-moi" }, "=", "→", "=", "=", "="},
		{"host", func(r *release, a *article.Article) { r.settings.Site.Base = "https://moi.example.vn" }, "=", "→", "=", "=", "="},
		{"authority", func(r *release, a *article.Article) { r.settings.Site.Authority = "moi.example.vn,2023" }, "→", "=", "=", "=", "="},
		{"publisher", func(r *release, a *article.Article) { r.settings.Publisher.Name = "Ủy ban nhân dân xã" }, "=", "=", "=", "=", "="},
		{"campaign", func(r *release, a *article.Article) { a.Campaign = &article.Campaign{Slug: "le", Title: "Dịp lễ"} }, "=", "=", "=", "=", "="},
		{"correction", func(r *release, a *article.Article) {
			a.Corrections = []article.Correction{{At: later, Text: "Đúng là 113."}}
		}, "=", "=", "=", "→", "→"},
		{"correction of tomorrow", func(r *release, a *article.Article) {
			a.Corrections = []article.Correction{{At: r.at.Add(time.Second), Text: "Đúng là 113."}}
		}, "=", "=", "=", "=", "="},
		{"withdrawal", func(r *release, a *article.Article) { a.Withdrawn = &article.Withdrawal{At: later, Reason: "Sai"} }, "=", "=", "→", "→", "→"},
		{"withdrawal of tomorrow", func(r *release, a *article.Article) {
			a.Withdrawn = &article.Withdrawal{At: r.at.Add(time.Second), Reason: "Sai"}
		}, "=", "=", "=", "=", "="},
	} {
		t.Run(c.edit, func(t *testing.T) {
			r := newRelease()
			before := r.files(t)
			c.do(r, r.articles[1])
			after := r.files(t)
			for i, path := range []string{"kenh/tat-ca/rss.xml", "kenh/tat-ca/atom.xml", "kenh/tat-ca/feed.json", "dai/vinh-o/rss.xml", "dai/vinh-o/feed.json"} {
				was, place := edited(t, parse(t, document(t, before, path)))
				is, now := edited(t, parse(t, document(t, after, path)))
				for _, field := range []struct {
					name, want string
					same       bool
				}{
					{"id", c.id, was.ID == is.ID},
					{"link", c.link, was.Link == is.Link},
					{"published", c.published, was.Published == is.Published},
					{"updated", c.updated, was.Updated == is.Updated},
					{"place", c.top, place == now},
				} {
					if field.same != (field.want == "=") {
						t.Errorf("%s (%d): %s is %s, was %+v, is %+v", path, i, field.name, field.want, was, is)
					}
				}
				if c.top == "→" && now != 0 {
					t.Errorf("%s: at place %d, not on top", path, now)
				}
			}
		})
	}
}

// edited finds the item of the article that was edited, which is neither the first's nor the last's.
func edited(t *testing.T, items []read) (read, int) {
	t.Helper()
	for i, it := range items {
		if !strings.HasSuffix(it.ID, "aaaaaaaa") && !strings.HasSuffix(it.ID, "cccccccc") && !strings.HasSuffix(it.ID, "/thu-hoi") {
			return it, i
		}
	}
	t.Fatalf("the item is gone: %v", ids(items))
	return read{}, 0
}

func TestAnotherTopicMovesTheItem(t *testing.T) {
	r := newRelease()
	r.articles[1].Topic = &article.Topic{Slug: "buu-chinh", Title: "Bưu chính"}
	files := r.files(t)
	if got := ids(parse(t, document(t, files, "kenh/cap-va-cot/rss.xml"))); slices.Contains(got, tag("bbbbbbbb")) {
		t.Errorf("the former topic still holds %v", got)
	}
	if got := ids(parse(t, document(t, files, "kenh/buu-chinh/rss.xml"))); !slices.Contains(got, tag("bbbbbbbb")) {
		t.Errorf("the new topic holds %v", got)
	}
}

func TestAnExpiredItemIsGoneAndTheChannelSaysSo(t *testing.T) {
	r := newRelease()
	r.articles[1].Expires = morning.AddDate(0, 0, 2)
	f := document(t, r.files(t), "kenh/tat-ca/rss.xml")
	if got := ids(parse(t, f)); slices.Contains(got, tag("bbbbbbbb")) {
		t.Errorf("expired, and still in %v", got)
	}
	if !f.Updated.Equal(r.articles[1].Expires) {
		t.Errorf("the channel changed at %s, want the expiry %s", f.Updated, r.articles[1].Expires)
	}
}

// TestAWithdrawnTextIsNowhere: no document holds a word of it but the title; stations, and they alone, have a notice, for 30 days.
func TestAWithdrawnTextIsNowhere(t *testing.T) {
	for _, c := range []struct {
		name         string
		after        time.Duration
		item, notice bool
	}{
		{"in the same second", 0, true, true},
		{"a second before 30 days", 30*24*time.Hour - time.Second, true, true},
		{"after 30 days", 30 * 24 * time.Hour, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRelease()
			a := r.articles[1]
			a.Withdrawn = &article.Withdrawal{At: morning.AddDate(0, 0, 2), Reason: "Sai số gọi"}
			r.at = a.Withdrawn.At.Add(c.after)
			for _, f := range r.files(t) {
				for _, word := range []string{"Nguyên văn bbbbbbbb", "Tóm tắt bbbbbbbb", "Điều nhớ bbbbbbbb", "bai-bbbbbbbb/loi-doc.txt"} {
					if strings.Contains(string(f.Data), word) {
						t.Errorf("%s still says %q", f.Path, word)
					}
				}
				folder := f.Path[:strings.LastIndex(f.Path, "/")+1]
				holds := c.item && slices.Contains([]string{"kenh/tat-ca/", "kenh/cap-va-cot/", "dai/vinh-o/"}, folder) ||
					slices.Contains([]string{"kenh/tat-ca/2023-04/", "kenh/cap-va-cot/2023-04/"}, folder) // for ever
				items := parse(t, f)
				if got := slices.Contains(ids(items), tag("bbbbbbbb")); got != holds {
					t.Errorf("%s: item %v", f.Path, got)
				}
				if got := slices.Contains(ids(items), tag("bbbbbbbb")+"/thu-hoi"); got != (strings.HasPrefix(f.Path, "dai/vinh-o") && c.notice) {
					t.Errorf("%s: notice %v", f.Path, got)
				}
				for _, i := range items {
					if i.ID == tag("bbbbbbbb") && (i.State != "thu-hoi" || !strings.HasPrefix(i.Title, "Đã thu hồi: ") || !strings.Contains(i.Summary, "Sai số gọi")) {
						t.Errorf("%s: %+v", f.Path, i)
					}
				}
			}
		})
	}
}

func TestAnUrgentItemIsAskedForMoreOften(t *testing.T) {
	r := newRelease()
	r.articles[1].Broadcast.Priority = article.Urgent
	r.articles[1].Broadcast.From, r.articles[1].Broadcast.Until = dayOf(r.at), dayOf(r.at)
	often := func(path string) bool {
		return strings.Contains(string(document(t, r.files(t), path).Data), "<ttl>5</ttl>")
	}
	if !often("kenh/tat-ca/rss.xml") || !often("dai/vinh-o/rss.xml") {
		t.Error("an urgent item of today does not hurry readers")
	}
	if often("dai/vinh-thai/rss.xml") {
		t.Error("a station hurries that has no urgent item")
	}
	r.articles[1].Withdrawn = &article.Withdrawal{At: r.at, Reason: "Sai"}
	if often("kenh/tat-ca/rss.xml") {
		t.Error("an urgent item that was withdrawn still hurries readers")
	}
	r.articles[1].Withdrawn = nil
	r.at = r.at.AddDate(0, 0, 1)
	if often("kenh/tat-ca/rss.xml") {
		t.Error("the last day of the urgent item is over, and readers still hurry")
	}
}

// TestAFormerStation: it keeps its documents with the way to its heirs, who get the same items under the same identity.
func TestAFormerStation(t *testing.T) {
	r := newRelease()
	r.at = merger.In(settings.Zone).Add(-time.Second)
	before := document(t, r.files(t), "dai/vinh-o/rss.xml")
	r.at = merger.In(settings.Zone)
	files := r.files(t)
	heir := parse(t, document(t, files, "dai/xa-ben-quan/rss.xml"))
	if want, got := ids(parse(t, before)), ids(heir); !slices.Equal(want, got) || len(got) != 3 {
		t.Errorf("the heir holds %v, the station held %v", got, want)
	}
	for _, path := range []string{"dai/vinh-o/rss.xml", "dai/vinh-o/feed.json"} {
		f := document(t, files, path)
		items := parse(t, f)
		if len(items) != 1 || items[0].ID != tag("dai/vinh-o/chuyen") || items[0].Link != base+"/dai/xa-ben-quan/" || items[0].State != "chuyen" {
			t.Errorf("%s: %+v", path, items)
		}
		if !f.Updated.Equal(r.at) {
			t.Errorf("%s changed at %s, want %s", path, f.Updated, r.at)
		}
	}
	for _, f := range files {
		if strings.HasPrefix(f.Path, "dai/vinh-thai/") && len(parse(t, f)) > 0 {
			t.Errorf("%s holds what is for another commune", f.Path)
		}
	}
}

func TestAFormerStationFollowsItsHeirs(t *testing.T) {
	r := newRelease()
	again := merger.AddDays(400)
	stations := r.settings.Stations
	stations[3].Until, stations[3].Successors = again, []string{"vinh-thai", "khong-co"}
	r.at = again.In(settings.Zone)
	f := document(t, r.files(t), "dai/vinh-o/feed.json")
	items := parse(t, f)
	if len(items) != 1 || items[0].Link != base+"/dai/vinh-thai/" || !f.Updated.Equal(r.at) {
		t.Errorf("changed at %s: %+v", f.Updated, items)
	}
	stations[3].Successors = []string{"vinh-o"} // in a circle: no heir at all
	items = parse(t, document(t, r.files(t), "dai/vinh-o/feed.json"))
	if len(items) != 1 || items[0].Link != base+"/dai/vinh-o/" || items[0].Title != "Đài này không còn phát" {
		t.Errorf("%+v", items)
	}
}

func TestAStationOfTomorrowHasNoDocument(t *testing.T) {
	for _, f := range newRelease().files(t) {
		if strings.HasPrefix(f.Path, "dai/xa-ben-quan/") {
			t.Errorf("%s is there before the station", f.Path)
		}
	}
}

func TestAnArticleWithoutAWishGoesToNoStation(t *testing.T) {
	r := newRelease()
	r.articles[1].Broadcast = nil
	if got := ids(parse(t, document(t, r.files(t), "dai/vinh-o/rss.xml"))); slices.Contains(got, tag("bbbbbbbb")) {
		t.Errorf("the station holds %v", got)
	}
}
