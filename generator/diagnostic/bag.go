package diagnostic

import (
	"cmp"
	"slices"
)

// Bag collects findings. The zero value is empty and ready. It is not safe for concurrent use.
type Bag struct{ list []Diagnostic }

// Add puts findings into the bag.
func (b *Bag) Add(found ...Diagnostic) { b.list = append(b.list, found...) }

// Sorted gives the findings in their one order (path, line, column, name, message) without repeats. The slice is the caller's.
func (b *Bag) Sorted() []Diagnostic {
	list := slices.Clone(b.list)
	slices.SortStableFunc(list, compare)
	return slices.CompactFunc(list, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// Count gives the number of different findings of each severity.
func (b *Bag) Count() (errors, warnings, notes int) {
	n := count(b.Sorted())
	return n.Errors, n.Warnings, n.Notes
}

// HasErrors says whether something in the bag forbids publishing.
func (b *Bag) HasErrors() bool {
	return slices.ContainsFunc(b.list, func(d Diagnostic) bool { return d.Check.Severity == Error })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(pathOf(a), pathOf(b)),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Check.Name, b.Check.Name),
		cmp.Compare(a.Message, b.Message),
	)
}

func pathOf(d Diagnostic) string {
	if d.Source == nil {
		return ""
	}
	return d.Source.Path
}
