package verbalize

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// maxFindings is the number of findings of one check that a reading tells one by one. Nobody reads more, and a line that somebody sends
// could make one of each of its tokens: a last finding says how many more there are, and where.
const maxFindings = 1000

// tally collects findings and counts those beyond the limit.
type tally struct {
	list []Finding
	more []rest // one for each check that was told
}

// rest counts the findings of a check, and the places beyond the limit.
type rest struct {
	check        *diagnostic.Check
	told, places int
	start, end   int // of those places, bytes of the input
}

// add tells a finding or, beyond the limit, counts its place; places that touch are one.
func (t *tally) add(f Finding) {
	at := slices.IndexFunc(t.more, func(r rest) bool { return r.check == f.Check })
	if at < 0 {
		at = len(t.more)
		t.more = append(t.more, rest{check: f.Check})
	}
	r := &t.more[at]
	switch {
	case r.told < maxFindings:
		r.told++
		t.list = append(t.list, f)
		return
	case r.places == 0:
		r.places, r.start = 1, f.Start
	case f.Start > r.end:
		r.places++
	}
	r.start, r.end = min(r.start, f.Start), max(r.end, f.End)
}

// findings gives what was collected, sorted by place and without those that are told twice.
func (t *tally) findings() []Finding {
	for _, r := range t.more {
		if r.places > 0 {
			t.list = append(t.list, Finding{Check: r.check, Start: r.start, End: r.end,
				Message: "còn " + strconv.Itoa(r.places) + " chỗ nữa như vậy từ đây, không kể từng chỗ", Hints: []string{"Sửa những chỗ đã kể rồi kiểm tra lại."}})
		}
	}
	byPlace := func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Check.Name, b.Check.Name), cmp.Compare(a.Message, b.Message))
	}
	slices.SortStableFunc(t.list, byPlace)
	return slices.CompactFunc(t.list, func(a, b Finding) bool {
		return a.Start == b.Start && a.End == b.End && a.Check == b.Check && a.Message == b.Message
	})
}
