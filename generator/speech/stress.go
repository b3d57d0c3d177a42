package speech

// stressed gives the stretches of a spoken sentence that come from bold words. A reading is stressed as a whole, be it bold in part.
func stressed(units []unit, bold []span) []Range {
	var list []Range
	for _, b := range bold {
		var r Range
		for _, u := range units {
			if u.from < b.end && b.start < u.to {
				if r.End == 0 {
					r.Start = u.Start
				}
				r.End = u.End
			}
		}
		switch n := len(list); {
		case r.End == 0:
		case n > 0 && r.Start <= list[n-1].End: // "**0912** **345**" is one reading
			list[n-1].End = max(list[n-1].End, r.End)
		default:
			list = append(list, r)
		}
	}
	return list
}
