package feed

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
)

// Enclosure is the sound of an item, an MP3.
type Enclosure struct {
	Address   string // absolute
	Size      int64  // bytes of the file
	Seconds   int    // of the decoded samples, rounded
	Synthetic bool   // a machine speaks
	Speaker   string // name of the person who speaks; "" when unknown, and of a machine
}

const soundType = "audio/mpeg"

// Kinds of voices, as loa:giong says them; the words are those of the front matter.
const (
	syntheticKind = "tong-hop"
	humanKind     = "nguoi-doc"
)

// syntheticLabel names a voice that is none of a person. Wherever such a sound is offered the reader is told.
const syntheticLabel = "Giọng đọc tổng hợp"

// soundOf is the sound that is offered with an article at the instant of the build; nil: none.
func (r *renderer) soundOf(a *article.Article) *audio.Sound {
	if a.WithdrawnAt(r.At) || a.ExpiredAt(r.At) {
		return nil
	}
	return r.Sounds[a.ID]
}

// addSound gives an item the sound of its article and its captions.
func (r *renderer) addSound(i *Item, a *article.Article) {
	s := r.soundOf(a)
	if s == nil {
		return
	}
	i.Sound = &Enclosure{Address: r.url(s.Address()), Size: s.Size, Seconds: s.Seconds(), Synthetic: s.Synthetic}
	if !s.Synthetic {
		i.Sound.Speaker = Line(s.Voice)
	}
	if len(s.Cues) > 0 {
		i.Captions = r.url(address.Captions(a.Slug))
	}
}

// voice is the kind of the voice, "" without a sound.
func (e *Enclosure) voice() string {
	switch {
	case e == nil:
		return ""
	case e.Synthetic:
		return syntheticKind
	}
	return humanKind
}

// label is what people must know of the voice; "" when a person speaks or there is no sound.
func (e *Enclosure) label() string {
	if e == nil || !e.Synthetic {
		return ""
	}
	return syntheticLabel
}

func (e *Enclosure) length() string { return strconv.FormatInt(e.Size, 10) }

// heard is a text for readers to whom the sound is offered and the body is not: it ends with the label of the voice, which no cut
// takes away.
func (i *Item) heard(text string) string {
	if i.Sound.label() == "" {
		return text
	}
	const last = syntheticLabel + "."
	return sentence(cut(text, longestSummary-utf8.RuneCountInString(last)-2)) + " " + last
}

// sentence gives a text the full stop that it lacks.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}
