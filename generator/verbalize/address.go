package verbalize

import (
	"strings"

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
	if viet.IsSyllable(s) || stopSyllable(s) {
		return s
	}
	if most == 1 {
		return ""
	}
	for n := min(len(s)-2, 7); n >= 2; n-- {
		if !viet.IsSyllable(s[:n]) && !stopSyllable(s[:n]) {
			continue
		}
		if rest := divideSyllables(s[n:], most-1); rest != "" {
			return s[:n] + " " + rest
		}
	}
	return ""
}

// stopSyllable says whether s would be a syllable with the tone that its final stop asks for: viet, phap.
func stopSyllable(s string) bool {
	for i := len(s) - 1; i >= 0; i-- {
		marked, ok := map[byte]string{'a': "á", 'e': "é", 'i': "í", 'o': "ó", 'u': "ú", 'y': "ý"}[s[i]]
		if ok {
			return viet.IsSyllable(s[:i] + marked + s[i+1:])
		}
	}
	return false
}
