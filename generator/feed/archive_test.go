package feed_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

// TestArchivesAreTheWholeRecord: in each format, archives hold every article that a channel ever had, once, in the month of its date
// and in its state; their links are one chain, and who follows it from the live document misses nothing.
func TestArchivesAreTheWholeRecord(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, at := range h.instants(13, h.builds(4)) {
			in := h.at(at)
			files := map[string]feed.File{}
			for _, f := range render(t, in) {
				files[f.Path] = f
			}
			for _, c := range feed.Channels(in.Set, dayOf(at)) {
				for _, live := range []string{c.RSS, c.Atom, c.JSON} {
					if live != "" {
						holdRecord(t, in, c, files, address.File(live))
					}
				}
			}
		}
	})
}

// holdRecord compares the archives of a channel in one format with the articles themselves. live is the path of the live document.
func holdRecord(t *testing.T, in feed.Input, c feed.Channel, files map[string]feed.File, live string) {
	t.Helper()
	record := map[string]*article.Article{} // by id of the item
	months := map[string][]string{}         // path of an archive → ids
	for _, a := range in.Set.Articles {
		if c.Kind == feed.All || c.Kind == feed.Topic && a.Topic.Slug == c.Slug || c.Kind == feed.Campaign && a.Campaign != nil && "chien-dich-"+a.Campaign.Slug == c.Slug {
			record[tag(a.ID)] = a
			archive := path.Dir(live) + a.Date.In(settings.Zone).Format("/2006-01/") + path.Base(live)
			months[archive] = append(months[archive], tag(a.ID))
		}
	}
	held := map[string][]read{} // path of a document → its items
	var made []string
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if folder, rest, _ := strings.Cut(strings.TrimPrefix(p, path.Dir(live)+"/"), "/"); rest == path.Base(live) && folder != p {
			made = append(made, p)
		}
	}
	if d := diff.Diff(slices.Sorted(maps.Keys(months)), made); d != "" {
		t.Errorf("archives of %s (-want +got):\n%s", live, d)
		return
	}
	for i, p := range made {
		links := map[string]string{"self": p}
		if i > 0 {
			links["prev-archive"] = made[i-1]
		}
		if files[p].Type != feed.TypeJSON {
			links["current"] = live
			if i+1 < len(made) {
				links["next-archive"] = made[i+1]
			}
		}
		if d := diff.Diff(links, neighbours(t, files[p])); d != "" {
			t.Errorf("links of %s (-want +got):\n%s", p, d)
		}
		items := parse(t, files[p])
		held[p] = items
		if !slices.IsSortedFunc(items, func(a, b read) int { return cmp.Or(b.changed(t).Compare(a.changed(t)), cmp.Compare(a.ID, b.ID)) }) {
			t.Errorf("%s is not in order: %v", p, ids(items))
		}
		if d := diff.Diff(slices.Sorted(slices.Values(months[p])), slices.Sorted(slices.Values(ids(items)))); d != "" {
			t.Errorf("%s (-want +got):\n%s", p, d)
			continue
		}
		for _, it := range items {
			holdState(t, in, p, it, record[it.ID])
		}
	}
	held[live] = parse(t, files[live])
	holdChain(t, files, held, live, made, record)
}

// holdState: an archive says what became of an article, and of a withdrawn one not a word of its text.
func holdState(t *testing.T, in feed.Input, where string, it read, a *article.Article) {
	t.Helper()
	want, text, wish := "dang-phat", true, a.Broadcast != nil
	switch {
	case a.WithdrawnAt(in.At):
		want, text, wish = "thu-hoi", false, false
	case a.ExpiredAt(in.At):
		want, wish = "het-han", false
	case len(a.Corrections) > 0:
		want = "dinh-chinh"
	}
	if it.State != want || strings.Contains(it.raw, "Nguyên văn "+a.ID) != text || strings.Contains(it.raw, "phat_thanh") != wish {
		t.Errorf("%s: want state %s, text %v, wish for air %v:\n%s", where, want, text, wish, it.raw)
	}
}

// holdChain follows the links to older months from the live document. It leads to the newest month that holds more than the live
// document does.
func holdChain(t *testing.T, files map[string]feed.File, held map[string][]read, live string, months []string, record map[string]*article.Article) {
	t.Helper()
	found := ids(held[live])
	want := map[string]string{"self": live}
	for _, p := range slices.Backward(months) {
		if slices.ContainsFunc(ids(held[p]), func(id string) bool { return !slices.Contains(found, id) }) {
			want["prev-archive"] = p
			break
		}
	}
	if d := diff.Diff(want, neighbours(t, files[live])); d != "" {
		t.Errorf("links of %s (-want +got):\n%s", live, d)
	}
	for p := want["prev-archive"]; p != ""; p = neighbours(t, files[p])["prev-archive"] {
		found = append(found, ids(held[p])...)
	}
	for id := range record {
		if !slices.Contains(found, id) {
			t.Errorf("who follows the links from %s does not find %s", live, id)
		}
	}
}

// neighbours are the links of a document to itself and to others of its channel: relation → path. JSON Feed has next_url alone, which
// leads to older items. A document is marked as an archive or to be subscribed to.
func neighbours(t *testing.T, f feed.File) map[string]string {
	t.Helper()
	links := map[string]string{}
	take := func(relation, target string) {
		p, own := strings.CutPrefix(target, base+"/")
		if _, twice := links[relation]; twice || !own {
			t.Errorf("%s: %s leads to %q, or there are two", f.Path, relation, target)
		}
		links[relation] = p
	}
	if f.Type == feed.TypeJSON {
		var doc struct {
			Self string `json:"feed_url"`
			Next string `json:"next_url"`
		}
		unmarshal(t, f, json.Unmarshal, &doc)
		take("self", doc.Self)
		if doc.Next != "" {
			take("prev-archive", doc.Next)
		}
		return links
	}
	type link struct {
		Relation string `xml:"rel,attr"`
		Type     string `xml:"type,attr"`
		Target   string `xml:"href,attr"`
	}
	var doc struct {
		OfRSS  []link    `xml:"channel>link"`
		OfAtom []link    `xml:"link"`
		RSS    *struct{} `xml:"channel>archive"`
		Atom   *struct{} `xml:"http://purl.org/syndication/history/1.0 archive"`
	}
	unmarshal(t, f, xml.Unmarshal, &doc)
	for _, l := range append(doc.OfRSS, doc.OfAtom...) {
		if l.Relation == "" || l.Relation == "alternate" { // the page
			continue
		}
		take(l.Relation, l.Target)
		if mediaType, _, _ := strings.Cut(f.Type, ";"); l.Type != mediaType {
			t.Errorf("%s: the link to %s says %q", f.Path, l.Target, l.Type)
		}
	}
	if archive := doc.RSS != nil || doc.Atom != nil; archive == f.Live {
		t.Errorf("%s: live %v, marked as an archive %v", f.Path, f.Live, archive)
	}
	return links
}

// TestNewsLeaveOldArchivesAlone: an article of May changes nothing of March; April gets the link to May, once.
func TestNewsLeaveOldArchivesAlone(t *testing.T) {
	r := newRelease()
	r.articles[1].Date = morning.AddDate(0, -1, 0)
	r.articles[1].LastMod = r.articles[1].Date
	r.articles[2].Date = morning.AddDate(0, 0, 10)
	r.articles[2].LastMod = r.articles[2].Date
	may := r.articles[2]
	r.articles = r.articles[:2]
	before := r.files(t)
	r.articles, r.at = append(r.articles, may), may.Date
	after := r.files(t)
	for _, file := range []string{address.RSS, address.Atom, address.JSONFeed} {
		march, april := "kenh/tat-ca/2023-03/"+file, "kenh/tat-ca/2023-04/"+file
		if was, is := document(t, before, march), document(t, after, march); !bytes.Equal(was.Data, is.Data) || !was.Updated.Equal(is.Updated) {
			t.Errorf("%s changed:\n%s", march, diff.Diff(string(was.Data), string(is.Data)))
		}
		if is := document(t, after, april); !is.Updated.Equal(may.Date) {
			t.Errorf("%s changed at %s, want when the next month began, %s", april, is.Updated, may.Date)
		}
	}
}
