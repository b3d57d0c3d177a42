package verbalize_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/verbalize"
	"github.com/vinhlinh/loa/generator/viet"
)

// regions are the settings that a section of a golden file names.
var regions = map[string]verbalize.Region{
	"mặc định":  {},
	"lẻ ngàn":   {Odd: "lẻ", Thousand: "ngàn"},
	"ngày mùng": {FirstDay: true},
	"gọn":       {Minutes: "gon"},
	"đủ":        {Numbers: "du"},
	"đánh vần":  {Numbers: "danh-van"},
	"chữ bờ":    {Letters: "bo"},
	"sổ số":     {Hotlines: []string{"156", "5656", "18001091", "0233123456"}},
}

// goldenLine is one line: a written form and what may be said for it, ours first.
type goldenLine struct {
	file, section, written string
	accepted               []string
}

// goldens reads all golden files. A file that cannot be read or holds no line fails the test.
func goldens(t testing.TB) []goldenLine {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no golden files", err)
	}
	var all []goldenLine
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if _, known := regions[f.Name]; !known {
				t.Fatalf("%s: section %q is no setting", name, f.Name)
			}
			for line := range strings.Lines(string(f.Data)) {
				line = strings.TrimSuffix(line, "\n")
				if line == "" || strings.HasPrefix(line, "# ") {
					continue
				}
				written, accepted, ok := strings.Cut(line, " => ")
				if !ok {
					t.Fatalf("%s: %q has no =>", name, line)
				}
				all = append(all, goldenLine{filepath.Base(name), f.Name, written, strings.Split(accepted, " || ")})
			}
		}
	}
	return all
}

func lexicon(t testing.TB) *verbalize.Lexicon {
	t.Helper()
	text, err := os.ReadFile("testdata/phat-am.txt")
	if err != nil {
		t.Fatal(err)
	}
	l, found := verbalize.ParseLexicon(diagnostic.NewSource("phat-am.txt", string(text)))
	for _, d := range found {
		line, _ := d.Source.Position(d.Span.Start)
		t.Errorf("phat-am.txt:%d: %s", line, d.Message)
	}
	return l
}

// comparable is the form in which readings are compared (SPEECH.md 0): lower case, no pause marks, single spaces.
func comparable(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(".,;:?!…", r) {
			return ' '
		}
		return r
	}, strings.ToLower(viet.NFC(s)))
	return strings.Join(strings.Fields(s), " ")
}

func text(r verbalize.Reading) string {
	var parts []string
	for _, s := range r.Sentences {
		parts = append(parts, s.Text)
	}
	return strings.Join(parts, " ")
}

func TestReadingsAreAsTheGoldenFilesSay(t *testing.T) {
	l := lexicon(t)
	readers := map[string]*verbalize.Reader{}
	for name, region := range regions {
		readers[name] = verbalize.NewReader(region, l)
	}
	for _, g := range goldens(t) {
		t.Run(g.file+"/"+g.section+"/"+g.written, func(t *testing.T) {
			got := text(readers[g.section].Read(g.written))
			for _, want := range g.accepted {
				if comparable(got) == comparable(want) {
					return
				}
			}
			t.Errorf("%q\n got %q\nwant %q", g.written, got, g.accepted)
		})
	}
}
