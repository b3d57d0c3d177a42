package feed

import (
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"net/mail"
	"strings"

	"github.com/gorilla/feeds"

	"github.com/vinhlinh/loa/generator/address"
)

// A podcast is RSS 2.0 with the elements of Apple (https://podcasters.apple.com/support/823-podcast-requirements) and of the podcast
// namespace (https://podcasting2.org/docs/podcast-namespace/1.0). It holds what has a sound, under the same identity as the other
// documents of its channel, and without the body: listeners read along in the script.

var podcastNamespaces = []xml.Attr{
	{Name: xml.Name{Local: "xmlns:itunes"}, Value: "http://www.itunes.com/dtds/podcast-1.0.dtd"},
	{Name: xml.Name{Local: "xmlns:podcast"}, Value: "https://podcastindex.org/namespace/1.0"},
}

// podcastHead is what a podcast says of its channel besides.
type podcastHead struct {
	Author   string          `xml:"itunes:author"`
	Category podcastCategory `xml:"itunes:category"`
	Explicit string          `xml:"itunes:explicit"`
	Type     string          `xml:"itunes:type"`
	Image    *podcastImage   `xml:"itunes:image"`
	Owner    *podcastOwner   `xml:"itunes:owner"`
	Block    string          `xml:"itunes:block,omitempty"`
	MovedTo  string          `xml:"itunes:new-feed-url,omitempty"`
	GUID     string          `xml:"podcast:guid"`
	Locked   string          `xml:"podcast:locked"`
	Medium   string          `xml:"podcast:medium"`
}

type podcastCategory struct {
	Text string `xml:"text,attr"`
}

type podcastImage struct {
	Address string `xml:"href,attr"`
}

type podcastOwner struct {
	Name  string `xml:"itunes:name"`
	Email string `xml:"itunes:email"`
}

// podcastItem is an episode.
type podcastItem struct {
	rssItem
	Name        string              `xml:"itunes:title"`
	Seconds     int                 `xml:"itunes:duration"`
	Kind        string              `xml:"itunes:episodeType"`
	Explicit    string              `xml:"itunes:explicit"`
	Transcripts []podcastTranscript `xml:"podcast:transcript"`
	Person      *podcastPerson      `xml:"podcast:person"`
}

type podcastTranscript struct {
	Address  string `xml:"url,attr"`
	Type     string `xml:"type,attr"`
	Language string `xml:"language,attr"`
	Relation string `xml:"rel,attr,omitempty"`
}

type podcastPerson struct {
	Role string `xml:"role,attr"`
	Name string `xml:",chardata"`
}

// podcast makes the podcast of a channel. It has a window of its own, for what has no sound must not push episodes out, and no
// archives. Its instant is that of the channel, which never goes back; that of its episodes would with a sound that is no more.
func (r *renderer) podcast(c Channel, l list) (File, error) {
	selected, cut := window(l.sounding, c.Kind.fill())
	h := r.head(c, l.updated, selected)
	h.podcast = r.podcastHead(h)
	data, err := r.document(h, document{rssPodcast, address.Podcast}, r.liveLinks(c, address.Podcast, nil), selected)
	return File{Path: address.File(c.Podcast), Data: data, Type: rssPodcast.mediaType(), Updated: l.updated, Live: true, Cut: cut}, err
}

func (r *renderer) podcastHead(h head) *podcastHead {
	p := &podcastHead{
		Author: h.publisher, Category: podcastCategory{"Government"}, Explicit: "false", Type: "episodic",
		GUID: podcastGUID(h.id), Locked: "yes", Medium: "podcast",
	}
	if r.Artwork != "" {
		p.Image = &podcastImage{r.url(r.Artwork)}
	}
	if m, err := mail.ParseAddress(r.Set.Settings.Publisher.Contact); err == nil && m.Name == "" {
		p.Owner = &podcastOwner{Name: h.publisher, Email: m.Address}
	}
	if h.Kind == Station { // nearly equal shows by the dozen do not belong into public directories
		p.Block = "Yes"
	}
	if h.former {
		p.MovedTo = r.podcastOfHeir(h.Slug)
	}
	return p
}

// podcastOfHeir is where listeners of a station that is no more find its episodes; "" when there is no heir or more than one.
func (r *renderer) podcastOfHeir(slug string) string {
	s, _ := r.Set.Settings.Station(slug)
	heirs, _ := heirsOf(s, r.Set.Settings, r.day)
	if len(heirs) != 1 {
		return ""
	}
	return r.url(address.StationFile(heirs[0].Slug, address.Podcast))
}

func newPodcastItem(i *Item) *podcastItem {
	item := &podcastItem{
		rssItem: *newRSSItem(i, true), Name: i.Title, Seconds: i.Sound.Seconds, Kind: "full", Explicit: "false",
	}
	item.Description = i.heard(strings.TrimSpace(i.Correction + " " + i.Summary))
	if i.Captions != "" {
		item.Transcripts = append(item.Transcripts, podcastTranscript{i.Captions, "text/vtt", i.Language, "captions"})
	}
	if i.Script != "" {
		item.Transcripts = append(item.Transcripts, podcastTranscript{Address: i.Script, Type: "text/plain", Language: i.Language})
	}
	if i.Sound.Speaker != "" {
		item.Person = &podcastPerson{Role: "announcer", Name: i.Sound.Speaker}
	}
	return item
}

func newRSSEnclosure(e *Enclosure) *feeds.RssEnclosure {
	if e == nil {
		return nil
	}
	return &feeds.RssEnclosure{Url: e.Address, Length: e.length(), Type: soundType}
}

// podcastSpace is the namespace of podcast:guid, ead4c236-bf58-58c6-a2c6-a6b28d128cb6.
var podcastSpace = [16]byte{0xea, 0xd4, 0xc2, 0x36, 0xbf, 0x58, 0x58, 0xc6, 0xa2, 0xc6, 0xa6, 0xb2, 0x8d, 0x12, 0x8c, 0xb6}

// podcastGUID is the identity of a podcast, a UUID of version 5 (RFC 9562 section 5.5) made from a name. The namespace takes the
// address of the document for it; the tag: URI of the channel instead outlives a change of the host.
func podcastGUID(name string) string {
	u := sha1.Sum(append(podcastSpace[:], name...))
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:16])
}
