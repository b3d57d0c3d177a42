package site_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/site"
)

var noon = time.Date(2023, 4, 20, 12, 0, 0, 0, time.FixedZone("+07", 7*60*60))

// value is a ready value as templates get it: fields, and answers for the hooks of Markdown.
type value struct {
	Lead  string
	Items []string
}

func (v value) Anchor(text string) string {
	return "m-" + strings.ReplaceAll(strings.ToLower(text), " ", "-")
}
func (v value) Link(to string) string       { return strings.TrimPrefix(to, "../") }
func (v value) Picture(name string) picture { return picture{name + ".webp", 480, 270} }

type picture struct {
	Address       string
	Width, Height int
}

// pagesOf makes a page of each Markdown file of an archive: "bai-viet/x.md" is /bai-viet/x/ of the layout bai-viet, "_.md" the home page.
// The file is the source; its body begins after the first line that is "---", if there is one.
func pagesOf(a *txtar.Archive) []site.Page {
	var pages []site.Page
	for _, f := range a.Files {
		name, isPage := strings.CutSuffix(f.Name, ".md")
		if !isPage {
			continue
		}
		layout, _, below := strings.Cut(name, "/")
		if !below {
			layout = ""
		}
		text := string(f.Data)
		front, body, found := strings.Cut(text, "\n---\n")
		line := strings.Count(front, "\n") + 3
		if !found {
			body, line = text, 1
		}
		pages = append(pages, site.Page{Address: strings.ReplaceAll("/"+name+"/", "/_/", "/"), Layout: layout, Title: "Tựa " + name,
			Value: value{Lead: "Lời dẫn của " + name, Items: []string{"một", "hai"}}, Source: diagnostic.NewSource("content/"+f.Name, text),
			Body: body, Line: line})
	}
	return pages
}

// themeOf is the theme in an archive: its files below layouts/, assets/ and beside them.
func themeOf(a *txtar.Archive) fs.FS {
	theme := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasSuffix(f.Name, ".md") && f.Name != "want" {
			theme[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return theme
}

func inputOf(a *txtar.Archive) site.Input {
	return site.Input{Theme: themeOf(a), Base: "https://loa.example/", Title: "Loa", At: noon}
}

// render gives the files of the pages; a finding or an error ends the test.
func render(t *testing.T, in site.Input, pages []site.Page) []site.File {
	t.Helper()
	files, found, err := site.Render(t.Context(), in, pages)
	if err != nil || len(found) > 0 {
		t.Fatalf("error %v, findings:\n%s", err, printed(found))
	}
	return files
}

// printed is a line a finding: place, name, message, hints.
func printed(found []diagnostic.Diagnostic) string {
	var b strings.Builder
	for _, d := range found {
		if d.Source != nil {
			line, column := d.Source.Position(d.Span.Start)
			fmt.Fprintf(&b, "%s:%d:%d: ", d.Source.Path, line, column)
		}
		fmt.Fprintf(&b, "[%s] %s %s\n", d.Check.Name, d.Message, strings.Join(d.Hints, " "))
	}
	return b.String()
}

// TestGolden holds the example of a theme (hugo-giao-dien) and what becomes of hostile or odd Markdown.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/hugo-*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		files, found, err := site.Render(t.Context(), inputOf(a), pagesOf(a))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, f := range files {
			fmt.Fprintf(&b, "== %s\n%s\n", f.Path, bytes.TrimSpace(f.Data))
		}
		b.WriteString(printed(found))
		return b.Bytes()
	})
}

func readArchive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// many makes n pages of the example theme, of all its layouts.
func many(n int) []site.Page {
	pages := make([]site.Page, n)
	for i := range pages {
		source := diagnostic.NewSource(fmt.Sprintf("content/%d.md", i), fmt.Sprintf("# Mục %d\n\nĐiện, [xem](../a/) và ![hình](h%d)\n", i, i))
		pages[i] = site.Page{Address: fmt.Sprintf("/bai-viet/p%d/", i), Layout: []string{"bai-viet", ""}[i%2], Title: fmt.Sprint("Bài ", i),
			Value: value{Lead: fmt.Sprint("Dẫn ", i)}, Source: source, Body: source.Text, Line: 1}
	}
	return pages
}

func TestPagesDoNotDependOnTheirBatch(t *testing.T) {
	in := inputOf(readArchive(t, "hugo-giao-dien.txtar"))
	pages := many(23)
	want := render(t, in, pages)
	if len(want) != len(pages)+1 { // and the stylesheet that the theme publishes
		t.Fatalf("%d pages gave %d files", len(pages), len(want))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, batch := range []int{1, 7, 23} {
		random.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		in.Batch = batch
		if diff := cmp.Diff(want, render(t, in, pages)); diff != "" {
			t.Errorf("batches of %d differ: %s", batch, diff)
		}
	}
	in.Batch = 0
	for _, some := range [][]site.Page{pages[:1], pages[3:7]} {
		for _, f := range render(t, in, some) {
			if !containsFile(want, f) {
				t.Errorf("%d pages alone: %s differs", len(some), f.Path)
			}
		}
	}
}

func containsFile(files []site.File, f site.File) bool {
	for _, g := range files {
		if g.Path == f.Path {
			return bytes.Equal(g.Data, f.Data)
		}
	}
	return false
}

func TestWhatDependsOnItsBatchIsAnError(t *testing.T) {
	a := txtar.Parse([]byte(`
-- layouts/page.html --
{{ $css := resources.FromString "a.css" .File.Path }}{{ $css.Publish }}
-- a.md --
-- b.md --
`))
	in := inputOf(a)
	in.Batch = 1
	_, _, err := site.Render(t.Context(), in, pagesOf(a))
	if err == nil || !strings.Contains(err.Error(), "a.css depends on the pages") {
		t.Errorf("two pages that publish different a.css: got %v", err)
	}
}

// noTheme fails the test when it is read.
type noTheme struct{ t *testing.T }

func (n noTheme) Open(name string) (fs.File, error) {
	n.t.Errorf("the theme was read: %s", name)
	return nil, fs.ErrNotExist
}

func TestNothingToRenderReadsNothing(t *testing.T) {
	files, found, err := site.Render(t.Context(), site.Input{Theme: noTheme{t}, At: noon}, nil)
	if files != nil || found != nil || err != nil {
		t.Errorf("no pages: got %v, %v, %v", files, found, err)
	}
}

// given is a context that is given up after it was asked a number of times.
type given struct {
	context.Context
	up, asked int
}

func (g *given) Err() error {
	if g.asked++; g.asked > g.up {
		return context.Canceled
	}
	return nil
}

func TestContextIsAskedBeforeEachBatch(t *testing.T) {
	in := inputOf(readArchive(t, "hugo-giao-dien.txtar"))
	in.Batch = 2
	ctx := &given{Context: t.Context(), up: 2}
	files, found, err := site.Render(ctx, in, many(8))
	if !errors.Is(err, context.Canceled) || ctx.asked != 3 || files != nil || found != nil {
		t.Errorf("given up after two batches of four: asked %d times, %d files, %v, %v", ctx.asked, len(files), found, err)
	}
}

func TestWrongInputIsAnError(t *testing.T) {
	theme := fstest.MapFS{"layouts/page.html": {Data: []byte("x")}}
	good := site.Input{Theme: theme, Base: "https://loa.example/", At: noon}
	for _, c := range []struct {
		name, want string
		change     func(in *site.Input, p *site.Page)
	}{
		{"no theme", "no Input.Theme", func(in *site.Input, p *site.Page) { in.Theme = nil }},
		{"a theme without layouts", "read the theme", func(in *site.Input, p *site.Page) { in.Theme = fstest.MapFS{} }},
		{"a link in the theme", "not a regular file", func(in *site.Input, p *site.Page) {
			in.Theme = fstest.MapFS{"layouts/page.html": {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink}}
		}},
		{"no instant", "no Input.At", func(in *site.Input, p *site.Page) { in.At = time.Time{} }},
		{"a relative cache directory", "not absolute", func(in *site.Input, p *site.Page) { in.CacheDir = "cache" }},
		{"batches too large", "batch of 1001", func(in *site.Input, p *site.Page) { in.Batch = 1001 }},
		{"a negative batch", "batch of -1", func(in *site.Input, p *site.Page) { in.Batch = -1 }},
		{"an address that climbs", "not the address", func(in *site.Input, p *site.Page) { p.Address = "/../x/" }},
		{"an address with a dot name", "not the address", func(in *site.Input, p *site.Page) { p.Address = "/./x/" }},
		{"an address that does not begin at the root", "not the address", func(in *site.Input, p *site.Page) { p.Address = "x/" }},
		{"an address in capitals", "not the address", func(in *site.Input, p *site.Page) { p.Address = "/X/" }},
		{"an address with one of Hugo's placeholders", "not the address", func(in *site.Input, p *site.Page) { p.Address = "/:title/" }},
		{"an address of another kind of file", "not the address", func(in *site.Input, p *site.Page) { p.Address = "/x.txt" }},
		{"a layout that climbs", "not a layout", func(in *site.Input, p *site.Page) { p.Layout = "../x" }},
		{"a body without a line", "no line", func(in *site.Input, p *site.Page) { p.Source = diagnostic.NewSource("a", "") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, page := good, site.Page{Address: "/x/"}
			c.change(&in, &page)
			files, found, err := site.Render(t.Context(), in, []site.Page{page})
			if err == nil || !strings.Contains(err.Error(), c.want) || files != nil || found != nil {
				t.Errorf("got %v, %v, %v, want an error with %q", files, found, err, c.want)
			}
		})
	}
}

func TestCacheDirectoryDoesNotChangePages(t *testing.T) {
	in := inputOf(readArchive(t, "hugo-giao-dien.txtar"))
	want := render(t, in, many(3))
	in.CacheDir = filepath.Join(t.TempDir(), "hugo")
	for range 2 {
		if diff := cmp.Diff(want, render(t, in, many(3))); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := os.Stat(in.CacheDir); err != nil {
		t.Errorf("the cache was not kept on the disk: %v", err)
	}
}

func TestWithoutCacheDirectoryNothingIsWritten(t *testing.T) {
	a := txtar.Parse([]byte("-- layouts/page.html --\n{{ transform.ToMath \"x\" }}\n-- a.md --\n"))
	in := inputOf(a)
	files, found, err := site.Render(t.Context(), in, pagesOf(a))
	if err != nil || len(found) != 1 || files != nil {
		t.Fatalf("without a directory for compiled WASM: %d files, %s, %v", len(files), printed(found), err)
	}
	in.CacheDir = t.TempDir()
	if files := render(t, in, pagesOf(a)); !bytes.Contains(files[0].Data, []byte("<math")) {
		t.Errorf("with a directory: %s", files[0].Data)
	}
}
