package verbalize

import "strings"

var (
	// dayWords govern a date: after them no "ngày" is added.
	dayWords = cues("ngày", "mùng", "mồng", "rằm", "hôm nay", "lễ", "ngày lễ", "dịp", "đường", "cầu", "quảng trường", "phố", "trường", "bệnh viện", "công viên",
		"nông trường", "lâm trường", "công ty", "nhà máy", "xí nghiệp", "hội trường", "chợ", "tượng đài", "mtv", "tnhh", "htx", "hợp tác xã", "thpt", "thcs", "trung học")
	firstTen = cues("mùng", "mồng")
	// dateCues make d/m a date when they stand within three tokens on the left.
	dateCues = cues("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "lễ", "dịp", "từ", "đến", "trước", "sau", "vào", "hạn", "nghỉ",
		"kể từ", "tính đến", "hết", "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "mùng", "mồng",
		"chào mừng", "mừng", "kỷ niệm", "kỉ niệm", "quốc tế", "tết", "giỗ", "rằm", "hôm nay", "ngày mai", "hôm qua", "quốc khánh", "thành lập", "sinh nhật", "truyền thống", "cn")
	// strongDateCues let a hyphen or a dot stand in d-m.
	strongDateCues = cues("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "lễ", "dịp", "mùng", "mồng", "ngày lễ")
	// feastCues let a hyphen stand in d-m though a name stands between: Quốc khánh 2-9, Quốc tế Phụ nữ 8-3.
	feastCues = cues("quốc khánh", "quốc tế", "lễ", "kỷ niệm", "kỉ niệm", "mừng", "giải phóng", "phụ nữ", "thiếu nhi", "nhà giáo", "thành lập", "liệt sĩ", "lao động",
		"quân đội", "công an", "bệnh viện", "trường", "công viên", "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "nghỉ", "dịp", "ngày")
	// numberedLabels are words that a number and its year follow, so that 4/2023 after them is no month.
	numberedLabels = cues("đợt", "học kỳ", "kỳ", "khóa", "tập", "lần", "tuần", "vụ", "nghị quyết", "nghị định", "thông tư", "quyết định", "công văn", "chỉ thị", "kế hoạch",
		"luật", "báo cáo", "thông báo", "tờ trình", "hướng dẫn", "công điện", "số", "phiên", "quý")
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

// matchDate reads a date, or dates joined by "đến", "và", "hoặc", a comma or a range mark, which share the word that governs them.
func matchDate(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) || c.isAny(i-1, "/") {
		return spoken{}, 0, false
	}
	if words, end, ok := c.numberOfYear(i); ok {
		return spoken{text: words}, end - i, true
	}
	var said spoken
	first, ok := c.dateItem(i, &said)
	if !ok {
		return spoken{}, 0, false
	}
	items, joints := []dateItem{first}, []string{""}
	for len(items) < 12 {
		joint, j := c.dateJoint(items[len(items)-1].end)
		if j == 0 || c.kind(j) != digits {
			break
		}
		next, ok := c.nextDate(j, items[len(items)-1], &said)
		if !ok {
			break
		}
		if joint == " đến " && items[len(items)-1].holiday(next) {
			joint = ", " // 30/4 – 01/5 are two days off, not a span
		}
		items, joints = append(items, next), append(joints, joint)
	}
	bare := dayWords.directly(c, i) || c.countedNights(i) || len(items) == 2 && items[0].holiday(items[1])
	mung := c.region.FirstDay && !firstTen.directly(c, i)
	for k, item := range items {
		said.text += joints[k]
		words := c.region.sayDate(item.calendarDate, mung)
		if item.day > 0 && len(item.days) == 0 {
			words = c.withDay(bare, words)
		}
		for n, day := range item.days {
			said.text += c.withDay(bare || n > 0, c.region.sayDay(day, mung))
			switch {
			case item.span:
				said.text += " đến "
				words = c.withDay(bare, words)
			case item.and && n == len(item.days)-1:
				said.text += " và "
			default:
				said.text += ", "
			}
		}
		said.text += words
	}
	return said, items[len(items)-1].end - i, true
}

// countedNights says whether a count of nights, mornings or the like stands before the date at token i, which then are these: 3 đêm 28,
// 29 và 30/4.
func (c *context) countedNights(i int) bool {
	j := c.before(i)
	k := c.before(j)
	return c.says(j, "đêm", "buổi", "sáng", "chiều", "tối") && c.kind(k) == digits && len(c.at(k).text) == 1 && !c.glued(k) && !c.isAny(k-1, ":")
}

func (c *context) withDay(bare bool, words string) string {
	if bare {
		return words
	}
	return "ngày " + words
}

// dateItem is a date, or days within one month: a span (28-30/4) or a list (1, 2, 3/5).
type dateItem struct {
	calendarDate
	days []int // before the last one, which is in calendarDate
	span bool
	and  bool // "và" stands before the last day
}

// holiday says whether two dates are the days off of 30 April and 1 May.
func (d dateItem) holiday(next dateItem) bool {
	return d.day == 30 && d.month == 4 && next.day == 1 && next.month == 5
}

// dateItem reads the first date of a list at token i and decides whether it is one.
func (c *context) dateItem(i int, said *spoken) (dateItem, bool) {
	if item, ok := c.daySpan(i); ok {
		return item, true
	}
	if item, ok := c.dayList(i); ok && strongDateCues.directly(c, i) {
		return item, true
	}
	d, ok := c.date(i)
	if !ok {
		return dateItem{}, false
	}
	switch {
	case d.full(), d.shortYear != "":
	case d.day == 0: // 4/2023
		if ratioCues.near(c, i, 3) || houseCues.directly(c, i) || numberedLabels.directly(c, i) || !d.slash && (c.measured(d.end) || c.counted(d.end)) {
			return dateItem{}, false
		}
	case !d.slash:
		certain, is := c.hyphenDate(i, d)
		if !is {
			return dateItem{}, false
		}
		if !certain {
			written := c.source(i, d.end)
			said.findings = append(said.findings, c.finding(doubtful, i, d.end, quote(written)+" đọc là ngày tháng", "Viết: ngày "+strings.NewReplacer("-", "/", "–", "/").Replace(written)+"."))
		}
	default:
		certain, is := c.meansDate(i, d)
		if !is {
			return dateItem{}, false
		}
		if !certain {
			written := c.source(i, d.end)
			said.findings = append(said.findings, c.finding(doubtful, i, d.end, quote(written)+" đọc là ngày tháng", "Viết: ngày "+written+"."))
		}
	}
	c.checkDate(i, d, said)
	return dateItem{calendarDate: d}, true
}

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

// numberOfYear reads a number and its year after a word that such numbers follow: đợt 1/2024, Thông tư 12/2023.
func (c *context) numberOfYear(i int) (words string, end int, ok bool) {
	if t := c.at(i); len(t.text) > 3 || !numberedLabels.directly(c, i) || c.says(c.before(i), "quý") {
		return "", 0, false
	}
	year, end, ok := c.yearAfter(i + 1)
	if !ok || !c.is(i+1, "/") || c.isAny(end, "/-") {
		return "", 0, false
	}
	return c.region.cardinal(c.at(i).text) + " năm " + year, end, true
}

// nextDate reads a further date of a list: the one before has shown what is meant.
func (c *context) nextDate(j int, before dateItem, said *spoken) (dateItem, bool) {
	if item, ok := c.daySpan(j); ok {
		return item, true
	}
	if item, ok := c.dayList(j); ok {
		return item, true
	}
	d, ok := c.date(j)
	if !ok || !d.slash && !d.full() && (before.slash || !d.exists()) || d.day > 0 && d.year == 0 && d.shortYear == "" && (c.countedPair(d.end) || d.slash && shareNouns.startsAt(c, c.over(d.end))) {
		return dateItem{}, false
	}
	c.checkDate(j, d, said)
	return dateItem{calendarDate: d}, true
}

// dayList reads days of one month that rise: 1, 2, 3/5.
func (c *context) dayList(i int) (dateItem, bool) {
	if !c.is(i+1, ",") && c.kind(i+1) != space {
		return dateItem{}, false
	}
	var item dateItem
	last := 0
	for j := i; len(item.days) < 31; {
		t := c.at(j)
		if t.kind != digits || len(t.text) > 2 || number(t.text) <= last {
			return dateItem{}, false
		}
		last = number(t.text)
		if c.isAny(j+1, "/-") {
			d, ok := c.date(j)
			item.calendarDate = d
			return item, ok && len(item.days) > 0 && d.day > 0 && (d.slash || d.month < d.day) && d.exists()
		}
		and := c.kind(j+1) == space && c.says(j+2, "và")
		if !and && !c.is(j+1, ",") {
			return dateItem{}, false
		}
		item.days, item.and = append(item.days, last), item.and || and
		if j = c.over(j + 2); and {
			j = c.over(j + 1)
		}
	}
	return dateItem{}, false
}

// checkDate reports days that are not in the calendar and years of two digits.
func (c *context) checkDate(i int, d calendarDate, said *spoken) {
	written := c.source(i, d.end)
	if !d.exists() {
		said.findings = append(said.findings, c.finding(impossibleDate, i, d.end, "không có ngày "+written, "Xem lại ngày tháng."))
	}
	if d.shortYear != "" && !c.yearHeard(i) {
		said.findings = append(said.findings, c.finding(doubtful, i, d.end, "năm viết hai chữ số trong "+quote(written), "Viết đủ bốn chữ số của năm."))
	}
}

// yearHeard says whether a full date stands in the same sentence within two dozen tokens.
func (c *context) yearHeard(i int) bool { return c.otherDate(i) }

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

// daySpan reads 28-30/4 and 28–30/4/2023; after a word of days with blanks too: từ ngày 8 - 10/5.
func (c *context) daySpan(i int) (dateItem, bool) {
	j, spaced, ok := c.rangeMark(i + 1)
	if !ok || spaced && !dateCues.near(c, i, 2) || len(c.at(i).text) > 2 || c.kind(j) != digits {
		return dateItem{}, false
	}
	d, ok := c.date(j)
	day := number(c.at(i).text)
	if !ok || !d.slash || d.day == 0 || day == 0 || day >= d.day || !d.exists() {
		return dateItem{}, false
	}
	return dateItem{calendarDate: d, days: []int{day}, span: true}, true
}

// dateJoint reads what joins two dates at token i and gives the token after it, 0 if nothing does.
func (c *context) dateJoint(i int) (joint string, next int) {
	if j, _, ok := c.rangeMark(i); ok {
		return " đến ", j
	}
	if c.is(i, ",") && c.kind(i+1) == space {
		return ", ", i + 2
	}
	j := c.over(i)
	if c.says(j, "và", "đến", "hoặc") {
		return " " + c.at(j).text + " ", c.over(j + 1)
	}
	return "", 0
}
