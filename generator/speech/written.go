package speech

import (
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

type pause = time.Duration

// written is a text on its way to the announcer that still knows where its bytes come from.
type written struct {
	text  *strings.Builder
	parts []part
	whole diagnostic.Place // for bytes that no part knows
}

// part says that text[at:…] up to the next part comes from the bytes [start, end) of the source, one for one if both are as long;
// start < 0: words of ours, without a source.
type part struct {
	at, start, end int
}

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

// place gives the source of text[start:end].
func (t written) place(start, end int) diagnostic.Place {
	from, to := -1, -1
	for i, p := range t.parts {
		stop := t.text.Len()
		if i+1 < len(t.parts) {
			stop = t.parts[i+1].at
		}
		if p.start < 0 || stop <= start || p.at >= end {
			continue
		}
		first, last := p.start, p.end
		if stop-p.at == p.end-p.start {
			first, last = p.start+max(0, start-p.at), p.start+min(end, stop)-p.at
		}
		if from < 0 {
			from = first
		}
		to = last
	}
	if from < 0 || to < from {
		return t.whole
	}
	return diagnostic.Place{Source: t.whole.Source, Span: diagnostic.Span{Start: from, End: to}}
}

// spokenLead is text of ours in front of the writer's.
func spokenLead(s string) written {
	var t written
	t.add(s, -1)
	return t
}

// then appends another text; its source is kept.
func (t written) then(u written) written {
	base := t.text.Len()
	t.text.WriteString(u.text.String())
	for _, p := range u.parts {
		t.parts = append(t.parts, part{base + p.at, p.start, p.end})
	}
	t.whole = u.whole
	return t
}

// fromValue is the text of a front-matter value. Its bytes are known one by one when the file has them as they are, be it in quotes.
func fromValue(s string, place diagnostic.Place) written {
	t := written{whole: place}
	start := -1
	if place.Source != nil {
		if i := strings.Index(place.Source.Text[place.Span.Start:place.Span.End], s); i >= 0 {
			start = place.Span.Start + i
		}
	}
	t.add(s, start)
	if t.text == nil {
		t.text = &strings.Builder{}
	}
	return t
}

// fromBody is an empty text whose parts will be bytes of a body.
func fromBody(m article.Markdown, start, end int) written {
	return written{text: &strings.Builder{}, whole: m.Place(start, end)}
}
