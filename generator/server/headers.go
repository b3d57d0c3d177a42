package server

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path"
	"strings"

	"github.com/vinhlinh/loa/generator/release"
)

// setSafeHeaders sets what every answer carries (DESIGN.md section 7).
func setSafeHeaders(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}

// Cache-Control of FEEDS.md section 2.4. Pages are not in its table: they are asked for each time, and mostly answered by a 304.
const (
	noCache  = "no-cache"
	forever  = "public, max-age=31536000, immutable"
	anHour   = "public, max-age=3600"
	fiveMins = "public, max-age=300"
	aMinute  = "public, max-age=60"
)

// cacheControl says how long a file may be used without asking again.
func (h *handler) cacheControl(root *os.Root, name string) string {
	switch {
	case h.Preview:
		return noCache
	case release.ContentNamed(name):
		return forever
	case !isPolled(name):
		return noCache
	case isArchive(name):
		return anHour
	case isUrgent(root, path.Dir(name)):
		return aMinute
	}
	return fiveMins
}

// isPolled says whether programs ask for a file again and again: feeds, calendars, playlists, programmes, OPML.
func isPolled(name string) bool {
	base := path.Base(name)
	_, feed := feedTypes[base]
	switch path.Ext(base) {
	case ".ics", ".m3u", ".opml":
		return true
	}
	return feed || base == "lich.json"
}

// isArchive says whether a feed is that of a past month: /kenh/<channel>/<yyyy>-<mm>/rss.xml.
func isArchive(name string) bool {
	parts := strings.Split(name, "/")
	if len(parts) != 4 || parts[0] != "kenh" || len(parts[2]) != len("2023-04") {
		return false
	}
	year, month, ok := strings.Cut(parts[2], "-")
	return ok && len(year) == 4 && strings.Trim(year+month, "0123456789") == ""
}

// urgentMark is what a feed says in its head while an urgent item is live in it (FEEDS.md section 2.4).
const urgentMark = "<ttl>5</ttl>"

// isUrgent says whether the channel or station of a directory has an urgent item. Its RSS feed says so for all its forms.
func isUrgent(root *os.Root, dir string) bool {
	name := path.Join(dir, "rss.xml")
	if info, err := root.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := root.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4<<10))
	head, _, _ = bytes.Cut(head, []byte("<item>"))
	return err == nil && bytes.Contains(head, []byte(urgentMark))
}
