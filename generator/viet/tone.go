package viet

import "strings"

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

type tonedLetter struct {
	base rune
	tone Tone
}

// vowels maps every vowel letter to its letter without tone. It is read only.
var vowels = func() map[rune]tonedLetter {
	table := map[rune]tonedLetter{}
	var base rune
	n := 0
	for _, r := range toned {
		if n%6 == 0 {
			base = r
		}
		table[r] = tonedLetter{base, Tone(n % 6)}
		n++
	}
	return table
}()

// SplitTone takes the tone mark off an NFC word: "hoà" and "hòa" both give "hoa", Huyen. The marks of ă â ê ô ơ ư stay, they make
// letters of their own. A word with several tone marks, which is no syllable, loses all and gives the last one.
func SplitTone(word string) (string, Tone) {
	if isASCII(word) {
		return word, Ngang
	}
	tone := Ngang
	bare := strings.Map(func(r rune) rune {
		if v, ok := vowels[r]; ok {
			if v.tone != Ngang {
				tone = v.tone
			}
			return v.base
		}
		return r
	}, word)
	return bare, tone
}

// ToneKey gives a key that is equal for words that differ only in the vowel that carries the tone mark: "hoà" and "hòa", "thuý" and
// "thúy". Case counts. The key of a word without a tone is the word; other keys end in a digit 1–5 and are not for reading.
func ToneKey(word string) string {
	bare, tone := SplitTone(word)
	if tone == Ngang {
		return word
	}
	return bare + string(rune('0'+tone))
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
