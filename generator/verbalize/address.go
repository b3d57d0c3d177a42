package verbalize

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// endings are the last labels by which a host, or a file, is known; a dot alone makes none. The bool tells that the label could be a
// word or an abbreviation after a forgotten blank, so that more than it must speak for a host.
var endings = map[string]bool{
	"vn": false, "com": false, "net": false, "org": false, "edu": false, "gov": false, "info": false, "app": false, "asia": false, "biz": false, "xyz": false,
	"html": false, "htm": false, "php": false, "aspx": false, "docx": false, "doc": false, "xlsx": false, "xls": false, "pdf": false, "pptx": false, "jpg": false, "png": false,
	"zip": false, "rar": false, "exe": false, "apk": false, "txt": false, "mp": false,
	"io": true, "us": true, "uk": true, "jp": true, "cn": true, "kr": true, "la": true, "sg": true, "au": true, "fr": true, "de": true, "ru": true, "eu": true, "tv": true, "me": true,
	"ai": true, "co": true, "ly": true, "gl": true, "be": true, "cc": true, "top": true, "online": true, "site": true, "shop": true, "store": true, "club": true, "vip": true, "link": true, "live": true,
}

// organisations are the labels before a country's.
var organisations = map[string]bool{"com": true, "co": true, "gov": true, "org": true, "edu": true, "net": true, "ac": true, "go": true}

// labelWords are labels with a fixed reading.
var labelWords = map[string]string{"www": "vê kép vê kép vê kép", "gov": "gốp", "com": "com", "vn": "vê en", "net": "nét", "org": "o gờ", "edu": "e đu",
	"gmail": "gờ meo", "info": "in phô"}

var addressSigns = map[string]string{".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng", ":": "hai chấm", "#": "thăng", "%": "phần trăm", "+": "cộng", "~": "ngã", "&": "và", "=": "bằng"}

// matchAddress reads hosts, addresses of pages and of mail, names of files, and @names. Query and fragment are dropped with a note.
func matchAddress(c *context, i int) (spoken, int, bool) {
	if c.glued(i) || c.isAny(i-1, "./-_@") && c.kind(i-2) != newline && c.kind(i-2) != space {
		return spoken{}, 0, false
	}
	if c.is(i, ".") && c.kind(i-1) != digits {
		return c.bareEnding(i)
	}
	start := i
	scheme := (c.says(i, "http") || c.says(i, "https")) && c.is(i+1, ":") && c.is(i+2, "/") && c.is(i+3, "/")
	if scheme {
		start = i + 4
	}
	if c.is(start, "@") && c.kind(start+1) == word {
		end := c.userEnd(start + 1)
		return spoken{text: c.sayAddress(start, end)}, end - i, true
	}
	if k := c.kind(start); k != word && k != digits {
		return spoken{}, 0, false
	}
	host, ok := c.hostEnd(start)
	if !ok && !(scheme && host > start) {
		return spoken{}, 0, false
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
		for c.isAny(end-1, ".?") {
			end--
		}
		said.findings = []Finding{c.finding(silentSign, tail, end, "phần sau dấu “?” hoặc “#” của địa chỉ không đọc", "Dùng địa chỉ ngắn.")}
	}
	return said, end - i, true
}

// bareEnding reads the end of a host or a file by itself: tên miền .vn, đuôi .gov.vn.
func (c *context) bareEnding(i int) (spoken, int, bool) {
	end := i
	for c.is(end, ".") && c.kind(end+1) == word && !allCapital(c.at(end+1).text) {
		if doubt, known := endings[c.at(end+1).text]; doubt || !known {
			break
		}
		end += 2
	}
	if k := c.kind(end); end == i || k == word || k == digits {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayAddress(i, end)}, end - i, true
}

// userEnd gives the token after a name that begins at token i and holds letters, digits, dots and low lines.
func (c *context) userEnd(i int) int {
	for {
		k, next := c.kind(i), c.kind(i+1)
		if k != word && k != digits && !(c.isAny(i, "._") && (next == word || next == digits)) {
			return i
		}
		i++
	}
}

// hostEnd gives the token after a host that begins at token i, perhaps with a name and @ before it. Where ok is false the end is that
// of the labels, which make a host after "https://" only.
func (c *context) hostEnd(i int) (end int, ok bool) {
	labels, sure := 0, c.says(i, "www")
	dot := false // before the last label
	before := ""
	for j := i; labels < 24; {
		first := j
		for k := c.kind(j); k == word || k == digits; k = c.kind(j) {
			if !ascii(c.at(j).text) {
				return 0, false
			}
			j++
		}
		if j == first {
			return 0, false
		}
		labels++
		last := c.at(j - 1)
		if c.isAny(j, ".-_@") && (c.kind(j+1) == word || c.kind(j+1) == digits) {
			sure = sure || c.is(j, "@")
			dot, before = c.is(j, "."), strings.ToLower(last.text)
			j++
			continue
		}
		doubt, known := endings[strings.ToLower(last.text)]
		if last.kind == digits && c.kind(j-2) == word { // mp3
			doubt, known = endings[strings.ToLower(c.at(j-2).text)]
			known = known && j-first == 2
		}
		switch {
		case labels < 2 || !dot || !known || allCapital(last.text) && !sure && labels < 3:
			return j, false
		case doubt && !sure && !organisations[before] && !(c.is(j, "/") && c.kind(j+1) == word):
			return j, false
		}
		return j, true
	}
	return 0, false
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
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

// label says one label: a fixed word, an entry of the lexicon, a brand, a syllable or more, else letters.
func (c *context) label(i int) string {
	t := c.at(i)
	lower := strings.ToLower(t.text)
	if words := labelWords[lower]; words != "" {
		return words
	}
	if words, ok := c.lookup(i, 1); ok {
		return words
	}
	for n := len(lower) - 2; n >= 6; n-- {
		if place := c.entryOf(lower[:n]); capitalised(place) && viet.Fold(place) != place { // vinhlinhonline
			return place + " " + c.labelRest(lower[n:])
		}
	}
	if parts := syllablesOf(lower); parts != "" {
		return parts
	}
	brand := strings.ToUpper(lower[:1]) + lower[1:]
	for _, l := range c.lexicons {
		if node := l.root.next[brand]; node != nil && node.entry != nil && node.entry.spoken == brand {
			return brand
		}
	}
	return c.region.spell(lower)
}

// entryOf gives what the lexicons say for a single word, "" where they have none.
func (c *context) entryOf(s string) string {
	for _, l := range c.lexicons {
		if node := l.root.next[s]; node != nil && node.entry != nil {
			return node.entry.spoken
		}
	}
	return ""
}

// labelRest says what follows the name of a place in a label.
func (c *context) labelRest(rest string) string {
	if words := labelWords[rest]; words != "" {
		return words
	}
	if words := c.entryOf(rest); words != "" {
		return words
	}
	if parts := syllablesOf(rest); parts != "" {
		return parts
	}
	return c.region.spell(rest)
}

// syllablesOf divides a label without marks into at most five syllables of two letters or more, the longest first; "" if it does not
// divide.
func syllablesOf(s string) string {
	if len(s) < 2 || len(s) > 30 || !ascii(s) {
		return ""
	}
	return divideSyllables(s, 5)
}

func divideSyllables(s string, most int) string {
	if viet.IsBareSyllable(s) {
		return s
	}
	if most == 1 {
		return ""
	}
	for _, good := range [2]bool{true, false} {
		for n := min(len(s)-2, 7); n >= 2; n-- {
			if !viet.IsBareSyllable(s[:n]) || goodCut(s, n) != good {
				continue
			}
			if rest := divideSyllables(s[n:], most-1); rest != "" {
				return s[:n] + " " + rest
			}
		}
	}
	return ""
}

// goodCut says whether a cut leaves the consonants to the syllable that they begin: ha tinh, not hat inh; loa phuong, not loap huong.
// Names such as Long An begin with a vowel all the same.
func goodCut(s string, n int) bool {
	rest := s[n:]
	if s[n-1] == 'p' && rest[0] == 'h' {
		return false
	}
	return strings.IndexByte("aeiouy", rest[0]) < 0 || strings.IndexByte("aeiouy", s[n-1]) >= 0 || strings.HasPrefix(rest, "an") || strings.HasPrefix(rest, "yen") || strings.HasPrefix(rest, "am")
}
