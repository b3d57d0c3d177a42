package speech

import (
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// A breath group (SPEECH.md 6.3): what is said without a pause. A pause mark ends one; a longer stretch gets breaths.
const (
	longestGroup  = 18 // syllables
	shortGroup    = 8  // a breath that comes sooner costs something
	shortestGroup = 3  // and sooner than this there is none
)

// breaths finds where the announcer takes breath: before which units, as offsets in the text. Stretches between two marks that are
// longer than a group are divided at the best places; where no good place is, none is taken.
func breaths(text string, units []unit) []int {
	var list []int
	atoms := atomsOf(text, units)
	for first := 0; first < len(atoms); {
		last := first
		for last < len(atoms)-1 && !atoms[last].stop {
			last++
		}
		for _, i := range divide(text, units, atoms[first:last+1]) {
			list = append(list, units[atoms[first+i].unit].Start)
		}
		first = last + 1
	}
	return list
}

// atom is what is said between two places where a pause or a breath may be: a unit, or a part of one that has commas of its own.
type atom struct {
	unit      int
	first     bool // begins its unit
	stop      bool // a pause mark follows
	syllables int
}

func atomsOf(text string, units []unit) []atom {
	atoms := make([]atom, 0, len(units))
	for i, u := range units {
		parts := strings.FieldsFunc(text[u.Start:u.End], func(r rune) bool { return strings.ContainsRune(".,;:?!…", r) })
		for j, part := range parts {
			atoms = append(atoms, atom{unit: i, first: j == 0, stop: u.stop || j < len(parts)-1, syllables: verbalize.Syllables(part)})
		}
	}
	return atoms
}

// way is the cheapest way to divide what stands before an atom.
type way struct{ atom, syllables, cost, before int }

// divide gives the atoms of one stretch that begin a group, but the first. Among all divisions it takes the cheapest: a group beyond
// the longest is dearer than any number of breaths, then comes how bad the places are and how short the groups.
func divide(text string, units []unit, atoms []atom) []int {
	total := 0
	for _, a := range atoms {
		total += a.syllables
	}
	if total <= longestGroup {
		return nil
	}
	ways := []way{{}}
	said := 0
	for i := 1; i <= len(atoms); i++ {
		said += atoms[i-1].syllables
		here := way{atom: i, syllables: said}
		if i < len(atoms) {
			if !atoms[i].first || said < shortestGroup || total-said < shortestGroup {
				continue
			}
			cost, ok := breathCost(text, units, atoms[i].unit)
			if !ok {
				continue
			}
			here.cost = cost
		}
		here.reach(ways)
		ways = append(ways, here)
	}
	var list []int
	for i := ways[len(ways)-1].before; i > 0; i = ways[i].before {
		list = append(list, ways[i].atom)
	}
	slices.Reverse(list)
	return list
}

// reach picks the division before a place. Only those at most a group away are asked, and the nearest beyond.
func (w *way) reach(ways []way) {
	best := -1
	for i := len(ways) - 1; i >= 0; i-- {
		n := w.syllables - ways[i].syllables
		if n < shortestGroup && i > 0 {
			continue
		}
		if cost := ways[i].cost + groupCost(n); best < 0 || cost < best {
			best, w.before = cost, i
		}
		if n > longestGroup {
			break
		}
	}
	w.cost += best
}

// groupCost weighs the length of a group against the cost of a breath, which is below 100.
func groupCost(syllables int) int {
	switch {
	case syllables > longestGroup:
		return 10_000 * (syllables - longestGroup)
	case syllables < shortGroup:
		return 12 * (shortGroup - syllables)
	}
	return 0
}
