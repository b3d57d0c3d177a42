package verbalize

// scoreCues stand before the two numbers of a match, with the names of teams between.
var scoreCues = cues("tỷ số", "tỉ số", "thắng", "thua", "hòa", "dẫn", "gỡ", "kết quả", "thất bại", "luân lưu", "đánh bại", "vượt qua", "chung cuộc",
	"bại", "chung kết", "bán kết", "hạ gục", "ngược dòng", "lượt đi", "lượt về", "hiệp một", "hiệp hai", "hiệp phụ")

// scored says whether a cue of scores stands among the n tokens left of token i; "hòa" in điều hòa, hòa giải and in names is none.
func (c *context) scored(i, n int) bool {
	for j := c.before(i); n > 0 && !c.barrier(j); j, n = c.before(j), n-1 {
		if scoreCues.endsAt(c, j) && !(c.says(j, "hòa") && c.harmony(j)) {
			return true
		}
		if t := c.at(j); t.text == "hạ" && c.kind(j+1) == space && c.nameAt(j+2) { // Djokovic hạ Alcaraz 7-6
			return true
		}
	}
	return false
}

// harmony says whether "hòa" at token i is a part of a longer word or of a name.
func (c *context) harmony(i int) bool {
	b := c.before(i)
	return capitalised(c.at(i).text) && !c.at(i).first && c.kind(b) == word || harmonyBefore.endsAt(c, b) || harmonyAfter.startsAt(c, c.over(i+1))
}

var (
	harmonyBefore = cues("điều", "hài", "giao", "hiền", "ôn", "cộng", "trung", "bão", "khoan", "nhân", "ôn", "hiếu", "cầu", "chan")
	harmonyAfter  = cues("giải", "bình", "nhập", "đồng", "hợp", "tan", "thuận", "nhạc", "mình", "lẫn", "mạng", "lưới", "vốn", "âm", "khí", "hảo")
)

// lineupCues stand before the lines of a team and the parts of a fertiliser.
var lineupCues = cues("sơ đồ", "đội hình", "chiến thuật", "npk")

// gameNouns count what a pair of numbers after "thắng" may count too: thắng 5-7 trận.
var gameNouns = cues("trận", "bàn", "ván", "hiệp", "set", "vòng", "điểm", "giải", "tuổi", "mét", "người", "đội", "quả", "phút")

// winCues stand before the score of the winner, whose number is the greater: dẫn 2-3 đoàn khách is none.
var winCues = cues("thắng", "dẫn", "dẫn trước", "vượt qua", "đánh bại", "hạ gục")

// matchScore reads "thắng 3-0" as the two numbers with nothing between, and the scores of parts after it: 6-4, 6-3.
func matchScore(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	if lineupCues.directly(c, i) || c.is(i-1, "(") && lineupCues.near(c, i-1, 5) {
		return c.lineup(i)
	}
	words, end, ok := c.score(i)
	if ok && (spanCues.directly(c, i) || spanLabels.directly(c, i)) && less(c.at(i).text, c.at(end-1).text) {
		return spoken{}, 0, false // kết quả của tổ 1-3
	}
	if ok && winCues.directly(c, i) && less(c.at(i).text, c.at(end-1).text) && c.nounAfter(end) {
		return spoken{}, 0, false
	}
	reach := 6
	if c.is(c.before(i), ":") {
		reach = 12 // Chung kết: Thôn 4 - Thôn 7: 3-2
	}
	if !ok || !c.scored(i, reach) && !c.teams(i) && !(ratioCues.directly(c, i) && !c.is(i+1, ":") && less(c.at(c.over(i+2)).text, c.at(i).text)) {
		return spoken{}, 0, false
	}
	for {
		joint, j := ", ", c.over(end)
		if c.is(j, ")") && c.is(c.over(j+1), ",") {
			j = c.over(j + 1) // 7-6 (7-3), 7-6
		}
		switch {
		case c.isAny(j, ",;("):
			j = c.over(j + 1)
		case c.says(j, "và"):
			joint, j = " "+c.at(j).text+" ", c.over(j+1)
		default:
			return spoken{text: words}, end - i, true
		}
		more, after, ok := c.score(j)
		if !ok || end-i > longest {
			return spoken{text: words}, end - i, true
		}
		words, end = words+joint+more, after
	}
}

// score reads the shape of two small numbers that nothing else is made of.
func (c *context) score(i int) (words string, end int, ok bool) {
	if c.kind(i) != digits || len(c.at(i).text) > 2 {
		return "", 0, false
	}
	j, _, marked := c.rangeMark(i + 1)
	if c.is(i+1, ":") {
		j, marked = i+2, true
	}
	if !marked || c.kind(j) != digits || len(c.at(j).text) > 2 {
		return "", 0, false
	}
	end = j + 1
	if c.kind(end) == word || c.isAny(end, "-–/%.,:") && c.kind(end+1) == digits || c.is(end, "%") || c.measured(end) || c.says(c.over(end), "độ") ||
		c.kind(end) == space && (gameNouns.startsAt(c, end+1) || moreCounted.startsAt(c, end+1)) {
		return "", 0, false
	}
	return c.sayRun(c.at(i).text, true) + " " + c.sayRun(c.at(j).text, true), end, true
}

// teams says whether two names with a dash between stand before the numbers, or one on each side: Việt Nam - Thái Lan 2-1.
func (c *context) teams(i int) bool {
	j := c.before(i)
	if c.is(j, ":") {
		j = c.before(j)
	}
	if t := c.at(j); t.kind != word || !capitalised(t.text) && c.kind(c.before(j)) != word {
		return false
	}
	if _, end, _ := c.score(i); c.kind(end) == space && c.kind(end+1) == word && capitalised(c.at(end+1).text) && !spanLabels.endsAt(c, j) && c.is(c.over(i+1), "-") && !c.says(end+1, "tết") {
		return capitalised(c.at(j).text) // Hà Nội 2-1 Viettel
	}
	for n := 0; n < 4 && c.kind(j) == word && capitalised(c.at(j).text); n++ {
		j = c.before(j)
	}
	t := c.at(c.before(j))
	return c.isAny(j, "-–") && c.kind(j-1) == space && t.kind == word && capitalised(t.text)
}

// lineup reads 4-4-2 after its cue.
func (c *context) lineup(i int) (spoken, int, bool) {
	words, end := c.sayRun(c.at(i).text, true), i+1
	for c.isAny(end, "-–") && c.kind(end+1) == digits && len(c.at(end+1).text) <= 2 && end-i < longest {
		words, end = words+" "+c.sayRun(c.at(end+1).text, true), end+2
	}
	return spoken{text: words}, end - i, end > i+4
}
