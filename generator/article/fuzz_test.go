package article_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// FuzzFrontMatter: whatever stands in an index.md, loading ends without a panic; every finding lies inside the file it names; an
// article comes back only with a valid id or with an error; all that comes back is NFC.
func FuzzFrontMatter(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(raw).Files {
			if strings.HasSuffix(file.Name, "index.md") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Add("---\n? a\n: b\n---\n")
	f.Add("---\na: |\n  x\n---\n> q\n")
	f.Add("---\n---")
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"content/bai-viet/abc/index.md": {Data: []byte(text), Mode: 0o644}}
		set, found, err := article.Load(fsys, office())
		if err != nil {
			t.Fatal(err)
		}
		errors := 0
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(d.Source.Text) {
				t.Errorf("%q: finding %s at %v of %d bytes", text, d.Check.Name, d.Span, len(d.Source.Text))
			}
			if d.Check.Severity == 0 {
				errors++
			}
		}
		for _, a := range set.Articles {
			if !article.ValidID(a.ID) && errors == 0 {
				t.Errorf("%q: id %q without a finding", text, a.ID)
			}
			if !viet.IsNFC(a.Title) || !viet.IsNFC(string(a.Body.Text)) {
				t.Errorf("%q: not NFC: %q", text, a.Title)
			}
		}
	})
}
