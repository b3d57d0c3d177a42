package site_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/site"
)

// TestWhatMachinesReadOfPages: each archive names a page of the small site; the golden is what stands in its head for those who share
// it and for search engines.
func TestWhatMachinesReadOfPages(t *testing.T) {
	c := small(t, at(2023, 4, 26), false)
	c.Sounds = map[string]*audio.Sound{"0000007t": {Article: "0000007t", Name: "0000007t-0123456789ab.mp3", Size: 1_208_320, Length: 151 * time.Second, Synthetic: true}}
	pages := htmlOf(t, c, 0)
	golden.Run(t, "testdata/dau-trang/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		name := strings.TrimSpace(string(a.Files[0].Data))
		root, err := html.Parse(strings.NewReader(pages[name]))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for n := range root.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "title":
				fmt.Fprintf(&b, "title: %s\n", n.FirstChild.Data)
			case n.Data == "meta" && attribute(n, "http-equiv") == "" && !has(n, "charset"):
				fmt.Fprintf(&b, "%s%s: %s\n", attribute(n, "property"), attribute(n, "name"), attribute(n, "content"))
			case n.Data == "link":
				fmt.Fprintf(&b, "%s: %s\n", attribute(n, "rel"), attribute(n, "href"))
			case n.Data == "script" && attribute(n, "type") == "application/ld+json":
				var value any
				if err := json.Unmarshal([]byte(n.FirstChild.Data), &value); err != nil {
					t.Errorf("the linked data is not JSON: %v", err)
				}
				text, _ := json.MarshalIndent(value, "", " ")
				fmt.Fprintf(&b, "%s\n", text)
			}
		}
		return []byte(b.String())
	})
}

// TestManifestKeepsTheColoursOfTheTheme: what browsers show around the site are tokens of the theme, and each icon is a file of it.
func TestManifestKeepsTheColoursOfTheTheme(t *testing.T) {
	light, dark, _ := tokens(t)
	if _, differs := dark["chinh"]; differs {
		t.Error("the header has another colour in the dark: theme-color must say so")
	}
	var m struct {
		Name       string `json:"name"`
		Theme      string `json:"theme_color"`
		Background string `json:"background_color"`
		Icons      []struct{ Src string }
	}
	if err := json.Unmarshal(site.WebManifest(office().Site).Data, &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != "Loa Vĩnh Linh" || m.Theme != light["chinh"] || m.Background != light["nen"] || len(m.Icons) != 4 {
		t.Errorf("the manifest says %+v; the theme has %s and %s", m, light["chinh"], light["nen"])
	}
	for _, icon := range m.Icons {
		if _, err := os.Stat(themeDir + "/static" + icon.Src); err != nil {
			t.Error(err)
		}
	}
	head, err := os.ReadFile(themeDir + "/layouts/_partials/head/app.html")
	if err != nil || !strings.Contains(string(head), `name="theme-color" content="`+m.Theme+`"`) {
		t.Errorf("pages say another colour than the manifest: %v", err)
	}
}

// TestNoPageSendsAnythingToOthers: a page of an article leads to Facebook only by a plain link, and says there what it is.
func TestNoPageSendsAnythingToOthers(t *testing.T) {
	page := htmlOf(t, small(t, at(2023, 4, 26), false), 0)["bai-viet/day-roi/index.html"]
	links := regexp.MustCompile(`[a-z]+="https?://[^"]*facebook[^"]*"`).FindAllString(page, -1)
	want := []string{`href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Floa.example.vn%2Fbai-viet%2Fday-roi%2F"`}
	if !slices.Equal(links, want) {
		t.Errorf("got %v, want %v", links, want)
	}
	if gone := htmlOf(t, small(t, at(2023, 4, 26), false), 0)["bai-viet/da-rut/index.html"]; strings.Contains(gone, "facebook") || strings.Contains(gone, "og:image") {
		t.Error("a withdrawn article can still be handed on")
	}
}
