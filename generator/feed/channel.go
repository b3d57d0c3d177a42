package feed

import (
	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// Kind is what a channel gathers.
type Kind int

// The kinds, in the order of [Channels].
const (
	All      Kind = iota // every article
	Topic                // articles of a topic
	Campaign             // articles of a campaign
	Station              // articles to be read at a station
)

// fill is the number of items up to which a channel is filled when little changed lately.
func (k Kind) fill() int {
	if k == Station {
		return 20
	}
	return 50
}

// Channel is a selection of items under one name, in some formats, and those of them that have a sound as a podcast. Addresses begin
// with "/"; "" where there is no such document.
type Channel struct {
	Kind            Kind
	Slug            string // of the channel, "chien-dich-x" for the campaign x; of the station
	Title           string // plain text, with the name of the site
	Description     string
	Link            string // page of what the channel is about
	RSS, Atom, JSON string
	Podcast         string

	former bool // a station that is no more
}

// Channels gives every channel that has documents on a day: all articles, then topics, campaigns and stations in the order of the
// set. A station that is no more keeps its documents; one that is not yet has none.
func Channels(set *article.Set, day civil.Date) []Channel {
	site := set.Settings.Site
	list := []Channel{portal(All, address.AllArticles, site.Name+": Tất cả bài", site.Description, address.Home)}
	for _, t := range set.Topics {
		list = append(list, portal(Topic, t.Slug, site.Name+": "+t.Title, t.Description, address.Topic(t.Slug)))
	}
	for _, c := range set.Campaigns {
		list = append(list, portal(Campaign, address.CampaignChannel(c.Slug), site.Name+": "+c.Title, c.Description, address.Campaign(c.Slug)))
	}
	for _, s := range set.Settings.Stations {
		gone := former(s, day)
		if !s.On(day) && !gone {
			continue
		}
		list = append(list, Channel{
			Kind: Station, Slug: s.Slug, former: gone,
			Title:       Plain(site.Name+": "+s.Name, longestTitle),
			Description: Plain("Bài để phát trên "+s.Name+".", longestDescription),
			Link:        address.Station(s.Slug),
			RSS:         address.StationFile(s.Slug, address.RSS),
			JSON:        address.StationFile(s.Slug, address.JSONFeed),
			Podcast:     address.StationFile(s.Slug, address.Podcast),
		})
	}
	return list
}

func portal(kind Kind, slug, title, description, link string) Channel {
	return Channel{
		Kind: kind, Slug: slug,
		Title:       Plain(title, longestTitle),
		Description: Plain(description, longestDescription),
		Link:        link,
		RSS:         address.Channel(slug, address.RSS),
		Atom:        address.Channel(slug, address.Atom),
		JSON:        address.Channel(slug, address.JSONFeed),
		Podcast:     address.Channel(slug, address.Podcast),
	}
}

// document is one of the documents that a channel has.
type document struct {
	form form
	file string // name of its file
}

// documents are those that have archives, of a portal channel.
func (c Channel) documents() []document {
	if c.Kind == Station {
		return []document{{rssLean, address.RSS}, {jsonLean, address.JSONFeed}}
	}
	return []document{{rssFull, address.RSS}, {atomFull, address.Atom}, {jsonFull, address.JSONFeed}}
}

// live is the address of a live document.
func (c Channel) live(file string) string {
	if c.Kind == Station {
		return address.StationFile(c.Slug, file)
	}
	return address.Channel(c.Slug, file)
}
