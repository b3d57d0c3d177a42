package verbalize

import "strings"

// matchListLabel reads what numbers a line: "1.", "a)", "I." are said, dashes and bullets are silent.
func matchListLabel(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if !t.first {
		return spoken{}, 0, false
	}
	if t.kind == sign && strings.Contains("-–—+*•●○◦▪■", t.text) && c.kind(i+1) == space {
		return spoken{}, 1, true
	}
	if t.kind == word && t.key == "kg" && c.is(c.over(i+1), ":") {
		return spoken{text: "kính gửi"}, 1, true
	}
	if words, end, ok := c.sectionLabel(i); ok {
		return spoken{text: words, mark: "."}, end - i, true
	}
	bracketed := c.is(i+1, ")") && (c.is(i+2, ".") || c.kind(i+2) == word)
	if !c.isAny(i+1, ".)") || c.kind(i+2) != space && !bracketed && !c.gluedLabel(i) {
		return spoken{}, 0, false
	}
	var words string
	switch letters := []rune(t.text); {
	case t.kind == digits && len(t.text) <= 3 && t.text[0] != '0':
		words = c.region.cardinal(t.text)
	case t.kind == word && c.is(i+1, ".") && c.placeAt(i) != "" && c.placeName(c.over(i+2)):
		return spoken{}, 0, false
	case t.kind == word && romanValue(t.text) > 0 && romanValue(t.text) <= 20:
		words = c.sayOrdinal(-1, romanValue(t.text))
	case t.kind == word && c.is(i+1, ")") && romanValue(strings.ToUpper(t.text)) > 0 && len(letters) > 1:
		words = c.sayOrdinal(-1, romanValue(strings.ToUpper(t.text)))
	case t.kind == word && len(letters) == 1 && (c.is(i+1, ")") || c.placeAt(i) == "") && (c.kind(i+2) != space || c.kind(i+3) != word || len(c.at(i+3).text) > 1 || !c.is(i+4, ".")):
		words = c.region.letterName(letters[0], true)
	default:
		return spoken{}, 0, false
	}
	return spoken{text: words, mark: "."}, 2, words != ""
}

// gluedLabel says whether a number and its dot touch a capitalised word: "1.Công an huyện".
func (c *context) gluedLabel(i int) bool {
	next := c.at(i + 2)
	return c.kind(i) == digits && c.is(i+1, ".") && next.kind == word && capitalised(next.text) && len(next.text) > 1
}

// placeName says whether what begins at token i is a short name and nothing else up to the next mark: "X. Vĩnh Ô, H. Vĩnh Linh", not
// "X. Tổ chức thực hiện".
func (c *context) placeName(i int) bool {
	for range 5 {
		t := c.at(i)
		if t.kind != word || !capitalised(t.text) || t.heading {
			return false
		}
		if c.kind(i+1) != space || c.kind(i+2) != word {
			return true
		}
		i += 2
	}
	return false
}

// sectionLabel reads "1.1." at the beginning of a line.
func (c *context) sectionLabel(i int) (words string, end int, ok bool) {
	j := i
	for c.kind(j) == digits && len(c.at(j).text) <= 2 && c.is(j+1, ".") && j-i < 10 {
		if words != "" {
			words += " chấm "
		}
		words += c.sayRun(c.at(j).text, false)
		j += 2
	}
	return words, j, j-i >= 4 && c.kind(j) == space
}
