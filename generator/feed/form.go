package feed

import (
	"encoding/xml"
)

// form is one of the ways in which an item is written: a format with the body (for portals) or without (for stations and podcasts).
type form int

const (
	rssFull form = iota
	rssLean
	atomFull
	jsonFull
	jsonLean
	rssPodcast
	forms int = iota
)

// lean says that the form leaves the body out: a station reads the script.
func (f form) lean() bool { return f == rssLean || f == jsonLean }

func (f form) mediaType() string {
	switch f {
	case rssFull, rssLean, rssPodcast:
		return TypeRSS
	case atomFull:
		return TypeAtom
	}
	return TypeJSON
}

// render writes one item. Its bytes are no document: the prefixes of XML are declared at the root of the document.
func (f form) render(i *Item) ([]byte, error) {
	switch f {
	case rssFull, rssLean:
		return xml.Marshal(newRSSItem(i, f.lean()))
	case rssPodcast:
		return xml.Marshal(newPodcastItem(i))
	case atomFull:
		return xml.Marshal(newAtomEntry(i))
	}
	return encodeJSON(newJSONItem(i, f.lean()))
}

// document joins a head and items that are written already. The links are those of the document to itself and to its neighbours.
func (f form) document(h head, links []relation, items [][]byte) ([]byte, error) {
	switch f {
	case rssFull, rssLean, rssPodcast:
		return rssDocument(h, links, items)
	case atomFull:
		return atomDocument(h, links, items)
	}
	return jsonDocument(h, links, items)
}

// items gives the bytes of entries in a form. Each entry is rendered once a form, for whichever channel asks first.
func (r *renderer) items(entries []*entry, f form) ([][]byte, error) {
	list := make([][]byte, len(entries))
	for i, e := range entries {
		if e.bytes[f] == nil {
			if e.item == nil {
				e.item = e.make()
			}
			data, err := f.render(e.item)
			if err != nil {
				return nil, err
			}
			e.bytes[f] = data
			r.rendered[f]++
		}
		list[i] = e.bytes[f]
	}
	return list, nil
}
