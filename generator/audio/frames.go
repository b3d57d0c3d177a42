package audio

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/hajimehoshi/go-mp3"
)

// stream is an MP3 in the one form that loa publishes: layer III of MPEG-1, one channel, 44.1 kHz, 64 kbit/s in every frame.
type stream struct {
	head   []byte // what stands before the frames: tags, or nothing
	frames []byte // all frames as they are, the Info frame too
	sound  []byte // those that sound
	count  int    // frames that sound
	skip   int    // decoded samples before the sound begins: the delay of encoder and decoder
	length int    // samples of the sound
}

// Layout of a frame in that form (ISO/IEC 11172-3 2.4.1.3).
const (
	frameSamples = 1152
	frameBytes   = 208 // of 144 × 64,000 / 44,100, and one more when the padding bit is set
	sideInfo     = 17
	decoderDelay = 528 + 1 // samples that any decoder adds before those of the encoder (the LAME tag's specification)
)

// ours says whether a frame header is of the one form: no free bits but protection, padding, private, copyright and original.
func ours(h uint32) bool { return h&0xfffefcc3 == 0xfffa50c0 }

// split finds the frames of an MP3. Tags before them (ID3v2) and behind them (ID3v1) are set apart; nothing else may stand before,
// between or behind, and the last frame must be whole. Frames before sound are counted as the Info frame says, if there is one.
func split(data []byte) (stream, error) {
	var s stream
	rest := behindTags(data)
	s.head = data[:len(data)-len(rest)]
	if n := len(rest) - 128; n >= 0 && string(rest[n:n+3]) == "TAG" {
		rest = rest[:n]
	}
	s.frames = rest
	for at := 0; at < len(rest); s.count++ {
		if len(rest)-at < 4 || !ours(binary.BigEndian.Uint32(rest[at:])) {
			return s, fmt.Errorf("no frame of 64 kbit/s, mono, 44.1 kHz at byte %d", len(s.head)+at)
		}
		at += frameBytes + int(rest[at+2]>>1&1)
		if at > len(rest) {
			return s, fmt.Errorf("the last frame lacks %d bytes", at-len(rest))
		}
	}
	s.sound, s.length = s.frames, s.count*frameSamples
	if s.count == 0 {
		return s, fmt.Errorf("no frame")
	}
	return s, s.readInfo()
}

// behindTags is what follows the tags (ID3v2) at the beginning of a file; nothing if one of them is cut off.
func behindTags(data []byte) []byte {
	for len(data) >= 10 && string(data[:3]) == "ID3" {
		size := 10 + int(data[6]&0x7f)<<21 + int(data[7]&0x7f)<<14 + int(data[8]&0x7f)<<7 + int(data[9]&0x7f)
		if data[5]&0x10 != 0 { // a footer
			size += 10
		}
		data = data[min(size, len(data)):]
	}
	return data
}

// readInfo takes the Info frame, which holds no sound, from the others, and from it the samples that the encoder put around the sound.
func (s *stream) readInfo() error {
	at := 4 + sideInfo
	if s.frames[1]&1 == 0 { // a checksum follows the header
		at += 2
	}
	first := s.frames[:frameBytes+int(s.frames[2]>>1&1)]
	if kind := string(first[at : at+4]); kind != "Info" && kind != "Xing" {
		return nil
	}
	s.sound = s.frames[len(first):]
	s.count--
	s.length -= frameSamples
	at += 4
	flags := binary.BigEndian.Uint32(first[at:])
	at += 4
	for bit, size := range []int{4, 4, 100, 4} { // number of frames, of bytes, table of contents, quality
		if flags>>bit&1 == 0 {
			continue
		}
		if said := binary.BigEndian.Uint32(first[at:]); bit == 0 && int(said) != s.count {
			return fmt.Errorf("%d frames where %d were written", s.count, said)
		}
		at += size
	}
	gap := first[at+21:] // behind the encoder's name and its settings
	delay, padding := int(gap[0])<<4|int(gap[1])>>4, int(gap[1]&15)<<8|int(gap[2])
	if delay+padding > 0 {
		s.skip = delay + decoderDelay
		s.length = max(0, s.length-delay-padding)
	}
	return nil
}

// decode gives the samples of the sound, without what the encoder put around it. A stream that breaks the decoder is an error.
func (s stream) decode() (samples []int16, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the decoder trusts the bits of a frame
			samples, err = nil, fmt.Errorf("decode an MP3: %v", broken)
		}
	}()
	d, err := mp3.NewDecoder(bytes.NewReader(s.sound))
	if err != nil {
		return nil, fmt.Errorf("decode an MP3: %w", err)
	}
	const pair = 4 // bytes: the decoder gives two channels, of which we have one
	total := 0
	samples = make([]int16, 0, s.length)
	for buffer := make([]byte, frameSamples*pair); ; {
		n, err := io.ReadFull(d, buffer)
		for i := 0; i+pair <= n; i += pair {
			if total >= s.skip && len(samples) < s.length {
				samples = append(samples, int16(binary.LittleEndian.Uint16(buffer[i:])))
			}
			total++
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("decode an MP3: %w", err)
		}
	}
	if total != s.count*frameSamples {
		return nil, fmt.Errorf("decode an MP3: %d samples of %d frames", total, s.count)
	}
	return samples, nil
}
