package schedule_test

import (
	"fmt"
	"testing"

	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// BenchmarkDocuments makes lich.ics and lich.json of n stations of two profiles, nine days each: the time a station is to be the same
// for all n.
func BenchmarkDocuments(b *testing.B) {
	s := real(b)
	one, two := station(b, s, "vinh-thuy"), station(b, s, "vinh-o")
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			stations := make([]settings.Station, n)
			for i := range stations {
				stations[i] = one
				if i%3 == 0 {
					stations[i] = two
				}
				stations[i].Slug = fmt.Sprintf("dai-%05d", i)
			}
			items := itemsOf(b, stories())
			var ics, json int
			for b.Loop() {
				planner := schedule.New(s, items)
				ics, json = 0, 0
				for _, st := range stations {
					o := planner.Outlook(st, morning)
					ics += len(schedule.Calendar(o))
					json += len(schedule.JSON(o))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/station")
			b.ReportMetric(float64(ics)/float64(n), "B-ics/station")
			b.ReportMetric(float64(json)/float64(n), "B-json/station")
		})
	}
}
