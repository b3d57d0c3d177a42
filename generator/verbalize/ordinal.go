package verbalize

var ordinalCues = cues("thứ", "hạng", "giải", "quý")

// matchOrdinal reads a number whose form hangs on the word before it: thứ 4 "thứ tư", hạng 1 "hạng nhất", quý 4/2023.
func matchOrdinal(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != digits || len(t.text) > 3 || t.text[0] == '0' || !ordinalCues.endsAt(c, c.before(i)) {
		return spoken{}, 0, false
	}
	end := i + 1
	year, after, dated := "", end, false
	if c.says(c.before(i), "quý") {
		year, after, dated = c.yearAfter(end)
	}
	if !dated && (c.isAny(end, "/.,") && c.kind(end+1) == digits || c.kind(end) == word) {
		return spoken{}, 0, false
	}
	words := c.sayOrdinal(i, number(t.text))
	if dated {
		words, end = words+" năm "+year, after
	}
	return spoken{text: words}, end - i, true
}

var weekdays = map[string]string{"2": "thứ hai", "3": "thứ ba", "4": "thứ tư", "5": "thứ năm", "6": "thứ sáu", "7": "thứ bảy"}

// weekday reads T2 to T7 and CN at token i.
func (c *context) weekday(i int) (words string, end int) {
	switch t := c.at(i); {
	case t.text == "T" && c.kind(i+1) == digits && c.kind(i+2) != word:
		return weekdays[c.at(i+1).text], i + 2
	case t.text == "CN" && c.kind(i+1) != word && c.kind(i+1) != digits:
		return "chủ nhật", i + 1
	}
	return "", 0
}

// matchWeekday reads a span or list of weekdays in the short form of schedules: T2-T6, T7, CN.
func matchWeekday(c *context, i int) (spoken, int, bool) {
	words, end := c.weekday(i)
	if words == "" || c.glued(i) {
		return spoken{}, 0, false
	}
	several := false
	for {
		joint := ""
		j, _, ok := c.rangeMark(end)
		switch {
		case ok:
			joint = " đến "
		case c.is(end, ",") || c.is(end, "/"):
			joint, j = ", ", c.over(end+1)
		case c.says(c.over(end), "và", "đến"):
			j = c.over(end)
			joint, j = " "+c.at(j).text+" ", c.over(j+1)
		default:
			if several {
				return spoken{text: words}, end - i, true
			}
			if _, timed := c.clock(c.over(end)); timed {
				return spoken{text: words}, end - i, true
			}
			return spoken{}, 0, false
		}
		next, after := c.weekday(j)
		if next == "" {
			return spoken{text: words}, end - i, several
		}
		words, end, several = words+joint+next, after, true
	}
}
