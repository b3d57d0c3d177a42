package verbalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// matchWord keeps a word as it is written. A word of another language is kept too and told once a place.
func matchWord(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word {
		return spoken{}, 0, false
	}
	if utf8.RuneCountInString(t.text) > 1 && !viet.IsSyllable(t.text) && (viet.Fold(t.text) == t.key || !strings.ContainsAny(viet.Fold(t.key), "aeiouy")) {
		return c.foreign(i), 1, true
	}
	return spoken{text: t.text, kept: true}, 1, true
}

// foreign keeps a word of another language, BlueZone as the two that it is made of, and tells of it where it is first used.
func (c *context) foreign(i int) spoken {
	t := c.at(i)
	said := spoken{text: t.text, kept: true}
	if parts := humps(t.text); len(parts) > 1 {
		said.text, said.kept = strings.Join(parts, " "), false
	}
	if c.firstUse(i) {
		said.findings = []Finding{c.finding(foreignWord, i, i+1, "từ "+quote(t.text)+" chưa có cách đọc", entryHint(t.text, "…"))}
	}
	return said
}

// humps divides a name at its inner capitals into words of two letters and more; nil if it has none or a part is shorter.
func humps(s string) []string {
	var parts []string
	start := 0
	for i, r := range s {
		if i > start && unicode.IsUpper(r) {
			parts = append(parts, s[start:i])
			start = i
		}
	}
	if start == 0 {
		return nil
	}
	parts = append(parts, s[start:])
	for _, p := range parts {
		if utf8.RuneCountInString(p) < 2 {
			return nil
		}
	}
	return parts
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
