package verbalize

import (
	"strconv"
	"strings"
)

var digitNames = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// maxCardinal is the length of the longest number with names for all its places: below a thousand tỷ tỷ tỷ nobody follows anyway.
const maxCardinal = 27

// tens are the numbers below a hundred, which every region says alike.
var tens = func() (names [100]string) {
	for n := range names {
		names[n] = string(Region{}.hundreds(nil, strconv.Itoa(n), false))
	}
	names[0] = digitNames[0]
	return names
}()

// cardinal says a whole number of at most maxCardinal digits; longer ones are said digit by digit. Leading zeros are not said.
func (r Region) cardinal(number string) string {
	number = strings.TrimLeft(number, "0")
	switch n := len(number); {
	case n == 0:
		return digitNames[0]
	case n == 1:
		return tens[number[0]-'0']
	case n == 2:
		return tens[10*(number[0]-'0')+number[1]-'0']
	case n > maxCardinal:
		return digitWords(number)
	}
	var room [256]byte
	return string(r.billions(room[:0], number, false))
}

// billions says a number with "tỷ" repeated each nine places. inner: words stand before it, so empty places must be heard. It appends
// to said, like the functions below.
func (r Region) billions(said []byte, number string, inner bool) []byte {
	if len(number) <= 9 {
		return r.millions(said, number, inner)
	}
	cut := len(number) - 9
	said = sayWord(r.billions(said, number[:cut], inner), "tỷ")
	return r.millions(said, number[cut:], true)
}

// millions says at most nine digits; nothing for zeros.
func (r Region) millions(said []byte, number string, inner bool) []byte {
	for len(number) > 0 {
		size := (len(number)-1)%3 + 1
		group, rest := number[:size], number[size:]
		if strings.Trim(group, "0") != "" {
			said = r.hundreds(said, group, inner)
			inner = true
			switch len(rest) {
			case 3:
				said = sayWord(said, r.thousand())
			case 6:
				said = sayWord(said, "triệu")
			}
		}
		number = rest
	}
	return said
}

// hundreds says a group of one to three digits that is not zero.
func (r Region) hundreds(said []byte, group string, inner bool) []byte {
	var hundred, ten byte
	unit := group[len(group)-1] - '0'
	switch len(group) {
	case 2:
		ten = group[0] - '0'
	case 3:
		hundred, ten = group[0]-'0', group[1]-'0'
	}
	full := hundred > 0 || inner
	if full {
		said = sayWord(sayWord(said, digitNames[hundred]), "trăm")
	}
	switch {
	case ten == 0 && unit == 0:
	case ten == 0 && full:
		said = sayWord(sayWord(said, r.odd()), digitNames[unit])
	case ten == 0:
		said = sayWord(said, digitNames[unit])
	case ten == 1:
		said = sayWord(said, "mười")
	default:
		said = sayWord(sayWord(said, digitNames[ten]), "mươi")
	}
	if ten > 0 && unit > 0 {
		said = sayWord(said, afterTen(ten, unit))
	}
	return said
}

func sayWord(said []byte, word string) []byte {
	if len(said) > 0 {
		said = append(said, ' ')
	}
	return append(said, word...)
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
	if len(number) == 1 && number[0] >= '0' && number[0] <= '9' {
		return digitNames[number[0]-'0']
	}
	var room [128]byte
	said := room[:0]
	for i := 0; i < len(number); i++ {
		if number[i] >= '0' && number[i] <= '9' {
			said = sayWord(said, digitNames[number[i]-'0'])
		}
	}
	return string(said)
}

// matchCardinal reads whatever number no rule before has taken.
func matchCardinal(c *context, i int) (spoken, int, bool) {
	n, ok := c.numeral(i)
	if !ok {
		return spoken{}, 0, false
	}
	return spoken{text: c.sayNumeral(n), findings: n.findings(c)}, n.end - i, true
}
