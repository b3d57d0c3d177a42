// Package feed turns articles into feeds for machines: RSS 2.0, Atom 1.0 and JSON Feed 1.1 for portals and readers with an archive
// of each month, RSS and JSON for each loudspeaker station, a podcast of each of them, and an OPML list.
//
// In: the published set, its scripts and its sounds. Out: [File] values, one a document. An article becomes one [Item]; the item is rendered
// once a form and size; a channel is a head and a selection of rendered items, so ten thousand stations cost one rendering.
// gorilla/feeds is the frame: its structs are embedded in ours, its writers write the documents; its conversion from a generic
// feed is not used, for it has no place for what the readers of loa need.
//
// A document depends on the content and the instant of the build alone and says nothing about the build: without news it keeps its
// bytes, and a poll stays a 304. The package touches no disk, clock or network. Start with [Render].
package feed

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// Input is everything that decides the documents.
type Input struct {
	Set     *article.Set              // what is published at At: no drafts, nothing dated after it. Expired and withdrawn articles are in it
	Scripts map[string]*speech.Script // by article ID; a withdrawn article has none
	Sounds  map[string]*audio.Sound   // by article ID; nil or missing: there is none. That of a withdrawn or expired article is not offered
	At      time.Time                 // instant of the build: decides states and which stations there are, stands in no document
	Base    string                    // "https://…", no slash at the end; "" is that of the settings

	// HTML gives the body of an article for feeds, link being the absolute address of the article. It is called at most once an
	// article, never for a withdrawn one. All addresses in it are absolute.
	HTML func(a *article.Article, link string) string

	// Cover gives the absolute address of an article's picture, "" for none. nil: no article has one.
	Cover func(a *article.Article) string

	// Artwork is the address of the picture of the podcasts, "/podcast.png": a square JPEG or PNG of 1,400 to 3,000 pixels, as Apple
	// asks for. "": there is none, and no podcast names one.
	Artwork string
}

// File is one document of a release.
type File struct {
	Path    string // slash-separated, below the root of the release
	Data    []byte
	Type    string    // media type with its charset
	Updated time.Time // latest change of the content of its channel; the document says the same
	Live    bool      // to be subscribed to: neither an archive nor the list of channels
	Cut     bool      // more changed within the window than the document has room for: who was away may miss something
}

// Media types of the documents.
const (
	TypeRSS  = "application/rss+xml; charset=utf-8"
	TypeAtom = "application/atom+xml; charset=utf-8"
	TypeJSON = "application/feed+json; charset=utf-8"
	TypeOPML = "text/x-opml; charset=utf-8"
)

// Render makes every document, sorted by path: for all articles, each topic and each campaign RSS, Atom and JSON with the body, of
// what is new and of each month; for each station RSS and JSON without it; of each of these a podcast of what has a sound; and an
// OPML list of all that can be subscribed to. Equal content gives equal bytes whatever the order of Set.Articles.
//
// An error means settings from which no identity can be made: without the tag authority nothing may be published.
func Render(in Input) ([]File, error) {
	r, err := newRenderer(in)
	if err != nil {
		return nil, err
	}
	return r.files()
}

// renderer holds what the documents share.
type renderer struct {
	Input
	authority string
	founded   time.Time // first instant of the authority: no content is older
	day       civil.Date
	rendered  [forms]int // how many items were rendered in each form
}

func newRenderer(in Input) (*renderer, error) {
	site := in.Set.Settings.Site
	founded, err := authorityDate(site.Authority)
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	return &renderer{
		Input: in, authority: site.Authority, founded: founded, day: civil.DateOf(in.At.In(settings.Zone)),
	}, nil
}

// files renders all channels.
func (r *renderer) files() ([]File, error) {
	var files []File
	var updated time.Time
	lists := r.lists()
	channels := Channels(r.Set, r.day)
	for _, c := range channels {
		l := lists.of(c)
		if l.updated.After(updated) {
			updated = l.updated
		}
		made, err := r.channel(c, l)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	list, err := r.subscriptions(channels, updated)
	if err != nil {
		return nil, fmt.Errorf("feed %s: %w", list.Path, err)
	}
	files = append(files, list)
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// channel makes the documents of a channel: in each format the live one, then those of the months.
func (r *renderer) channel(c Channel, l list) ([]File, error) {
	var files []File
	selected, cut := window(l.entries, c.Kind.fill())
	h := r.head(c, l.updated, selected)
	months := l.archives()
	toLookUp := months[:missing(months, selected)]
	for _, d := range c.documents() {
		data, err := r.document(h, d, r.liveLinks(c, d.file, toLookUp), selected)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: address.File(c.live(d.file)), Data: data, Type: d.form.mediaType(), Updated: l.updated, Live: true, Cut: cut})
		for i, m := range months {
			data, err := r.document(h.ofMonth(m), d, r.archiveLinks(c, d.file, months, i), m.entries)
			if err != nil {
				return nil, err
			}
			files = append(files, File{Path: address.File(c.archive(m, d.file)), Data: data, Type: d.form.mediaType(), Updated: m.updated})
		}
	}
	podcast, err := r.podcast(c, l)
	return append(files, podcast), err
}

// document writes one document.
func (r *renderer) document(h head, d document, links []relation, entries []*entry) ([]byte, error) {
	items, err := r.items(entries, d.form)
	if err != nil {
		return nil, fmt.Errorf("feed %s: %w", links[0].address, err)
	}
	data, err := d.form.document(h, links, items)
	if err != nil {
		return nil, fmt.Errorf("feed %s: %w", links[0].address, err)
	}
	return data, nil
}

// url makes an address of the site absolute.
func (r *renderer) url(address string) string {
	if r.Base != "" {
		return r.Base + address
	}
	return r.Set.Settings.Site.Base + address
}
