package viet_test

import (
	"strings"
	"testing"
	"unicode/utf8"

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

func TestMostWordsAreTheirOwnToneKey(t *testing.T) {
	text := `Ủy ban nhân dân huyện hòa bình thúy khỏe của mía quốc già giếng gìn nghiêng khuya chuyển thuở hươu rượu ngoằn ngoèo Đường ĐIỆN
		tháng Quảng Trị THÔNG BÁO được người`
	for word := range strings.FieldsSeq(text) {
		if key := viet.ToneKey(word); key != word {
			t.Errorf("the key of %q is %q", word, key)
		}
	}
	for word, want := range map[string]string{"hoà": "hòa", "UỶ": "ỦY", "tìên": "tiền", "gìa": "già", "qúy": "quý", "tóàn": "toàn"} {
		if key := viet.ToneKey(word); key != want {
			t.Errorf("the key of %q is %q, want %q", word, key, want)
		}
	}
}

func FuzzToneKey(f *testing.F) {
	for _, seed := range []string{"hoà", "tóàn", "ạạạạạạạạạạạạạạạạạạ", "H’Hén", "", "\xff\u1ea1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = viet.NFC(s)
		if !utf8.ValidString(s) {
			return
		}
		key := viet.ToneKey(s)
		bare, tone := viet.SplitTone(s)
		if b, again := viet.SplitTone(key); b != bare || again != tone || viet.ToneKey(key) != key {
			t.Errorf("ToneKey(%q) = %q, whose key is %q", s, key, viet.ToneKey(key))
		}
	})
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
