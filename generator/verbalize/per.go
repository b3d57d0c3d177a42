package verbalize

import "strings"

// perNouns follow a slash that means "for each": đồng/hộ, lần/ngày. Other words after a slash are a second word for the same thing.
var perNouns = cues("triệu", "trụ", "hộ", "người", "nhân khẩu", "khẩu", "tháng", "năm", "ngày", "đêm", "tuần", "quý", "giờ", "phút", "giây", "lần", "lượt", "suất", "vụ", "kỳ",
	"lớp", "trường", "xã", "thôn", "huyện", "ca", "đợt", "con", "cây", "cái", "chiếc", "học sinh", "sinh viên", "em", "cháu", "trẻ", "dân", "vạn", "nghìn",
	"sản phẩm", "lượng", "chỉ", "thùng", "gói", "vé", "tin", "sms", "cuộc", "câu", "bài", "phiếu", "tấm", "bao", "hộp", "chai", "lon", "bình", "mét", "khách",
	"xe", "chuyến", "buổi", "học kỳ", "đại biểu", "cơ sở", "hồ sơ", "giường", "phòng", "bàn", "mâm", "tấn", "tạ", "yến", "sào", "mẫu", "lít", "số", "kíp",
	"đơn vị", "nhà", "bộ", "quả", "trái", "bữa", "viên", "liều", "mũi", "đầu", "công", "điểm", "km", "mùa", "thửa", "gia đình", "cụm", "đội", "bên", "ô", "tờ",
	"cuốn", "quyển", "mẻ", "đồng", "đầu người", "héc ta", "chu kỳ", "vòng", "trận", "phiên", "tiết", "khóa", "người dân", "cổ phiếu", "thuê bao", "tour", "kg", "lứa", "chỗ", "lao động", "tàu", "thuyền", "cột", "trạm", "máy", "mạng", "cặp", "nhóm", "hạng mục", "dự án", "mô hình", "hợp đồng", "thẻ", "gam", "sợi", "tập", "người lớn", "môn", "ngày công", "hố", "luống", "chậu", "khóm", "bụi",
	"bể", "ao", "lồng", "ổ", "đàn", "bé", "tháp", "nhánh", "dòng", "dãy", "tầng", "căn", "bó", "mớ", "nải", "buồng", "túi", "vỉ", "lọ", "hũ", "bịch", "can", "khối", "ký", "kí", "cân", "lạng", "giáo viên", "cán bộ", "hội viên", "đoàn viên")

// perShort are short forms of such nouns, which nobody writes elsewhere.
var perShort = map[string]string{"th": "tháng", "cp": "cổ phiếu", "CP": "cổ phiếu", "sp": "sản phẩm", "hs": "học sinh", "sv": "sinh viên", "ng": "người"}

// mainsUnits are the measures of one appliance, which a slash divides from each other: 220V/50Hz.
var mainsUnits = map[string]bool{"vôn": true, "héc": true, "oát": true, "am pe": true, "ki lô oát": true, "vôn xoay chiều": true}

// places and persons are words of two kinds: with a slash between two of one kind, the second is another word, not a measure (15
// phường/xã, 50 học sinh/sinh viên).
var (
	places  = cues("xã", "phường", "trấn", "thôn", "xóm", "bản", "quận", "huyện", "tỉnh", "phố", "vị", "quan", "sở", "trường", "lớp")
	persons = cues("sinh", "viên", "em", "cháu", "trẻ", "người", "dân", "khách", "biểu", "động", "cán bộ", "học sinh", "sinh viên")
)

func alikeNouns(c *context, a, b int) bool {
	return places.endsAt(c, a) && places.startsAt(c, b) && !c.says(a, "sinh", "viên") || persons.endsAt(c, a) && persons.startsAt(c, b)
}

// perAt reads what stands after a slash that means "for each" at token i: a unit, a currency, a noun, or a number with one of them
// (20 mm/24h, 10 bác sĩ/10.000 dân), further ones included. joint is "trên" before a number, else "một".
func (c *context) perAt(i int) (joint, words string, end int, ok bool) {
	j := i + 1
	if c.kind(i) == space && c.is(i+1, "/") && c.kind(i+2) == space && c.kind(i+3) == word {
		j = i + 3 // triệu đồng / tháng
	} else if !c.is(i, "/") {
		return "", "", 0, false
	}
	t := c.at(j)
	switch {
	case t.kind == digits:
		n, is := c.numeral(j)
		if !is || n.signed != "" {
			return "", "", 0, false
		}
		words, end = c.sayNumeral(n), n.end
		if unit, after, is := c.symbolAt(c.over(end), c.kind(end) == space); is {
			if unit == units[c.at(i-1).text] && !strings.HasSuffix(unit, "vôn") && unit != "giờ" {
				return "", "", 0, false // 900 MHz/1800 MHz: two values
			}
			if left := units[c.at(i-1).text]; left != unit && mainsUnits[unit] && mainsUnits[left] {
				return "", "", 0, false // 220V/50Hz
			}
			return "trên", words + " " + unit, after, true
		}
		if c.kind(end) != space || !perNouns.startsAt(c, end+1) || !c.ofMany(i) && !c.measureEnds(i-1) && (!spells.startsAt(c, end+1) || spells.endsAt(c, i-1)) {
			return "", "", 0, false
		}
		return "trên", words, end, true
	case t.kind != word:
		return "", "", 0, false
	}
	if unit, after, is := c.symbolAt(j, false); is && t.text != "đ" {
		return "một", unit, after, true
	}
	if currency := currencies[t.text]; currency != "" && c.kind(j+1) != word && c.kind(j+1) != digits {
		return "một", currency, j + 1, true
	}
	if perShort[t.text] == "" && !perNouns.startsAt(c, j) || c.kind(j+1) == digits || alikeNouns(c, i-1, j) {
		return "", "", 0, false
	}
	words, end = t.text, j+1
	if short := perShort[t.text]; short != "" {
		return "một", short, end, true
	}
	if said, ok := c.lookup(j, 1); ok && allCapital(t.text) {
		words = said // SMS
	}
	if t.key == "ngày" && c.isAny(end, ".-") && c.says(end+1, "đêm") {
		words, end = words+" "+c.at(end+1).text, end+2
	}
	return "một", words, end, true
}

// pers reads all that an amount that ends before token i is divided by: đồng/người/tháng.
func (c *context) pers(i int) (words string, end int) {
	for range 3 {
		joint, more, after, ok := c.perAt(i)
		if !ok {
			break
		}
		words, i = words+" "+joint+" "+more, after
	}
	return words, i
}

// matchPer reads a slash between what is counted and what it is counted by, where the count stands some words before: 50 học sinh/lớp.
// After money and measures any word is such (400.000 đồng/thí sinh): the slash alone is read, the word by its own rule.
func matchPer(c *context, i int) (spoken, int, bool) {
	if !c.is(i, "/") || c.kind(i-1) == space {
		return spoken{}, 0, false
	}
	if c.countBefore(i) {
		if words, end := c.pers(i); words != "" {
			return spoken{text: words[1:]}, end - i, true
		}
	}
	switch {
	case c.kind(i+1) == word && c.measureBefore(i):
		if sizes.startsAt(c, i+1) {
			return spoken{}, 0, false // dài 5 m/rộng 3 m
		}
		if wholes.startsAt(c, i+1) {
			return spoken{text: "trên"}, 1, true // 45 tỷ đồng/kế hoạch 60 tỷ đồng
		}
		return spoken{text: "một"}, 1, true
	case c.ofMany(i):
		return spoken{text: "trên"}, 1, true
	}
	return spoken{}, 0, false
}

var (
	// sizes are words after a slash that begin a second amount, and wholes those that name what the first is a part of.
	sizes  = cues("rộng", "cao", "dài", "sâu", "dày", "nặng", "tương đương", "hoặc", "và", "tức", "khoảng", "gần", "hơn", "trị giá", "giá", "còn", "hay", "nay", "cũ", "mới", "đường kính")
	wholes = cues("tổng", "kế hoạch", "dự toán", "mục tiêu", "chỉ tiêu", "định mức", "toàn bộ", "tổng số")
)

// measureBefore says whether an amount of money or of a measure ends before token i, perhaps divided before: 300.000 đồng/giáo viên/.
func (c *context) measureBefore(i int) bool {
	for range 3 {
		if c.measureEnds(i - 1) {
			return true
		}
		j := i - 1
		for k := 0; k < 8 && (c.kind(j) == word && !c.says(j, "và", "hoặc") || c.kind(j) == space); k++ {
			j--
		}
		if !c.is(j, "/") || c.kind(j+1) == space {
			return false
		}
		i = j
	}
	return false
}

// spells are times in which things happen: 2 lần/3 ngày.
var spells = cues("ngày", "tháng", "năm", "tuần", "giờ", "phút", "quý", "đêm", "vụ", "kỳ", "buổi")

// measureWords are measures that are written in full.
var measureWords = cues("điểm", "phút", "giờ", "giây", "tấn", "tạ", "yến", "mét", "gam", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "k", "tr", "lượt", "suất", "phiếu")

// measureEnds says whether token j is the symbol or the word of a measure or a currency, with a number before it.
func (c *context) measureEnds(j int) bool {
	if t := c.at(j).text; t == "2" || t == "3" || t == "²" || t == "³" {
		if j--; !lengths[c.at(j).text] {
			return false
		}
	}
	t := c.at(j)
	if currencies[t.text] == "" && units[t.text] == "" && !measureWords.endsAt(c, j) {
		return false
	}
	b := c.before(j)
	return c.kind(b) == digits || magnitudes.endsAt(c, b) && currencies[t.text] != ""
}

// ofMany says whether the slash at token i stands between a part and its whole, or between two counts that are compared: 2 xã/19 xã,
// 109 nam/100 nữ. Others are two things said of one: 12 hộ/45 khẩu.
func (c *context) ofMany(i int) bool {
	j := i - 1
	for n := 0; n < 3 && c.kind(j) == word; n++ {
		j = c.before(j)
	}
	b, ok := c.numeral(i + 1)
	if c.kind(j) != digits || !ok || c.kind(b.end) != space || c.kind(b.end+1) != word {
		return false
	}
	if c.at(i-1).key == c.at(b.end+1).key && units[c.at(i-1).text] == "" && c.kind(c.before(i-1)) == digits {
		return true
	}
	return c.at(j).text == "1" && !c.says(i-1, "hộ", "khẩu") || len(b.whole) > 2 && strings.Trim(b.whole[1:], "0") == "" && b.whole[0] == '1' || comparedCues.near(c, j, 8)
}

var comparedCues = cues("tỷ số", "tỉ số", "tỷ lệ", "tỉ lệ", "tỷ suất")

// measuredNouns may stand before a slash without a number, as in the head of a table: đồng/kWh, tạ/ha.
var measuredNouns = cues("đồng", "tạ", "tấn", "yến", "người", "con", "cây", "nghìn", "triệu", "tỷ", "tỉ", "trăm", "lần", "giường", "lít", "giờ", "ngày", "bộ")

// countBefore says whether a number stands among the three words left of token i, or a word of measure directly.
func (c *context) countBefore(i int) bool {
	j := c.before(i)
	if measuredNouns.endsAt(c, j) || c.is(j, "%") || c.kind(j) == digits {
		return true
	}
	if b := c.before(j); c.at(j).shape == capitals && (c.kind(b) == digits || units[c.at(b).text] != "" && c.kind(c.before(b)) == digits || units[c.at(b).text] != "" && c.glued(b)) && perNouns.startsAt(c, i+1) {
		return true // 35 HV/lớp
	}
	for n := 0; n < 4 && c.kind(j) == word && !allCapital(c.at(j).text); n++ {
		j = c.before(j)
		if c.kind(j) == digits || magnitudes.endsAt(c, j) || units[c.at(j).text] != "" && c.kind(c.before(j)) == digits {
			return true
		}
	}
	return c.kind(j) == digits
}
