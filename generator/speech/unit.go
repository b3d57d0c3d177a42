package speech

import (
	"strings"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// unit is what no breath may divide: a reading of verbalize, or one word that was kept as it is written.
type unit struct {
	Range          // bytes of the spoken text
	from, to  int  // bytes of the written text
	reading   bool // verbalize made the words
	voice     string
	stop      bool // a pause mark follows
	syllables int
}

// units lays the pieces of a sentence over its spoken text, which may have lost or won a mark at its end.
func units(text string, s verbalize.Sentence, written string) []unit {
	var list []unit
	at := 0
	for i, p := range s.Pieces {
		if isMark(p.Text) {
			at += len(p.Text)
			if len(list) > 0 {
				list[len(list)-1].stop = true
			}
			continue
		}
		if i > 0 {
			at++
		}
		if at+len(p.Text) > len(text) {
			break
		}
		if p.Reading {
			list = append(list, unit{Range: Range{at, at + len(p.Text)}, from: p.Start, to: p.End, reading: true, voice: p.Voice,
				syllables: verbalize.Syllables(p.Text)})
		} else {
			list = append(list, keptWords(p, at, written)...)
		}
		at += len(p.Text)
	}
	return list
}

func isMark(s string) bool { return s != "" && strings.Trim(s, ".,;:?!…") == "" }

// keptWords finds each word of a run that was kept in what was written. A word that the clean-up changed has the whole run as its place.
func keptWords(p verbalize.Piece, at int, written string) []unit {
	var list []unit
	seen := p.Start
	for word := range strings.SplitSeq(p.Text, " ") {
		u := unit{Range: Range{at, at + len(word)}, from: p.Start, to: p.End, syllables: verbalize.Syllables(word)}
		if i := strings.Index(written[seen:p.End], word); i >= 0 {
			u.from, u.to = seen+i, seen+i+len(word)
			seen = u.to
		}
		list = append(list, u)
		at += len(word) + 1
	}
	return list
}
