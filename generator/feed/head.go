package feed

import "time"

// head is what a document says about its channel.
type head struct {
	Channel
	id        string // tag: URI
	link      string // page of the channel, absolute
	updated   time.Time
	urgent    bool // holds an item to be read at once
	archive   bool // of a month: not polled
	publisher string
	rights    string
	namespace string       // of loa's elements
	podcast   *podcastHead // nil: the document is none
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

// polling is how many minutes a reader may wait before it asks again, and how often in a period that is.
func (h head) polling() (minutes int, period string, times int) {
	switch {
	case h.archive:
		return 0, "", 0
	case h.urgent:
		return 5, "hourly", 12
	}
	return 15, "hourly", 4
}
