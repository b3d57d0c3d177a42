package speech

import (
	"strings"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

// written is a text on its way to the announcer that still knows where its bytes come from.
type written struct {
	text   *strings.Builder
	parts  []part
	whole  diagnostic.Place // for bytes that no part knows
	bold   []span           // what the writer set in bold: rising, apart
	breaks []int            // where the writer began a new line
}

// span is a stretch of a written text.
type span struct{ start, end int }

// part says that text[at:…] up to the next part comes from the bytes [start, end) of the source, one for one if both are as long;
// start < 0: words of ours, without a source.
type part struct {
	at, start, end int
}

func (t written) String() string {
	if t.text == nil {
		return ""
	}
	return t.text.String()
}

func (t written) blank() bool { return strings.TrimSpace(t.String()) == "" }

// add appends a stretch of the source as it stands there; start < 0: words of ours.
func (t *written) add(s string, start int) { t.addFrom(s, start, start+len(s)) }

// addFrom appends what a stretch of the source means, such as "&" for "&amp;".
func (t *written) addFrom(s string, start, end int) {
	if t.text == nil {
		t.text = &strings.Builder{}
	}
	if s == "" {
		return
	}
	t.parts = append(t.parts, part{t.text.Len(), start, end})
	t.text.WriteString(s)
}

// stop gives where a part ends.
func (t written) stop(i int) int {
	if i+1 < len(t.parts) {
		return t.parts[i+1].at
	}
	return t.text.Len()
}

// place gives the source of text[start:end].
func (t written) place(start, end int) diagnostic.Place {
	from, to := -1, -1
	for i, p := range t.parts {
		stop := t.stop(i)
		if p.start < 0 || stop <= start || p.at >= end {
			continue
		}
		p = p.cut(stop, start, end)
		if from < 0 {
			from = p.start
		}
		to = p.end
	}
	if from < 0 || to < from {
		return t.whole
	}
	return diagnostic.Place{Source: t.whole.Source, Span: diagnostic.Span{Start: from, End: to}}
}

// cut is the part of a part, which ends at stop, between two places of the text.
func (p part) cut(stop, start, end int) part {
	if p.start >= 0 && stop-p.at == p.end-p.start {
		p.start, p.end = p.start+max(0, start-p.at), p.start+min(end, stop)-p.at
	}
	p.at = max(p.at, start)
	return p
}

// spokenLead is text of ours in front of the writer's.
func spokenLead(s string) written {
	var t written
	t.add(s, -1)
	return t
}

// then appends another text; its source is kept.
func (t written) then(u written) written {
	base := len(t.String())
	if t.text == nil {
		t.text = &strings.Builder{}
	}
	t.text.WriteString(u.String())
	for _, p := range u.parts {
		t.parts = append(t.parts, part{base + p.at, p.start, p.end})
	}
	for _, b := range u.bold {
		t.bold = append(t.bold, span{base + b.start, base + b.end})
	}
	for _, at := range u.breaks {
		t.breaks = append(t.breaks, base+at)
	}
	t.whole = u.whole
	return t
}

// slice is the text between two places.
func (t written) slice(start, end int) written {
	out := written{text: &strings.Builder{}, whole: t.whole}
	out.text.WriteString(t.String()[start:end])
	for i, p := range t.parts {
		if stop := t.stop(i); stop > start && p.at < end {
			p = p.cut(stop, start, end)
			p.at -= start
			out.parts = append(out.parts, p)
		}
	}
	for _, b := range t.bold {
		if b.start < end && b.end > start {
			out.bold = append(out.bold, span{max(b.start, start) - start, min(b.end, end) - start})
		}
	}
	for _, at := range t.breaks {
		if at > start && at < end {
			out.breaks = append(out.breaks, at-start)
		}
	}
	return out
}

// without is the text without some stretches, which rise.
func (t written) without(cuts []span) written {
	if len(cuts) == 0 {
		return t
	}
	out := written{whole: t.whole}
	at := 0
	for _, c := range cuts {
		out = out.then(t.slice(at, c.start))
		at = c.end
	}
	return out.then(t.slice(at, len(t.String())))
}

// fromValue is the text of a front-matter value. Its bytes are known one by one when the file has them as they are, be it in quotes.
func fromValue(s string, place diagnostic.Place) written {
	t := written{text: &strings.Builder{}, whole: place}
	start := -1
	if place.Source != nil {
		if i := strings.Index(place.Source.Text[place.Span.Start:place.Span.End], s); i >= 0 {
			start = place.Span.Start + i
		}
	}
	t.add(s, start)
	return t
}

// fromBody is an empty text whose parts will be bytes of a body.
func fromBody(m article.Markdown, start, end int) written {
	return written{text: &strings.Builder{}, whole: m.Place(start, end)}
}
