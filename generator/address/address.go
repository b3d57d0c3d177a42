// Package address makes every address of the output, and sees to it that each is claimed once.
//
// An address is a path from the root of the site: lower-case ASCII, "/bai-viet/x/" for a page, "/kenh/x/rss.xml" for a file. No other
// package spells one. One function a kind of output; [File] gives the file that serves an address; [Book] refuses a second claim and
// names both places. The table of addresses is in ARCHITECTURE.md.
package address

import (
	"fmt"
	"strings"
	"time"
)

// Pages of which there is one.
const (
	Home      = "/"
	NotFound  = "/404.html"
	Sources   = "/nguon-tin/"
	Documents = "/van-ban/"
	Hotlines  = "/duong-day-nong/"
	Topics    = "/chu-de/"
	Stations  = "/dai/"
	Archive   = "/luu-tru/"
	Campaigns = "/chien-dich/" // no page: the scheme of campaigns in feeds
	Edition   = "/phien-ban.json"
	OPML      = "/nguon-tin.opml" // list of all channels and stations
	Search    = "/tim/"
	Sitemap   = "/sitemap.xml"
	Robots    = "/robots.txt"
	Manifest  = "/manifest.webmanifest"
	Share     = "/og.png" // picture of a link to a page that has none of its own
)

// AllArticles is the channel that holds every article.
const AllArticles = "tat-ca"

// File names of a channel.
const (
	RSS      = "rss.xml"
	Atom     = "atom.xml"
	JSONFeed = "feed.json"
	Podcast  = "podcast.xml"
)

// File names of a station's programme.
const (
	Calendar  = "lich.ics"
	Programme = "lich.json"
	Playlist  = "phat.m3u"
)

// Latest is what an embedded page of the newest articles is called.
const Latest = "moi-nhat"

// Article is the page of an article.
func Article(slug string) string { return "/bai-viet/" + slug + "/" }

// Script is the reading script of an article: spoken words, one sentence a line.
func Script(slug string) string { return Article(slug) + "loi-doc.txt" }

// Sheet is the script of an article on paper, for an announcer.
func Sheet(slug string) string { return Article(slug) + sheet }

// Poster is an article's lines to remember on one sheet of paper, for a wall.
func Poster(slug string) string { return Article(slug) + poster }

// poster is the last part of a poster's address.
const poster = "ap-phich/"

// sheet is the last part of a sheet's address.
const sheet = "ban-doc/"

// Picture is a picture of an article; name carries the digest of its content.
func Picture(slug, name string) string { return Article(slug) + name }

// ArticleShare is the picture of a link to an article.
func ArticleShare(slug string) string { return Article(slug) + "og.png" }

// Captions are the times of an article's sentences in its sound (WebVTT).
func Captions(slug string) string { return Article(slug) + "loi-doc.vtt" }

// Sound is a sound file; name is "<id>-<sha12>.mp3", so that its bytes never change.
func Sound(name string) string { return "/am-thanh/" + name }

// Document is the page of a document such as the dispatch.
func Document(slug string) string { return "/van-ban/" + slug + "/" }

// Topic is the page of a topic.
func Topic(slug string) string { return "/chu-de/" + slug + "/" }

// Campaign is the page of a campaign.
func Campaign(slug string) string { return "/chien-dich/" + slug + "/" }

// Further is the page of a number, from 1, of a list that has several: the list's own address, then "trang-2/" below it.
func Further(list string, number int) string {
	if number < 2 {
		return list
	}
	return fmt.Sprintf("%s%s%d/", list, further, number)
}

// further begins the last part of the address of a list's second page.
const further = "trang-"

// ArchiveYear is the list of the months of a year.
func ArchiveYear(year int) string { return fmt.Sprintf("%s%04d/", Archive, year) }

// ArchiveMonth is the list of the articles of a month.
func ArchiveMonth(year int, month time.Month) string {
	return fmt.Sprintf("%s%02d/", ArchiveYear(year), month)
}

// SitemapPart is a part of a sitemap that is too large for one file, from 1.
func SitemapPart(n int) string { return fmt.Sprintf("/sitemap-%d.xml", n) }

// Page is a page that stands for itself, such as accessibility.
func Page(slug string) string { return "/" + slug + "/" }

// Channel is a file of a portal channel: file is RSS, Atom, JSONFeed or Podcast, channel a topic's slug, AllArticles or CampaignChannel.
func Channel(channel, file string) string { return "/kenh/" + channel + "/" + file }

// ChannelMonth is a file of a portal channel's archive: what was dated in a month.
func ChannelMonth(channel string, year int, month time.Month, file string) string {
	return Channel(channel, fmt.Sprintf("%04d-%02d/%s", year, month, file))
}

// CampaignChannel is the channel name of a campaign. The prefix keeps a topic and a campaign of one slug apart.
func CampaignChannel(slug string) string { return "chien-dich-" + slug }

// Station is the page of a loudspeaker station.
func Station(slug string) string { return Stations + slug + "/" }

// StationFile is a file of a station: file is RSS, JSONFeed, Podcast, Calendar, Programme or Playlist.
func StationFile(station, file string) string { return Station(station) + file }

// StationPrint is the week of a station and its log on paper.
func StationPrint(slug string) string { return Station(slug) + "in/" }

// StationBundle is a day of a station for a stick; day is as 2023-04-24.
func StationBundle(slug, day string) string { return Station(slug) + "goi/" + day + ".zip" }

// Embed is a page for a frame in another site: Latest, a topic's slug or a CampaignChannel.
func Embed(channel string) string { return "/nhung/" + channel + "/" }

// SearchShard is a part of the index of the search: the terms of one hash.
func SearchShard(n int) string { return fmt.Sprintf("%schi-muc/%d.txt", Search, n) }

// SearchResults is what is shown of ten articles that were found.
func SearchResults(page int) string { return fmt.Sprintf("%sket-qua/%d.json", Search, page) }

// File gives the file below the root of a release that serves an address: "/bai-viet/x/" is "bai-viet/x/index.html".
func File(address string) string {
	file := strings.TrimPrefix(address, "/")
	if file == "" || strings.HasSuffix(file, "/") {
		return file + "index.html"
	}
	return file
}
