package viet_test

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/viet"
)

func TestFoldTakesMarksAndCaseAway(t *testing.T) {
	for in, want := range map[string]string{
		"Đường dây nóng":                  "duong day nong",
		norm.NFD.String("Đường dây nóng"): "duong day nong",
		"Ủy ban, số 5":                    "uy ban, so 5", "ð": "d", "": "", "Đắk Lắk": "dak lak", "café": "cafe",
	} {
		if got := viet.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"Đường", "e\u0302\u0301", "\xff", "İ", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := viet.Fold(s)
		if utf8.ValidString(s) {
			if again := viet.Fold(once); again != once {
				t.Errorf("Fold(%q) = %q, folded again %q", s, once, again)
			}
		}
	})
}
