package bundle

import (
	"bytes"
	"fmt"

	"github.com/vinhlinh/loa/generator/settings"
)

// playlist is phat.m3u of a day: what is to be read at once, then each reading, by names as seen from its folder (FEEDS.md 8.2). What is
// relayed or has no sound is a comment. UTF-8 without a mark, since players take one for a name; CRLF. phat.m3u8 has the same bytes under
// the name by which players know that it is UTF-8.
func (p *packer) playlist(d *day) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "#EXTM3U\r\n#PLAYLIST:%s, %s\r\n", oneLine(p.Station.Name), settings.ShortDate(d.Date))
	track := func(when string, t *track, reading int) {
		title := when + " " + oneLine(t.Article.Title)
		if reading > 1 {
			title += fmt.Sprintf(" (lần %d)", reading)
		}
		if t.sound == nil {
			fmt.Fprintf(&b, "# %s: chưa có tiếng\r\n", title)
			return
		}
		fmt.Fprintf(&b, "#EXTINF:%d,%s\r\n%s\r\n", t.sound.Seconds(), title, t.play())
	}
	for _, t := range d.urgent() {
		track("Phát ngay:", t, 1)
	}
	for _, s := range d.Sessions {
		for _, e := range s.Entries {
			switch {
			case d.struck(e):
			case e.Item == nil:
				fmt.Fprintf(&b, "# %s Tiếp âm: %s\r\n", clockOf(e.At), oneLine(e.Relay))
			default:
				track(clockOf(e.At), d.byID[e.Item.ID], e.Reading)
			}
		}
	}
	return b.Bytes()
}
