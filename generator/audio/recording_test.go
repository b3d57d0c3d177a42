package audio

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
)

// made is a file that ffmpeg makes of a WAV file, by these options; its name's ending says the form.
func made(t testing.TB, wave []byte, name string, options ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), name)
	run(t, append(append([]string{"ffmpeg", "-v", "error", "-i", written(t, "in.wav", wave)}, options...), out)...)
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// still are silent frames of 8 kbit/s at 8 kHz, 72 ms and 72 bytes each.
func still(n int) []byte {
	return bytes.Repeat(append([]byte{0xff, 0xe3, 0x18, 0xc0}, make([]byte, 68)...), n)
}

var recordingTag = Tag{Title: "Thấy dây rơi", Voice: "Nguyễn Thị Hoa", Lyrics: spokenText}

func TestRecordingsOfPeopleBecomeSounds(t *testing.T) {
	tools := tools(t)
	voice := saidBy(t, "vi")[:5*rate]
	wave := writeWave(voice)
	picture := written(t, "bia.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"))
	padded := slices.Concat(make([]int16, 4*rate), voice, make([]int16, 5*rate))
	for _, c := range []struct {
		name, kind string
		file       []byte
	}{
		{"a telephone's WAV", article.WAV, telephone(t, voice)},
		{"24 bits, two channels", article.WAV, made(t, wave, "a.wav", "-c:a", "pcm_s24le", "-ac", "2", "-ar", "48000")},
		{"an MP3 of an editor", article.MP3, made(t, wave, "a.mp3", "-b:a", "128k", "-ac", "2", "-metadata", "title=Tên cũ")},
		{"an MP3 of changing rate that does not count its frames", article.MP3, made(t, wave, "a.mp3", "-q:a", "4", "-write_xing", "0")},
		{"an MP3 with a picture", article.MP3, made(t, wave, "a.mp3", "-i", picture, "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic", "-id3v2_version", "3")},
		{"a memo of a telephone", article.M4A, made(t, wave, "a.m4a", "-c:a", "aac", "-metadata", "title=Tên cũ")},
		{"a voice message", article.Ogg, made(t, wave, "a.opus", "-c:a", "libopus", "-b:a", "24k")},
		{"Vorbis", article.Ogg, made(t, wave, "a.ogg", "-c:a", "libvorbis")},
		{"FLAC in Ogg", article.Ogg, made(t, wave, "a.oga", "-c:a", "flac")},
		{"silence at both ends", article.WAV, writeWave(padded)},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			file, length, err := tools.Record(t.Context(), folder, written(t, "doc", c.file), c.kind, recordingTag)
			if err != nil {
				t.Fatal(err)
			}
			f, err := Verify(file, samplesOf(length), recordingTag)
			if err != nil {
				t.Error(err)
			}
			if off := (length - timeOf(len(voice))).Abs(); off > 700*time.Millisecond { // the silence behind the voice may be gone
				t.Errorf("%v became %v", timeOf(len(voice)), length)
			}
			loud, peak := metered(t, file)
			t.Logf("%v: %.1f LUFS, %.1f dBTP, first sound after %v", length, loud, peak, f.First)
			if loud < -17 || loud > -15 || peak > -1 || f.First > 300*time.Millisecond {
				t.Errorf("%.1f LUFS, %.1f dBTP, first sound after %v", loud, peak, f.First)
			}
			if bytes.Contains(file, []byte("PNG")) || bytes.Contains(file, encode("Tên cũ")[2:]) {
				t.Error("the recording's own tag or picture has passed")
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestRecordingIsRefusedWithAReason(t *testing.T) {
	tools := tools(t)
	wave := writeWave(saidBy(t, "vi")[:5*rate])
	film := func(name string, options ...string) []byte {
		return made(t, wave, name, append([]string{"-f", "lavfi", "-i", "testsrc=d=2:s=64x64:r=5", "-map", "0:a", "-map", "1:v", "-c:v", "mpeg4", "-c:a", "aac"}, options...)...)
	}
	half := func(file []byte) []byte { return file[:len(file)/2] }
	opus := made(t, wave, "a.opus", "-c:a", "libopus")
	lying := bytes.Clone(still(25_100)) // 30 minutes and 7 seconds that call themselves 100 frames
	copy(lying[4+9:], "Xing\x00\x00\x00\x01\x00\x00\x00\x64")
	for _, c := range []struct {
		name, kind string
		file       []byte
		want       FlawKind
		says       string
	}{
		{"nothing", article.MP3, nil, NotSound, "không có gì bên trong"},
		{"a text", article.MP3, []byte("Bài này chưa thu."), NotSound, "không phải tiếng MP3 (nội dung là văn bản)"},
		{"a list of addresses", article.MP3, []byte("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1/\n"), NotSound, "nội dung là văn bản"},
		{"a list of addresses behind a tag", article.MP3, []byte("ID3\x03\x00\x00\x00\x00\x00\x00#EXTM3U\nhttp://127.0.0.1/\n"), NotSound, "không phải tiếng MP3"},
		{"a WAV", article.MP3, wave, NotSound, "không phải tiếng MP3 (nội dung là tiếng WAV)"},
		{"noise behind two frames", article.MP3, append(still(2), bytes.Repeat([]byte("\x01\x9a\x55"), 3000)...), NotSound, "không phải tiếng MP3"},
		{"an M4A called Ogg", article.Ogg, made(t, wave, "a.m4a", "-c:a", "aac"), NotSound, "nội dung là tiếng M4A"},
		{"a film in an M4A", article.M4A, film("a.m4a", "-f", "mp4"), Film, "là phim"},
		{"a film in a WAV's name", article.WAV, film("a.mp4"), NotSound, "nội dung là tiếng M4A"},
		{"two tracks", article.M4A, made(t, wave, "a.m4a", "-map", "0:a", "-map", "0:a", "-c:a", "aac"), NotSound, "có 2 đường tiếng"},
		{"six channels", article.WAV, made(t, wave, "a.wav", "-ac", "6"), NotSound, "có 6 kênh"},
		{"a codec of telephones of old", article.WAV, made(t, wave, "a.wav", "-c:a", "adpcm_ima_wav"), NotSound, "adpcm_ima_wav"},
		{"half a WAV", article.WAV, half(wave), NotSound, "hỏng, bị cắt cụt"},
		{"half an MP3", article.MP3, half(made(t, wave, "a.mp3", "-b:a", "128k")), CutOff, "bị cắt cụt"},
		{"half an M4A", article.M4A, half(made(t, wave, "a.m4a", "-c:a", "aac")), NotSound, "hỏng, bị cắt cụt"},
		{"half an M4A that begins with its index", article.M4A, half(made(t, wave, "a.m4a", "-c:a", "aac", "-movflags", "+faststart")), NotSound, "hỏng, bị cắt cụt"},
		{"half an Ogg", article.Ogg, half(opus), CutOff, "bị cắt cụt"},
		{"three hours", article.MP3, still(150_000), WrongLength, "dài 3 giờ 00 phút, quá 30 phút"},
		{"half an hour and more, under a false count", article.MP3, lying, WrongLength, "quá 30 phút"},
		{"half a second", article.WAV, writeWave(sine(500, -10, time.Second/2, 0)), WrongLength, "chỉ dài 0,5 giây"},
		{"silence", article.WAV, writeWave(make([]int16, 5*rate)), NoSound, "không có tiếng"},
		{"a hole in the middle", article.WAV, writeWave(slices.Concat(sine(500, -10, 2*time.Second, 0), make([]int16, 6*rate), sine(500, -10, 2*time.Second, 0))), LongSilence, "lặng 6,0 giây từ phút 0:02"},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			file, _, err := tools.Record(t.Context(), folder, written(t, "doc.mp3", c.file), c.kind, recordingTag)
			bad, ok := errors.AsType[*Flaw](err)
			if !ok || bad.Kind != c.want || !strings.Contains(bad.Text, c.says) || !strings.Contains(bad.Text, "“doc.mp3”") || bad.Cure == "" || file != nil {
				t.Errorf("%d bytes, %v, want flaw %d that says %q", len(file), err, c.want, c.says)
			} else {
				t.Logf("%s. %s", bad.Text, bad.Cure)
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestRecordingMustBeAFileOfItsOwn(t *testing.T) {
	folder := t.TempDir()
	real := written(t, "that.wav", writeWave(sine(500, -10, 2*time.Second, 0)))
	link := filepath.Join(t.TempDir(), "doc.wav")
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if _, _, err := (Tools{}).Record(t.Context(), folder, link, article.WAV, Tag{}); !isFlaw(err, NotSound) {
		t.Errorf("a link: %v", err)
	}
	if _, _, err := (Tools{}).Record(t.Context(), folder, filepath.Join(folder, "khong-co.wav"), article.WAV, Tag{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	big := written(t, "to.wav", nil)
	if err := os.Truncate(big, mostRecording+1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := (Tools{}).Record(t.Context(), folder, big, article.WAV, Tag{}); !isFlaw(err, WrongLength) {
		t.Errorf("more than 60 MB: %v", err)
	}
}

func isFlaw(err error, kind FlawKind) bool {
	bad, ok := errors.AsType[*Flaw](err)
	return ok && bad.Kind == kind
}

// TestFinishedRecordingIsOfferedAsItIs: an MP3 that needs nothing keeps its frames, whether ffmpeg is there or not; one that needs
// something waits for ffmpeg.
func TestFinishedRecordingIsOfferedAsItIs(t *testing.T) {
	tools := tools(t)
	finished, length, err := tools.MP3(t.Context(), t.TempDir(), saidBy(t, "vi")[:5*rate], Tag{Title: "Tên cũ"})
	if err != nil {
		t.Fatal(err)
	}
	frames := finished[len(Tag{Title: "Tên cũ"}.bytes()):]
	old := append(bytes.Clone(finished), append([]byte("TAG"), make([]byte, 125)...)...)
	for name, with := range map[string]Tools{"with ffmpeg": tools, "without": {}} {
		file, is, err := with.Record(t.Context(), t.TempDir(), written(t, "doc.mp3", old), article.MP3, recordingTag)
		if err != nil || is != length || !bytes.Equal(file, append(recordingTag.bytes(), frames...)) {
			t.Errorf("%s: %v, %v", name, is, err)
		}
	}
	for name, c := range map[string]struct {
		kind string
		file []byte
	}{
		"a WAV":            {article.WAV, writeWave(sine(500, -10, 4*time.Second, 0))},
		"too soft":         {article.MP3, encoded(t, sine(500, -30, 4*time.Second, 0))},
		"two channels":     {article.MP3, encoded(t, sine(500, -10, 4*time.Second, 0), "-ac", "2")},
		"cut off":          {article.MP3, finished[:len(finished)/2]},
		"silence in front": {article.MP3, encoded(t, append(make([]int16, 2*rate), sine(500, -10, 4*time.Second, 0)...))},
	} {
		if file, _, err := (Tools{}).Record(t.Context(), t.TempDir(), written(t, "doc", c.file), c.kind, recordingTag); !errors.Is(err, ErrNoTools) || file != nil {
			t.Errorf("%s without ffmpeg: %d bytes, %v", name, len(file), err)
		}
	}
	if _, _, err := (Tools{}).Record(t.Context(), t.TempDir(), written(t, "doc.mp3", []byte("chữ")), article.MP3, recordingTag); !isFlaw(err, NotSound) {
		t.Errorf("a text without ffmpeg: %v", err)
	}
}

func TestTakingARecordingEndsWithItsContext(t *testing.T) {
	tools := tools(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	stopped := errors.New("stopped by hand")
	cancel(stopped)
	folder := t.TempDir()
	if _, _, err := tools.Record(ctx, folder, written(t, "doc.wav", writeWave(sine(500, -10, 4*time.Second, 0))), article.WAV, Tag{}); !errors.Is(err, stopped) {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestPCMWriterTakesHalves(t *testing.T) {
	want := sine(500, -10, 10*time.Millisecond, 0)
	var pcm []byte
	for _, s := range want {
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(s))
	}
	var w pcmWriter
	for at, n := 0, 1; at < len(pcm); at, n = at+n, n%7+1 {
		if _, err := w.Write(pcm[at:min(at+n, len(pcm))]); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(w.samples, want) {
		t.Error("samples that come in pieces are others")
	}
}
