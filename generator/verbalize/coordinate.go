package verbalize

// compass are the letters after an angle, with the word of the line that is counted.
var compass = map[string]string{"N": "vĩ Bắc", "S": "vĩ Nam", "E": "kinh Đông", "W": "kinh Tây", "B": "vĩ Bắc", "Đ": "kinh Đông"}

// matchCoordinate reads an angle: 17°05'30"N, 107,02°E, 17,0833° vĩ Bắc.
func matchCoordinate(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	if words, end, ok := c.bearings(i); ok {
		return spoken{text: words}, end - i, true
	}
	n, ok := c.numeral(i)
	if !ok || len(n.whole) > 3 {
		return spoken{}, 0, false
	}
	if name := compass[c.at(n.end).text]; name != "" && n.fraction != "" && c.bearing(i, n.end) {
		return spoken{text: c.region.cardinal(n.whole) + " phẩy " + digitWords(n.fraction) + " độ " + name}, n.end + 1 - i, true
	}
	if !c.is(n.end, "°") {
		return spoken{}, 0, false
	}
	words, end := c.region.cardinal(n.whole), n.end+1
	if n.fraction != "" {
		words += " phẩy " + digitWords(n.fraction)
	}
	words += " độ"
	minutes := false
	if _, ok := c.part(end, 59); ok && c.isAny(end+1, "'’′") {
		words, end, minutes = words+" "+c.region.cardinal(c.at(end).text)+" phút", end+2, true
		if _, ok := c.part(end, 59); ok && c.overPrimes(end+1) > end+1 {
			words, end = words+" "+c.region.cardinal(c.at(end).text)+" giây", c.overPrimes(end+1)
		}
	}
	name := compass[c.at(c.over(end)).text]
	if k := c.kind(c.over(end) + 1); name != "" && k != word && k != digits {
		return spoken{text: words + " " + name}, c.over(end) + 1 - i, true
	}
	if minutes || c.says(c.over(end), "vĩ", "kinh") {
		return spoken{text: words}, end - i, true
	}
	return spoken{}, 0, false
}

// bearings reads a span of angles with a letter of the compass after it: 16,0-18,5N; 107,0-110,0E.
func (c *context) bearings(i int) (words string, end int, ok bool) {
	a, ok := c.amount(i)
	if !ok || a.first.start == a.last.start || len(a.last.whole) > 3 || a.first.signed != "" {
		return "", 0, false
	}
	name := compass[c.at(a.end).text]
	return a.words + " độ " + name, a.end + 1, name != "" && c.bearing(i, a.end)
}

// bearing says whether a second number with a letter of the compass stands near the one from token i to end: 15.2N, 110.5E.
func (c *context) bearing(i, end int) bool {
	if k := c.kind(end + 1); k == word || k == digits {
		return false
	}
	for j := i - 10; j < end+12; j++ {
		if (j < i || j > end) && c.kind(j) == digits && c.kind(j+2) != word && c.kind(j+2) != digits && c.at(j+1).text != c.at(end).text && compass[c.at(j+1).text] != "" {
			return true
		}
	}
	return false
}
