package verbalize

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// matchWord keeps a word as it is written. A word of another language is kept too and told once a place.
func matchWord(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word {
		return spoken{}, 0, false
	}
	said := spoken{text: t.text, kept: true}
	if utf8.RuneCountInString(t.text) > 1 && !viet.IsSyllable(t.text) && viet.Fold(t.text) == strings.ToLower(t.text) && c.firstUse(i) {
		said.findings = []Finding{c.finding(foreignWord, i, i+1, "từ "+quote(t.text)+" chưa có cách đọc", entryHint(t.text, "…"))}
	}
	return said, 1, true
}

// firstUse says whether the word has not stood among the last two hundred tokens.
func (c *context) firstUse(i int) bool {
	for j := i - 1; j >= 0 && j > i-200; j-- {
		if c.at(j).text == c.at(i).text {
			return false
		}
	}
	return true
}

// matchDefinition skips brackets that only define an abbreviation whose words stand before: Ủy ban nhân dân (UBND). Its letters are
// the initials of the words before, in order.
func matchDefinition(c *context, i int) (spoken, int, bool) {
	if !c.is(i, "(") || c.kind(i+1) != word || !allCapital(c.at(i+1).text) {
		return spoken{}, 0, false
	}
	end := i + 2
	for c.isAny(end, "&-") && c.kind(end+1) == word && allCapital(c.at(end+1).text) {
		end += 2
	}
	if !c.is(end, ")") {
		return spoken{}, 0, false
	}
	var letters []rune
	for j := i + 1; j < end; j += 2 {
		letters = append(letters, []rune(viet.Fold(c.at(j).text))...)
	}
	if len(letters) < 2 {
		return spoken{}, 0, false
	}
	left, skipped := len(letters), 0
	for j := c.before(i); left > 0 && skipped < 6; j = c.before(j) {
		t := c.at(j)
		if t.kind != word {
			if !c.isAny(j, ",-–") {
				return spoken{}, 0, false
			}
			continue
		}
		if first, _ := utf8.DecodeRuneInString(viet.Fold(t.text)); first == letters[left-1] {
			left--
		} else {
			skipped++
		}
	}
	return spoken{}, end + 1 - i, left == 0
}
