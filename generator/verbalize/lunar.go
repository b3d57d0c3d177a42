package verbalize

var lunarWords = cues("âm lịch", "âl", "al")

// matchLunarDate reads a day of the lunar calendar, whose first ten days are always "mùng".
func matchLunarDate(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	d, ok := c.date(i)
	if !ok || d.day == 0 || d.day > 30 {
		return spoken{}, 0, false
	}
	j := c.over(d.end)
	open := c.is(j, "(")
	if open {
		j++
	}
	lunarBefore := lunarWords.directly(c, i)
	if !lunarBefore && (!lunarWords.startsAt(c, j) || c.at(j).text == "Al" || c.at(j).text == "al") { // Al Hazem is a name
		return spoken{}, 0, false
	}
	if lunarBefore {
		words := c.region.sayDate(d, true)
		if d.day > 10 {
			words = "ngày " + words
		}
		return spoken{text: words}, d.end - i, true
	}
	end := j + 1
	if c.says(j, "âm") {
		end = c.over(j+1) + 1
	}
	if open && c.is(end, ")") {
		end++
	}
	words := c.region.sayDate(d, !firstTen.directly(c, i)) + " âm lịch"
	if d.day > 10 && !dayWords.directly(c, i) {
		words = "ngày " + words
	}
	return spoken{text: words}, end - i, true
}
