package site

import (
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// Taken is the box of what must not be aired on a day. What stands in it is chosen and said as in the bundle of that day: the two lie
// side by side in a studio.
type Taken struct {
	Key         string // anchor; "" inside of another section
	Title, Lead string
	Items       []schedule.TakenWords
}

// withdrawn gives what is aimed at a station and was taken back.
func (c *composer) withdrawn(s settings.Station) []*schedule.Item {
	if c.Planner == nil {
		return nil
	}
	return c.Planner.Withdrawn(s)
}

// taken is the box of a day; nil when the day has none.
func (c *composer) taken(p schedule.Programme, withdrawn []*schedule.Item, key string) *Taken {
	list := p.Taken(withdrawn)
	if len(list) == 0 {
		return nil
	}
	v := &Taken{Key: key, Title: schedule.TakenTitle, Lead: schedule.TakenLead}
	for _, t := range list {
		w := t.Words(c.Set.Settings.Publisher, bind)
		v.Items = append(v.Items, schedule.TakenWords{Title: w.Title, Since: bind(w.Since), Reason: w.Reason, Hours: bind(w.Hours), Said: bind(w.Said)})
	}
	return v
}
