package viet_test

import (
	"testing"

	"github.com/vinhlinh/loa/generator/viet"
)

func TestToneKeyMovesTheMark(t *testing.T) {
	same := [][2]string{{"hoà", "hòa"}, {"thuý", "thúy"}, {"Uỷ", "Ủy"}, {"KHOẺ", "KHỎE"}, {"internet", "internet"}, {"đường", "đường"}}
	for _, pair := range same {
		if viet.ToneKey(pair[0]) != viet.ToneKey(pair[1]) {
			t.Errorf("%q and %q are one word", pair[0], pair[1])
		}
	}
	other := [][2]string{{"hoà", "hoa"}, {"hoà", "hoá"}, {"Ủy", "ủy"}, {"tân", "tan"}, {"dương", "đương"}, {"lê", "le"}}
	for _, pair := range other {
		if viet.ToneKey(pair[0]) == viet.ToneKey(pair[1]) {
			t.Errorf("%q and %q are two words", pair[0], pair[1])
		}
	}
}

func TestSplitToneKeepsTheLetter(t *testing.T) {
	for word, want := range map[string]struct {
		bare string
		tone viet.Tone
	}{
		"đường": {"đương", viet.Huyen}, "Ủy": {"Uy", viet.Hoi}, "ba": {"ba", viet.Ngang}, "lễ": {"lê", viet.Nga},
		"tiếng": {"tiêng", viet.Sac}, "việt": {"viêt", viet.Nang}, "dân": {"dân", viet.Ngang},
	} {
		if bare, tone := viet.SplitTone(word); bare != want.bare || tone != want.tone {
			t.Errorf("SplitTone(%q) = %q, %d", word, bare, tone)
		}
	}
}
