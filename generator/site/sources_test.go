package site_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
)

// TestSourcesPage: each golden names an instant; what stands on the page for those who take articles over is beside it.
func TestSourcesPage(t *testing.T) {
	golden.Run(t, "testdata/nguon-tin/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		at, err := time.Parse(time.RFC3339, strings.TrimSpace(string(a.Files[0].Data)))
		if err != nil {
			t.Fatal(err)
		}
		return []byte(readAloud(t, htmlOf(t, small(t, at, false), 0)[address.File(address.Sources)]))
	})
}

// readAloud is the main part of a page as lines, with the marks of an author: # heading, - entry, | row of a table, > fold, `code`,
// <address of a link>, [button].
func readAloud(t *testing.T, text string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	starts := map[string]string{"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "tr": "|", "summary": "> ", "p": "", "div": "", "ul": "", "iframe": ""}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
			return
		}
		start, block := starts[n.Data]
		if block {
			b.WriteString("\n" + start)
		}
		switch n.Data {
		case "code":
			b.WriteString("`")
			defer b.WriteString("`")
		case "a":
			defer fmt.Fprintf(&b, " <%s>", attribute(n, "href"))
		case "button":
			fmt.Fprintf(&b, " [%s: %s]", attribute(n, "aria-label"), attribute(n, "data-chep"))
			return
		case "iframe":
			fmt.Fprintf(&b, "(%s, cao %s: %s)", attribute(n, "src"), attribute(n, "height"), attribute(n, "title"))
		case "th", "td":
			b.WriteString(" ")
			defer b.WriteString(" |")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if block {
			b.WriteString("\n")
		}
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			walk(n)
		}
	}
	var lines []string
	for line := range strings.Lines(b.String()) {
		if line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\n' }), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestSourcesPageDoesNotGrowWithTheStations: where they are too many it sends to their list.
func TestSourcesPageDoesNotGrowWithTheStations(t *testing.T) {
	for _, c := range []struct {
		stations, named int
		all             string
	}{{0, 0, ""}, {100, 100, ""}, {101, 0, address.Stations}} {
		s := &settings.Settings{}
		for i := range c.stations {
			s.Stations = append(s.Stations, settings.Station{Slug: fmt.Sprintf("tan-thanh-%d", i), Name: fmt.Sprintf("Đài truyền thanh xã Tân Thành %d", i)})
		}
		content := contentOf(t, &article.Set{Settings: s}, at(2023, 4, 26), false)
		for _, p := range site.Compose(content) {
			if v, ok := p.Value.(site.SourcesPage); ok {
				door := v.Stations
				if len(door.Stations) != c.named || door.All != c.all || (door.Empty != "") != (c.stations == 0) || (len(door.Example) > 0) != (c.stations > 0) {
					t.Errorf("%d stations: %d are named, all of them at %q, none %q, example %q", c.stations, len(door.Stations), door.All, door.Empty, door.Example)
				}
			}
		}
		if text := htmlOf(t, content, 0)[address.File(address.Sources)]; compressed(text) > heaviest {
			t.Errorf("%d stations: the page weighs %d bytes", c.stations, compressed(text))
		}
	}
}

// TestSourcesPageDoesNotGrowWithTheYears: of many campaigns it names those that ended last; each of the others has its addresses itself.
func TestSourcesPageDoesNotGrowWithTheYears(t *testing.T) {
	set := &article.Set{Settings: office()}
	for i := range 10 {
		set.Topics = append(set.Topics, &article.Topic{Slug: fmt.Sprintf("chu-de-%d", i), Title: fmt.Sprintf("Chủ đề thứ %d", i)})
	}
	for year := 2023; year < 2053; year++ {
		set.Campaigns = append(set.Campaigns, &article.Campaign{Slug: fmt.Sprintf("dip-le-%d", year), Title: fmt.Sprintf("Giữ liên lạc thông suốt dịp lễ năm %d", year),
			From: day(year, 4, 24), Until: day(year, 5, 3)})
	}
	content := contentOf(t, set, at(2052, 4, 26), false)
	page := htmlOf(t, content, 0)
	text := page[address.File(address.Sources)]
	for year := 2023; year < 2053; year++ {
		feed, frame := fmt.Sprintf("/kenh/chien-dich-dip-le-%d/rss.xml", year), fmt.Sprintf("/nhung/chien-dich-dip-le-%d/", year)
		if named := year > 2046; strings.Contains(text, feed) != named || strings.Contains(text, frame) != named {
			t.Errorf("%d: the page has %s: %t, %s: %t", year, feed, strings.Contains(text, feed), frame, strings.Contains(text, frame))
		}
		if own := page[address.File(address.Campaign(fmt.Sprintf("dip-le-%d", year)))]; !strings.Contains(own, feed) {
			t.Errorf("%d: the page of the campaign has no %s", year, feed)
		}
	}
	if !strings.Contains(text, "Kênh của những đợt trước nữa") || compressed(text) > heaviest {
		t.Errorf("the page weighs %d bytes", compressed(text))
	}
}

// TestCodeToPasteIsOneElement: what an editor pastes is the frame and nothing else, whatever the topic is called.
func TestCodeToPasteIsOneElement(t *testing.T) {
	set := &article.Set{Settings: office(), Topics: []*article.Topic{{Slug: "day", Title: `Dây "cũ" & <b>mới</b>`}}}
	for _, p := range site.Compose(contentOf(t, set, at(2023, 4, 26), false)) {
		v, ok := p.Value.(site.SourcesPage)
		if !ok {
			continue
		}
		nodes, err := html.ParseFragment(strings.NewReader(v.Portal.Others[0].Text), nil)
		if err != nil {
			t.Fatal(err)
		}
		var elements []*html.Node
		for _, root := range nodes {
			for n := range root.Descendants() {
				if n.Type == html.ElementNode && n.Parent.Data == "body" {
					elements = append(elements, n)
				}
			}
		}
		if len(elements) != 1 || elements[0].Data != "iframe" || attribute(elements[0], "src") != base+"/nhung/day/" ||
			attribute(elements[0], "title") != `Loa Vĩnh Linh: Dây "cũ" & <b>mới</b>` || attribute(elements[0], "height") == "" {
			t.Errorf("%s", v.Portal.Others[0].Text)
		}
		return
	}
	t.Error("there is no such page")
}
