package feed

import (
	"encoding/xml"
	"time"

	"github.com/vinhlinh/loa/generator/address"
)

// The list of all channels and podcasts as OPML 2.0 (http://opml.org/spec2.opml), which readers take in one go.

type opml struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Modified string    `xml:"head>dateModified"` // as in RSS
	Owner    string    `xml:"head>ownerName"`
	Groups   []outline `xml:"body>outline"`
}

// outline is a group of channels, or a channel.
type outline struct {
	Type     string    `xml:"type,attr,omitempty"`
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Feed     string    `xml:"xmlUrl,attr,omitempty"`
	Page     string    `xml:"htmlUrl,attr,omitempty"`
	Language string    `xml:"language,attr,omitempty"`
	Channels []outline `xml:"outline"`
}

// FeedXml makes a list a feeds.XmlFeed, so that feeds.WriteXML writes it.
func (o *opml) FeedXml() any { return o }

// groups are the names of what channels are listed under, and their documents that are listed. A group without channels is not there.
var groups = []struct {
	name     string
	kinds    []Kind
	document func(Channel) string
}{
	{"Kênh", []Kind{All, Topic}, Channel.rss},
	{"Chiến dịch", []Kind{Campaign}, Channel.rss},
	{"Đài", []Kind{Station}, Channel.rss},
	{"Podcast", []Kind{All, Topic, Campaign, Station}, Channel.podcast},
}

func (c Channel) rss() string     { return c.RSS }
func (c Channel) podcast() string { return c.Podcast }

// subscriptions lists the channels: portal channels and the stations of the day. Of a station that is no more there is nothing to
// take; its documents say where to go. updated is when one of all the channels last changed.
func (r *renderer) subscriptions(channels []Channel, updated time.Time) (File, error) {
	site := r.Set.Settings.Site
	list := &opml{Version: "2.0", Title: Line(site.Name + ": nguồn tin"), Modified: rssDate(updated), Owner: Line(r.Set.Settings.Publisher.Name)}
	for _, g := range groups {
		group := outline{Text: g.name}
		for _, kind := range g.kinds {
			for _, c := range channels {
				if c.Kind == kind && !c.former {
					group.Channels = append(group.Channels, outline{
						Type: "rss", Text: c.Title, Title: c.Title, Feed: r.url(g.document(c)), Page: r.url(c.Link), Language: "vi",
					})
				}
			}
		}
		if len(group.Channels) > 0 {
			list.Groups = append(list.Groups, group)
		}
	}
	data, err := writeXML(list, 0)
	return File{Path: address.File(address.OPML), Data: data, Type: TypeOPML, Updated: updated}, err
}
