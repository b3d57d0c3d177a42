package site

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
)

// playerAnchor is where the player of an article stands on its page. No heading of a body has such an anchor: those hold no "_".
const playerAnchor = "nghe_bai"

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

// Player is the sound of an article on its own page.
type Player struct {
	Anchor   string
	Address  string
	Title    string // of the article
	Facts    []Fact // length, size, and who speaks if that is a person
	Warning  string // that a machine speaks; "" for a person
	Captions string // address of the WebVTT file; "" without: of a recording nobody knows when each sentence is said
	FileName string // of the downloaded file: its address says nothing to a person
}

// syntheticVoice is the label of what a machine speaks (SPEECH.md 8.1).
const syntheticVoice = "Giọng đọc máy (tổng hợp), chỉ để tham khảo; đề nghị phát thanh viên đọc lại khi có thể."

// player is the sound of an article; nil when it has none, or is no longer on air: its text stays to be looked up, nobody shall play it.
func (c *composer) player(a *article.Article) *Player {
	l := c.listening(a.ID)
	if l == nil || a.ExpiredAt(c.At) {
		return nil
	}
	p := &Player{Anchor: playerAnchor, Address: l.Address, Title: bind(a.Title), Facts: []Fact{{Text: l.Length}, {Text: l.Size}}, FileName: a.Slug + ".mp3"}
	s := c.Sounds[a.ID]
	if s.Synthetic {
		p.Warning = syntheticVoice
	} else {
		p.Facts = append(p.Facts, Fact{Text: l.Voice})
	}
	if len(s.Cues) > 0 {
		p.Captions = address.Captions(a.Slug)
	}
	return p
}

// listeningTime is how long listening to an article takes: "Nghe 3 phút 10 giây"; "" when it has no sound.
func (c *composer) listeningTime(id string) string {
	if l := c.listening(id); l != nil {
		return "Nghe " + l.Length
	}
	return ""
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
