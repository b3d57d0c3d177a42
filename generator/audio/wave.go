package audio

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"time"
)

// rate is the rate of all samples inside the package, in Hz: that of the finished MP3. Samples are 16 bit, one channel.
const rate = 44100

// Rates of a voice that can be brought to ours, and the longest sound that a sentence of 1,000 bytes can be.
const (
	leastRate, mostRate = 8000, 96000
	longestWave         = 5 * time.Minute
)

// waveError says what is wrong with a WAV file.
type waveError string

func (e waveError) Error() string { return "WAV file: " + string(e) }

func waveErrorf(format string, args ...any) error { return waveError(fmt.Sprintf(format, args...)) }

// readWave reads a WAV file of one channel of 16-bit PCM (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications
// 1.0"; extensible headers too) and gives its samples with their rate.
//
// It believes nothing: a length in a header that is not that of the file, half a file, half a sample, bytes behind the last chunk, a second
// head, figures that contradict each other are each a [waveError]. A voice that was killed or wrote into a pipe leaves such files.
func readWave(file []byte) (samples []int16, perSecond int, err error) {
	if len(file) < 12 || string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" {
		return nil, 0, waveError("does not begin like one")
	}
	if said := int64(binary.LittleEndian.Uint32(file[4:])) + 8; said != int64(len(file)) {
		return nil, 0, waveErrorf("its header says %d bytes, it has %d", said, len(file))
	}
	var data []byte
	for rest := file[12:]; len(rest) > 0; {
		if len(rest) < 8 {
			return nil, 0, waveErrorf("%d bytes behind the last chunk", len(rest))
		}
		name, size := string(rest[:4]), int64(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[8:]
		if size > int64(len(rest)) {
			return nil, 0, waveErrorf("chunk %q says %d bytes, %d are left", name, size, len(rest))
		}
		chunk := rest[:size]
		rest = rest[min(size+size%2, int64(len(rest))):] // chunks begin at even bytes
		switch name {
		case "fmt ":
			if perSecond != 0 {
				return nil, 0, waveError("two heads")
			}
			if perSecond, err = readWaveHead(chunk); err != nil {
				return nil, 0, err
			}
		case "data":
			switch {
			case perSecond == 0:
				return nil, 0, waveError("sound before the head")
			case data != nil:
				return nil, 0, waveError("two sounds")
			case size%2 != 0:
				return nil, 0, waveErrorf("half a sample: %d bytes", size)
			}
			data = chunk
		}
	}
	if data == nil {
		return nil, 0, waveError("no sound")
	}
	if length := time.Duration(len(data)/2) * time.Second / time.Duration(perSecond); length > longestWave {
		return nil, 0, waveErrorf("%v of sound, more than %v", length, longestWave)
	}
	return decodePCM(data), perSecond, nil
}

// Codes of wFormatTag.
const (
	formatPCM        = 1
	formatExtensible = 0xfffe
)

// subtypePCM is what follows the code in the identifier of an extensible head (KSDATAFORMAT_SUBTYPE_PCM).
var subtypePCM = []byte("\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71")

func readWaveHead(head []byte) (perSecond int, err error) {
	if len(head) < 16 {
		return 0, waveErrorf("a head of %d bytes", len(head))
	}
	format, channels := binary.LittleEndian.Uint16(head), binary.LittleEndian.Uint16(head[2:])
	samples, bytesPerSecond := binary.LittleEndian.Uint32(head[4:]), binary.LittleEndian.Uint32(head[8:])
	block, bits := binary.LittleEndian.Uint16(head[12:]), binary.LittleEndian.Uint16(head[14:])
	if format == formatExtensible && len(head) >= 40 && bytes.Equal(head[24:40], subtypePCM) {
		format = formatPCM
	}
	switch {
	case format != formatPCM:
		return 0, waveErrorf("format %#x, not PCM", format)
	case channels != 1 || bits != 16:
		return 0, waveErrorf("%d channels of %d bits, not one of 16", channels, bits)
	case samples < leastRate || samples > mostRate:
		return 0, waveErrorf("%d samples a second", samples)
	case block != 2 || bytesPerSecond != 2*samples:
		return 0, waveErrorf("%d bytes a block and %d a second at %d samples a second", block, bytesPerSecond, samples)
	}
	return int(samples), nil
}

// writeWave writes samples at our rate as a WAV file.
func writeWave(samples []int16) []byte {
	size := 2 * len(samples)
	if int64(size) > math.MaxUint32-36 {
		panic("audio: a sentence of many hours")
	}
	b := make([]byte, 0, 44+size)
	b = append(b, "RIFF"...)
	b = binary.LittleEndian.AppendUint32(b, uint32(36+size))
	b = append(b, "WAVEfmt "...)
	b = binary.LittleEndian.AppendUint32(b, 16)
	b = binary.LittleEndian.AppendUint16(b, formatPCM)
	b = binary.LittleEndian.AppendUint16(b, 1)
	b = binary.LittleEndian.AppendUint32(b, rate)
	b = binary.LittleEndian.AppendUint32(b, 2*rate)
	b = binary.LittleEndian.AppendUint16(b, 2)
	b = binary.LittleEndian.AppendUint16(b, 16)
	b = append(b, "data"...)
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	for _, s := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(s))
	}
	return b
}

// decodePCM reads 16-bit little-endian samples.
func decodePCM(data []byte) []int16 {
	samples := make([]int16, len(data)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return samples
}
