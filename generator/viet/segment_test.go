package viet_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/viet"
)

func TestPlainFormIsWhatALetterStandsFor(t *testing.T) {
	for r, want := range map[rune]string{'ö': "o", 'Ⅳ': "IV", '①': "1", 'ﬁ': "fi", 'ａ': "a", 'a': "a", 'я': "", '中': "", 'ø': ""} {
		if got, ok := viet.PlainForm(r); got != want || ok != (want != "") {
			t.Errorf("PlainForm(%q) = %q, %v", r, got, ok)
		}
	}
}

func FuzzSegments(f *testing.F) {
	for _, seed := range []string{"Đường", norm.NFD.String("Đường dây nóng"), "\xff", "", "e\u0301\u0323x", "\u0301", "\u0f57", "\xf4\u03010"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		joined, at := "", 0
		for part := range viet.Segments(s) {
			if part.Start != at || part.End <= part.Start && s != "" || viet.NFC(s[part.Start:part.End]) != part.Text {
				t.Fatalf("%q: segment %+v after %d", s, part, at)
			}
			joined, at = joined+part.Text, part.End
		}
		if at != len(s) || utf8.ValidString(s) && streamSafe(s) && joined != viet.NFC(s) {
			t.Fatalf("%q: segments make %q up to %d", s, joined, at)
		}
	})
}

// streamSafe says whether no letter has so many marks, about 30, that the library puts a joiner between them (UAX #15 section 13).
func streamSafe(s string) bool {
	const joiner = "\u034f"
	return strings.Count(norm.NFD.String(s), joiner) == strings.Count(s, joiner)
}
