package viet_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/viet"
)

func TestWordsOfTheSchoolbookAreSyllables(t *testing.T) {
	text := `Thực hiện Công văn về việc bảo đảm an toàn thông tin liên lạc thông suốt trong dịp Lễ quốc khánh ủy ban nhân dân huyện
		truyền thanh khuya khuỷu tay thuở xưa giếng nước giết gì gìn giữ gian nghiêng nghề nghiệp ngoằn ngoèo xoong soóc quý quốc
		quyển quỳnh quạch quẹt quở quệch hươu rượu cứu mùa của mía yêu yếm ý y tế kỹ kỳ lý mỹ sỹ tỷ hòa hoà thúy thuý hỏe khỏe khoẻ
		uống oan uyên ương ước ếch ách ích ngay nghe ghế ghi gà gọi cái kéo phường phích trượt thuyền đứt đổ ừ ơi ở ạ nhuyễn huênh hoang
		tuýp quynh chuếnh choáng khuếch trương loắt choắt tuần tuất duật suýt Đường ĐIỆN KHÔNG ỦY XÃ`
	for word := range strings.FieldsSeq(text) {
		if !viet.IsSyllable(word) {
			t.Errorf("%q is a syllable", word)
		}
	}
}

func TestOtherWordsAreNoSyllables(t *testing.T) {
	text := `UBND HĐND Viettel Facebook internet ngành1 nghành qủa tòan b đ ng ngh kua cê gê ngi ghà thíc thich1 tắm̀ cat học̀ hoc mat zalo
		wifi fone khọc1 híều hiếù đđ aa ii stt xyz yên1 qa qu q tếch1 tóàn cúảu iên biên1 byên`
	for word := range strings.FieldsSeq(text) {
		if viet.IsSyllable(word) {
			t.Errorf("%q is no syllable", word)
		}
	}
	if viet.IsSyllable("") {
		t.Error("the empty word is no syllable")
	}
}

func TestAStopTakesTwoTonesOnly(t *testing.T) {
	for word, want := range map[string]bool{"các": true, "cạc": true, "càc": false, "cảc": false, "cãc": false, "cac": false, "cách": true, "cành": true, "càch": false} {
		if got := viet.IsSyllable(word); got != want {
			t.Errorf("IsSyllable(%q) = %v", word, got)
		}
	}
}

func TestSyllablesWithoutMarksAreKnown(t *testing.T) {
	for word, want := range map[string]bool{"vinh": true, "quang": true, "viet": true, "duong": true, "giet": true, "gieng": true, "nghieng": true,
		"khuyen": true, "gov": false, "vnpt": false, "facebook": false, "": false, "mail": false, "đường": false, "Vinh": false} {
		if got := viet.IsBareSyllable(word); got != want {
			t.Errorf("IsBareSyllable(%q) = %v", word, got)
		}
	}
}

func FuzzIsSyllable(f *testing.F) {
	for _, seed := range []string{"hoà", "giếng", "qu", "gi", "ngh", "", "\xff", "ươ", "UỶ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = viet.NFC(s)
		got := viet.IsSyllable(s)
		if viet.IsSyllable(strings.ToLower(s)) != got && strings.ToLower(strings.ToUpper(s)) == s {
			t.Errorf("case changes the answer for %q", s)
		}
		if bare, _ := viet.SplitTone(s); got && viet.Fold(bare) != viet.Fold(s) {
			t.Errorf("SplitTone(%q) = %q loses a letter", s, bare)
		}
		if got && !viet.IsBareSyllable(viet.Fold(s)) {
			t.Errorf("%q is a syllable, %q is none without marks", s, viet.Fold(s))
		}
	})
}
