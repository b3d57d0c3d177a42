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

// long is a paragraph that makes an article last half a minute.
const long = "Sáng nay trời còn mù sương, dây nằm vắt ngang đường thôn, người đi chợ về ai cũng phải dừng lại. Bà con đứng xa và báo trưởng thôn.\n"

func office() *settings.Settings {
	ms := time.Millisecond
	return &settings.Settings{
		Pauses: settings.Pauses{Breath: 180 * ms, BeforeRepeat: 1500 * ms, Comma: 250 * ms, Clause: 400 * ms, Sentence: 600 * ms, Item: 500 * ms, Paragraph: 900 * ms,
			BeforeHeading: 1000 * ms, AfterHeading: 800 * ms},
		Reading: settings.Reading{Rate: 150, Longest: 8 * time.Minute},
		Lexicon: diagnostic.NewSource("content/_loa/phat-am.txt", "UBND = Ủy ban nhân dân\nViettel = Viettel | vi ét teo\n"),
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

// TestScripts: each archive is the body of an article and what is said: when, role, tiếng, pause behind it, the sentence with breaths as
// "/" and stress between stars, the written words that it comes from, and what is read otherwise than it is written.
func TestScripts(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		script, found := compose(t, load(t, head+string(a.Files[0].Data)))
		var out bytes.Buffer
		for i, block := range script.Blocks() {
			if i > 0 {
				out.WriteByte('\n')
			}
			fmt.Fprintf(&out, "%s\n", block.At.Round(100*time.Millisecond))
			for _, s := range block.Sentences {
				written := ""
				if s.Source.Source != nil {
					written = s.Source.Source.Text[s.Source.Span.Start:s.Source.Span.End]
				}
				fmt.Fprintf(&out, "%s %d %v %s\n\t%q\n", roles[s.Role], s.Tieng, s.Pause, marked(s), written)
				for _, r := range s.Readings {
					fmt.Fprintf(&out, "\t%s: %s = %s %s\n", kinds[r.Kind], r.Written, s.Text[r.Start:r.End], r.Voice)
				}
			}
		}
		fmt.Fprintf(&out, "\n%d tiếng, %v\n", script.Tieng, script.Duration)
		for _, d := range found {
			line, column := d.Source.Position(d.Span.Start)
			fmt.Fprintf(&out, "%d:%d %q: %s [%s]\n", line, column, d.Source.Text[d.Span.Start:d.Span.End], d.Message, d.Check.Name)
		}
		return out.Bytes()
	})
}

var (
	roles = []string{"tên", "thân", "mục", "ý", "dẫn", "đính chính", "nhớ", "khẩn", "lưu ý", "căn cứ", "nhắc lại"}
	kinds = []string{"từ", "số", "số gọi", "văn bản", "viết tắt", "ngoại"}
)

// marked shows a sentence as a sheet does.
func marked(s speech.Sentence) string {
	var b strings.Builder
	for _, r := range s.Runs() {
		if r.Breath {
			b.WriteString("/ ")
		}
		words := strings.TrimRight(r.Text, " ")
		if r.Stress {
			b.WriteString("*" + words + "*")
		} else {
			b.WriteString(words)
		}
		b.WriteString(r.Text[len(words):])
	}
	return b.String()
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
	a := load(t, strings.Replace(head, "dieu_can_nho", "dinh_chinh:\n  - {luc: 2023-04-24, noi_dung: Sai số}\n  - {luc: 2023-04-25, noi_dung: Sai ở XYZQW}\ndieu_can_nho", 1)+long)
	script, found := compose(t, a)
	if got := script.Sentences[1]; got.Text != "Xin đính chính: Sai số." || got.Role != speech.Correction {
		t.Errorf("got %+v", got)
	}
	if len(found) != 1 || found[0].Source.Text[found[0].Span.Start:found[0].Span.End] != "XYZQW" {
		t.Errorf("found %+v", found)
	}
}

func TestOwnReadingBeatsTheLexicon(t *testing.T) {
	a := load(t, strings.Replace(head, "dieu_can_nho", "phat_am:\n  UBND: u bê en dê\ndieu_can_nho", 1)+"UBND xã.\n\n"+long)
	script, found := compose(t, a)
	if got := script.Sentences[1].Text; got != "u bê en dê xã." || len(found) > 0 {
		t.Errorf("got %q %+v", got, found)
	}
}
