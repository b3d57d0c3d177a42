package verbalize

import "unicode/utf8"

// pointNames are the names of letters that number the points of a law, where they differ from those in abbreviations.
var pointNames = map[string]string{"l": "e lờ", "m": "em mờ", "n": "en nờ", "r": "e rờ", "s": "ét", "x": "ích", "y": "i dài"}

// matchLawPoint reads the letters after "điểm": điểm a, b và đ khoản 1.
func matchLawPoint(c *context, i int) (spoken, int, bool) {
	if !c.says(c.before(i), "điểm") || !c.point(i) {
		return spoken{}, 0, false
	}
	words, end := c.sayPoint(i), i+1
	if j, _, ok := c.rangeMark(end); ok && c.point(j) {
		words, end = words+" đến "+c.sayPoint(j), j+1
	}
	for {
		switch j := c.over(end + 1); {
		case end-i > longest:
			return spoken{text: words}, end - i, true
		case c.is(end, ",") && c.point(j):
			words, end = words+", "+c.sayPoint(j), j+1
		case c.says(c.over(end), "và", "hoặc") && c.point(c.over(c.over(end)+1)):
			k := c.over(c.over(end) + 1)
			words, end = words+" "+c.at(c.over(end)).text+" "+c.sayPoint(k), k+1
		default:
			return spoken{text: words}, end - i, true
		}
	}
}

// point says whether token i is a small letter by itself.
func (c *context) point(i int) bool {
	t := c.at(i)
	k := c.kind(i + 1)
	return t.kind == word && utf8.RuneCountInString(t.text) == 1 && !capitalised(t.text) && k != word && k != digits && !c.glued(i) && !(c.is(i+1, ".") && c.kind(i+2) == word) &&
		(t.text == "đ" || len(t.text) == 1)
}

func (c *context) sayPoint(i int) string {
	t := c.at(i).text
	if c.region.Letters != "bo" && pointNames[t] != "" {
		return pointNames[t]
	}
	letter, _ := utf8.DecodeRuneInString(t)
	return c.region.letterName(letter, true)
}
