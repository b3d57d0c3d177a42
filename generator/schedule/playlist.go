package schedule

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
)

// Playlist writes phat.m3u: what a station plays on the day of the outlook, for players (FEEDS.md 8.2).
//
// Urgent items stand first, then the readings in their order. Addresses are absolute, since players open a copy that was downloaded.
// Relays and items without sound are comments, so that who looks at the list knows what comes between; what was taken back is absent.
// On a day on which the station is none the list is empty. UTF-8 without a mark, LF. Pure.
func Playlist(o Outlook) []byte {
	head := fmt.Sprintf("#EXTM3U\n#PLAYLIST:%s, %s\n", oneLine(o.Station.Name), dayOf(o.Day))
	return slices.Concat([]byte(head), o.common.tracks())
}

// writeTracks writes all that stands behind the name.
func (o Outlook) writeTracks() []byte {
	var b bytes.Buffer
	for _, p := range o.Days {
		if p.Date != o.Day {
			continue
		}
		for _, item := range p.Urgent {
			o.track(&b, item, "Phát ngay, không chờ buổi: "+item.Article.Title)
		}
		for _, s := range p.Sessions {
			for _, e := range s.Entries {
				o.entry(&b, e)
			}
		}
	}
	return b.Bytes()
}

func (o Outlook) entry(b *bytes.Buffer, e Entry) {
	switch {
	case e.Item == nil:
		fmt.Fprintf(b, "# %s Tiếp âm: %s\n", hour(e.At), oneLine(e.Relay))
	case e.Struck:
	case e.Reading > 1:
		o.track(b, e.Item, fmt.Sprintf("%s %s (lần %d)", hour(e.At), e.Item.Article.Title, e.Reading))
	default:
		o.track(b, e.Item, hour(e.At)+" "+e.Item.Article.Title)
	}
}

// track is an item that a player plays, or a comment that says where its words are.
func (o Outlook) track(b *bytes.Buffer, item *Item, title string) {
	sound := o.sound(item)
	if sound == "" {
		fmt.Fprintf(b, "# %s, đọc theo %s\n", oneLine(title), o.Base+address.Script(item.Article.Slug))
		return
	}
	fmt.Fprintf(b, "#EXTINF:%d,%s\n%s\n", seconds(item.Sound.Length.Round(time.Second)), oneLine(title), sound)
}

// oneLine makes a text of which no part can become a line of its own.
func oneLine(s string) string { return strings.Join(strings.Fields(legible(s)), " ") }
