package feed_test

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/feed"
)

// artwork is the picture of the podcasts in the tests.
const artwork = "/podcast.png"

// soundBytes is the file of what is said in an article's sound; another text is another file of another size.
func soundBytes(id, said string) []byte { return []byte(strings.Repeat(id+" "+said+"\n", 1000)) }

func sound(id, said string) *audio.Sound {
	data := soundBytes(id, said)
	sum := fmt.Sprintf("%x", sha256.Sum256(data))
	return &audio.Sound{
		Article: id, Name: id + "-" + sum[:12] + ".mp3", Size: int64(len(data)), SHA256: sum,
		Length: time.Minute + time.Duration(len(data))*10*time.Microsecond,
	}
}

// recording is what a person said; nobody knows when which sentence is.
func recording(id, said string) *audio.Sound {
	s := sound(id, said)
	s.Voice = "Lê Thị Hoa"
	return s
}

// synthetic is what a machine said.
func synthetic(id, said string) *audio.Sound {
	s := sound(id, said)
	s.Synthetic, s.Voice = true, "espeak-ng vi"
	s.Cues = []audio.Cue{{End: s.Length, Text: said}}
	return s
}

// TestASoundIsOfferedAsItIs: address, bytes, seconds and type of every sound that a document offers are those of the file, and the
// length on air is that of the sound.
func TestASoundIsOfferedAsItIs(t *testing.T) {
	histories(t, sizes[:len(sizes)-1], func(t *testing.T, h history) {
		for _, at := range h.instants(21, h.builds(3)) {
			in := h.at(at)
			offers := 0
			for _, f := range render(t, in) {
				for _, i := range parse(t, f) {
					s := in.Sounds[i.ID[strings.LastIndex(i.ID, ":")+1:]]
					if s == nil || i.State == "het-han" {
						if i.Sound != (offered{}) || strings.Contains(i.raw, "giong") {
							t.Errorf("%s: %s has no sound and offers %+v", f.Path, i.ID, i.Sound)
						}
						continue
					}
					offers++
					want := offered{base + "/am-thanh/" + s.Name, s.Size, "audio/mpeg", s.Seconds()}
					if strings.HasSuffix(f.Path, address.RSS) || f.Type == feed.TypeAtom {
						want.Seconds = 0
					}
					if i.Sound != want {
						t.Errorf("%s: %s offers %+v, want %+v", f.Path, i.ID, i.Sound, want)
					}
					if length := fmt.Sprintf(`thoi_luong="%d"`, s.Seconds()); strings.Contains(i.raw, "<loa:phat_thanh") && !strings.Contains(i.raw, length) {
						t.Errorf("%s: %s is on air for another time than its sound, %s:\n%s", f.Path, i.ID, length, i.raw)
					}
				}
			}
			if len(h.set.Articles) > 50 && at.After(h.first.AddDate(0, 0, 20)) && offers == 0 {
				t.Errorf("no sound at %s: the test shows nothing", at)
			}
		}
	})
}

// TestTheOfferIsTheFile holds length against the bytes of a file, decoded seconds against samples, and both to whole numbers.
func TestTheOfferIsTheFile(t *testing.T) {
	for _, c := range []struct {
		length time.Duration
		want   int
	}{
		{40451 * time.Millisecond, 40}, // 1,783,876 samples
		{40500 * time.Millisecond, 41},
		{30 * time.Minute, 1800},
	} {
		r := newRelease()
		s := recording("bbbbbbbb", "lần 1")
		s.Length = c.length
		r.sounds = map[string]*audio.Sound{"bbbbbbbb": s}
		files := r.files(t)
		podcast := parse(t, document(t, files, "kenh/tat-ca/podcast.xml"))
		if len(podcast) != 1 || podcast[0].Sound.Size != int64(len(soundBytes("bbbbbbbb", "lần 1"))) || podcast[0].Sound.Seconds != c.want {
			t.Errorf("%s: %+v", c.length, podcast)
		}
		if !strings.Contains(podcast[0].raw, fmt.Sprintf(`thoi_luong="%d"`, c.want)) {
			t.Errorf("%s on air: %s", c.length, podcast[0].raw)
		}
	}
}

// TestASyntheticVoiceIsNamed: in each document that offers a sound of a machine, people and programs read that it is one; of a person
// nobody reads it.
func TestASyntheticVoiceIsNamed(t *testing.T) {
	for _, c := range []struct {
		sound *audio.Sound
		kind  string
		named bool
	}{{synthetic("bbbbbbbb", "bài"), "tong-hop", true}, {recording("bbbbbbbb", "bài"), "nguoi-doc", false}} {
		r := newRelease()
		r.articles[1].Description = strings.Repeat("Tóm tắt dài ", 40) // the label outlives the cut
		r.sounds = map[string]*audio.Sound{"bbbbbbbb": c.sound}
		seen := 0
		for _, f := range r.files(t) {
			for _, i := range parse(t, f) {
				if i.ID != tag("bbbbbbbb") {
					continue
				}
				seen++
				if got := strings.Contains(strings.ToLower(i.raw), "giọng đọc tổng hợp"); got != c.named {
					t.Errorf("%s: named %v, want %v:\n%s", f.Path, got, c.named, i.raw)
				}
				if !strings.Contains(i.raw, "<loa:giong>"+c.kind+"<") && !strings.Contains(i.raw, `"giong":"`+c.kind+`"`) {
					t.Errorf("%s: the kind %s is not said:\n%s", f.Path, c.kind, i.raw)
				}
				if strings.HasSuffix(f.Path, address.Podcast) && strings.HasSuffix(i.Summary, ". Giọng đọc tổng hợp.") != c.named &&
					strings.HasSuffix(i.Summary, "… Giọng đọc tổng hợp.") != c.named {
					t.Errorf("%s: summary %q", f.Path, i.Summary)
				}
				if n := len([]rune(i.Summary)); n > 300 {
					t.Errorf("%s: a summary of %d characters", f.Path, n)
				}
			}
		}
		if seen != 2*3*2+2+2*2-1 { // three formats and archives of two channels, their podcasts, three documents of a station
			t.Errorf("%d documents hold the item", seen)
		}
	}
}

// TestAPodcastHoldsWhatHasASound: the items of a channel that have a sound, in the order of the channel, and no other.
func TestAPodcastHoldsWhatHasASound(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, at := range h.instants(22, h.builds(4)) {
			in := h.at(at)
			files := render(t, in)
			for _, c := range feed.Channels(in.Set, dayOf(at)) {
				if station, _ := in.Set.Settings.Station(c.Slug); c.Kind == feed.Station && !station.On(dayOf(at)) {
					continue // TestAFormerStation
				}
				if d := diff.Diff(expectedPodcast(in, c), ids(parse(t, document(t, files, address.File(c.Podcast))))); d != "" {
					t.Errorf("%s at %s (-want +got):\n%s", c.Podcast, at, d)
				}
			}
		}
	})
}

// expectedPodcast is expected for a channel in which what has no sound never was.
func expectedPodcast(in feed.Input, c feed.Channel) []string {
	set := *in.Set
	set.Articles = slices.DeleteFunc(slices.Clone(set.Articles), func(a *article.Article) bool {
		return in.Sounds[a.ID] == nil || a.WithdrawnAt(in.At)
	})
	in.Set = &set
	return expected(in, c)
}

// episode is what a podcast says of an item besides.
type episode struct {
	Title       string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd title"`
	Kind        string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd episodeType"`
	Explicit    string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd explicit"`
	Transcripts []struct {
		Address  string `xml:"url,attr"`
		Type     string `xml:"type,attr"`
		Relation string `xml:"rel,attr"`
	} `xml:"https://podcastindex.org/namespace/1.0 transcript"`
	Person *struct {
		Role string `xml:"role,attr"`
		Name string `xml:",chardata"`
	} `xml:"https://podcastindex.org/namespace/1.0 person"`
}

type show struct {
	Blocked string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd block"`
	Moved   string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd new-feed-url"`
	GUID    string `xml:"https://podcastindex.org/namespace/1.0 guid"`
	Owner   *struct {
		Email string `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd email"`
	} `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd owner"`
	Image *struct {
		Address string `xml:"href,attr"`
	} `xml:"http://www.itunes.com/dtds/podcast-1.0.dtd image"`
	Episodes []episode `xml:"item"`
}

func podcast(t *testing.T, files []feed.File, path string) show {
	t.Helper()
	var doc struct {
		Show show `xml:"channel"`
	}
	unmarshal(t, document(t, files, path), xml.Unmarshal, &doc)
	return doc.Show
}

// TestATranscriptIsOfferedWhenThereIsOne: captions only where the times are known, the script only where there is one, a name only of
// a person.
func TestATranscriptIsOfferedWhenThereIsOne(t *testing.T) {
	nameless := recording("bbbbbbbb", "bài")
	nameless.Voice = ""
	for _, c := range []struct {
		name  string
		sound *audio.Sound
		want  string
	}{
		{"a machine", synthetic("bbbbbbbb", "bài"), "text/vtt captions /bai-viet/bai-bbbbbbbb/loi-doc.vtt, text/plain  /bai-viet/bai-bbbbbbbb/loi-doc.txt"},
		{"a person", recording("bbbbbbbb", "bài"), "text/plain  /bai-viet/bai-bbbbbbbb/loi-doc.txt, announcer Lê Thị Hoa"},
		{"somebody", nameless, "text/plain  /bai-viet/bai-bbbbbbbb/loi-doc.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRelease()
			r.sounds = map[string]*audio.Sound{"bbbbbbbb": c.sound}
			e := podcast(t, r.files(t), "dai/vinh-o/podcast.xml").Episodes
			if len(e) != 1 || e[0].Title != "Bài bbbbbbbb" || e[0].Kind != "full" || e[0].Explicit != "false" {
				t.Fatalf("%+v", e)
			}
			var got []string
			for _, x := range e[0].Transcripts {
				got = append(got, x.Type+" "+x.Relation+" "+strings.TrimPrefix(x.Address, base))
			}
			if p := e[0].Person; p != nil {
				got = append(got, p.Role+" "+p.Name)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

// TestAPodcastSaysWhoseItIs: what stands in the head depends on the settings and on what the podcast is of.
func TestAPodcastSaysWhoseItIs(t *testing.T) {
	r := newRelease()
	files := r.files(t)
	all, station := podcast(t, files, "kenh/tat-ca/podcast.xml"), podcast(t, files, "dai/vinh-o/podcast.xml")
	if all.Blocked != "" || station.Blocked != "Yes" {
		t.Errorf("blocked: all articles %q, a station %q", all.Blocked, station.Blocked)
	}
	if all.Image == nil || all.Image.Address != base+artwork || all.Owner != nil {
		t.Errorf("image %+v, owner %+v", all.Image, all.Owner)
	}
	if all.GUID == station.GUID || len(all.GUID) != 36 {
		t.Errorf("identities %q and %q", all.GUID, station.GUID)
	}
	r.settings.Site.Base, r.settings.Publisher.Contact, r.artwork = "https://moi.example.vn", "loa@example.vn", ""
	if moved := podcast(t, r.files(t), "kenh/tat-ca/podcast.xml"); moved.GUID != all.GUID || moved.Image != nil || moved.Owner == nil || moved.Owner.Email != "loa@example.vn" {
		t.Errorf("under another host: %+v", moved)
	}
	r.settings.Publisher.Contact = "0900 123 456, loa@example.vn"
	if s := podcast(t, r.files(t), "kenh/tat-ca/podcast.xml"); s.Owner != nil {
		t.Error("a telephone number is no address of mail")
	}
}
