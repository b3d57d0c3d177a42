package feed

import (
	"testing"
	"time"
)

func TestTheWindowAtItsEdges(t *testing.T) {
	newest := time.Date(2023, 4, 24, 7, 0, 0, 0, time.UTC)
	ago := func(ages ...time.Duration) (list []*entry) {
		for _, age := range ages {
			list = append(list, &entry{changed: newest.Add(-age)})
		}
		return list
	}
	const days14 = 14 * 24 * time.Hour
	same := make([]time.Duration, 300)
	for _, c := range []struct {
		name    string
		entries []*entry
		fill    int
		want    int
		cut     bool
	}{
		{"nothing", nil, 2, 0, false},
		{"fewer than the fill", ago(0, days14), 3, 2, false},
		{"14 days ago is out", ago(0, days14), 1, 1, false},
		{"a second later is in", ago(0, days14-time.Second), 1, 2, false},
		{"the fill takes older ones", ago(0, days14, 2*days14, 3*days14), 3, 3, false},
		{"200 at one time", ago(same[:200]...), 50, 200, false},
		{"201 are one too many", ago(same[:201]...), 50, 200, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, cut := window(c.entries, c.fill)
			if len(got) != c.want || cut != c.cut {
				t.Errorf("got %d, cut %v; want %d, %v", len(got), cut, c.want, c.cut)
			}
		})
	}
}
