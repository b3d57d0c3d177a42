package verbalize

import (
	"strconv"
	"strings"
)

// clockTime is a time of day as it is written.
type clockTime struct {
	hour, minute, second int // minute and second -1: not written
	end                  int // token after it
	colon                bool
}

// clock reads 7h, 7h30, 7g30', 7:30, 02:15:40 at token i. Hours are 0–24, minutes and seconds two digits below 60.
func (c *context) clock(i int) (clockTime, bool) {
	if c.kind(i) != digits {
		return clockTime{}, false
	}
	return c.memos.clock.ask(c, i, (*context).findClock)
}

func (c *context) findClock(i int) (clockTime, bool) {
	hour, ok := c.part(i, 24)
	if !ok {
		return clockTime{}, false
	}
	t := clockTime{hour: hour, minute: -1, second: -1, end: i + 2}
	switch key := c.at(i + 1).key; {
	case c.is(i+1, ":"):
		t.colon = true
		if t.minute, ok = c.sixtieth(i + 2); !ok {
			return clockTime{}, false
		}
		t.end = i + 3
		if second, ok := c.sixtieth(i + 4); ok && c.is(i+3, ":") {
			t.second, t.end = second, i+5
		}
		if c.is(t.end, ":") || three(c, t.end, ".") || c.kind(t.end) == space && c.at(t.end+1).text == "000" {
			return clockTime{}, false // 1:50.000 is a scale
		}
		if c.at(t.end).key == "h" { // 17:30h
			t.end++
		} else if c.kind(t.end) == space && c.says(t.end+1, "giờ") && c.kind(t.end+2) != digits {
			t.end += 2
		}
	case c.is(i+1, "."): // lúc 5.30
		if t.minute, ok = c.sixtieth(i + 2); !ok || !c.says(c.before(i), "lúc", "hồi") || c.isAny(i+3, "./,-–") && c.kind(i+4) == digits || c.measured(i+3) {
			return clockTime{}, false
		}
		t.end = i + 3
	case c.kind(i+1) == word && (key == "h" || key == "g"):
		if key == "g" && c.kind(i+2) != digits && !c.hourOfDay(i) {
			return clockTime{}, false // gam
		}
		if c.at(i+1).text == "H" && len(c.at(i+2).text) == 1 {
			return clockTime{}, false // Windows 11 24H2
		}
		if minute, ok := c.part(i+2, 59); ok {
			t.minute, t.end = minute, i+3
		} else if c.kind(i+2) == digits {
			return clockTime{}, false
		}
		c.minuteMark(&t)
	case c.kind(i+1) == space && c.says(i+2, "giờ") && c.kind(i+3) == space:
		return c.hourInWords(t, i)
	case key == "am" || key == "pm" || c.kind(i+1) == space && (c.at(i+2).text == "AM" || c.at(i+2).text == "PM"):
		t.end = i + 1
		return t, hour <= 12 // 5 PM, 5pm
	default:
		return clockTime{}, false
	}
	if k := c.kind(t.end); k == word && halfDays[c.at(t.end).key] == "" || k == digits || c.is(t.end, "/") && c.kind(t.end+1) == digits && t.minute < 0 {
		return clockTime{}, false
	}
	return t, true
}

// halfDays are the marks of the English twelve hours.
var halfDays = map[string]string{"am": "sáng", "sa": "sáng", "pm": "chiều", "ch": "chiều"}

// hourCues stand before a time of day, so that 7g after them is no weight.
var hourCues = cues("lúc", "từ", "đến", "vào", "khoảng", "trước", "sau", "hồi", "sáng", "chiều", "tối", "trưa")

// dayHalves begin the time of a meeting: chiều mai, 14g.
var dayHalves = cues("sáng", "chiều", "tối", "trưa", "sáng mai", "chiều mai", "tối mai", "ngày mai", "hôm nay", "tối nay", "chiều nay")

// hourOfDay says whether "g" after the number at token i is an hour: lúc 7g, 7g sáng, 8g30-9g.
func (c *context) hourOfDay(i int) bool {
	if b := c.before(i); c.is(b, ",") && dayHalves.near(c, b, 3) {
		return true // Chiều mai, 14g, đội 2 họp
	}
	return hourCues.directly(c, i) || c.says(c.over(i+2), "sáng", "chiều", "tối", "trưa", "ngày") || c.isAny(c.before(i), "-–") && c.kind(c.before(c.before(i))) == digits
}

// hourInWords reads minutes of two digits after "giờ", where a padded zero is not said: 2 giờ 05 phút, 17 giờ 00.
func (c *context) hourInWords(t clockTime, i int) (clockTime, bool) {
	minute, ok := c.sixtieth(i + 4)
	if !ok || c.at(i + 4).text[0] != '0' && c.at(i).text[0] != '0' || c.kind(i+5) == word || c.isAny(i+5, "/.,-:") && c.kind(i+6) == digits {
		return clockTime{}, false
	}
	t.minute, t.end = minute, i+5
	switch next := c.over(i + 5); {
	case c.says(next, "phút"), c.kind(i+5) == sign && c.isAny(i+5, "'’′"):
		t.end = next + 1
		if second, ok := c.sixtieth(t.end); ok && c.overPrimes(t.end+1) > t.end+1 { // 2 giờ 00'35"
			t.second, t.end = second, c.overPrimes(t.end+1)
		}
	case c.counts(i+5) && minute > 0 && !c.says(next, "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "đến", "cùng", "hằng", "hàng", "thứ", "mỗi", "và", "tại", "ở"):
		return clockTime{}, false // 8 giờ 05 hộ
	}
	return t, true
}

// minuteMark takes ', p, ph or " phút" after the minutes, and seconds after it.
func (c *context) minuteMark(t *clockTime) {
	if t.minute < 0 {
		return
	}
	switch key := c.at(t.end).key; {
	case c.isAny(t.end, "'’′"):
		t.end++
		if second, ok := c.sixtieth(t.end); ok {
			t.second = second
			t.end = c.overPrimes(t.end + 1)
		}
	case key == "p" || key == "ph":
		t.end++
	case c.kind(t.end) == space && c.says(t.end+1, "phút"):
		t.end += 2
	}
}

func (c *context) part(i, most int) (int, bool) {
	t := c.at(i)
	if t.kind != digits || len(t.text) > 2 {
		return 0, false
	}
	n := number(t.text)
	return n, n <= most
}

func (c *context) sixtieth(i int) (int, bool) {
	n, ok := c.part(i, 59)
	return n, ok && len(c.at(i).text) == 2
}

// sayClock says a time; whole hours have no minutes.
func (r Region) sayClock(t clockTime) string {
	words := r.cardinal(strconv.Itoa(t.hour)) + " giờ"
	if t.minute > 0 || t.second > 0 {
		words += " " + r.cardinal(strconv.Itoa(max(t.minute, 0)))
		if r.Minutes != "gon" || t.second > 0 {
			words += " phút"
		}
	}
	if t.second > 0 {
		words += " " + r.cardinal(strconv.Itoa(t.second)) + " giây"
	}
	return words
}

// matchClock reads a time, a span of times, and lengths in minutes and seconds (30', 45").
func matchClock(c *context, i int) (spoken, int, bool) {
	if c.kind(i) != digits || c.glued(i) || c.is(i+1, ":") && (ratioCues.near(c, i, 3) || c.scored(i, 3)) || c.isAny(i-1, ":/") {
		return spoken{}, 0, false
	}
	if words, end, ok := c.hourSpan(i); ok {
		return spoken{text: words}, end - i, true
	}
	first, ok := c.clock(i)
	if !ok {
		return matchPrimes(c, i)
	}
	words, end := c.region.sayClock(first), first.end
	if j, _, ok := c.rangeMark(end); ok {
		if second, ok := c.clock(j); ok {
			words += " đến " + c.region.sayClock(second)
			first, end = second, second.end
		}
	}
	if j := c.over(end); halfDays[c.at(j).key] != "" && (j == end || allCapital(c.at(j).text) || c.at(j).key == "pm" || first.colon) {
		part := halfDays[c.at(j).key]
		if part == "chiều" && first.hour >= 6 && first.hour < 12 {
			part = "tối"
		}
		words, end = words+" "+part, j+1
	}
	return spoken{text: words}, end - i, true
}

// hourSpan reads 8-11h: the word is said once.
func (c *context) hourSpan(i int) (words string, end int, ok bool) {
	from, ok := c.part(i, 24)
	if !ok {
		return "", 0, false
	}
	j, spaced, ok := c.rangeMark(i + 1)
	if !ok || spaced {
		return "", 0, false
	}
	until, ok := c.clock(j)
	if !ok || until.colon || from >= until.hour {
		return "", 0, false
	}
	return c.region.cardinal(strconv.Itoa(from)) + " đến " + c.region.sayClock(until), until.end, true
}

// screenCues stand before the inches of a screen: tivi 32".
var screenCues = cues("tivi", "ti vi", "tv", "màn hình", "màn", "laptop", "máy tính", "điện thoại", "ống", "inch", "loa", "khổ")

// matchPrimes reads 30', 30-45', 45" and 2'30" as lengths of time.
func matchPrimes(c *context, i int) (spoken, int, bool) {
	if len(c.at(i).text) > 3 || c.glued(i) || c.isAny(i-1, `'’′"”″.,`) {
		return spoken{}, 0, false
	}
	a, ok := c.amount(i)
	if ok && a.last.fraction != "" && c.isAny(a.end, "\"″”") && screenCues.near(c, i, 3) {
		return spoken{text: strings.ReplaceAll(a.words, " chấm ", " phẩy ") + " inh"}, a.end + 1 - i, true // màn hình 15.6"
	}
	if !ok || !a.last.plain() || a.first.signed != "" {
		return spoken{}, 0, false
	}
	end := a.end
	var unit string
	switch {
	case c.isAny(end, "'′’") && !c.is(end+1, "'") && !(c.is(end, "’") && c.opened(i)):
		if unit, end = " phút", end+1; c.says(c.before(i), "phút") {
			unit = "" // phút 12'
		}
		if second, ok := c.sixtieth(end); ok {
			unit, end = unit+" "+c.region.cardinal(strconv.Itoa(second))+" giây", c.overPrimes(end+1)
			if t := c.at(end); c.isAny(end-1, `"”″'’′`) && t.kind == digits && len(t.text) <= 2 {
				unit, end = unit+" "+c.sayRun(t.text, false), end+1 // 4'16"85
			}
		}
	case c.is(end, "'") && c.is(end+1, "'"), c.is(end, "″"), c.is(end, `"`) && !c.openQuote(i):
		if unit = " giây"; screenCues.near(c, i, 3) {
			unit = " inh"
		}
		end = c.overPrimes(end)
		if t := c.at(end); unit == " giây" && t.kind == digits && len(t.text) <= 3 && c.kind(end+1) != word {
			unit, end = unit+" "+c.sayRun(t.text, false), end+1 // 10"72
		}
	default:
		return spoken{}, 0, false
	}
	if k := c.kind(end); k == word || k == digits {
		return spoken{}, 0, false
	}
	more, end := c.pers(end)
	return spoken{text: a.words + unit + more}, end - i, true // 30'/chuyến
}

// opened says whether a quotation in single quotes is open left of token i on the same line.
func (c *context) opened(i int) bool {
	for j, n := i-1, 0; n < 60 && c.kind(j) != newline && !c.is(j, "’"); j, n = j-1, n+1 {
		if c.is(j, "‘") {
			return true
		}
	}
	return false
}

// overPrimes gives the token after the mark of seconds at token i, which may be two marks of minutes.
func (c *context) overPrimes(i int) int {
	switch {
	case c.isAny(i, `"”″`):
		return i + 1
	case c.isAny(i, "'’′") && c.isAny(i+1, "'’′"):
		return i + 2
	}
	return i
}

// openQuote says whether a straight quote is open left of token i on the same line, within sixty tokens.
func (c *context) openQuote(i int) bool {
	open := false
	for j, n := i-1, 0; n < 60 && c.kind(j) != newline; j, n = j-1, n+1 {
		if c.is(j, `"`) && !(c.kind(j-1) == digits && c.kind(j+1) == digits) { // 10"72 opens nothing
			open = !open
		}
	}
	return open
}
