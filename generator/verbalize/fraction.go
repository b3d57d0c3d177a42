package verbalize

import "strings"

// matchRatio reads a:b and, after a cue, a/b as "trên".
func matchRatio(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) || c.kind(i+2) != digits && c.kind(i+3) != digits {
		return spoken{}, 0, false
	}
	if words, end, ok := c.house(i); ok {
		return spoken{text: words}, end - i, true
	}
	switch {
	case c.is(i+1, ":"):
	case c.is(i+1, "/") && ratioCues.near(c, i, 3):
	default:
		return spoken{}, 0, false
	}
	a, ok := c.numeral(i)
	if !ok || a.end != i+1 || c.kind(i+2) != digits {
		return spoken{}, 0, false
	}
	b, ok := c.numeral(i + 2)
	if !ok || c.kind(b.end) == word {
		return spoken{}, 0, false
	}
	if c.is(b.end, ":") && c.kind(b.end+1) == digits { // NPK 16:16:8
		words, end := c.sayNumeral(a)+", "+c.sayNumeral(b), b.end
		for c.is(end, ":") && c.kind(end+1) == digits && end-i < longest {
			words, end = words+", "+c.sayRun(c.at(end+1).text, true), end+2
		}
		return spoken{text: words}, end - i, true
	}
	return spoken{text: c.sayNumeral(a) + " trên " + c.sayNumeral(b)}, b.end - i, true
}

// house reads the number of a house with a letter in it before the alley: nhà 12B/5.
func (c *context) house(i int) (words string, end int, ok bool) {
	letter := c.at(i + 1)
	if letter.kind != word || len(letter.text) != 1 || !capitalised(letter.text) || !c.is(i+2, "/") || c.kind(i+3) != digits || c.isAny(i+4, "/-") || !houseCues.directly(c, i) {
		return "", 0, false
	}
	return c.sayRun(c.at(i).text, false) + " " + c.region.letterName([]rune(letter.text)[0], false) + " trên " + c.sayRun(c.at(i+3).text, false), i + 4, true
}

// matchFraction reads a/b that is no date: "trên" for houses and for some of many, "phần" else.
func matchFraction(c *context, i int) (spoken, int, bool) {
	if t := c.at(i); t.kind == sign && fractionOf(t.text) != "" {
		return spoken{text: fractionOf(t.text)}, 1, true
	}
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	if said, n, ok := c.mixed(i); ok {
		return said, n, true
	}
	a, ok := c.numeral(i)
	if !ok || !c.is(a.end, "/") || c.kind(a.end+1) != digits {
		return spoken{}, 0, false
	}
	b, ok := c.numeral(a.end + 1)
	if !ok {
		return spoken{}, 0, false
	}
	if c.is(b.end, "/") && c.kind(b.end+1) == digits {
		return c.slashes(i, a, b)
	}
	end := b.end
	over := c.sayPart(a) + " trên " + c.sayPart(b)
	x, y, named := a.whole, b.whole, fractionCues.near(c, i, 16)
	switch {
	case named && !houseCues.directly(c, i) || fractionCues.directly(c, i):
	case x == "24" && (y == "7" || y == "24"):
		if c.at(end).key == "h" && c.kind(end+1) != digits {
			return spoken{text: over + " giờ"}, end + 1 - i, true
		}
		if y == "24" && !c.says(c.over(end), "giờ") {
			over += " giờ"
		}
		return spoken{text: over}, end - i, true
	case a.plain() && b.plain() && isYear(x) && (isYear(y) || len(y) == 2 && number(y) == (number(x)+1)%100):
		return spoken{text: c.sayNumeral(a) + ", " + c.sayNumeral(b)}, end - i, true // mùa giải 2022/2023
	case houseCues.directly(c, i), c.countedPair(end) && !smallShare(x, y) && !(roundCues.directly(c, i) && len(y) == 1), c.partOf(i, end, x, y), schoolCues.directly(c, i) && (y == "12" || y == "10"), subjects.directly(c, i) && y == "10", ofCues.directly(c, i) && !shareNouns.startsAt(c, c.over(end)), ratioCues.near(c, i, 3), a.fraction != "", a.grouped, c.isShareOfWhole(end), magnitudes.startsAt(c, c.over(end)),
		!less(a.value(), b.value()) && (a.value() == b.value() || !shareNouns.startsAt(c, c.over(end)) && !sharedNouns.startsAt(c, c.over(end))), c.voltage(end), c.kind(end) == word && c.unitEnd(end) == end, x[0] == '0' && len(x) > 2, b.fraction != "":
		said := spoken{text: over}
		if strongDateCues.directly(c, i) {
			said.findings = []Finding{c.finding(impossibleDate, i, end, "không có ngày "+c.source(i, end), "Xem lại ngày tháng.")}
		}
		unit, after := c.unitAfter(end)
		said.text, end = said.text+unit, after
		return said, end - i, true
	}
	said := spoken{text: c.share(x, y)}
	if b.grouped {
		said.text = c.sayNumeral(a) + " phần " + c.sayNumeral(b)
	}
	if joint, j := c.dateJoint(end); strings.Contains(joint, "đến") && c.kind(j) == digits && c.is(j+1, "/") && c.kind(j+2) == digits && less(c.at(j).text, c.at(j+2).text) && !c.is(j+3, "/") {
		said.text += " đến " + c.share(c.at(j).text, c.at(j+2).text)
		end = j + 3
	}
	if j, _, ok := c.rangeMark(end); ok && c.kind(j) == digits {
		if n, _ := c.numeral(j); n.plain() && len(n.whole) < 3 && (c.nounAfter(n.end) || c.measured(n.end)) {
			words, after := c.unitAfter(n.end)
			return spoken{text: said.text + " đến " + c.sayNumeral(n) + words}, after - i, true // uống 1/2 - 1 viên
		}
	}
	unit, after := c.unitAfter(end)
	if d, ok := c.date(i); ok && d.day > 0 && unit == "" && !shareNouns.startsAt(c, c.over(end)) && !sharedNouns.startsAt(c, c.over(end)) && !pieces.startsAt(c, c.over(end)) && !shareCues.directly(c, i) && !named && !c.isAny(c.over(end), "<>=") && !c.isAny(c.before(i), "<>=") {
		said.findings = []Finding{c.finding(doubtful, i, end, quote(c.source(i, end))+" đọc là phân số", "Nếu là ngày, viết: ngày "+c.source(i, end)+".")}
	}
	said.text += unit
	return said, after - i, true
}

// partOf says whether a/b tells how many of how many, and not a share: its numbers are padded, its whole is more than twelve (45/50), or
// things follow that are no mass (7/9 tủ điện).
func (c *context) partOf(i, end int, a, b string) bool {
	next, whole := c.over(end), number(b)
	if len(a) > 6 || len(b) > 6 || shareNouns.startsAt(c, next) || sharedNouns.startsAt(c, next) && (whole <= 12 || a == "1") || roundCues.directly(c, i) {
		return false
	}
	switch {
	case a[0] == '0' || b[0] == '0':
		return len(a) == 2 && len(b) == 2
	case a == "1" || whole < 5 || strings.Trim(b, "0") == "1" && len(b) > 2:
		return false
	case whole > 12:
		return true
	}
	return c.nounAfter(end) && !afterShares.startsAt(c, next)
}

var (
	// roundCues stand before shares.
	roundCues = cues("hơn", "gần", "khoảng", "chiếm", "quá", "ít nhất", "trên", "dưới", "tối thiểu", "tối đa", "chừng", "độ", "bằng")
	// afterShares are words after a share that it does not count.
	afterShares = cues("còn", "này", "đó", "ấy", "nữa", "chưa", "vẫn", "ở", "như", "so", "rồi", "hay", "nên", "lại", "thôi")
	// ofCues stand before marks and counts of a whole: điểm 9/10, đạt 12/13.
	ofCues = cues("điểm", "đạt", "hoàn thành", "thị lực", "mắt trái", "mắt phải", "apgar", "gpa")
	// fractionCues name what follows.
	fractionCues = cues("phân số", "hỗn số")
	// pieces follow a share of one of them, which no day counts: 3/4 chiếc bánh.
	pieces = cues("chiếc", "cái", "miếng", "tấm", "cân", "lạng", "thùng", "bao", "xô", "can", "lọ", "tách", "quãng", "mảnh", "khúc", "ổ", "túi", "bình", "hũ", "nồi")
	// shareCues stand before fractions alone.
	shareCues = cues("hơn", "gần", "khoảng", "chiếm", "giảm", "tăng", "ít nhất", "quá", "trên", "dưới", "bằng", "chỉ", "tới", "được", "mất", "còn", "tối thiểu", "tối đa", "có",
		"mới", "cả", "lấy", "cho", "thêm", "pha", "một", "đổ", "vòng", "trong")
)

// sayPart says a part of a fraction, which counts something: 05/06 hộ.
func (c *context) sayPart(n numeral) string {
	if n.plain() {
		return c.sayRun(n.whole, true)
	}
	return c.sayNumeral(n)
}

// isYear says whether digits are a year of our time.
func isYear(s string) bool { return len(s) == 4 && s >= "1900" && s <= "2100" }

// isShareOfWhole says whether a share in percent follows in brackets: 11/11 (100%).
func (c *context) isShareOfWhole(i int) bool {
	if j := c.over(i); c.is(j, "(") {
		n, ok := c.numeral(j + 1)
		return ok && c.is(n.end, "%")
	}
	return false
}

// unitAfter reads a unit after a fraction: 1/2 kg, 220/110 kV.
func (c *context) unitAfter(i int) (words string, end int) {
	if unit, after, ok := c.unitAt(i); ok {
		return " " + unit, after
	}
	return "", i
}

// voltage says whether a unit follows that pairs are given in: 200/220V, 120/80 mmHg.
func (c *context) voltage(i int) bool {
	unit, _ := c.unitAfter(i)
	return strings.HasSuffix(unit, "vôn") || strings.HasSuffix(unit, "thủy ngân")
}

// unitEnd is the token after a unit at token i, i if there is none.
func (c *context) unitEnd(i int) int {
	_, end := c.unitAfter(i)
	return end
}

// mixed reads a number with a fraction after it: 7 1/3, 2 ½.
func (c *context) mixed(i int) (spoken, int, bool) {
	a := c.at(i).text
	if j := c.over(i + 1); c.kind(j) == sign && fractionOf(c.at(j).text) != "" {
		return spoken{text: c.sayRun(a, true) + " và " + fractionOf(c.at(j).text)}, j + 1 - i, true
	}
	if c.kind(i+1) != space || c.kind(i+2) != digits || !c.is(i+3, "/") || c.kind(i+4) != digits || c.is(i+5, "/") {
		return spoken{}, 0, false
	}
	b, d := c.at(i+2).text, c.at(i+4).text
	if len(b) > 2 || len(d) > 2 || len(a) > 3 || !less(b, d) || c.kind(i+5) == word {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayRun(a, true) + " và " + c.share(b, d)}, 5, true
}

// slashes reads three numbers and more: a house in an alley of an alley, voltages; others are reported.
func (c *context) slashes(i int, a, b numeral) (spoken, int, bool) {
	words, end := c.sayNumeral(a)+" trên "+c.sayNumeral(b), b.end
	for c.is(end, "/") && c.kind(end+1) == digits && end-i < longest {
		n, _ := c.numeral(end + 1)
		words, end = words+" trên "+c.sayNumeral(n), n.end
	}
	unit, after := c.unitAfter(end)
	said := spoken{text: words + unit}
	if unit == "" && !houseCues.directly(c, i) && !(addressCues.near(c, i, 4) && c.nameAt(c.over(after))) {
		said.findings = []Finding{c.finding(unreadable, i, end, quote(c.source(i, end))+" không phải ngày tháng hay phân số", "Viết bằng chữ.")}
	}
	return said, after - i, true
}

// addressCues stand before the number of a house and the name of its street: Địa chỉ: 123/45/6 Lê Văn Sỹ.
var addressCues = cues("địa chỉ", "đ/c", "trú tại", "trú", "ngụ", "ở", "tại", "số", "hẻm", "về", "đến", "giao", "ship")

// share says a fraction: a quarter is "phần tư".
func (c *context) share(a, b string) string {
	if b == "4" {
		return c.sayRun(a, true) + " phần tư"
	}
	return c.sayRun(a, true) + " phần " + c.sayRun(b, true)
}

func fractionOf(sign string) string {
	for _, r := range sign {
		return fractions[r]
	}
	return ""
}

// smallShare says whether a pair is a half, a third, a quarter or a fifth, which nobody counts: 1/3 học sinh, but 2/3 thôn.
func smallShare(a, b string) bool { return a == "1" && len(b) == 1 && b >= "2" && b <= "5" }
