package speech

import "slices"

// Run is a stretch of a sentence in which nothing changes.
type Run struct {
	Text    string // the blank before the next run is its last byte
	Breath  bool   // a breath stands before it
	Stress  bool
	Reading *Reading // what it is spoken from; nil for words that are written so. One reading is one run
}

// Runs cuts a sentence for printing. The texts of the runs are Text when they are joined.
func (s *Sentence) Runs() []Run {
	cuts := []int{0, len(s.Text)}
	for _, r := range s.Stress {
		cuts = append(cuts, r.Start, r.End)
	}
	for _, r := range s.Readings {
		cuts = append(cuts, r.Start, r.End)
	}
	cuts = append(cuts, s.Breaths...)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var runs []Run
	for i, start := range cuts[:len(cuts)-1] {
		run := Run{Text: s.Text[start:cuts[i+1]], Breath: slices.Contains(s.Breaths, start)}
		run.Stress = slices.ContainsFunc(s.Stress, func(r Range) bool { return r.Start <= start && start < r.End })
		if i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Start == start }); i >= 0 {
			run.Reading = &s.Readings[i]
		}
		runs = append(runs, run)
	}
	return runs
}
