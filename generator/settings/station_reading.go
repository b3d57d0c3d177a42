package settings

import "fmt"

// stationReadingKeys are what a station may read otherwise than its office: doc = { toc_do = 140 }. Words are not among them: a script
// is one for all stations.
var stationReadingKeys = []key[int]{
	{"toc_do", false, func(r *reader, n node, rate *int) { *rate = r.number(n, slowest, fastest, 0) }},
}

// readStationReading reads the rate of a station's announcer, or 0 when it is the office's.
func readStationReading(r *reader, n node) (rate int) {
	if n.kind != tableNode {
		r.fail(n.span, fmt.Sprintf("“%s” phải là các khóa giữa hai dấu { }", r.key), "Viết doc = { toc_do = 140 }.")
		return 0
	}
	outer := r.key
	c := fill(r, n.table, "doc của đài", stationReadingKeys, &rate)
	r.key, r.failed = outer, len(c.bad) > 0
	return rate
}
