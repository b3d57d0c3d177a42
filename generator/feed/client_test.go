package feed_test

import (
	"encoding/xml"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

// nukeViet is the RSS block of NukeViet (src/modules/feeds/blocks/global.rss.php), by the rules that were read in its source: the
// whole document must be well-formed; elements with a prefix are invisible; with a channel it is RSS, else its entries are Atom's;
// items come in the order of the document, the first n of them, without sorting or joining; of RSS count title, link, description
// and pubDate, of Atom the first link, content and updated; tags are stripped as PHP does it; a title is cut at a word.
func nukeViet(data []byte, n, cutAt int) (shown []shownItem, err error) {
	type element struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
		Href    string `xml:"href,attr"`
	}
	type item struct {
		Children []element `xml:",any"`
	}
	var doc struct {
		Channel *struct {
			Items []item `xml:"item"`
		} `xml:"channel"`
		Entries []item `xml:"entry"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	items, atom := doc.Entries, true
	if doc.Channel != nil {
		items, atom = doc.Channel.Items, false
	}
	for _, it := range items[:min(n, len(items))] {
		var s shownItem
		for _, e := range it.Children {
			switch {
			case e.XMLName.Space != "" && e.XMLName.Space != "http://www.w3.org/2005/Atom":
			case e.XMLName.Space != "" && !atom: // atom:updated
			case e.XMLName.Local == "title":
				s.title = cutTitle(stripTags(e.Text), cutAt)
			case e.XMLName.Local == "link" && s.link == "":
				s.link = stripTags(e.Text + e.Href)
			case e.XMLName.Local == "description" && !atom, e.XMLName.Local == "content" && atom:
				s.text = stripTags(e.Text)
			case e.XMLName.Local == "pubDate" && !atom:
				s.date, err = time.Parse(time.RFC1123Z, e.Text)
			case e.XMLName.Local == "updated" && atom:
				s.date, err = time.Parse(time.RFC3339, e.Text)
			}
			if err != nil {
				return nil, err
			}
		}
		shown = append(shown, s)
	}
	return shown, nil
}

type shownItem struct {
	title, link, text string
	date              time.Time
}

// stripTags drops what PHP's strip_tags takes for a tag: from "<" with no space behind it to the next ">", or to the end.
var phpTag = regexp.MustCompile(`<[^\s][^>]*(>|$)`)

func stripTags(s string) string { return phpTag.ReplaceAllString(s, "") }

func cutTitle(s string, most int) string {
	runes := []rune(s)
	if most == 0 || len(runes) <= most {
		return s
	}
	s = string(runes[:most])
	return s[:max(strings.LastIndex(s, " "), 0)] + "..."
}

func TestNukeVietShowsTheFeeds(t *testing.T) {
	r := newRelease()
	r.articles[0].Title = "Tôi <3 loa & cột > dây"
	r.articles[0].Description = "Nhỏ hơn: <3 mét, dùng ]]> và &amp; cũng được"
	r.articles[2].Withdrawn = &article.Withdrawal{At: morning.AddDate(0, 0, 2), Reason: "Sai số <113"}
	files := r.files(t)
	for path, text := range map[string]string{"kenh/tat-ca/rss.xml": "Nhỏ hơn: ‹3 mét, dùng ]]› và &amp; cũng được", "kenh/tat-ca/atom.xml": "Nguyên văn aaaaaaaa"} {
		shown, err := nukeViet(document(t, files, path).Data, 2, 0)
		if err != nil || len(shown) != 2 {
			t.Fatalf("%s: %v, %d items", path, err, len(shown))
		}
		first, second := shown[0], shown[1]
		if first.title != "Đã thu hồi: Bài cccccccc" || !strings.Contains(html.UnescapeString(first.text), "Lý do: Sai số ‹113.") || !first.date.Equal(morning.AddDate(0, 0, 2)) {
			t.Errorf("%s: first %+v", path, first)
		}
		if second.title != "Tôi ‹3 loa & cột › dây" || !strings.Contains(second.text, text) || second.link != base+"/bai-viet/bai-aaaaaaaa/" || !second.date.Equal(morning) {
			t.Errorf("%s: second %+v", path, second)
		}
	}
	short, err := nukeViet(document(t, files, "kenh/tat-ca/rss.xml").Data, 1, 14)
	if err != nil || short[0].title != "Đã thu hồi:..." {
		t.Errorf("cut at 14: %+v, %v", short, err)
	}
}

// TestGofeedReadsTheFeeds: what is in the documents reaches a common reader under the names that it has for them.
func TestGofeedReadsTheFeeds(t *testing.T) {
	files := newRelease().files(t)
	for _, path := range []string{"kenh/cap-va-cot/rss.xml", "kenh/cap-va-cot/atom.xml", "kenh/cap-va-cot/feed.json"} {
		f, err := gofeed.NewParser().ParseString(string(document(t, files, path).Data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		i := f.Items[0]
		if f.Title != "Loa Vĩnh Linh: Cáp và cột" || f.Link != base+"/chu-de/cap-va-cot/" || f.FeedLink != base+"/"+path || f.Language != "vi" {
			t.Errorf("%s: %q %q %q %q", path, f.Title, f.Link, f.FeedLink, f.Language)
		}
		if i.GUID != tag("aaaaaaaa") || i.Link != base+"/bai-viet/bai-aaaaaaaa/" || len(i.Authors) != 1 || i.Authors[0].Name != "Trung tâm Văn hóa" ||
			!i.PublishedParsed.Equal(morning) || !strings.Contains(i.Content, "Nguyên văn aaaaaaaa") {
			t.Errorf("%s: %+v", path, i)
		}
		if f.FeedType == "json" {
			continue // it hides _loa
		}
		if wish := i.Extensions["loa"]["phat_thanh"][0].Attrs; wish["dia_ban"] != "vinh-o" || wish["thoi_luong"] != "60" || wish["uu_tien"] != "cao" {
			t.Errorf("%s: %v", path, wish)
		}
	}
}

// TestXmllintTakesEveryDocument asks a parser that is not Go's.
func TestXmllintTakesEveryDocument(t *testing.T) {
	program, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed (Debian: libxml2-utils)")
	}
	h := newHistory(5, 60, time.Date(2025, 5, 1, 0, 0, 0, 0, settings.Zone))
	for _, a := range h.set.Articles {
		a.Title += " \x01]]>\ufffe<b>&"
		a.Remember[0] += " \x0c]]>\uffff<b>&"
	}
	args := []string{"--noout", "--nonet"}
	dir := t.TempDir()
	in := h.at(h.first.AddDate(0, 0, 70))
	for _, s := range in.Sounds {
		s.Voice += " \x01]]>\ufffe<b>&\""
	}
	for _, f := range render(t, in) {
		if f.Type == feed.TypeJSON {
			continue
		}
		name := filepath.Join(dir, strings.ReplaceAll(f.Path, "/", "_"))
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
