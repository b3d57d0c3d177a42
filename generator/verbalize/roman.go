package verbalize

import (
	"strconv"
	"strings"
)

// romanCues stand directly left of a Roman number; without one, letters are letters.
var romanCues = cues("thế kỷ", "thế kỉ", "quý", "chương", "phần", "mục", "điều", "phụ lục", "khóa", "kỳ", "kì", "kỳ họp", "lần", "lần thứ", "thứ", "đại hội",
	"hội nghị", "tập", "quyển", "hồi", "bậc", "cấp", "hạng", "loại", "nhóm", "khu vực", "vùng", "quân khu", "quân đoàn", "giai đoạn", "đợt", "vua",
	"louis", "elizabeth", "công ước", "thế chiến")

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
	if t.kind != word || c.glued(i) || !romanCues.directly(c, i) {
		return spoken{}, 0, false
	}
	n := romanValue(t.text)
	end := i + 1
	if k := c.kind(end); n == 0 || k == word || k == digits {
		return spoken{}, 0, false
	}
	words := c.sayOrdinalAt(i, i)
	for {
		joint := ""
		j, _, ok := c.rangeMark(end)
		if ok {
			joint = " đến "
		} else if j = c.over(end); c.is(j, ",") && c.kind(j+1) == space {
			joint, j = ", ", j+2
		} else if c.says(j, "và", "đến") {
			joint, j = " "+c.at(j).text+" ", c.over(j+1)
		}
		next := romanValue(c.at(j).text)
		if joint == "" || next == 0 || c.kind(j+1) == word {
			break
		}
		words, end = words+joint+c.sayOrdinalAt(i, j), j+1
	}
	if year, after, ok := c.yearAfter(end); ok {
		words, end = words+" năm "+year, after
	}
	return spoken{text: words}, end - i, true
}

var (
	prizeCues = cues("huân chương", "huy chương", "giải", "giải thưởng", "bằng khen")
	rankCues  = cues("hạng", "giải")
)

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
