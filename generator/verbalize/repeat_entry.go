package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// unsaid takes from the words of an entry those that the writer has put before its short form: đường link, bảo hiểm BHYT, ngân hàng
// NHNN. The office that prevents fire keeps both: Phòng PCCC.
func (c *context) unsaid(i int, said string) string {
	words := strings.Fields(said)
	if len(words) < 2 || c.kind(i-1) != space || c.kind(i-2) != word || c.at(i-2).key == "phòng" {
		return said
	}
	if first := []rune(c.at(i).text)[0]; words[0] == c.region.letterName(first, false) {
		return said // "các em MC": letters, not words
	}
	for n := min(len(words), 4); n > 0; n-- {
		if c.wordsBefore(i, words[:n]) {
			return strings.Join(words[n:], " ")
		}
	}
	return said
}

// wordsBefore says whether these words stand directly before token i.
func (c *context) wordsBefore(i int, words []string) bool {
	for n := len(words) - 1; n >= 0; n-- {
		if c.kind(i-1) != space || c.kind(i-2) != word || c.at(i-2).key != viet.ToneKey(strings.ToLower(words[n])) {
			return false
		}
		i -= 2
	}
	return true
}
