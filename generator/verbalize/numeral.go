package verbalize

import (
	"strings"
)

// numeral is a number as it is written, at tokens [start, end).
type numeral struct {
	start, end int
	signed     string   // "âm", "dương", "cộng" or ""
	whole      string   // digits without separators
	fraction   string   // digits after the decimal mark
	dotted     []string // groups between dots that are neither thousands nor a decimal fraction: 1.2.3, an address of the network
	point      bool     // the decimal mark is a dot
	read       string   // "chấm" or "phẩy" between whole and fraction
	english    bool     // thousands are divided by commas
	grouped    bool     // thousands are divided
}

// plain says whether the number is a run of digits and nothing else.
func (n numeral) plain() bool {
	return n.signed == "" && n.fraction == "" && len(n.dotted) == 0 && !n.grouped
}

// value is the number's whole part without leading zeros, for comparing.
func (n numeral) value() string { return strings.TrimLeft(n.whole, "0") }

// less compares two whole numbers given by their digits without leading zeros.
func less(a, b string) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	return a < b
}

// dotCues are words after which a dot in a number is said "chấm": parts of texts, versions.
var dotCues = cues("mục", "tiểu mục", "phần", "phiên bản", "bản", "windows", "android", "ios", "usb", "bluetooth", "v", "công nghiệp")

// versionCues are those of them after which three digits are no thousands.
var versionCues = cues("phiên bản", "v")

// labelledLists are words after which a comma divides numbers of a list, with a blank or without: tháng 1,2,3.
var labelledLists = cues("tháng", "thứ", "điều", "khoản", "tổ", "thôn", "lớp", "khối", "quý", "trang", "bài", "câu", "chương", "phụ lục", "đội", "cụm",
	"vùng", "khu phố", "xóm", "kênh", "cổng", "tầng", "phòng", "đợt", "tiết", "tuyến", "ngày")

// measureNouns are words after which stands no list and no version, so that a dot before them is a decimal mark: 1.5 lần.
var measureNouns = cues("lần", "điểm", "độ", "giây", "phút", "giờ", "ngày", "tháng", "năm", "tuổi", "tấn", "tạ", "yến", "sào", "mẫu", "lượng", "chỉ", "mét", "gam",
	"người", "mã lực")

// placeCues stand before coordinates, in which a dot is a decimal mark.
var placeCues = cues("tọa độ")

// numeral reads a number that begins at token i, with its sign. The bool is false if there is none.
func (c *context) numeral(i int) (numeral, bool) {
	if t := c.at(i); t.kind != digits && t.kind != sign {
		return numeral{start: i}, false
	}
	return c.memos.numeral.ask(c, i, (*context).findNumeral)
}

func (c *context) findNumeral(i int) (numeral, bool) {
	n := numeral{start: i}
	if c.isAny(i, "-−+") && c.kind(i+1) == digits && c.signStands(i) {
		switch {
		case !c.is(i, "+"):
			n.signed = "âm"
		default:
			n.signed = "cộng"
		}
		i++
	}
	if c.kind(i) != digits {
		return n, false
	}
	n.whole = c.at(i).text
	n.end = i + 1
	if c.divided(n.end) {
		c.groups(&n)
		c.decimals(&n)
	}
	if n.signed == "cộng" {
		if j := c.over(n.end); c.is(j, "°") || c.is(j, "℃") {
			n.signed = "dương"
		}
	}
	return n, true
}

// divided says whether a sign that may stand between the groups of a number stands at token i.
func (c *context) divided(i int) bool {
	t := c.at(i)
	return t.kind == space || t.kind == sign && (t.text == "." || t.text == ",")
}

// signStands says whether + or - at token i can be a sign of the number after it: nothing touches it on the left but a bracket, and
// no number stands before.
func (c *context) signStands(i int) bool {
	switch {
	case c.at(i).first:
		return c.kind(i+1) == digits
	case c.is(i-1, "("):
		return true
	case c.kind(i-1) != space:
		return c.kind(i-1) == newline
	}
	return c.kind(i-2) != digits && !c.is(i-2, "%")
}

// groups takes the groups of thousands.
func (c *context) groups(n *numeral) {
	if len(n.whole) > 3 || n.whole[0] == '0' {
		return
	}
	if three(c, n.end, ".") && !versionCues.directly(c, n.start) {
		j := n.end
		for three(c, j, ".") && j-n.start < longest {
			j += 2
		}
		if !c.is(j, ".") || c.kind(j+1) != digits { // else it is no amount: 1.500.00
			c.take(n, j)
		}
		return
	}
	if three(c, n.end, ",") && three(c, n.end+2, ",") {
		j := n.end
		for three(c, j, ",") && j-n.start < longest {
			j += 2
		}
		c.take(n, j)
		n.english = true
		return
	}
	j, wide := c.threes(n)
	if j == n.end || c.kind(j) == space && c.kind(j+1) == digits || c.isAny(j, "./-") && c.kind(j+1) == digits {
		return
	}
	if wide || c.at(j-1).text == "000" || c.counts(j) && !phoneCues.near(c, n.start, 4) {
		c.take(n, j)
	}
}

// take adds the groups of three digits up to token end, each after a mark or a blank, to a number.
func (c *context) take(n *numeral, end int) {
	var whole strings.Builder
	whole.Grow(len(n.whole) + 3*(end-n.end)/2)
	whole.WriteString(n.whole)
	for j := n.end + 1; j < end; j += 2 {
		whole.WriteString(c.at(j).text)
	}
	n.whole, n.end, n.grouped = whole.String(), end, true
}

// threes gives the token after the groups that follow a number after blanks, and whether all blanks are of the kind that writers put
// between thousands. The run is kept, for each of its groups could be the beginning of a number.
func (c *context) threes(n *numeral) (end int, wide bool) {
	if c.kind(n.end) != space {
		return n.end, true
	}
	run, last := &c.memos.run, n.end
	for last-n.start < longest {
		last += 2
	}
	if n.end < run.from || n.end >= run.to || (n.end-run.from)%2 != 0 || run.cut && last > run.to {
		*run = threes{from: n.end, to: n.end, narrow: -1}
		for c.kind(run.to) == space && c.kind(run.to+1) == digits && len(c.at(run.to+1).text) == 3 && !run.cut {
			if !c.at(run.to).noBreak {
				run.narrow = run.to
			}
			run.to += 2
			run.cut = run.to-run.from > 4*longest
		}
	}
	return min(run.to, last), run.narrow < n.end
}

// three says whether a group of exactly three digits follows the mark at token i.
func three(c *context, i int, mark string) bool {
	return c.is(i, mark) && c.kind(i+1) == digits && len(c.at(i+1).text) == 3
}

// decimals takes what follows a comma or a dot that divides no thousands.
func (c *context) decimals(n *numeral) {
	mark, after := n.end, n.end+1
	if c.kind(after) != digits || n.grouped && n.english && !c.is(mark, ".") {
		return
	}
	switch {
	case c.is(mark, ","):
		if c.englishGroup(n, after) {
			n.whole, n.end, n.grouped, n.english = n.whole+c.at(after).text, after+1, true, true
			c.decimals(n)
			return
		}
		if c.isAny(after+1, ",.") && c.kind(after+2) == digits || c.is(n.start-1, ",") && c.kind(n.start-2) == digits ||
			n.whole != "0" && labelledLists.directly(c, n.start) && !c.counted(after+1) {
			return // a list or an amount gone wrong: one number at a time
		}
		n.fraction, n.read, n.end = c.at(after).text, "phẩy", after+1
	case !c.is(mark, "."):
	case n.grouped && !n.english:
	case n.english:
		n.fraction, n.read, n.end = c.at(after).text, "phẩy", after+1
	case c.is(after+1, ".") && c.kind(after+2) == digits:
		n.dotted = []string{n.whole}
		for c.is(n.end, ".") && c.kind(n.end+1) == digits {
			n.dotted = append(n.dotted, c.at(n.end+1).text)
			n.end += 2
		}
	default:
		n.fraction, n.point, n.end = c.at(after).text, true, after+1
		n.read = "chấm"
		if c.decimalDot(n) {
			n.read = "phẩy"
		}
	}
}

// englishGroup says whether the three digits at token i, after a comma, are thousands: a fraction with a dot follows, or they are
// money, which has no thousandth parts (1,250.5; 50,000đ; $1,200).
func (c *context) englishGroup(n *numeral, i int) bool {
	if n.grouped || len(n.whole) > 3 || n.whole[0] == '0' || len(c.at(i).text) != 3 {
		return false
	}
	if c.is(i+1, ".") && c.kind(i+2) == digits && len(c.at(i+2).text) < 3 && !c.isAny(i+3, ".,") {
		return true
	}
	currency, _, ok := c.currencyAt(i + 1)
	return ok && currency == "đồng" || c.is(n.start-1, "$")
}

// decimalDot says whether the dot in a number divides a decimal fraction rather than the parts of a version or a section.
func (c *context) decimalDot(n *numeral) bool {
	if dotCues.directly(c, n.start) || c.gluedVersion(n.start) {
		return false
	}
	return n.whole == "0" || c.measured(n.end) || c.is(n.start-1, "$") || c.kind(n.end) == space && measureNouns.startsAt(c, n.end+1) || placeCues.near(c, n.start, 6)
}

// gluedVersion says whether "v" touches the number: v2.1.
func (c *context) gluedVersion(i int) bool { return c.kind(i-1) == word && c.at(i-1).key == "v" }

// sayNumeral says a number. Its words are kept too: several rules say it before one accepts it.
func (c *context) sayNumeral(n numeral) string {
	if t := c.at(n.start); n.plain() && n.end == n.start+1 && len(t.text) == 1 {
		return digitNames[t.text[0]-'0']
	}
	kept := &c.memos.said[uint(n.start)%uint(len(c.memos.said))]
	if kept.words == "" || kept.start != n.start || kept.end != n.end || kept.signed != n.signed {
		kept.start, kept.end, kept.signed, kept.words = n.start, n.end, n.signed, c.numeralWords(n)
	}
	return kept.words
}

func (c *context) numeralWords(n numeral) string {
	var words string
	switch {
	case isAddress(n.dotted):
		parts := make([]string, len(n.dotted))
		for k, group := range n.dotted {
			parts[k] = digitWords(group)
		}
		words = strings.Join(parts, " chấm ")
	case len(n.dotted) > 0:
		parts := make([]string, len(n.dotted))
		for k, group := range n.dotted {
			parts[k] = c.sayRun(group, false)
		}
		words = strings.Join(parts, " chấm ")
	case n.fraction != "" && n.read == "chấm":
		words = c.sayRun(n.whole, true) + " chấm " + c.sayRun(n.fraction, false)
	case n.fraction != "":
		words = c.region.cardinal(n.whole) + " phẩy " + digitWords(n.fraction)
	case n.grouped:
		words = c.region.cardinal(n.whole)
	default:
		words = c.sayRun(n.whole, c.counts(n.end) || len(n.whole) == 2 && c.lastCount(n))
	}
	if n.signed != "" {
		words = n.signed + " " + words
	}
	return words
}

// sayRun says digits without separators. counted: a noun or unit follows, so that a padded "05" is the plain number.
func (c *context) sayRun(run string, counted bool) string {
	switch {
	case len(run) > 12:
		return digitWords(run)
	case run[0] != '0' || run == "0":
		return c.region.cardinal(run)
	case len(run) == 2 && counted:
		return digitNames[run[1]-'0']
	}
	return digitWords(run)
}

// counts says whether what follows token i on the line is a word, so that a number before counts it, perhaps after further numbers of
// two digits: 05, 06 hộ.
func (c *context) counts(i int) bool {
	return c.memos.counts.holds(c, i, (*context).countsNow)
}

func (c *context) countsNow(i int) bool {
	for range 6 {
		if k := c.over(i); c.says(k, "và", "hoặc") && c.kind(c.over(k+1)) == digits && len(c.at(c.over(k+1)).text) == 2 {
			i = c.over(k+1) + 1
			continue
		}
		if c.kind(i) == space && (c.kind(i+1) == word || c.is(i+1, "(") && c.kind(i+2) == word) || c.measured(i) {
			return true
		}
		j := c.over(i + 1)
		if !c.is(i, ",") || c.kind(j) != digits || len(c.at(j).text) != 2 {
			return false
		}
		i = j + 1
	}
	return false
}

// lastCount says whether a padded number ends its clause after a word that it counts, not one that it numbers: không hợp lệ 01.
func (c *context) lastCount(n numeral) bool {
	if k := n.end; c.kind(k) != newline && !(c.isAny(k, ",;.)") && c.kind(k+1) != digits && c.kind(k+1) != word) {
		return false
	}
	j := c.before(n.start)
	if c.is(j, ":") {
		j = c.before(j)
	}
	t := c.at(j)
	if t.kind != word || t.shape == loneLetter || allCapital(t.text) {
		return false
	}
	if c.says(j, "phòng") && c.says(c.before(j), "dự") {
		return true // dự phòng 02
	}
	return !labelCues.endsAt(c, j) && !spanLabels.endsAt(c, j) && !idCues.endsAt(c, j) && !phoneCues.endsAt(c, j) && !numbering.endsAt(c, j)
}

// numbering are further words that a padded number numbers.
var numbering = cues("stt", "thứ tự", "thứ", "bản", "kênh", "tập", "quyển", "cuốn", "học phần", "đợt", "lần", "khóa", "kỳ", "vụ", "tháng", "ngày", "tờ", "chuyến", "chốt", "điểm", "cửa", "quầy", "vùng", "luồng",
	"phương án", "đề", "mã đề", "ngành", "tiểu khu", "khoảnh", "đề án", "dự án", "chỉ thị", "nghị quyết", "nghị định", "thông tư", "quyết định", "kế hoạch", "công văn", "luật", "kết luận", "quy định", "hướng dẫn", "chương trình", "công trình", "hợp đồng", "công điện", "thông báo", "báo cáo", "biển", "khu", "gói thầu", "gói", "hạng", "liên", "mũi", "trường", "cầu", "cảng", "ga", "và", "hoặc", "đến", "là")

// isAddress says whether groups are an IPv4 address: four, each 0–255.
func isAddress(groups []string) bool {
	if len(groups) != 4 {
		return false
	}
	for _, g := range groups {
		if len(g) > 3 || len(g) == 3 && g > "255" {
			return false
		}
	}
	return true
}

// findings of the form in which a number is written.
func (n numeral) findings(c *context) []Finding {
	written := func() string { return quote(c.source(n.start, n.end)) }
	switch {
	case n.english:
		return []Finding{c.finding(englishNumber, n.start, n.end, "số "+written()+" viết theo kiểu Anh", "Viết dấu chấm giữa các hàng nghìn: 1.500.000.")}
	case n.point && n.read == "phẩy":
		return []Finding{c.finding(doubtful, n.start, n.end, "số "+written()+" dùng dấu chấm cho phần lẻ", "Viết dấu phẩy: 2,5.")}
	case len(n.whole) > 12 && !n.grouped:
		return []Finding{c.finding(doubtful, n.start, n.end, "dãy số dài "+written()+" đọc từng chữ số", "Nếu là số lượng, viết dấu chấm giữa các hàng nghìn.")}
	case len(n.whole) > maxCardinal:
		return []Finding{c.finding(doubtful, n.start, n.end, "số "+written()+" lớn quá, đọc từng chữ số", "Viết bằng chữ.")}
	}
	return nil
}
