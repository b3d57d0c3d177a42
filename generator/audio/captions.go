package audio

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// A caption is two lines that can be read at a glance (SPEECH.md 6.5).
const (
	captionLine  = 42 // characters
	captionLines = 2
)

// Captions gives a sound's captions as WebVTT (W3C, https://www.w3.org/TR/webvtt1/), UTF-8, LF: the sentences as they are written. They
// are in order, do not overlap and end with the sound. A sentence of more than two lines of 42 characters becomes several captions that
// share its time by their lengths, a guess of where the voice is; each sentence begins and ends to the millisecond.
//
// The text is that of the cues, which is NFC like all texts of articles, with & < > escaped, so that "-->" never stands in it. Pure.
func Captions(s *Sound) []byte {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	last := time.Duration(0)
	for i, cue := range s.Cues {
		start, end := max(milliseconds(cue.Start), last), min(milliseconds(cue.End), milliseconds(s.Length))
		texts := captions(cue.Text)
		if len(texts) == 0 || end-start < time.Duration(len(texts))*time.Millisecond {
			continue // nothing to show, or no time to show it
		}
		last = end
		letters := 0
		for _, text := range texts {
			letters += utf8.RuneCountInString(text)
		}
		from, said := start, 0
		for j, text := range texts {
			said += utf8.RuneCountInString(text)
			rest := time.Duration(len(texts) - 1 - j) // each of the others keeps a millisecond
			to := min(max(milliseconds(start+(end-start)*time.Duration(said)/time.Duration(letters)), from+time.Millisecond), end-rest*time.Millisecond)
			name := fmt.Sprint(i + 1)
			if len(texts) > 1 {
				name = fmt.Sprintf("%d-%d", i+1, j+1)
			}
			fmt.Fprintf(&b, "\n%s\n%s --> %s\n%s\n", name, timestamp(from), timestamp(to), escapeCaption.Replace(text))
			from = to
		}
	}
	return []byte(b.String())
}

var escapeCaption = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func milliseconds(d time.Duration) time.Duration { return d.Truncate(time.Millisecond) }

func timestamp(d time.Duration) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

// captions breaks a text into texts of at most two lines. The lines are as even as they can be without becoming more.
func captions(text string) (texts []string) {
	words := strings.Fields(text)
	lines := wrap(words, captionLine)
	for width := captionLine - 1; width > 0; width-- {
		narrower := wrap(words, width)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	for at := 0; at < len(lines); at += captionLines {
		texts = append(texts, strings.Join(lines[at:min(at+captionLines, len(lines))], "\n"))
	}
	return texts
}

// wrap fills lines of a width in characters; a longer word has a line of its own.
func wrap(words []string, width int) (lines []string) {
	room := 0
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		if len(lines) == 0 || n+1 > room {
			lines, room = append(lines, word), width-n
			continue
		}
		lines[len(lines)-1] += " " + word
		room -= n + 1
	}
	return lines
}
