package speech_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// FuzzCompose: whatever Markdown an article holds, a script has no digit and no sign, every sentence and finding has its place
// inside the file, marks stand at the borders of words and outside of readings, and the length is what the sentences take.
func FuzzCompose(f *testing.F) {
	for _, s := range []string{"Câu.\n\n- a\n- b;\n", "1. x\n2. y\n", "> dẫn\n>\n> hai\n> — Luật\n", "| a | b |\n|---|---|\n| 1 | |\n", "**đậm** *nghiêng* [x](/y/) `mã`",
		"\\* &amp; &#39;", "a  \nb\n***\n", "*", "~~gạch~~ [^1]\n\n[^1]: Lời.\n", "- [ ] ô\n- [x] **ô**\n  1. con\n", "> [!NOTE]\n> Lời\n", "Nơi nhận:\n- Như trên;\n\n## Mục\nChữ",
		"TM. ỦY BAN\nCHỦ TỊCH\nNguyễn Văn A\n", "**gọi **0912** 345 678** và *404/STTTT-BCVT*", "bà con " + strings.Repeat("và không ai biết dây nào có điện ", 12), "**a\u200bb** \u0301 UBND"} {
		f.Add(s)
	}
	office := office()
	office.Reading.Repeat, office.Reading.Legal = "toan-bai", true
	composer, _ := speech.New(office)
	f.Fuzz(func(t *testing.T, body string) {
		fsys := fstest.MapFS{"content/bai-viet/bai-thu/index.md": {Data: []byte(head + body)}}
		set, _, err := article.Load(fsys, office)
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
			judgeScript(t, body, script, office.Pauses)
		}
	})
}

// judgeScript holds a script to what SPEECH.md section 9 promises of it.
func judgeScript(t *testing.T, body string, script *speech.Script, pauses settings.Pauses) {
	t.Helper()
	tieng, at := 0, time.Duration(0)
	for i, s := range script.Sentences {
		if strings.ContainsAny(s.Text, "0123456789*_#>|[]()~/&<\n") || strings.TrimSpace(s.Text) != s.Text || s.Tieng == 0 {
			t.Errorf("%q: sentence %q", body, s.Text)
		}
		if p := s.Source; p.Source == nil || p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(p.Source.Text) {
			t.Errorf("%q: sentence %q at %+v", body, s.Text, p.Span)
		}
		if s.At != at {
			t.Errorf("%q: sentence %d at %v, want %v", body, i, s.At, at)
		}
		at += time.Duration(s.Tieng)*(400-73)*time.Millisecond + s.Inner + s.Pause
		tieng += s.Tieng
		judgeRanges(t, s)
	}
	if n := len(script.Sentences); n > 0 && script.Sentences[n-1].Pause != 0 {
		t.Errorf("%q: a pause behind the end", body)
	}
	if tieng != script.Tieng || script.Duration < at || script.Duration >= at+5*time.Second || script.Duration%(5*time.Second) != 0 {
		t.Errorf("%q: %d tiếng, %v; the sentences take %v", body, script.Tieng, script.Duration, at)
	}
	joined, last := "", -1
	for _, b := range script.Blocks() {
		for _, s := range b.Sentences {
			joined += s.Text + "\n"
		}
		if b.Sentences[0].Block != last+1 || b.At != b.Sentences[0].At {
			t.Errorf("%q: block %d after %d", body, b.Sentences[0].Block, last)
		}
		last = b.Sentences[0].Block
		joined += "\n"
	}
	if text := string(speech.Text(script)); text != strings.TrimSuffix(joined, "\n") {
		t.Errorf("%q: text\n%s\nblocks\n%s", body, text, joined)
	}
}

// judgeRanges: stress, breaths and readings lie at the borders of words, in order; no breath is inside a reading or behind a mark; the
// runs are the text.
func judgeRanges(t *testing.T, s speech.Sentence) {
	t.Helper()
	border := func(at int) bool {
		return at == 0 || at == len(s.Text) || s.Text[at-1] == ' ' || strings.ContainsRune(" .,;:?!", rune(s.Text[at])) || strings.HasPrefix(s.Text[at:], "…")
	}
	end := 0
	for _, r := range s.Stress {
		if r.Start < end || r.Start >= r.End || r.End > len(s.Text) || !border(r.Start) || !border(r.End) {
			t.Errorf("%q: stress %v", s.Text, s.Stress)
		}
		end = r.End
	}
	end = 0
	for _, r := range s.Readings {
		if r.Start < end || r.Start >= r.End || r.End > len(s.Text) || !border(r.Start) || !border(r.End) || r.Written == "" {
			t.Errorf("%q: reading %+v", s.Text, r)
		}
		end = r.End
	}
	before := 0
	for _, at := range s.Breaths {
		if at <= before || at >= len(s.Text) || s.Text[at-1] != ' ' || strings.ContainsAny(s.Text[at-2:at-1], ".,;:?!") {
			t.Errorf("%q: breath at %d", s.Text, at)
		}
		before = at
		for _, r := range s.Readings {
			if r.Start < at && at < r.End {
				t.Errorf("%q: breath inside %q", s.Text, r.Written)
			}
		}
	}
	var joined strings.Builder
	for _, r := range s.Runs() {
		joined.WriteString(r.Text)
	}
	if joined.String() != s.Text {
		t.Errorf("%q: runs %q", s.Text, joined.String())
	}
}
