package article_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/article"
)

// TestPlacesDoNotDependOnHowTheFileWasSaved: whatever an editor makes of line ends, marks and letters, a mistake keeps its line and its
// visible column, and the article its words; the way of saving is one warning at most.
func TestPlacesDoNotDependOnHowTheFileWasSaved(t *testing.T) {
	text := strings.Replace(pictured, "![Dây rơi bên đường](HINH)", "Tiếng Việt <b> ở đây.", 1)
	for _, c := range []struct {
		name, text, want string
	}{
		{"as loa new writes it", text, ""},
		{"with CRLF", strings.ReplaceAll(text, "\n", "\r\n"), ""},
		{"with CR alone", strings.ReplaceAll(text, "\n", "\r"), "xuong-dong-la"},
		{"with a byte order mark", "\ufeff" + text, "dau-tep-bom"},
		{"with letters in parts", norm.NFD.String(text), "to-hop-roi"},
		{"with a hidden sign in the title", strings.Replace(text, "trên đường,", "trên\u200b đường,", 1), "ky-tu-an"},
		{"with a sign of U+2028 for a blank", strings.Replace(text, "trên đường,", "trên\u2028đường,", 1), "xuong-dong-la"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"content/chu-de/cap-va-cot/index.md": {Data: []byte("---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n")},
				"content/bai-viet/day-roi/index.md":  {Data: []byte(c.text)},
			}
			set, found, err := article.Load(fsys, office())
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, d := range found {
				names = append(names, d.Check.Name)
				if line, column := d.Source.Position(d.Span.Start); d.Check.Name == "html-tho" && (line != 10 || column != 12) {
					t.Errorf("<b> stands at %d:%d", line, column)
				}
			}
			want := []string{"html-tho"}
			if c.want != "" {
				want = []string{c.want, "html-tho"}
			}
			if !slices.Equal(names, want) {
				t.Errorf("found %v, want %v", names, want)
			}
			if title := set.Articles[0].Title; title != "Thấy dây rơi trên đường, đứng xa và báo ngay" {
				t.Errorf("title %q", title)
			}
		})
	}
}
