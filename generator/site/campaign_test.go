package site_test

import (
	"strings"
	"testing"
)

// TestCampaignSaysItsDaysToTheCounter: a reader whose clock is before the campaign is told when it begins, not that more days are left
// than it has. The band of the home page is hidden then, as it is on a page of that day.
func TestCampaignSaysItsDaysToTheCounter(t *testing.T) {
	const address = "chien-dich/le-30-4-2023/index.html"
	running := htmlOf(t, small(t, at(2023, 4, 27), false), 0)
	before := htmlOf(t, small(t, at(2023, 4, 10), false), 0)
	text := func(html string) string { return strings.ReplaceAll(html, "\u00a0", " ") }
	begins, _, found := strings.Cut(text(before[address]), "</b></p>")
	begins = begins[strings.LastIndex(begins, ">")+1:]
	if !found || !strings.HasPrefix(begins, "Bắt đầu ngày ") || strings.Contains(before[address], " data-den=") || strings.Contains(before["index.html"], `<section class="dot"`) {
		t.Fatalf("before the campaign its page says %q, and nothing counts", begins)
	}
	if !strings.Contains(text(running[address]), `data-chua="`+begins+`"`) {
		t.Errorf("the page does not say to the counter %q:\n%s", begins, running[address])
	}
	for _, page := range []string{address, "index.html"} {
		if !strings.Contains(running[page], `data-tu="2023-04-`) && !strings.Contains(running[page], "data-tu=2023-04-") {
			t.Errorf("%s does not say when the campaign begins", page)
		}
	}
	if strings.Contains(running["index.html"], "data-chua") {
		t.Error("the band of the home page says when the campaign begins; it is to be hidden")
	}
}
