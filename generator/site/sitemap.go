package site

import (
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// mostLocations is how many pages a sitemap may name (sitemaps.org, protocol). At 200 bytes a page it stays far below the 50 MB of
// the same rule.
const mostLocations = 50_000

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type location struct {
	Address string `xml:"loc"`
	Changed string `xml:"lastmod,omitempty"`
}

type urlSet struct {
	XMLName xml.Name   `xml:"urlset"`
	Space   string     `xml:"xmlns,attr"`
	Pages   []location `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name   `xml:"sitemapindex"`
	Space   string     `xml:"xmlns,attr"`
	Parts   []location `xml:"sitemap"`
}

// framed is a page's value that embeds a Frame.
type framed interface{ shared() Frame }

func (f Frame) shared() Frame { return f }

// Sitemap names every page that search engines may show, with the day on which what it says last changed where that is known. Above
// 50,000 pages it is an index of several. No file if there is no such page, as in a preview.
func Sitemap(pages []Page, base string) []File { return sitemap(pages, base, mostLocations) }

func sitemap(pages []Page, base string, most int) []File {
	var all []location
	for _, p := range pages {
		if f, ok := p.Value.(framed); ok && !f.shared().Hidden && f.shared().Canonical != "" {
			all = append(all, location{f.shared().Canonical, lastMod(p.Changed)})
		}
	}
	switch {
	case len(all) == 0:
		return nil
	case len(all) <= most:
		return []File{xmlFile(address.Sitemap, urlSet{Space: sitemapSpace, Pages: all})}
	}
	var files []File
	index := sitemapIndex{Space: sitemapSpace}
	for part := range slices.Chunk(all, most) {
		where := address.SitemapPart(len(files) + 1)
		newest := slices.MaxFunc(part, func(a, b location) int { return strings.Compare(a.Changed, b.Changed) }) // one zone, so order of text is order of time
		files = append(files, xmlFile(where, urlSet{Space: sitemapSpace, Pages: part}))
		index.Parts = append(index.Parts, location{base + where, newest.Changed})
	}
	return append(files, xmlFile(address.Sitemap, index))
}

func lastMod(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(settings.Zone).Format(time.RFC3339)
}

func xmlFile(where string, value any) File {
	data, err := xml.MarshalIndent(value, "", " ")
	if err != nil {
		panic("site: addresses and times have an XML form: " + err.Error())
	}
	return File{Path: address.File(where), Data: append([]byte(xml.Header), append(data, '\n')...)}
}

// Robots is robots.txt (RFC 9309): the administrator's own, or one that lets everybody in. A line with the address of the sitemap,
// which depends on the site's, is added unless there is none or the administrator names one.
func Robots(own []byte, base string, withSitemap bool) File {
	text := string(own)
	if strings.TrimSpace(text) == "" {
		text = "User-agent: *\nAllow: /\n"
	}
	names := false
	for line := range strings.Lines(strings.ToLower(text)) {
		names = names || strings.HasPrefix(strings.TrimSpace(line), "sitemap:")
	}
	if withSitemap && !names {
		if !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += "\nSitemap: " + base + address.Sitemap + "\n"
	}
	return File{Path: address.File(address.Robots), Data: []byte(text)}
}
