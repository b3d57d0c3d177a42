package verbalize

import "strconv"

// calendarDate is a date as it is written. A part that is not written is 0.
type calendarDate struct {
	day, month, year int
	shortYear        string // two digits, as written
	padded           bool   // day or month begins with 0
	end              int    // token after it
	slash            bool   // divided by "/"
}

// date reads the shape of a date at token i: d/m/y, y-m-d, d/m, m/y. It checks that month and year can be; whether the day is in the
// calendar is told by exists, and whether the writer means a date at all is for the rules to say.
func (c *context) date(i int) (calendarDate, bool) {
	if c.kind(i) != digits {
		return calendarDate{}, false
	}
	return c.memos.date.ask(c, i, (*context).findDate)
}

func (c *context) findDate(i int) (calendarDate, bool) {
	var parts [3]*token
	var mark string
	n, j, spaced := 0, i, false
	for {
		if c.kind(j) != digits || len(c.at(j).text) > 4 {
			return calendarDate{}, false
		}
		parts[n] = c.at(j)
		n++
		j++
		k := c.over(j)
		next := c.over(k + 1)
		wide := k > j
		if n == 3 || !c.isAny(k, "/-.–") || mark != "" && (!c.is(k, mark) || wide != spaced) || c.kind(next) != digits || wide != (next > k+1) {
			break
		}
		mark, spaced = c.at(k).text, wide
		j = next
	}
	if n < 2 || c.kind(j) == word || c.kind(j) == digits || c.is(j, "/") || mark == "/" && three(c, j, ".") || c.is(j, mark) && c.kind(j+1) == digits {
		return calendarDate{}, false
	}
	if spaced && (n < 3 || mark == "." || len(parts[2].text) != 4) {
		return calendarDate{}, false // 30 - 4 - 1975 is a date, 5 - 7 none
	}
	d := calendarDate{end: j, slash: mark == "/"}
	first, second := number(parts[0].text), number(parts[1].text)
	d.padded = parts[0].text[0] == '0' || parts[1].text[0] == '0'
	switch {
	case mark == "–" && n == 3 && !spaced:
		return calendarDate{}, false
	case n == 3 && len(parts[0].text) == 4 && mark == "-" && len(parts[1].text) == 2 && len(parts[2].text) == 2:
		d.day, d.month, d.year = number(parts[2].text), second, first
	case n == 3 && len(parts[0].text) <= 2 && len(parts[1].text) <= 2 && len(parts[2].text) == 4:
		d.day, d.month, d.year = first, second, number(parts[2].text)
	case n == 3 && len(parts[0].text) <= 2 && len(parts[1].text) <= 2 && len(parts[2].text) == 2 && d.slash:
		d.day, d.month, d.shortYear = first, second, parts[2].text
	case n == 2 && len(parts[0].text) <= 2 && len(parts[1].text) == 4 && mark != ".":
		d.month, d.year = first, second
	case n == 2 && len(parts[0].text) <= 2 && len(parts[1].text) <= 2:
		d.day, d.month = first, second
	default:
		return calendarDate{}, false
	}
	if d.month < 1 || d.month > 12 || d.year != 0 && (d.year < 1000 || d.year > 2999) || d.day == 0 && (d.year < 1900 || d.year > 2100) || d.day > 31 || d.day == 0 && (n == 3 || d.year == 0) {
		return calendarDate{}, false
	}
	return d, true
}

// number is the value of at most nine digits.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// full says whether day, month and year are written.
func (d calendarDate) full() bool { return d.day > 0 && d.year > 0 }

// exists says whether the day is in the calendar; 29 February is, where no year says otherwise.
func (d calendarDate) exists() bool {
	return d.day <= daysIn(d.month, d.year)
}

func daysIn(month, year int) int {
	switch month {
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// sayMonth: the fourth month is "tháng tư".
func (r Region) sayMonth(month int) string {
	if month == 4 {
		return "tháng tư"
	}
	return "tháng " + r.cardinal(strconv.Itoa(month))
}

// sayDay says the number of a day, with "mùng" for the first ten where it is wanted.
func (r Region) sayDay(day int, mung bool) string {
	if mung && day <= 10 {
		return "mùng " + r.cardinal(strconv.Itoa(day))
	}
	return r.cardinal(strconv.Itoa(day))
}

// sayDate says a date without "ngày" before it.
func (r Region) sayDate(d calendarDate, mung bool) string {
	words := r.sayMonth(d.month)
	if d.day > 0 {
		words = r.sayDay(d.day, mung) + " " + words
	}
	switch {
	case d.year > 0:
		words += " năm " + r.cardinal(strconv.Itoa(d.year))
	case d.shortYear != "":
		words += " năm " + digitWords(d.shortYear)
	}
	return words
}
