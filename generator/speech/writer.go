package speech

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/verbalize"
)

// writer gathers the sentences of one script.
type writer struct {
	composer *Composer
	reader   *verbalize.Reader
	script   *Script
	block    int
	lists    int // open lists: their items are one block
	office   officePaper
	found    []diagnostic.Diagnostic
	texts    []string // everything that was said, as it is written
}

// open begins a block of several texts, such as a list; shut ends it.
func (w *writer) open() { w.lists++ }

func (w *writer) shut() {
	w.lists--
	w.closeBlock()
}

// closeBlock makes what comes next a block of its own, if this one says anything.
func (w *writer) closeBlock() {
	if n := len(w.script.Sentences); w.lists == 0 && n > 0 && w.script.Sentences[n-1].Block == w.block {
		w.block++
	}
}

// say adds a block: the sentences of one written text. after is the pause behind its last sentence.
func (w *writer) say(t written, role Role, after time.Duration) {
	text := t.String()
	if t.blank() {
		return
	}
	w.texts = append(w.texts, text)
	w.judgeSeen(t)
	reading := w.reader.Read(text)
	for _, f := range reading.Findings {
		p := t.place(f.Start, f.End)
		w.found = append(w.found, f.Check.At(p.Source, p.Span, f.Message, f.Hints...))
	}
	before := len(w.script.Sentences)
	for i, s := range reading.Sentences {
		if sentence := w.sentence(t, s, role, i == len(reading.Sentences)-1); sentence.Tieng > 0 {
			w.judgeLength(sentence)
			sentence.Line = len(w.script.Sentences) == before
			w.script.Sentences = append(w.script.Sentences, sentence)
		}
	}
	n := len(w.script.Sentences)
	if n == before {
		return
	}
	w.script.Sentences[n-1].Pause = after
	w.closeBlock()
}

// sentence is one sentence with everything that an announcer, a sheet or a voice asks of it.
func (w *writer) sentence(t written, s verbalize.Sentence, role Role, last bool) Sentence {
	text, pauses := t.String(), w.composer.pauses
	out := Sentence{Text: capitalised(closed(s.Text, role, last), text[s.Start:]), Written: strings.Join(strings.Fields(text[s.Start:s.End]), " "),
		Source: t.place(s.Start, s.End), Block: w.block, Role: role, Pause: pauses.Sentence}
	if strings.HasSuffix(out.Text, ":") || strings.HasSuffix(out.Text, ";") {
		out.Pause = pauses.Clause
	}
	units := units(out.Text, s, text)
	out.Tieng = verbalize.Syllables(out.Text)
	out.Stress = stressed(units, t.bold)
	out.Breaths = breaths(out.Text, units)
	out.Readings = readings(out.Text, units, text)
	out.Inner = inner(out.Text, len(out.Breaths), pauses)
	return out
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

// capitalised gives a sentence that was written with a figure at its head the capital that its first word then lacks: "1. Công an" is
// "Một. Công an" (SPEECH.md 6.2).
func capitalised(text, written string) string {
	if head := strings.TrimSpace(written); text == "" || head == "" || head[0] < '0' || head[0] > '9' {
		return text
	}
	first := firstRune(text)
	if big := string(unicode.ToUpper(first)); len(big) == utf8.RuneLen(first) { // places are bytes: they must not move
		return big + text[len(big):]
	}
	return text
}

// pauseAtLeast draws the pause out behind what was said last.
func (w *writer) pauseAtLeast(p time.Duration) {
	if n := len(w.script.Sentences); n > 0 {
		w.script.Sentences[n-1].Pause = max(p, w.script.Sentences[n-1].Pause)
	}
}

// repeat says again what stands between two sentences, as it was said.
func (w *writer) repeat(from, to int) {
	for i := from; i < to; i++ {
		s := w.script.Sentences[i]
		if i > from && s.Block != w.script.Sentences[i-1].Block {
			w.block++
		}
		s.Block = w.block
		w.script.Sentences = append(w.script.Sentences, s)
	}
	w.closeBlock()
}

func (w *writer) finish() {
	if n := len(w.script.Sentences); n > 0 {
		w.script.Sentences[n-1].Pause = 0 // what follows the article is the programme's
	}
	for i := range w.script.Sentences {
		w.script.Tieng += w.script.Sentences[i].Tieng
	}
	w.script.elapse()
}
