package article_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
)

// TestHeavyBodiesAreRefusedBeforeTheyAreParsed: bodies that would cost the parser minutes or gigabytes give one finding about the body.
// The files are as large as an index.md may be.
func TestHeavyBodiesAreRefusedBeforeTheyAreParsed(t *testing.T) {
	const head = "---\nid: 7k2m9x4q\ntitle: Một bài rất nặng để thử\ndescription: Thử.\ndate: 2023-04-24\nchu_de: cap-va-cot\ndieu_can_nho: [Một, Hai]\n---\n\n"
	for name, body := range map[string]string{
		"quotes in quotes":         strings.Repeat(strings.Repeat(">", 200)+" a\n", 1000),
		"lists in lists":           strings.Repeat("- ", 1000) + "a",
		"brackets without end":     strings.Repeat("[", 200_000),
		"brackets with blanks":     strings.Repeat("[ ", 100_000),
		"emphasis without end":     strings.Repeat("*a _b ", 30_000),
		"one reference, used":      strings.Repeat("[a] ", 50_000) + "\n\n[a]: /x/ '" + strings.Repeat("b", 1000) + "'\n",
		"a table of empty cells":   strings.Repeat("|a", 5_000) + "|\n" + strings.Repeat("|-", 5_000) + "|\n" + strings.Repeat("|x|\n", 40_000),
		"one word":                 strings.Repeat("a", 200_000),
		"headings of one name":     strings.Repeat("## a\n\n", 600),
		"one paragraph":            strings.Repeat("chữ và ", 20_000),
		"a column of indented ifs": strings.Repeat(" ", 5_000) + "- a\n",
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"content/chu-de/cap-va-cot/index.md": {Data: []byte("---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n")},
				"content/bai-viet/bai-nang/index.md": {Data: []byte((head + body)[:min(len(head+body), 256<<10)])},
			}
			_, found, err := article.Load(fsys, office())
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, d := range found {
				names = append(names, d.Check.Name)
			}
			if !slices.Equal(names, []string{"than-bai-qua-lon"}) {
				t.Errorf("found %v", names)
			}
		})
	}
}
