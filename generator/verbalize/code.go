package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// roads are the letters before the number of a road.
var roads = map[string]string{"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "ĐH": "đường huyện", "HL": "hương lộ", "ĐX": "đường xã"}

// standards are the families of standards, whose numbers are said digit by digit.
var standards = map[string]bool{"ISO": true, "TCVN": true, "QCVN": true, "IEC": true, "IEEE": true, "EN": true}

// matchCode reads what mixes letters and digits: QL1A, B-52, H5N1, 12a, ISO 9001:2015, Km12+300.
func matchCode(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word && t.kind != digits || c.glued(i) {
		return spoken{}, 0, false
	}
	if words, end, ok := c.standard(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.milestone(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.road(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.boat(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.tour(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.quarter(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, end, ok := c.alley(i); ok {
		return spoken{text: words}, end - i, true
	}
	if words, ok := c.district(i); ok {
		return spoken{text: words}, 2, true
	}
	end, mixed := c.codeEnd(i)
	if !mixed {
		return spoken{}, 0, false
	}
	var parts []string
	said := spoken{}
	for j := i; j < end; j++ {
		part := c.at(j)
		switch part.kind {
		case digits:
			if c.is(j+1, ".") && j+2 < end {
				parts = append(parts, c.sayRun(part.text, false)+" chấm "+c.sayRun(c.at(j+2).text, false))
				j += 2
				continue
			}
			parts = append(parts, codeDigits(c, part.text))
		case word:
			name, known := c.codeLetters(j)
			parts = append(parts, name)
			if !known {
				written := c.source(i, end)
				said.findings = []Finding{c.finding(unreadable, i, end, "chưa biết đọc "+quote(written), "Viết rời chữ và số, hoặc ghi cách đọc của "+quote(written)+" vào phat-am.txt.")}
			}
		default:
			if n := subscripts[[]rune(part.text)[0]]; n != "" {
				parts = append(parts, digitWords(n))
			}
		}
	}
	said.text = strings.Join(parts, " ")
	return said, end - i, true
}

// road reads the number of a road, which may stand apart from its letters: QL1A, QL.9, ĐT 571.
func (c *context) road(i int) (words string, end int, ok bool) {
	words = roads[c.at(i).text]
	j := i + 1
	if c.isAny(j, ".-") {
		j++
	}
	spaced := c.kind(j) == space
	j = c.over(j)
	t := c.at(j)
	if words == "" || t.kind != digits || len(t.text) > 3 || spaced && (c.at(i).text == "ĐH" || c.isAny(j+1, "./") && c.kind(j+2) == digits) {
		return "", 0, false
	}
	if spaced && c.is(j+1, ",") && c.kind(j+2) == digits || spaced && makers.near(c, i, 2) {
		return "", 0, false // lúa ĐX 58,5 tạ; máy bơm HL 200
	}
	if spaced && c.at(i).text == "ĐT" && len(t.text) != 3 {
		return "", 0, false
	}
	words, end = words+" "+codeDigits(c, t.text), j+1
	if l := c.at(end); l.kind == word && len([]rune(l.text)) <= 2 && allCapital(l.text) {
		words, end = words+" "+c.region.spell(l.text), end+1
	}
	return words, end, c.kind(end) != word && c.kind(end) != digits
}

// makers stand before the name that a maker gave: giống HL 20.
var makers = cues("giống", "máy", "máy bơm", "model", "vụ", "lúa", "năng suất", "sản lượng", "ngô", "lạc")

// boat reads the number of a fishing boat: QT 92345 TS.
func (c *context) boat(i int) (words string, end int, ok bool) {
	if t := c.at(i); t.kind != word || len(t.text) > 4 || !capitalised(t.text) {
		return "", 0, false
	}
	j := c.overJoint(i + 1)
	t := c.at(j)
	if k := c.overJoint(j + 1); t.kind == digits && len(t.text) == 5 && k > j+1 && c.at(k).text == "TS" && c.kind(k+1) != digits {
		return c.region.spell(c.at(i).text) + ", " + digitWords(t.text) + ", " + c.region.spell("TS"), k + 1, true
	}
	return "", 0, false
}

// tour reads the days and nights of a journey: 3N2Đ.
func (c *context) tour(i int) (words string, end int, ok bool) {
	if c.kind(i) != digits || c.kind(i+2) != digits || len(c.at(i).text) > 2 || len(c.at(i+2).text) > 2 {
		return "", 0, false
	}
	first, second := journey[c.at(i+1).text], journey[c.at(i+3).text]
	if first == "" || second == "" || first == second || c.kind(i+4) == digits || c.kind(i+4) == word {
		return "", 0, false
	}
	return c.sayRun(c.at(i).text, true) + " " + first + " " + c.sayRun(c.at(i+2).text, true) + " " + second, i + 4, true
}

var journey = map[string]string{"N": "ngày", "n": "ngày", "Đ": "đêm", "đ": "đêm", "D": "đêm"}

// alley reads the short form of an address in an alley before the name of its street: K82/15 Nguyễn Lương Bằng.
func (c *context) alley(i int) (words string, end int, ok bool) {
	switch c.at(i).text {
	case "K":
		words = "kiệt"
	case "H":
		words = "hẻm"
	case "N":
		words = "ngõ"
	}
	if words == "" || c.kind(i+1) != digits || !c.is(i+2, "/") || c.kind(i+3) != digits {
		return "", 0, false
	}
	words, end = words+" "+c.sayRun(c.at(i+1).text, false), i+2
	for c.is(end, "/") && c.kind(end+1) == digits && end-i < longest {
		words, end = words+" trên "+c.sayRun(c.at(end+1).text, false), end+2
	}
	return words, end, c.kind(end) == space && (c.nameAt(end+1) || c.says(end+1, "đường"))
}

// quarter reads Q4 beside a year or the figures of a business, and 11T/2024, the first eleven months.
func (c *context) quarter(i int) (words string, end int, ok bool) {
	if t := c.at(i + 1); c.at(i).text == "Q" && t.kind == digits && len(t.text) == 1 && t.text >= "1" && t.text <= "4" && c.kind(i+2) != word {
		year := i + 2
		if c.isAny(year, "/.-") || c.kind(year) == space {
			year++
		}
		if c.kind(year) == digits && isYear(c.at(year).text) && year > i+2 {
			return "quý " + c.sayOrdinal(-1, number(t.text)) + " năm " + c.region.cardinal(c.at(year).text), year + 1, true
		}
		return "quý " + c.sayOrdinal(-1, number(t.text)), i + 2, businessCues.near(c, i, 6) && !townCues.near(c, i, 8)
	}
	if c.kind(i) == digits && len(c.at(i).text) <= 2 && c.at(i+1).text == "T" && c.is(i+2, "/") && c.kind(i+3) == digits && isYear(c.at(i+3).text) {
		return c.sayRun(c.at(i).text, true) + " tháng năm " + c.region.cardinal(c.at(i+3).text), i + 4, true
	}
	return "", 0, false
}

var businessCues = cues("doanh thu", "lợi nhuận", "đơn hàng", "tăng trưởng", "kết quả kinh doanh", "gdp", "lãi", "báo cáo", "báo cáo tài chính", "bctc", "doanh số", "kế hoạch")

// overJoint gives the token after a blank or a hyphen.
func (c *context) overJoint(i int) int {
	if c.kind(i) == space || c.is(i, "-") {
		return i + 1
	}
	return i
}

// district reads P12 and Q10 in an address of a town.
func (c *context) district(i int) (words string, ok bool) {
	switch c.at(i).text {
	case "P":
		words = "phường"
	case "Q":
		words = "quận"
	}
	t := c.at(i + 1)
	if words == "phường" && examCues.near(c, i, 12) {
		words = "phòng" // ca 1 P1-P12
		return words + " " + c.region.cardinal(t.text), t.kind == digits && len(t.text) <= 3 && c.kind(i+2) != word && c.kind(i+2) != digits
	}
	if words == "" || t.kind != digits || len(t.text) > 2 || c.kind(i+2) == word || c.kind(i+2) == digits {
		return "", false
	}
	for j, n := i, 0; n < 8; j, n = c.before(j)-1, n+1 { // Audi Q5, Q7 are cars
		if c.foreignName(j) {
			return "", false
		}
		if j = c.before(j); !c.is(j, ",") || c.kind(c.before(j)) != digits || c.at(c.before(j)-1).text != "Q" {
			break
		}
	}
	return words + " " + c.region.cardinal(t.text), townCues.near(c, i, 8) || aroundTown(c, i, i+2) || c.afterWard(i)
}

// afterWard says whether a ward with a dot stands before the comma left of token i: P. Tân Hưng, Q7.
func (c *context) afterWard(i int) bool {
	j := c.before(i)
	if !c.is(j, ",") {
		return false
	}
	for j, n := c.before(j), 0; n < 6 && (c.kind(j) == word && capitalised(c.at(j).text) || c.kind(j) == digits); j, n = c.before(j), n+1 {
		if k := c.before(j); c.is(k, ".") {
			return c.placeAt(k-1) != ""
		}
	}
	return false
}

var (
	// examCues stand before the rooms of an examination.
	examCues   = cues("thi", "gác thi", "coi thi", "ca thi", "phòng thi", "dự thi", "thí sinh")
	townCues   = cues("đường", "phường", "quận", "p", "q", "số nhà")
	aroundTown = around("hcm", "tphcm", "tp", "quận", "q", "phường")
)

// codeEnd gives the token after a run of glued letters and digits, with hyphens where a digit stands on one side at least, and
// whether it has both kinds.
func (c *context) codeEnd(i int) (end int, mixed bool) {
	letters, figures := false, false
	j := i
	for ; j-i < 40; j++ {
		switch t := c.at(j); {
		case t.kind == word:
			letters = true
		case t.kind == digits:
			figures = true
		case t.kind == sign && subscripts[[]rune(t.text)[0]] != "":
			figures = true
		case (t.text == "-" || t.text == "‑" || t.text == "‐") && letters && !figures && j == i+1 && c.kind(j+1) == digits && allCapital(c.at(i).text) && len([]rune(c.at(i).text)) <= 3:
		case t.text == "." && c.kind(j-1) == digits && c.kind(j+1) == digits && letters && c.kind(j+2) != word && !c.is(j+2, "."):
		default:
			return j, letters && figures
		}
	}
	return j, letters && figures
}

// codeDigits says one to three digits as a number, more or padded ones digit by digit.
func codeDigits(c *context, run string) string {
	if len(run) <= 3 && run[0] != '0' || run == "0" {
		return c.region.cardinal(run)
	}
	return digitWords(run)
}

// codeLetters says letters inside a code: an entry of the lexicon that is no name (VN1546 is a flight), a syllable, or letters by name
// with "ô" for O.
func (c *context) codeLetters(j int) (words string, known bool) {
	t := c.at(j)
	n := len([]rune(t.text))
	if said, ok := c.lookup(j, 1); ok && n > 1 && !capitalised(said) && (!expands(t.text, said) || c.oneOfSeveral(j, n)) {
		return said, true
	}
	if t.text == "KP" && c.oneOfSeveral(j, 3) {
		return "khu phố", true
	}
	if t.text == "NV" && c.oneOfSeveral(j, 3) && len(c.at(j+1).text) == 1 {
		return "nguyện vọng", true
	}
	if n == 2 && t.shape == mixedWord && viet.IsSyllable(t.text) && !elements[t.text] && c.kind(j+1) == digits && c.kind(j+2) != word && !c.glued(j) {
		return strings.ToLower(t.text), true // sầu riêng Ri6
	}
	if n >= 3 && viet.IsSyllable(t.text) {
		return strings.ToLower(t.text), allCapital(t.text)
	}
	return c.spellCode(t.text), n <= 4
}

// elements are the symbols of elements that look like syllables: Na2, Ca2.
var elements = map[string]bool{"Na": true, "Ca": true, "Ba": true, "Ni": true, "Co": true, "Ti": true, "Li": true, "Be": true, "He": true, "Ne": true, "Ga": true, "La": true,
	"Ra": true, "Cu": true, "Si": true, "Se": true, "Te": true, "Re": true, "Mo": true, "Xe": true, "Tu": true}

// expands says whether words begin with the letters that stand for them: SV sinh viên.
func expands(letters, said string) bool {
	words := keysOf(said)
	n := 0
	for _, r := range viet.Fold(letters) {
		if n == len(words) || !strings.HasPrefix(viet.Fold(words[n]), string(r)) {
			return false
		}
		n++
	}
	return n == len(words) && n > 1
}

// oneOfSeveral says whether the letters at token j, n of them, name one of several: QK4, TDP3. What is longer or padded is the number of a
// paper or a person (SV2023, GV05), whose letters are letters.
func (c *context) oneOfSeveral(j, n int) bool {
	run := c.at(j + 1)
	return run.kind == digits && len(run.text) <= 2 && run.text[0] != '0' && (n > 2 || c.at(j).text == "QK") && !c.glued(j)
}

func (c *context) spellCode(s string) string {
	var names []string
	for _, r := range s {
		if r == 'O' || r == 'o' {
			names = append(names, "ô")
		} else {
			names = append(names, c.region.letterName(r, false))
		}
	}
	return strings.Join(names, " ")
}

// standard reads ISO 9001:2015: the number digit by digit, a year as a number.
func (c *context) standard(i int) (words string, end int, ok bool) {
	if !standards[c.at(i).text] || c.kind(i+1) != space || c.kind(i+2) != digits {
		return "", 0, false
	}
	words, end = c.spellCode(c.at(i).text)+" "+digitWords(c.at(i+2).text), i+3
	for c.isAny(end, ":-") && c.kind(end+1) == digits && end-i < longest {
		group := c.at(end + 1).text
		if len(group) == 4 && group >= "1900" && group <= "2099" {
			words += ", " + c.region.cardinal(group)
		} else {
			words += ", " + digitWords(group)
		}
		end += 2
	}
	return words, end, c.kind(end) != word
}

// milestone reads km 12+300 and Km12.
func (c *context) milestone(i int) (words string, end int, ok bool) {
	if c.at(i).key != "km" {
		return "", 0, false
	}
	j := c.over(i + 1)
	if n, _ := c.numeral(j); c.kind(j) != digits || c.kind(j+1) == word || c.is(c.over(n.end), "%") {
		return "", 0, false // KM 20%
	}
	words, end = "ki lô mét "+c.sayRun(c.at(j).text, true), j+1
	if c.is(end, "+") && c.kind(end+1) == digits {
		words, end = words+" cộng "+c.region.cardinal(c.at(end+1).text), end+2
	}
	return words, end, true
}
