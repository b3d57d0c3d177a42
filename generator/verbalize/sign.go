package verbalize

import (
	"strings"
	"unicode"
)

// signNames are signs that are words wherever they stand.
var signNames = map[string]string{
	"&": "và", "±": "cộng trừ", "≈": "khoảng", "≤": "nhỏ hơn hoặc bằng", "≥": "lớn hơn hoặc bằng", "≠": "khác", "°": "độ", "№": "số", "@": "a còng",
	"%": "phần trăm", "‰": "phần nghìn", "π": "pi", "∞": "vô cùng", "∈": "thuộc", "∉": "không thuộc", "⊥": "vuông góc với", "∠": "góc", "∆": "tam giác", "α": "an pha",
	"β": "bê ta", "γ": "ga ma", "Δ": "đen ta",
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
	case c.isAny(i, "+-−") && c.is(i-1, "(") && c.is(i+1, ")"):
		return spoken{text: map[string]string{"+": "dương tính", "-": "âm tính", "−": "âm tính"}[t.text]}, 1, true // HIV (+)
	case c.is(i, "-") && c.alphabet(i):
		return spoken{text: "đến"}, 1, true
	case strings.Contains("-‐‑", t.text) && c.kind(i-1) == word && c.kind(i+1) == word:
		return spoken{pause: allCapital(c.at(i-1).text) && allCapital(c.at(i+1).text)}, 1, true
	case c.isAny(i, "→⇒") && c.leads(i):
		return spoken{text: "đến"}, 1, true
	case strings.Contains("-‐‑‒–—―−→⇒/|", t.text):
		return spoken{pause: true}, 1, true
	case c.is(i, "=") && c.is(i+1, ">"):
		return spoken{pause: true}, 2, true
	case c.isAny(i, ">»›") && c.kind(i-1) == space && c.kind(i+1) == space && c.kind(i-2) != digits && c.kind(i+2) == word && !(c.operand(i-2) && c.operand(i+2)):
		return spoken{pause: true}, 1, true // Cài đặt > Wi-Fi
	case strings.Contains("*#", t.text) && pressCues.directly(c, i) && c.kind(i+1) != digits:
		return spoken{text: map[string]string{"*": "sao", "#": "thăng"}[t.text]}, 1, true // bấm # để kết thúc
	case strings.Contains("<>~=", t.text) && (c.kind(c.over(i+1)) == digits || c.isAny(c.over(i+1), "-−√") && c.kind(c.over(i+1)+1) == digits):
		return spoken{text: map[string]string{"<": "nhỏ hơn", ">": "lớn hơn", "~": "khoảng", "=": "bằng"}[t.text]}, 1, true
	case signNames[t.text] != "":
		return spoken{text: signNames[t.text]}, 1, true
	case t.text == "☎" || t.text == "✆":
		if k := c.over(i + 1); c.kind(k) == digits && len(c.at(k).text) < 7 && c.kind(k+1) != word && c.kind(c.over(k+1)) != digits {
			return spoken{text: "điện thoại " + digitWords(c.at(k).text)}, k + 1 - i, true
		}
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
	for c.kind(end) == sign && picture([]rune(c.at(end).text)[0]) {
		end++
	}
	return spoken{findings: []Finding{c.finding(silentSign, i, end, "ký hiệu "+quote(c.source(i, end))+" không đọc thành tiếng", "Bỏ, hoặc viết bằng chữ.")}}, end - i, true
}

// pressCues stand before a key of a telephone.
var pressCues = cues("bấm", "ấn", "nhấn", "phím", "nhấn phím", "bấm phím", "dấu")

// alphabet says whether the hyphen at token i stands between the first letter and the last: A-Z, a-z.
func (c *context) alphabet(i int) bool {
	a, b := c.at(i-1), c.at(i+1)
	return a.text == "A" && b.text == "Z" || a.text == "a" && b.text == "z"
}

// leads says whether the arrow at token i leads from a name or number to another: Huế → Đà Nẵng.
func (c *context) leads(i int) bool {
	a, b := c.at(c.before(i)), c.at(c.over(i+1))
	if a.kind == word && b.kind == word {
		return capitalised(b.text) && capitalised(a.text)
	}
	return a.kind == digits && b.kind == digits
}

// picture says whether a rune is an emoji, a dingbat, or the colour of one's skin.
func picture(r rune) bool { return unicode.In(r, unicode.So, unicode.Sk) && r > 0xFF }

// raised reads superscripts as powers and subscripts as numbers.
func (c *context) raised(i int) (spoken, int, bool) {
	words, up, j := "", false, i
	for c.kind(j) == sign && j-i < longest {
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
