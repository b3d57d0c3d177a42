package verbalize

// Cardinal says a number without the way through tokens and rules, so that a million of them can be tried.
func Cardinal(r Region, number string) string { return r.cardinal(number) }
