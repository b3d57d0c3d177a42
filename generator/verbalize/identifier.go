package verbalize

import "strings"

// idCues stand before numbers that are said one digit at a time: accounts, papers, codes.
var idCues = cues("số tài khoản", "tài khoản", "stk", "cccd", "cmnd", "căn cước", "căn cước công dân", "mã số", "mã số thuế", "mst", "mã hồ sơ", "mã đơn",
	"số seri", "seri", "sê ri", "serial", "biển số", "otp", "pin", "mã", "số hiệu", "mã bưu chính", "mã vùng", "mã xác thực", "số thẻ", "thẻ", "thẻ số", "số báo danh", "sbd",
	"số hộ chiếu", "hộ chiếu", "imei", "tk", "mã khách hàng", "mã ngạch", "số định danh", "mã định danh", "id", "bks", "biển kiểm soát", "mã đơn vị", "số công tơ", "mã vạch",
	"mã vận đơn", "mã sinh viên", "zip", "mã tra cứu", "số sổ", "mã bệnh nhân", "mã học sinh", "mã giao dịch", "mã chương", "mã tỉnh", "mã xã", "mã huyện")

// codeWords stand some words before a long run of digits that is a code: mã quan hệ ngân sách 1012345.
var codeWords = cues("mã", "định danh", "số hiệu", "số sổ", "số thẻ", "tài khoản", "căn cước", "số khung", "số điện kế", "công tơ", "danh bộ", "mst", "stk", "cccd", "cmnd", "hộ chiếu", "tk", "số lô", "hóa đơn", "biên lai")

// shortCodeWords stand before codes of four digits and more.
var shortCodeWords = cues("mã bưu chính", "mã otp", "otp", "mã xác nhận", "mã xác thực", "mã pin", "mật khẩu", "mã tra cứu", "mã số", "mã hồ sơ", "mã khách hàng", "mã vùng", "mã phiếu", "mã học sinh",
	"mã bệnh nhân", "mã sinh viên", "mã giao dịch", "mã đơn", "mã đơn hàng", "mã vận đơn", "mã dự thưởng", "mã định danh", "mã đăng ký", "mã kích hoạt", "mã nhân viên", "mã điểm", "số hiệu", "pass", "password", "passcode")

// seriesCues stand before the letters of a series: số phát hành BK 304512.
var seriesCues = cues("số phát hành", "phát hành", "số seri", "seri", "số", "sê ri", "số sê ri", "số vào sổ", "ký hiệu", "mã số", "giấy phép", "chứng chỉ", "lô", "số lô", "quyển số")

// matchSeries reads letters and a long number after the word for a series of papers.
func matchSeries(c *context, i int) (spoken, int, bool) {
	letters, run := c.at(i), c.at(i+2)
	if letters.shape != capitals || c.glued(i) || len([]rune(letters.text)) > 3 || c.kind(i+1) != space || run.kind != digits || len(run.text) < 5 || c.counted(i+3) || c.kind(i+3) == word || c.isAny(i+3, "/.,") && c.kind(i+4) == digits || !seriesCues.directly(c, i) || idCues.endsAt(c, i) {
		return spoken{}, 0, false
	}
	return spoken{text: c.spellCode(letters.text) + ", " + strings.Join(c.idGroups(run.text), ", ")}, 3, true
}

// identified says whether such a cue stands directly before token i, perhaps with "số" or "là" between. "sê-ri" has a hyphen.
func (c *context) identified(i int) bool {
	j := c.before(i)
	if c.is(j, ":") {
		j = c.before(j)
	}
	if c.says(j, "ri") && c.is(j-1, "-") && c.says(j-2, "sê") {
		return true
	}
	if (c.says(j, "là") || c.is(c.before(i), ":")) && (c.groupedDigits(i) >= 7 && codeWords.near(c, j, 8) || c.groupedDigits(i) >= 4 && shortCodeWords.near(c, j, 8)) {
		return true // Mã số thuế của hợp tác xã là 3200 123 456; mã OTP của quý khách là 482913
	}
	if len(c.at(i).text) >= 7 && (c.says(j, "số") || codeWords.near(c, i, 6)) {
		return true // so long a run after "số" is no amount
	}
	if c.at(j).shape == capitals && idCues.endsAt(c, c.before(j)) && len(c.at(i).text) >= 4 && !c.says(c.before(j), "thẻ") {
		return true // mã KH 204518
	}
	if shortCodeWords.endsAt(c, j) && len(c.at(i).text) >= 3 {
		return true
	}
	return idCues.endsAt(c, j) || c.says(j, "số", "là") && idCues.endsAt(c, c.before(j))
}

// drawn says whether the digits at token i were drawn in a lottery: giải đặc biệt: 123456, giải nhì 23456, 34567.
func (c *context) drawn(i int) bool {
	n := len(c.at(i).text)
	if n < 5 || n > 6 || c.isAny(i+1, ".,/") && c.kind(i+2) == digits || c.counted(i+1) {
		return false
	}
	j := c.before(i)
	for k := 0; k < 40 && (c.kind(j) == digits && len(c.at(j).text) == n || c.isAny(j, ",-:")); k++ {
		j = c.before(j)
	}
	return drawCues.endsAt(c, j)
}

var drawCues = cues("giải đặc biệt", "giải nhất", "giải nhì", "giải ba", "giải tư", "giải năm", "giải sáu", "dãy số", "vé số", "tờ vé số", "trúng số")

// groupedDigits counts the digits of the groups that begin at token i.
func (c *context) groupedDigits(i int) int {
	n := 0
	for c.kind(i) == digits && n < longest {
		n += len(c.at(i).text)
		if c.kind(i+1) != space && !c.is(i+1, "-") {
			break
		}
		i += 2
	}
	return n
}

// matchIdentifier reads what follows such a cue, and number plates, which need none.
func matchIdentifier(c *context, i int) (spoken, int, bool) {
	if words, end, ok := c.plate(i); ok {
		return spoken{text: words}, end - i, true
	}
	if t := c.at(i).text; c.kind(i) == digits && (t == "9999" || t == "999") && goldCues.near(c, i, 3) && !c.counted(i+1) && !(c.isAny(i+1, ".,/") && c.kind(i+2) == digits) {
		return spoken{text: digitWords(t)}, 1, true // vàng nhẫn 9999: its fineness
	}
	if c.kind(i) != digits || c.glued(i) || !c.identified(i) && !c.drawn(i) {
		return spoken{}, 0, false
	}
	if n, _ := c.numeral(i); c.counted(i+1) || c.counted(n.end) || c.is(i+1, "/") {
		return spoken{}, 0, false
	}
	parts := c.idGroups(c.at(i).text)
	j := i + 1
	for range 40 {
		k := j
		if c.isAny(k, ".-") || c.kind(k) == space && c.kind(k+1) == digits {
			k++
		}
		switch t := c.at(k); {
		case t.kind == digits:
			parts = append(parts, c.idGroups(t.text)...)
		case t.kind == word && allCapital(t.text) && len(t.text) <= 4 && c.kind(k-1) != space:
			parts = append(parts, c.spellCode(t.text))
		case t.kind == word && k == j:
			return spoken{}, 0, false // letters follow: a code
		default:
			return spoken{text: strings.Join(parts, ", ")}, j - i, true
		}
		j = k + 1
	}
	return spoken{text: strings.Join(parts, ", ")}, j - i, true
}

var goldCues = cues("vàng")

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

// vehicleCues allow blanks in a number plate.
var vehicleCues = cues("biển", "xe", "biển số", "bks", "kiểm soát", "ô tô", "mô tô", "số")

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
	vehicle := vehicleCues.near(c, i, 4)
	switch k := c.over(j); {
	case c.is(j, "-") && c.kind(j+1) == digits:
		j++
	case vehicle && c.is(k, "-") && c.kind(c.over(k+1)) == digits:
		j = c.over(k + 1)
	case vehicle && c.kind(k) == digits:
		j = k
	default:
		return "", 0, false
	}
	t := c.at(j)
	if t.kind != digits || c.kind(j+1) == word {
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
