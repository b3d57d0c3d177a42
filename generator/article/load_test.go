package article_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/settings"
)

// office are settings of a small office with one act of each kind.
func office() *settings.Settings {
	day := func(y, m, d int) civil.Date { return civil.Date{Year: y, Month: time.Month(m), Day: d} }
	return &settings.Settings{
		Publisher: settings.Publisher{Name: "Trung tâm Văn hóa"},
		Areas:     []settings.Area{{Slug: "vinh-thai", Name: "xã Vĩnh Thái"}, {Slug: "vinh-o", Name: "xã Vĩnh Ô"}},
		Hotlines:  []settings.Hotline{{Key: "cong-an", Number: "113", Use: true}},
		Acts: []settings.Act{
			{Key: "luat-vien-thong-2009", Number: "41/2009/QH12", Title: "Luật Viễn thông", From: day(2010, 7, 1), Until: day(2024, 7, 1),
				ReplacedBy: "luat-vien-thong-2023", Cite: "dieu", Articles: []string{"12"}},
			{Key: "luat-vien-thong-2023", Number: "24/2023/QH15", Title: "Luật Viễn thông", From: day(2024, 7, 1), Cite: "ten"},
			{Key: "nd-15-2020", Number: "15/2020/NĐ-CP", From: day(2020, 4, 15), Unclear: day(2024, 1, 1), Cite: "dieu", Articles: []string{"101"}},
		},
		Refused: []settings.RefusedAct{{Number: "174/2013/NĐ-CP", Reason: "hết hiệu lực"}},
	}
}

// files makes a file system of the archive's files but the golden one. "\x" escapes let an archive hold bytes that a text file cannot.
func files(a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		if f.Name != "want" {
			data := strings.NewReplacer(`\u202e`, "\u202e", `\u200b`, "\u200b", `\x00`, "\x00", `\xff`, "\xff", `\t`, "\t").Replace(string(f.Data))
			fsys[f.Name] = &fstest.MapFile{Data: []byte(data), Mode: 0o644}
		}
	}
	return fsys
}

// TestFindings: each archive is content with mistakes, and what loa says of them.
func TestFindings(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		_, found, err := article.Load(files(a), office())
		if err != nil {
			t.Fatal(err)
		}
		var bag diagnostic.Bag
		bag.Add(found...)
		var out bytes.Buffer
		for _, d := range bag.Sorted() {
			line, column := d.Source.Position(d.Span.Start)
			fmt.Fprintf(&out, "%s:%d:%d: %s [%s]\n", d.Source.Path, line, column, d.Message, d.Check.Name)
			if d.Source.Text != "" {
				fmt.Fprintf(&out, "    chỗ: %q\n", d.Source.Text[d.Span.Start:d.Span.End])
			}
			for _, h := range d.Hints {
				fmt.Fprintf(&out, "    chữa: %s\n", h)
			}
			for _, p := range d.Related {
				line, column := p.Source.Position(p.Span.Start)
				fmt.Fprintf(&out, "    thấy ở: %s:%d:%d\n", p.Source.Path, line, column)
			}
		}
		return out.Bytes()
	})
}
