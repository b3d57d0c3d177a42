package feed

import (
	"fmt"
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// district has as many stations as it is told, an article for each station's area and the given number for all.
func district(stations, forAll int) Input {
	start := time.Date(2023, 4, 23, 7, 0, 0, 0, settings.Zone)
	topic := &article.Topic{Slug: "cap-va-cot", Title: "Cáp và cột"}
	set := &article.Set{Topics: []*article.Topic{topic}, Settings: &settings.Settings{
		Site: settings.Site{Name: "Loa", Base: "https://loa.example.vn", Authority: "loa.example.vn,2023"}}}
	in := Input{Set: set, At: start.AddDate(1, 0, 0), Scripts: map[string]*speech.Script{}, Sounds: map[string]*audio.Sound{}, HTML: func(a *article.Article, link string) string {
		return "<p>Sáng sớm, một sợi dây nằm vắt ngang đường thôn. Bà con đừng cầm lên.</p>"
	}}
	add := func(areas ...string) {
		n := len(set.Articles)
		date := start.Add(time.Duration(n) * time.Hour)
		id := fmt.Sprintf("%08d", n)
		in.Sounds[id] = &audio.Sound{Article: id, Name: id + "-9f86d081884c.mp3", Size: 1_203_456, Length: 150 * time.Second, Voice: "Lê Thị Hoa"}
		set.Articles = append(set.Articles, &article.Article{
			ID: id, Slug: fmt.Sprintf("bai-%d", n), Title: "Thấy dây rơi trên đường", Description: "Ba việc bà con làm.",
			Date: date, LastMod: date, Topic: topic, Remember: []string{"Đứng xa", "Báo ngay"},
			Broadcast: &article.Broadcast{Priority: article.Ordinary, PerDay: 1, Language: "vi", Areas: areas,
				From: civil.DateOf(date), Until: civil.DateOf(date.AddDate(0, 0, 9))},
		})
	}
	for i := range stations {
		slug := fmt.Sprintf("xa-%d", i)
		set.Settings.Areas = append(set.Settings.Areas, settings.Area{Slug: slug})
		set.Settings.Stations = append(set.Settings.Stations, settings.Station{Slug: slug, Name: "Đài " + slug, Area: slug})
		add(slug)
	}
	for range forAll {
		add()
	}
	return in
}

// TestAnItemIsRenderedOnceAForm: stations and archives add documents and no rendering.
func TestAnItemIsRenderedOnceAForm(t *testing.T) {
	for _, stations := range []int{1, 1000} {
		in := district(stations, 30) // 30 newest are for all: every station holds the newest 20 at least
		in.Set.Articles = in.Set.Articles[stations:]
		bodies := 0
		html := in.HTML
		in.HTML = func(a *article.Article, link string) string { bodies++; return html(a, link) }
		r, err := newRenderer(in)
		if err != nil {
			t.Fatal(err)
		}
		files, err := r.files()
		if err != nil {
			t.Fatal(err)
		}
		live := 0
		for _, f := range files {
			if f.Live {
				live++
			}
		}
		if want := 2*4 + stations*3; live != want || len(files) < live+2*3+1 {
			t.Fatalf("%d live documents of %d, want %d, and archives and the list besides", live, len(files), want)
		}
		if want := [forms]int{rssFull: 30, rssLean: 30, atomFull: 30, jsonFull: 30, jsonLean: 30, rssPodcast: 30}; r.rendered != want || bodies != 30 {
			t.Errorf("%d stations: rendered %v, bodies made %d, want 30 of each", stations, r.rendered, bodies)
		}
	}
}

// TestTheWorkGrowsWithStationsAndArticles counts allocations, which do not depend on the machine: ten times the stations or the
// articles are ten times the work. Live documents end at their window, archives hold every article.
func TestTheWorkGrowsWithStationsAndArticles(t *testing.T) {
	work := func(stations, articles int) float64 {
		in := district(stations, articles)
		return testing.AllocsPerRun(1, func() {
			if _, err := Render(in); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := work(100, 100), work(1000, 100); many > 11*few {
		t.Errorf("100 stations: %.0f allocations, 1,000: %.0f, which is more than ten times", few, many)
	}
	if few, many := work(1, 200), work(1, 2000); many > 11*few {
		t.Errorf("200 articles: %.0f allocations, 2,000: %.0f, which is more than ten times", few, many)
	}
}

// TestAreasReachStationsAsSettingsSay holds the table of all areas against the question for one.
func TestAreasReachStationsAsSettingsSay(t *testing.T) {
	s := &settings.Settings{}
	for i, heirs := range [][]string{{"a3"}, {"a3", "a4"}, nil, {"a5"}, {"a5", "la"}, nil, {"a7"}, {"a6"}} { // a6 and a7 in a circle
		slug := fmt.Sprintf("a%d", i)
		s.Areas = append(s.Areas, settings.Area{Slug: slug, Successors: heirs})
		s.Stations = append(s.Stations, settings.Station{Slug: slug, Area: slug})
	}
	reaching := areasReaching(s.Areas)
	for _, station := range s.Stations {
		for _, area := range s.Areas {
			got := false
			for _, slug := range reaching[station.Area] {
				got = got || slug == area.Slug
			}
			if want := s.Serves(station, area.Slug, civil.Date{Year: 2023, Month: 4, Day: 24}); got != want {
				t.Errorf("%s at %s: got %v, want %v", area.Slug, station.Slug, got, want)
			}
		}
	}
}

func BenchmarkRender(b *testing.B) {
	for _, c := range []struct{ stations, articles int }{{18, 15}, {18, 10_000}, {1_000, 1_000}, {10_000, 1_000}} {
		b.Run(fmt.Sprintf("%d stations, %d articles", c.stations, c.articles), func(b *testing.B) {
			in := district(c.stations, c.articles)
			b.ReportAllocs()
			var bytes int
			for b.Loop() {
				files, err := Render(in)
				if err != nil {
					b.Fatal(err)
				}
				bytes = 0
				for _, f := range files {
					bytes += len(f.Data)
				}
			}
			b.ReportMetric(float64(bytes)/1e6, "MB")
		})
	}
}
