package verbalize

import "strings"

var (
	// dayWords govern a date: after them no "ngày" is added.
	dayWords = cues("ngày", "mùng", "mồng", "rằm", "hôm nay", "lễ", "ngày lễ", "dịp", "đường", "cầu", "quảng trường", "phố", "trường", "bệnh viện", "công viên",
		"nông trường", "lâm trường", "công ty", "nhà máy", "xí nghiệp", "hội trường", "chợ", "tượng đài", "mtv", "tnhh", "htx", "hợp tác xã", "thpt", "thcs", "trung học")
	firstTen = cues("mùng", "mồng")
	// numberedLabels are words that a number and its year follow, so that 4/2023 after them is no month.
	numberedLabels = cues("đợt", "học kỳ", "kỳ", "khóa", "tập", "lần", "tuần", "vụ", "nghị quyết", "nghị định", "thông tư", "quyết định", "công văn", "chỉ thị", "kế hoạch",
		"luật", "báo cáo", "thông báo", "tờ trình", "hướng dẫn", "công điện", "số", "phiên", "quý")
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
