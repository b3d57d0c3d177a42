package viet

import "strings"

// IsSyllable says whether an NFC word of any case can be a syllable of Vietnamese by its spelling: onset × rime × tone, with the
// tone mark on a vowel where the old ("hòa") or the new ("hoà") school puts it. It tells what is possible, not what is in a
// dictionary. The tables follow the orthography of the schoolbook with the rimes of common loans (oong, ooc).
func IsSyllable(word string) bool {
	if len(word) == 0 || len(word) > 16 { // the longest, "nghiêng" with a tone, has 10 bytes
		return false
	}
	s, whole := takeApart(word)
	if !whole || s.marks > 1 {
		return false
	}
	onset, rime := splitOnset(s.letters[:s.n])
	if !rimeFits(onset, rime) {
		return false
	}
	if s.tone == Ngang {
		return !stopped(rime)
	}
	if stopped(rime) && s.tone != Sac && s.tone != Nang {
		return false
	}
	return s.markFits(len(onset))
}

// IsBareSyllable says whether an ASCII word in lower case can be a syllable written without its marks, as in addresses and in haste:
// "vinh", "quang", "viet", "duong". Every syllable of [IsSyllable] folded by [Fold] is one.
func IsBareSyllable(word string) bool {
	if len(word) == 0 || len(word) > 7 {
		return false
	}
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	letters := []byte(word)
	onset, rime := splitOnset(letters)
	if onset == "qu" {
		return rimes[packed(rime)]&bareAfterQu != 0
	}
	return rimes[packed(rime)]&bareRime != 0 || onset == "gi" && rimes[packed(letters[1:])]&bareRime != 0
}

// onsets by their first letter, in an order where a longer one stands before its own beginning.
var onsets = func() (table [256][]string) {
	for onset := range strings.FieldsSeq("ngh ng nh n gh gi g kh k ch c th tr t ph p qu b d đ h l m r s v x") {
		onset = spelled(onset)
		table[onset[0]] = append(table[onset[0]], onset)
	}
	return table
}()

// splitOnset divides the letters of a word. The i of "gi" belongs to the rime when nothing else could be one: gì, gìn, giếng.
func splitOnset(letters []byte) (onset string, rime []byte) {
	for _, o := range onsets[letters[0]] {
		if len(letters) < len(o) || string(letters[:len(o)]) != o {
			continue
		}
		rest := letters[len(o):]
		if o == "gi" && (len(rest) == 0 || !isVowelLetter(rest[0]) || rest[0] == eCircumflex) {
			return "g", letters[1:]
		}
		return o, rest
	}
	return "", letters
}

// What a rime may be: open or nasal, ended by a stop (c ch p t), which takes only sắc and nặng, or one that follows qu, whose u is
// the glide; and the same without marks.
const (
	openRime = 1 << iota
	stopRime
	afterQu
	bareRime
	bareAfterQu
)

// rimes by their letters in one number.
var rimes = func() map[uint32]uint8 {
	table := map[uint32]uint8{}
	add := func(what, bare uint8, words string) {
		for w := range strings.FieldsSeq(words) {
			table[packed([]byte(spelled(w)))] |= what
			table[packed([]byte(Fold(w)))] |= bare
		}
	}
	add(openRime, bareRime, "iê a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu "+
		"i ia iêm iên iêng iêu im in inh iu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oi om on ong oong "+
		"ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uênh uêu ui um un ung uôi uôm uôn uông uơ uy uya uyên uyn uynh uyu "+
		"ư ưa ưi ưm ưn ưng ươi ươm ươn ương ươu ưu y yêm yên yêng yêu")
	add(stopRime, bareRime, "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc oăt oc oep oet ooc op ot "+
		"ôc ôp ôt ơp ơt uât uc uêch uôc uôt up ut uych uyêt uyp uyt ưc ưt ươc ươp ươt yêt")
	add(afterQu, bareAfterQu, "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e ec en eng eo et ê êch ên ênh êt êu i ich in "+
		"inh ip it iu ơ ơi ơn ơt y ych yên yêt yn ynh yp yt yu ôc")
	return table
}()

// packed puts the letters of a rime, which are four at most, into one number; 0 is no rime.
func packed(rime []byte) uint32 {
	if len(rime) > 4 {
		return 0
	}
	var n uint32
	for _, letter := range rime {
		if letter == 0 {
			return 0
		}
		n = n<<8 | uint32(letter)
	}
	return n
}

func stopped(rime []byte) bool {
	switch n := len(rime); rime[n-1] {
	case 'c', 'p', 't':
		return true
	case 'h':
		return n > 1 && rime[n-2] == 'c'
	}
	return false
}

// rimeFits holds the spelling rules between onset and rime: k, gh, ngh before i e ê y; c, g, ng before the others; yê only alone.
func rimeFits(onset string, rime []byte) bool {
	what := rimes[packed(rime)]
	if onset == "qu" {
		return what&afterQu != 0
	}
	if what&(openRime|stopRime) == 0 {
		return false
	}
	first, second := rime[0], byte(0)
	if len(rime) > 1 {
		second = rime[1]
	}
	ie := first == 'i' && second == eCircumflex
	if ie && len(rime) == 2 { // giê, the name of g
		return onset == "g"
	}
	front := first == 'i' || first == 'e' || first == eCircumflex
	switch onset {
	case "k":
		return front || first == 'y' && len(rime) == 1
	case "gh", "ngh":
		return front
	case "c", "ng":
		return !front && first != 'y'
	case "g":
		return first != 'y' && (!front || ie || string(rime) == "i" || string(rime) == "in")
	case "gi":
		return first != 'i' && first != 'y'
	case "":
		return !ie
	case "h", "l", "m", "s", "t", "v":
		return first != 'y' || second != eCircumflex
	}
	return first != 'y'
}

// markFits says whether the one tone mark stands where a school puts it, on the vowels after the onset.
func (s *spelling) markFits(onset int) bool {
	last := s.vowelsEnd(onset)
	if s.marked < onset || s.marked >= last {
		return false
	}
	if last == s.n && last-onset == 2 {
		switch string(s.letters[onset:last]) {
		case "oa", "oe", "uy":
			return true // the two schools differ here alone
		}
	}
	return s.marked == s.markPlace(onset, last)
}
