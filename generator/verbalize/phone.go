package verbalize

import (
	"slices"
	"strings"
)

var (
	phoneCues = cues("điện thoại", "đt", "đtdđ", "sđt", "di động", "máy", "máy bàn", "hotline", "đường dây nóng", "tổng đài", "đầu số", "gọi", "gọi ngay",
		"gọi đến", "liên hệ", "lh", "zalo", "fax", "tel", "nhắn tin", "bấm", "quay số", "cảnh sát", "cứu hỏa", "cấp cứu", "số máy", "nhắn", "máy lẻ", "số điện thoại", "nội bộ")
	textingCues = cues("soạn", "cú pháp", "tin nhắn", "nhắn tin", "nhắn", "soạn tin")
	// phoneFillers may stand between a cue and the number, or between two numbers.
	phoneFillers = cues("số", "ngay", "đến", "tới", "theo", "qua", "là", "máy", "điện", "thoại", "miễn", "phí", "và", "hoặc", "hay", "gửi", "cho", "nóng", "khẩn", "cấp",
		"công", "an", "y", "tế", "ai", "thẳng")
	// prefixCues stand before the prefix of a country or a network: đầu số +224.
	prefixCues = cues("đầu số", "mã vùng", "mã quốc gia", "đầu", "mã nước", "số điện thoại", "điện thoại", "số lạ", "cuộc gọi", "bắt đầu bằng", "bắt đầu")
)

// called says whether a cue of telephoning stands left of token i with nothing but fillers, marks and other numbers between.
func (c *context) called(i int, table phrases) bool {
	for j, n := c.before(i), 0; n < 14 && !c.barrier(j); j, n = c.before(j), n+1 {
		switch {
		case table.endsAt(c, j):
			return !c.says(j, "gọi") || !c.says(c.before(j), "kêu")
		case c.kind(j) == digits, phoneFillers.endsAt(c, j), c.isAny(j, ",:/-(.)"):
		default:
			return false
		}
	}
	return false
}

// phoneNumber is a telephone number as it is written.
type phoneNumber struct {
	prefix string   // "cộng" of +84
	groups []string // digits between the written gaps
	end    int
}

func (p phoneNumber) digits() string { return strings.Join(p.groups, "") }

// length is that of the digits.
func (p phoneNumber) length() int {
	n := 0
	for _, g := range p.groups {
		n += len(g)
	}
	return n
}

// phone reads the shape of a number at token i: an area code in brackets, groups of digits with single gaps.
func (c *context) phone(i int) (phoneNumber, bool) {
	return c.memos.phone.ask(c, i, (*context).findPhone)
}

func (c *context) findPhone(i int) (phoneNumber, bool) {
	if k := c.kind(i); k != digits && k != sign {
		return phoneNumber{}, false
	}
	var room [9]string // most of what is asked is no telephone number
	p, groups, length := phoneNumber{}, room[:0], 0
	j := i
	switch {
	case c.is(j, "(") && c.kind(j+1) == digits && c.is(j+2, ")") && c.at(j + 1).text[0] == '0':
		groups = append(groups, c.at(j+1).text)
		j = c.over(j + 3)
	case c.is(j, "(") && c.is(j+1, "+") && c.at(j+2).text == "84" && c.is(j+3, ")"):
		p.prefix, groups = "cộng ", append(groups, "84")
		j = c.over(j + 4)
	case c.is(j, "+") && c.kind(j+1) == digits && strings.HasPrefix(c.at(j+1).text, "84"):
		p.prefix = "cộng "
		j++
		if c.at(j).text != "84" {
			groups = append(groups, "84", c.at(j).text[2:])
		} else {
			groups = append(groups, "84")
		}
		j++
		p.end = j
		if c.isAny(j, ".-") || c.kind(j) == space {
			j++
		}
	}
	for _, g := range groups {
		length += len(g)
	}
	for c.kind(j) == digits && len(groups) < 7 {
		groups, length = append(groups, c.at(j).text), length+len(c.at(j).text)
		p.end = j + 1
		gap := c.isAny(j+1, ".-–") || c.kind(j+1) == space
		next := len(c.at(j + 2).text)
		if !gap || c.kind(j+2) != digits || wholeNumber(groups, length) || next > 4 && !(len(groups) == 1 && c.at(j).text[0] == '0' && len(c.at(j).text)+next <= 11) ||
			length+next > 12 || len(groups) == 1 && len(c.at(j).text) == 3 && c.known(c.at(j).text) {
			break
		}
		j += 2
	}
	if p.end == 0 || c.kind(p.end) == word || c.isAny(p.end, ",.:") && c.kind(p.end+1) == digits && !(c.is(p.end, ",") && length >= 10) {
		return phoneNumber{}, false
	}
	if p.prefix == "" && len(groups) > 1 && length < 7 {
		return phoneNumber{}, false // no number in groups is as short
	}
	p.groups = slices.Clone(groups)
	return p, true
}

// wholeNumber says whether groups make a number of this country that is as long as it may be: figures after a gap are something else
// (0914 222 333 15 phút trước).
func wholeNumber(groups []string, length int) bool {
	return len(groups[0]) >= 3 && groups[0][0] == '0' && (length >= 11 || length == 10 && groups[0][1] != '2')
}

// sayPhone says the digits with a comma at each written gap; a run without gaps is divided.
func sayPhone(p phoneNumber) string {
	var parts []string
	for _, g := range p.groups {
		if len(p.groups) > 1 && len(g) <= 5 {
			parts = append(parts, digitWords(g))
			continue
		}
		for _, part := range divide(g) {
			parts = append(parts, digitWords(part))
		}
	}
	return p.prefix + strings.Join(parts, ", ")
}

// divide makes the groups in which people say a number: 4-3-3, 4-4-3, 4-4.
func divide(run string) []string {
	switch len(run) {
	case 11:
		return []string{run[:4], run[4:8], run[8:]}
	case 9, 10:
		return []string{run[:len(run)-6], run[len(run)-6 : len(run)-3], run[len(run)-3:]}
	case 6:
		return []string{run[:3], run[3:]}
	case 7, 8:
		return []string{run[:4], run[4:]}
	}
	return []string{run}
}

// matchPhone reads telephone numbers, short codes and codes of services.
func matchPhone(c *context, i int) (spoken, int, bool) {
	if words, end, ok := c.serviceCode(i); ok {
		return spoken{text: words}, end - i, true
	}
	if c.kind(i) != digits && !c.isAny(i, "(+") || c.glued(i) || c.isAny(i-1, "/.,-") && c.kind(i-2) == digits {
		return spoken{}, 0, false
	}
	if words, end, ok := c.prefix(i); ok {
		return spoken{text: words}, end - i, true
	}
	p, ok := c.phone(i)
	if !ok || !c.isPhone(i, p) {
		return spoken{}, 0, false
	}
	said := spoken{text: sayPhone(p)}
	for j := p.end; c.is(j, "/") || c.isAny(j, "-–") && c.kind(j+1) == digits || c.kind(j) == space && c.isAny(j+1, "/-–") && c.kind(j+2) == space; j = p.end {
		if j-i > longest {
			break
		}
		k := c.over(c.over(j) + 1)
		next, ok := c.phone(k)
		if !ok || !c.isPhone(k, next) {
			break
		}
		said.text += " hoặc " + sayPhone(next)
		p = next
	}
	return said, p.end - i, true
}

// prefix reads the beginning of numbers of a country: +84, đầu số +84 28, +375.
func (c *context) prefix(i int) (words string, end int, ok bool) {
	t := c.at(i + 1)
	if !c.is(i, "+") || t.kind != digits || len(t.text) > 4 || c.kind(i+2) == word || c.isAny(i+2, ".,") && c.kind(i+3) == digits {
		return "", 0, false
	}
	if p, ok := c.phone(i); ok && p.length() >= 9 {
		return "", 0, false
	}
	cued := prefixCues.near(c, i, 24)
	if !cued && (t.text != "84" || c.kind(i+2) == space && c.kind(i+3) == digits) {
		return "", 0, false
	}
	words, end = "cộng "+digitWords(t.text), i+2
	if area := c.at(i + 3); cued && c.kind(i+2) == space && area.kind == digits && len(area.text) <= 4 && !c.counted(i+4) {
		words, end = words+" "+digitWords(area.text), i+4
	}
	return words, end, true
}

// isPhone decides whether digits are a telephone number by their own shape or by a cue.
func (c *context) isPhone(i int, p phoneNumber) bool {
	all, n := p.groups[0], p.length()
	if n > len(all) {
		var room [16]byte
		digits := room[:0]
		for _, g := range p.groups {
			digits = append(digits, g...)
		}
		all = string(digits)
	}
	switch {
	case p.prefix != "":
		return n >= 10 && n <= 12
	case all[0] != '0' && len(p.groups) > 1 && (c.counted(p.end) || c.is(i+1, ".") && len(p.groups[0]) < 4 && strings.HasSuffix(all, "000")):
		return false // 3 điện thoại và 12.300.000 đồng
	case c.is(i, "("):
		return n >= 9 && n <= 11
	case all[0] == '0' && (n == 10 || n == 11) && !idCues.near(c, i, 2):
		return len(p.groups) == 1 || len(p.groups[0]) >= 3 || len(p.groups[0]) == 2 && n == 10 && (c.called(i, phoneCues) || len(p.groups) == 3 && len(p.groups[1]) == 4)
	case all[0] == '0' && n == 9:
		return c.called(i, phoneCues)
	case (strings.HasPrefix(all, "1800") || strings.HasPrefix(all, "1900")) && n >= 8 && n <= 10:
		return len(p.groups) == 1 || len(p.groups[0]) == 4 || c.called(i, phoneCues)
	case n == 11 && strings.HasPrefix(all, "84"):
		return c.called(i, phoneCues) || len(p.groups) == 1 && strings.ContainsRune("35789", rune(all[2])) && !c.counted(p.end) && !c.identified(i)
	case len(p.groups) > 1:
		return n >= 7 && n <= 11 && c.called(i, phoneCues) && !c.fullDateAt(i)
	case c.known(all):
		return c.isHotline(i, p.end, all)
	case c.counted(p.end), c.nounAfter(p.end) && !strongPhoneCues.directly(c, i):
		return false
	case n >= 3 && n <= 6, n == 8, n == 7:
		return c.called(i, phoneCues) || c.called(i, textingCues) || c.texted(i, p.end)
	}
	return false
}

// fullDateAt says whether a date with its year stands at token i.
func (c *context) fullDateAt(i int) bool {
	d, ok := c.date(i)
	return ok && d.full()
}

// counted says whether a noun of counting, a measure or money follows a number that ends before token i.
func (c *context) counted(i int) bool {
	return c.measured(i) || c.kind(i) == space && (countNouns.startsAt(c, i+1) || moreCounted.startsAt(c, i+1))
}

var moreCounted = cues("lần", "ngày", "phần", "cuộc", "khách", "thuê bao", "tin", "bài", "cột", "loại", "cái", "chiếc", "bộ", "suất", "quà", "vụ", "năm", "tháng", "tuần", "giờ", "phút", "giây", "tuổi", "bữa",
	"viên", "con", "mét", "buổi", "lượt", "ca", "tiếng", "ly", "cốc", "chén", "bát", "điếu", "chuyến", "chai", "lon", "miếng", "quả", "trái", "muỗng", "gói", "cữ", "lứa", "đợt", "hôm", "ngôi", "căn", "bao", "thùng", "cây",
	"hộp", "bịch", "xe", "chỗ", "vòng", "lượng")

// serviceCode reads codes typed on a telephone: *101#.
func (c *context) serviceCode(i int) (words string, end int, ok bool) {
	if !c.is(i, "*") {
		return "", 0, false
	}
	var parts []string
	j := i
	for c.is(j, "*") && c.kind(j+1) == digits && j-i < longest {
		parts = append(parts, "sao", digitWords(c.at(j+1).text))
		j += 2
	}
	if len(parts) == 0 && c.is(j+1, "#") && c.kind(j+2) == digits && c.is(j+3, "#") {
		return "sao thăng " + digitWords(c.at(j+2).text) + " thăng", j + 4, true // *#06#
	}
	if len(parts) == 0 || !c.is(j, "#") {
		return "", 0, false
	}
	return strings.Join(append(parts, "thăng"), " "), j + 1, true
}

// matchHiddenNumber reports a number part of which is covered by x or stars, and reads the digits that are there.
func matchHiddenNumber(c *context, i int) (spoken, int, bool) {
	j := i
	if c.is(j, "(") {
		j++
	}
	if c.kind(j) != digits || c.glued(j) || len(c.at(j).text) < 2 {
		return spoken{}, 0, false
	}
	var room [16]string
	groups, covered, end := room[:0], 0, j
	for steps := 0; steps < 16; steps++ {
		switch t := c.at(j); {
		case t.kind == digits:
			groups, end = append(groups, t.text), j+1
		case t.kind == word && strings.Trim(t.text, "xX") == "" && (len(t.text) > 1 || c.kind(j-1) == digits):
			covered, end = covered+len(t.text), j+1
		case c.is(j, "*") && c.kind(j-1) != space:
			covered, end = covered+1, j+1
		case c.is(j, "*") && c.is(j+1, "*"):
		case c.is(j, "…") && c.hiddenGap(i, j, j+1):
			covered += 2
		case c.is(j, ".") && c.is(j+1, ".") && c.is(j+2, ".") && c.hiddenGap(i, j, j+3):
			covered, j = covered+2, j+2
		case c.isAny(j, ".-)"), t.kind == space:
			if k := c.at(j + 1); k.kind != digits && k.kind != space && strings.Trim(k.text, "xX*") != "" {
				steps = 16
			}
		default:
			steps = 16
		}
		j++
	}
	if covered < 2 || len(groups) == 0 {
		return spoken{}, 0, false
	}
	var parts []string
	for _, g := range groups {
		parts = append(parts, digitWords(g))
	}
	written := c.source(i, end)
	return spoken{text: strings.Join(parts, ", "), findings: []Finding{c.finding(unreadable, i, end,
		"số điện thoại bị che một phần: "+quote(written), "Ghi đủ số hoặc bỏ.")}}, end - i, true
}

// hiddenGap says whether the dots at tokens [from, to) stand for digits of the number that begins at token i: 0912...89.
func (c *context) hiddenGap(i, from, to int) bool {
	t := c.at(i)
	return t.kind == digits && t.text[0] == '0' && len(t.text) > 2 && c.kind(from-1) == digits && c.kind(to) == digits
}
