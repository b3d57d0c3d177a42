package feed

import (
	"cmp"
	"slices"
	"time"
)

const (
	windowDays = 14 * 24 * time.Hour // whoever was away ten days finds all of them in one document
	windowMost = 200                 // a document stays below one megabyte
)

// entry is an item that channels may hold. The item is made and written when the first document wants it.
type entry struct {
	id      string
	changed time.Time
	urgent  bool // to be read at once, and its days are not over
	sounds  bool // has a sound
	make    func() *Item
	item    *Item
	bytes   [forms][]byte
}

// newestFirst is the order of every document: by last change, then by id.
func newestFirst(a, b *entry) int {
	return cmp.Or(b.changed.Compare(a.changed), cmp.Compare(a.id, b.id))
}

// window gives the part of ordered entries that a document holds: all that changed in the 14 days before the newest change, filled
// up to fill, at most 200. It depends on the content alone, never on the day. cut says that some of the 14 days found no room.
func window(entries []*entry, fill int) (selected []*entry, cut bool) {
	if len(entries) == 0 {
		return nil, false
	}
	since := entries[0].changed.Add(-windowDays)
	n := slices.IndexFunc(entries, func(e *entry) bool { return !e.changed.After(since) })
	if n < 0 {
		n = len(entries)
	}
	cut = n > windowMost
	return entries[:min(max(n, fill), windowMost, len(entries))], cut
}
