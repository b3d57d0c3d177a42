package generator_test

import (
	"encoding/xml"
	"html"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	copied         = regexp.MustCompile(`data-chep="([^"]*)"`)
	formerStations = regexp.MustCompile(`(?s)<details class="dai-cu">.*?</details>`)
)

// TestTheListOfChannelsIsWhatThePageSaysAndWhatIsThere: what can be subscribed to is the same in the OPML list, on the page for
// stations and portals, and among the files; stations that are no more are in no list, and on the page under their own heading.
func TestTheListOfChannelsIsWhatThePageSaysAndWhatIsThere(t *testing.T) {
	const host, moved = "https://loa.example.vn", "/chuyen</guid>"
	gone := 0
	for _, at := range []time.Time{campaign, time.Date(2026, 11, 26, 7, 0, 0, 0, settings.Zone)} {
		out := build(t, generator.Input{At: at})
		var live, former []string
		pages := map[string]bool{}
		for _, f := range out.Files {
			pages[f.Path] = true
			if path.Base(f.Path) != address.RSS || strings.Count(f.Path, "/") > 2 { // archives lie in the folder of a month
				continue
			}
			if url := host + "/" + f.Path; strings.Contains(string(f.Data), moved) {
				former = append(former, url)
			} else {
				live = append(live, url)
			}
		}
		var list struct {
			Channels []struct {
				Text string `xml:"text,attr"`
				Feed string `xml:"xmlUrl,attr"`
				Page string `xml:"htmlUrl,attr"`
			} `xml:"body>outline>outline"`
		}
		if err := xml.Unmarshal([]byte(fileOf(t, out, address.File(address.OPML))), &list); err != nil {
			t.Fatal(err)
		}
		var listed []string
		for _, c := range list.Channels {
			listed = append(listed, c.Feed)
			if own, ok := strings.CutPrefix(c.Page, host); !ok || !pages[address.File(own)] || c.Text == "" {
				t.Errorf("%s: %q leads to %q", at, c.Text, c.Page)
			}
		}
		page := fileOf(t, out, address.File(address.Sources))
		shown := addressesIn(formerStations.ReplaceAllString(page, ""))
		if !slices.Contains(shown, host+address.OPML) {
			t.Errorf("%s: the page does not name the list: %v", at, shown)
		}
		slices.Sort(listed)
		for what, got := range map[string][]string{"OPML": listed, "page": onlyRSS(shown)} {
			if d := cmp.Diff(live, got); d != "" {
				t.Errorf("%s: %s (-files +%s):\n%s", at, what, what, d)
			}
		}
		if d := cmp.Diff(former, onlyRSS(addressesIn(strings.Join(formerStations.FindAllString(page, -1), "")))); d != "" {
			t.Errorf("%s: stations that are no more (-files +page):\n%s", at, d)
		}
		gone += len(former)
	}
	if gone == 0 {
		t.Error("no station is no more: the test shows too little")
	}
}

func addressesIn(page string) (list []string) {
	for _, m := range copied.FindAllStringSubmatch(page, -1) {
		list = append(list, html.UnescapeString(m[1]))
	}
	return list
}

// onlyRSS are the addresses of RSS, each once, in order.
func onlyRSS(list []string) []string {
	var rss []string
	for _, a := range list {
		if path.Base(a) == address.RSS {
			rss = append(rss, a)
		}
	}
	slices.Sort(rss)
	return slices.Compact(rss)
}
