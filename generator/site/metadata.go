package site

import (
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// alternates are the feeds of a channel, RSS first because most readers take the first one.
func alternates(channel, name string) []Alternate {
	return []Alternate{
		{Type: "application/rss+xml", Title: name + " (RSS)", Address: address.Channel(channel, address.RSS)},
		{Type: "application/atom+xml", Title: name + " (Atom)", Address: address.Channel(channel, address.Atom)},
		{Type: "application/feed+json", Title: name + " (JSON Feed)", Address: address.Channel(channel, address.JSONFeed)},
	}
}

// linkedData is JSON-LD as schema.org names it. json.Marshal writes <, > and & as escapes, so no text can end the element.
func linkedData(values ...map[string]any) template.JS {
	text, err := json.Marshal(map[string]any{"@context": "https://schema.org", "@graph": values})
	if err != nil {
		panic(err) // strings and maps of strings always have a JSON form
	}
	return template.JS(text)
}

// breadcrumbs are the ways from the home page to a page, which is the last of them.
func (c *composer) breadcrumbs(path []Link, title, here string) map[string]any {
	var steps []map[string]any
	for _, l := range append(slices.Clone(path), Link{Name: title, Address: here}) {
		steps = append(steps, map[string]any{"@type": "ListItem", "position": len(steps) + 1, "name": l.Name, "item": c.Base + l.Address})
	}
	return map[string]any{"@type": "BreadcrumbList", "itemListElement": steps}
}

// organization is the publisher.
func (c *composer) organization() map[string]any {
	p := c.Set.Settings.Publisher
	o := map[string]any{"@type": "GovernmentOrganization", "name": p.Name, "url": c.Base + address.Home, "logo": c.Base + iconLarge}
	if p.Superior != "" {
		o["parentOrganization"] = map[string]any{"@type": "GovernmentOrganization", "name": p.Superior}
	}
	return o
}

func (c *composer) siteData() template.JS {
	site := c.Set.Settings.Site
	return linkedData(map[string]any{
		"@type": "WebSite", "name": site.Name, "description": site.Description, "url": c.Base + address.Home, "inLanguage": "vi",
		"publisher": c.organization(),
	})
}

// audioData is the sound of an article; nil when it has none. The transcript is the text file of what is said: the whole text would
// double the weight of the page.
func (c *composer) audioData(a *article.Article) map[string]any {
	s := c.Sounds[a.ID]
	if s == nil || a.ExpiredAt(c.At) { // its text stays to be looked up, nobody shall play it
		return nil
	}
	o := map[string]any{
		"@type": "AudioObject", "name": a.Title, "contentUrl": c.Base + s.Address(), "encodingFormat": "audio/mpeg", "inLanguage": "vi",
		"duration": isoDuration(s.Length), "contentSize": strconv.FormatInt(s.Size, 10), "uploadDate": a.Changed().Format(time.RFC3339),
	}
	if c.Scripts[a.ID] != nil {
		o["transcript"] = c.Base + address.Script(a.Slug)
	}
	return o
}

// isoDuration is a length by ISO 8601, in whole seconds: "PT2M31S".
func isoDuration(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	if seconds < 60 {
		return fmt.Sprintf("PT%dS", seconds)
	}
	return fmt.Sprintf("PT%dM%dS", seconds/60, seconds%60)
}

func (c *composer) articleData(a *article.Article, path []Link) template.JS {
	o := map[string]any{
		"@type": "NewsArticle", "headline": a.Title, "description": a.Description, "inLanguage": "vi",
		"datePublished": a.Date.Format(time.RFC3339), "dateModified": a.Changed().Format(time.RFC3339),
		"mainEntityOfPage": c.Base + address.Article(a.Slug), "publisher": c.organization(), "isAccessibleForFree": true,
		"image": c.Base + address.ArticleShare(a.Slug),
	}
	if sound := c.audioData(a); sound != nil {
		o["audio"] = sound
	}
	if a.Author != "" {
		o["author"] = map[string]any{"@type": "Organization", "name": a.Author}
	} else {
		o["author"] = c.organization()
	}
	if a.Topic != nil {
		o["articleSection"] = a.Topic.Title
	}
	return linkedData(o, c.breadcrumbs(path, a.Title, address.Article(a.Slug)))
}
