package site

import (
	"slices"
	"testing"
)

// TestPieces: an address is cut after its slashes alone, and the pieces are the address.
func TestPieces(t *testing.T) {
	for url, want := range map[string][]string{
		"https://loa.example.vn/dai/ben-quan/rss.xml": {"https://loa.example.vn/", "dai/", "ben-quan/", "rss.xml"},
		"https://a.vn/con/dai/x/":                     {"https://a.vn/", "con/", "dai/", "x/", ""},
		"/dai/ben-quan/":                              {"/", "dai/", "ben-quan/", ""},
		"":                                            {""},
	} {
		if got := pieces(url); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", url, got, want)
		}
	}
}
