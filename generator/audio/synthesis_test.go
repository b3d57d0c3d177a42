package audio

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/speech"
)

func TestAVoiceIsToldTheRespelling(t *testing.T) {
	at := func(text, word string) speech.Range {
		i := strings.Index(text, word)
		return speech.Range{Start: i, End: i + len(word)}
	}
	const text = "Xem Facebook và Wifi của VNPT."
	for _, c := range []struct {
		name     string
		sentence speech.Sentence
		want     string
	}{
		{"as it is", speech.Sentence{Text: text}, text},
		{"two respelt, one not", speech.Sentence{Text: text, Readings: []speech.Reading{
			{Range: at(text, "Facebook"), Voice: "phây búc"}, {Range: at(text, "Wifi"), Voice: "oai phai"}, {Range: at(text, "VNPT")}}},
			"Xem phây búc và oai phai của VNPT."},
		{"signs that could be commands", speech.Sentence{Text: "a [[x]] <b> \x00c", Readings: nil}, "a x b c"},
		{"in a respelling, too", speech.Sentence{Text: "abc", Readings: []speech.Reading{{Range: speech.Range{Start: 0, End: 3}, Voice: "<break/> -v\nxin"}}}, "break v xin"},
		{"ranges that lie", speech.Sentence{Text: "abc", Readings: []speech.Reading{{Range: speech.Range{Start: 1, End: 9}, Voice: "x"}}}, "abc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := spoken(&c.sentence); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLongSentencesAreDivided(t *testing.T) {
	for _, c := range []struct {
		name, text string
		most       int
		want       []piece
	}{
		{"short", "Một hai.", 20, []piece{{"Một hai.", 0}}},
		{"as long as may be", "ab cd", 5, []piece{{"ab cd", 0}}},
		{"behind a mark", "mot hai, ba bon nam sau", 14, []piece{{"mot hai,", pauseAtMark}, {"ba bon nam sau", 0}}},
		{"a mark too near the beginning", "a, bcd efg hij klm nop", 14, []piece{{"a, bcd efg hij", pauseAtWord}, {"klm nop", 0}}},
		{"a border at the limit", "abcd efgh ijkl", 9, []piece{{"abcd efgh", pauseAtWord}, {"ijkl", 0}}},
		{"inside a word, at a letter", strings.Repeat("ậ", 5), 7, []piece{{"ậậ", pauseAtWord}, {"ậậ", pauseAtWord}, {"ậ", 0}}},
		{"marks alone", "... !!! …", 4, nil},
		{"nothing", "", 4, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := pieces(c.text, c.most); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// FuzzPieces: no piece is too long or without a letter, and together they say every letter of the text in its order.
func FuzzPieces(f *testing.F) {
	f.Add("Ủy ban nhân dân xã, đề nghị bà con… chú ý.", 20)
	f.Add("ậậậậậậậậ", 5)
	f.Add(". . . a", 4)
	f.Fuzz(func(t *testing.T, text string, most int) {
		if most < utf8.UTFMax || most > 2000 {
			return
		}
		text = spoken(&speech.Sentence{Text: text})
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, s)
		}
		var all strings.Builder
		list := pieces(text, most)
		for i, p := range list {
			if len(p.text) > most || letters(p.text) == "" || !utf8.ValidString(p.text) || (p.pause == 0) != (i == len(list)-1) {
				t.Fatalf("%d of %d: %q with %v", i, len(list), p.text, p.pause)
			}
			all.WriteString(p.text)
		}
		if letters(all.String()) != letters(text) {
			t.Fatalf("%q became %q", text, all.String())
		}
	})
}
