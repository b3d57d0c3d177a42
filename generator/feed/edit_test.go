package feed_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// release is what an office with three articles publishes at an instant. The second of them is the one that is edited.
type release struct {
	settings *settings.Settings
	topics   []*article.Topic
	campaign *article.Campaign
	articles []*article.Article
	more     string                  // what stands at the end of the second article
	machine  bool                    // a machine reads the second article
	take     string                  // else what a person read of it; "": nothing, there is no recording
	sounds   map[string]*audio.Sound // besides; nil: that of the second article is the only one
	artwork  string
	at       time.Time
}

var morning = time.Date(2023, 4, 24, 7, 0, 0, 0, settings.Zone)

func newRelease() *release {
	r := &release{settings: office(), at: morning.AddDate(0, 0, 3), artwork: artwork, campaign: &article.Campaign{Slug: "le", Title: "Dịp lễ"},
		topics: []*article.Topic{{Slug: "cap-va-cot", Title: "Cáp và cột"}, {Slug: "buu-chinh", Title: "Bưu chính"}}}
	for i, id := range []string{"aaaaaaaa", "bbbbbbbb", "cccccccc"} {
		date := morning.Add(-time.Duration(i) * time.Hour)
		r.articles = append(r.articles, &article.Article{
			ID: id, Slug: "bai-" + id, Title: "Bài " + id, Description: "Tóm tắt " + id, Date: date, LastMod: date, Topic: r.topics[0],
			Remember:  []string{"Điều nhớ " + id},
			Broadcast: &article.Broadcast{Priority: article.High, PerDay: 1, Areas: []string{"vinh-o"}, Language: "vi"},
		})
	}
	return r
}

func (r *release) files(t *testing.T) []feed.File {
	t.Helper()
	set := &article.Set{Settings: r.settings, Articles: r.articles, Topics: r.topics, Campaigns: []*article.Campaign{r.campaign}}
	in := feed.Input{Set: set, At: r.at, Artwork: r.artwork, Sounds: r.voices(), Scripts: map[string]*speech.Script{}, HTML: func(a *article.Article, link string) string {
		if a.ID == "bbbbbbbb" {
			return bodyOf(a, link) + r.more
		}
		return bodyOf(a, link)
	}}
	for _, a := range r.articles {
		if !a.WithdrawnAt(r.at) {
			in.Scripts[a.ID] = &speech.Script{Article: a.ID, Duration: time.Minute}
		}
	}
	return render(t, in)
}

// voices are the sounds of the release.
func (r *release) voices() map[string]*audio.Sound {
	all := maps.Clone(r.sounds)
	if all == nil {
		all = map[string]*audio.Sound{}
	}
	switch a := r.articles[1]; {
	case a.WithdrawnAt(r.at):
	case r.machine:
		all[a.ID] = synthetic(a.ID, a.Title+r.more)
	case r.take != "":
		all[a.ID] = recording(a.ID, r.take)
	}
	return all
}

// TestWhichEditChangesWhat is the table of FEEDS.md section 5.2, a pair of builds a row: "=" must not change, "→" must. The item is
// looked at in every format and size; bytes are those of the item with its body, channel is the instant of that of all articles.
// The second article is read by a machine in rows that say so, else by a person. place is "=", "top" of every channel that holds it,
// "gone" from all, or where it goes by channel; archives keep it in any case. Whose sound is gone is in no podcast.
func TestWhichEditChangesWhat(t *testing.T) {
	later := morning.AddDate(0, 0, 2)
	const machine, person = true, false
	for _, c := range []struct {
		edit                                                       string
		machine                                                    bool
		do                                                         func(r *release, a *article.Article)
		id, link, sound, published, updated, bytes, channel, place string
	}{
		{"nothing", person, func(r *release, a *article.Article) {}, "=", "=", "=", "=", "=", "=", "=", "="},
		{"nothing that a machine reads", machine, func(r *release, a *article.Article) {}, "=", "=", "=", "=", "=", "=", "=", "="},
		{"text without lastmod", person, func(r *release, a *article.Article) { r.more = "<p>Thêm một câu.</p>" }, "=", "=", "=", "=", "=", "→", "=", "="},
		{"text without lastmod that a machine reads", machine, func(r *release, a *article.Article) { r.more = "<p>Thêm một câu.</p>" }, "=", "=", "→", "=", "=", "→", "=", "="},
		{"title without lastmod", person, func(r *release, a *article.Article) { a.Title = "Bài sửa" }, "=", "=", "=", "=", "=", "→", "=", "="},
		{"text and lastmod", person, func(r *release, a *article.Article) { r.more, a.LastMod = "<p>Thêm một câu.</p>", later }, "=", "=", "=", "=", "→", "→", "→", "top"},
		{"text and lastmod that a machine reads", machine, func(r *release, a *article.Article) {
			r.more, a.LastMod = "<p>Thêm một câu.</p>", later
		}, "=", "=", "→", "=", "→", "→", "→", "top"},
		{"new recording", person, func(r *release, a *article.Article) { r.take = "lần 2" }, "=", "=", "→", "=", "=", "→", "=", "="},
		{"new recording and lastmod", person, func(r *release, a *article.Article) { r.take, a.LastMod = "lần 2", later }, "=", "=", "→", "=", "→", "→", "→", "top"},
		{"recording instead of a machine", machine, func(r *release, a *article.Article) { r.machine = false }, "=", "=", "→", "=", "=", "→", "=", "="},
		{"recording taken away", person, func(r *release, a *article.Article) { r.take = "" }, "=", "=", "gone", "=", "=", "→", "=", "="},
		{"slug", person, func(r *release, a *article.Article) { a.Slug = "ten-moi" }, "=", "→", "=", "=", "=", "→", "=", "="},
		{"host", person, func(r *release, a *article.Article) { r.settings.Site.Base = "https://moi.example.vn" }, "=", "→", "=", "=", "=", "→", "=", "="},
		{"authority", person, func(r *release, a *article.Article) { r.settings.Site.Authority = "moi.example.vn,2023" }, "→", "=", "=", "=", "=", "→", "=", "="},
		{"publisher", person, func(r *release, a *article.Article) { r.settings.Publisher.Name = "Ủy ban nhân dân xã" }, "=", "=", "=", "=", "=", "→", "=", "="},
		{"topic", person, func(r *release, a *article.Article) { a.Topic = r.topics[1] }, "=", "=", "=", "=", "=", "→", "=", "kenh/cap-va-cot:gone kenh/buu-chinh:0"},
		{"campaign", person, func(r *release, a *article.Article) { a.Campaign = r.campaign }, "=", "=", "=", "=", "=", "→", "=", "kenh/chien-dich-le:0"},
		{"area", person, func(r *release, a *article.Article) { a.Broadcast.Areas = []string{"vinh-thai"} }, "=", "=", "=", "=", "=", "→", "=", "dai/vinh-o:gone dai/vinh-thai:0"},
		{"station merged", person, func(r *release, a *article.Article) { r.at = merger.In(settings.Zone) }, "=", "=", "=", "=", "=", "=", "=", "dai/vinh-o:gone dai/xa-ben-quan:1"},
		{"correction", person, func(r *release, a *article.Article) {
			a.Corrections = []article.Correction{{At: later, Text: "Đúng là 113."}}
		}, "=", "=", "=", "=", "→", "→", "→", "top"},
		{"correction that a machine reads", machine, func(r *release, a *article.Article) {
			a.Corrections, r.more = []article.Correction{{At: later, Text: "Đúng là 113."}}, "<p>Gọi 113.</p>"
		}, "=", "=", "→", "=", "→", "→", "→", "top"},
		{"correction of tomorrow", person, func(r *release, a *article.Article) {
			a.Corrections = []article.Correction{{At: r.at.Add(time.Second), Text: "Đúng là 113."}}
		}, "=", "=", "=", "=", "=", "=", "=", "="},
		{"withdrawal", person, func(r *release, a *article.Article) { a.Withdrawn = &article.Withdrawal{At: later, Reason: "Sai"} }, "=", "=", "gone", "→", "→", "→", "→", "top"},
		{"withdrawal of tomorrow", person, func(r *release, a *article.Article) {
			a.Withdrawn = &article.Withdrawal{At: r.at.Add(time.Second), Reason: "Sai"}
		}, "=", "=", "=", "=", "=", "=", "=", "="},
		{"withdrawal of long ago", person, func(r *release, a *article.Article) {
			a.Withdrawn = &article.Withdrawal{At: later, Reason: "Sai"}
			r.at = later.AddDate(0, 0, 30)
		}, "=", "=", "gone", "→", "→", "→", "→", "gone"},
		{"expiry", person, func(r *release, a *article.Article) { a.Expires = later }, "=", "=", "gone", "=", "=", "→", "→", "gone"},
	} {
		t.Run(c.edit, func(t *testing.T) {
			r := newRelease()
			r.machine, r.take = c.machine, "lần 1"
			before := r.files(t)
			c.do(r, r.articles[1])
			after := r.files(t)
			for _, document := range []string{"kenh rss.xml", "kenh atom.xml", "kenh feed.json", "kenh podcast.xml", "dai rss.xml", "dai feed.json", "dai podcast.xml"} {
				folder, file, _ := strings.Cut(document, " ")
				was, _ := edited(t, before, folder, file)
				is, there := edited(t, after, folder, file)
				if file == address.Podcast && there == (c.sound == "gone") {
					t.Errorf("%s: an episode %v, and the sound is %s", document, there, c.sound)
				}
				if !there && (file == address.Podcast || c.place == "gone" && folder == "dai") { // stations have no archive
					continue
				}
				for _, field := range []struct{ name, want, was, is string }{
					{"id", c.id, was.ID, is.ID},
					{"link", c.link, was.Link, is.Link},
					{"sound", c.sound, was.Sound.name(), is.Sound.name()},
					{"published", c.published, was.Published, is.Published},
					{"updated", c.updated, was.Updated, is.Updated},
				} {
					if got := change(field.was, field.is); got != field.want {
						t.Errorf("%s: %s is %s, want %s, was %+v, is %+v", document, field.name, got, field.want, was, is)
					}
				}
				if full := folder == "kenh" && file != address.Podcast; full && change(was.raw, is.raw) != c.bytes {
					t.Errorf("%s: the bytes are %s, were\n%s\nare\n%s", document, c.bytes, was.raw, is.raw)
				}
			}
			all := "kenh/tat-ca/rss.xml"
			if same := document(t, before, all).Updated.Equal(document(t, after, all).Updated); same != (c.channel == "=") {
				t.Errorf("the channel's change is %s", c.channel)
			}
			if d := diff.Diff(moved(places(t, before), c.place), places(t, after)); d != "" {
				t.Errorf("places (-want +got):\n%s", d)
			}
		})
	}
}

// change says what became of something, in the signs of the table.
func change(was, is string) string {
	switch is {
	case was:
		return "="
	case "":
		return "gone"
	}
	return "→"
}

// edited finds the item of the article that was edited in the documents of a name below a folder, archives among them. It is the same
// in all of them.
func edited(t *testing.T, files []feed.File, folder, file string) (found read, there bool) {
	t.Helper()
	for _, f := range files {
		if !strings.HasPrefix(f.Path, folder+"/") || path.Base(f.Path) != file {
			continue
		}
		for _, i := range parse(t, f) {
			if !strings.HasSuffix(i.ID, ":bbbbbbbb") {
				continue
			}
			if there && i.raw != found.raw {
				t.Errorf("%s: %s and elsewhere %s", f.Path, i.raw, found.raw)
			}
			found, there = i, true
		}
	}
	return found, there
}

// places are where the edited item stands in the live documents, by channel.
func places(t *testing.T, files []feed.File) map[string]int {
	t.Helper()
	at := map[string]int{}
	for _, f := range files {
		if !f.Live || path.Base(f.Path) != address.RSS {
			continue
		}
		for n, id := range ids(parse(t, f)) {
			if strings.HasSuffix(id, ":bbbbbbbb") {
				at[path.Dir(f.Path)] = n
			}
		}
	}
	return at
}

// moved gives the places that a row of the table wants.
func moved(before map[string]int, place string) map[string]int {
	after := maps.Clone(before)
	switch place {
	case "=":
	case "gone":
		clear(after)
	case "top":
		for channel := range after {
			after[channel] = 0
		}
	default:
		for one := range strings.FieldsSeq(place) {
			channel, n, _ := strings.Cut(one, ":")
			delete(after, channel)
			if n != "gone" {
				after[channel] = int(n[0] - '0')
			}
		}
	}
	return after
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
			r.sounds = map[string]*audio.Sound{a.ID: synthetic(a.ID, "Nguyên văn"), "aaaaaaaa": recording("aaaaaaaa", "lần 1")} // though it should have none
			for _, f := range r.files(t) {
				for _, word := range []string{"Nguyên văn bbbbbbbb", "Tóm tắt bbbbbbbb", "Điều nhớ bbbbbbbb", "bai-bbbbbbbb/loi-doc.txt", "bai-bbbbbbbb/loi-doc.vtt", "am-thanh/bbbbbbbb", "tổng hợp"} {
					if strings.Contains(string(f.Data), word) {
						t.Errorf("%s still says %q", f.Path, word)
					}
				}
				folder := f.Path[:strings.LastIndex(f.Path, "/")+1]
				holds := c.item && slices.Contains([]string{"kenh/tat-ca/", "kenh/cap-va-cot/", "dai/vinh-o/"}, folder) ||
					slices.Contains([]string{"kenh/tat-ca/2023-04/", "kenh/cap-va-cot/2023-04/"}, folder) // for ever
				holds = holds && path.Base(f.Path) != address.Podcast // an episode without a sound is none
				items := parse(t, f)
				if got := slices.Contains(ids(items), tag("bbbbbbbb")); got != holds {
					t.Errorf("%s: item %v", f.Path, got)
				}
				if got := slices.Contains(ids(items), tag("bbbbbbbb")+"/thu-hoi"); got != (strings.HasPrefix(f.Path, "dai/vinh-o") && path.Base(f.Path) != address.Podcast && c.notice) {
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
	if s := podcast(t, files, "dai/vinh-o/podcast.xml"); s.Moved != base+"/dai/xa-ben-quan/podcast.xml" || len(s.Episodes) > 0 {
		t.Errorf("the podcast of the former station moved to %q with %d episodes", s.Moved, len(s.Episodes))
	}
	if s := podcast(t, files, "dai/xa-ben-quan/podcast.xml"); s.Moved != "" {
		t.Errorf("the podcast of the heir moved to %q", s.Moved)
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
