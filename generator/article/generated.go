package article

import (
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// generate makes known what other stages make and content may link to.
//
// Withdrawn and expired articles count as well, and so do stations that are no more: that one is taken back must not stop a release
// because another article links to what came of it.
func (l *loader) generate() {
	for _, page := range []string{address.Home, address.Documents, address.Hotlines, address.Sources, address.Search, address.Archive, address.Topics,
		address.Stations, address.OPML, address.Edition, address.Sitemap, address.Robots, address.Manifest, address.Share, address.Embed(address.Latest)} {
		l.know(page)
	}
	l.know(channelFiles(address.AllArticles)...)
	for _, t := range l.set.Topics {
		l.know(address.Embed(t.Slug))
		l.know(channelFiles(t.Slug)...)
	}
	for _, c := range l.set.Campaigns {
		l.know(address.Embed(address.CampaignChannel(c.Slug)))
		l.know(channelFiles(address.CampaignChannel(c.Slug))...)
	}
	for _, s := range l.set.Settings.Stations {
		l.know(address.Station(s.Slug), address.StationPrint(s.Slug))
		for _, file := range []string{address.RSS, address.JSONFeed, address.Podcast, address.Calendar, address.Programme, address.Playlist} {
			l.know(address.StationFile(s.Slug, file))
		}
	}
	for _, a := range l.set.Articles {
		l.know(address.Script(a.Slug), address.Sheet(a.Slug), address.Poster(a.Slug), address.ArticleShare(a.Slug), address.Captions(a.Slug))
		l.generateMonth(a)
	}
}

// know adds addresses. What is known of their anchors stays.
func (l *loader) know(addresses ...string) {
	for _, a := range addresses {
		if _, known := l.pages[a]; !known {
			l.pages[a] = nil
		}
	}
}

func channelFiles(channel string) []string {
	return []string{address.Channel(channel, address.RSS), address.Channel(channel, address.Atom), address.Channel(channel, address.JSONFeed),
		address.Channel(channel, address.Podcast)}
}

// generateMonth makes known the archives that hold an article: pages of its month and year, and those of its channels.
func (l *loader) generateMonth(a *Article) {
	if a.Date.IsZero() {
		return
	}
	day := a.Date.In(settings.Zone)
	l.know(address.ArchiveYear(day.Year()), address.ArchiveMonth(day.Year(), day.Month()))
	channels := []string{address.AllArticles}
	if a.Topic != nil {
		channels = append(channels, a.Topic.Slug)
	}
	if a.Campaign != nil {
		channels = append(channels, address.CampaignChannel(a.Campaign.Slug))
	}
	for _, channel := range channels {
		for _, file := range []string{address.RSS, address.Atom, address.JSONFeed} {
			l.know(address.ChannelMonth(channel, day.Year(), day.Month(), file))
		}
	}
}

// belowLost says whether an address is that of a page that could not be read, or of something that is made of it.
func (l *loader) belowLost(link string) bool {
	for lost := range l.lost {
		channel, embed := "", ""
		if slug, ok := strings.CutPrefix(lost, address.Topics); ok {
			slug = strings.TrimSuffix(slug, "/")
			channel, embed = address.Channel(slug, ""), address.Embed(slug)
		} else if slug, ok := strings.CutPrefix(lost, address.Campaigns); ok {
			slug = address.CampaignChannel(strings.TrimSuffix(slug, "/"))
			channel, embed = address.Channel(slug, ""), address.Embed(slug)
		}
		if strings.HasPrefix(link, lost) || channel != "" && (strings.HasPrefix(link, channel) || link == embed) {
			return true
		}
	}
	return false
}

// fleeting says whether an address of a kind that loa makes is another one after the next change: its name holds a digest, a day or the
// place in a growing list. A link in a text would lead nowhere soon.
func (l *loader) fleeting(link string) bool {
	if strings.HasPrefix(link, address.Sound("")) {
		return true
	}
	for _, s := range l.set.Settings.Stations {
		if strings.HasPrefix(link, strings.TrimSuffix(address.StationBundle(s.Slug, ""), ".zip")) {
			return true
		}
	}
	first := address.Further("", 2) // "trang-2/"
	list, page, found := strings.Cut(strings.TrimSuffix(link, "/"), "/"+first[:strings.Index(first, "2")])
	_, known := l.pages[list+"/"]
	return found && known && strings.HasSuffix(link, "/") && page != "" && strings.Trim(page, "0123456789") == ""
}
