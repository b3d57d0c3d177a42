package speech

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var officeBlock = &diagnostic.Check{Name: "khoi-cong-van", Severity: diagnostic.Note, Title: "Phần đầu, phần cuối của công văn, không đọc trên loa."}

// officePaper is how far a body has come in what it copied of an official letter (SPEECH.md 2.27): head, recipients and signature are
// for the eye alone.
type officePaper struct {
	begun     bool // something was said: heads come before
	silent    bool // among the recipients, up to the next heading
	signature bool // in the signature block: the name follows
}

var (
	recipients   = regexp.MustCompile(`^(?i:nơi nhận)\s*:?\s*($|[-–•+]|(?i:như |lưu))`)
	recordNumber = regexp.MustCompile(`^(?i:số)\s*:?\s*[\d…. ]*/\s*\p{Lu}[\p{L}\d&/ -]*$`)
	dateLine     = regexp.MustCompile(`^\p{Lu}[\p{L} ]{1,30}, ngày [\d…. ]{1,12} tháng [\d…. ]{1,6} năm \d{4}$`)
	signing      = regexp.MustCompile(`^(TM|KT|TL|TUQ|Q)\. ?\p{Lu}`)
)

// withoutOffice leaves out the lines of a paragraph that belong to the frame of an official letter.
func (w *writer) withoutOffice(t written) written {
	text := t.String()
	var cuts []span
	start := 0
	for i := 0; i <= len(t.breaks); i++ {
		end := len(text)
		if i < len(t.breaks) {
			end = t.breaks[i]
		}
		line := strings.TrimSpace(text[start:end])
		if line != "" && w.office.takes(line) {
			cuts = append(cuts, span{start, end})
		}
		start = end
	}
	if len(cuts) == 0 {
		return t
	}
	p := t.place(cuts[0].start, cuts[len(cuts)-1].end)
	w.found = append(w.found, officeBlock.At(p.Source, p.Span, "phần của công văn không đọc trên loa", "Bỏ phần này khỏi bài, hoặc viết lại bằng lời."))
	return t.without(cuts)
}

// takes says whether a line belongs to the frame, and goes on.
func (o *officePaper) takes(line string) bool {
	switch folded := viet.Fold(line); {
	case o.silent:
		return true
	case recipients.MatchString(line):
		o.silent = true
		return true
	case signing.MatchString(line) && allCapitals(line):
		o.signature = true
		return true
	case o.signature && (allCapitals(line) || folded == "(da ky)" || folded == "da ky"):
		return true
	case o.signature:
		o.signature = false
		return personName(line)
	case strings.HasPrefix(folded, "cong hoa xa hoi chu nghia viet nam") && allCapitals(line), strings.ReplaceAll(folded, " ", "") == "doclap-tudo-hanhphuc":
		return true
	case !o.begun && (recordNumber.MatchString(line) || dateLine.MatchString(line)):
		return true
	}
	o.begun = true
	return false
}

func allCapitals(s string) bool { return !strings.ContainsFunc(s, unicode.IsLower) }

// personName says whether a line is two to six capitalised words and nothing else.
func personName(line string) bool {
	words := strings.Fields(line)
	for _, w := range words {
		if !viet.IsSyllable(w) || !unicode.IsUpper(firstRune(w)) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 6
}
