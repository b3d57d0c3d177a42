package feed

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		name, in string
		limit    int
		want     string
	}{
		{"control characters go", "Cáp\x01 và\x7f c\x00ột", 20, "Cáp và cột"},
		{"a decomposed letter is composed", "Ca\u0301p", 20, "Cáp"},
		{"signs that turn the direction go", "Số \u202e911\u2066", 20, "Số 911"},
		{"a joiner of emoji stays", "👩\u200d🌾", 20, "👩\u200d🌾"},
		{"bytes that are not UTF-8 go", "C\xffáp", 20, "Cáp"},
		{"white space is single", " Cáp\r\n\tvà \u2028 cột ", 20, "Cáp và cột"},
		{"angles are no tags", "Tôi <3 loa", 20, "Tôi ‹3 loa"},
		{"an ampersand stays", "Cáp & cột", 20, "Cáp & cột"},
		{"references are characters", "Cáp &amp; cột &#7879; &nbsp; &lt;b&gt;", 30, "Cáp & cột ệ ‹b›"},
		{"a reference to a reference is none", "&amp;lt;b &amp;amp;lt;", 30, "& lt;b & amp;lt;"},
		{"an unknown reference is taken apart", "A&B; c&d", 30, "A& B; c&d"},
		{"straight quotes end no attribute", `Gọi "113" ("ngay")`, 30, "Gọi “113” (“ngay”)"},
		{"a text of the length stays whole", "Cáp và cột", 10, "Cáp và cột"},
		{"a longer one is cut at a space", "Cáp và cột điện", 14, "Cáp và cột…"},
		{"the ellipsis counts", "Cáp và cột điện", 11, "Cáp và cột…"},
		{"no half word", "Cáp và cột điện", 10, "Cáp và…"},
		{"one long word is cut inside", "ơơơơơơơơ", 5, "ơơơơ…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Plain(c.in, c.limit); got != c.want {
				t.Errorf("%q: got %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// FuzzText: any title, summary, body and name of a speaker leave all documents readable, and what readers get is the clean text.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Thấy dây rơi", "a\x01\x02b", "]]>]]&gt;", "<![CDATA[x", "Ca\u0301p d\u0323a\u0306", "\u202egnhờ\u2069", "\ufffe\uffff\U0001fffe", "<3 & \"'`",
		"\r\n\r \u2028\u2029", "\xff\xc3", "&#0;&amp;lt;", "e\u0301\u0302\u0303\u0304" + strings.Repeat("\u0300", 40), strings.Repeat("dài ", 100), "<\u0338 >\u0338"} {
		f.Add(s, "Tóm tắt "+s, "<p>"+s+"</p>")
		f.Add("Tiêu đề", s, s)
	}
	f.Fuzz(func(t *testing.T, title, summary, body string) {
		for _, s := range []string{title, summary, body} {
			holdClean(t, s)
		}
		a := &article.Article{
			ID: "7k2m9x4q", Slug: "day-roi", Title: title, Description: summary, Date: time.Date(2023, 4, 23, 7, 0, 0, 0, settings.Zone),
			LastMod: time.Date(2023, 4, 23, 7, 0, 0, 0, settings.Zone), Topic: &article.Topic{Slug: "cap-va-cot", Title: title}, Author: summary, Remember: []string{title},
		}
		a.Broadcast = &article.Broadcast{Priority: article.Ordinary, PerDay: 1, Language: "vi"}
		set := &article.Set{Articles: []*article.Article{a}, Topics: []*article.Topic{a.Topic}, Settings: &settings.Settings{
			Site:     settings.Site{Name: title, Description: summary, Base: "https://loa.example.vn", Authority: "loa.example.vn,2023", Licence: summary},
			Areas:    []settings.Area{{Slug: "ho-xa"}},
			Stations: []settings.Station{{Slug: "ho-xa", Area: "ho-xa", Name: title}}, Publisher: settings.Publisher{Name: title, Contact: summary}}}
		for _, synthetic := range []bool{false, true} {
			sound := &audio.Sound{Article: a.ID, Name: "7k2m9x4q-9f86d081884c.mp3", Size: 1, Length: time.Second, Synthetic: synthetic, Voice: title}
			files, err := Render(Input{Set: set, At: a.Date, Sounds: map[string]*audio.Sound{a.ID: sound}, HTML: func(*article.Article, string) string { return body }})
			if err != nil {
				t.Fatal(err)
			}
			item := &Item{Remember: []string{Line(title)}, Link: "https://loa.example.vn/bai-viet/day-roi/", Sound: &Enclosure{Synthetic: synthetic}}
			full := []string{Plain(title, longestTitle), Plain(summary, longestSummary), frameBody(Clean(body), nil, item)}
			heard := []string{full[0], item.heard(full[1]), ""}
			for _, file := range files {
				want := full
				switch {
				case file.Type == TypeOPML:
					holdOutlines(t, file, Plain(title+": "+title, longestTitle))
					continue
				case file.Type == TypeJSON && strings.HasPrefix(file.Path, "dai/"):
					want = []string{full[0], full[1], heard[1]} // its only content
				case strings.HasPrefix(file.Path, "dai/"), strings.HasSuffix(file.Path, address.Podcast):
					want = heard
				}
				for reader, got := range map[string][]string{"own": reread(t, file), "gofeed": byGofeed(t, file)} {
					for i, g := range got {
						if strings.TrimSpace(g) != strings.TrimSpace(want[i]) {
							t.Errorf("%s by %s, text %d: got %q, want %q", file.Path, reader, i, g, want[i])
						}
					}
				}
			}
		}
	})
}

// holdOutlines: the list is readable, has three channels and their podcasts, and the second, a topic, is called by a clean name.
func holdOutlines(t *testing.T, file File, topic string) {
	t.Helper()
	var list struct {
		Channels []struct {
			Text string `xml:"text,attr"`
		} `xml:"body>outline>outline"`
	}
	if err := xml.Unmarshal(file.Data, &list); err != nil || len(list.Channels) != 2*3 {
		t.Fatalf("%s: %v\n%q", file.Path, err, file.Data)
	}
	if got := list.Channels[1].Text; got != topic {
		t.Errorf("%s: got %q, want %q", file.Path, got, topic)
	}
}

func holdClean(t *testing.T, s string) {
	t.Helper()
	c := Clean(s)
	if again := Clean(c); again != c {
		t.Errorf("Clean is not at rest: %q gives %q, then %q", s, c, again)
	}
	if !viet.IsNFC(c) || !utf8.ValidString(c) {
		t.Errorf("%q: Clean gives %q, which is not NFC", s, c)
	}
	p := Plain(s, longestTitle)
	if again := Plain(p, longestTitle); again != p {
		t.Errorf("Plain is not at rest: %q gives %q, then %q", s, p, again)
	}
	if n := utf8.RuneCountInString(p); n > longestTitle || strings.ContainsAny(p, "<>\n") {
		t.Errorf("%q: Plain gives %q of %d characters", s, p, n)
	}
}

// reread gives title, summary and body of the one item by the standard library.
func reread(t *testing.T, file File) []string {
	t.Helper()
	var rss struct {
		Items []struct {
			Title   string `xml:"title"`
			Summary string `xml:"description"`
			Body    string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
		} `xml:"channel>item"`
	}
	var atom struct {
		Items []struct {
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
			Body    string `xml:"content"`
		} `xml:"entry"`
	}
	var feed struct {
		Items []struct {
			Title   string `json:"title"`
			Summary string `json:"summary"`
			Body    string `json:"content_html"`
			Text    string `json:"content_text"`
		} `json:"items"`
	}
	var err error
	switch file.Type {
	case TypeRSS:
		err = xml.Unmarshal(file.Data, &rss)
	case TypeAtom:
		err = xml.Unmarshal(file.Data, &atom)
	case TypeJSON:
		err = json.Unmarshal(file.Data, &feed)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%q", file.Path, err, file.Data)
	}
	for _, i := range rss.Items {
		return []string{i.Title, i.Summary, i.Body}
	}
	for _, i := range atom.Items {
		return []string{i.Title, i.Summary, i.Body}
	}
	for _, i := range feed.Items {
		return []string{i.Title, i.Summary, i.Body + i.Text}
	}
	t.Fatalf("%s: no item\n%q", file.Path, file.Data)
	return nil
}

// byGofeed gives the same by a library that many readers are built on.
func byGofeed(t *testing.T, file File) []string {
	t.Helper()
	feed, err := gofeed.NewParser().ParseString(string(file.Data))
	if err != nil || len(feed.Items) != 1 {
		t.Fatalf("%s: %v\n%q", file.Path, err, file.Data)
	}
	i := feed.Items[0]
	return []string{i.Title, i.Description, i.Content}
}
