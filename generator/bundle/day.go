package bundle

import (
	"cmp"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// day is one day of a bundle.
type day struct {
	schedule.Programme
	folder string   // of the day's own files, "" or "2023-04-25/"
	tracks []*track // that are to be read: urgent first, then by their first airing
	byID   map[string]*track
	taken  []schedule.Taken
}

// track is an article that a day reads.
type track struct {
	*schedule.Item
	rank   int             // from 1
	name   string          // of its files, without endings
	shared string          // of its sound, when days share it: a path below the folder of the bundle
	hours  []time.Duration // of its readings; none for an urgent one
	script *speech.Script  // nil: nobody wrote it down
	sound  *audio.Sound    // nil: nobody recorded it
}

func (p *packer) newDay(programme schedule.Programme, many bool, room int) *day {
	d := &day{Programme: programme, byID: map[string]*track{}, taken: programme.Taken(p.Withdrawn)}
	if many {
		d.folder = programme.Date.String() + "/"
	}
	for _, item := range programme.Urgent {
		if item.Withdrawn.IsZero() {
			d.track(p, item, many, room)
		}
	}
	for _, s := range programme.Sessions {
		for _, e := range s.Entries {
			if e.Item != nil && e.Item.Withdrawn.IsZero() {
				t := d.track(p, e.Item, many, room)
				t.hours = append(t.hours, e.At)
			}
		}
	}
	return d
}

// track gives the track of an item, a new one at its first airing.
func (d *day) track(p *packer, item *schedule.Item, many bool, room int) *track {
	if t := d.byID[item.ID]; t != nil {
		return t
	}
	t := &track{Item: item, rank: len(d.tracks) + 1, script: legible(p.Scripts[item.ID]), sound: p.Sounds[item.ID]}
	slug := item.Article.Slug
	t.name = trackName(t.rank, slug, room, item.Length)
	if many {
		t.shared = "am-thanh/" + sharedName(item.ID, slug, room, item.Length) + ".mp3"
	}
	d.tracks = append(d.tracks, t)
	d.byID[item.ID] = t
	return t
}

// urgent are the tracks that wait for no session.
func (d *day) urgent() []*track {
	return slices.DeleteFunc(slices.Clone(d.tracks), func(t *track) bool { return len(t.hours) > 0 })
}

// struck says whether an entry is an article that was taken back.
func (d *day) struck(e schedule.Entry) bool { return e.Item != nil && d.byID[e.Item.ID] == nil }

// soundPath is where the sound lies below the folder of the bundle.
func (t *track) soundPath() string { return cmp.Or(t.shared, t.name+".mp3") }

// play is the sound as seen from the day's folder; "" when there is none.
func (t *track) play() string {
	switch {
	case t.sound == nil:
		return ""
	case t.shared != "":
		return "../" + t.shared
	}
	return t.name + ".mp3"
}

// text is the words for an announcer, as seen from the day's folder.
func (t *track) text() string { return t.name + ".txt" }

// inWords is the day as it is looked for: "Thứ Ba, 25/4/2023".
func inWords(d civil.Date) string { return settings.Weekday(d) + ", " + settings.ShortDate(d) }

// clockOf is a time of day as pages show it. Seconds are left out: nobody starts to the second, and they come from guards.
func clockOf(d time.Duration) string { return settings.Clock(d / time.Minute).String() }
