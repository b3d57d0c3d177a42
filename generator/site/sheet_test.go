package site_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
)

// spokenContent is content whose articles have the scripts that speech makes of them.
func spokenContent(t *testing.T, a *txtar.Archive, y, m, d int) site.Content {
	t.Helper()
	files := fstest.MapFS{}
	s := office()
	s.Reading, s.Pauses = settings.Reading{Rate: 150}, settings.Pauses{Sentence: 600e6, Paragraph: 900e6, Comma: 250e6}
	for _, f := range a.Files {
		if f.Name == "phat-am.txt" {
			s.Lexicon = diagnostic.NewSource(f.Name, string(f.Data))
			continue
		}
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	set, found, err := article.Load(files, s)
	composer, more := speech.New(s)
	for _, d := range append(found, more...) {
		t.Errorf("%s: %s", d.Source.Path, d.Message)
	}
	if err != nil {
		t.Fatal(err)
	}
	instant := at(y, m, d)
	c := contentOf(t, set.Published(instant, false), instant, false)
	for _, a := range c.Set.Articles {
		if a.Withdrawn == nil {
			c.Scripts[a.ID], _ = composer.Compose(a)
		}
	}
	return c
}

// TestScriptSheets: each archive is an article, and what stands on its sheet of paper.
func TestScriptSheets(t *testing.T) {
	golden.Run(t, "testdata/ban-doc/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		pages := htmlOf(t, spokenContent(t, a, 2023, 5, 1), 0)
		_, page, found := strings.Cut(pages["bai-viet/day-roi/ban-doc/index.html"], `tabindex="-1">`)
		if !found || !strings.Contains(pages["bai-viet/day-roi/ban-doc/index.html"], `<meta name="robots" content="noindex">`) {
			t.Error("no sheet, or search engines may have it")
		}
		main, _, _ := strings.Cut(page, "</main>")
		return []byte(strings.TrimPrefix(main, "\n"))
	})
}

// TestSheetSaysEveryWord: the words of a sheet are those of the script, in order, and no others; a blank stands on both sides of each
// breath.
func TestSheetSaysEveryWord(t *testing.T) {
	a, err := txtar.ParseFile("testdata/ban-doc/giau.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Files {
		a.Files[i].Data = regexp.MustCompile(`(?m) \|.*teo$`).ReplaceAll(a.Files[i].Data, nil) // without respelling
	}
	c := spokenContent(t, a, 2023, 5, 1)
	sheets := 0
	for _, p := range site.Compose(c) {
		v, is := p.Value.(site.SheetPage)
		if !is {
			continue
		}
		sheets++
		var got strings.Builder
		for _, b := range v.Blocks {
			for _, line := range b.Lines {
				for i, s := range line {
					for _, piece := range s.Pieces {
						if piece.Breath {
							got.WriteByte(' ')
						}
						got.WriteString(piece.Text + piece.Tail)
					}
					got.WriteByte('\n')
					if s.Stop != (i < len(line)-1) {
						t.Errorf("sentence %d of a line of %d stops: %t", i, len(line), s.Stop)
					}
				}
			}
		}
		var want strings.Builder
		for _, s := range c.Scripts[strings.TrimPrefix(v.Mark, "mã bài ")].Sentences {
			want.WriteString(s.Text + "\n")
		}
		if got.String() != want.String() {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want.String())
		}
	}
	if sheets != 1 {
		t.Errorf("%d sheets", sheets)
	}
}

// TestSheetOfAWithdrawnArticle: it says so, it says why, and there is nothing to read and nothing to sign.
func TestSheetOfAWithdrawnArticle(t *testing.T) {
	for _, p := range site.Compose(small(t, at(2023, 4, 26), false)) {
		v, is := p.Value.(site.SheetPage)
		if !is || p.Address != "/bai-viet/da-rut/ban-doc/" {
			continue
		}
		if len(v.Notices) != 1 || !v.Notices[0].Grave || v.Notices[0].Text != "Không đọc bài này trên loa. Lý do: Nêu sai loại hàng cấm gửi." {
			t.Errorf("notices %+v", v.Notices)
		}
		if v.Blocks != nil || v.Hard != nil || v.Legend != nil || v.Signing != nil {
			t.Errorf("the sheet has %+v", v)
		}
		return
	}
	t.Error("there is no sheet")
}

// TestArticleLeadsToItsSheet, and the sheet of a draft says that it is one.
func TestArticleLeadsToItsSheet(t *testing.T) {
	pages := htmlOf(t, small(t, at(2023, 4, 24), true), 0)
	if text := pages["bai-viet/nhap/index.html"]; !strings.Contains(text, `href="/bai-viet/nhap/ban-doc/"`) || !strings.Contains(text, "Bản đọc in ra giấy") {
		t.Error("the article does not lead to its sheet")
	}
	if main := words(t, pages["bai-viet/nhap/ban-doc/index.html"], "main"); !strings.HasPrefix(main, "Bản nháp: chưa ai thấy trang này.") {
		t.Errorf("the sheet of a draft begins %q", main)
	}
}

// TestNothingOnPaperIsSmall: no text of a sheet is below 10.5 points.
func TestNothingOnPaperIsSmall(t *testing.T) {
	text, err := os.ReadFile(themeDir + "/assets/css/to-in/00-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	sizes := regexp.MustCompile(`([0-9.]+)pt`).FindAllStringSubmatch(string(text), -1)
	if len(sizes) < 6 {
		t.Errorf("only %d sizes in points", len(sizes))
	}
	for _, m := range sizes {
		if points, err := strconv.ParseFloat(m[1], 64); err != nil || points < 10.5 {
			t.Errorf("%s is smaller than 10.5pt", m[0])
		}
	}
	for name, sheet := range stylesheets(t) {
		if small := regexp.MustCompile(`var\(--co(-nho|-phu)?\)`).FindString(sheet); small != "" && strings.Contains(name, "/to-in/") && !strings.HasSuffix(name, "-thanh.css") {
			t.Errorf("%s sets %s, which is a size of pages", name, small)
		}
	}
}
