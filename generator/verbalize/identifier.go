package verbalize

import "strings"

// idCues stand before numbers that are said one digit at a time: accounts, papers, codes.
var idCues = cues("số tài khoản", "tài khoản", "stk", "cccd", "cmnd", "căn cước", "căn cước công dân", "mã số", "mã số thuế", "mst", "mã hồ sơ", "mã đơn",
	"số seri", "seri", "sê-ri", "biển số", "otp", "pin", "mã", "số hiệu", "mã bưu chính", "mã vùng", "mã xác thực")

// matchIdentifier reads what follows such a cue, and number plates, which need none.
func matchIdentifier(c *context, i int) (spoken, int, bool) {
	if words, end, ok := c.plate(i); ok {
		return spoken{text: words}, end - i, true
	}
	if c.kind(i) != digits || c.glued(i) || !idCues.directly(c, i) && !(c.says(c.before(i), "số", "là") && idCues.directly(c, c.before(i))) {
		return spoken{}, 0, false
	}
	if c.counted(i+1) || c.is(i+1, "/") {
		return spoken{}, 0, false
	}
	var parts []string
	j := i
	for {
		parts = append(parts, c.idGroups(c.at(j).text)...)
		if !(c.isAny(j+1, ".-") || c.kind(j+1) == space) || c.kind(j+2) != digits {
			break
		}
		j += 2
	}
	if c.kind(j+1) == word {
		return spoken{}, 0, false // letters follow: a code
	}
	return spoken{text: strings.Join(parts, ", ")}, j + 1 - i, true
}

// idGroups divides a long run into groups of three from the left.
func (c *context) idGroups(run string) []string {
	if len(run) <= 4 {
		return []string{digitWords(run)}
	}
	var parts []string
	for len(run) > 0 {
		n := min(3, len(run))
		if len(run) == 4 {
			n = 4
		}
		parts = append(parts, digitWords(run[:n]))
		run = run[n:]
	}
	return parts
}

// plate reads a number plate: 74A-123.45, 74K1-1234.
func (c *context) plate(i int) (words string, end int, ok bool) {
	if c.kind(i) != digits || len(c.at(i).text) != 2 || c.glued(i) {
		return "", 0, false
	}
	letters := c.at(i + 1)
	if letters.kind != word || len(letters.text) > 2 || !allCapital(letters.text) {
		return "", 0, false
	}
	words = digitWords(c.at(i).text) + " " + c.region.spell(letters.text)
	j := i + 2
	if c.kind(j) == digits && len(c.at(j).text) == 1 {
		words += " " + digitWords(c.at(j).text)
		j++
	}
	if c.is(j, "-") {
		j++
	} else if c.kind(j) == space {
		return "", 0, false
	}
	t := c.at(j)
	if t.kind != digits || !c.is(j-1, "-") || c.kind(j+1) == word {
		return "", 0, false
	}
	switch {
	case len(t.text) == 3 && c.is(j+1, ".") && c.kind(j+2) == digits && len(c.at(j+2).text) == 2:
		return words + ", " + digitWords(t.text) + ", " + digitWords(c.at(j+2).text), j + 3, true
	case len(t.text) == 4 || len(t.text) == 5:
		return words + ", " + strings.Join(c.idGroups(t.text), ", "), j + 1, true
	}
	return "", 0, false
}
