package verbalize

// matchMonth reads "tháng 4", "tháng 4/2023", "tháng 4-6/2023" and, where the first ten days are "mùng", "ngày 1 tháng 5".
func matchMonth(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word {
		return spoken{}, 0, false
	}
	j := c.over(i + 1)
	if c.kind(j) != digits || c.kind(i+1) != space {
		return spoken{}, 0, false
	}
	if c.says(i, "ngày") {
		day, k := number(c.at(j).text), c.over(j+1)
		if c.region.FirstDay && day >= 1 && day <= 10 && len(c.at(j).text) <= 2 && c.says(k, "tháng") {
			return spoken{text: t.text + " " + c.region.sayDay(day, true)}, j + 1 - i, true
		}
		return spoken{}, 0, false
	}
	if !c.says(i, "tháng") {
		return spoken{}, 0, false
	}
	month := number(c.at(j).text)
	if len(c.at(j).text) > 2 || month < 1 || month > 12 || c.kind(j+1) == word {
		return spoken{}, 0, false
	}
	if c.kind(c.before(i)) == digits && c.says(c.over(j+1), "ngày", "tuần") {
		return spoken{}, 0, false // 3 tháng 4 ngày
	}
	words, end := t.text+trimMonth(c.region.sayMonth(month)), j+1
	for range 11 {
		joint, next := "", 0
		if k, _, ok := c.rangeMark(end); ok {
			joint, next = " đến tháng ", k
		} else if c.is(end, ",") {
			joint, next = ", ", c.over(end+1)
		} else if k := c.over(end); c.says(k, "và") {
			joint, next = " và ", c.over(k+1)
		}
		if joint == "" || !c.nextMonth(next, month, joint) {
			break
		}
		month = number(c.at(next).text)
		words, end = words+joint+trimMonth(c.region.sayMonth(month))[1:], next+1
	}
	if year, k, ok := c.yearAfter(end); ok {
		words += " năm " + year
		end = k
		if k, _, ok := c.rangeMark(end); ok && c.kind(k) == digits {
			if d, ok := c.date(k); ok && d.day == 0 {
				words, end = words+" đến "+c.region.sayDate(d, false), d.end
			}
		}
	} else if c.isAny(end, "/.,") && c.kind(end+1) == digits {
		return spoken{}, 0, false
	}
	return spoken{text: words}, end - i, true
}

// nextMonth says whether a further month of a list or span stands at token i: greater than the one before, and not the count of
// something (tháng 4, 5 người).
func (c *context) nextMonth(i, before int, joint string) bool {
	t := c.at(i)
	if t.kind != digits || len(t.text) > 2 || number(t.text) <= before || number(t.text) > 12 || c.kind(i+1) == word {
		return false
	}
	if _, _, ok := c.yearAfter(i + 1); ok {
		return joint != " và "
	}
	if c.isAny(i+1, "/.") && c.kind(i+2) == digits {
		return false
	}
	return c.kind(i+1) != space || c.kind(i+2) != word || joint == " đến tháng " || c.says(i+2, "năm", "và", "hằng", "hàng", "tới", "này", "vừa", "của", "là", "sẽ")
}

// trimMonth takes the word off a month's name: the writer's own stands before.
func trimMonth(words string) string { return words[len("tháng"):] }

// yearAfter reads "/2023", "-2023" or ".2023" at token i.
func (c *context) yearAfter(i int) (words string, end int, ok bool) {
	if !c.isAny(i, "/-.") || c.kind(i+1) != digits || len(c.at(i+1).text) != 4 || c.kind(i+2) == word {
		return "", 0, false
	}
	year := number(c.at(i + 1).text)
	if year < 1000 || year > 2999 {
		return "", 0, false
	}
	return c.region.cardinal(c.at(i + 1).text), i + 2, true
}
