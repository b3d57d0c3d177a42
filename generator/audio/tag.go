package audio

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Tag is what a player shows of a sound. Texts are NFC; an empty one is left out.
type Tag struct {
	Title    string
	Artist   string // who publishes
	Album    string
	Year     int    // of the article; 0: none
	Language string // three letters, ISO 639-2: "vie"; "": "vie"
	Voice    string // who speaks: "Nguyễn Thị Hoa", "Giọng máy: espeak-ng vi-vn-x-central"
	Comment  string
	Lyrics   string // the text as it is written; beyond 64 KB it ends with a whole line
}

// genre is that of ID3v1's list which is not music (number 101).
const genre = "Speech"

const maxLyrics = 64 << 10 // bytes as they stand in the tag

func (t Tag) language() string {
	if len(t.Language) == 3 {
		return t.Language
	}
	return "vie"
}

func (t Tag) year() string {
	if t.Year < 1000 || t.Year > 9999 { // TYER has four digits
		return ""
	}
	return strconv.Itoa(t.Year)
}

// bytes is the tag in ID3v2.3 (id3.org/id3v2.3.0): frames in a fixed order, texts in UTF-16 with their byte order mark, no padding and no
// date of a build, so that equal tags are equal bytes. ffmpeg writes the lyrics as a TXXX frame, and the library that was tried
// (bogem/id3v2 v2.1.4) puts the frames in the order of a map and an odd byte behind an empty UTF-16 text, after which no reader
// finds the lyrics.
func (t Tag) bytes() []byte {
	var frames []byte
	text := func(id, s string) {
		if s = clean(s); s != "" {
			frames = appendFrame(frames, id, append([]byte{inUTF16}, encode(s)...))
		}
	}
	long := func(id, s string) { // with a language and an empty description
		if s != "" {
			body := append([]byte{inUTF16}, t.language()...)
			body = append(append(body, encode("")...), 0, 0)
			frames = appendFrame(frames, id, append(body, encode(s)...))
		}
	}
	text("TIT2", t.Title)
	text("TPE1", t.Artist)
	text("TALB", t.Album)
	text("TYER", t.year())
	text("TLAN", t.language())
	text("TCON", genre)
	text("TCOM", t.Voice)
	long("COMM", clean(t.Comment))
	long("USLT", wholeLines(clean(t.Lyrics), maxLyrics))
	size := len(frames) // at most some hundred KB: the texts of an article
	head := []byte{'I', 'D', '3', 3, 0, 0, byte(size >> 21 & 0x7f), byte(size >> 14 & 0x7f), byte(size >> 7 & 0x7f), byte(size & 0x7f)}
	return append(head, frames...)
}

const inUTF16 = 1 // text encoding: UTF-16 with a byte order mark

func appendFrame(to []byte, id string, body []byte) []byte {
	to = append(to, id...)
	to = binary.BigEndian.AppendUint32(to, uint32(len(body)))
	return append(append(to, 0, 0), body...)
}

func encode(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// clean takes out what would end a text inside a tag.
func clean(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", ""))
}

// wholeLines is the beginning of a text up to the last line that fits into so many bytes of UTF-16; of a longer line, what fits.
func wholeLines(s string, most int) string {
	size, line := 0, 0
	for i, r := range s {
		if size += 2 * utf16.RuneLen(r); size > most {
			if line == 0 {
				return s[:i]
			}
			return s[:line]
		}
		if r == '\n' {
			line = i
		}
	}
	return s
}
