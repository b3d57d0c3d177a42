package feed_test

import (
	"encoding/xml"
	"fmt"
	"html"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/vinhlinh/loa/generator/settings"
)

// nukeViet shows feeds as the RSS block of NukeViet does, the system that many portals of the state run on. It is the block once more
// by the seven rules of FEEDS.md 6.2, which were read in its source (nukeviet/nukeviet, src/modules/feeds/blocks/global.rss.php).
type nukeViet struct {
	fetch func(url string) []byte // nil: there was no answer
	now   time.Time
	kept  map[string]keptFeed
}

type keptFeed struct {
	at    time.Time
	items []nukeItem
}

// nukeItem is what the block takes from an item: text that goes into a page as it is.
type nukeItem struct{ title, description, link, date string }

// nukeBlock is what an editor chose.
type nukeBlock struct {
	url                       string
	number                    int // 1 to 50
	titleLength               int // 0 to 255, 0: whole
	description, asHTML, date bool
}

// show writes the block into a page.
func (n *nukeViet) show(b nukeBlock) string {
	items := n.items(b.url)
	var page strings.Builder
	page.WriteString("<ul>")
	for _, i := range items[:min(b.number, len(items))] { // rule 3: the first ones, in the order of the document
		text := i.title
		if b.titleLength > 0 {
			text = clean60(i.title, b.titleLength)
		}
		fmt.Fprintf(&page, `<li><a title="%s" href="%s">%s</a>`, i.title, i.link, text)
		if b.date {
			page.WriteString("<time>" + i.date + "</time>")
		}
		if b.description {
			description := i.description
			if !b.asHTML {
				description = stripTags(description, false)
			}
			page.WriteString("<div>" + description + "</div>")
		}
		page.WriteString("</li>")
	}
	page.WriteString("</ul>")
	return page.String()
}

// items is rule 1: what was read stands for an hour, and so does what could not be read, as nothing.
func (n *nukeViet) items(url string) []nukeItem {
	if k, known := n.kept[url]; known && n.now.Sub(k.at) < 3600*time.Second {
		return k.items
	}
	if n.kept == nil {
		n.kept = map[string]keptFeed{}
	}
	n.kept[url] = keptFeed{n.now, readAsNukeViet(n.fetch(url))}
	return n.kept[url].items
}

type simpleXML struct {
	XMLName  xml.Name
	Text     string      `xml:",chardata"`
	Href     string      `xml:"href,attr"`
	Children []simpleXML `xml:",any"`
}

// child is the first element of a name, the empty one if there is none. One with a prefix is not seen.
func (e simpleXML) child(root xml.Name, name string) simpleXML {
	for _, c := range e.Children {
		if c.XMLName.Local == name && c.XMLName.Space == root.Space {
			return c
		}
	}
	return simpleXML{}
}

// readAsNukeViet is rules 2, 4, 5 and 6: the whole document or nothing; with a channel it is RSS, else its entries are Atom's.
func readAsNukeViet(data []byte) (items []nukeItem) {
	var doc simpleXML
	if xml.Unmarshal(data, &doc) != nil {
		return nil
	}
	root := doc.XMLName
	channel := doc.child(root, "channel")
	within, name := doc, "entry"
	rss := channel.XMLName.Local != ""
	if rss {
		within, name = channel, "item"
	}
	for _, e := range within.Children {
		if e.XMLName.Local != name || e.XMLName.Space != root.Space {
			continue
		}
		i := nukeItem{title: stripTags(e.child(root, "title").Text, false)}
		if rss {
			i.link = stripTags(e.child(root, "link").Text, false)
			i.description = stripTags(e.child(root, "description").Text, true)
			i.date = dateOfNukeViet(time.RFC1123Z, e.child(root, "pubDate").Text)
		} else {
			i.link = stripTags(e.child(root, "link").Href, false)
			i.description = stripTags(e.child(root, "content").Text, true)
			i.date = dateOfNukeViet(time.RFC3339, e.child(root, "updated").Text)
		}
		items = append(items, i)
	}
	return items
}

// dateOfNukeViet is "l - d/m/Y H:i" in the zone of the site. What strtotime cannot read is its false, the beginning of 1970.
func dateOfNukeViet(layout, text string) string {
	t, err := time.Parse(layout, text)
	if err != nil {
		t = time.Unix(0, 0)
	}
	t = t.In(settings.Zone)
	days := []string{"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"}
	return days[t.Weekday()] + " - " + t.Format("02/01/2006 15:04")
}

// keptTags are the tags that stay in a description at first; the settings of NukeViet allow some more.
var keptTags = strings.Fields("a b blockquote br div em h2 h3 h4 i img li ol p span strong table tbody td th tr u ul")

// stripTags is PHP's strip_tags: from "<" to the next ">" that stands in no quotes, or to the end of the text. Without kept tags a
// "<" before a space is none.
func stripTags(s string, keep bool) string {
	var b, tag strings.Builder
	var quote rune
	inside, depth := false, 0
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case !inside && r == '<' && (keep || i+1 == len(runes) || !unicode.IsSpace(runes[i+1])):
			inside, depth, quote = true, 0, 0
			tag.Reset()
			tag.WriteRune(r)
		case !inside:
			b.WriteRune(r)
		case quote != 0:
			tag.WriteRune(r)
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			tag.WriteRune(r)
			quote = r
		case r == '<':
			tag.WriteRune(r)
			depth++
		case r == '>' && depth > 0:
			tag.WriteRune(r)
			depth--
		case r == '>':
			tag.WriteRune(r)
			inside = false
			if keep && slices.Contains(keptTags, tagName(tag.String())) {
				b.WriteString(tag.String())
			}
		default:
			tag.WriteRune(r)
		}
	}
	return b.String()
}

func tagName(tag string) string {
	name, _, _ := strings.Cut(strings.Trim(tag, "</> "), " ")
	return strings.ToLower(name)
}

// clean60 is rule 7: references are resolved, then the title is cut at the last space before the limit. If there is none before it,
// but one behind, the title stays whole; if there is none at all it is cut inside. Nothing is escaped again.
func clean60(title string, most int) string {
	runes := []rune(html.UnescapeString(title))
	if most == 0 || most >= len(runes) {
		return string(runes)
	}
	if !slices.Contains(runes, ' ') {
		return string(runes[:most])
	}
	for ; most > 0; most-- {
		if runes[most] == ' ' {
			return string(runes[:most]) + "..."
		}
	}
	return string(runes)
}
