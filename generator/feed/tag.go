package feed

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// Identifiers are tag: URIs (RFC 4151) of the authority in the settings, "loa.example.vn,2023". They outlive a change of title,
// slug, topic, station and host; only another authority makes new ones, which is forbidden after the first release.

func (r *renderer) tag(specific string) string { return "tag:" + r.authority + ":" + specific }

func (r *renderer) itemTag(article string) string { return r.tag(article) }

// noticeTag is of the item that tells stations of a withdrawal, an item of its own beside the withdrawn one.
func (r *renderer) noticeTag(article string) string { return r.tag(article) + "/thu-hoi" }

func (r *renderer) channelTag(c Channel) string {
	if c.Kind == Station {
		return r.tag("dai/" + c.Slug)
	}
	return r.tag("kenh/" + c.Slug)
}

// movedTag is of the item that stays for good in the documents of a station that is no more.
func (r *renderer) movedTag(station string) string { return r.tag("dai/" + station + "/chuyen") }

// namespace is the XML namespace of loa's own elements. It names, it is not fetched.
func (r *renderer) namespace() string { return r.tag("loa") }

// authorityDate gives the first instant of the date of a tag authority: "name,2023", "name,2023-04" or "name,2023-04-21" (RFC 4151
// §2.1). Whoever holds the name on that day may make identifiers from it, so no content is older.
func authorityDate(authority string) (time.Time, error) {
	name, date, _ := strings.Cut(authority, ",")
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, date, settings.Zone); err == nil && name != "" {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("the tag authority %q is not a name and a date", authority)
}
