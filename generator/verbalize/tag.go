package verbalize

import (
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/viet"
)

// matchTag reads #AnToànThôngTin as the words it is made of, or as the lexicon says. A tag without marks says nothing that a listener
// could understand: it is silent and reported.
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
	if words, ok := c.lookup(i+1, end-i-1); ok && words != "" {
		return spoken{text: "thẻ " + words}, end - i, true
	}
	var words strings.Builder
	legal := end == i+2 && viet.Fold(t.text) != strings.ToLower(t.text)
	start := 0
	for at, r := range t.text {
		if at > 0 && unicode.IsUpper(r) {
			legal = legal && viet.IsSyllable(t.text[start:at])
			words.WriteString(" " + strings.ToLower(t.text[start:at]))
			start = at
		}
	}
	legal = legal && viet.IsSyllable(t.text[start:])
	words.WriteString(" " + strings.ToLower(t.text[start:]))
	if legal {
		return spoken{text: "thẻ" + words.String()}, end - i, true
	}
	return spoken{findings: []Finding{c.finding(silentSign, i, end, "thẻ "+quote(c.source(i, end))+" không đọc thành tiếng", "Bỏ, hoặc viết bằng chữ có dấu.")}}, end - i, true
}
