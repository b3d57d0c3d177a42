package verbalize

import "slices"

// rangeMark reads - – — ÷ ~ or .. at token i, with blanks on both sides or on none. next is the token after it.
func (c *context) rangeMark(i int) (next int, spaced, ok bool) {
	j := c.over(i)
	spaced = j > i
	switch {
	case c.is(j, ".") && c.is(j+1, ".") && !c.is(j+2, "."):
		j += 2
	case c.isAny(j, "-–—‒‑‐÷~"):
		j++
	default:
		return 0, false, false
	}
	if (c.kind(j) == space) != spaced {
		return 0, false, false
	}
	return c.over(j), spaced, true
}

var spanCues = cues("từ", "khoảng", "trong", "tầm", "cỡ", "độ")

// levelCues stand before a level between two bounds: điểm chuẩn dao động 18 - 21,5.
var levelCues = cues("dao động", "ở mức", "mức", "đạt", "còn", "giảm", "tăng", "dao động quanh", "xấp xỉ", "chừng", "thêm", "ước", "ước đạt", "phổ biến")

// spanLabels are words whose numbers make a span with blanks around the dash too: Điều 5 - 8.
var spanLabels = cues("điều", "khoản", "lớp", "cấp", "tổ", "trang", "bài", "câu", "số", "khối", "mức", "đợt", "tầng", "phòng", "thôn", "khu phố", "xóm", "đội", "tuần", "vòng",
	"bậc", "loại", "nhóm", "hàng", "dãy", "mục", "chương", "phần", "tiết", "năm", "giai đoạn", "thời kỳ", "nhiệm kỳ", "niên khóa", "năm học", "quý", "kỳ", "tập", "mã")

// yearPairCues are words after which two years are one name: năm học 2022-2023.
var yearPairCues = cues("năm học", "niên khóa", "nhiệm kỳ", "nhiệm kì", "mùa giải", "vụ", "đông xuân", "hè thu")

// amount is a number or a span of two numbers.
type amount struct {
	words    string
	first    numeral
	last     numeral
	end      int
	findings []Finding
}

// amount reads a number at token i, with a second one where the two are a span: the first not greater than the second.
func (c *context) amount(i int) (amount, bool) {
	return c.memos.amount.ask(c, i, (*context).findAmount)
}

func (c *context) findAmount(i int) (amount, bool) {
	first, ok := c.numeral(i)
	if !ok {
		return amount{}, false
	}
	one := amount{words: c.sayNumeral(first), first: first, last: first, end: first.end, findings: first.findings(c)}
	j, spaced, ok := c.rangeMark(first.end)
	if !ok || c.isAny(i-1, "-–") && c.glued(i-1) {
		return one, true
	}
	second, ok := c.numeral(j)
	if !ok || len(first.dotted) > 0 || len(second.dotted) > 0 || len(first.whole) > 12 || len(second.whole) > 12 {
		return one, true
	}
	if k, _, more := c.rangeMark(second.end); more && c.kind(k) == digits && !c.measured(second.end) {
		return one, true // a code of several groups
	}
	if spaced && !c.counts(second.end) && !spanCues.directly(c, i) && !levelCues.directly(c, i) && !spanLabels.directly(c, i) && !(isYear(first.whole) && isYear(second.whole)) {
		return one, true
	}
	if c.isAny(second.end, "/") && c.kind(second.end+1) == digits {
		return one, true
	}
	if first.signed == "" && second.signed == "" && less(second.value(), first.value()) && !c.measured(second.end) && !spanCues.directly(c, i) {
		return one, true
	}
	if first.signed == "" && second.signed == "" && first.fraction == "" && second.fraction == "" && first.value() == second.value() {
		return one, true // 1-1 is no span
	}
	// A padded first number counts the same things as the second.
	words := one.words
	if first.plain() {
		words = c.sayRun(first.whole, c.counts(second.end))
	}
	return amount{
		words: words + " đến " + c.sayNumeral(second), first: first, last: second, end: second.end,
		findings: slices.Concat(one.findings, second.findings(c)),
	}, true
}

// matchRange reads a span of plain numbers and tells of pairs that are none.
func matchRange(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits && !c.isAny(i, "-−+") {
		return spoken{}, 0, false
	}
	a, ok := c.amount(i)
	if !ok {
		return spoken{}, 0, false
	}
	if a.first.start != a.last.start {
		if isYear(a.first.whole) && (yearPairCues.near(c, i, 1) || yearPairCues.directly(c, i)) {
			return spoken{text: c.sayNumeral(a.first) + ", " + c.sayNumeral(a.last), findings: a.findings}, a.end - i, true
		}
		return spoken{text: a.words, findings: a.findings}, a.end - i, true
	}
	j, spaced, ok := c.rangeMark(a.end)
	if !ok || spaced || c.kind(j) != digits {
		return spoken{}, 0, false
	}
	second, _ := c.numeral(j)
	if !a.first.plain() || !second.plain() {
		return spoken{}, 0, false
	}
	words, end := a.words, second.end
	words += ", " + c.sayNumeral(second)
	said := spoken{text: words, findings: []Finding{c.finding(doubtful, i, end, quote(c.source(i, end))+" không phải khoảng từ số nhỏ đến số lớn",
		"Viết rõ bằng chữ: “đến”, “và” hoặc “trên”.")}}
	return said, end - i, true
}

// gameCues stand before two teams.
var gameCues = cues("trận", "bóng đá", "bóng chuyền", "giải", "cặp đấu", "kéo co", "chung kết", "bán kết", "tứ kết")

// matchSpan reads a dash between two amounts that repeat their word: thứ 2 - thứ 6, 8 giờ - 9 giờ 30, Km12+300 - Km15+500.
func matchSpan(c *context, i int) (spoken, int, bool) {
	if !c.isAny(i, "-–—") || c.scored(i, 6) || c.scored(i, 12) && gameCues.near(c, i, 12) {
		return spoken{}, 0, false // two teams
	}
	j, b := c.over(i+1), c.before(i)
	if c.kind(b) == digits && c.kind(j) == word && c.kind(c.over(j+1)) == digits {
		for n, k := 0, c.before(b); n < 4; n, k = n+1, c.before(k) {
			if t := c.at(k); t.kind == word {
				return spoken{text: "đến"}, 1, t.key == c.at(j).key
			}
		}
	}
	if t := c.at(b); t.kind == word && c.kind(c.before(b)) == digits && c.kind(j) == digits && t.key == c.at(c.over(j+1)).key {
		return spoken{text: "đến"}, 1, true
	}
	return spoken{}, 0, false
}
