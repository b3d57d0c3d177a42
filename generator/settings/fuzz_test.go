package settings_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

// fuzz adds the files of a name in the goldens as seeds and holds, whatever stands in that file: loading ends without a panic and without
// an error; every finding lies inside the file that it names; nothing but findings keeps a name from being NFC and a valid one.
func fuzz(f *testing.F, name string) {
	goldens, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(goldens) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, g := range goldens {
		raw, err := os.ReadFile(g)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(raw).Files {
			if file.Name == name {
				f.Add(string(file.Data))
			}
		}
	}
	base := files(f, &txtar.Archive{}, "\n")
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{}
		maps.Copy(fsys, base)
		fsys["content/_loa/"+name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
		s, found, err := settings.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(d.Source.Text) {
				t.Errorf("%q: %q at %v of %d bytes", text, d.Message, d.Span, len(d.Source.Text))
			}
			if d.Check.Severity != diagnostic.Error || len(d.Hints) == 0 {
				t.Errorf("%q: %q has no cure", text, d.Message)
			}
		}
		for _, a := range s.Areas {
			if !viet.ValidSlug(a.Slug) || !viet.IsNFC(a.Name) {
				t.Errorf("%q: area %q %q", text, a.Slug, a.Name)
			}
		}
		for _, st := range s.Stations {
			if !viet.ValidSlug(st.Slug) || !viet.IsNFC(st.Name) {
				t.Errorf("%q: station %q %q", text, st.Slug, st.Name)
			}
			for _, slot := range st.Slots {
				if slot.Start < 0 || slot.Start > 24*60 || slot.End < 0 || slot.End > 24*60 {
					t.Errorf("%q: slot %v", text, slot)
				}
			}
		}
		for _, h := range s.Hotlines {
			if !viet.ValidSlug(h.Key) {
				t.Errorf("%q: hotline %q", text, h.Key)
			}
			if h.Use && h.Checked.IsZero() && len(h.Number) != 3 && len(found) == 0 {
				t.Errorf("%q: %q may be printed unchecked", text, h.Number)
			}
		}
		for _, a := range s.Acts {
			if !viet.ValidSlug(a.Key) || !viet.IsNFC(a.Title) {
				t.Errorf("%q: act %q", text, a.Key)
			}
		}
		if s.Site.Base != "" && len(found) == 0 && s.Site.Base[len(s.Site.Base)-1] == '/' {
			t.Errorf("%q: base %q", text, s.Site.Base)
		}
		if !viet.IsNFC(s.Greeting.Opening) || s.Lexicon != nil && !viet.IsNFC(s.Lexicon.Text) {
			t.Errorf("%q: not NFC", text)
		}
	})
}

func FuzzPublisher(f *testing.F) { fuzz(f, "loa.toml") }
func FuzzNetwork(f *testing.F)   { fuzz(f, "dai.toml") }
func FuzzHotlines(f *testing.F)  { fuzz(f, "duong-day-nong.toml") }
func FuzzActs(f *testing.F)      { fuzz(f, "phap-luat.toml") }
func FuzzGreeting(f *testing.F)  { fuzz(f, "loi-chao.txt") }
func FuzzLexicon(f *testing.F)   { fuzz(f, "phat-am.txt") }
