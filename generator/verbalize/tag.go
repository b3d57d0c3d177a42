package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// matchTag reads a tag as the words that its capitals divide it into (#AnToànThôngTin, #VinhLinh), or as the lexicon says. A tag in one
// piece without marks says nothing that a listener could understand: it is silent and reported.
func matchTag(c *context, i int) (spoken, int, bool) {
	t := c.at(i + 1)
	if !c.is(i, "#") || t.kind != word || c.glued(i) {
		return spoken{}, 0, false
	}
	end := i + 2
	for k := c.kind(end); k == word || c.is(end, "_") && c.kind(end+1) == word; k = c.kind(end) {
		end++
	}
	if c.kind(end) == digits {
		return spoken{}, 0, false
	}
	sign := "thẻ "
	if c.says(c.before(i), "thẻ", "hashtag") {
		sign = ""
	}
	if words, ok := c.lookup(i+1, end-i-1); ok && words != "" {
		return spoken{text: sign + words}, end - i, true
	}
	parts, legal := []string{t.text}, end == i+2
	if humps := humps(t.text); humps != nil {
		parts = humps
	} else {
		legal = legal && viet.Fold(t.text) != strings.ToLower(t.text)
	}
	for _, part := range parts {
		legal = legal && (viet.IsSyllable(part) || viet.IsBareSyllable(strings.ToLower(part)))
	}
	if legal {
		return spoken{text: sign + strings.Join(parts, " ")}, end - i, true
	}
	return spoken{findings: []Finding{c.finding(silentSign, i, end, "thẻ "+quote(c.source(i, end))+" không đọc thành tiếng", "Bỏ, hoặc viết bằng chữ có dấu.")}}, end - i, true
}
