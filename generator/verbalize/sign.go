package verbalize

import (
	"strings"
	"unicode"
)

// matchListLabel reads what numbers a line: "1.", "a)", "I." are said, dashes and bullets are silent.
func matchListLabel(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if !t.first {
		return spoken{}, 0, false
	}
	if t.kind == sign && strings.Contains("-–—+*•●○◦▪■", t.text) && c.kind(i+1) == space {
		return spoken{}, 1, true
	}
	if words, end, ok := c.sectionLabel(i); ok {
		return spoken{text: words, mark: "."}, end - i, true
	}
	if !c.isAny(i+1, ".)") || c.kind(i+2) != space && !(c.is(i+1, ")") && c.is(i+2, ".")) {
		return spoken{}, 0, false
	}
	var words string
	switch letters := []rune(t.text); {
	case t.kind == digits && len(t.text) <= 3 && t.text[0] != '0':
		words = c.region.cardinal(t.text)
	case t.kind == word && romanValue(t.text) > 0 && romanValue(t.text) <= 20:
		words = c.sayOrdinal(-1, romanValue(t.text))
	case t.kind == word && c.is(i+1, ")") && romanValue(strings.ToUpper(t.text)) > 0 && len(letters) > 1:
		words = c.sayOrdinal(-1, romanValue(strings.ToUpper(t.text)))
	case t.kind == word && len(letters) == 1 && (c.is(i+1, ")") || t.text != "P" && t.text != "Q" && t.text != "H" && t.text != "X" && t.text != "T"):
		words = c.region.letterName(letters[0], true)
	default:
		return spoken{}, 0, false
	}
	return spoken{text: words, mark: "."}, 2, words != ""
}

// sectionLabel reads "1.1." at the beginning of a line.
func (c *context) sectionLabel(i int) (words string, end int, ok bool) {
	j := i
	for c.kind(j) == digits && len(c.at(j).text) <= 2 && c.is(j+1, ".") && j-i < 10 {
		if words != "" {
			words += " chấm "
		}
		words += c.sayRun(c.at(j).text, false)
		j += 2
	}
	return words, j, j-i >= 4 && c.kind(j) == space
}

// signNames are signs that are words wherever they stand.
var signNames = map[string]string{
	"&": "và", "±": "cộng trừ", "≈": "khoảng", "≤": "nhỏ hơn hoặc bằng", "≥": "lớn hơn hoặc bằng", "≠": "khác", "°": "độ", "№": "số", "@": "a còng",
	"%": "phần trăm", "‰": "phần nghìn",
}

// matchSign reads or passes over what is left: signs, quotes, brackets, emoji, letters of other scripts.
func matchSign(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	r := []rune(t.text)[0]
	switch {
	case superscripts[r] != "" || subscripts[r] != "":
		return c.raised(i)
	case c.is(i, "[") && c.kind(i+1) == digits && len(c.at(i+1).text) <= 3 && c.is(i+2, "]"):
		return spoken{}, 3, true // the mark of a footnote
	case strings.Contains(`"“”„«»‘’'′″`, t.text):
		return spoken{}, 1, true
	case strings.Contains("()[]{}", t.text):
		return spoken{pause: true}, 1, true
	case strings.Contains("-‐‑", t.text) && c.kind(i-1) == word && c.kind(i+1) == word:
		return spoken{pause: allCapital(c.at(i-1).text) && allCapital(c.at(i+1).text)}, 1, true
	case strings.Contains("-‐‑‒–—―−→⇒/|", t.text):
		return spoken{pause: true}, 1, true
	case c.is(i, "=") && c.is(i+1, ">"):
		return spoken{pause: true}, 2, true
	case strings.Contains("<>~=", t.text) && c.kind(c.over(i+1)) == digits:
		return spoken{text: map[string]string{"<": "nhỏ hơn", ">": "lớn hơn", "~": "khoảng", "=": "bằng"}[t.text]}, 1, true
	case signNames[t.text] != "":
		return spoken{text: signNames[t.text]}, 1, true
	case t.text == "☎" || t.text == "✆":
		return spoken{text: "điện thoại"}, 1, true
	case strings.Contains("*•·_#", t.text):
		return spoken{}, 1, true
	case units[t.text] != "":
		return spoken{text: units[t.text]}, 1, true
	case currencies[t.text] != "":
		return spoken{text: currencies[t.text]}, 1, true
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return c.foreignScript(i)
	}
	end := i + 1
	return spoken{findings: []Finding{c.finding(silentSign, i, end, "ký hiệu "+quote(t.text)+" không đọc thành tiếng", "Bỏ, hoặc viết bằng chữ.")}}, 1, true
}

// raised reads superscripts as powers and subscripts as numbers.
func (c *context) raised(i int) (spoken, int, bool) {
	words, up, j := "", false, i
	for c.kind(j) == sign {
		r := []rune(c.at(j).text)[0]
		n := superscripts[r] + subscripts[r]
		if n == "" {
			break
		}
		up = up || superscripts[r] != ""
		words += n
		j++
	}
	said := digitWords(words)
	if up && (c.kind(i-1) == digits || c.kind(i-1) == word) {
		said = "mũ " + said
	}
	return spoken{text: said}, j - i, true
}

// foreignScript reports a run of letters that Vietnamese does not have; nothing is said for it.
func (c *context) foreignScript(i int) (spoken, int, bool) {
	j := i + 1
	for ; c.kind(j) == sign; j++ {
		if r := []rune(c.at(j).text)[0]; !unicode.IsLetter(r) || units[c.at(j).text] != "" {
			break
		}
	}
	return spoken{findings: []Finding{c.finding(unreadable, i, j, "chữ "+quote(c.source(i, j))+" đài không đọc được", "Viết bằng chữ Việt.")}}, j - i, true
}
