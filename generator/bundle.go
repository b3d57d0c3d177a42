package generator

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"cloud.google.com/go/civil"
	"golang.org/x/sync/errgroup"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
)

// mostBundled is how many stations a release has bundles for: two of each are published every day. Above it "loa bundle" makes them
// (FEEDS.md 2.1).
const mostBundled = 100

// Bundles packs the days of stations for sticks, from one content at one instant. Make it with [NewBundles].
type Bundles struct {
	settings *settings.Settings
	scripts  map[string]*speech.Script
	sounds   map[string]*audio.Sound
	planner  *schedule.Planner
	at       time.Time
	version  string
}

// NewBundles prepares the bundles of what is published at an instant. sounds are by article ID, nil or missing: none; version is the
// program's.
func NewBundles(content Content, sounds map[string]*audio.Sound, at time.Time, version string) *Bundles {
	set := content.Set.Published(at, false)
	return &Bundles{settings: set.Settings, scripts: spoken(set, content.Scripts), sounds: sounds, planner: planner(set, content.Scripts, sounds), at: at, version: version}
}

// Plan plans a bundle of some days of a station, in any order, which must lie in its life. It gives a [*bundle.TooLarge] when a stick is not to hold
// as much.
func (b *Bundles) Plan(station settings.Station, days ...civil.Date) (*bundle.Bundle, error) {
	if len(days) == 0 {
		return nil, fmt.Errorf("bundle of %s: no day", station.Slug)
	}
	for _, day := range days {
		if !station.On(day) {
			return nil, fmt.Errorf("bundle: %s is no station on %s", station.Slug, day)
		}
	}
	first, last := slices.MinFunc(days, civil.Date.Compare), slices.MaxFunc(days, civil.Date.Compare)
	programmes := b.planner.Plan(station, first, last)
	return b.pack(station, slices.DeleteFunc(programmes, func(p schedule.Programme) bool { return !slices.Contains(days, p.Date) }))
}

func (b *Bundles) pack(station settings.Station, programmes []schedule.Programme) (*bundle.Bundle, error) {
	return bundle.Plan(bundle.Input{Settings: b.settings, Station: station, Days: programmes, Withdrawn: b.planner.Outlook(station, b.at).Withdrawn,
		Scripts: b.scripts, Sounds: b.sounds, Base: b.settings.Site.Base, Version: b.version})
}

// PublishedBundle is a bundle and where a release has it.
type PublishedBundle struct {
	Station string // slug
	Day     civil.Date
	Path    string // below the root of the site
	*bundle.Bundle
}

// Published plans the bundles that a release has: today's and tomorrow's of each station, in the order of the settings, and none when
// there are more than 100 stations. What a stick is not to hold is refused; a release goes without it. Nothing is written: sounds are
// read by [bundle.Bundle.Write], and what was written before under the same Digest needs not be written again.
func (b *Bundles) Published() (list []PublishedBundle, refused []*bundle.TooLarge, err error) {
	today := civil.DateOf(b.at.In(settings.Zone))
	var stations []settings.Station
	for _, s := range b.settings.Stations {
		if s.On(today) || s.On(today.AddDays(1)) {
			stations = append(stations, s)
		}
	}
	if len(stations) > mostBundled {
		return nil, nil, nil
	}
	type result struct {
		bundles []PublishedBundle
		refused []*bundle.TooLarge
	}
	results := make([]result, len(stations))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range stations {
		group.Go(func() error {
			days := b.planner.Days(s, today)[schedule.DaysBack:][:2] // of the run that the station's other documents take too
			for _, programme := range days {
				if !s.On(programme.Date) {
					continue
				}
				packed, err := b.pack(s, []schedule.Programme{programme})
				if large, is := errors.AsType[*bundle.TooLarge](err); is {
					results[i].refused = append(results[i].refused, large)
					continue
				}
				if err != nil {
					return err
				}
				path := address.File(address.StationBundle(s.Slug, programme.Date.String()))
				results[i].bundles = append(results[i].bundles, PublishedBundle{Station: s.Slug, Day: programme.Date, Path: path, Bundle: packed})
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	for _, r := range results {
		list, refused = append(list, r.bundles...), append(refused, r.refused...)
	}
	return list, refused, nil
}

// Bundler writes a bundle, or knows where it lies since it was written under the same digest, and gives the file.
type Bundler func(ctx context.Context, b *bundle.Bundle) (Stored, error)

// bundles adds the bundles of the day and of the next one, and gives what the pages of stations say of them.
func (o *Output) bundles(ctx context.Context, in Input, b *Bundles) (func(station string) []site.BundleLink, error) {
	if in.Bundler == nil {
		return nil, nil
	}
	list, refused, err := b.Published()
	if err != nil {
		return nil, fmt.Errorf("bundles: %w", err)
	}
	for _, large := range refused {
		o.Heavy = append(o.Heavy, large.Error())
	}
	links := map[string][]site.BundleLink{}
	for _, p := range list {
		file, err := in.Bundler(ctx, p.Bundle)
		if err != nil {
			return nil, fmt.Errorf("bundle %s: %w", p.Name, err)
		}
		o.Files = append(o.Files, File{Path: p.Path, From: &file})
		links[p.Station] = append(links[p.Station], site.BundleLink{Day: p.Day, Address: "/" + p.Path, Size: file.Size})
	}
	return func(station string) []site.BundleLink { return links[station] }, nil
}
