package diagnostic

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Columns counts the visible characters of s: grapheme clusters of UAX #29, so that a letter with its marks counts one in NFC
// and in NFD. It is the measure of "at most 110 characters" and of a column in [Source.Position]; a line end counts one. Bytes
// that are not UTF-8 count one each.
func Columns(s string) int {
	n := 0
	for s != "" {
		s = s[clusterLen(s):]
		n++
	}
	return n
}

// clusterLen gives the length in bytes of the first visible character of s, which is not empty.
func clusterLen(s string) int {
	if n := letter(s); n > 0 && (n == len(s) || letter(s[n:]) > 0) {
		return n
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return len(cluster)
}

// letter gives the length of the letter or sign that s begins with, if it is of the Latin blocks that hold no mark, joiner or
// control (nearly all of a Vietnamese text); else 0. Two of these in a row never make one cluster (UAX #29, GB999), which
// saves the tables: measured, BenchmarkPosition.
func letter(s string) int {
	if s == "" {
		return 0
	}
	if b := s[0]; b < utf8.RuneSelf {
		if b < ' ' || b == 0x7f {
			return 0
		}
		return 1
	}
	switch r, n := utf8.DecodeRuneInString(s); {
	case r >= 'À' && r <= 'ɏ', r >= 'Ḁ' && r <= 'ỿ':
		return n
	}
	return 0
}
