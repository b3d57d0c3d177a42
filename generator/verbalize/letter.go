package verbalize

import (
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/viet"
)

// letterNames are the names of letters inside an abbreviation, the short ones (SPEECH.md 2.21).
var letterNames = map[rune]string{
	'a': "a", 'ă': "á", 'â': "ớ", 'b': "bê", 'c': "xê", 'd': "dê", 'đ': "đê", 'e': "e", 'ê': "ê", 'f': "ép", 'g': "giê", 'h': "hát",
	'i': "i", 'j': "gi", 'k': "ca", 'l': "e lờ", 'm': "em", 'n': "en", 'o': "o", 'ô': "ô", 'ơ': "ơ", 'p': "pê", 'q': "quy", 'r': "e rờ",
	's': "ét", 't': "tê", 'u': "u", 'ư': "ư", 'v': "vê", 'w': "vê kép", 'x': "ích", 'y': "i", 'z': "dét",
}

// loneNames are the names of letters that stand alone, where they differ.
var loneNames = map[rune]string{'m': "em mờ", 'n': "en nờ", 'y': "i dài"}

// taughtNames are the names of letters alone where the house says bờ, cờ, dờ (Region.Letters "bo").
var taughtNames = map[rune]string{
	'b': "bờ", 'c': "cờ", 'd': "dờ", 'đ': "đờ", 'g': "gờ", 'h': "hờ", 'l': "lờ", 'm': "mờ", 'n': "nờ", 'p': "pờ", 'q': "quờ", 'r': "rờ",
	's': "sờ", 't': "tờ", 'v': "vờ", 'x': "xờ", 'y': "i dài",
}

// letterName names one letter of any case; a tone mark on it is not said.
func (r Region) letterName(letter rune, alone bool) string {
	letter = bareLetter(unicode.ToLower(letter))
	if alone {
		if r.Letters == "bo" && taughtNames[letter] != "" {
			return taughtNames[letter]
		}
		if loneNames[letter] != "" {
			return loneNames[letter]
		}
	}
	return letterNames[letter]
}

// spell names the letters of a word one by one.
func (r Region) spell(s string) string {
	var names []string
	for _, letter := range s {
		names = append(names, r.letterName(letter, false))
	}
	return strings.Join(names, " ")
}

// bareLetter takes the tone mark off a letter.
func bareLetter(letter rune) rune {
	if letter < 0x80 {
		return letter
	}
	bare, _ := viet.SplitTone(string(letter))
	for _, r := range bare {
		return r
	}
	return letter
}

// matchLetter reads a letter that stands alone and is no word by itself: "Nguyễn Văn B", "loại C".
func matchLetter(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word {
		return spoken{}, 0, false
	}
	letters := []rune(t.text)
	if len(letters) != 1 || strings.ContainsRune("aeiouyêôơư", bareLetter(unicode.ToLower(letters[0]))) && !(t.text == "Y" && givenCues.directly(c, i)) {
		return spoken{}, 0, false
	}
	return spoken{text: c.region.letterName(letters[0], true)}, 1 + c.initialDot(i+1), true
}

// givenCues stand before a letter that stands for a name; elsewhere Y is a word: Y tế, Y Ban.
var givenCues = cues("văn", "thị", "công ty", "loại", "nhóm", "khối", "chữ", "phương án", "hãng")

// initialDot is 1 if token i is a dot after an initial inside a sentence (ông Trần V. và bà), which is no pause.
func (c *context) initialDot(i int) int {
	if !c.is(i, ".") || !capitalised(c.at(i-1).text) || c.kind(i+1) != space {
		return 0
	}
	if c.kind(i+2) == word && !capitalised(c.at(i+2).text) || c.is(i+2, "(") || c.kind(i+2) == digits && c.nameAt(c.before(i-1)) && c.nameAt(c.before(c.before(i-1))) {
		return 1
	}
	return 0
}
