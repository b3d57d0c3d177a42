package verbalize

import "strings"

// operators are the signs of sums between two numbers. A hyphen and a colon are signs only where "=" shows a sum.
var operators = map[string]string{"×": "nhân", "x": "nhân", "X": "nhân", "*": "nhân", "+": "cộng", "=": "bằng", "−": "trừ", "-": "trừ", "–": "trừ",
	":": "chia", "÷": "chia", "/": "chia"}

// comparisons are the signs between two sides that are not alike.
var comparisons = map[string]string{"<": "nhỏ hơn", ">": "lớn hơn", "≤": "nhỏ hơn hoặc bằng", "≥": "lớn hơn hoặc bằng", "≠": "khác"}

// matchSum reads sums, which "=" shows (6:2=3), and sizes: 3x5m, 60cm x 40cm, 1,2 x 2,4 m.
func matchSum(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	if words, end, ok := c.sum(i); ok {
		return spoken{text: words}, end - i, true
	}
	if n, ok := c.numeral(i); ok && c.at(n.end).key == "x" && c.kind(n.end+1) != word && c.kind(c.over(n.end+1)) != digits && !c.equation(i) && !c.generation(n) {
		return spoken{text: c.sayNumeral(n) + " lần"}, n.end + 1 - i, true // gấp 4x, 1,5x
	}
	one, ok := c.side(i)
	if !ok || c.times(one.end) == 0 {
		return spoken{}, 0, false
	}
	words, j := c.sayNumeral(one.number)+one.unit, one.end
	for n := 0; ; n++ {
		next := c.times(j)
		if next == 0 || j-i > longest {
			return spoken{text: words}, j - i, n > 0
		}
		if one, ok = c.side(next); !ok {
			break
		}
		words, j = words+" nhân "+c.sayNumeral(one.number)+one.unit, one.end
	}
	return spoken{}, 0, false
}

// generation says whether a digit with an x names those who were born in ten years: thế hệ 9X, cô gái 8x.
func (c *context) generation(n numeral) bool {
	if !n.plain() || len(n.whole) != 1 || n.whole < "5" {
		return false
	}
	return !foldCues.directly(c, n.start) && (c.at(n.end).text == "X" || bornCues.near(c, n.start, 4))
}

var (
	foldCues = cues("gấp", "tăng", "zoom", "nhanh", "phóng", "phóng to", "quang", "quang học", "lớn", "hơn")
	bornCues = cues("thế hệ", "gái", "trai", "mẹ", "bố", "đời", "chồng", "vợ", "nữ sinh", "cử nhân", "ca sĩ", "giới trẻ", "bạn trẻ")
)

// sum reads numbers with signs between them, one of which is "=".
func (c *context) sum(i int) (words string, end int, ok bool) {
	if !c.equalAhead(i) {
		return "", 0, false
	}
	var room [256]byte // most of what is asked is no sum
	said, equal := room[:0], false
	for n := range 8 {
		number, is := c.numeral(i)
		if !is {
			return "", 0, false
		}
		number.signed = strings.TrimPrefix(number.signed, "cộng")
		if b := c.at(number.end + 1); c.is(number.end, "/") && number.plain() && b.kind == digits && c.fractionIn(number, i, b) {
			said, end = append(said, c.share(number.whole, b.text)...), number.end+2
		} else {
			said, end = append(said, c.sayNumeral(number)...), number.end
		}
		if c.is(end, "!") && operators[c.at(c.over(end+1)).text] != "" {
			said, end = append(said, " giai thừa"...), end+1
		}
		if c.is(end, "%") {
			said, end = append(said, " phần trăm"...), end+1
		}
		j := c.over(end)
		sign := operators[c.at(j).text]
		i = c.over(j + 1)
		if sign == "" || c.kind(i) != digits {
			if equal && n > 1 {
				return string(said), end, true
			}
			return "", 0, false
		}
		equal = equal || sign == "bằng"
		said = sayWord(said, sign)
		said = append(said, ' ')
	}
	return "", 0, false
}

// equalAhead says whether a "=" stands on the line right of token i. Where the last one asked for stands is kept.
func (c *context) equalAhead(i int) bool {
	seen := &c.memos.equal
	if i < seen.from || i >= seen.to {
		seen.from, seen.to = i, i+1
		for c.kind(seen.to) != newline && !c.is(seen.to, "=") {
			seen.to++
		}
		seen.found = c.is(seen.to, "=")
	}
	return seen.found
}

// side is a number of a size, with its unit after a blank.
type side struct {
	number numeral
	unit   string
	end    int
}

// fractionIn says whether the number with a slash at token i is a part of a sum, 2/3 + 1/3 = 1, and not one divided by another, 12/4 = 3.
func (c *context) fractionIn(a numeral, i int, b *token) bool {
	if len(a.whole) > 3 || len(b.text) > 3 {
		return false
	}
	if less(a.value(), b.text) {
		return true
	}
	return c.isAny(c.before(i), "+-−–=") || c.isAny(c.over(a.end+2), "+-−–")
}

// equation says whether token i stands in an equation of letters and numbers: there is a "=" in it, and nothing else but operands and
// their signs between: a + b = c.
func (c *context) equation(i int) bool {
	for step := -1; step <= 1; step += 2 {
		for j, n := i, 0; n < 24; j, n = j+step, n+1 {
			if c.isAny(j, "=<>≤≥≠≈") {
				return true
			}
			if t := c.at(j); t.kind == newline || t.kind == word && !c.operand(j) || t.kind == sign && operators[t.text] == "" && !c.isAny(j, "(),.²³!^") {
				break
			}
		}
	}
	return false
}

// operand says whether token i is a number or one letter without a mark, which may stand for one.
func (c *context) operand(i int) bool {
	t := c.at(i)
	return t.kind == digits || t.kind == word && len(t.text) == 1
}

// operatorIn reads the sign at token i between two operands of an equation; + with blanks needs none: nhóm A + B.
func (c *context) operatorIn(i int) (words string, ok bool) {
	if words = operators[c.at(i).text]; words == "" {
		words = comparisons[c.at(i).text]
	}
	a, b := c.before(i), c.over(i+1)
	spaced := c.kind(i-1) == space && c.kind(i+1) == space
	switch {
	case words == "", c.is(i, ":") && c.kind(i-1) != space && c.kind(i+1) == space, !c.operand(a) && !c.isAny(a, ")!²³"), !c.operand(b) && !c.is(b, "("), c.kind(i) == word && !spaced, !c.equation(i) && !(c.is(i, "+") && spaced):
		return "", false
	case c.is(i, "/") && c.kind(a) == word:
		words = "trên"
	}
	return words, true
}

// side reads a number of a size, perhaps with a unit that the sign of multiplying touches: 60cmx40cm.
func (c *context) side(i int) (side, bool) {
	n, ok := c.numeral(i)
	if !ok || n.signed != "" || len(n.dotted) > 0 {
		return side{}, false
	}
	one := side{number: n, end: n.end}
	t := c.at(n.end)
	if symbol := strings.TrimRight(t.text, "xX"); t.kind == word && symbol != t.text && units[symbol] != "" && c.kind(n.end+1) == digits {
		one.unit = " " + units[symbol]
	} else if unit, after, ok := c.unitAt(n.end); ok {
		one.unit, one.end = " "+unit, after
	} else if currency, after, ok := c.currencyAt(n.end); ok {
		one.unit, one.end = " "+currency, after // 50 kWh x 1.806 đ
	}
	return one, true
}

// times gives the token after a sign of multiplying at token i, 0 if there is none before a number.
func (c *context) times(i int) int {
	t := c.at(i)
	if t.kind == word && strings.TrimRight(t.text, "xX") != t.text && len(t.text) > 1 && units[strings.TrimRight(t.text, "xX")] != "" && c.kind(i+1) == digits {
		return i + 1 // the x of "cmx"
	}
	j := c.over(i)
	switch t := c.at(j); {
	case t.text == "×", t.text == "x", t.text == "X", t.text == "*" && j == i:
	default:
		return 0
	}
	if k := c.over(j + 1); c.kind(k) == digits && (k == j+1) == (j == i) {
		return k
	}
	return 0
}

// betweenNumbers are signs that are words between two numbers only.
var betweenNumbers = map[string]string{"×": "nhân", "x": "nhân", "X": "nhân", "+": "cộng", "=": "bằng", "*": "nhân", "<": "nhỏ hơn", ">": "lớn hơn", "÷": "đến"}

// matchOperator reads signs and the letter x where they join numbers: x3, 10^6, 50% + 1, GMT+7, 18+, No. 5, phi 21.
func matchOperator(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	next := c.over(i + 1)
	if words, ok := c.operatorIn(i); ok {
		return spoken{text: words}, 1, true
	}
	if c.is(i, "!") && c.glued(i) && c.operand(i-1) && operators[c.at(next).text] != "" && c.equation(i) {
		return spoken{text: "giai thừa"}, 1, true
	}
	if words := betweenNumbers[t.text]; words != "" && c.kind(next) == digits && c.numberBefore(i) {
		return spoken{text: words}, 1, true
	}
	switch {
	case c.is(i, "*") && c.kind(i-1) == digits && len(c.at(i-1).text) == 1 && c.kind(i+1) != digits && !c.is(i+1, "*") && starCues.near(c, i-1, 4):
		return spoken{text: "sao"}, 1, true
	case (t.text == "x" || t.text == "X") && c.kind(i+1) == digits && !c.glued(i) && !c.equation(i):
		return spoken{text: "nhân"}, 1, true
	case (t.text == "x" || t.text == "X") && c.kind(i-1) == space && c.kind(i+1) == space && c.kind(next) == digits && c.amountBefore(i):
		return spoken{text: "nhân"}, 1, true // 70.000 đồng x 5 người
	case (t.text == "x" || t.text == "X") && c.kind(i-1) == space && c.kind(i+1) == space && c.kind(next) == word && c.amountBefore(i) && c.equalAhead(i):
		return spoken{text: "nhân"}, 1, true // 2.340.000đ x hệ số 3,33 = 7.792.200đ
	case t.text == "^" && c.glued(i):
		if c.isAny(i+1, "-−") && c.kind(i+2) == digits {
			return spoken{text: "mũ âm"}, 2, true
		}
		return spoken{text: "mũ"}, 1, c.kind(i+1) == digits
	case t.text == "√" && c.kind(i+1) == digits:
		return spoken{text: "căn"}, 1, true
	case t.text == "+" && (keyCues.directly(c, i) && c.kind(next) == word || c.kind(i-1) == space && c.kind(i+1) == space && c.kind(next) == word && c.amountBefore(i) && !c.at(next).heading):
		return spoken{text: "cộng"}, 1, true // Ctrl + C, lương 7tr + thưởng
	case t.text == "+" && c.kind(i-1) == space && c.kind(i+1) == space && c.kind(next) == digits && c.kind(i-2) != sign && c.amountBefore(i):
		return spoken{text: "cộng"}, 1, true // 10 kg gạo + 1 thùng mì
	case t.text == "+" && c.isAny(i-1, "'’′") && c.kind(i+1) == digits:
		return spoken{text: "cộng"}, 1, true
	case t.text == "+" && c.glued(i) && (c.kind(i+1) != space || c.kind(i-1) == digits || capitalised(c.at(i-1).text)), t.text == "+" && c.kind(i-1) == sign && c.is(i-1, "+"):
		return spoken{text: "cộng"}, 1, true
	case strings.Contains("ØøΦφϕ", t.text) && c.kind(next) == digits && t.kind == sign:
		return spoken{text: "phi"}, 1, true
	case t.kind == word && t.key == "no" && !c.glued(i):
		return c.numberSign(i)
	}
	return spoken{}, 0, false
}

// keyCues are keys that are held while another is struck.
var keyCues = cues("ctrl", "alt", "shift", "windows", "win", "command", "cmd", "option", "fn", "phím", "phím nguồn", "nút nguồn", "phím home", "nút home")

// starCues stand before the stars of a house or of goods: khách sạn 5*.
var starCues = cues("khách sạn", "resort", "ocop", "nghỉ dưỡng", "tiêu chuẩn", "hạng", "sản phẩm")

// numberSign reads No. 5, No5 and N° 5, which are "số".
func (c *context) numberSign(i int) (spoken, int, bool) {
	j := i + 1
	if c.isAny(j, ".°") {
		j++
	}
	if (j > i+1 || c.at(i).text == "No") && c.kind(c.over(j)) == digits {
		return spoken{text: "số"}, j - i, true
	}
	return spoken{}, 0, false
}

// numberBefore says whether a number, with a unit or without, ends before token i.
func (c *context) numberBefore(i int) bool {
	j := c.before(i)
	return c.kind(j) == digits || c.is(j, "%") || c.kind(j) == word && units[c.at(j).text] != "" && c.kind(c.before(j)) == digits
}

// amountBefore says whether a number stands among the seven tokens left of token i, with what it counts between.
func (c *context) amountBefore(i int) bool {
	for j, n := c.before(i), 0; n < 7 && !c.barrier(j); j, n = c.before(j), n+1 {
		if c.kind(j) == digits {
			return true
		}
	}
	return false
}
