package verbalize

var ordinalCues = cues("thứ", "hạng", "giải", "quý")

// matchOrdinal reads numbers whose form hangs on the word before them: thứ 4 "thứ tư", hạng 1 "hạng nhất", thứ 2, 4, 6, quý 4/2023.
func matchOrdinal(c *context, i int) (spoken, int, bool) {
	cue := c.before(i)
	if !c.ordinal(i) || !ordinalCues.endsAt(c, cue) {
		return spoken{}, 0, false
	}
	words, end, last := c.sayOrdinalAt(i, i), i+1, number(c.at(i).text)
	for n := range 6 {
		joint, j := ", ", 0
		if k, _, ok := c.rangeMark(end); ok && c.says(cue, "thứ") && (n > 0 || c.isAny(k+1, "-–") && c.kind(k+2) == digits) {
			j = k // thứ 2-4-6 are three days
		} else if ok {
			joint, j = " đến ", k
			if c.says(cue, "thứ") && number(c.at(k).text) < 8 {
				joint = " đến thứ "
			}
		} else if c.is(end, ",") {
			j = c.over(end + 1)
		} else if k := c.over(end); c.says(k, "và", "hoặc") {
			joint, j = " "+c.at(k).text+" ", c.over(k+1)
		}
		if j == 0 || !c.ordinal(j) || number(c.at(j).text) <= last || last > 10 && joint != " đến " || c.counted(j+1) || c.is(j+1, "/") && !c.says(cue, "quý") {
			break
		}
		words, end, last = words+joint+c.sayOrdinalAt(i, j), j+1, number(c.at(j).text)
	}
	if c.says(cue, "quý") {
		if year, after, ok := c.yearAfter(end); ok {
			return spoken{text: words + " năm " + year}, after - i, true
		}
	}
	if c.is(end, "/") && c.kind(end+1) == digits && !c.is(end+2, "/") {
		return spoken{text: words + " trên " + c.sayRun(c.at(end+1).text, true)}, end + 2 - i, true // thứ 4/10
	}
	if c.isAny(end, "/.,") && c.kind(end+1) == digits {
		return spoken{}, 0, false
	}
	return spoken{text: words}, end - i, true
}

// ordinal says whether a number stands at token i that an ordinal word can count.
func (c *context) ordinal(i int) bool {
	t := c.at(i)
	return t.kind == digits && len(t.text) <= 3 && t.text[0] != '0' && c.kind(i+1) != word && !(c.is(i+1, ".") && c.kind(i+2) == digits)
}

var weekdays = map[string]string{"2": "thứ hai", "3": "thứ ba", "4": "thứ tư", "5": "thứ năm", "6": "thứ sáu", "7": "thứ bảy"}

// dayPartCues and the words of weekdays stand before one weekday in the short form: sáng T7, thứ 7 và CN.
var (
	dayPartCues = cues("sáng", "trưa", "chiều", "tối", "đêm", "ngày", "từ", "vào", "nghỉ", "cả", "trừ", "hết", "riêng", "kể cả", "sang")
	longDays    = cues("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy")
)

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

// matchWeekday reads weekdays in the short form of schedules where another day, a time or a date stands beside them: T2-T6, T7, CN.
func matchWeekday(c *context, i int) (spoken, int, bool) {
	if month := c.at(i + 1); c.at(i).text == "T" && !c.glued(i) && month.kind == digits && len(month.text) <= 2 && number(month.text) >= 1 && number(month.text) <= 12 {
		if year, end, ok := c.yearAfter(i + 2); ok {
			return spoken{text: c.region.sayMonth(number(month.text)) + " năm " + year}, end - i, true // T6/2024
		}
	}
	words, end := c.weekday(i)
	if words == "" || c.glued(i) {
		return spoken{}, 0, false
	}
	several := c.besideDay(i, end)
	for {
		joint := ""
		j, _, ok := c.rangeMark(end)
		switch {
		case ok:
			joint = " đến "
		case c.is(end, ",") || c.is(end, "/"):
			joint, j = ", ", c.over(end+1)
		case c.is(c.over(end), "&"):
			joint, j = " và ", c.over(c.over(end)+1)
		case c.says(c.over(end), "và", "đến"):
			j = c.over(end)
			joint, j = " "+c.at(j).text+" ", c.over(j+1)
		}
		next, after := c.weekday(j)
		if joint == "" || next == "" || end-i > longest {
			return spoken{text: words}, end - i, several
		}
		words, end, several = words+joint+next, after, true
	}
}

// besideDay says whether what stands before or after the weekday at token i, which ends before end, shows that it is one.
func (c *context) besideDay(i, end int) bool {
	j := c.over(end)
	if c.isAny(j, ",:(") {
		j = c.over(j + 1)
	}
	if _, timed := c.clock(j); timed {
		return true
	}
	if d, dated := c.date(j); dated && d.day > 0 && d.exists() {
		return true
	}
	if c.says(j, "ngày") && c.kind(c.over(j+1)) == digits {
		return true
	}
	b := c.before(i)
	if dayPartCues.endsAt(c, b) {
		return true
	}
	if c.isAny(b, ",&-–") || c.says(b, "và", "đến", "hoặc") {
		b = c.before(b)
		if longDays.endsAt(c, b) || c.kind(b) == digits && c.says(c.before(b), "thứ", "tiết", "buổi") {
			return true
		}
	}
	if (c.is(end, ":") || lessons.startsAt(c, c.over(end)) || c.isAny(b, ":;")) && c.scheduleFollows(end) {
		return true // T2: nghỉ; T3-CN: 8h
	}
	return (c.at(i).first || c.inSchedule(i)) && (daysOff.startsAt(c, c.over(end)) || c.inSchedule(i) && (c.kind(c.over(end)) == newline || c.isAny(end, ".;,:")))
}

var lessons = cues("tiết", "buổi", "sáng", "chiều", "tối")

// daysOff follow the name of a day in the opening hours of an office.
var daysOff = cues("nghỉ", "không", "làm", "học", "chỉ", "đóng cửa", "mở cửa", "làm việc", "trực", "cả ngày", "tiết", "buổi")

// scheduleFollows says whether another weekday in the short form stands right of token i in the same line.
func (c *context) scheduleFollows(i int) bool {
	for j, n := i+1, 0; n < 40 && c.kind(j) != newline; j, n = j+1, n+1 {
		if words, _ := c.weekday(j); words != "" && !c.glued(j) {
			return true
		}
	}
	return false
}

// inSchedule says whether a weekday in the short form stands left of token i in the same line: T2-T6, 7h30-11h30; CN nghỉ.
func (c *context) inSchedule(i int) bool {
	for j, n := i-1, 0; n < 40 && c.kind(j) != newline; j, n = j-1, n+1 {
		if c.at(j).text == "T" && c.kind(j+1) == digits && !c.glued(j) && weekdays[c.at(j+1).text] != "" && c.kind(j+2) != word {
			return true
		}
	}
	return false
}
