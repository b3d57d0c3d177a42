package audio

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/dhowden/tag"
)

var fullTag = Tag{
	Title: "Thấy dây rơi trên đường, đứng xa và báo ngay", Artist: "Trung tâm Văn hóa Vĩnh Linh", Album: "Loa Vĩnh Linh", Year: 2023,
	Voice: "Giọng máy: espeak-ng vi-vn-x-central", Comment: "Giọng đọc máy, chỉ để tham khảo", Lyrics: "Bà con đứng xa.\nBáo ngay cho thôn. 🔔",
}

// TestTagLayout: what stands where, byte for byte, in a small tag (id3.org/id3v2.3.0, sections 3.1, 3.3, 4.2, 4.9, 4.11).
func TestTagLayout(t *testing.T) {
	utf := func(s string) string { return "\xff\xfe" + s }
	want := "ID3\x03\x00\x00\x00\x00\x00\x6b" +
		"TIT2\x00\x00\x00\x07\x00\x00\x01" + utf("\xbf\x1e\x11\x01") + // "ếđ", without a zero behind it
		"TLAN\x00\x00\x00\x09\x00\x00\x01" + utf("v\x00i\x00e\x00") +
		"TCON\x00\x00\x00\x0f\x00\x00\x01" + utf("S\x00p\x00e\x00e\x00c\x00h\x00") +
		"COMM\x00\x00\x00\x0c\x00\x00\x01vie" + utf("\x00\x00") + utf("a\x00") +
		"USLT\x00\x00\x00\x0e\x00\x00\x01vie" + utf("\x00\x00") + utf("b\x00c\x00")
	if got := string(Tag{Title: "ếđ", Comment: "a", Lyrics: "bc"}.bytes()); got != want {
		t.Errorf("%q, want\n%q", got, want)
	}
}

func TestTagIsReadByOthers(t *testing.T) {
	silent := append([]byte{0xff, 0xfb, 0x50, 0xc0}, make([]byte, 204)...)
	file := append(fullTag.bytes(), bytes.Repeat(silent, 10)...)

	m, err := tag.ReadFrom(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if m.Format() != tag.ID3v2_3 || m.Title() != fullTag.Title || m.Artist() != fullTag.Artist || m.Album() != fullTag.Album || m.Year() != 2023 ||
		m.Genre() != "Speech" || m.Composer() != fullTag.Voice || m.Comment() != fullTag.Comment || m.Lyrics() != fullTag.Lyrics {
		t.Errorf("dhowden/tag reads %+v", m.Raw())
	}

	said, _ := run(t, "ffprobe", "-v", "warning", "-show_entries", "format_tags", "-of", "json", written(t, "in.mp3", file))
	var probe struct {
		Format struct{ Tags map[string]string }
	}
	if err := json.Unmarshal(said, &probe); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"title": fullTag.Title, "artist": fullTag.Artist, "album": fullTag.Album, "date": "2023", "genre": "Speech",
		"composer": fullTag.Voice, "language": "vie", "comment": fullTag.Comment, "lyrics-vie": fullTag.Lyrics} {
		if got := probe.Format.Tags[key]; got != want {
			t.Errorf("ffprobe reads %s as %q, want %q", key, got, want)
		}
	}
}

func TestTagKeepsWhatAPlayerCanTake(t *testing.T) {
	line := "Bà con đứng xa và báo ngay.\n"
	for _, c := range []struct{ name, lyrics, want string }{
		{"short", " " + line, strings.TrimSpace(line)},
		{"a zero inside", "Bà\x00 con\xff", "Bà con"},
		{"long", strings.Repeat(line, 3000), strings.TrimSuffix(strings.Repeat(line, 1170), "\n")}, // 56 bytes a line
		{"one long line", strings.Repeat("ế", 40000), strings.Repeat("ế", 32768)},
		{"pairs of units", strings.Repeat("🔔", 20000), strings.Repeat("🔔", 16384)},
	} {
		var units []byte
		for _, u := range utf16.Encode([]rune(c.want)) {
			units = append(units, byte(u), byte(u>>8))
		}
		got := Tag{Lyrics: c.lyrics}.bytes()
		if !bytes.HasSuffix(got, append([]byte("vie\xff\xfe\x00\x00\xff\xfe"), units...)) {
			t.Errorf("%s: the tag ends with %q", c.name, got[max(0, len(got)-60):])
		}
	}
	for year, want := range map[int]bool{0: false, 2023: true, 999: false, 12023: false} {
		if has := bytes.Contains(Tag{Year: year}.bytes(), []byte("TYER")); has != want {
			t.Errorf("year %d: %v", year, has)
		}
	}
	if !bytes.Contains(Tag{Language: "bru", Lyrics: "x"}.bytes(), []byte("\x01bru\xff\xfe")) {
		t.Error("the language of the lyrics is not that of the sound")
	}
}

// FuzzTag: whatever the texts are, another reader finds them as they were meant, and the header's size is that of the frames.
func FuzzTag(f *testing.F) {
	f.Add("Thấy dây rơi", "Đài Vĩnh Linh", "Đứng xa.\nBáo ngay.")
	f.Add("", "\x00", "\ufeff")
	f.Add("🔔", "\xff", strings.Repeat("ế\n", 40000))
	f.Fuzz(func(t *testing.T, title, voice, lyrics string) {
		raw := Tag{Title: title, Voice: voice, Lyrics: lyrics}.bytes()
		if size := int(raw[6])<<21 | int(raw[7])<<14 | int(raw[8])<<7 | int(raw[9]); size != len(raw)-10 {
			t.Fatalf("%d bytes of frames, the header says %d", len(raw)-10, size)
		}
		m, err := tag.ReadFrom(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := m.Lyrics(), wholeLines(clean(lyrics), maxLyrics); got != want && !strings.ContainsRune(want, '\ufeff') {
			t.Errorf("lyrics %q became %q", want, got)
		}
		if got, want := m.Composer(), clean(voice); got != want && !strings.ContainsRune(want, '\ufeff') {
			t.Errorf("voice %q became %q", want, got)
		}
	})
}
