package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// units are the symbols of measures, with their exact case (SPEECH.md 2.13).
var units = map[string]string{
	"mm": "mi li mét", "cm": "xăng ti mét", "dm": "đề xi mét", "m": "mét", "km": "ki lô mét", "ha": "héc ta",
	"ml": "mi li lít", "l": "lít", "L": "lít", "lít": "lít",
	"mg": "mi li gam", "g": "gam", "kg": "ki lô gam", "gr": "gam", "gram": "gam", "hecta": "héc ta", "kcal": "ki lô ca lo", "miligam": "mi li gam", "mililít": "mi li lít", "mililit": "mi li lít",
	"kilogam": "ki lô gam", "kilôgam": "ki lô gam", "kilomet": "ki lô mét", "kilômét": "ki lô mét", "milimet": "mi li mét", "milimét": "mi li mét", "centimet": "xăng ti mét", "kJ": "ki lô giun",
	"s": "giây", "ms": "mi li giây", "ph": "phút", "p": "phút", "h": "giờ",
	"V": "vôn", "kV": "ki lô vôn", "mV": "mi li vôn", "A": "am pe", "mA": "mi li am pe", "Ah": "am pe giờ", "mAh": "mi li am pe giờ",
	"W": "oát", "kW": "ki lô oát", "MW": "mê ga oát", "kWp": "ki lô oát pích", "kVA": "ki lô vôn am pe", "MVA": "mê ga vôn am pe",
	"Wh": "oát giờ", "kWh": "ki lô oát giờ", "MWh": "mê ga oát giờ", "GWh": "gi ga oát giờ", "GW": "gi ga oát", "MWp": "mê ga oát pích",
	"VAC": "vôn xoay chiều", "VDC": "vôn một chiều", "dBA": "đề xi ben a", "MPa": "mê ga pát xcan", "kN": "ki lô niu tơn", "Nm": "niu tơn mét", "nm": "na nô mét",
	"Hz": "héc", "kHz": "ki lô héc", "MHz": "mê ga héc", "GHz": "gi ga héc",
	"bps": "bít trên giây", "Kbps": "ki lô bít trên giây", "kbps": "ki lô bít trên giây", "Mbps": "mê ga bít trên giây", "Gbps": "gi ga bít trên giây",
	"B": "bai", "KB": "ki lô bai", "MB": "mê ga bai", "GB": "gi ga bai", "TB": "tê ra bai", "bit": "bít", "Gb": "gi ga bít", "Mb": "mê ga bít",
	"dB": "đề xi ben", "dBm": "đề xi ben mi li oát", "dBi": "đề xi ben i", "K": "độ ca",
	"N": "niu tơn", "Pa": "pát xcan", "kPa": "ki lô pát xcan", "hPa": "héc tô pát xcan", "bar": "ba",
	"mmHg": "mi li mét thủy ngân", "ppm": "phần triệu", "HP": "mã lực", "CV": "mã lực", "inch": "inh", "mmol": "mi li mol", "dl": "đề xi lít", "mol": "mol", "px": "điểm ảnh", "dpi": "điểm trên inh",
	"hm": "héc tô mét", "dam": "đề ca mét", "hg": "héc tô gam", "dag": "đề ca gam", "hl": "héc tô lít", "mb": "mi li ba", "mbar": "mi li ba", "fps": "khung hình trên giây",
	"MP": "mê ga pích xeo", "IU": "đơn vị quốc tế", "UI": "đơn vị quốc tế", "BTU": "bê tê u",
	"Ω": "ôm", "lm": "lu men", "lx": "lúc", "FO": "sợi quang", "°": "độ", "oC": "độ xê", "oF": "độ ép", "℃": "độ xê", "℉": "độ ép", "%": "phần trăm", "‰": "phần nghìn",
}

// foldedUnits finds a unit of two letters or more by its lower case, where only one has it.
var foldedUnits = func() map[string]string {
	folded := map[string]string{}
	for symbol := range units {
		key := strings.ToLower(symbol)
		if _, twice := folded[key]; twice {
			folded[key] = ""
		} else if len(symbol) > 1 {
			folded[key] = symbol
		}
	}
	return folded
}()

// lengths are the units that take ² and ³.
var lengths = map[string]bool{"mm": true, "cm": true, "dm": true, "m": true, "km": true}

// magnitudes are number words that follow figures: 4,6 triệu.
var magnitudes = cues("nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "chục", "trăm", "tá")

// goods are what is weighed.
var goods = cues("hàng", "hàng hóa", "lúa", "thóc", "gạo", "ngô", "sắn", "lạc", "khoai", "xi măng", "cát", "đá", "sắt", "thép", "phân", "phân bón", "cá", "tôm", "mực", "hải sản", "tiêu", "hồ tiêu",
	"cao su", "mủ", "gỗ", "than", "muối", "đường", "rác", "bùn", "rau", "củ", "quả", "thịt", "vải", "giống", "vôi", "gạch", "nông sản", "thức ăn")

// labelCues stand before a number with a letter that is a name, not a measure: Quốc lộ 1A, lớp 5A, điểm 9.
var labelCues = cues("quốc lộ", "lớp", "tổ", "khối", "nhà", "điều", "khoản", "phòng", "đường", "khu", "căn", "căn hộ", "tuyến", "lộ", "tỉnh lộ", "nhóm", "số",
	"tầng", "lô", "kênh", "cổng", "phụ lục", "mẫu", "biểu", "bảng", "hình", "xe", "bàn", "dãy", "tòa", "cột", "trạm", "bến", "hẻm", "ngõ", "kiệt", "ngách", "ấp",
	"xóm", "thôn", "bài", "câu", "trang", "thửa", "đội", "cụm", "mục", "ql", "tl", "đt", "hl", "block", "hộ", "giường", "ghế", "toa", "vị trí", "ô")

// dataCues stand before bytes: elsewhere B after a number is a letter.
var dataCues = cues("dung lượng", "tệp", "tập tin", "bộ nhớ", "ổ cứng", "ổ đĩa", "dữ liệu", "file", "byte", "gói tin", "kích thước")

// labelled says whether a number with a letter is a name: a word stands before that such names follow, perhaps with others of the same
// kind between (2 lớp 3A, 3B và 3C).
func (c *context) labelled(i int) bool {
	for range 12 {
		if labelCues.directly(c, i) {
			return true
		}
		j := c.before(i)
		if !c.isAny(j, ",-–;") && !c.says(j, "và", "hoặc", "đến") {
			return false
		}
		if j = c.before(j); c.kind(j) != word || len(c.at(j).text) != 1 || c.kind(j-1) != digits {
			return false
		}
		i = j - 1
	}
	return false
}

// heightCues stand before 1m2 that is a height, not an area.
var heightCues = cues("cao", "chiều cao", "trẻ em", "trẻ", "bé", "em", "cháu", "sâu", "ngập", "dài", "mực nước", "đỉnh lũ")

// weightCues allow "t" for tấn.
var weightCues = cues("hàng", "xe", "tải", "tải trọng", "trọng tải", "nặng")

// pulseCues stand before beats or breaths a minute.
var pulseCues = cues("mạch", "nhịp", "tim", "tim thai", "nhịp tim", "nhịp thở", "thở")

// patientCues stand before an age: nữ, 67t.
var patientCues = cues("nam", "nữ", "bn", "bệnh nhân", "bé", "cụ", "nam giới", "tuổi", "đủ", "công dân")

// termCues stand before a capital T for months.
var termCues = cues("trả trước", "đóng trước", "tặng", "tặng thêm", "kỳ hạn", "cam kết", "bảo hành", "trả góp", "góp", "thời hạn", "gói")

// lorryCues stand before a capital T for tấn.
var lorryCues = cues("tải", "tải trọng", "trọng tải", "xe tải", "trọng lượng", "tổng tải", "chở", "cầu trục", "xe quá")

// unitAt reads a unit that follows a number ending before token i, with at most one blank between, and what it is divided by.
func (c *context) unitAt(i int) (words string, end int, ok bool) {
	j := c.over(i)
	if words, end, ok = c.symbolAt(j, j > i); !ok {
		return "", 0, false
	}
	if c.is(end, "/") {
		if per, after, ok := c.symbolAt(end+1, false); ok {
			words, end = words+" trên "+per, after
		}
		more, after := c.pers(end)
		words, end = words+more, after
	}
	return words, end, true
}

// symbolAt reads one symbol at token i.
func (c *context) symbolAt(i int, spaced bool) (words string, end int, ok bool) {
	t := c.at(i)
	switch t.kind {
	case sign:
		words, end = units[t.text], i+1
		if t.text == "°" && c.kind(i+1) == word {
			switch c.at(i + 1).text {
			case "C":
				words, end = "độ xê", i+2
			case "F":
				words, end = "độ ép", i+2
			}
		}
		if micro := units[c.at(i+1).text]; (t.text == "µ" || t.text == "μ") && micro != "" && c.kind(i+1) == word {
			words, end = "mi crô "+micro, i+2
		}
		if k := c.kind(end); words == "" || k == word && t.text != "%" && t.text != "°" {
			return "", 0, false
		}
		return words, end, true
	case word:
		symbol := t.text
		if units[symbol] == "" {
			symbol = foldedUnits[strings.ToLower(t.text)]
		}
		if t.text == "M" && (c.at(i+1).text == "2" || c.at(i+1).text == "3" || c.at(i+1).text == "²" || c.at(i+1).text == "³") {
			symbol = "m"
		}
		if words = units[symbol]; words == "" || symbol == "B" && !dataCues.near(c, i, 8) {
			return "", 0, false
		}
		end = i + 1
		if symbol == "l" && c.is(end, "/") && c.says(end+1, "p", "ph", "phút") && pulseCues.near(c, i, 8) {
			words = "lần" // tim thai 140 l/p
		}
		if lengths[symbol] {
			switch s := c.at(end).text; s {
			case "²", "2":
				words, end = words+" vuông", end+1
			case "³", "3":
				words, end = words+" khối", end+1
			}
		}
		if k := c.kind(end); k == word || k == digits {
			return "", 0, false
		}
		if spaced && len(symbol) == 1 && c.is(end, ".") && c.kind(end+1) != space && c.kind(end+1) != newline {
			return "", 0, false // initials
		}
		if spaced && len(symbol) == 1 && c.isAny(end, "-‑") && c.kind(end+1) == word {
			return "", 0, false // vòng 5 V-League
		}
		return words, end, true
	}
	return "", 0, false
}

// measured says whether a unit, a magnitude word or money follows a number that ends before token i.
func (c *context) measured(i int) bool {
	return c.memos.measured.holds(c, i, (*context).measuredNow)
}

func (c *context) measuredNow(i int) bool {
	if _, _, ok := c.unitAt(i); ok {
		return true
	}
	j := c.over(i)
	if c.kind(j) == word && j > i && len(magnitudes[c.at(j).key]) > 0 {
		return true
	}
	_, _, ok := c.currencyAt(i)
	return ok
}

// matchUnit reads an amount with its unit, and a span of two such.
func matchUnit(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits && !c.isAny(i, "-−+") || c.glued(i) {
		return spoken{}, 0, false
	}
	a, ok := c.amount(i)
	if !ok {
		return spoken{}, 0, false
	}
	if said, end, ok := c.countPer(a); ok {
		return said, end - i, true
	}
	if said, end, ok := c.weight(a); ok {
		return said, end - i, true
	}
	if t := c.at(a.end); t.kind == word && len(t.text) == 1 && (t.text == "K" || t.text == "p" && len(c.at(i).text) > 2 || strings.Contains("ABCLNVWHs", t.text) && c.labelled(i)) {
		return spoken{}, 0, false
	}
	words, end, ok := c.unitAt(a.end)
	if ok && c.at(a.end).text == "m" && len(c.at(a.end+1).text) == 1 && len(a.last.whole) == 1 && heightCues.near(c, i, 4) && c.kind(a.end+1) == digits {
		ok = false
	}
	if !ok {
		if words, end, ok = c.splitMeasure(a); ok {
			return spoken{text: words, findings: a.findings}, end - i, true
		}
		if t := c.at(a.end); t.kind == word && !capitalised(t.text) && viet.IsSyllable(t.text) && viet.Fold(t.text) != t.text && c.kind(a.end+1) != digits {
			return spoken{text: a.words, findings: a.findings}, a.end - i, true // 30độ, 10phút: a blank is missing
		}
		return spoken{}, 0, false
	}
	said := spoken{text: a.words + " " + words, findings: a.findings}
	if j, _, ok := c.rangeMark(end); ok && a.first.start == a.last.start {
		if b, ok := c.numeral(j); ok {
			if second, after, ok := c.unitAt(b.end); ok && sameMeasure(words, second) {
				said.text += " đến " + c.sayNumeral(b) + " " + second
				said.findings = append(said.findings, b.findings(c)...)
				end = after
			}
		}
	}
	return said, end - i, true
}

// sameMeasure says whether two units measure the same thing, so that a dash between them is "đến" (500g-1kg) and no pause (48V-100Ah).
func sameMeasure(a, b string) bool {
	kind := func(unit string) string {
		unit, _, _ = strings.Cut(unit, " trên ")
		unit, _, _ = strings.Cut(unit, " một ")
		last := unit[strings.LastIndexByte(unit, ' ')+1:]
		switch last {
		case "phút", "giờ":
			if strings.HasPrefix(unit, "am") || strings.Contains(unit, "oát") || strings.Contains(unit, "am pe") {
				return unit
			}
			return "giây"
		case "ta":
			return "vuông"
		}
		return last
	}
	return kind(a) == kind(b)
}

// splitMeasure reads 1m65 and 2km5, where the unit stands for the decimal mark.
func (c *context) splitMeasure(a amount) (words string, end int, ok bool) {
	t := c.at(a.end)
	if !a.last.plain() || t.kind != word || t.text != "m" && t.text != "km" && t.text != "kg" && t.text != "l" || c.kind(a.end+1) != digits || len(c.at(a.end+1).text) > 2 || c.kind(a.end+2) == word {
		return "", 0, false
	}
	return a.words + " " + units[t.text] + " " + c.sayRun(c.at(a.end+1).text, false), a.end + 2, true
}

// countPer reads a count with what it is counted by: 2 lần/ngày.
func (c *context) countPer(a amount) (spoken, int, bool) {
	j := a.end + 1
	noun := c.at(j)
	if c.kind(a.end) != space || noun.kind != word || !c.is(j+1, "/") || allCapital(noun.text) {
		return spoken{}, 0, false
	}
	if _, _, unit := c.symbolAt(j, true); unit || len(magnitudes[noun.key]) > 0 {
		return spoken{}, 0, false
	}
	if _, _, money := c.currencyAt(a.end); money {
		return spoken{}, 0, false
	}
	more, end := c.pers(j + 1)
	if more == "" {
		return spoken{}, 0, false
	}
	return spoken{text: a.words + " " + noun.text + more, findings: a.findings}, end, true
}

// weight reads 5t as tấn where goods are weighed and reports it elsewhere.
func (c *context) weight(a amount) (spoken, int, bool) {
	if c.kind(a.end) == space && c.at(a.end+1).text == "t" && c.kind(a.end+2) == space && goods.startsAt(c, a.end+3) {
		return spoken{text: a.words + " tấn", findings: a.findings}, a.end + 2, true // 5 t hàng
	}
	j := a.end
	if c.kind(j) == space && c.at(j+1).text == "t" && (c.kind(j+2) == newline || c.isAny(j+2, ",;.)") && c.kind(j+3) != word) {
		j++ // mua 5 t, bán 3 t
	}
	if c.at(j).text == "T" && c.at(j-1).kind == digits && len(c.at(j-1).text) <= 2 && a.last.plain() && c.kind(j+1) != digits && c.kind(j+1) != word && (termCues.near(c, a.first.start, 3) || c.is(j+1, ":") && beforePercent(c, j, j+2)) {
		return spoken{text: a.words + " tháng", findings: a.findings}, j + 1, true // trả trước 12T tặng 2T
	}
	if k := c.over(j); c.at(k).text == "T" && lorryCues.near(c, a.first.start, 5) && !c.labelled(a.first.start) && c.kind(k+1) != digits && c.kind(k+1) != word && !c.isAny(k+1, "-/&") {
		return spoken{text: a.words + " tấn", findings: a.findings}, k + 1, true // cấm xe trên 16 T
	}
	if t := c.at(j); t.kind != word || t.text != "t" || c.kind(j+1) == digits {
		return spoken{}, 0, false
	}
	if patientCues.near(c, a.first.start, 3) && !weightCues.near(c, a.first.start, 4) && !weightCues.startsAt(c, c.over(j+1)) && !goods.startsAt(c, c.over(j+1)) {
		return spoken{text: a.words + " tuổi", findings: a.findings}, j + 1, true // bệnh nhân nữ, 67t
	}
	said := spoken{text: a.words + " tấn", findings: a.findings}
	if !weightCues.near(c, a.first.start, 4) && !weightCues.startsAt(c, c.over(j+1)) && !goods.startsAt(c, c.over(j+1)) {
		said.findings = append(said.findings, c.finding(unreadable, a.first.start, j+1, "không rõ “t” sau số là tấn hay chữ khác", "Viết: tấn."))
	}
	return said, j + 1, true
}

// writtenUnits are the symbols that no Vietnamese word looks like: they are read without figures too, "mỗi kg".
var writtenUnits = map[string]bool{"kg": true, "km": true, "cm": true, "mm": true, "ml": true, "mg": true, "kWh": true, "kW": true, "kV": true, "kVA": true,
	"kHz": true, "MHz": true, "GHz": true, "Hz": true, "Mbps": true, "Gbps": true, "dB": true, "mmHg": true, "hPa": true, "MWh": true}

// countWords stand before a unit that no figure stands before: hai ha, mỗi m2, triệu m3.
var countWords = cues("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "chục", "mỗi",
	"từng", "vài", "mấy", "nhiều", "nửa", "hàng")

// matchUnitWord reads a unit after a number in words or after none: mỗi kg, 2,5 tỷ kWh, m3/s.
func matchUnitWord(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if c.glued(i) || len(t.text) > 4 || units[t.text] == "" {
		return spoken{}, 0, false
	}
	words, end, ok := c.unitAt(i)
	if !ok {
		return spoken{}, 0, false
	}
	counted := countWords.endsAt(c, c.before(i)) && c.kind(i-1) == space && t.text != "h" && t.text != "A" && t.text != "B" && t.text != "V" && t.text != "K"
	divided := end > i+2 && c.is(end-2, "/") && units[c.at(end-1).text] != "" && t.text != "V" && (len(t.text) > 1 || c.at(end-1).text == "s")
	counted = counted && !allCapital(t.text)
	if !writtenUnits[t.text] && !divided && (!counted || len(t.text) == 1 && end == i+1 && t.text != "m") {
		return spoken{}, 0, false
	}
	return spoken{text: words}, end - i, true
}
