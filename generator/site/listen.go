package site

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/audio"
)

// Listening is a way to the sound of an article: what comes over the line, how long it takes, who speaks.
type Listening struct {
	Address string
	Length  string // "2 phút 31 giây"
	Size    string // "1,2 MB"
	Voice   string // "giọng máy tổng hợp", "người đọc: Hồ Thị Lan", "giọng người đọc"
}

// listening is the sound of an article by its ID; nil when it has none.
func (c *composer) listening(id string) *Listening {
	s := c.Sounds[id]
	if s == nil {
		return nil
	}
	return &Listening{Address: s.Address(), Length: spokenLength(s.Length.Round(time.Second)), Size: megabytes(s.Size), Voice: voiceOf(s)}
}

// voiceOf says who speaks: that a machine does is always said, a person is named when known.
func voiceOf(s *audio.Sound) string {
	switch {
	case s.Synthetic:
		return "giọng máy tổng hợp"
	case s.Voice != "":
		return "người đọc: " + s.Voice
	}
	return "giọng người đọc"
}

// megabytes is the size of a file to be fetched: "1,2 MB" of a million bytes, begun tenths, never "0,0 MB".
func megabytes(bytes int64) string {
	tenths := (bytes + 99_999) / 100_000
	return strings.Replace(fmt.Sprintf("%d,%d", tenths/10, tenths%10), ",0", "", 1) + noBreak + "MB"
}
