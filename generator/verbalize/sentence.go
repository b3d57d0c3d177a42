package verbalize

import (
	"cmp"
	"slices"
	"strings"
)

// sentences collects what the rules say and divides it. Marks are held back until the next word: of marks that meet, the strongest
// is kept, and none stands at the beginning.
type sentences struct {
	list     []Sentence
	findings []Finding

	pieces     []Piece
	start, end int
	mark       Piece           // the mark held back; Text "" when there is none
	kept       strings.Builder // the text of the last piece while it is a run of kept words
	soft       bool            // the mark is a rule's pause, not the writer's: it falls away at the end of the sentence
}

func newSentences(findings []Finding) *sentences { return &sentences{findings: findings} }

// strength orders the pause marks. A mark that is not here is no mark.
var strength = map[string]int{",": 1, ";": 2, ":": 3, ".": 4, "…": 5, "!": 6, "?": 7}

func (s *sentences) add(said spoken, start, end int) {
	s.findings = append(s.findings, said.findings...)
	switch {
	case strength[said.text] > 0:
		s.hold(said.text, start, end, said.pause)
	case said.text != "":
		if said.pause {
			s.hold(",", start, start, true)
		}
		s.say(Piece{Text: said.text, Start: start, End: end, Reading: !said.kept, Voice: said.voice})
		if said.pause {
			s.hold(",", end, end, true)
		}
		if said.mark != "" {
			s.hold(said.mark, end, end, false)
		}
	case said.pause:
		s.hold(",", start, end, true)
	}
	if said.stop {
		s.finish(end)
	}
}

func (s *sentences) hold(mark string, start, end int, soft bool) {
	if len(s.pieces) > 0 && strength[mark] > strength[s.mark.Text] {
		s.mark, s.soft = Piece{Text: mark, Start: start, End: end}, soft
	} else if mark == s.mark.Text {
		s.soft = s.soft && soft
	}
	if len(s.pieces) > 0 && !soft {
		s.end = max(s.end, end)
	}
}

func (s *sentences) say(p Piece) {
	if len(s.pieces) == 0 {
		s.start = p.Start
	}
	s.flush()
	s.end = max(s.end, p.End)
	if p.Reading {
		s.closeKept()
		s.pieces = append(s.pieces, p)
		return
	}
	if s.kept.Len() > 0 {
		s.kept.WriteByte(' ')
		s.pieces[len(s.pieces)-1].End = p.End
	} else {
		s.pieces = append(s.pieces, p)
	}
	s.kept.WriteString(p.Text)
}

// closeKept ends a run of kept words, which are one piece.
func (s *sentences) closeKept() {
	if s.kept.Len() > 0 {
		s.pieces[len(s.pieces)-1].Text = s.kept.String()
		s.kept.Reset()
	}
}

// flush lets the mark out that was held back. An ellipsis inside a sentence is a short pause.
func (s *sentences) flush() {
	if s.mark.Text == "" {
		return
	}
	if s.mark.Text == "…" {
		s.mark.Text = ","
	}
	s.closeKept()
	s.pieces = append(s.pieces, s.mark)
	s.mark, s.soft = Piece{}, false
}

func (s *sentences) finish(end int) {
	if len(s.pieces) == 0 {
		s.mark = Piece{}
		return
	}
	s.closeKept()
	if s.mark.Text != "" && !s.soft {
		s.pieces = append(s.pieces, s.mark)
		s.end = max(s.end, end)
	}
	var text strings.Builder
	for i, p := range s.pieces {
		if i > 0 && strength[p.Text] == 0 {
			text.WriteByte(' ')
		}
		text.WriteString(p.Text)
	}
	s.list = append(s.list, Sentence{Text: text.String(), Start: s.start, End: s.end, Pieces: s.pieces})
	s.pieces, s.mark, s.soft, s.start, s.end = nil, Piece{}, false, 0, 0
}

func (s *sentences) done() Reading {
	s.finish(s.end)
	slices.SortStableFunc(s.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Check.Name, b.Check.Name), cmp.Compare(a.Message, b.Message))
	})
	s.findings = slices.CompactFunc(s.findings, func(a, b Finding) bool {
		return a.Start == b.Start && a.End == b.End && a.Check == b.Check && a.Message == b.Message
	})
	return Reading{Sentences: s.list, Findings: s.findings}
}
