package feed

import (
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// WithdrawnSounds gives those of the published files that are a sound, of whatever day, of an article that is withdrawn at an
// instant. They are dropped in the release of the withdrawal and not one later, unlike other files that are named by their content,
// and purged from caches. Paths are slash-separated, below the root of the release, and keep their order.
func WithdrawnSounds(set *article.Set, at time.Time, published []string) []string {
	withdrawn := map[string]bool{}
	for _, a := range set.Articles {
		if a.WithdrawnAt(at) {
			withdrawn[a.ID] = true
		}
	}
	folder := strings.TrimPrefix(address.Sound(""), "/")
	var drop []string
	for _, path := range published {
		name, sound := strings.CutPrefix(path, folder)
		if id, _, _ := strings.Cut(name, "-"); sound && withdrawn[id] {
			drop = append(drop, path)
		}
	}
	return drop
}
