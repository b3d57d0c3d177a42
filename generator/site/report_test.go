package site_test

import (
	"strings"
	"testing"
)

// TestNumbersSayWhenTheyWereChecked: each its own day, and none a day that lies after the build.
func TestNumbersSayWhenTheyWereChecked(t *testing.T) {
	const early, late = "Kiểm tra ngày 18/4/2023", "Kiểm tra ngày 20/4/2023"
	for _, c := range []struct {
		day         int
		early, late bool
	}{{17, false, false}, {18, true, false}, {19, true, false}, {20, true, true}} {
		pages := htmlOf(t, small(t, at(2023, 4, c.day), false), 0)
		for _, page := range []string{"index.html", "duong-day-nong/index.html"} {
			text := words(t, pages[page], "main")
			if strings.Contains(text, early) != c.early || strings.Contains(text, late) != c.late {
				t.Errorf("%d April, %s: want the day of 113 %t, that of 114 %t:\n%s", c.day, page, c.early, c.late, text)
			}
		}
	}
}
