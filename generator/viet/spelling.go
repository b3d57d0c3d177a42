package viet

// maxLetters is more than any syllable has: "nghiêng" has seven.
const maxLetters = 16

// The letters outside ASCII of a spelling. The first five carry a tone mark themselves wherever they stand.
const (
	aBreve byte = iota + 1
	aCircumflex
	eCircumflex
	oCircumflex
	oHorn
	uHorn
	dStroke
)

// vowelLetters are the vowels in the order of tonedLetters.
var vowelLetters = [vowelKinds]byte{'a', aBreve, aCircumflex, 'e', eCircumflex, 'i', 'o', oCircumflex, oHorn, 'u', uHorn, 'y'}

// spelling is a word taken apart into small letters and tone marks. A letter is one byte: ASCII as it is, the others by the constants
// above, 0 for what is no letter of Vietnamese or ASCII.
type spelling struct {
	letters [maxLetters]byte
	n       int  // number of letters
	marks   int  // number of tone marks
	marked  int  // the letter with the last one
	tone    Tone // of the last one
}

// takeApart spells an NFC word of any case. The bool is false for a word of more than maxLetters signs.
func takeApart(word string) (s spelling, whole bool) {
	for _, r := range word {
		if s.n == maxLetters {
			return s, false
		}
		if v := vowelOf(r); v.tone != Ngang {
			s.marks, s.marked, s.tone = s.marks+1, s.n, v.tone
		}
		s.letters[s.n] = letterOf(r)
		s.n++
	}
	return s, true
}

func letterOf(r rune) byte {
	if v := vowelOf(r); v.row > 0 {
		return vowelLetters[(v.row-1)%vowelKinds]
	}
	switch {
	case r >= 'a' && r <= 'z':
		return byte(r)
	case r >= 'A' && r <= 'Z':
		return byte(r) + 'a' - 'A'
	case r == 'đ' || r == 'Đ':
		return dStroke
	}
	return 0
}

func isVowelLetter(letter byte) bool {
	switch letter {
	case 'a', aBreve, aCircumflex, 'e', eCircumflex, 'i', 'o', oCircumflex, oHorn, 'u', uHorn, 'y':
		return true
	}
	return false
}

// nucleus gives the vowels that could carry the tone mark, without the u of qu and the i of gi.
func (s *spelling) nucleus() (first, last int) {
	for first < s.n && !isVowelLetter(s.letters[first]) {
		first++
	}
	if glide := [2]byte(s.letters[:2]); (glide == [2]byte{'q', 'u'} || glide == [2]byte{'g', 'i'}) && isVowelLetter(s.letters[2]) {
		first = 2
	}
	return first, s.vowelsEnd(first)
}

func (s *spelling) vowelsEnd(first int) int {
	for first < s.n && isVowelLetter(s.letters[first]) {
		first++
	}
	return first
}

// markPlace is the letter on which the old school puts the tone mark of the vowels from first up to last: ă â ê ô ơ take it
// themselves, of ươ the ơ; before a consonant the last vowel, of three the middle one, else the first.
func (s *spelling) markPlace(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if s.letters[i] <= oHorn {
			return i
		}
	}
	switch {
	case last < s.n:
		return last - 1
	case last-first == 3:
		return first + 1
	}
	return first
}

// spelled gives a word's letters as a spelling has them.
func spelled(word string) string {
	s, _ := takeApart(word)
	return string(s.letters[:s.n])
}
