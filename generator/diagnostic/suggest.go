package diagnostic

import (
	"strings"
	"unicode/utf8"
)

// maxEdits is the greatest distance of a suggestion: two slips of the fingers. Further away a suggestion is a guess.
const maxEdits = 2

// Suggest gives the known word that the writer of word most likely meant.
//
// A known word that differs only in case, "-" or "_" is taken at once. Otherwise it is the one nearest by edit distance
// (letters put in, left out, changed, or two neighbours swapped), if that distance is at most 2 and less than half the word's
// length; among equals the first in the order given. It is false when no word is near enough.
func Suggest(word string, known []string) (string, bool) {
	loose := loosen(word)
	if loose == "" {
		return "", false
	}
	for _, k := range known {
		if loosen(k) == loose {
			return k, true
		}
	}
	limit := min(maxEdits, (utf8.RuneCountInString(loose)-1)/2)
	best, nearest := "", limit+1
	for _, k := range known {
		if d := distance(loose, loosen(k), nearest-1); d < nearest {
			best, nearest = k, d
		}
	}
	return best, nearest <= limit
}

// loosen takes away what people do not remember of a key: case, and which sign joins its parts.
func loosen(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// distance is the edit distance of a and b with swaps of neighbours (optimal string alignment), or limit+1 if it is greater
// than limit.
func distance(a, b string, limit int) int {
	if d := utf8.RuneCountInString(a) - utf8.RuneCountInString(b); max(d, -d) > limit {
		return limit + 1 // before the table is made: word may be as long as a file
	}
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return min(row[len(y)], limit+1)
}
