package generator_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// reading is an article on a page of a station: struck or not, its hour, its ID.
var reading = regexp.MustCompile(`(?s)<li( data-rut)?><time>(\d\d:\d\d)</time><div>.*?<p data-bai="(\w+)"`)

// readings are the lines of a station's page that are articles, from the section of a day to that of the next.
func readings(page string, day civil.Date) (lines []string) {
	_, section, _ := strings.Cut(page, fmt.Sprintf(`id="ngay-%s"`, day))
	section, _, _ = strings.Cut(section, fmt.Sprintf(`id="ngay-%s"`, day.AddDays(1)))
	for _, m := range reading.FindAllStringSubmatch(section, -1) {
		lines = append(lines, m[2]+" "+m[3]+m[1])
	}
	return lines
}

func fileOf(t *testing.T, out *generator.Output, name string) string {
	t.Helper()
	for _, f := range out.Files {
		if f.Path == name {
			return string(f.Data)
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

// TestStationPagesSayWhatIsPlanned: each reading of the real content's plan stands on the station's page at its hour, and no other.
func TestStationPagesSayWhatIsPlanned(t *testing.T) {
	for _, c := range []struct {
		station string
		at      time.Time
	}{
		{"vinh-thuy", campaign},
		{"xa-ben-quan", time.Date(2026, 11, 26, 7, 0, 0, 0, settings.Zone)},
	} {
		t.Run(c.station, func(t *testing.T) {
			in := generator.Input{Root: os.DirFS(".."), At: c.at}
			content, _, err := generator.Check(in)
			if err != nil {
				t.Fatal(err)
			}
			var items []schedule.Item
			set := content.Set.Published(c.at, false)
			for _, a := range set.Articles {
				if item, aired := schedule.ItemOf(a, content.Scripts[a.ID], schedule.Sound{}); aired {
					items = append(items, item)
				}
			}
			station, _ := set.Settings.Station(c.station)
			page := fileOf(t, build(t, in), address.File(address.Station(c.station)))
			first, planned := civil.DateOf(c.at), 0
			for _, p := range schedule.New(set.Settings, items).Plan(station, first, first.AddDays(6)) {
				var want []string
				for _, s := range p.Sessions {
					for _, e := range s.Entries {
						if e.Item != nil {
							want = append(want, time.Time{}.Add(e.At).Format("15:04")+" "+e.Item.ID)
						}
					}
				}
				planned += len(want)
				if got := readings(page, p.Date); strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s: the page reads\n%s\nand the plan is\n%s", p.Date, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
			if planned == 0 {
				t.Error("nothing is planned")
			}
		})
	}
}

// TestWithdrawalMovesNoReading: on its last day a withdrawn article keeps its place and is struck out, so that what was printed in the
// morning is right in the evening; and its words are gone.
func TestWithdrawalMovesNoReading(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, folder := range []string{"content", "themes/loa", "static"} {
		copyInto(t, fsys, folder)
	}
	const slug = "day-roi-tren-duong"
	name := "content/bai-viet/" + slug + "/index.md"
	fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(fsys[name].Data), "\n---\n",
		"\nthu_hoi:\n  luc: 2023-04-25T12:00:00+07:00\n  ly_do: Số điện thoại ghi sai\n---\n", 1))}
	page := func(at time.Time) string {
		return fileOf(t, build(t, generator.Input{Root: fsys, At: at, Sounder: spoken(nil, nil)}), "dai/ho-xa/index.html") // with lengths of its own
	}
	today := civil.DateOf(campaign)
	before, after := readings(page(campaign), today), readings(page(campaign.Add(6*time.Hour)), today)
	struck := 0
	for i, line := range before {
		if strings.HasSuffix(line, " g2e40gcx") {
			before[i] += " data-rut"
			struck++
		}
	}
	if struck == 0 {
		t.Fatalf("the article was not to be read: %q", before)
	}
	if got, want := strings.Join(after, "\n"), strings.Join(before, "\n"); got != want {
		t.Errorf("after the withdrawal the page reads\n%s\nbefore it\n%s", got, want)
	}
	for _, line := range readings(page(campaign.AddDate(0, 0, 1)), today.AddDays(1)) {
		if strings.Contains(line, "g2e40gcx") {
			t.Error("the article is still planned a day later")
		}
	}
}
