// Package speech turns an article into what an announcer says: a [Script] of spoken sentences with pauses and source places.
//
// The tree of the body is walked once, block by block; each block's text goes through verbalize; the text script, the sheet, the
// length, the programme and the feeds come from the one Script. A script has no station, date or greeting: those are lines of the
// programme. Start with [New] and [Composer.Compose]. SPEECH.md section 6 holds the rules.
package speech

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/verbalize"
)

// Composer makes scripts by one office's settings: its region, its lexicon, its pauses. It is immutable and safe for concurrent use.
type Composer struct {
	region  verbalize.Region
	lexicon *verbalize.Lexicon
	pauses  settings.Pauses
	rate    int
}

// New reads the lexicon of the settings; its mistakes are the findings.
func New(s *settings.Settings) (*Composer, []diagnostic.Diagnostic) {
	c := &Composer{region: verbalize.Region(regionOf(s.Reading)), pauses: s.Pauses, rate: cmp.Or(s.Reading.Rate, defaultRate)}
	var found []diagnostic.Diagnostic
	if s.Lexicon != nil {
		c.lexicon, found = verbalize.ParseLexicon(s.Lexicon)
	}
	return c, found
}

func regionOf(r settings.Reading) verbalize.Region {
	return verbalize.Region{Odd: r.Odd, Thousand: r.Thousand, FirstDay: r.FirstDay, Numbers: r.Numbers, Letters: r.Letters, Minutes: r.Minutes}
}

// Compose makes the script of an article: its title, its corrections, its body, and what to remember.
//
// Everything that cannot be spoken for certain is a finding at its place in the article; the script holds the least bad reading. Whether
// an article is still to be read is not asked: that depends on the day. Pure: equal article, equal script.
func (c *Composer) Compose(a *article.Article) (*Script, []diagnostic.Diagnostic) {
	w := &writer{composer: c, script: &Script{Article: a.ID}}
	var own *verbalize.Lexicon
	if a.Pronounce != nil {
		var found []diagnostic.Diagnostic
		own, found = verbalize.ParseEntries(a.Pronounce.Lines, a.Pronounce.Place)
		w.found = append(w.found, found...)
	}
	w.reader = verbalize.NewReader(c.region, own, c.lexicon)
	w.say(fromValue(a.Title, a.Places["title"]), Title, c.pauses.AfterHeading)
	for i, correction := range a.Corrections {
		w.say(spokenLead("Xin đính chính: ").then(fromValue(correction.Text, a.Places[fmt.Sprintf("dinh_chinh.%d.noi_dung", i)])), Correction, c.pauses.Paragraph)
	}
	w.body(a.Body)
	w.open()
	for i, line := range a.Remember {
		lead := ordinal(i+1) + ", "
		if i == 0 {
			lead = "Xin bà con ghi nhớ: " + lead
		}
		w.say(spokenLead(lead).then(lowered(fromValue(line, a.Places["dieu_can_nho."+strconv.Itoa(i)]))), Remember, c.pauses.Item)
	}
	w.shut()
	w.finish()
	return w.script, w.found
}

// writer gathers the sentences of one script.
type writer struct {
	composer *Composer
	reader   *verbalize.Reader
	script   *Script
	block    int
	lists    int // open lists: their items are one block
	found    []diagnostic.Diagnostic
}

// open begins a block of several texts, such as a list; shut ends it.
func (w *writer) open() { w.lists++ }

func (w *writer) shut() {
	if w.lists--; w.lists == 0 {
		w.block++
	}
}

// say adds a block: the sentences of one written text. after is the pause behind its last sentence.
func (w *writer) say(t written, role Role, after pause) {
	text := t.text.String()
	if strings.TrimSpace(text) == "" {
		return
	}
	reading := w.reader.Read(text)
	for _, f := range reading.Findings {
		p := t.place(f.Start, f.End)
		w.found = append(w.found, f.Check.At(p.Source, p.Span, f.Message, f.Hints...))
	}
	if len(reading.Sentences) == 0 {
		return
	}
	for i, s := range reading.Sentences {
		sentence := Sentence{Text: closed(s.Text, role, i == len(reading.Sentences)-1), Source: t.place(s.Start, s.End), Block: w.block, Role: role}
		sentence.Tieng = verbalize.Syllables(sentence.Text)
		if sentence.Tieng == 0 {
			continue
		}
		if sentence.Pause = w.composer.pauses.Sentence; strings.HasSuffix(sentence.Text, ":") || strings.HasSuffix(sentence.Text, ";") {
			sentence.Pause = w.composer.pauses.Clause
		}
		w.judgeLength(sentence)
		w.script.Sentences = append(w.script.Sentences, sentence)
	}
	w.pauseAfter(after)
	if w.lists == 0 {
		w.block++
	}
}

// closed gives a sentence the mark at its end that a voice needs. A list item's semicolon is the end of a sentence on air.
func closed(text string, role Role, last bool) string {
	text = strings.TrimRight(text, " ,")
	if last && (role == ListItem || role == Remember) {
		text = strings.TrimRight(text, "; ")
	}
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!:;") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

var longSentence = &diagnostic.Check{Name: "cau-dai", Severity: diagnostic.Warning, Title: "Câu dài quá hơi của người đọc."}

// Limits of a sentence in tiếng (SPEECH.md 6.3 and DESIGN.md 15.5).
const (
	maxBreath   = 40 // without a mark inside
	maxSentence = 60
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

func (w *writer) pauseAfter(p pause) {
	if n := len(w.script.Sentences); n > 0 {
		w.script.Sentences[n-1].Pause = max(p, w.script.Sentences[n-1].Pause)
	}
}

func (w *writer) finish() {
	if n := len(w.script.Sentences); n > 0 {
		w.script.Sentences[n-1].Pause = 0 // what follows the article is the programme's
	}
	for _, s := range w.script.Sentences {
		w.script.Tieng += s.Tieng
	}
	w.script.Duration = length(w.script.Sentences, w.composer.pauses, w.composer.rate)
}

// Checks are all checks of this package, by name.
func Checks() []*diagnostic.Check { return []*diagnostic.Check{hardTable, longSentence} }
