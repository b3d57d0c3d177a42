package speech

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/verbalize"
	"github.com/vinhlinh/loa/generator/viet"
)

// Kind is what was written where a sentence says something else.
type Kind int

// The kinds of readings.
const (
	Word         Kind = iota // a word that the lexicon reads in its own way
	Number                   // a number, date, hour, amount
	Phone                    // a telephone number, or another that is said digit by digit: it stays on one line
	Document                 // the number of a document: 404/STTTT-BCVT&CNTT
	Abbreviation             // UBND
	Foreign                  // a foreign word or a brand, which people read as it is written or as Voice says
)

// Reading is a stretch of a sentence that is spoken otherwise than it is written, or that an announcer may not know how to say.
type Reading struct {
	Range
	Written string
	Kind    Kind
	Voice   string // how a synthetic voice says it, and how the sheet respells it; "" when the text says it
}

// HardWord is a line of the list "Từ khó đọc".
type HardWord struct {
	Written, Spoken, Voice string
	Kind                   Kind
}

// HardWords lists what an announcer should try before going on air: numbers of documents and telephones, abbreviations, foreign words,
// each once, in the order of the script. Plain numbers are not among them.
func (s *Script) HardWords() []HardWord {
	var list []HardWord
	known := map[string]bool{}
	for i := range s.Sentences {
		sentence := &s.Sentences[i]
		for _, r := range sentence.Readings {
			if r.Kind == Number || r.Kind == Word || known[r.Written] {
				continue
			}
			known[r.Written] = true
			list = append(list, HardWord{Written: r.Written, Spoken: sentence.Text[r.Start:r.End], Voice: r.Voice, Kind: r.Kind})
		}
	}
	return list
}

// readings are the readings among the units of a sentence, whose written text is given.
func readings(text string, units []unit, written string) []Reading {
	var list []Reading
	for _, u := range units {
		said := text[u.Start:u.End]
		switch {
		case u.reading:
			from := strings.Join(strings.Fields(written[u.from:u.to]), " ")
			if kind := kindOf(from, said, u.voice); kind == Foreign || u.voice != "" || !strings.EqualFold(from, said) {
				list = append(list, Reading{Range: u.Range, Written: from, Kind: kind, Voice: u.voice})
			}
		case foreign(said):
			list = append(list, Reading{Range: u.Range, Written: said, Kind: Foreign})
		}
	}
	return list
}

var (
	documentShape = regexp.MustCompile(`\d[\p{L}\d]*/(\d{4}/)?\p{Lu}`)
	digitWords    = map[string]bool{"không": true, "một": true, "hai": true, "ba": true, "bốn": true, "năm": true, "sáu": true, "bảy": true, "tám": true,
		"chín": true, "hoặc": true, "cộng": true, "sao": true, "thăng": true}
)

// kindOf tells from what was written and what is said which kind of reading it is: verbalize gives its words without the rule.
func kindOf(written, said, voice string) Kind {
	switch {
	case documentShape.MatchString(written):
		return Document
	case strings.ContainsFunc(written, unicode.IsDigit):
		if byDigits(written, said) {
			return Phone
		}
		return Number
	case strings.ContainsFunc(written, unicode.IsLower) && strings.ContainsFunc(written, vowel):
		for word := range strings.FieldsSeq(written) {
			if foreign(word) {
				return Foreign
			}
		}
		if voice != "" {
			return Foreign
		}
		if strings.ContainsAny(written, "/.") || strings.IndexFunc(written, unicode.IsUpper) > 0 {
			return Abbreviation
		}
		return Word
	case strings.ContainsFunc(written, unicode.IsLetter):
		return Abbreviation
	}
	return Word
}

// byDigits says whether three or more digits are said one by one.
func byDigits(written, said string) bool {
	digits := 0
	for _, r := range written {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			return false
		}
	}
	for word := range strings.FieldsFuncSeq(said, func(r rune) bool { return r == ' ' || r == ',' }) {
		if !digitWords[word] {
			return false
		}
	}
	return digits >= 3
}

func vowel(r rune) bool {
	return strings.ContainsRune("aeiouy", unicode.ToLower(firstRune(viet.Fold(string(r)))))
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// foreign says whether a word is none of Vietnamese: no syllable, without marks, not a single letter, not in capitals.
func foreign(word string) bool {
	return verbalize.Syllables(word) == 1 && len(word) > 1 && !viet.IsSyllable(word) && viet.Fold(word) == strings.ToLower(word) &&
		strings.ContainsFunc(word, unicode.IsLower)
}
