package feed

import "time"

// head is what a document says about its channel.
type head struct {
	Channel
	id        string // tag: URI
	link      string // page of the channel, absolute
	updated   time.Time
	urgent    bool // holds an item to be read at once
	publisher string
	rights    string
	namespace string // of loa's elements
}

func (r *renderer) head(c Channel, updated time.Time, selected []*entry) head {
	s := r.Set.Settings
	h := head{
		Channel: c, id: r.channelTag(c), link: r.url(c.Link), updated: updated,
		publisher: Line(s.Publisher.Name), rights: Line(s.Site.Licence), namespace: r.namespace(),
	}
	for _, e := range selected {
		h.urgent = h.urgent || e.urgent
	}
	return h
}

// minutes is how long a reader may wait before it asks again, and times how often an hour that is.
func (h head) minutes() (wait, times int) {
	if h.urgent {
		return 5, 12
	}
	return 15, 4
}
