package schedule

import (
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/settings"
)

// stretch is free time of a session.
type stretch struct {
	session    int
	start, end time.Duration
}

// sessionsOf gives a station's sessions of a day with their relays.
func sessionsOf(station settings.Station, day civil.Date) []Session {
	sessions := make([]Session, 0, len(station.Slots))
	for _, slot := range station.Slots {
		s := Session{Name: slot.Name, Start: minutes(slot.Start), End: minutes(slot.End), Most: slot.Most}
		for _, relay := range station.Relays {
			start, end := max(minutes(relay.Start), s.Start), min(minutes(relay.End), s.End)
			if start < end && relayed(relay, day) {
				s.Entries = append(s.Entries, Entry{At: start, Length: end - start, Relay: relay.Name})
			}
		}
		sessions = append(sessions, s)
	}
	slices.SortStableFunc(sessions, func(a, b Session) int { return int(a.Start - b.Start) })
	return sessions
}

func relayed(relay settings.Relay, day civil.Date) bool {
	return slices.Contains(relay.Weekdays, day.In(time.UTC).Weekday()) && (relay.Until.IsZero() || day.Before(relay.Until))
}

func minutes(c settings.Clock) time.Duration { return time.Duration(c) * time.Minute }

// stretchesOf gives the free time of sessions: less relays, less quiet hours, less the guard at both ends of what remains.
func stretchesOf(sessions []Session, quiet []settings.Span) []stretch {
	var free []stretch
	for n, s := range sessions {
		pieces := []stretch{{n, s.Start, s.End}}
		for _, relay := range s.Entries {
			pieces = without(pieces, relay.At, relay.At+relay.Length)
		}
		for _, q := range quiet {
			start, end := minutes(q.Start), minutes(q.End)
			if start < end {
				pieces = without(pieces, start, end)
				continue
			}
			pieces = without(without(pieces, start, 24*time.Hour), 0, end) // over midnight
		}
		for _, p := range pieces {
			if p.start, p.end = p.start+guard, p.end-guard; p.start < p.end {
				free = append(free, p)
			}
		}
	}
	return free
}

// without takes [start, end) out of pieces.
func without(pieces []stretch, start, end time.Duration) []stretch {
	var left []stretch
	for _, p := range pieces {
		if start >= p.end || end <= p.start {
			left = append(left, p)
			continue
		}
		if p.start < start {
			left = append(left, stretch{p.session, p.start, start})
		}
		if end < p.end {
			left = append(left, stretch{p.session, end, p.end})
		}
	}
	return left
}
