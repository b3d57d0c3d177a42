package feed

import (
	"bytes"
	"encoding/xml"
	"time"

	"github.com/gorilla/feeds"

	"github.com/vinhlinh/loa/generator/settings"
)

// RSS 2.0 (https://www.rssboard.org/rss-specification).

// rssRoot stands where feeds.RssFeedXml would, which declares one namespace only.
type rssRoot struct {
	XMLName    xml.Name   `xml:"rss"`
	Version    string     `xml:"version,attr"`
	Namespaces []xml.Attr `xml:",any,attr"`
	Channel    *rssChannel
}

// rssChannel is gorilla's channel with what it lacks. Items are bytes already: a slice of structs with innerxml would put each item
// into an element of its own, and no reader would find one.
type rssChannel struct {
	XMLName xml.Name `xml:"channel"`
	feeds.RssFeed
	Archive *empty    `xml:"fh:archive"`
	Links   []rssLink `xml:"atom:link"`
	Period  string    `xml:"sy:updatePeriod,omitempty"`
	Times   int       `xml:"sy:updateFrequency,omitempty"`
	*podcastHead
	Items     []byte `xml:",innerxml"`
	namespace string
}

// empty is an element that says something by being there.
type empty struct{}

// historyNamespace is of fh:archive (RFC 5005).
const historyNamespace = "http://purl.org/syndication/history/1.0"

type rssLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

// FeedXml makes a channel a feeds.XmlFeed, so that feeds.ToXML writes it.
func (c *rssChannel) FeedXml() any {
	root := &rssRoot{Version: "2.0", Channel: c, Namespaces: []xml.Attr{
		{Name: xml.Name{Local: "xmlns:atom"}, Value: "http://www.w3.org/2005/Atom"},
		{Name: xml.Name{Local: "xmlns:content"}, Value: "http://purl.org/rss/1.0/modules/content/"},
		{Name: xml.Name{Local: "xmlns:dc"}, Value: "http://purl.org/dc/elements/1.1/"},
		{Name: xml.Name{Local: "xmlns:sy"}, Value: "http://purl.org/rss/1.0/modules/syndication/"},
		{Name: xml.Name{Local: "xmlns:loa"}, Value: c.namespace},
	}}
	if c.Archive != nil {
		root.Namespaces = append(root.Namespaces, xml.Attr{Name: xml.Name{Local: "xmlns:fh"}, Value: historyNamespace})
	}
	if c.podcastHead != nil {
		root.Namespaces = append(root.Namespaces, podcastNamespaces...)
	}
	return root
}

// rssItem is gorilla's item with what it lacks. A field here hides the embedded one of the same element.
type rssItem struct {
	XMLName xml.Name `xml:"item"`
	feeds.RssItem
	Creator    string        `xml:"dc:creator,omitempty"` // author must be an e-mail address in RSS
	Categories []rssCategory `xml:"category"`
	Updated    string        `xml:"atom:updated"`
	extension
}

type rssCategory struct {
	Scheme string `xml:"domain,attr"`
	Name   string `xml:",chardata"`
}

func newRSSItem(i *Item, lean bool) *rssItem {
	item := &rssItem{
		RssItem: feeds.RssItem{
			Title: i.Title, Link: i.Link, Description: i.Summary, Enclosure: newRSSEnclosure(i.Sound), PubDate: rssDate(i.Published),
			Guid: &feeds.RssGuid{Id: i.ID, IsPermaLink: "false"}, // without it a tag: URI reads as an address
		},
		Creator: i.Author, Updated: stamp(i.Changed), extension: newExtension(i),
	}
	if lean {
		item.Description = i.heard(i.Summary)
	} else if i.HTML != "" {
		item.Content = &feeds.RssContent{Content: i.HTML}
	}
	for _, l := range i.labels() {
		item.Categories = append(item.Categories, rssCategory{Scheme: l.Scheme, Name: l.Name})
	}
	return item
}

func rssDocument(h head, links []relation, items [][]byte) ([]byte, error) {
	wait, period, times := h.polling()
	c := &rssChannel{
		RssFeed: feeds.RssFeed{
			Title: h.Title, Link: h.link, Description: h.Description, Language: "vi", Copyright: h.rights,
			LastBuildDate: rssDate(h.updated), Ttl: wait,
		},
		Period: period, Times: times, podcastHead: h.podcast, Items: joinXML(items), namespace: h.namespace,
	}
	for _, l := range links {
		c.Links = append(c.Links, rssLink{Href: l.address, Rel: l.name, Type: "application/rss+xml"})
	}
	if h.archive {
		c.Archive = &empty{}
	}
	return writeXML(c, sizeOf(items))
}

// rssDate writes an instant as RSS asks for it, with a year of four digits.
func rssDate(t time.Time) string { return t.In(settings.Zone).Format(time.RFC1123Z) }

// joinXML puts each item on a line of its own, so that two releases can be compared by eye.
func joinXML(items [][]byte) []byte {
	var b bytes.Buffer
	b.Grow(sizeOf(items))
	for _, item := range items {
		b.WriteByte('\n')
		b.Write(item)
	}
	return b.Bytes()
}

// sizeOf is the bytes of items with a separator each.
func sizeOf(items [][]byte) int {
	n := 0
	for _, item := range items {
		n += len(item) + 2
	}
	return n
}

// writeXML writes a document of which the items take size bytes.
func writeXML(f feeds.XmlFeed, size int) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(size + roomForHead)
	if err := feeds.WriteXML(f, &b); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// roomForHead is more than the head of a document takes, in bytes: documents are made by the thousand and their memory is asked for
// once.
const roomForHead = 4 << 10
