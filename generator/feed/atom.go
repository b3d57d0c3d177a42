package feed

import (
	"encoding/xml"
	"html"

	"github.com/gorilla/feeds"
)

// Atom 1.0 (RFC 4287).

// atomFeed is gorilla's feed with what it lacks. A field here hides the embedded one of the same element.
type atomFeed struct {
	XMLName   xml.Name `xml:"feed"`
	Namespace string   `xml:"xmlns:loa,attr"`
	History   string   `xml:"xmlns:fh,attr,omitempty"`
	Language  string   `xml:"xml:lang,attr"`
	feeds.AtomFeed
	Archive *empty           `xml:"fh:archive"`
	Links   []feeds.AtomLink `xml:"link"` // alternate first: simple readers take the first one
	Entries []byte           `xml:",innerxml"`
}

// FeedXml makes a feed a feeds.XmlFeed, so that feeds.ToXML writes it.
func (f *atomFeed) FeedXml() any { return f }

// atomEntry is gorilla's entry with what it lacks.
type atomEntry struct {
	XMLName xml.Name   `xml:"entry"`
	Title   atomText   `xml:"title"`
	Links   []atomLink `xml:"link"`
	feeds.AtomEntry
	Categories []atomCategory `xml:"category"`
	extension
}

// atomLink is gorilla's link with a name for people.
type atomLink struct {
	feeds.AtomLink
	Title string `xml:"title,attr,omitempty"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type atomCategory struct {
	Term   string `xml:"term,attr"`
	Scheme string `xml:"scheme,attr"`
	Label  string `xml:"label,attr"`
}

func newAtomEntry(i *Item) *atomEntry {
	e := &atomEntry{
		Title: atomText{Type: "text", Text: i.Title},
		Links: []atomLink{{AtomLink: feeds.AtomLink{Href: i.Link, Rel: "alternate", Type: "text/html"}}},
		AtomEntry: feeds.AtomEntry{
			Id: i.ID, Published: stamp(i.Published), Updated: stamp(i.Changed),
			Author:  &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: i.Author}},
			Summary: &feeds.AtomSummary{Type: "text", Content: i.Summary},
			Content: &feeds.AtomContent{Type: "html", Content: i.HTML},
		},
		extension: newExtension(i),
	}
	if i.HTML == "" { // NukeViet shows the content and not the summary
		e.Content.Content = "<p>" + html.EscapeString(i.Summary) + "</p>"
	}
	if s := i.Sound; s != nil {
		e.Links = append(e.Links, atomLink{feeds.AtomLink{Href: s.Address, Rel: "enclosure", Type: soundType, Length: s.length()}, s.label()})
	}
	if i.Script != "" {
		e.Links = append(e.Links, atomLink{AtomLink: feeds.AtomLink{Href: i.Script, Rel: "related", Type: "text/plain"}})
	}
	for _, l := range i.labels() {
		e.Categories = append(e.Categories, atomCategory{Term: l.Slug, Scheme: l.Scheme, Label: l.Name})
	}
	return e
}

func atomDocument(h head, links []relation, items [][]byte) ([]byte, error) {
	f := &atomFeed{
		Namespace: h.namespace, Language: "vi",
		AtomFeed: feeds.AtomFeed{
			Xmlns: "http://www.w3.org/2005/Atom", Title: h.Title, Id: h.id, Updated: stamp(h.updated), Subtitle: h.Description,
			Rights: h.rights, Author: &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: h.publisher}},
		},
		Links:   []feeds.AtomLink{{Href: h.link, Rel: "alternate", Type: "text/html"}},
		Entries: joinXML(items),
	}
	for _, l := range links {
		f.Links = append(f.Links, feeds.AtomLink{Href: l.address, Rel: l.name, Type: "application/atom+xml"})
	}
	if h.archive {
		f.History, f.Archive = historyNamespace, &empty{}
	}
	return writeXML(f, sizeOf(items))
}
