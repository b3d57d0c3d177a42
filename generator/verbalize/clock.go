package verbalize

import "strconv"

// clockTime is a time of day as it is written.
type clockTime struct {
	hour, minute, second int // minute and second -1: not written
	end                  int // token after it
	colon                bool
}

// clock reads 7h, 7h30, 7g30', 7:30, 02:15:40 at token i. Hours are 0–24, minutes and seconds two digits below 60.
func (c *context) clock(i int) (clockTime, bool) {
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
		if c.is(t.end, ":") {
			return clockTime{}, false
		}
	case c.kind(i+1) == word && (key == "h" || key == "g"):
		if key == "g" && c.kind(i+2) != digits {
			return clockTime{}, false // gam
		}
		if minute, ok := c.sixtieth(i + 2); ok {
			t.minute, t.end = minute, i+3
		} else if c.kind(i+2) == digits {
			return clockTime{}, false
		}
		c.minuteMark(&t)
	default:
		return clockTime{}, false
	}
	if k := c.kind(t.end); k == word || k == digits || c.is(t.end, "/") && c.kind(t.end+1) == digits && t.minute < 0 {
		return clockTime{}, false
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
			t.end++
			if c.isAny(t.end, `"”″`) {
				t.end++
			}
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
	if c.kind(i) != digits || c.glued(i) || ratioCues.near(c, i, 3) || scoreCues.near(c, i, 3) || c.isAny(i-1, ":/") {
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
	switch j := c.over(end); c.at(j).key {
	case "am", "sa":
		if allCapital(c.at(j).text) {
			words, end = words+" sáng", j+1
		}
	case "pm", "ch":
		if allCapital(c.at(j).text) {
			if first.hour >= 6 && first.hour < 12 {
				words += " tối"
			} else {
				words += " chiều"
			}
			end = j + 1
		}
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

// matchPrimes reads 30' and 45" as lengths of time.
func matchPrimes(c *context, i int) (spoken, int, bool) {
	if len(c.at(i).text) > 3 || c.glued(i) || c.isAny(i-1, `'’′"”″.,`) {
		return spoken{}, 0, false
	}
	var unit string
	switch {
	case c.isAny(i+1, "'′’"):
		unit = " phút"
	case c.is(i+1, "″"), c.is(i+1, `"`) && !c.openQuote(i):
		unit = " giây"
	default:
		return spoken{}, 0, false
	}
	if k := c.kind(i + 2); k == word || k == digits {
		return spoken{}, 0, false
	}
	return spoken{text: c.region.cardinal(c.at(i).text) + unit}, 2, true
}

// openQuote says whether a straight quote is open left of token i on the same line, within sixty tokens.
func (c *context) openQuote(i int) bool {
	open := false
	for j, n := i-1, 0; n < 60 && c.kind(j) != newline; j, n = j-1, n+1 {
		if c.is(j, `"`) {
			open = !open
		}
	}
	return open
}
