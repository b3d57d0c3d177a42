package speech

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var idleOverride = &diagnostic.Check{Name: "phat-am-thua", Severity: diagnostic.Warning, Title: "Cách đọc riêng của bài cho chữ không có trong bài."}

// judgeOverrides tells of readings of the article's own whose written form is nowhere in what was said.
func (w *writer) judgeOverrides(a *article.Article) {
	if a.Pronounce == nil {
		return
	}
	var said strings.Builder
	for _, text := range w.texts {
		said.WriteString("\n" + comparable(text))
	}
	all := said.String()
	for i, line := range a.Pronounce.Lines {
		written, _, ok := strings.Cut(line, " = ")
		if ok && !holds(all, comparable(written)) {
			p := a.Pronounce.Place[i]
			w.found = append(w.found, idleOverride.At(p.Source, p.Span, fmt.Sprintf("“%s” trong phat_am không có trong bài", written), "Bỏ dòng này."))
		}
	}
}

// comparable brings words to the form in which the lexicon compares: NFC, exact case, tone mark moved, single blanks.
func comparable(s string) string {
	var b strings.Builder
	s = strings.Join(strings.Fields(viet.NFC(s)), " ")
	for s != "" {
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(s)
		}
		b.WriteString(viet.ToneKey(s[:end]))
		next := strings.IndexFunc(s[end:], unicode.IsLetter)
		if next < 0 {
			next = len(s) - end
		}
		b.WriteString(s[end : end+next])
		s = s[end+next:]
	}
	return b.String()
}

// holds says whether a text holds some words that do not go on as words on either side.
func holds(text, words string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || words == "" {
			return false
		}
		start, end := at+i, at+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		if !(letter(before) && letter(first)) && !(letter(after) && letter(last)) {
			return true
		}
		at = start + 1
	}
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
