package verbalize

// sentences collects what the rules say and divides it. Marks are held back until the next word: of marks that meet, the strongest
// is kept, and none stands at the beginning. The words of all sentences go into one text, of which sentences and pieces are parts.
type sentences struct {
	text     []byte
	pieces   []spokenPiece
	list     []spokenSentence
	findings tally

	current spokenSentence // the one that grows; open when it has a piece
	mark    spokenMark     // the mark held back; text "" when there is none
	keeping bool           // the last piece is a run of kept words and may grow
}

// spokenPiece is a piece whose words are text[from:to].
type spokenPiece struct {
	from, to   int
	start, end int // bytes of the input
	reading    bool
	voice      string
}

// spokenSentence is a sentence of the pieces from first up to last.
type spokenSentence struct {
	first, last int
	start, end  int // bytes of the input
}

// spokenMark is a pause mark. A soft one is a rule's pause, not the writer's: it falls away at the end of the sentence.
type spokenMark struct {
	text       string
	start, end int
	soft       bool
}

// reset makes room for another text. What was given out stays as it is.
func (s *sentences) reset(findings tally) {
	*s = sentences{text: s.text[:0], pieces: s.pieces[:0], list: s.list[:0], findings: findings}
}

// strength orders the pause marks. A mark that is not here is no mark.
var strength = map[string]int{",": 1, ";": 2, ":": 3, ".": 4, "…": 5, "!": 6, "?": 7}

func (s *sentences) add(said spoken, start, end int) {
	for _, f := range said.findings {
		s.findings.add(f)
	}
	switch {
	case said.kept:
		s.say(said, start, end)
	case said.text != "" && strength[said.text] > 0:
		s.hold(spokenMark{said.text, start, end, said.pause})
	case said.text != "":
		if said.pause {
			s.hold(spokenMark{",", start, start, true})
		}
		s.say(said, start, end)
		if said.pause {
			s.hold(spokenMark{",", end, end, true})
		}
		if said.mark != "" {
			s.hold(spokenMark{said.mark, end, end, false})
		}
	case said.pause:
		s.hold(spokenMark{",", start, end, true})
	}
	if said.stop {
		s.finish(end)
	}
}

// begun says whether the sentence has a word.
func (s *sentences) begun() bool { return len(s.pieces) > s.current.first }

func (s *sentences) hold(mark spokenMark) {
	if s.begun() && strength[mark.text] > strength[s.mark.text] {
		s.mark = mark
	} else if mark.text == s.mark.text {
		s.mark.soft = s.mark.soft && mark.soft
	}
	if s.begun() && !mark.soft {
		s.current.end = max(s.current.end, mark.end)
	}
}

func (s *sentences) say(said spoken, start, end int) {
	if !s.begun() {
		s.current.start = start
	} else {
		s.flush()
		s.text = append(s.text, ' ')
	}
	s.current.end = max(s.current.end, end)
	from := len(s.text)
	s.text = append(s.text, said.text...)
	if said.kept && s.keeping {
		last := &s.pieces[len(s.pieces)-1]
		last.to, last.end = len(s.text), end
		return
	}
	s.pieces = append(s.pieces, spokenPiece{from, len(s.text), start, end, !said.kept, said.voice})
	s.keeping = said.kept
}

// flush lets the mark out that was held back. An ellipsis inside a sentence is a short pause.
func (s *sentences) flush() {
	if s.mark.text == "…" {
		s.mark.text = ","
	}
	s.putMark()
}

func (s *sentences) putMark() {
	if s.mark.text == "" {
		return
	}
	from := len(s.text)
	s.text = append(s.text, s.mark.text...)
	s.pieces = append(s.pieces, spokenPiece{from: from, to: len(s.text), start: s.mark.start, end: s.mark.end})
	s.mark, s.keeping = spokenMark{}, false
}

func (s *sentences) finish(end int) {
	if s.begun() {
		if s.mark.text != "" && !s.mark.soft {
			s.putMark()
			s.current.end = max(s.current.end, end)
		}
		s.current.last = len(s.pieces)
		s.list = append(s.list, s.current)
	}
	s.current, s.mark, s.keeping = spokenSentence{first: len(s.pieces)}, spokenMark{}, false
}

// done gives the reading, which shares no memory with s.
func (s *sentences) done() Reading {
	s.finish(s.current.end)
	return Reading{Sentences: s.given(), Findings: s.findings.findings()}
}

func (s *sentences) given() []Sentence {
	if len(s.list) == 0 {
		return nil
	}
	text := string(s.text)
	pieces := make([]Piece, len(s.pieces))
	for i, p := range s.pieces {
		pieces[i] = Piece{Text: text[p.from:p.to], Start: p.start, End: p.end, Reading: p.reading, Voice: p.voice}
	}
	list := make([]Sentence, len(s.list))
	for i, one := range s.list {
		from, to := s.pieces[one.first].from, s.pieces[one.last-1].to
		list[i] = Sentence{Text: text[from:to], Start: one.start, End: one.end, Pieces: pieces[one.first:one.last:one.last]}
	}
	return list
}
