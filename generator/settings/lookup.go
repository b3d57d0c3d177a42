package settings

import (
	"fmt"
	"slices"

	"cloud.google.com/go/civil"
)

// lookup finds what is asked for by name without walking the lists. It is empty in settings that were not made by Load.
type lookup struct{ areas, stations, hotlines, acts map[string]int }

func (s *Settings) index() {
	s.lookup = lookup{make(map[string]int, len(s.Areas)), make(map[string]int, len(s.Stations)), make(map[string]int, len(s.Hotlines)), make(map[string]int, len(s.Acts))}
	for i := range s.Areas {
		s.lookup.areas[s.Areas[i].Slug] = i
	}
	for i := range s.Stations {
		s.lookup.stations[s.Stations[i].Slug] = i
	}
	for i := range s.Hotlines {
		s.lookup.hotlines[s.Hotlines[i].Key] = i
	}
	for i := range s.Acts {
		s.lookup.acts[s.Acts[i].Key] = i
	}
}

// find looks a name up in an index, or in the list itself when there is none.
func find[T any](list []T, index map[string]int, name string, nameOf func(T) string) (found T, ok bool) {
	i, ok := index[name]
	if index == nil {
		i = slices.IndexFunc(list, func(e T) bool { return nameOf(e) == name })
		ok = i >= 0
	}
	if !ok {
		return found, false
	}
	return list[i], true
}

// Area gives the area of a slug.
func (s *Settings) Area(slug string) (Area, bool) {
	return find(s.Areas, s.lookup.areas, slug, func(a Area) string { return a.Slug })
}

// Station gives the station of a slug.
func (s *Settings) Station(slug string) (Station, bool) {
	return find(s.Stations, s.lookup.stations, slug, func(st Station) string { return st.Slug })
}

// Hotline gives the hotline of a key.
func (s *Settings) Hotline(key string) (Hotline, bool) {
	return find(s.Hotlines, s.lookup.hotlines, key, func(h Hotline) string { return h.Key })
}

// Act gives the legal act of a key.
func (s *Settings) Act(key string) (Act, bool) {
	return find(s.Acts, s.lookup.acts, key, func(a Act) string { return a.Key })
}

// Serves says whether what is aimed at an area reaches a station on a day: the station is one on that day, and the area is its own or
// went over, by one step or several, to its own (FEEDS.md section 2.1). An item for a commune of before a merger so reaches the
// station of the new commune, and never the other way round.
func (s *Settings) Serves(station Station, area string, day civil.Date) bool {
	if !station.On(day) {
		return false
	}
	chain := []string{area}
	for i := 0; i < len(chain); i++ {
		if chain[i] == station.Area {
			return true
		}
		a, _ := s.Area(chain[i])
		for _, next := range a.Successors {
			if !slices.Contains(chain, next) { // settings with findings may go in circles
				chain = append(chain, next)
			}
		}
	}
	return false
}

// String gives the time as people in Việt Nam write it in the settings: "05:30".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }
