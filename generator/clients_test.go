package generator_test

import (
	"bytes"
	stdcmp "cmp"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// seenItem is what a common reader has for an item.
type seenItem struct {
	GUID, Title, Link, Author string
	Published                 time.Time
	Categories                []string
}

// TestEveryChannelHoldsItsArticles: what gofeed reads in each channel of the real content, in every format, is what the articles say:
// those of the topic, of the campaign, of the station's area, newest change first, as many as a document holds. The rules are those of
// FEEDS.md sections 2.2 and 5.1, written once more and plainly.
func TestEveryChannelHoldsItsArticles(t *testing.T) {
	content, _, err := generator.Check(generator.Input{Root: os.DirFS("..")})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []time.Time{campaign, time.Date(2026, 11, 26, 7, 0, 0, 0, settings.Zone)} {
		out := build(t, generator.Input{At: at})
		items := map[string]int{}
		for _, f := range out.Files {
			folder, file := path.Split(f.Path)
			if strings.Count(f.Path, "/") != 2 || file != address.RSS && file != address.Atom && file != address.JSONFeed {
				continue
			}
			parsed, err := gofeed.NewParser().Parse(bytes.NewReader(f.Data))
			if err != nil {
				t.Errorf("%s: %v", f.Path, err)
				continue
			}
			var got []seenItem
			for _, i := range parsed.Items {
				got = append(got, seenItem{i.GUID, i.Title, i.Link, i.Authors[0].Name, i.PublishedParsed.In(settings.Zone), i.Categories})
			}
			items[file] += len(got)
			if station, ok := content.Set.Settings.Station(path.Base(folder)); ok && strings.HasPrefix(folder, "dai/") && !station.On(civil.DateOf(at)) {
				if len(got) != 1 || !strings.HasSuffix(got[0].GUID, ":dai/"+station.Slug+"/chuyen") {
					t.Errorf("%s %s: a station that is no more has %v", at, f.Path, got)
				}
				continue
			}
			if d := cmp.Diff(channelAt(content.Set, strings.Trim(folder, "/"), at), got); d != "" {
				t.Errorf("%s %s (-articles +gofeed):\n%s", at, f.Path, d)
			}
		}
		for _, file := range []string{address.RSS, address.Atom, address.JSONFeed} {
			if items[file] < 20 {
				t.Errorf("%s: the files %s hold %d items: the test shows too little", at, file, items[file])
			}
		}
	}
}

// channelAt are the items of a channel's live documents at an instant. The folder is "kenh/cap-va-cot" or "dai/vinh-thuy".
func channelAt(set *article.Set, folder string, at time.Time) []seenItem {
	type dated struct {
		seenItem
		changed time.Time
	}
	var all []dated
	kind, slug := path.Split(folder)
	most := 50
	if kind == "dai/" {
		most = 20
	}
	for _, a := range set.Articles {
		if a.Draft || a.Date.After(at) || !belongs(set.Settings, a, kind, slug, at) {
			continue
		}
		item := dated{changed: a.Date, seenItem: seenItem{
			GUID: "tag:" + set.Settings.Site.Authority + ":" + a.ID, Title: strings.NewReplacer("<", "‹", ">", "›").Replace(a.Title),
			Link: set.Settings.Site.Base + address.Article(a.Slug), Author: stdcmp.Or(a.Author, set.Settings.Publisher.Name),
			Published: a.Date, Categories: []string{a.Topic.Title},
		}}
		if a.Campaign != nil {
			item.Categories = append(item.Categories, a.Campaign.Title)
		}
		changes := []time.Time{a.LastMod}
		for _, c := range a.Corrections {
			changes = append(changes, c.At)
		}
		for _, c := range changes {
			if c.After(item.changed) && !c.After(at) {
				item.changed = c
			}
		}
		switch w := a.Withdrawn; {
		case w != nil && !w.At.After(at):
			if !at.Before(w.At.AddDate(0, 0, 30)) {
				continue
			}
			notice := item
			item.Title, item.Published, item.changed = "Đã thu hồi: "+item.Title, w.At, w.At
			if kind == "dai/" {
				notice.GUID, notice.Title, notice.Published, notice.changed = item.GUID+"/thu-hoi", "Thông báo thu hồi: "+notice.Title, w.At, w.At
				all = append(all, notice)
			}
		case !a.Expires.IsZero() && !a.Expires.After(at):
			continue
		}
		all = append(all, item)
	}
	slices.SortFunc(all, func(a, b dated) int { return stdcmp.Or(b.changed.Compare(a.changed), strings.Compare(a.GUID, b.GUID)) })
	var shown []seenItem
	for n, item := range all {
		if n < most || n < 200 && item.changed.After(all[0].changed.AddDate(0, 0, -14)) {
			shown = append(shown, item.seenItem)
		}
	}
	return shown
}

// belongs says whether a channel takes an article.
func belongs(s *settings.Settings, a *article.Article, kind, slug string, at time.Time) bool {
	if kind == "kenh/" {
		return slug == address.AllArticles || slug == a.Topic.Slug || a.Campaign != nil && slug == address.CampaignChannel(a.Campaign.Slug)
	}
	station, _ := s.Station(slug)
	return a.Broadcast != nil && (len(a.Broadcast.Areas) == 0 || slices.ContainsFunc(a.Broadcast.Areas, func(area string) bool {
		return s.Serves(station, area, civil.DateOf(at))
	}))
}
