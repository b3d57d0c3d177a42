package settings

import (
	"fmt"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var badSuccessor = &diagnostic.Check{Name: "dai-ke-tiep", Title: "Nơi kế tiếp không có, chưa hoạt động ngày ấy, hoặc đi vòng."}

// unit is what an area and a station have in common: a life and those who take over.
type unit struct {
	slug        string
	from, until civil.Date
	successors  []string
	record
}

func units[T any](list []T, toUnit func(T) unit) []unit {
	all := make([]unit, len(list))
	for i, e := range list {
		all[i] = toUnit(e)
	}
	return all
}

// checkSuccessors holds that every successor is there, is one on the day of handing over, and that no chain comes back to itself.
func checkSuccessors(r *reader, what string, all []unit, at map[string]int, whole bool) {
	var names []string
	for _, u := range all {
		names = append(names, u.slug)
	}
	closing := checkCircles(r, what, all, at)
	for k, u := range all {
		if !u.sound("ke_tiep") || len(u.successors) == 0 {
			continue
		}
		if u.until.IsZero() && u.sound("het") {
			r.report(badSuccessor, u.at("ke_tiep"), fmt.Sprintf("%s “%s” có nơi kế tiếp mà chưa ghi ngày hết", what, u.slug), "Thêm het, ngày đầu tiên không còn.")
		}
		for i, slug := range u.successors {
			j, known := at[slug]
			switch {
			case !known && whole:
				r.unknown(badSuccessor, u.item("ke_tiep", i), fmt.Sprintf("không có %s kế tiếp “%s”", what, slug), slug, names)
			case !known, closing[link{k, i}]:
			case !u.until.IsZero() && u.sound("tu", "het") && all[j].sound("tu", "het") && !valid(all[j].from, all[j].until, u.until):
				r.report(badSuccessor, u.item("ke_tiep", i), fmt.Sprintf("%s kế tiếp “%s” không hoạt động ngày %s", what, slug, printed(u.until)),
					fmt.Sprintf("Xem lại het của “%s” và tu, het của “%s”.", u.slug, slug))
			}
		}
	}
}

// link is a successor of a unit, both by their number.
type link struct{ unit, successor int }

// checkCircles reports each chain of successors that comes back to where it was, at the link that closes it. Each unit is entered once.
func checkCircles(r *reader, what string, all []unit, at map[string]int) (closing map[link]bool) {
	closing = map[link]bool{}
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(all))
	for start := range all {
		if state[start] != unseen {
			continue
		}
		path := []link{{start, 0}}
		state[start] = open
		for len(path) > 0 {
			top := &path[len(path)-1]
			if top.successor == len(all[top.unit].successors) {
				state[top.unit] = done
				path = path[:len(path)-1]
				continue
			}
			j, known := at[all[top.unit].successors[top.successor]]
			top.successor++
			switch {
			case !known || state[j] == done:
			case state[j] == open:
				var circle []string
				for i := len(path) - 1; i >= 0; i-- {
					circle = append([]string{all[path[i].unit].slug}, circle...)
					if path[i].unit == j {
						break
					}
				}
				if len(circle) > 6 {
					circle = append(circle[:5:5], "…")
				}
				u := all[top.unit]
				closing[link{top.unit, top.successor - 1}] = true
				r.report(badSuccessor, u.item("ke_tiep", top.successor-1), fmt.Sprintf("%s kế tiếp đi vòng: %s → %s", what, strings.Join(circle, " → "), all[j].slug),
					"Bỏ một ke_tiep trong vòng này.")
			default:
				state[j] = open
				path = append(path, link{j, 0})
			}
		}
	}
	return closing
}
