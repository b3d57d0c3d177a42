package verbalize

import "slices"

// shortCodes are the emergency numbers of the country: 111 children, 112 rescue, 113 police, 114 fire, 115 ambulance.
var shortCodes = map[string]bool{"111": true, "112": true, "113": true, "114": true, "115": true}

var (
	// ringCues and emergencyCues stand before a number that is rung: báo ngay cho 113, Công an (113).
	ringCues = cues("gọi", "báo ngay", "báo cho", "báo tin", "tổng đài", "đường dây nóng", "liên hệ", "hotline", "quay số", "bấm", "đầu số", "số máy", "máy lẻ", "máy nhánh", "nhánh", "trình báo", "tố giác",
		"phản ánh tới", "phản ánh đến", "phản ánh qua")
	directRingCues = cues("gọi", "quay", "bấm", "báo", "điện thoại", "nhắn", "gửi", "số", "các số", "tới", "đến", "qua")
	emergencyCues  = cues("công an", "cảnh sát", "cứu hỏa", "cứu thương", "cấp cứu", "chữa cháy", "lực lượng", "xe", "phản ứng nhanh", "trẻ em", "tìm kiếm", "cứu nạn", "cứu hộ",
		"cơ động", "khẩn cấp", "y tế", "bộ đội")
	// ringNumberCues stand before "số" and a number that is rung: theo số 113, là số 114.
	ringNumberCues = cues("quay", "bấm", "ngay", "điện thoại", "máy", "tới", "đến", "qua", "theo", "vào", "là", "các", "hai", "ba", "những", "báo", "cho", "ghi", "nhớ", "nóng", "khẩn cấp", "gửi", "nhắn", "và",
		"hoặc", "hay", "nhắn tin", "điện lực", "gồm", "bằng")
	// sumCues stand before a number that is a sum, not a name: tổng số 113.
	sumCues = cues("tổng số", "con số", "tổng", "số lượng", "trong số", "một số")
	// rungBefore are the words that may follow a number that is rung; any other word is what it counts.
	rungBefore = cues("và", "hoặc", "hay", "để", "khi", "nếu", "ngay", "từ", "thì", "trong", "của", "bất kỳ", "giúp", "xử lý", "hỗ trợ", "miễn phí", "hoạt động", "tiếp nhận", "về",
		"tại", "với", "cũng", "sẽ", "đã", "đang", "được", "có", "không", "theo", "trên", "nhận", "trực", "nhờ", "báo", "là", "vào", "trước", "cho", "đến", "tới", "do", "mà", "nhưng",
		"vì", "bị", "phải", "cùng", "sau", "hiện", "mỗi", "nhé", "ạ", "nhánh", "máy lẻ", "kịp thời", "gọi", "nhắn", "liên hệ", "trợ giúp", "cấp cứu", "chữa cháy", "cứu hỏa",
		"công an", "cảnh sát", "tỉnh", "huyện", "bất cứ", "bất kể", "suốt", "liên tục", "hằng", "hàng", "mọi")
	// strongPhoneCues say that a number is rung whatever word follows.
	strongPhoneCues = cues("đầu số", "tổng đài", "đường dây nóng", "hotline", "điện thoại", "số máy", "bấm", "quay số", "zalo", "fax", "nhắn tin", "tel", "đt", "sđt", "số điện thoại")
)

// known says whether digits are an emergency number or a number of the registry of hotlines.
func (c *context) known(all string) bool {
	return shortCodes[all] || slices.Contains(c.region.Hotlines, all)
}

// nounAfter says whether a word follows token i that a number before it counts.
func (c *context) nounAfter(i int) bool {
	if c.measured(i) {
		return true
	}
	t := c.at(i + 1)
	return c.kind(i) == space && t.kind == word && !capitalised(t.text) && !rungBefore.startsAt(c, i+1)
}

// isHotline says whether a known number at token i, which ends before end, is rung here. Long ones are; 113 alone may be a count.
func (c *context) isHotline(i, end int, all string) bool {
	switch {
	case c.counted(end), sumCues.directly(c, i), spanLabels.directly(c, i) && !directRingCues.directly(c, i), c.numbersThing(i):
		return false // a count, a sum, Điều 113, thửa đất số 112
	case !shortCodes[all] && len(all) > 3:
		return !c.nounAfter(end) || strongPhoneCues.directly(c, i)
	case c.nounAfter(end) && !ringCues.directly(c, i) && !c.rungList(i):
		return false
	}
	return ringCues.near(c, i, 8) || c.rungList(i) || directRingCues.directly(c, i) && (len(all) > 3 || !c.says(c.before(i), "tới", "đến", "qua") || !shortCodes[all]) || emergencyCues.near(c, i, 3) || c.besideCode(i, end)
}

// numbersThing says whether "số" before the number at token i belongs to a thing that has a number: thửa đất số 112, nhà số 114. After
// gọi, tới, là and the like it is a number to ring.
func (c *context) numbersThing(i int) bool {
	j := c.before(i)
	k := c.before(j)
	return c.says(j, "số") && c.kind(k) == word && !strongPhoneCues.endsAt(c, j) && !ringCues.endsAt(c, k) && !ringNumberCues.endsAt(c, k) && !emergencyCues.near(c, j, 3)
}

// rungList says whether numbers that are rung stand before the one at token i, with nothing but joints between: gọi 112 hoặc 114 bất cứ
// lúc nào.
func (c *context) rungList(i int) bool {
	for range 8 {
		j := c.pastJoint(i, -1)
		if c.kind(j) != digits || !c.known(c.at(j).text) {
			return false
		}
		if i = j; ringCues.directly(c, i) || directRingCues.directly(c, i) && c.says(c.before(i), "báo", "gửi", "nhắn", "thoại") {
			return true
		}
	}
	return false
}

// besideCode says whether another short number stands in the same list (113, 114, 115; 113/115), and the list is of numbers to ring: no
// word numbers it (Điều 111, 112), and nothing is counted by its last one.
func (c *context) besideCode(i, end int) bool {
	first, last := i, end-1
	for range 8 {
		if j := c.pastJoint(first, -1); c.kind(j) == digits && c.known(c.at(j).text) {
			first = j
		}
		if j := c.pastJoint(last, 1); c.kind(j) == digits && c.known(c.at(j).text) {
			last = j
		}
	}
	if first == last || c.nounAfter(last+1) || c.numbersThing(first) {
		return false
	}
	b := c.before(first)
	return c.kind(b) != word || directRingCues.endsAt(c, b) || ringCues.near(c, first, 8) || emergencyCues.near(c, first, 3)
}

// pastJoint gives the token beyond a comma, slash, dash or conjunction next to token i on one side.
func (c *context) pastJoint(i, step int) int {
	j := i + step
	for n := 0; n < 3 && (c.kind(j) == space || c.isAny(j, ",/-–") || c.says(j, "và", "hoặc", "hay")); n++ {
		j += step
	}
	return j
}

// texted says whether the number at token i is one that messages are sent to: soạn DK gửi 1234, nhắn tới 5656.
func (c *context) texted(i, end int) bool {
	j := c.before(i)
	if c.says(j, "số") && len(c.at(i).text) >= 4 && c.says(c.before(j), "đến", "tới", "qua", "về", "vào") && !c.nounAfter(end) {
		return true
	}
	for n := 0; n < 4 && c.says(j, "số", "đến", "tới", "về", "đầu", "vào", "qua"); n++ {
		j = c.before(j)
	}
	if !c.says(j, "gửi", "nhắn") {
		return false
	}
	return textingCues.near(c, j, 16) || !c.nounAfter(end)
}
