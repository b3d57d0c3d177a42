package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// TestLogsLeaveRoom: behind the readings of each session, and on a day without one, three lines wait for what was not planned.
func TestLogsLeaveRoom(t *testing.T) {
	pages := htmlOf(t, onAir(t, at(2023, 4, 25)), 0)
	for station, sessions := range map[string]int{"vinh-thuy": 2, "xom": 1} {
		root, err := html.Parse(strings.NewReader(pages["dai/"+station+"/in/index.html"]))
		if err != nil {
			t.Fatal(err)
		}
		days := 0
		for section := range root.Descendants() {
			if section.Data != "section" || !strings.HasPrefix(attribute(section, "id"), "so-") {
				continue
			}
			days++
			blank := 0
			for row := range section.Descendants() {
				if row.Data == "tr" && len(all(row, "colspan", "")) == 0 && textOf(row) == "" {
					blank++
				}
			}
			if want := 3 * sessions; blank != want {
				t.Errorf("%s, %s: %d empty lines, not %d", station, attribute(section, "id"), blank, want)
			}
		}
		if days != 7 {
			t.Errorf("%s has logs of %d days", station, days)
		}
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// TestPaperPrintsRightFromOnePage: the week asks for broad sheets, the logs take those of all paper.
func TestPaperPrintsRightFromOnePage(t *testing.T) {
	sheets := stylesheets(t)
	week, log := sheets["assets/css/to-in/60-lich-tuan.css"], sheets["assets/css/to-in/61-so-ghi.css"]
	if !strings.Contains(sheets["assets/css/to-in/02-to-in.css"], "@page ngang { size: A4 landscape;") || !strings.Contains(week, ".lich-tuan { page: ngang;") {
		t.Error("the week is not on broad sheets")
	}
	if strings.Contains(week, ".lich-tuan tr {") || strings.Contains(week, ".lich-tuan tr,") || !strings.Contains(week, ".lich-tuan td p { break-inside: avoid; }") {
		t.Error("an hour of the week is not cut between its entries: half of a sheet may stay empty")
	}
	if strings.Contains(log, "page: ngang") || !strings.Contains(log, "break-before: page") {
		t.Error("a day's log does not begin a sheet of its own")
	}
}

// TestPartsOfPaperHaveAddresses: the station's page leads to the week and to the log of its day, each of which prints alone.
func TestPartsOfPaperHaveAddresses(t *testing.T) {
	pages := htmlOf(t, onAir(t, at(2023, 4, 25)), 0)
	paper := pages["dai/dao/in/index.html"]
	for _, key := range []string{"lich-tuan", "so-2023-04-25"} {
		if !strings.Contains(pages["dai/dao/index.html"], `href="/dai/dao/in/#`+key+`"`) {
			t.Errorf("no way to %s", key)
		}
		if !strings.Contains(paper, `<section class=`) || !strings.Contains(paper, `id="`+key+`"`) {
			t.Errorf("there is no part %s", key)
		}
	}
}

// TestWaysOfADayNameIt: what is of one day alone says of which, for the script to hide it when that day is over.
func TestWaysOfADayNameIt(t *testing.T) {
	root, err := html.Parse(strings.NewReader(htmlOf(t, withSound(onAir(t, at(2023, 4, 25))), 0)["dai/dao/index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for n := range root.Descendants() {
		if n.Data == "a" && has(n, "data-ngay") {
			got[attribute(n, "href")] = attribute(n, "data-ngay")
		}
	}
	want := map[string]string{"/dai/dao/goi/2023-04-25.zip": "2023-04-25", "/dai/dao/goi/2023-04-26.zip": "2023-04-26", "/dai/dao/phat.m3u": "2023-04-25"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOnlyAFormerStationLeadsFromItsPaper: one that begins within days has neither paper nor a way from there.
func TestOnlyAFormerStationLeadsFromItsPaper(t *testing.T) {
	for station, want := range map[string]bool{"vinh-thuy": true, "xa-vinh-thuy": false, "dao": false} {
		text := htmlOf(t, onAir(t, at(2026, 11, 26)), 0)["dai/"+station+"/in/index.html"]
		leads := strings.Contains(text, `http-equiv="refresh" content="0; url=/dai/`+station+`/"`)
		if text == "" || leads != want {
			t.Errorf("%s: leads to its station: %t", station, leads)
		}
	}
}
