package verbalize

import (
	"strings"
	"unicode"

	"github.com/vinhlinh/loa/generator/viet"
)

// endings are the last labels by which a host is known; a dot alone makes none.
var endings = map[string]bool{"vn": true, "com": true, "net": true, "org": true, "edu": true, "gov": true, "info": true, "io": true, "app": true, "html": true, "us": true, "uk": true, "jp": true, "cn": true, "la": true}

// labelWords are labels with a fixed reading.
var labelWords = map[string]string{"www": "vê kép vê kép vê kép", "gov": "gốp", "com": "com", "vn": "vê en", "net": "nét", "org": "o gờ", "edu": "e đu",
	"gmail": "gờ meo", "info": "in phô"}

var addressSigns = map[string]string{".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng", ":": "hai chấm", "#": "thăng", "%": "phần trăm", "+": "cộng", "~": "ngã", "&": "và", "=": "bằng"}

// matchAddress reads hosts, addresses of pages and of mail, and @names. Query and fragment are dropped with a note.
func matchAddress(c *context, i int) (spoken, int, bool) {
	if c.glued(i) || c.isAny(i-1, "./-_@") && c.kind(i-2) != newline && c.kind(i-2) != space {
		return spoken{}, 0, false
	}
	start := i
	scheme := (c.says(i, "http") || c.says(i, "https")) && c.is(i+1, ":") && c.is(i+2, "/") && c.is(i+3, "/")
	if scheme {
		start = i + 4
	}
	if k := c.kind(start); k != word && k != digits && !c.is(start, "@") {
		return spoken{}, 0, false
	}
	host, ok := c.hostEnd(start)
	if !ok {
		if scheme || !c.is(start, "@") || c.kind(start+1) != word {
			return spoken{}, 0, false
		}
		return spoken{text: "a còng " + c.label(start+1)}, 2, true
	}
	end := host
	for c.isAny(end, "/_-.~%+:@") || c.kind(end) == word || c.kind(end) == digits {
		end++
	}
	for end > host && c.isAny(end-1, "./:-") && (c.kind(end) == space || c.kind(end) == newline || c.kind(end) == sign) {
		end--
	}
	said := spoken{text: c.sayAddress(start, end)}
	if c.is(end, "/") {
		end++
	}
	if c.isAny(end, "?#") && (c.kind(end+1) == word || c.kind(end+1) == digits) {
		tail := end
		for k := c.kind(end); k == word || k == digits || c.isAny(end, "?#=&%-_+./"); k = c.kind(end) {
			end++
		}
		said.findings = []Finding{c.finding(silentSign, tail, end, "phần sau dấu “?” hoặc “#” của địa chỉ không đọc", "Dùng địa chỉ ngắn.")}
	}
	return said, end - i, true
}

// hostEnd gives the token after a host that begins at token i, perhaps with a name and @ before it.
func (c *context) hostEnd(i int) (end int, ok bool) {
	labels, dotted := 0, false
	j := i
	for labels < 24 {
		if k := c.kind(j); k != word && k != digits {
			return 0, false
		}
		for k := c.kind(j); k == word || k == digits; k = c.kind(j) {
			j++
		}
		labels++
		last := c.at(j - 1)
		switch {
		case (c.isAny(j, ".-_@")) && (c.kind(j+1) == word || c.kind(j+1) == digits):
			dotted = dotted || c.is(j, ".")
			j++
		default:
			return j, dotted && endings[strings.ToLower(last.text)] && c.is(j-2, ".") && !allCapital(last.text)
		}
	}
	return 0, false
}

// sayAddress says labels and signs in order.
func (c *context) sayAddress(i, end int) string {
	var parts []string
	for ; i < end; i++ {
		switch t := c.at(i); t.kind {
		case word:
			parts = append(parts, c.label(i))
		case digits:
			parts = append(parts, digitWords(t.text))
		case sign:
			if words := addressSigns[t.text]; words != "" {
				parts = append(parts, words)
			}
		}
	}
	return strings.Join(parts, " ")
}

// label says one label: a fixed word, an entry of the lexicon, a syllable or two, else letters.
func (c *context) label(i int) string {
	t := c.at(i)
	lower := strings.ToLower(t.text)
	if words := labelWords[lower]; words != "" {
		return words
	}
	if words, ok := c.lookup(i, 1); ok {
		return words
	}
	if parts := syllablesOf(lower); parts != "" {
		return parts
	}
	return c.region.spell(lower)
}

// syllablesOf divides a label without marks into at most four syllables of two letters or more, the longest first; "" if it does not
// divide.
func syllablesOf(s string) string {
	if len(s) < 2 || len(s) > 28 {
		return ""
	}
	return divideSyllables(s, 4)
}

func divideSyllables(s string, most int) string {
	if viet.IsBareSyllable(s) {
		return s
	}
	if most == 1 {
		return ""
	}
	for n := min(len(s)-2, 7); n >= 2; n-- {
		if !viet.IsBareSyllable(s[:n]) {
			continue
		}
		if rest := divideSyllables(s[n:], most-1); rest != "" {
			return s[:n] + " " + rest
		}
	}
	return ""
}

// matchTag reads #AnToànThôngTin as the words it is made of. A tag without marks says nothing that a listener could understand: it is
// silent and reported.
func matchTag(c *context, i int) (spoken, int, bool) {
	t := c.at(i + 1)
	if !c.is(i, "#") || t.kind != word || c.glued(i) {
		return spoken{}, 0, false
	}
	end := i + 2
	for k := c.kind(end); k == word || c.is(end, "_") && c.kind(end+1) == word; k = c.kind(end) {
		end++
	}
	var parts []string
	start := 0
	for at, r := range t.text {
		if at > 0 && unicode.IsUpper(r) {
			parts = append(parts, strings.ToLower(t.text[start:at]))
			start = at
		}
	}
	parts = append(parts, strings.ToLower(t.text[start:]))
	legal := end == i+2 && viet.Fold(t.text) != strings.ToLower(t.text)
	for _, p := range parts {
		legal = legal && viet.IsSyllable(p)
	}
	if legal && c.kind(end) != digits {
		return spoken{text: "thẻ " + strings.Join(parts, " ")}, end - i, true
	}
	if c.kind(end) == digits {
		return spoken{}, 0, false
	}
	return spoken{findings: []Finding{c.finding(silentSign, i, end, "thẻ "+quote(c.source(i, end))+" không đọc thành tiếng", "Bỏ, hoặc viết bằng chữ có dấu.")}}, end - i, true
}
