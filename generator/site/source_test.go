package site

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/gohugoio/hugo/parser/pageparser"
	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

func TestNamesOfPages(t *testing.T) {
	for address, want := range map[string]string{
		"/":                  "~.md",
		"/index.html":        "~index_html.md",
		"/404.html":          "~404_html.md",
		"/bai-viet/index/":   "~bai-viet~index~.md",
		"/bai-viet/x/":       "~bai-viet~x~.md",
		"/bai-viet/x/in/":    "~bai-viet~x~in~.md",
		"/bai-viet-x/":       "~bai-viet-x~.md",
		"/bai-viet/x.vi/":    "~bai-viet~x_vi~.md",
		"/chu-de/a/trang/2/": "~chu-de~a~trang~2~.md",
	} {
		if got := (Page{Address: address}).name(); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}

// TestEachAddressKeepsItsValue renders addresses whose names Hugo could take for one another, for a bundle or for a list.
func TestEachAddressKeepsItsValue(t *testing.T) {
	var pages []Page
	for _, a := range []string{"/", "/index/", "/a/", "/a/b/", "/a/index/", "/a-b/", "/a.b/", "/a.vi/", "/a.en/", "/ab/", "/404.html", "/a.html", "/content/", "/home/", "/tags/", "/x/page/2/"} {
		pages = append(pages, Page{Address: a, Value: "giá trị của " + a, Title: a})
	}
	files, found := built(t, fstest.MapFS{"layouts/page.html": {Data: []byte("{{ site.Store.Get .File.Path }}, {{ .Title }}, {{ .RelPermalink }}")}}, pages...)
	if len(found) > 0 || len(files) != len(pages) {
		t.Fatalf("%d pages gave %d files, %v", len(pages), len(files), shownAll(found))
	}
	got := map[string]string{}
	for _, f := range files {
		got["/"+strings.TrimSuffix(f.Path, "index.html")] = string(f.Data)
	}
	for _, p := range pages {
		if want := "giá trị của " + p.Address + ", " + p.Address + ", " + p.Address; got[p.Address] != want {
			t.Errorf("%s: got %q, want %q", p.Address, got[p.Address], want)
		}
	}
}

// FuzzComposed: Hugo's own parser finds our front matter and nothing of the writer's in it, and the body unchanged, on its own lines.
func FuzzComposed(f *testing.F) {
	f.Add("Tựa", "thân bài\n", 9)
	f.Add(`}"\{`, "---\nurl: /x/\n---\n", 1)
	f.Add("a\nb\u2028", "}\n+++\na = 1\n+++\r\n", 2)
	f.Fuzz(func(t *testing.T, title, body string, line int) {
		if line < 1 || line > 1000 || !utf8.ValidString(title) || !utf8.ValidString(body) {
			t.Skip()
		}
		p := Page{Address: "/bai-viet/x/", Layout: "bai-viet", Title: title, Source: diagnostic.NewSource("a", ""), Body: body, Line: line}
		text := string(p.composed())
		front, isEnd := strings.CutSuffix(text, body)
		if !isEnd || strings.Count(front, "\n") != line+p.shift()-1 || !strings.HasSuffix(front, "}\n") {
			t.Fatalf("line %d: the body does not keep its lines:\n%s", line, text)
		}
		parsed, err := pageparser.ParseFrontMatterAndContent(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v:\n%s", err, text)
		}
		want := map[string]any{"title": title, "type": "bai-viet", "url": "/bai-viet/x/"}
		if diff := cmp.Diff(want, parsed.FrontMatter); diff != "" {
			t.Errorf("front matter (-want +got):\n%s", diff)
		}
		if string(parsed.Content) != body {
			t.Errorf("content: got %q, want %q", parsed.Content, body)
		}
	})
}

func TestOnlyLayoutsAndAssetsOfAThemeAreRead(t *testing.T) {
	files, err := readTheme(fstest.MapFS{
		"hugo.toml": {}, "content/a.md": {}, "data/a.json": {}, "static/a": {}, "i18n/vi.toml": {},
		"layouts/page.html": {Data: []byte("l")}, "assets/css/a.css": {Data: []byte("a")},
	})
	want := []File{{"layouts/page.html", []byte("l")}, {"assets/css/a.css", []byte("a")}}
	if diff := cmp.Diff(want, files); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestRouteSendsTheCacheDirectoryToTheDisk(t *testing.T) {
	mem, disk := afero.NewMemMapFs(), afero.NewMemMapFs()
	r := routeFs{Fs: mem, dir: "/k/hugo", disk: disk}
	for name, onDisk := range map[string]bool{"/k/hugo": true, "/k/hugo/a": true, "/k/./hugo/a/../b": true, "/k/hugo2": false, "/k": false,
		"/k/hugo/../x": false, "/w/content/a.md": false, "k/hugo/a": false} {
		if got := r.pick(name) == disk; got != onDisk {
			t.Errorf("%s: on the disk %v, want %v", name, got, onDisk)
		}
	}
	steps := []error{r.MkdirAll("/k/hugo/d", 0o755), r.Mkdir("/k/hugo/d/e", 0o755), afero.WriteFile(r, "/k/hugo/d/f", []byte("x"), 0o644),
		r.Chmod("/k/hugo/d/f", 0o600), r.Chtimes("/k/hugo/d/f", time.Unix(1, 0), time.Unix(1, 0)), r.Chown("/k/hugo/d/f", 1, 1),
		r.Rename("/k/hugo/d/f", "/k/hugo/d/g"), r.Remove("/k/hugo/d/e")}
	for i, err := range steps {
		if err != nil {
			t.Errorf("step %d: %v", i, err)
		}
	}
	if data, err := afero.ReadFile(disk, "/k/hugo/d/g"); string(data) != "x" {
		t.Errorf("the file is not on the disk: %q, %v", data, err)
	}
	if err := r.RemoveAll("/k/hugo"); err != nil {
		t.Error(err)
	}
	if _, err := r.Stat("/k/hugo/d/g"); err == nil {
		t.Error("the directory is still there")
	}
	if there, _ := afero.Exists(mem, "/k"); there {
		t.Error("the cache went to memory")
	}
}
