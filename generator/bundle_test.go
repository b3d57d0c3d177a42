package generator_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/settings"
)

func checked(t testing.TB) generator.Content {
	t.Helper()
	content, _, err := generator.Check(generator.Input{Root: os.DirFS("..")})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestPublishedBundles: today's and tomorrow's of each station that is one on that day, at the addresses of the site; the same as those
// that a person asks for.
func TestPublishedBundles(t *testing.T) {
	content := checked(t)
	for _, c := range []struct {
		name string
		at   time.Time
	}{
		{"in the campaign", campaign},
		{"when communes are merged tomorrow", time.Date(2025, 6, 30, 7, 0, 0, 0, settings.Zone)},
	} {
		t.Run(c.name, func(t *testing.T) {
			today := civil.DateOf(c.at)
			var want []string
			for _, s := range content.Set.Settings.Stations {
				for _, day := range []civil.Date{today, today.AddDays(1)} {
					if s.On(day) {
						want = append(want, fmt.Sprintf("dai/%s/goi/%s.zip", s.Slug, day))
					}
				}
			}
			bundles := generator.NewBundles(content, nil, c.at, "v1")
			list, refused, err := bundles.Published()
			if err != nil || len(refused) > 0 {
				t.Fatal(err, refused)
			}
			var got []string
			for _, b := range list {
				got = append(got, b.Path)
				if b.Articles == 0 && c.at == campaign {
					t.Errorf("%s holds no article", b.Path)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q\nwant %q", got, want)
			}
			part := strings.Split(list[1].Path, "/")
			station, _ := content.Set.Settings.Station(part[1])
			day, err := civil.ParseDate(strings.TrimSuffix(part[3], ".zip"))
			if err != nil {
				t.Fatal(err)
			}
			if asked, err := bundles.Plan(station, day); err != nil || asked.Digest != list[1].Digest {
				t.Errorf("%s is another than that which is asked for (%v)", list[1].Path, err)
			}
		})
	}
}

// TestManyStationsHaveNoPublishedBundles: two hundred ZIPs a day are as many as a release may write; above that they are asked for.
func TestManyStationsHaveNoPublishedBundles(t *testing.T) {
	content := checked(t)
	set, office := *content.Set, *content.Set.Settings
	first := office.Stations[0]
	for n, want := range map[int]int{100: 200, 101: 0} {
		office.Stations = nil
		for i := range n {
			first.Slug = fmt.Sprintf("dai-%d", i)
			office.Stations = append(office.Stations, first)
		}
		set.Settings, content.Set = &office, &set
		list, _, err := generator.NewBundles(content, nil, campaign, "v1").Published()
		if err != nil || len(list) != want {
			t.Errorf("%d stations have %d bundles, want %d (%v)", n, len(list), want, err)
		}
	}
}

// TestHeavyBundlesAreRefusedOneByOne: a release goes without what no stick holds.
func TestHeavyBundlesAreRefusedOneByOne(t *testing.T) {
	content := checked(t)
	sounds := map[string]*audio.Sound{}
	for _, a := range content.Set.Articles {
		sounds[a.ID] = &audio.Sound{Article: a.ID, Name: a.ID + ".mp3", Size: 20 << 20, SHA256: strings.Repeat("0", 64), Length: 150 * time.Second}
	}
	list, refused, err := generator.NewBundles(content, sounds, campaign, "v1").Published()
	if err != nil || len(refused) == 0 {
		t.Fatal(len(list), len(refused), err)
	}
	for _, r := range refused {
		for _, b := range list {
			if b.Name == r.Name {
				t.Errorf("%s is published and refused", r.Name)
			}
		}
	}
}

// TestBundleOfNoDay and of a day that the station does not know are mistakes of the caller.
func TestBundleOfNoDay(t *testing.T) {
	content := checked(t)
	bundles := generator.NewBundles(content, nil, campaign, "v1")
	station := content.Set.Settings.Stations[0]
	if _, err := bundles.Plan(station); err == nil {
		t.Error("no day")
	}
	if _, err := bundles.Plan(station, station.From.AddDays(-1)); err == nil {
		t.Error("a day before the station")
	}
}

// TestBundleOfAPastDayLeavesOutWhatWasTakenBack since: the plan of that day has it, and who packs now knows better.
func TestBundleOfAPastDayLeavesOutWhatWasTakenBack(t *testing.T) {
	const slug = "day-roi-tren-duong"
	name := "content/bai-viet/" + slug + "/index.md"
	text, err := os.ReadFile("../" + name)
	if err != nil {
		t.Fatal(err)
	}
	root, err := withSettings(name, strings.Replace(strings.Replace(string(text), "\n---\n",
		"\nthu_hoi: {luc: 2023-04-29T12:00:00+07:00, ly_do: Số điện thoại ghi sai}\n---\n", 1), "day-roi.png", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	content, _, err := generator.Check(generator.Input{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	station, _ := content.Set.Settings.Station("ho-xa")
	for _, c := range []struct {
		at     time.Time
		inside bool
	}{{campaign, true}, {campaign.AddDate(0, 0, 10), false}} {
		b, err := generator.NewBundles(content, nil, c.at, "v1").Plan(station, civil.DateOf(campaign))
		if err != nil {
			t.Fatal(err)
		}
		var zip bytes.Buffer
		if err := b.Write(&zip, func(*audio.Sound) (io.ReadCloser, error) { panic("no sound") }); err != nil {
			t.Fatal(err)
		}
		if got := b.Articles == 1 && strings.Contains(zip.String(), slug+"-"); got != c.inside {
			t.Errorf("packed at %s: inside %v, want %v", c.at, got, c.inside)
		}
		if listed := strings.Contains(zip.String(), "Không phát"); listed == c.inside {
			t.Errorf("packed at %s: listed as taken back: %v", c.at, listed)
		}
	}
}
