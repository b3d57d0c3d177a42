package verbalize

// Whether two numbers with a slash or a hyphen are a day, a share, some of many, or a span: what stands beside them decides
// (SPEECH.md 2.6 and 2.10).
var (
	// dateCues make d/m a date when they stand within three tokens on the left.
	dateCues = cues("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "lễ", "dịp", "từ", "đến", "trước", "sau", "vào", "hạn", "nghỉ",
		"kể từ", "tính đến", "hết", "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "mùng", "mồng",
		"chào mừng", "mừng", "kỷ niệm", "kỉ niệm", "quốc tế", "tết", "giỗ", "rằm", "hôm nay", "ngày mai", "hôm qua", "quốc khánh", "thành lập", "sinh nhật", "truyền thống", "cn")
	// strongDateCues let a hyphen or a dot stand in d-m.
	strongDateCues = cues("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "lễ", "dịp", "mùng", "mồng", "ngày lễ")
	// feastCues let a hyphen stand in d-m though a name stands between: Quốc khánh 2-9, Quốc tế Phụ nữ 8-3.
	feastCues = cues("quốc khánh", "quốc tế", "lễ", "kỷ niệm", "kỉ niệm", "mừng", "giải phóng", "phụ nữ", "thiếu nhi", "nhà giáo", "thành lập", "liệt sĩ", "lao động",
		"quân đội", "công an", "bệnh viện", "trường", "công viên", "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "nghỉ", "dịp", "ngày")
	// shareNouns follow a fraction even after a word like "đến": đến 2/3 số hộ. After sharedNouns a pair is one only where nothing
	// speaks for a date: 1/2 thìa, but từ 5/4 giá xăng.
	shareNouns = cues("số", "tổng", "diện tích", "dân số", "quãng", "chiều dài", "phần", "khối lượng", "thời gian", "lượng", "chặng", "đoạn", "thời lượng", "sản lượng",
		"công việc", "kế hoạch", "tiến độ", "số lượng", "dung tích", "trọng lượng")
	sharedNouns = cues("giá", "giá trị", "nhu cầu", "thế giới", "đất nước", "quả", "thìa", "cốc", "muỗng", "chén", "bát", "vòng", "cuộc đời", "ngân sách", "vốn", "kinh phí",
		"lực lượng", "chi phí", "thu nhập", "doanh thu", "cổ phần", "mức", "cây", "củ", "ly", "hộp", "gói", "sào", "giây", "đường", "mặt", "lãnh thổ", "nước", "cả",
		"tuổi", "ngày", "cùng", "thế kỷ", "giờ", "việc", "thìa cà phê", "trái", "lon", "chai", "viên", "bìa", "đàn")
	// countNouns follow "a of b": "18/19 tiêu chí".
	countNouns = cues("xã", "phường", "thị trấn", "thôn", "hộ", "đại biểu", "phiếu", "cơ quan", "đơn vị", "trạm", "tuyến", "điểm", "chỉ tiêu",
		"tiêu chí", "người", "em", "học sinh", "máy", "cụm", "loa", "trường", "bản", "khu phố", "đồng chí", "nhà", "thành viên", "đội", "cán bộ",
		"đảng viên", "hội viên", "đoàn viên", "công dân", "trẻ", "dân", "cháu", "lớp", "đoàn", "ca", "dự án", "công trình", "nội dung", "mục tiêu", "nhiệm vụ", "gia đình",
		"chi bộ", "chi hội", "tổ", "xóm", "câu", "môn", "bài", "sao", "huyện", "tỉnh", "thành phố", "quận", "cơ sở", "doanh nghiệp", "hợp tác xã", "sản phẩm", "hồ sơ", "vụ",
		"kiến nghị", "ý kiến", "thửa", "cột", "ủy viên", "khách", "thí sinh", "giáo viên", "sinh viên", "cầu thủ", "trận", "đảng bộ", "ban", "ngành", "sở", "phòng", "khối")
	// dayFollows are words after d/m that only a day has: 2/9 là ngày Quốc khánh, 30/4 năm nay.
	dayFollows = cues("là ngày", "là lễ", "là tết", "là dịp", "là mùng", "là rằm", "là sinh nhật", "năm nay", "năm ngoái", "năm sau", "năm tới", "rơi vào", "hằng năm",
		"hàng năm", "tới đây", "vừa qua", "sắp tới", "dương lịch")
	// namedByDay are places that bear the name of a day: đường 30/4.
	namedByDay = cues("đường", "cầu", "quảng trường", "phố", "bệnh viện", "công viên", "nông trường", "lâm trường", "nhà máy", "xí nghiệp", "tên đường", "thpt", "thcs", "trung học")
	// eventCues are what happens on a day: khai giảng 5/9.
	eventCues = cues("khai giảng", "khai mạc", "bế mạc", "kết thúc", "bắt đầu", "diễn ra", "khánh thành", "khởi công", "tựu trường", "xuất phát", "ra quân", "nhập ngũ", "giao quân",
		"hiệu lực", "khai trương", "khai hội", "ra mắt", "công bố", "lên đường", "bầu cử")
	// howManyCues stand before a count of some of many, and hardly before a date: có 02/05 bình chữa cháy.
	howManyCues = cues("có", "còn", "mới", "được", "cấp", "đạt", "hỏng", "kiểm tra", "hoàn thành", "xong", "trong đó", "thu hồi", "sửa", "bắt", "lắp", "lắp đặt", "thay", "khắc phục",
		"gồm", "thu", "giao", "tiêm", "đo", "xây", "trồng")
	// untilNow are words with a word of dates in them that no date follows.
	untilNow   = cues("đến nay", "tới nay", "hiện nay", "trước đó", "sau đó", "trước đây", "từ đó")
	wholeCues  = cues("cả", "tất cả", "đủ", "toàn bộ", "kết quả", "cả thảy")
	changeCues = cues("giảm từ", "tăng từ", "nâng từ", "hạ từ", "rút từ")
	// subjects are marked with a/10.
	subjects   = cues("toán", "văn", "ngữ văn", "tiếng anh", "tiếng việt", "lý", "hóa", "sinh", "sử", "địa", "tin", "ngoại ngữ", "tổng")
	schoolCues = cues("văn hóa", "học vấn", "trình độ", "phổ thông", "giáo dục phổ thông")
	houseCues  = cues("số nhà", "nhà số", "ngõ", "hẻm", "kiệt", "ngách", "số", "lớp", "nhà", "thửa", "lô", "bậc", "bậc lương")
	ratioCues  = cues("tỷ lệ", "tỉ lệ", "bản đồ", "huyết áp", "thị lực", "quy hoạch", "quy hoạch chi tiết", "phân khu", "bình đồ", "thương binh", "bệnh binh")
)

// hyphenDate decides whether d-m or d.m is a date and not a span or a score. In newspapers it is one after ngày, sáng, lễ and the
// like, unless it counts something: ngày 3-4 lần, ngày 5-7 hằng tháng.
func (c *context) hyphenDate(i int, d calendarDate) (certain, is bool) {
	next := c.over(d.end)
	ofYear := c.says(next, "năm") && (c.says(c.over(next+1), "nay", "ngoái", "sau", "trước", "tới") || c.kind(c.over(next+1)) == digits)
	if !d.exists() || c.says(next, "tháng", "độ") || c.counted(d.end) && !ofYear || c.says(next, "hằng", "hàng", "mỗi") && !c.says(c.over(next+1), "năm") {
		return false, false
	}
	surely := d.padded || d.day > 12
	switch {
	case firstTen.directly(c, i) && d.day < d.month && d.month <= 10:
		return false, false // mùng 1-2: two days of Tết
	case strongDateCues.directly(c, i):
		return surely || d.day > d.month || !c.says(c.before(i), "ngày", "hôm"), true
	case c.is(i+1, "."):
		return false, false
	case d.day == 30 && d.month == 4: // Chiến thắng 30-4
		return true, true
	case c.scored(i, 3), ordinalCues.directly(c, i):
		return false, false
	case feastCues.near(c, i, 3) && (!c.nounAfter(d.end) || c.says(next, "năm", "vừa", "này", "sắp", "qua", "hằng", "hàng")):
		return true, true
	case d.padded && dateCues.near(c, i, 3):
		return true, true
	}
	return false, d.day > 12 && !c.scored(i, 6) && !c.says(next, "tuổi")
}

func (c *context) otherDate(i int) bool {
	for step := -1; step <= 1; step += 2 {
		for j, n := i+step, 0; n < 24 && !c.barrier(j); j, n = j+step, n+1 {
			if c.kind(j) == digits && c.kind(j-1) != digits && c.is(j+1, "/") && !c.is(j-1, "/") {
				if d, ok := c.date(j); ok && d.full() {
					return true
				}
			}
		}
	}
	return false
}

// meansDate decides whether d/m is a date (SPEECH.md 2.6 and 2.10).
func (c *context) meansDate(i int, d calendarDate) (certain, is bool) {
	cued, next := dateCues.near(c, i, 3) || c.afterWeekday(i), c.over(d.end)
	switch {
	case houseCues.directly(c, i), ratioCues.near(c, i, 3), ordinalCues.directly(c, i), c.schooling(i, d), c.shareChanges(i, next):
		return true, false
	case fractionCues.near(c, i, 16), d.day < d.month && !d.padded && pieces.startsAt(c, next) && !strongDateCues.near(c, i, 3) && !(c.says(c.before(i), "đến") && c.kind(c.before(c.before(i))) == digits):
		return true, false // ăn hết 3/4 chiếc bánh
	case (untilNow.directly(c, i) || c.says(c.before(i), "có", "gần", "hơn", "khoảng")) && d.day <= d.month && c.countedPair(d.end), wholeCues.directly(c, i) && d.day == d.month && c.nounAfter(d.end), c.partOfTime(d):
		return true, false // Đến nay 9/11 xã về đích; cả 3/3 giếng nhiễm phèn
	case d.exists() && (strongDateCues.directly(c, i) || c.besideWeekday(i) || dayFollows.startsAt(c, next) || namedByDay.directly(c, i) && (d.day > d.month || !shareNouns.startsAt(c, next)) || eventCues.directly(c, i) && !c.nounAfter(d.end) || c.namedDay(i) && (d.day > d.month || !c.countedPair(d.end)) && !shareNouns.startsAt(c, next)):
		return true, true
	case !cued && d.padded && d.day <= d.month && len(c.at(i).text) == 2 && len(c.at(i+2).text) == 2 && howManyCues.directly(c, i) && c.nounAfter(d.end):
		return true, false // Có 02/05 bình chữa cháy
	case shareNouns.startsAt(c, next), !cued && sharedNouns.startsAt(c, next) && d.day <= d.month, ofCues.directly(c, i), c.unitEnd(d.end) > d.end, c.isShareOfWhole(d.end):
		return true, false
	case c.sharesRise(d):
		return true, false
	case !cued && (c.countedPair(d.end) || d.day == 24 && d.month == 7):
		return true, false
	case !d.exists():
		return true, cued && strongDateCues.directly(c, i)
	case d.padded, d.day > 12, cued, c.otherDate(i):
		return true, true
	}
	return false, d.day >= d.month
}

// besideWeekday says whether a bracket and a day of the week stand before token i: thứ 2 (6/11), Chủ nhật (12/11).
func (c *context) besideWeekday(i int) bool {
	if !c.is(i-1, "(") {
		return false
	}
	j := c.before(i - 1)
	if c.kind(j) == digits {
		return len(c.at(j).text) == 1 && c.says(c.before(j), "thứ")
	}
	return c.says(j, "hai", "ba", "tư", "năm", "sáu", "bảy") && c.says(c.before(j), "thứ") || c.says(j, "nhật") && c.says(c.before(j), "chủ")
}

// namedDay says whether the name of a day stands before token i: Ngày Pháp luật Việt Nam 9/11, Ngày hội Đại đoàn kết toàn dân tộc 18/11.
func (c *context) namedDay(i int) bool {
	capital := false
	for j, n := c.before(i), 0; n < 9 && c.kind(j) == word; j, n = c.before(j), n+1 {
		if c.says(j, "ngày") {
			return capital && n > 0
		}
		if c.says(j, "có", "đạt", "được", "đã", "thu", "còn", "là", "với") {
			return false
		}
		capital = capital || capitalised(c.at(j).text)
	}
	return false
}

// afterWeekday says whether a weekday in the short form stands directly left of token i: làm bù T7 4/5.
func (c *context) afterWeekday(i int) bool {
	j := c.before(i)
	if c.is(j, ",") {
		j = c.before(j)
	}
	words, _ := c.weekday(j - 1)
	return c.kind(j) == digits && words != "" && !c.glued(j-1)
}

// schooling says whether a/b is a class of the schools of old or of now: trình độ văn hóa 12/12, học vấn 9/12, 10/10.
func (c *context) schooling(i int, d calendarDate) bool {
	return (d.month == 12 || d.month == 10) && d.day <= d.month && schoolCues.directly(c, i) || d.month == 10 && d.day <= 10 && subjects.directly(c, i)
}

// partOfTime says whether a half, a third or a quarter of a time stands at d/m: nghỉ 1/2 ngày. After từ 1/2 năm 2024 it is a day.
func (c *context) partOfTime(d calendarDate) bool {
	next := c.over(d.end)
	return d.day == 1 && d.month <= 4 && d.slash && !d.padded && c.says(next, "ngày", "tháng", "năm", "tuần", "giờ", "buổi", "tiếng", "phút") &&
		c.kind(c.over(next+1)) != digits && !c.says(c.over(next+1), "nay", "ngoái", "sau", "trước", "tới")
}

// shareChanges says whether a/b at token i is a share that becomes another: giảm từ 1/2 xuống 1/3.
func (c *context) shareChanges(i, next int) bool {
	j := c.over(next + 1)
	return changeCues.directly(c, i) && c.says(next, "xuống", "lên", "còn") && c.kind(j) == digits && c.is(j+1, "/")
}

// sharesRise says whether d/m and a second one after it are shares, from the smaller to the greater: as dates they would fall (từ 1/3
// đến 1/2).
func (c *context) sharesRise(d calendarDate) bool {
	_, j := c.dateJoint(d.end)
	if j == 0 || d.day >= d.month || d.month > 5 || d.year > 0 {
		return false
	}
	next, ok := c.date(j)
	return ok && next.slash && next.year == 0 && next.day > 0 && next.day < next.month && next.month <= 5 && next.month < d.month && next.day*d.month > d.day*next.month
}

// countedPair says whether a counting noun follows token i, so that a/b before it is "a of b".
func (c *context) countedPair(i int) bool {
	return c.kind(i) == space && countNouns.startsAt(c, i+1) && !shareNouns.startsAt(c, i+1) && !sharedNouns.startsAt(c, i+1)
}
