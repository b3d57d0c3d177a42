package settings

import (
	"fmt"
	"regexp"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	twiceSlug     = &diagnostic.Check{Name: "dai-trung", Title: "Hai địa bàn, hai đài hoặc hai khung giờ cùng một tên."}
	backwardsLife = &diagnostic.Check{Name: "dai-han-nguoc", Title: "Ngày hết không sau ngày đầu."}
)

// areaEntry and stationEntry are what dai.toml says, with places.
type areaEntry struct {
	Area
	record
}

type stationEntry struct {
	Station
	record
}

var areaKeys = []key[Area]{
	{"slug", true, func(r *reader, n node, a *Area) { a.Slug = r.word(n) }},
	{"ten", true, func(r *reader, n node, a *Area) { a.Name = r.line(n) }},
	{"ma", false, func(r *reader, n node, a *Area) { a.Code = r.code(n) }},
	{"tu", false, func(r *reader, n node, a *Area) { a.From = r.day(n) }},
	{"het", false, func(r *reader, n node, a *Area) { a.Until = r.day(n) }},
	{"ke_tiep", false, func(r *reader, n node, a *Area) { a.Successors = r.list(n, r.word) }},
	{"gom", false, func(r *reader, n node, a *Area) { a.Includes = r.list(n, r.word) }},
}

var stationKeys = []key[Station]{
	{"slug", true, func(r *reader, n node, s *Station) { s.Slug = r.word(n) }},
	{"ten", true, func(r *reader, n node, s *Station) { s.Name = r.line(n) }},
	{"dia_ban", true, func(r *reader, n node, s *Station) { s.Area = r.word(n) }},
	{"cong_nghe", true, func(r *reader, n node, s *Station) {
		s.Technology = Technology(r.choice(n, "", string(Wired), string(FM), string(IP)))
	}},
	{"khung", true, func(r *reader, n node, s *Station) { s.Profile = r.word(n) }},
	{"ngon_ngu", false, func(r *reader, n node, s *Station) { s.Languages = r.list(n, r.language) }},
	{"doc", false, func(r *reader, n node, s *Station) { s.Rate = readStationReading(r, n) }},
	{"tu", false, func(r *reader, n node, s *Station) { s.From = r.day(n) }},
	{"het", false, func(r *reader, n node, s *Station) { s.Until = r.day(n) }},
	{"ke_tiep", false, func(r *reader, n node, s *Station) { s.Successors = r.list(n, r.word) }},
}

// readNetwork reads dai.toml: areas and stations in written order, the first of each slug.
func readNetwork(r *reader, root *table) ([]Area, []Station) {
	r.sections(root, "khung", "dia_ban", "dai")
	profiles, allProfiles := readProfiles(r, root)
	areas, areaAt, allAreas := readAreas(r, root)
	stations, stationAt, allStations := readStations(r, root)

	names := make([]string, len(areas)) // made once: a country has 3,321 communes
	for i, a := range areas {
		names[i] = a.Slug
	}
	var profileNames []string
	for _, p := range profiles {
		profileNames = append(profileNames, p.name)
	}
	for i := range stations {
		s := &stations[i]
		if _, known := areaAt[s.Area]; !known && allAreas && s.sound("dia_ban") {
			r.unknown(broken, s.at("dia_ban"), fmt.Sprintf("không có địa bàn “%s”", s.Area), s.Area, names)
		}
		j := slices.Index(profileNames, s.Profile)
		if j < 0 {
			if allProfiles && s.sound("khung") {
				r.unknown(broken, s.at("khung"), fmt.Sprintf("không có khung giờ “%s”", s.Profile), s.Profile, profileNames)
			}
			continue
		}
		s.Slots, s.Relays, s.Quiet = profiles[j].slots, profiles[j].relays, profiles[j].quiet
	}
	checkIncludes(r, areas, areaAt, allAreas, names)
	checkSuccessors(r, "địa bàn", units(areas, func(a areaEntry) unit { return unit{a.Slug, a.From, a.Until, a.Successors, a.record} }), areaAt, allAreas)
	checkSuccessors(r, "đài", units(stations, func(s stationEntry) unit { return unit{s.Slug, s.From, s.Until, s.Successors, s.record} }), stationAt, allStations)

	listedAreas, listedStations := make([]Area, len(areas)), make([]Station, len(stations))
	for i := range areas {
		listedAreas[i] = areas[i].Area
	}
	for i := range stations {
		listedStations[i] = stations[i].Station
	}
	return listedAreas, listedStations
}

func readAreas(r *reader, root *table) (list []areaEntry, at map[string]int, whole bool) {
	tables, whole := r.tables(root, "dia_ban")
	at = make(map[string]int, len(tables))
	for _, t := range tables {
		var a areaEntry
		a.record = fill(r, t, "[[dia_ban]]", areaKeys, &a.Area)
		checkLife(r, &a.record, a.From, a.Until)
		if a.Slug == "" {
			whole = false
			continue
		}
		if first, twice := at[a.Slug]; twice {
			r.reportNear(twiceSlug, a.at("slug"), list[first].at("slug"), fmt.Sprintf("hai địa bàn cùng tên “%s”", a.Slug), "Đổi slug của một địa bàn.")
			continue
		}
		at[a.Slug] = len(list)
		list = append(list, a)
	}
	return list, at, whole
}

func readStations(r *reader, root *table) (list []stationEntry, at map[string]int, whole bool) {
	tables, whole := r.tables(root, "dai")
	at = make(map[string]int, len(tables))
	for _, t := range tables {
		s := stationEntry{Station: Station{Languages: []string{"vi"}}}
		s.record = fill(r, t, "[[dai]]", stationKeys, &s.Station)
		checkLife(r, &s.record, s.From, s.Until)
		if s.Slug == "" {
			whole = false
			continue
		}
		if first, twice := at[s.Slug]; twice {
			r.reportNear(twiceSlug, s.at("slug"), list[first].at("slug"), fmt.Sprintf("hai đài cùng tên “%s”", s.Slug), "Đổi slug của một đài.")
			continue
		}
		at[s.Slug] = len(list)
		list = append(list, s)
	}
	return list, at, whole
}

// checkLife holds the first day against the first day after the last one.
func checkLife(r *reader, c *record, from, until civil.Date) {
	if c.sound("tu", "het") && !from.IsZero() && !until.IsZero() && !from.Before(until) {
		c.bad = append(c.bad, "tu", "het")
		r.reportNear(backwardsLife, c.at("het"), c.at("tu"), fmt.Sprintf("ngày hết %s không sau ngày đầu %s", printed(until), printed(from)),
			"Xem lại hai ngày; het là ngày đầu tiên không còn.")
	}
}

// checkIncludes holds that what an area is made of is known and names it as successor.
func checkIncludes(r *reader, areas []areaEntry, at map[string]int, whole bool, names []string) {
	for _, a := range areas {
		if !a.sound("gom") {
			continue
		}
		for i, slug := range a.Includes {
			j, known := at[slug]
			switch {
			case !known && whole:
				r.unknown(broken, a.item("gom", i), fmt.Sprintf("không có địa bàn “%s”", slug), slug, names)
			case known && areas[j].sound("ke_tiep") && !slices.Contains(areas[j].Successors, a.Slug):
				r.reportNear(badSuccessor, a.item("gom", i), areas[j].at("ke_tiep"), fmt.Sprintf("“%s” không ghi kế tiếp là “%s”", slug, a.Slug),
					fmt.Sprintf("Thêm “%s” vào ke_tiep của “%s”, hoặc bỏ nó ở đây.", a.Slug, slug))
			}
		}
	}
}

var (
	codeShape     = regexp.MustCompile(`^\d{1,5}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}$`)
)

// code reads the code of the General Statistics Office: digits, with zeroes in front.
func (r *reader) code(n node) string {
	s, ok := r.text(n)
	if ok && s != "" && !codeShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("mã “%s” không đúng dạng", shorten(s)), `Viết các chữ số trong ngoặc kép, như "19402".`)
		return ""
	}
	return s
}

// language reads a code of ISO 639.
func (r *reader) language(n node) string {
	s, ok := r.text(n)
	if ok && !languageShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("mã tiếng “%s” không đúng dạng", shorten(s)), `Viết hai hoặc ba chữ thường, như "vi", "bru".`)
		return ""
	}
	return s
}

// printed gives a day as people write it.
func printed(d civil.Date) string { return d.In(time.UTC).Format("02/01/2006") }
