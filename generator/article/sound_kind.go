package article

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// Kinds of recordings that are taken, as people call them.
const (
	MP3 = "MP3"
	WAV = "WAV"
	M4A = "M4A"
	Ogg = "Ogg"
)

// soundEndings are the endings that a recording may have, with the kind that each promises.
var soundEndings = map[string]string{".mp3": MP3, ".wav": WAV, ".m4a": M4A, ".ogg": Ogg, ".oga": Ogg, ".opus": Ogg}

// SoundHead is how many bytes from the beginning of a file tell what it is: two frames of an MP3 have at most 2,880.
const SoundHead = 4 << 10

// soundSignatures are the first bytes of what people take for a recording. "?" is any byte.
var soundSignatures = []struct{ bytes, kind string }{
	{"RIFF????WAVE", WAV},
	{"OggS", Ogg},
	{"????ftypM4A ", M4A},
	{"????ftypM4B ", M4A},
	{"????ftypmp41", M4A},
	{"????ftypmp42", M4A},
	{"????ftypisom", M4A},
	{"????ftypiso2", M4A},
	{"ID3", MP3},
	{"????ftypqt", "phim QuickTime"},
	{"????ftyp3g", "phim 3GP"},
	{"RIFF????AVI ", "phim AVI"},
	{"\x1a\x45\xdf\xa3", "phim WebM"},
	{"fLaC", "FLAC"},
	{"#!AMR", "AMR"},
	{"caff", "CAF"},
	{"FORM????AIFF", "AIFF"},
	{"MThd", "MIDI"},
	{"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "WMA"},
	{"PK\x03\x04", "tệp nén"},
	{"Rar!", "tệp nén"},
}

// SoundKind tells what a file is by its first [SoundHead] bytes, never by its name: [MP3], [WAV], [M4A], [Ogg], in Vietnamese what else
// it is, or "" if nothing known. An MP3 begins with a tag or with two frames in a row; an M4A may still turn out to be a film.
func SoundKind(head []byte) string {
	head = head[:min(len(head), SoundHead)]
	for _, s := range soundSignatures {
		if begins(head, s.bytes) {
			return s.kind
		}
	}
	switch n := frameLength(head); {
	case n > 0 && n < len(head) && frameLength(head[n:]) > 0 && sameStream(head, head[n:]):
		return MP3
	case len(head) > 1 && head[0] == 0xff && head[1]&0xf6 == 0xf0:
		return "AAC"
	}
	if kind := pictureKind(head); kind != "" {
		return "hình " + kind
	}
	if readable(head) {
		return "văn bản"
	}
	return ""
}

// begins compares the beginning of data with a signature.
func begins(data []byte, signature string) bool {
	fits := len(data) >= len(signature)
	for i := 0; fits && i < len(signature); i++ {
		fits = signature[i] == '?' || signature[i] == data[i]
	}
	return fits
}

// Rates of layer III (ISO/IEC 11172-3 2.4.2.3, 13818-3 2.4.2.3), in kbit/s and Hz. Index 0 of the former is "free": nobody's frame.
var (
	kilobits = [2][16]int{
		{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}, // MPEG-1
		{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},     // MPEG-2 and 2.5
	}
	sampleRates = [3]int{44_100, 48_000, 32_000} // of MPEG-1; half of it in MPEG-2, a quarter in 2.5
)

// frameLength is the length in bytes of the MPEG audio layer III frame that data begins with; 0 if no such frame begins there.
func frameLength(data []byte) int {
	if len(data) < 4 {
		return 0
	}
	h := binary.BigEndian.Uint32(data)
	version, layer, bits, rate := h>>19&3, h>>17&3, h>>12&15, h>>10&3
	if h>>21 != 0x7ff || version == 1 || layer != 1 || rate == 3 {
		return 0
	}
	table, slots := 0, 144_000
	hertz := sampleRates[rate]
	if version != 3 {
		table, slots, hertz = 1, 72_000, hertz/2
	}
	if version == 0 {
		hertz /= 2
	}
	if kilobits[table][bits] == 0 {
		return 0
	}
	return slots*kilobits[table][bits]/hertz + int(h>>9&1)
}

// sameStream says whether two frames agree in what never changes within a stream: version, layer and sample rate.
func sameStream(a, b []byte) bool {
	const fixed = 0xfffe0c00
	return (binary.BigEndian.Uint32(a)^binary.BigEndian.Uint32(b))&fixed == 0
}

// readable says whether the bytes are UTF-8 without control signs; the last rune may be cut off.
func readable(head []byte) bool {
	for rest := head; utf8.FullRune(rest); {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n < 2 || r < ' ' && !strings.ContainsRune("\t\n\r\f", r) {
			return false
		}
		rest = rest[n:]
	}
	return len(head) > 0
}
