package site

import (
	"encoding/json"
	"html/template"
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
func linkedData(value map[string]any) template.JS {
	value["@context"] = "https://schema.org"
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings and maps of strings always have a JSON form
	}
	return template.JS(text)
}

// organization is the publisher.
func (c *composer) organization() map[string]any {
	p := c.Set.Settings.Publisher
	o := map[string]any{"@type": "GovernmentOrganization", "name": p.Name, "url": c.Base + address.Home}
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

func (c *composer) articleData(a *article.Article) template.JS {
	o := map[string]any{
		"@type": "NewsArticle", "headline": a.Title, "description": a.Description, "inLanguage": "vi",
		"datePublished": a.Date.Format(time.RFC3339), "dateModified": a.Changed().Format(time.RFC3339),
		"mainEntityOfPage": c.Base + address.Article(a.Slug), "publisher": c.organization(), "isAccessibleForFree": true,
	}
	if a.Author != "" {
		o["author"] = map[string]any{"@type": "Organization", "name": a.Author}
	} else {
		o["author"] = c.organization()
	}
	if a.Topic != nil {
		o["articleSection"] = a.Topic.Title
	}
	return linkedData(o)
}
