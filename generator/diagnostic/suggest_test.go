package diagnostic_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

func TestSuggest(t *testing.T) {
	keys := []string{"id", "title", "date", "lastmod", "chu_de", "chien_dich", "can_cu", "dieu_can_nho", "tu", "den", "dia_ban", "so_lan"}
	for _, c := range []struct{ name, word, want string }{
		{"a known word is itself", "chu_de", "chu_de"},
		{"another sign between the parts", "chu-de", "chu_de"},
		{"no sign between the parts", "dieucannho", "dieu_can_nho"},
		{"capitals", "LastMod", "lastmod"},
		{"one letter left out", "titl", "title"},
		{"one letter too many", "tittle", "title"},
		{"one letter changed", "tidle", "title"},
		{"two neighbours swapped", "tilte", "title"},
		{"two swaps in a long word", "cihen_dcih", "chien_dich"},
		{"a mark typed on a letter", "địa_ban", "dia_ban"},
		{"three slips are a guess", "tilteee", ""},
		{"half of a short word is a guess", "tx", ""},
		{"one slip in three letters", "dem", "den"},
		{"nothing near", "hotline", ""},
		{"no word", "", ""},
		{"only signs", "-_-", ""},
		{"a word as long as a file", strings.Repeat("title", 100_000), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := diagnostic.Suggest(c.word, keys)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%.40q: got %q, %v, want %q", c.word, got, ok, c.want)
			}
		})
	}
}

func TestSuggestOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		known []string
		want  string
	}{
		{"the nearest wins", []string{"ngay_mungxx", "ngay_munx", "ngay_xxng"}, "ngay_munx"},
		{"among equals the first wins", []string{"ngay_munx", "ngay_mxng"}, "ngay_munx"},
		{"equality without signs wins over one slip before it", []string{"ngay_munx", "NGAY-MUNG"}, "NGAY-MUNG"},
	} {
		if got, _ := diagnostic.Suggest("ngay_mung", c.known); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got, ok := diagnostic.Suggest("ngay_mung", nil); ok {
		t.Errorf("nothing known: got %q", got)
	}
}
