package generator_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// ownAddress is an address of the site itself in a document.
var ownAddress = regexp.MustCompile(`https://loa\.example\.vn(/[^\s"\\]*)`)

// TestEveryStationHasItsProgramme: the two documents of each station that is, was or is about to be one lead only to files of the
// release, no event of any two stations is one, and both say of each day what the page says.
func TestEveryStationHasItsProgramme(t *testing.T) {
	for _, c := range []struct {
		name  string
		at    time.Time
		reads bool // there is something to read
	}{
		{"in the campaign", campaign, true},
		{"days before the mergers", time.Date(2025, 6, 28, 7, 0, 0, 0, settings.Zone), false},
		{"long after them", time.Date(2026, 11, 26, 7, 0, 0, 0, settings.Zone), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			content, _, err := generator.Check(generator.Input{Root: os.DirFS(".."), At: c.at})
			if err != nil {
				t.Fatal(err)
			}
			out := build(t, generator.Input{At: c.at})
			files := map[string]string{}
			for _, f := range out.Files {
				files[f.Path] = string(f.Data)
			}
			today, seen, read := civil.DateOf(c.at), map[string]string{}, 0
			for _, s := range content.Set.Settings.Stations {
				calendar, has := files[address.File(address.StationFile(s.Slug, address.Calendar))]
				programme, also := files[address.File(address.StationFile(s.Slug, address.Programme))]
				if want := !s.From.After(today.AddDays(7)); has != want || also != want {
					t.Errorf("%s: calendar %v, programme %v, want %v", s.Slug, has, also, want)
				}
				if !has {
					continue
				}
				calendar = strings.ReplaceAll(calendar, "\r\n ", "")
				for _, m := range ownAddress.FindAllStringSubmatch(calendar+programme, -1) {
					if _, ok := files[address.File(m[1])]; !ok {
						t.Errorf("%s leads to %s", s.Slug, m[0])
					}
				}
				for line := range strings.SplitSeq(calendar, "\r\n") {
					if uid, ok := strings.CutPrefix(line, "UID:"); ok {
						if other := seen[uid]; other != "" {
							t.Errorf("%s and %s have %s", s.Slug, other, uid)
						}
						seen[uid] = s.Slug
					}
				}
				var d struct {
					Days []struct {
						Date     string `json:"ngay"`
						Sessions []struct {
							Entries []struct {
								At string `json:"luc"`
								ID string `json:"id"`
							} `json:"muc"`
						} `json:"buoi"`
					} `json:"ngay"`
				}
				if err := json.Unmarshal([]byte(programme), &d); err != nil {
					t.Fatalf("%s: %v", s.Slug, err)
				}
				page := files[address.File(address.Station(s.Slug))]
				for _, day := range d.Days {
					date, err := civil.ParseDate(day.Date)
					if err != nil || !s.On(date) || date.DaysSince(today) < -1 || date.DaysSince(today) > 7 {
						t.Errorf("%s has %q, %v", s.Slug, day.Date, err)
					}
					var inJSON, inCalendar []string
					for _, session := range day.Sessions {
						for _, e := range session.Entries {
							if e.ID != "" {
								inJSON = append(inJSON, e.At[:5]+" "+e.ID)
							}
							start := strings.ReplaceAll(day.Date, "-", "") + "T" + strings.ReplaceAll(e.At, ":", "")
							if strings.Count(calendar, "DTSTART;TZID=Asia/Ho_Chi_Minh:"+start+"\r\n") != 1 {
								inCalendar = append(inCalendar, start)
							}
						}
					}
					if len(inCalendar) > 0 {
						t.Errorf("%s: no event, or more than one, at %v", s.Slug, inCalendar)
					}
					if n := date.DaysSince(today); n >= 0 && n < 7 {
						if onPage := readings(page, date); strings.Join(onPage, "\n") != strings.Join(inJSON, "\n") {
							t.Errorf("%s on %s: the page reads\n%s\nand lich.json\n%s", s.Slug, date, strings.Join(onPage, "\n"), strings.Join(inJSON, "\n"))
						}
					}
					read += len(inJSON)
				}
			}
			if len(seen) == 0 || (read > 0) != c.reads {
				t.Errorf("%d events, %d readings", len(seen), read)
			}
		})
	}
}
