package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// track is what a player makes of a playlist: an address and what is said about it.
type track struct {
	address, title string
	seconds        int
}

var (
	information = regexp.MustCompile(`^#EXTINF:(\d+),(.+)$`)
	soundFile   = regexp.MustCompile(`^https://loa\.example\.vn/am-thanh/[a-z0-9-]+\.mp3$`)
)

// readPlaylist reads a playlist as players do, line by line, and refuses whatever is neither a comment nor an address of ours.
func readPlaylist(t testing.TB, data []byte) (head string, tracks []track, comments []string) {
	t.Helper()
	text, ended := strings.CutSuffix(string(data), "\n")
	lines := strings.Split(text, "\n")
	if !ended || !utf8.Valid(data) || strings.ContainsAny(text, "\r\u2028\u2029\u0085") || len(lines) < 2 || lines[0] != "#EXTM3U" {
		t.Fatalf("not a playlist: %q", data)
	}
	head, ok := strings.CutPrefix(lines[1], "#PLAYLIST:")
	if !ok {
		t.Fatalf("no name in %q", lines[1])
	}
	for n := 2; n < len(lines); n++ {
		if comment, ok := strings.CutPrefix(lines[n], "# "); ok {
			comments = append(comments, comment)
			continue
		}
		m := information.FindStringSubmatch(lines[n])
		if m == nil || n+1 == len(lines) || !soundFile.MatchString(lines[n+1]) {
			t.Fatalf("line %d is out of place: %q", n+1, lines[n])
		}
		length, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		n++
		tracks = append(tracks, track{lines[n], m[2], length})
	}
	return head, tracks, comments
}

// TestThePlaylistIsTheDay: over random stations, each reading of the day that is not struck is a track or a comment, in the order of the
// plan and behind the urgent ones, and nothing else is.
func TestThePlaylistIsTheDay(t *testing.T) {
	played := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		st, items := random(r)
		items = dressed(r, items)
		at := time.Date(2023, 4, 24+r.IntN(4), r.IntN(24), 0, 0, 0, settings.Zone)
		for n := range items {
			if r.IntN(2) == 0 {
				items[n].Sound = schedule.Sound{Address: "/am-thanh/" + items[n].ID + ".mp3", Length: items[n].Length - time.Duration(r.IntN(5))*time.Second}
			}
		}
		if len(items) > 0 && r.IntN(2) == 0 {
			items = withdrawn(items, r.IntN(len(items)), at.Add(-time.Hour))
		}
		o := schedule.New(office(), items).Outlook(st, at)
		var want []string
		add := func(i *schedule.Item, words string) {
			if i.Sound.Address == "" || !i.Withdrawn.IsZero() {
				want = append(want, words+", đọc theo https://loa.example.vn/bai-viet/bai-"+i.ID+"/loi-doc.txt")
			} else {
				want = append(want, fmt.Sprintf("%s %d https://loa.example.vn%s", words, int(i.Sound.Length/time.Second), i.Sound.Address))
			}
		}
		for _, p := range o.Days {
			if p.Date != o.Day {
				continue
			}
			for _, i := range p.Urgent {
				add(i, "Phát ngay, không chờ buổi: Bài "+i.ID)
			}
			for _, s := range p.Sessions {
				for _, e := range s.Entries {
					words := at2(e.At)
					switch {
					case e.Item == nil:
						want = append(want, words+" Tiếp âm: "+e.Relay)
					case e.Struck:
					case e.Reading > 1:
						add(e.Item, fmt.Sprintf("%s Bài %s (lần %d)", words, e.Item.ID, e.Reading))
					default:
						add(e.Item, words+" Bài "+e.Item.ID)
					}
				}
			}
		}
		data := schedule.Playlist(o)
		_, tracks, _ := readPlaylist(t, data)
		played += len(tracks)
		var got []string
		for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")[2:] {
			switch {
			case strings.HasPrefix(line, "# "):
				got = append(got, line[2:])
			case strings.HasPrefix(line, "#EXTINF:"):
				got = append(got, fmt.Sprintf("%s %d %s", tracks[0].title, tracks[0].seconds, tracks[0].address))
				tracks = tracks[1:]
			}
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("seed %d: got\n%s\nwant\n%s", seed, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if played == 0 {
		t.Error("nothing was played")
	}
}

func at2(d time.Duration) string { return time.Time{}.Add(d).Format("15:04") }

// TestHostileTitlesStayInTheirLine: whatever a title holds, the list has the same tracks.
func TestHostileTitlesStayInTheirLine(t *testing.T) {
	s := real(t)
	for _, title := range []string{"Bài\nhttps://xau.example/a.mp3", "Bài\r\n#EXTINF:1,x\rhttps://xau.example", "#EXTM3U\n#EXT-X-KEY:a", "a\u2028b\u2029c\u0085d", "\x00\x1b[2J",
		"Bài \xff\xfe hỏng", "  ", "\ufeffBài", "a,b,-1", "<script>"} {
		list := stories()
		voice(list, "03", 95*time.Second)
		list["03"].Title, list["01"].Title = title, title
		st := station(t, s, "vinh-thuy")
		st.Name = "Đài\nhttps://xau.example/"
		st.Relays = append([]settings.Relay(nil), st.Relays...)
		for n := range st.Relays {
			st.Relays[n].Name = "VOV\nhttps://xau.example/"
		}
		head, tracks, comments := readPlaylist(t, schedule.Playlist(schedule.New(s, itemsOf(t, list)).Outlook(st, morning)))
		if len(tracks) != 1 || tracks[0].address != "https://loa.example.vn/am-thanh/03-0123456789ab.mp3" || len(comments) != 11+4 || !strings.HasSuffix(head, ", 25/4/2023") {
			t.Errorf("%q: %q, %v, %d comments", title, head, tracks, len(comments))
		}
	}
}

func FuzzPlaylist(f *testing.F) {
	f.Add("Thấy dây rơi", "Đài truyền thanh xã Vĩnh Thủy")
	f.Add("a\nhttps://xau.example/a.mp3", "b\r#EXTINF")
	f.Fuzz(func(t *testing.T, title, name string) {
		item := schedule.Item{ID: "a", Article: &article.Article{Slug: "a", Title: title, Topic: &article.Topic{}}, Priority: article.Urgent,
			First: date("2023-04-25"), Sound: schedule.Sound{Address: "/am-thanh/a.mp3", Length: time.Minute}}
		st := settings.Station{Slug: "x", Name: name, Languages: []string{"vi"}}
		_, tracks, comments := readPlaylist(t, schedule.Playlist(schedule.New(office(), []schedule.Item{item}).Outlook(st, morning)))
		if len(tracks) != 1 || tracks[0].address != "https://loa.example.vn/am-thanh/a.mp3" || tracks[0].seconds != 60 || len(comments) > 0 {
			t.Errorf("%v %q", tracks, comments)
		}
	})
}

// TestThePlaylistOfAFormerStationIsEmpty: who subscribed to it gets no error for ever.
func TestThePlaylistOfAFormerStationIsEmpty(t *testing.T) {
	o := outlook(t, real(t), stories(), "vinh-thuy", time.Date(2026, 4, 24, 7, 0, 0, 0, settings.Zone))
	if got, want := string(schedule.Playlist(o)), "#EXTM3U\n#PLAYLIST:Đài truyền thanh xã Vĩnh Thủy, 24/4/2026\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
