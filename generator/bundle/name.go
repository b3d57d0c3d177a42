package bundle

import (
	"fmt"
	"strings"
	"time"

	"cloud.google.com/go/civil"
)

// Rules of names (FEEDS.md 9): a-z, 0-9, dot and hyphen; no more than longestName characters; paths no more than longestPath, so that a
// folder on an old Windows still has room for its own 260.
const (
	longestName = 64
	longestPath = 120
)

// Parts of the names, at their longest.
const (
	longestSlug    = 40
	stationRoom    = longestName - len("loa--2023-04-25-den-2023-04-26")
	longestLength  = len("-999p59")
	longestEnding  = len("-p999.txt")
	longestRank    = len("999-")
	longestSubtree = len("/2023-04-25/doc-may/")
)

// folderName is the one folder of a bundle, and the ZIP without its ending.
func folderName(station string, first, last civil.Date) string {
	name := "loa-" + cut(plainName(station, "dai"), stationRoom) + "-" + first.String()
	if last != first {
		name += "-den-" + last.String()
	}
	return name
}

// slugRoom is how many characters of an article's slug its files may bear.
func slugRoom(folder string, many bool) int {
	room := longestPath - len(folder) - longestSubtree - longestRank - longestLength - longestEnding
	if !many {
		room += len("2023-04-25/")
	}
	return min(longestSlug, room)
}

// trackName is what the files of an article are called in a day's folder, without their endings.
func trackName(rank int, slug string, room int, length time.Duration) string {
	return fmt.Sprintf("%02d-%s-%s", rank, cut(plainName(slug, "bai"), room), lengthName(length))
}

// sharedName is what a sound is called that days share. It has no rank, which differs from day to day, but the article's ID: two
// slugs may be equal as far as they are shown.
func sharedName(id, slug string, room int, length time.Duration) string {
	return cut(plainName(slug, "bai"), room) + "-" + cut(plainName(id, "bai"), 8) + "-" + lengthName(length)
}

// lengthName is a length in a name: "2p30".
func lengthName(d time.Duration) string {
	d = min(max(d, 0), 999*time.Minute+59*time.Second)
	return fmt.Sprintf("%dp%02d", int(d/time.Minute), int(d%time.Minute/time.Second))
}

// plainName is a slug of which only letters without marks, digits and hyphens are left; or instead when nothing is.
func plainName(slug, instead string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(slug) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if name := strings.TrimRight(b.String(), "-"); name != "" {
		return name
	}
	return instead
}

// cut shortens a name, behind a whole word where that costs less than half of it.
func cut(name string, room int) string {
	if len(name) <= room {
		return name
	}
	short := name[:room]
	if hyphen := strings.LastIndexByte(short, '-'); name[room] != '-' && hyphen > room/2 {
		short = short[:hyphen]
	}
	return strings.TrimRight(short, "-")
}
