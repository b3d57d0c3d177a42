package site

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// emergency says whether a number is one of the national numbers for help in danger: 112 (search and rescue), 113 (police), 114 (fire
// and rescue), 115 (ambulance).
func emergency(h settings.Hotline) bool {
	return slices.Contains([]string{"112", "113", "114", "115"}, h.Number)
}

// report is the box of numbers to ring on a page that speaks of a day. keys are the numbers that the page's topic asks for; without
// any of them in use, the emergency numbers are shown. nil if there is no number at all.
func (c *composer) report(keys []string, day civil.Date) *Report {
	var lines []settings.Hotline
	for _, key := range keys {
		if h, found := c.hotline(key, day); found {
			lines = append(lines, h)
		}
	}
	if len(lines) == 0 {
		lines = slices.DeleteFunc(c.numbers(day), func(h settings.Hotline) bool { return !emergency(h) })
	}
	if len(lines) == 0 {
		return nil
	}
	r := &Report{All: address.Hotlines}
	for _, h := range lines {
		n := numberOf(h)
		n.Checked = c.checked(h)
		r.Numbers = append(r.Numbers, n)
	}
	return r
}

// checked says when a number was last checked; "" when that is not known, or lies after the day of the build: a page cannot tell of
// what comes after it.
func (c *composer) checked(h settings.Hotline) string {
	if h.Checked.IsZero() || h.Checked.After(c.day) {
		return ""
	}
	return "Kiểm tra " + inDate(h.Checked)
}

// numberOf is a hotline in a report box.
func numberOf(h settings.Hotline) Number {
	return Number{
		Digits: strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '+' {
				return r
			}
			return -1
		}, h.Number),
		Shown: h.Number, Name: h.Name, When: h.When,
	}
}

// numbers are the telephone numbers in use on a day: the emergency numbers by number, then the others as the settings list them.
func (c *composer) numbers(day civil.Date) []settings.Hotline {
	list := slices.DeleteFunc(slices.Clone(c.Set.Settings.Hotlines), func(h settings.Hotline) bool { return !h.On(day) })
	slices.SortStableFunc(list, func(a, b settings.Hotline) int {
		switch {
		case emergency(a) && emergency(b):
			return strings.Compare(a.Number, b.Number)
		case emergency(a):
			return -1
		case emergency(b):
			return 1
		}
		return 0
	})
	return list
}
