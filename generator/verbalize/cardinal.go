package verbalize

import "strings"

var digitNames = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// maxCardinal is the length of the longest number with names for all its places: below a thousand tỷ tỷ tỷ nobody follows anyway.
const maxCardinal = 27

// cardinal says a whole number of at most maxCardinal digits; longer ones are said digit by digit. Leading zeros are not said.
func (r Region) cardinal(number string) string {
	number = strings.TrimLeft(number, "0")
	switch {
	case number == "":
		return digitNames[0]
	case len(number) > maxCardinal:
		return digitWords(number)
	}
	return r.billions(number, false)
}

// billions says a number with "tỷ" repeated each nine places. inner: words stand before it, so empty places must be heard.
func (r Region) billions(number string, inner bool) string {
	if len(number) <= 9 {
		return r.millions(number, inner)
	}
	cut := len(number) - 9
	words := r.billions(number[:cut], inner) + " tỷ"
	if low := r.millions(number[cut:], true); low != "" {
		words += " " + low
	}
	return words
}

// millions says at most nine digits; nothing for zeros.
func (r Region) millions(number string, inner bool) string {
	var parts []string
	for len(number) > 0 {
		size := (len(number)-1)%3 + 1
		group, rest := number[:size], number[size:]
		if strings.Trim(group, "0") != "" {
			parts = append(parts, r.hundreds(group, inner || len(parts) > 0))
			switch len(rest) {
			case 3:
				parts = append(parts, r.thousand())
			case 6:
				parts = append(parts, "triệu")
			}
		}
		number = rest
	}
	return strings.Join(parts, " ")
}

// hundreds says a group of one to three digits that is not zero.
func (r Region) hundreds(group string, inner bool) string {
	for len(group) < 3 {
		group = "0" + group
	}
	hundred, ten, unit := group[0]-'0', group[1]-'0', group[2]-'0'
	var words []string
	if hundred > 0 || inner {
		words = append(words, digitNames[hundred], "trăm")
	}
	switch {
	case ten == 0 && unit == 0:
	case ten == 0 && len(words) > 0:
		words = append(words, r.odd(), digitNames[unit])
	case ten == 0:
		words = append(words, digitNames[unit])
	case ten == 1:
		words = append(words, "mười")
	default:
		words = append(words, digitNames[ten], "mươi")
	}
	if ten > 0 && unit > 0 {
		words = append(words, afterTen(ten, unit))
	}
	return strings.Join(words, " ")
}

// afterTen is the last digit of a number above ten: mốt, tư and lăm have their place only there.
func afterTen(ten, unit byte) string {
	switch {
	case unit == 5:
		return "lăm"
	case unit == 1 && ten > 1:
		return "mốt"
	case unit == 4 && ten > 1:
		return "tư"
	}
	return digitNames[unit]
}

// digitWords says digits one at a time; other signs are passed over.
func digitWords(number string) string {
	var b strings.Builder
	for i := 0; i < len(number); i++ {
		if number[i] < '0' || number[i] > '9' {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(digitNames[number[i]-'0'])
	}
	return b.String()
}

// matchCardinal reads whatever number no rule before has taken.
func matchCardinal(c *context, i int) (spoken, int, bool) {
	n, ok := c.numeral(i)
	if !ok {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayNumeral(n), findings: n.findings(c)}, n.end - i, true
}
