package feed_test

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

// seen is an item of the block as a visitor of the portal sees it.
type seen struct{ Title, Hint, Link, Date, Text string }

// look reads a block as a browser does. A title that breaks out of its place is found: then the page has other elements or attributes
// than the block writes.
func look(t *testing.T, page string) (items []seen) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.Data {
			case "html", "head", "body", "ul":
			case "li":
				items = append(items, seen{})
			case "a":
				i := &items[len(items)-1]
				i.Title = textOf(t, n)
				for _, a := range n.Attr {
					switch a.Key {
					case "title":
						i.Hint = a.Val
					case "href":
						i.Link = a.Val
					default:
						t.Errorf("a link has an attribute %s=%q:\n%s", a.Key, a.Val, page)
					}
				}
				return
			case "time":
				items[len(items)-1].Date = textOf(t, n)
				return
			case "div":
				items[len(items)-1].Text = textOf(t, n)
				return
			default:
				t.Errorf("the block has an element <%s>:\n%s", n.Data, page)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return items
}

// textOf is the text of an element that must hold nothing else.
func textOf(t *testing.T, n *html.Node) string {
	t.Helper()
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			t.Errorf("<%s> holds <%s>", n.Data, c.Data)
		}
		b.WriteString(c.Data)
	}
	return b.String()
}

// portal is NukeViet with documents at their addresses.
func portal(files []feed.File, now time.Time) *nukeViet {
	return &nukeViet{now: now, fetch: func(url string) []byte {
		for _, f := range files {
			if base+"/"+f.Path == url {
				return f.Data
			}
		}
		return nil
	}}
}

// wantOnPortal is what a visitor should see of an item.
func wantOnPortal(t *testing.T, i read, atom bool) seen {
	t.Helper()
	layout, date, text := time.RFC1123Z, i.Published, i.Summary
	if atom {
		layout, date, text = time.RFC3339, i.Updated, ""
	}
	at, err := time.Parse(layout, date)
	if err != nil {
		t.Fatal(err)
	}
	at = at.In(settings.Zone)
	day := "Chủ nhật"
	if at.Weekday() != time.Sunday {
		day = []string{"Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"}[at.Weekday()-1]
	}
	return seen{Title: i.Title, Hint: i.Title, Link: i.Link, Date: fmt.Sprintf("%s - %s", day, at.Format("02/01/2006 15:04")), Text: text}
}

// TestNukeVietShowsTheGoldens: every XML document of the goldens, whole, in its order, each item under its title and link; what was
// withdrawn is seen as that, and first.
func TestNukeVietShowsTheGoldens(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	withdrawn, documents := 0, 0
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var f feed.File
		for _, part := range a.Files {
			switch part.Name {
			case "document":
				f.Path = strings.TrimSpace(string(part.Data))
			case "want":
				f.Data = part.Data
			}
		}
		atom := path.Base(f.Path) == address.Atom
		switch path.Base(f.Path) {
		case address.RSS, address.Podcast:
			f.Type = feed.TypeRSS
		case address.Atom:
			f.Type = feed.TypeAtom
		default:
			continue
		}
		documents++
		t.Run(path.Base(name), func(t *testing.T) {
			items := parse(t, f)
			shown := look(t, portal([]feed.File{f}, morning).show(nukeBlock{url: base + "/" + f.Path, number: 50, description: true, date: true}))
			if len(shown) != len(items) {
				t.Fatalf("%d items of %d", len(shown), len(items))
			}
			for n, i := range items {
				want, got := wantOnPortal(t, i, atom), shown[n]
				if atom {
					if i.State != "thu-hoi" && !strings.Contains(got.Text, "Xem bài trên trang Loa") {
						t.Errorf("item %d has the text %q", n, got.Text)
					}
					got.Text = ""
				}
				if d := diff.Diff(want, got); d != "" {
					t.Errorf("item %d (-want +got):\n%s", n, d)
				}
				if i.State == "thu-hoi" {
					withdrawn++
				}
				if strings.HasPrefix(got.Title, "Đã thu hồi: ") != (i.State == "thu-hoi") {
					t.Errorf("item %d is %s, and reads %q", n, i.State, got.Title)
				}
			}
		})
	}
	if withdrawn < 3 || documents < 10 {
		t.Errorf("%d documents and %d withdrawn items: the test shows nothing", documents, withdrawn)
	}
}

// hostile are titles that want to be more than a title.
var hostile = []string{
	"Tôi <3 loa & cột > dây",
	`Gọi "113" & chờ`,
	`x" onmouseover="alert(1)" y="`,
	`x&quot; onmouseover=&quot;alert(1)`,
	"<script>alert(1)</script> hết",
	"&lt;script&gt;alert(1)&lt;/script&gt; hết",
	"&amp;lt;img src=x onerror=alert(1)&amp;gt; hết",
	"&#60;b&#62;đậm&#60;/b&#62; và &#x3c;i&#X3E;",
	"]]> <![CDATA[ &amp; <!-- -->",
	"</title><item><title>Khác</title></item>",
	"Bài \x01\ufffe\u202e ngược \u2028 dòng",
	"Một_chữ_dài_không_có_dấu_cách_nào_cả_từ_đầu_đến_cuối",
	"Mộtchữdàitrướcdấucáchđầutiên rồi mới đến chữ khác",
}

// TestNukeVietShowsHostileTitles: whatever a title, a summary or a reason holds, and wherever the editor of the portal cuts, visitors
// see clean text in its place and nothing else.
func TestNukeVietShowsHostileTitles(t *testing.T) {
	for _, title := range hostile {
		r := newRelease()
		r.take = "lần 1"
		r.articles[0].Title, r.articles[0].Description = title, title
		r.articles[1].Title, r.articles[1].Description = title, title
		r.articles[2].Title, r.articles[2].Withdrawn = title, &article.Withdrawal{At: morning.AddDate(0, 0, 2), Reason: title}
		files := r.files(t)
		for _, file := range []string{"kenh/tat-ca/rss.xml", "kenh/tat-ca/atom.xml", "kenh/cap-va-cot/podcast.xml", "dai/vinh-o/rss.xml"} {
			atom := path.Base(file) == address.Atom
			items := parse(t, document(t, files, file))
			for _, length := range []int{0, 1, 12, 20, 60, 255} {
				shown := look(t, portal(files, morning).show(nukeBlock{url: base + "/" + file, number: 50, titleLength: length, description: true, date: true}))
				if len(shown) != len(items) {
					t.Fatalf("%q in %s: %d items of %d", title, file, len(shown), len(items))
				}
				for n, got := range shown {
					want := wantOnPortal(t, items[n], atom)
					if want.Title = items[n].Title; length > 0 {
						want.Title = clean60(want.Title, length)
					}
					if atom {
						want.Text = got.Text
					}
					if d := diff.Diff(want, got); d != "" {
						t.Errorf("%q in %s, cut at %d, item %d (-want +got):\n%s", title, file, length, n, d)
					}
				}
			}
		}
		first := look(t, portal(files, morning).show(nukeBlock{url: base + "/kenh/tat-ca/rss.xml", number: 1}))
		if len(first) != 1 || first[0].Title != "Đã thu hồi: "+feed.Plain(title, 110) {
			t.Errorf("%q: the portal's first item is %+v, want the withdrawal", title, first)
		}
	}
}

// TestNukeVietKeepsAnHour: a withdrawal is seen an hour later at the latest, and an answer that is no document is nothing for as long.
func TestNukeVietKeepsAnHour(t *testing.T) {
	r := newRelease()
	url := base + "/kenh/tat-ca/rss.xml"
	block := nukeBlock{url: url, number: 3}
	files := r.files(t)
	p := portal(files, morning)
	titles := func(after time.Duration) (list []string) {
		p.now = morning.Add(after)
		for _, i := range look(t, p.show(block)) {
			list = append(list, i.Title)
		}
		return list
	}
	before := titles(0)
	r.articles[2].Withdrawn = &article.Withdrawal{At: r.at, Reason: "Sai"}
	p.fetch = portal(r.files(t), morning).fetch
	if d := diff.Diff(before, titles(59*time.Minute)); d != "" || len(before) != 3 {
		t.Errorf("within the hour (-want +got):\n%s", d)
	}
	after := []string{"Đã thu hồi: Bài cccccccc", "Bài aaaaaaaa", "Bài bbbbbbbb"}
	if d := diff.Diff(after, titles(time.Hour)); d != "" {
		t.Errorf("after the hour (-want +got):\n%s", d)
	}
	whole := p.fetch
	p.fetch = func(url string) []byte { return whole(url)[:1000] } // the connection broke
	if got := titles(2 * time.Hour); got != nil {
		t.Errorf("half a document gives %q", got)
	}
	p.fetch = whole
	if got := titles(2*time.Hour + 59*time.Minute); got != nil {
		t.Errorf("within the hour after half a document: %q", got)
	}
	if d := diff.Diff(after, titles(3*time.Hour)); d != "" {
		t.Errorf("after that (-want +got):\n%s", d)
	}
}
