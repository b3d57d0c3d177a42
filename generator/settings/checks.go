package settings

import "github.com/vinhlinh/loa/generator/diagnostic"

// Checks are all checks of this package, by name.
func Checks() []*diagnostic.Check {
	return []*diagnostic.Check{
		broken,
		unknownKey,
		overlapping,
		backwards,
		backwardsLife,
		badSuccessor,
		outsideRelay,
		twiceSlug,
		thinHotline,
		wrongAct,
	}
}
