package site

import (
	"fmt"
	"strings"
	"testing"

	"rsc.io/qr"
)

// TestQRCodeIsTheCode: the drawing has the dark modules of the code and no others, inside its quiet zone.
func TestQRCodeIsTheCode(t *testing.T) {
	const text = "https://loa.example.vn/bai-viet/day-roi-tren-duong/"
	drawn := newQRCode(text)
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	dark := map[[2]int]bool{}
	for part := range strings.SplitSeq(strings.TrimSuffix(drawn.Path, "z"), "z") {
		var x, y, w, back int
		if _, err := fmt.Sscanf(part, "M%d %dh%dv1h-%d", &x, &y, &w, &back); err != nil || w != back {
			t.Fatalf("%q: %v", part, err)
		}
		for i := range w {
			if dark[[2]int{x + i, y}] {
				t.Errorf("%d,%d is drawn twice", x+i, y)
			}
			dark[[2]int{x + i, y}] = true
		}
	}
	if drawn.Side != code.Size+8 {
		t.Errorf("the side is %d, want %d with four modules of quiet on each side", drawn.Side, code.Size+8)
	}
	for y := range drawn.Side {
		for x := range drawn.Side {
			if want := code.Black(x-4, y-4); dark[[2]int{x, y}] != want {
				t.Fatalf("module %d,%d: dark %v, want %v", x, y, !want, want)
			}
		}
	}
	if newQRCode(strings.Repeat("x", 3000)) != nil {
		t.Error("a text that no code holds has one")
	}
}

// TestPosterSize: more to say is never larger, and the longest that is allowed takes the last step.
func TestPosterSize(t *testing.T) {
	order := map[string]int{}
	for i, step := range posterSteps {
		order[step.class] = i
	}
	word := func(n int) string { return strings.TrimSpace(strings.Repeat("nghiêng ", n/8)) }
	last := 0
	for _, p := range []PosterPage{
		{Heading: word(24), Lines: []string{word(30), word(30)}},
		{Heading: word(48), Lines: []string{word(60), word(60)}, Calls: []PosterCall{{"113", "Công an"}}},
		{Heading: word(80), Lines: []string{word(88), word(88), word(88)}, Calls: []PosterCall{{"113", "Công an"}}},
		{Heading: word(110), Lines: []string{word(120), word(120), word(120), word(120), word(120)}, Calls: []PosterCall{{"113", "Công an"}, {"114", "Cứu hỏa"}, {"115", "Cấp cứu"}}},
	} {
		n, known := order[posterSize(p)]
		if !known || n < last {
			t.Errorf("%q: step %q after step %d", p.Heading, posterSize(p), last)
		}
		last = n
	}
	if last != len(posterSteps)-1 {
		t.Errorf("the longest content has step %d", last)
	}
}
