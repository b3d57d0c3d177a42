package verbalize

import "strings"

// matchRepeat passes over brackets that only say the number before them in words, as offices write it: 05 (năm) người, 5.000.000đ (năm
// triệu đồng).
func matchRepeat(c *context, i int) (spoken, int, bool) {
	if !c.is(i, "(") {
		return spoken{}, 0, false
	}
	words, end := c.bracketed(i)
	if words == "" {
		return spoken{}, 0, false
	}
	for j, n := c.before(i), 0; n < 12 && j >= 0 && !c.barrier(j); j, n = j-1, n+1 {
		if c.kind(j) != digits || c.isAny(j-1, ".,") && c.kind(j-2) == digits {
			continue
		}
		number, _ := c.numeral(j)
		if said := alike(c.region.cardinal(number.whole)); number.fraction == "" && (words == said || strings.HasPrefix(words, said+" ") && len(words) < len(said)+24) {
			return spoken{}, end - i, true
		}
		break
	}
	return spoken{}, 0, false
}

// bracketed gives the words in brackets that begin at token i, in the form of alike, and the token after them; "" if there is more than words.
func (c *context) bracketed(i int) (words string, end int) {
	var b strings.Builder
	for j := i + 1; j < i+60; j++ {
		switch t := c.at(j); {
		case c.is(j, ")"):
			return alike(b.String()), j + 1
		case t.kind == word:
			b.WriteString(strings.ToLower(t.text))
		case t.kind == space, c.isAny(j, ",./"):
			b.WriteByte(' ')
		default:
			return "", 0
		}
	}
	return "", 0
}

// sameNumber has the words of numbers that stand for each other.
var sameNumber = map[string]string{"lăm": "năm", "nhăm": "năm", "mốt": "một", "tư": "bốn", "lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ", "mười": "mươi"}

// alike brings the words of a number to one form, so that two ways of saying it are equal.
func alike(words string) string {
	fields := strings.Fields(words)
	for i, w := range fields {
		if same := sameNumber[w]; same != "" {
			fields[i] = same
		}
	}
	return strings.Join(fields, " ")
}
