package viet

import (
	"strings"
	"unicode/utf8"
)

// Tone is one of the six tones (thanh) of a syllable.
type Tone uint8

// The six tones in the order of the schoolbook.
const (
	Ngang Tone = iota
	Huyen
	Sac
	Hoi
	Nga
	Nang
)

// toned lists each vowel letter with its six tones, in the order of the constants above.
const toned = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ" +
	"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ"

// vowelKinds is the number of rows of one case.
const vowelKinds = 12

// tonedLetters are the letters of toned, a row for each vowel, those of lower case first. It is read only.
var tonedLetters = func() (rows [2 * vowelKinds][6]rune) {
	n := 0
	for _, r := range toned {
		rows[n/6][n%6] = r
		n++
	}
	return rows
}()

// vowel is a vowel letter by its place in tonedLetters. The zero value is no vowel.
type vowel struct {
	row  uint8 // counted from 1
	tone Tone
}

// vowels finds a vowel letter by its code point. It is read only.
var vowels = func() (table ['ỹ' + 1]vowel) {
	for row := range tonedLetters {
		for tone, r := range tonedLetters[row] {
			table[r] = vowel{uint8(row + 1), Tone(tone)}
		}
	}
	return table
}()

func vowelOf(r rune) vowel {
	if r < 0 || int(r) >= len(vowels) {
		return vowel{}
	}
	return vowels[r]
}

// with gives the letter with a tone.
func (v vowel) with(t Tone) rune { return tonedLetters[v.row-1][t] }

// SplitTone takes the tone mark off an NFC word: "hoà" and "hòa" both give "hoa", Huyen. The marks of ă â ê ô ơ ư stay, they make
// letters of their own. A word with several tone marks, which is no syllable, loses all and gives the last one.
func SplitTone(word string) (string, Tone) {
	if isASCII(word) {
		return word, Ngang
	}
	tone := Ngang
	bare := strings.Map(func(r rune) rune {
		v := vowelOf(r)
		if v.tone == Ngang {
			return r
		}
		tone = v.tone
		return v.with(Ngang)
	}, word)
	return bare, tone
}

// ToneKey gives a key that is equal for NFC words that differ only in the vowel that carries the tone mark: "hoà" and "hòa", "thuý"
// and "thúy". Case counts. The key is the word with its mark where the old school puts it (hòa), so most words are their own key; of
// several marks the last one counts. Keys are for comparing, not for reading.
func ToneKey(word string) string {
	if isASCII(word) {
		return word
	}
	s, whole := takeApart(word)
	switch {
	case !whole: // no syllable is as long: any place will do that the letters alone decide
		bare, tone := SplitTone(word)
		if tone == Ngang {
			return word
		}
		return moveMark(bare, strings.IndexFunc(bare, isVowel), tone)
	case s.marks == 0:
		return word
	}
	place := s.markPlace(s.nucleus())
	if s.marks == 1 && s.marked == place {
		return word
	}
	bare, tone := SplitTone(word)
	at := 0
	for range place {
		_, size := utf8.DecodeRuneInString(bare[at:])
		at += size
	}
	return moveMark(bare, at, tone)
}

// moveMark puts a tone on the vowel letter that begins at byte at of a word without tone.
func moveMark(bare string, at int, tone Tone) string {
	var b strings.Builder
	for i, r := range bare {
		if i == at {
			r = vowelOf(r).with(tone)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isVowel(r rune) bool { return vowelOf(r).row > 0 }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
