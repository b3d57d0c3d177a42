package verbalize

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// romanCues stand directly left of a Roman number; without one, letters are letters.
var romanCues = cues("thế kỷ", "thế kỉ", "quý", "chương", "phần", "mục", "điều", "phụ lục", "khóa", "kỳ", "kì", "kỳ họp", "lần", "lần thứ", "thứ", "đại hội",
	"hội nghị", "tập", "quyển", "hồi", "bậc", "cấp", "hạng", "loại", "nhóm", "khu vực", "vùng", "quân khu", "quân đoàn", "giai đoạn", "đợt", "vua",
	"louis", "elizabeth", "công ước", "thế chiến", "học kỳ", "học kì", "giải",
	"đại đội", "tiểu đoàn", "trung đoàn", "sư đoàn", "lữ đoàn", "binh đoàn", "báo động", "trung ương", "độ", "mức độ", "tk", "hk", "hoàng đế", "nữ hoàng", "giáo hoàng", "tiểu mục")

// weakRomanCues stand before letters as often as before Roman numbers, so that V and X alone after them are letters.
var weakRomanCues = cues("bằng", "tổ", "đội", "thôn", "khu", "cụm", "trại", "tuyến", "lô", "nhà", "khối", "vòng", "phân khu", "tiết", "bài", "xóm", "ấp", "số",
	"tiểu khu", "khoản", "danh mục", "biểu", "mẫu", "bảng", "hình", "trạm", "cột", "tòa", "pha", "bước", "trung tâm", "công trường", "hợp phần", "dự án", "mức")

// foreignName says whether a name that is not Vietnamese stands before token i; a Roman number of two letters follows kings and games.
func (c *context) foreignName(i int) bool {
	t := c.at(c.before(i))
	return c.kind(i-1) == space && t.kind == word && capitalised(t.text) && !allCapital(t.text) && len(t.text) > 3 && !viet.IsSyllable(t.text)
}

// smallAfter says whether a word in small letters or the end of the clause stands at token i: tàu Artemis I bay quanh Mặt Trăng.
func (c *context) smallAfter(i int) bool {
	t := c.at(c.over(i))
	return t.kind == newline || t.kind == word && !capitalised(t.text) || t.kind == sign && c.isAny(i, ",.;:)")
}

// inRomanTalk says whether Roman numbers are what the sentence is of: chữ số La Mã: XIX là 19, L là 50.
func (c *context) inRomanTalk(i int) bool {
	return (len(c.at(i).text) > 1 || strings.Contains("IVX", c.at(i).text)) && (romanTalk.near(c, i, 32) || c.romanAhead(i))
}

// romanAhead looks for the cue right of a list of Roman numbers: IV, VI, IX là chữ số La Mã.
func (c *context) romanAhead(i int) bool {
	for j, n := i, 0; n < 24 && !c.barrier(j); j, n = j+1, n+1 {
		if romanTalk.endsAt(c, j) {
			return true
		}
	}
	return false
}

var romanTalk = cues("số la mã")

// romanShort are short forms of cues that mean them only before a Roman number.
var romanShort = map[string]string{"TK": "thế kỷ", "HK": "học kỳ", "BĐ": "báo động"}

var romanDigits = []struct {
	sign  string
	value int
}{{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// romanValue reads a Roman number in its one right form; others give 0. C, D, L and M alone are letters: loại C.
func romanValue(s string) int {
	if len(s) > 15 || len(s) == 1 && strings.Contains("CDLM", s) || strings.Trim(s, "IVXLCDM") != "" {
		return 0
	}
	n, rest := 0, s
	for _, d := range romanDigits {
		for strings.HasPrefix(rest, d.sign) {
			n += d.value
			rest = rest[len(d.sign):]
		}
	}
	if rest != "" || romanForm(n) != s {
		return 0
	}
	return n
}

// romanForm writes a number the canonical way.
func romanForm(n int) string {
	var b strings.Builder
	for _, d := range romanDigits {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// matchRoman reads a Roman number after its cue, or as the end of a span or list that began with one.
func matchRoman(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if words, end, ok := c.romanLabel(i); ok {
		return spoken{text: words, mark: "."}, end - i, true
	}
	if c.glued(i) {
		return spoken{}, 0, false
	}
	if words := romanShort[t.text]; words != "" && c.kind(i+1) == space && romanValue(c.at(i+2).text) > 0 {
		return spoken{text: words}, 1, true // TK XX
	}
	for _, short := range [2]string{"HK", "BĐ"} {
		if rest, ok := strings.CutPrefix(t.text, short); ok && romanValue(rest) > 0 && c.kind(i+1) != digits {
			return spoken{text: romanShort[short] + " " + c.sayOrdinal(-1, romanValue(rest))}, 1, true
		}
	}
	n, letter := romanValue(t.text), ""
	if last := len(t.text) - 1; n == 0 && last > 0 && t.text[last] >= 'a' && t.text[last] <= 'e' {
		n, letter = romanValue(t.text[:last]), t.text[last:] // Phụ lục IIa
	}
	end := i + 1
	if k := c.kind(end); n == 0 || k == word || k == digits || !(t.first && c.is(end, ".") && c.kind(end+1) == digits) && !romanCues.directly(c, i) && !((len(t.text) > 1 || t.text == "I" && c.smallAfter(end)) && c.foreignName(i)) && !c.inRomanTalk(i) &&
		!((len(t.text) > 1 || t.text == "I") && weakRomanCues.directly(c, i)) && !c.romanShaped(i) {
		return spoken{}, 0, false
	}
	words := c.sayOrdinal(i, n)
	if letter != "" {
		return spoken{text: words + " " + c.region.spell(letter)}, 1, true
	}
	if c.is(end, ".") && c.kind(end+1) == digits { // mục II.1
		for c.is(end, ".") && c.kind(end+1) == digits && end-i < longest {
			words, end = words+" chấm "+c.sayRun(c.at(end+1).text, false), end+2
		}
		if letter := c.at(end + 1); c.is(end, ".") && letter.kind == word && len(letter.text) == 1 {
			words, end = words+" chấm "+c.region.letterName(rune(letter.text[0]), true), end+2
		}
		return spoken{text: words}, end - i, true
	}
	for {
		joint := ""
		j, _, ok := c.rangeMark(end)
		if ok {
			joint = " đến "
		} else if j = end; c.is(j, "/") {
			if joint, j = ", ", j+1; c.says(c.before(i), "bậc") {
				joint = " trên " // bậc III/VII
			}
		} else if j = c.over(end); c.is(j, ",") && c.kind(j+1) == space {
			joint, j = ", ", j+2
		} else if c.says(j, "và", "đến") {
			joint, j = " "+c.at(j).text+" ", c.over(j+1)
		}
		next := romanValue(c.at(j).text)
		if joint == "" || next == 0 || c.kind(j+1) == word || j-i > longest {
			break
		}
		words, end = words+joint+c.sayOrdinalAt(i, j), j+1
	}
	if year, after, ok := c.yearAfter(end); ok {
		words, end = words+" năm "+year, after
	}
	return spoken{text: words}, end - i, true
}

// romanShaped says whether token i is a Roman number by its shape alone, right after a word: báo động II, thủy điện Rào Quán III. VI
// and XI are syllables, XX and XXX stand for what is left open, and numbers with L, C, D, M are letters more often.
func (c *context) romanShaped(i int) bool {
	t := c.at(i)
	if len(t.text) < 2 || strings.Trim(t.text, "IVX") != "" || strings.Trim(t.text, "X") == "" || t.text == "VI" || t.text == "XI" || c.kind(i-1) != space || c.kind(i-2) != word {
		return false
	}
	if k := i + 1; c.isAny(k, "-/&.") && c.at(k+1).kind == word && romanValue(c.at(k+1).text) == 0 {
		return false // a part of a longer sign: IV/BYT
	}
	left := c.at(i - 2)
	return utf8.RuneCountInString(left.text) > 1 && (t.heading || !allCapital(left.text)) && !openCues.endsAt(c, i-2)
}

// openCues stand before signs that nobody may take for numbers.
var openCues = cues("tiêm", "truyền", "mã", "ký hiệu", "chữ", "biển số", "biển", "hãng", "nhãn hiệu", "cổ phiếu", "soạn", "gửi")

var (
	prizeCues = cues("huân chương", "huy chương", "giải", "giải thưởng", "bằng khen")
	rankCues  = cues("hạng", "giải")
)

// romanLabel reads what numbers a line with a dash, slash or colon after it (II- NỘI DUNG, I/ Mục đích, XXI.).
func (c *context) romanLabel(i int) (words string, end int, ok bool) {
	t := c.at(i)
	n := romanValue(t.text)
	if !t.first || n == 0 || n > 39 {
		return "", 0, false
	}
	switch j := c.over(i + 1); {
	case c.isAny(i+1, "/:") && c.kind(i+2) == space, c.is(i+1, ".") && c.kind(i+2) == space && len(t.text) > 1, j == i+1 && c.isAny(j, "-–") && c.kind(j+1) == space:
		return c.sayOrdinal(-1, n), i + 2, true
	case j > i+1 && c.isAny(j, "-–") && c.kind(j+1) == space && len(t.text) > 1:
		return c.sayOrdinal(-1, n), j + 1, true
	}
	return "", 0, false
}

// matchRomanItem reads the small Roman numbers in brackets that number the parts of a sentence: (i) …; (ii) ….
func matchRomanItem(c *context, i int) (spoken, int, bool) {
	t := c.at(i + 1)
	if !c.is(i, "(") || t.kind != word || !c.is(i+2, ")") || t.text != strings.ToLower(t.text) || c.kind(i+3) != space {
		return spoken{}, 0, false
	}
	n := romanValue(strings.ToUpper(t.text))
	if n == 0 || n > 20 || t.text == "v" || t.text == "x" {
		return spoken{}, 0, false
	}
	return spoken{text: c.region.cardinal(strconv.Itoa(n)), pause: true}, 3, true
}

// classCues stand before ranks that are kinds, not places: bệnh viện hạng 1.
var classCues = cues("bệnh viện", "đô thị", "xe", "giấy phép", "lái xe", "bằng lái", "viên chức", "giáo viên", "bác sĩ", "chức danh", "công trình", "đất", "nhà", "khách sạn",
	"trường", "doanh nghiệp", "chung cư", "cảng", "hợp tác xã", "vé", "ghế", "khoang")

// sayOrdinalAt says the number at token j in the form that the word before token i asks for: thứ nhất, thứ tư, hạng nhì, quý tư.
func (c *context) sayOrdinalAt(i, j int) string {
	t := c.at(j)
	if t.kind == word {
		return c.sayOrdinal(i, romanValue(t.text))
	}
	return c.sayOrdinal(i, number(t.text))
}

// sayOrdinal says a number in that form.
func (c *context) sayOrdinal(i, n int) string {
	before := c.before(i)
	switch {
	case c.says(before, "thứ") && n == 1:
		return "nhất"
	case c.says(before, "thứ", "quý") && n == 4:
		return "tư"
	case rankCues.endsAt(c, before) && n <= 3 && (c.kind(i) == digits && !classCues.near(c, i, 6) || prizeCues.near(c, i, 8)):
		return [...]string{"nhất", "nhì", "ba"}[n-1]
	}
	return c.region.cardinal(strconv.Itoa(n))
}
