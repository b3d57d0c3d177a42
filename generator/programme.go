package generator

import (
	"runtime"
	"time"

	"cloud.google.com/go/civil"
	"golang.org/x/sync/errgroup"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// programmes adds what each station reads, for telephones, programs and players, on all processors.
//
// A station that is no more keeps its documents, with no day in them: who subscribed to them gets no error for ever. One that is yet to
// come has them once its first day is among those that they hold.
func (o *Output) programmes(stations []settings.Station, planner *schedule.Planner, at time.Time) {
	last := civil.DateOf(at.In(settings.Zone)).AddDays(schedule.DaysAhead)
	files := make([][]File, len(stations))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range stations {
		if s.From.After(last) {
			continue
		}
		group.Go(func() error {
			outlook := planner.Outlook(s, at)
			files[i] = []File{
				{Path: address.File(address.StationFile(s.Slug, address.Calendar)), Data: schedule.Calendar(outlook)},
				{Path: address.File(address.StationFile(s.Slug, address.Programme)), Data: schedule.JSON(outlook)},
				{Path: address.File(address.StationFile(s.Slug, address.Playlist)), Data: schedule.Playlist(outlook)},
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		panic("generator: programmes give no errors: " + err.Error())
	}
	for _, own := range files {
		o.Files = append(o.Files, own...)
	}
}
