package audio

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/internal/program"
)

// Limits of a recording. It is hostile until proven: whoever may write an article may put any bytes under any name.
const (
	mostRecording  = 60 << 20 // bytes
	leastRecording = time.Second
	shortBy        = 0.02 // of the length that a file promises: more is missing only where something was cut off
	probeTimeout   = 10 * time.Second
	decodeTimeout  = 2 * time.Minute
	endsBelow      = 25.0      // LU below the whole: silence and breath at the ends
	maxAlloc       = 256 << 20 // bytes that ffmpeg may ask for at once
)

// demuxers are the forms that ffmpeg is told to expect, so that it never guesses: a list of addresses must not become a stream.
var demuxers = map[string]string{article.MP3: "mp3", article.WAV: "wav", article.M4A: "mov", article.Ogg: "ogg"}

// codecs are those that telephones, recorders and editors write into these forms.
var codecs = []string{"mp3", "aac", "vorbis", "opus", "flac", "alac", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_u8", "pcm_alaw", "pcm_mulaw"}

// Record makes the finished sound of a recording, a file of this machine of a kind of package article ([article.MP3] and so on). Tags,
// pictures and chapters of the recording never pass.
//
// An MP3 that already is what [Tools.MP3] would make of it keeps its frames, with the tag in place of its own: that needs no
// program, and encoding once more would only cost quality. Anything else is looked at by ffprobe, decoded within bounds of bytes, time
// and memory, freed of silence at its ends, and mastered. A file that cannot be used is a [*Flaw] that names it; [ErrNoTools] says that
// it might be used if ffmpeg were there. In folder, a private one, nothing is left in any case.
func (t Tools) Record(ctx context.Context, folder, file, kind string, tag Tag) (mp3 []byte, length time.Duration, err error) {
	defer func() {
		if bad, ok := errors.AsType[*Flaw](err); ok {
			err = &Flaw{Kind: bad.Kind, Text: fmt.Sprintf("bản ghi âm “%s”: %s", filepath.Base(file), bad.Text), Cure: bad.Cure, cause: bad}
		}
	}()
	dir, err := os.MkdirTemp(folder, "thu-")
	if err != nil {
		return nil, 0, fmt.Errorf("take a recording: %w", err)
	}
	defer os.RemoveAll(dir)
	own := filepath.Join(dir, "vao") // programs get a copy: nobody can exchange it, and its name means nothing
	data, err := take(file, own, kind)
	if err != nil {
		return nil, 0, err
	}
	mp3, length, unfit := asItIs(data, kind, tag)
	switch {
	case unfit == nil:
		return mp3, length, nil
	case t.FFmpeg == "":
		return nil, 0, fmt.Errorf("%w, and as it is the recording cannot be offered: %v", ErrNoTools, unfit)
	}
	samples, err := t.samples(ctx, dir, data, kind)
	if err != nil {
		return nil, 0, err
	}
	return t.MP3(ctx, dir, samples, tag)
}

// take reads a recording and lays a copy of it beside.
func take(file, copied, kind string) ([]byte, error) {
	info, err := os.Lstat(file)
	switch {
	case err != nil:
		return nil, fmt.Errorf("take a recording: %w", err)
	case !info.Mode().IsRegular():
		return nil, flaw(NotSound, "Bỏ liên kết, chép tệp thật vào thư mục bài.", "không phải tệp thường")
	case info.Size() > mostRecording:
		return nil, tooBig()
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("take a recording: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostRecording+1)) // it may have grown
	switch {
	case err != nil:
		return nil, fmt.Errorf("take a recording: %w", err)
	case len(data) > mostRecording:
		return nil, tooBig()
	case len(data) == 0:
		return nil, flaw(NotSound, "Chép lại tệp từ máy ghi âm.", "không có gì bên trong")
	}
	if is := article.SoundKind(data); is != kind || demuxers[kind] == "" {
		switch {
		case demuxers[is] != "":
			is = " (nội dung là tiếng " + is + ")"
		case is != "":
			is = " (nội dung là " + is + ")"
		}
		return nil, flaw(NotSound, "Xuất lại dưới dạng MP3 hoặc WAV.", "không phải tiếng %s%s", kind, is)
	}
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		return nil, fmt.Errorf("take a recording: %w", err)
	}
	return data, nil
}

func tooBig() *Flaw {
	return flaw(WrongLength, "Xuất lại dưới dạng MP3 một kênh, hoặc cắt ngắn.", "nặng hơn %d MB", mostRecording>>20)
}

// asItIs gives a recording that already is what it would become, with another tag; or what is wrong with it.
func asItIs(data []byte, kind string, tag Tag) ([]byte, time.Duration, error) {
	if kind != article.MP3 {
		return nil, 0, flaw(BadFrames, "Xuất lại dưới dạng MP3.", "không phải MP3")
	}
	file := tag.bytes()
	if s, err := split(data); err == nil { // else inspect says what is wrong
		file = append(file, s.frames...)
	}
	f, err := inspect(file)
	if err == nil {
		err = f.judge(file, f.Samples, tag)
	}
	return file, f.Length(), err
}

// samples decodes a recording, at 44.1 kHz and in one channel, without the silence at its ends.
func (t Tools) samples(ctx context.Context, dir string, data []byte, kind string) ([]int16, error) {
	if kind == article.Ogg && !lastPageWhole(data) {
		return nil, cutOff()
	}
	promised, err := t.probe(ctx, dir, kind)
	if err != nil {
		return nil, err
	}
	samples, err := t.decode(ctx, dir, kind, promised)
	if err != nil {
		return nil, err
	}
	length := timeOf(len(samples))
	switch {
	case length > maxLength:
		return nil, tooLong(length)
	case (kind != article.MP3 || counted(data)) && length.Seconds() < promised.Seconds()*(1-shortBy):
		return nil, cutOff()
	case length < leastRecording:
		return nil, flaw(WrongLength, "Nghe thử tệp; có phải chép nhầm tệp khác?", "chỉ dài %s", seconds(length))
	}
	level := loudness(samples)
	if math.IsInf(level, -1) {
		return nil, noSound()
	}
	first, last, _ := soundingAbove(samples, fullScale*math.Pow(10, (level-endsBelow)/20))
	return samples[max(0, first-trimBefore):min(len(samples), last+trimAfter)], nil
}

func cutOff() *Flaw {
	return flaw(CutOff, "Chép lại cả tệp từ máy ghi âm.", "bị cắt cụt, thiếu phần cuối")
}

// probe asks ffprobe what is in the copied file, refuses what is not one recording of one or two channels, and gives the length that the
// file promises.
func (t Tools) probe(ctx context.Context, dir, kind string) (promised time.Duration, err error) {
	said, err := program.Run(ctx, program.Command{
		Argv: []string{t.FFprobe, "-v", "error", "-max_alloc", strconv.Itoa(maxAlloc), "-protocol_whitelist", "file,pipe", "-f", demuxers[kind],
			"-show_entries", "stream=codec_type,codec_name,sample_rate,channels:stream_disposition=attached_pic:format=duration", "-of", "json", "vao"},
		Dir: dir, Timeout: probeTimeout,
	})
	if err != nil {
		return 0, broken(err, kind)
	}
	var found struct {
		Streams []struct {
			Type        string `json:"codec_type"`
			Codec       string `json:"codec_name"`
			Rate        string `json:"sample_rate"`
			Channels    int    `json:"channels"`
			Disposition struct {
				Picture int `json:"attached_pic"`
			} `json:"disposition"`
		} `json:"streams"`
		Format struct {
			Duration string `json:"duration"`
		} `json:"format"`
	}
	if err := json.Unmarshal(said.Stdout, &found); err != nil {
		return 0, fmt.Errorf("take a recording: ffprobe: %w", err)
	}
	sounds := 0
	for _, s := range found.Streams {
		switch {
		case s.Type == "video" && s.Disposition.Picture == 0:
			return 0, flaw(Film, "Chỉ xuất phần tiếng, dưới dạng MP3 hoặc WAV.", "là phim, không phải tiếng")
		case s.Type != "audio":
			continue
		case !slices.Contains(codecs, s.Codec):
			return 0, flaw(NotSound, "Xuất lại dưới dạng MP3 hoặc WAV.", "dùng cách nén tiếng không được nhận (%s)", strings.Map(printable, s.Codec))
		case s.Rate == "" || s.Rate == "0" || s.Channels < 1:
			return 0, flaw(NotSound, "Xuất lại dưới dạng MP3 hoặc WAV.", "không phải tiếng %s", kind)
		case s.Channels > 2:
			return 0, flaw(NotSound, "Xuất lại với một kênh.", "có %d kênh, chỉ nhận một hoặc hai", s.Channels)
		}
		sounds++
	}
	if sounds != 1 {
		return 0, flaw(NotSound, "Xuất lại với đúng một đường tiếng.", "có %d đường tiếng", sounds)
	}
	length, _ := strconv.ParseFloat(found.Format.Duration, 64) // "N/A" where the form knows no length
	if promised = time.Duration(min(max(length, 0), 1e6) * float64(time.Second)); promised > maxLength {
		return 0, tooLong(promised)
	}
	return promised, nil
}

// printable leaves of a program's word what can be shown.
func printable(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r == '_' {
		return r
	}
	return -1
}

// broken words a program's refusal to read a recording. Trouble of the machine stays what it is.
func broken(err error, kind string) error {
	if _, ok := errors.AsType[*program.ExitError](err); !ok {
		return fmt.Errorf("take a recording: %w", err)
	}
	bad := flaw(NotSound, "Mở tệp nghe thử; xuất lại dưới dạng MP3 hoặc WAV.", "hỏng, bị cắt cụt hoặc không phải tiếng %s", kind)
	bad.cause = err
	return bad
}

// decode has ffmpeg decode the copied file, at most a second more than is allowed. A broken packet is an error.
func (t Tools) decode(ctx context.Context, dir, kind string, promised time.Duration) ([]int16, error) {
	const second = 2 * rate
	longest := int64(maxLength/time.Second) + 1
	pcm := pcmWriter{samples: make([]int16, 0, samplesOf(promised)+rate)}
	_, err := program.Run(ctx, program.Command{
		Argv: []string{t.FFmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error", "-max_alloc", strconv.Itoa(maxAlloc), "-threads", "1",
			"-xerror", "-err_detect", "explode", "-protocol_whitelist", "file,pipe", "-f", demuxers[kind], "-i", "vao",
			"-map", "0:a:0", "-vn", "-sn", "-dn", "-t", strconv.FormatInt(longest, 10), "-ac", "1", "-ar", strconv.Itoa(rate), "-f", "s16le", "pipe:1"},
		Dir: dir, Timeout: decodeTimeout, Stdout: &pcm, MaxOutput: longest * second,
	})
	if err != nil {
		return nil, broken(err, kind)
	}
	return pcm.samples, nil
}

// pcmWriter gathers 16-bit little-endian PCM.
type pcmWriter struct {
	samples []int16
	low     byte // of a sample whose other half is to come
	half    bool
}

func (w *pcmWriter) Write(p []byte) (int, error) {
	for _, b := range p {
		if w.half = !w.half; w.half {
			w.low = b
		} else {
			w.samples = append(w.samples, int16(uint16(w.low)|uint16(b)<<8))
		}
	}
	return len(p), nil
}

// counted says whether an MP3 says how many frames it has. Without that its length is a guess from its first frames.
func counted(data []byte) bool {
	first := behindTags(data)
	first = first[:min(len(first), article.SoundHead)]
	return slices.ContainsFunc([]string{"Xing", "Info", "VBRI"}, func(mark string) bool { return bytes.Contains(first, []byte(mark)) })
}

// lastPageWhole says whether an Ogg file ends where its last page ends (RFC 3533 section 6). ffmpeg takes half a page for the end.
func lastPageWhole(data []byte) bool {
	const head = 27
	at := bytes.LastIndex(data, []byte("OggS"))
	if at < 0 || len(data)-at < head {
		return false
	}
	page := data[at:]
	size := head + int(page[head-1])
	if size > len(page) {
		return false
	}
	for _, segment := range page[head:size] {
		size += int(segment)
	}
	return size == len(page)
}
