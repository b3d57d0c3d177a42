package speech_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

const topic = "---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n"

const head = `---
id: 7k2m9x4q
title: Thấy dây rơi, gọi 113
description: Ba việc.
date: 2023-04-23T07:00:00+07:00
chu_de: cap-va-cot
dieu_can_nho:
  - Thấy dây rơi, đứng xa 5 m
  - "Báo UBND xã: nói rõ chỗ"
---
`

func office() *settings.Settings {
	ms := time.Millisecond
	return &settings.Settings{
		Pauses: settings.Pauses{Comma: 250 * ms, Clause: 400 * ms, Sentence: 600 * ms, Item: 500 * ms, Paragraph: 900 * ms,
			BeforeHeading: 1000 * ms, AfterHeading: 800 * ms},
		Reading: settings.Reading{Rate: 150},
		Lexicon: diagnostic.NewSource("content/_loa/phat-am.txt", "UBND = Ủy ban nhân dân\n"),
	}
}

// load makes an article of an index.md. What article itself finds must be nothing: these tests are about speaking.
func load(t testing.TB, index string) *article.Article {
	t.Helper()
	fsys := fstest.MapFS{
		"content/chu-de/cap-va-cot/index.md": {Data: []byte(topic)},
		"content/bai-viet/bai-thu/index.md":  {Data: []byte(index)},
	}
	set, found, err := article.Load(fsys, office())
	if err != nil || len(found) > 0 || len(set.Articles) != 1 {
		t.Fatalf("%s: %v %+v", index, err, found)
	}
	return set.Articles[0]
}

func compose(t testing.TB, a *article.Article) (*speech.Script, []diagnostic.Diagnostic) {
	t.Helper()
	c, found := speech.New(office())
	if len(found) > 0 {
		t.Fatalf("lexicon: %+v", found)
	}
	return c.Compose(a)
}

// TestScripts: each archive is the body of an article and what is said: role, tiếng, pause behind it, the sentence, and the written
// words that it comes from.
func TestScripts(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		script, found := compose(t, load(t, head+string(a.Files[0].Data)))
		roles := []string{"tên", "thân", "mục", "ý", "dẫn", "đính chính", "nhớ"}
		var out bytes.Buffer
		block := 0
		for _, s := range script.Sentences {
			if s.Block != block {
				out.WriteByte('\n')
				block = s.Block
			}
			written := ""
			if s.Source.Source != nil {
				written = s.Source.Source.Text[s.Source.Span.Start:s.Source.Span.End]
			}
			fmt.Fprintf(&out, "%s %d %v %s\n\t%q\n", roles[s.Role], s.Tieng, s.Pause, s.Text, written)
		}
		fmt.Fprintf(&out, "\n%d tiếng, %v\n", script.Tieng, script.Duration)
		for _, d := range found {
			line, column := d.Source.Position(d.Span.Start)
			fmt.Fprintf(&out, "%d:%d %q: %s [%s]\n", line, column, d.Source.Text[d.Span.Start:d.Span.End], d.Message, d.Check.Name)
		}
		return out.Bytes()
	})
}

func TestTextIsOneSentenceALine(t *testing.T) {
	script, _ := compose(t, load(t, head+"Câu một. Câu hai.\n\nĐoạn hai.\n"))
	want := "Thấy dây rơi, gọi một một ba.\n\nCâu một.\nCâu hai.\n\nĐoạn hai.\n\n" +
		"Xin bà con ghi nhớ: Một là, thấy dây rơi, đứng xa năm mét.\nHai là, báo Ủy ban nhân dân xã: nói rõ chỗ.\n"
	if got := string(speech.Text(script)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCorrectionIsSaidFirstAndStandsAtItsWords(t *testing.T) {
	a := load(t, strings.Replace(head, "dieu_can_nho", "dinh_chinh:\n  - {luc: 2023-04-24, noi_dung: Sai số}\n  - {luc: 2023-04-25, noi_dung: Sai ở XYZQW}\ndieu_can_nho", 1)+"Chữ.\n")
	script, found := compose(t, a)
	if got := script.Sentences[1]; got.Text != "Xin đính chính: Sai số." || got.Role != speech.Correction {
		t.Errorf("got %+v", got)
	}
	if len(found) != 1 || found[0].Source.Text[found[0].Span.Start:found[0].Span.End] != "XYZQW" {
		t.Errorf("found %+v", found)
	}
}

func TestOwnReadingBeatsTheLexicon(t *testing.T) {
	a := load(t, strings.Replace(head, "dieu_can_nho", "phat_am:\n  UBND: u bê en dê\ndieu_can_nho", 1)+"UBND xã.\n")
	script, found := compose(t, a)
	if got := script.Sentences[1].Text; got != "u bê en dê xã." || len(found) > 0 {
		t.Errorf("got %q %+v", got, found)
	}
}

// FuzzCompose: whatever Markdown an article holds, a script has no digit and no sign, every sentence and finding has its place
// inside the file, and the length is what the sentences take.
func FuzzCompose(f *testing.F) {
	for _, s := range []string{"Câu.\n\n- a\n- b;\n", "1. x\n2. y\n", "> dẫn\n>\n> hai\n", "| a | b |\n|---|---|\n| 1 | |\n", "**đậm** *nghiêng* [x](/y/) `mã`", "\\* &amp; &#39;", "a  \nb\n***\n"} {
		f.Add(s)
	}
	composer, _ := speech.New(office())
	f.Fuzz(func(t *testing.T, body string) {
		fsys := fstest.MapFS{"content/bai-viet/bai-thu/index.md": {Data: []byte(head + body)}}
		set, _, err := article.Load(fsys, office())
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range set.Articles {
			script, found := composer.Compose(a)
			for _, d := range found {
				if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(d.Source.Text) {
					t.Errorf("%q: finding at %v", body, d.Span)
				}
			}
			tieng := 0
			for _, s := range script.Sentences {
				if strings.ContainsAny(s.Text, "0123456789*_#>|[]()~/&<\n") || strings.TrimSpace(s.Text) != s.Text || s.Tieng == 0 {
					t.Errorf("%q: sentence %q", body, s.Text)
				}
				if p := s.Source; p.Source == nil || p.Span.Start > p.Span.End || p.Span.End > len(p.Source.Text) {
					t.Errorf("%q: sentence %q at %+v", body, s.Text, p.Span)
				}
				tieng += s.Tieng
			}
			if tieng != script.Tieng || script.Duration%(5*time.Second) != 0 {
				t.Errorf("%q: %d tiếng, %v", body, script.Tieng, script.Duration)
			}
		}
	})
}
