package viet

import "strings"

// IsSyllable says whether an NFC word of any case can be a syllable of Vietnamese by its spelling: onset × rime × tone, with the
// tone mark on a vowel where the old ("hòa") or the new ("hoà") school puts it. It tells what is possible, not what is in a
// dictionary. The tables follow the orthography of the schoolbook with the rimes of common loans (oong, ooc).
func IsSyllable(word string) bool {
	if len(word) == 0 || len(word) > 16 { // the longest, "nghiêng" with a tone, has 10 bytes
		return false
	}
	lower := strings.ToLower(word)
	bare, tone := SplitTone(lower)
	onset, rime := splitOnset(bare)
	if !rimeFits(onset, rime) {
		return false
	}
	if tone == Ngang {
		return !stopped(rime)
	}
	if stopped(rime) && tone != Sac && tone != Nang {
		return false
	}
	return markFits(lower, bare, onset)
}

// IsBareSyllable says whether an ASCII word in lower case can be a syllable written without its marks, as in addresses and in haste:
// "vinh", "quang", "viet", "duong". Every syllable of [IsSyllable] folded by [Fold] is one.
func IsBareSyllable(word string) bool {
	if len(word) == 0 || len(word) > 7 || !isASCII(word) {
		return false
	}
	onset, rime := splitOnset(word)
	return bareRimes[onset == "qu"][rime] || onset == "gi" && bareRimes[false]["i"+rime]
}

// bareRimes are the rimes without marks, apart for those that follow qu.
var bareRimes = func() map[bool]map[string]bool {
	bare := map[bool]map[string]bool{false: {}, true: {}}
	for rime := range afterQu {
		bare[true][Fold(rime)] = true
	}
	for _, rimes := range []map[string]bool{openRimes, stopRimes} {
		for rime := range rimes {
			bare[false][Fold(rime)] = true
		}
	}
	return bare
}()

// onsets in an order where a longer one stands before its own beginning.
var onsets = strings.Fields("ngh ng nh n gh gi g kh k ch c th tr t ph p qu b d đ h l m r s v x")

// splitOnset divides a toneless lower-case word. The i of "gi" belongs to the rime when nothing else could be one: gì, gìn.
func splitOnset(bare string) (onset, rime string) {
	for _, o := range onsets {
		rest, ok := strings.CutPrefix(bare, o)
		if !ok {
			continue
		}
		if o == "gi" && (!startsWithVowel(rest) || strings.HasPrefix(rest, "ê")) { // gì, gìn, giếng
			return "g", "i" + rest
		}
		return o, rest
	}
	return "", bare
}

func startsWithVowel(s string) bool {
	for _, r := range s {
		_, ok := vowels[r]
		return ok
	}
	return false
}

// rimes of open and nasal kind, and those that end in a stop (c ch p t), which take only sắc and nặng.
var (
	openRimes = set("iê a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu " +
		"i ia iêm iên iêng iêu im in inh iu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oi om on ong oong " +
		"ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uênh uêu ui um un ung uôi uôm uôn uông uơ uy uya uyên uyn uynh uyu " +
		"ư ưa ưi ưm ưn ưng ươi ươm ươn ương ươu ưu y yêm yên yêng yêu")
	stopRimes = set("ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc oăt oc oep oet ooc op ot " +
		"ôc ôp ôt ơp ơt uât uc uêch uôc uôt up ut uych uyêt uyp uyt ưc ưt ươc ươp ươt yêt")
	// afterQu are the rimes that follow qu, whose u is the glide.
	afterQu = set("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e ec en eng eo et ê êch ên ênh êt êu i ich in " +
		"inh ip it iu ơ ơi ơn ơt y ych yên yêt yn ynh yp yt yu ôc")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func stopped(rime string) bool {
	return strings.HasSuffix(rime, "c") || strings.HasSuffix(rime, "ch") || strings.HasSuffix(rime, "p") || strings.HasSuffix(rime, "t")
}

// rimeFits holds the spelling rules between onset and rime: k, gh, ngh before i e ê y; c, g, ng before the others; yê only alone.
func rimeFits(onset, rime string) bool {
	if onset == "qu" {
		return afterQu[rime]
	}
	if !openRimes[rime] && !stopRimes[rime] {
		return false
	}
	if rime == "iê" { // giê, the name of g
		return onset == "g"
	}
	front := strings.HasPrefix(rime, "i") || strings.HasPrefix(rime, "e") || strings.HasPrefix(rime, "ê")
	switch onset {
	case "k":
		return front || rime == "y"
	case "gh", "ngh":
		return front
	case "c", "ng":
		return !front && !strings.HasPrefix(rime, "y")
	case "g":
		return !strings.HasPrefix(rime, "y") && (!front || rime == "i" || rime == "in" || strings.HasPrefix(rime, "iê"))
	case "gi":
		return !strings.HasPrefix(rime, "i") && !strings.HasPrefix(rime, "y")
	case "":
		return !strings.HasPrefix(rime, "iê")
	case "h", "l", "m", "s", "t", "v":
		return !strings.HasPrefix(rime, "yê")
	}
	return !strings.HasPrefix(rime, "y")
}

// markFits says whether the one tone mark of lower stands where a school puts it.
func markFits(lower, bare, onset string) bool {
	letters, plain := []rune(lower), []rune(bare)
	at := -1
	for i := range letters {
		if letters[i] != plain[i] {
			if at >= 0 {
				return false // two marks
			}
			at = i
		}
	}
	first := len([]rune(onset))
	last := first
	for last < len(plain) && isVowel(plain[last]) {
		last++
	}
	nucleus, closed := plain[first:last], last < len(plain)
	at -= first
	if at < 0 || at >= len(nucleus) {
		return false
	}
	for i := len(nucleus) - 1; i >= 0; i-- { // ă â ê ô ơ ư take the mark themselves, of ươ the ơ; ưa and ưu are left to the rule below
		if strings.ContainsRune("ăâêôơ", nucleus[i]) {
			return at == i
		}
	}
	switch {
	case closed:
		return at == len(nucleus)-1
	case len(nucleus) == 1:
		return at == 0
	case len(nucleus) == 3:
		return at == 1
	}
	switch string(nucleus) {
	case "oa", "oe", "uy":
		return true // the two schools differ here alone
	}
	return at == 0
}

func isVowel(r rune) bool {
	_, ok := vowels[r]
	return ok
}
