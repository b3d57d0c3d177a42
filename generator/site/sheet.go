package site

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/speech"
)

// SheetBlock is a paragraph, a heading or a list of a script sheet: it stays on one sheet of paper unless it is long.
type SheetBlock struct {
	At    string // "0:41" since the beginning
	Kind  string // "ten", "muc", "dinh-chinh", "khan" or "": how it looks
	Label string // "Khẩn", "Đính chính" or ""
	Hold  bool   // no sheet ends behind it: it leads into the next block
	Cut   string // text size from which it may be cut between sentences: "vua", "lon", "rat-lon", ""
	Lines [][]SheetSentence
}

// SheetSentence is one sentence, cut where something changes.
type SheetSentence struct {
	Pieces []SheetPiece
	Stop   bool // another sentence follows in its line
}

// SheetPiece is a stretch of a sentence.
type SheetPiece struct {
	Breath  bool   // the announcer may take breath before it
	Text    string // as it is said; the blanks of the sentence are in it
	Stress  bool
	Groups  []string // Text of a number that is said digit by digit, in groups inside of which no line ends; nil for all else
	OneLine bool     // nor between its groups, at the ordinary size
	Tail    string   // marks that follow at once
	Note    string   // how it is written in the article; "" when that needs no mention
}

// Characters from which a block may be cut: half a sheet of paper at the ordinary size of text, 13 lines of 54 characters; a third at
// the larger ones, 7 lines of 45 and 6 of 38, where whole blocks would leave much of the paper white.
const (
	longBlock      = 700
	longBlockLarge = 315
	longBlockGreat = 230
)

// longestNumber is the characters of a number that surely stand on one line at the ordinary size.
const longestNumber = 46

// sheetBlocks are the words of a script as the sheet prints them.
func sheetBlocks(s *speech.Script) []SheetBlock {
	var blocks []SheetBlock
	seen := map[string]bool{}
	for _, b := range s.Blocks() {
		block := SheetBlock{At: elapsed(b.At.Truncate(time.Second))}
		switch b.Role {
		case speech.Title:
			block.Kind, block.Hold = "ten", true
		case speech.Heading:
			block.Kind, block.Hold = "muc", true
		case speech.Urgent:
			block.Kind, block.Label, block.Hold = "khan", "Khẩn", true
		case speech.Correction:
			block.Kind, block.Label = "dinh-chinh", "Đính chính"
		}
		characters := 0
		for i := range b.Sentences {
			sentence := &b.Sentences[i]
			characters += utf8.RuneCountInString(sentence.Text)
			line := len(block.Lines) - 1
			if sentence.Line || line < 0 {
				block.Lines = append(block.Lines, nil)
				line++
			} else {
				block.Lines[line][len(block.Lines[line])-1].Stop = true
			}
			block.Lines[line] = append(block.Lines[line], SheetSentence{Pieces: sheetPieces(sentence, seen)})
		}
		for _, line := range block.Lines {
			gatherNotes(line)
		}
		switch {
		case characters > longBlock:
			block.Cut = "vua"
		case characters > longBlockLarge:
			block.Cut = "lon"
		case characters > longBlockGreat:
			block.Cut = "rat-lon"
		}
		block.Hold = block.Hold || strings.HasSuffix(b.Sentences[len(b.Sentences)-1].Text, ":")
		blocks = append(blocks, block)
	}
	return blocks
}

// sheetPieces cuts a sentence. seen are the words whose written form the sheet has shown; numbers show theirs each time.
func sheetPieces(s *speech.Sentence, seen map[string]bool) []SheetPiece {
	var pieces []SheetPiece
	for _, run := range s.Runs() {
		p := SheetPiece{Breath: run.Breath, Text: run.Text, Stress: run.Stress}
		if r := run.Reading; r != nil {
			p.read(r, seen)
		}
		if n := len(pieces); n > 0 {
			last := &pieces[n-1]
			if p.Breath {
				last.Text = strings.TrimRight(last.Text, " ") // the mark brings its own blank
			}
			if last.Note != "" {
				rest := strings.TrimLeft(p.Text, ".,;:?!…")
				last.Tail, p.Text = p.Text[:len(p.Text)-len(rest)], rest
			}
		}
		if p.Text != "" {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// near is how many characters apart notes still stand on one line of paper: they share its margin.
const near = 40

// gatherNotes puts the notes of a line that are near each other to the last of them: "113, 114".
func gatherNotes(line []SheetSentence) {
	var last *SheetPiece
	distance := 0 // since the first that was gathered
	for i := range line {
		for j := range line[i].Pieces {
			p := &line[i].Pieces[j]
			distance += utf8.RuneCountInString(p.Text)
			switch {
			case p.Note == "":
				continue
			case last != nil && distance < near:
				p.Note, last.Note = last.Note+", "+p.Note, ""
			default:
				distance = 0
			}
			last = p
		}
	}
}

// label is the number of a heading or an item, which is read as it is seen.
var label = regexp.MustCompile(`^\d{1,2}[.)]$`)

// parts lets a long number of a document end a line where it has parts.
var parts = strings.NewReplacer("/", "/\u200b", "-", "-\u200b", "&", "&\u200b")

// groupsOf are the groups of a number, each with its comma.
func groupsOf(said string) []string {
	groups := strings.SplitAfter(said, ", ")
	for i := range groups {
		groups[i] = strings.TrimRight(groups[i], " ")
	}
	return groups
}

// read prints a reading: what is said, and beside it what is written where the announcer should know.
func (p *SheetPiece) read(r *speech.Reading, seen map[string]bool) {
	if r.Voice != "" {
		p.Text = r.Voice
		if r.Start == 0 {
			p.Text = capital(p.Text)
		}
	}
	switch r.Kind {
	case speech.Phone:
		p.Note, p.OneLine = r.Written, utf8.RuneCountInString(p.Text) <= longestNumber
		p.Groups = groupsOf(p.Text)
	case speech.Document:
		p.Note = parts.Replace(r.Written)
	case speech.Number:
		if !label.MatchString(r.Written) {
			p.Note = r.Written
		}
	case speech.Word, speech.Abbreviation, speech.Foreign:
		respelled := r.Kind == speech.Foreign || r.Voice != ""
		if respelled && p.Text != r.Written && !seen[r.Written] {
			p.Note = r.Written
		}
		seen[r.Written] = true
	}
}
