package verbalize

import "strings"

// scoreCues stand before the two numbers of a match.
var scoreCues = cues("tỷ số", "tỉ số", "thắng", "thua", "hòa", "dẫn", "gỡ", "kết quả")

// matchScore reads "thắng 3-0" as the two numbers with nothing between.
func matchScore(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || !c.isAny(i+1, "-–:") || c.kind(i+2) != digits || len(c.at(i).text) > 2 || len(c.at(i+2).text) > 2 {
		return spoken{}, 0, false
	}
	if k := c.kind(i + 3); c.glued(i) || k == word || c.isAny(i+3, "-/%.,") && c.kind(i+4) == digits || c.measured(i+3) || !scoreCues.near(c, i, 3) {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayRun(c.at(i).text, true) + " " + c.sayRun(c.at(i+2).text, true)}, 3, true
}

// matchRatio reads a:b and, after a cue, a/b as "trên".
func matchRatio(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) || c.kind(i+2) != digits {
		return spoken{}, 0, false
	}
	switch {
	case c.is(i+1, ":") && !c.is(i+3, ":"):
	case c.is(i+1, "/") && ratioCues.near(c, i, 3):
	default:
		return spoken{}, 0, false
	}
	a, ok := c.numeral(i)
	if !ok || a.end != i+1 {
		return spoken{}, 0, false
	}
	b, ok := c.numeral(i + 2)
	if !ok || c.kind(b.end) == word {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayNumeral(a) + " trên " + c.sayNumeral(b)}, b.end - i, true
}

// matchFraction reads a/b that is no date: "trên" for houses and for some of many, "phần" else.
func matchFraction(c *context, i int) (spoken, int, bool) {
	if t := c.at(i); t.kind == sign && fractionOf(t.text) != "" {
		return spoken{text: fractionOf(t.text)}, 1, true
	}
	if c.kind(i) != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	a := c.at(i).text
	if j := i + 1; c.kind(i+1) == space && c.kind(i+2) == digits && c.is(i+3, "/") && c.kind(i+4) == digits && !c.is(i+5, "/") {
		if b, d := c.at(j+1).text, c.at(j+3).text; len(b) <= 2 && len(d) <= 2 && less(b, d) && !c.kindIsWord(i+5) && len(a) <= 3 {
			return spoken{text: c.sayRun(a, true) + " và " + c.share(b, d)}, 5, true
		}
	}
	if t := c.at(i + 1); t.kind == sign && fractionOf(t.text) != "" {
		return spoken{text: c.sayRun(a, true) + " và " + fractionOf(t.text)}, 2, true
	}
	if n, ok := c.numeral(i); ok && n.fraction != "" && c.is(n.end, "/") && c.kind(n.end+1) == digits && c.kind(n.end+2) != word {
		return spoken{text: c.sayNumeral(n) + " trên " + c.sayRun(c.at(n.end+1).text, true)}, n.end + 2 - i, true
	}
	if !c.is(i+1, "/") || c.kind(i+2) != digits {
		return spoken{}, 0, false
	}
	b, end := c.at(i+2).text, i+3
	if c.is(end, "/") && c.kind(end+1) == digits {
		var words strings.Builder
		words.WriteString(c.sayRun(a, true) + " trên " + c.sayRun(b, true))
		for c.is(end, "/") && c.kind(end+1) == digits {
			words.WriteString(" trên " + c.sayRun(c.at(end+1).text, true))
			end += 2
		}
		return spoken{text: words.String(), findings: []Finding{c.finding(unreadable, i, end, quote(c.source(i, end))+" không phải ngày tháng hay phân số", "Viết bằng chữ.")}}, end - i, true
	}
	over := c.sayRun(a, true) + " trên " + c.sayRun(b, true)
	switch {
	case houseCues.directly(c, i), c.countedPair(end), c.kind(end) == word && c.at(end).key != "h":
		return spoken{text: over}, end - i, true
	case a == "24" && (b == "7" || b == "24"):
		if c.at(end).key == "h" && c.kind(end+1) != digits {
			return spoken{text: over + " giờ"}, end + 1 - i, true
		}
		if b == "24" && !c.says(c.over(end), "giờ") {
			over += " giờ"
		}
		return spoken{text: over}, end - i, true
	case len(a) > 4 || len(b) > 4 || a[0] == '0' && len(a) > 2:
		return spoken{text: over}, end - i, true
	}
	said := spoken{text: c.share(a, b)}
	if !shareNouns.startsAt(c, c.over(end)) {
		if d, ok := c.date(i); ok && d.day > 0 {
			said.findings = []Finding{c.finding(doubtful, i, end, quote(c.source(i, end))+" đọc là phân số", "Nếu là ngày, viết: ngày "+c.source(i, end)+".")}
		}
	}
	return said, end - i, true
}

func (c *context) kindIsWord(i int) bool { return c.kind(i) == word }

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
