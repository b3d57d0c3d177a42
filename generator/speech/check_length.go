package speech

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/verbalize"
)

var (
	longSentence = &diagnostic.Check{Name: "cau-dai", Severity: diagnostic.Warning, Title: "Câu dài quá hơi của người đọc."}
	longArticle  = &diagnostic.Check{Name: "bai-qua-dai", Severity: diagnostic.Warning, Title: "Bài đọc lâu quá, người nghe không theo hết."}
	shortArticle = &diagnostic.Check{Name: "bai-qua-ngan", Severity: diagnostic.Warning, Title: "Bài đọc chưa tới nửa phút, người nghe chưa kịp để ý."}
)

// Limits of a sentence in tiếng (SPEECH.md 6.3 and DESIGN.md 15.5).
const (
	maxBreath   = 40 // without a mark inside
	maxSentence = 60
)

// Limits of a script (DESIGN.md 15.5): the setting dai_nhat may set another upper one.
const (
	longestScript  = 8 * time.Minute
	shortestScript = 30 * time.Second
)

func (w *writer) judgeLength(s Sentence) {
	longest := 0
	for _, part := range strings.FieldsFunc(s.Text, func(r rune) bool { return strings.ContainsRune(",;:.?!…", r) }) {
		longest = max(longest, verbalize.Syllables(part))
	}
	if longest > maxBreath || s.Tieng > maxSentence {
		w.found = append(w.found, longSentence.At(s.Source.Source, s.Source.Span, fmt.Sprintf("câu này %d tiếng, người đọc không đủ hơi", s.Tieng), "Tách thành hai câu."))
	}
}

// judgeDuration holds what was said so far, all but the repetition, against the limits. Only an article that stations are asked to read
// has any: without phat_thanh it is for the eye. A draft is not done and may be short; so may be one that has lost its title or its
// body to a mistake, which was told.
func (w *writer) judgeDuration(a *article.Article) {
	length, p := lengthOf(w.script.Sentences, w.composer.rate), a.Places["title"]
	switch {
	case a.Broadcast == nil || a.Withdrawn != nil || a.Title == "" || p.Source == nil || a.Body.Empty():
	case length > w.composer.longest:
		w.found = append(w.found, longArticle.At(p.Source, p.Span, fmt.Sprintf("đọc hết bài mất %s, quá %s", minutes(length), minutes(w.composer.longest)), "Tách thành hai bài."))
	case length < shortestScript && !a.Draft:
		w.found = append(w.found, shortArticle.At(p.Source, p.Span, fmt.Sprintf("đọc hết bài chỉ mất %s", minutes(length)), "Nói thêm cho đủ: ở đâu, khi nào, bà con làm gì."))
	}
}

// minutes writes a length in words: "3 phút 10 giây".
func minutes(d time.Duration) string {
	var words []string
	if m := int(d / time.Minute); m > 0 {
		words = append(words, fmt.Sprintf("%d phút", m))
	}
	if s := int(d % time.Minute / time.Second); s > 0 || len(words) == 0 {
		words = append(words, fmt.Sprintf("%d giây", s))
	}
	return strings.Join(words, " ")
}
