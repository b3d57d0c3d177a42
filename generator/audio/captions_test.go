package audio

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

const second = time.Second

func TestCaptionsSayTheWrittenText(t *testing.T) {
	sound := &Sound{Length: 20 * second, Cues: []Cue{
		{1500 * time.Millisecond, 3*second + 999_999, "Gọi 113 & 115 --> <ngay>."},
		{4 * second, 14 * second, "Ủy ban nhân dân xã đề nghị bà con không đào bới, không đốt rác dưới đường dây và báo ngay cho trưởng thôn khi thấy cột nghiêng, dây võng."},
		{3700 * second, 3702 * second, "Sau khi hết."},
	}}
	want := `WEBVTT

1
00:00:01.500 --> 00:00:03.000
Gọi 113 &amp; 115 --&gt; &lt;ngay&gt;.

2-1
00:00:04.000 --> 00:00:08.926
Ủy ban nhân dân xã đề nghị bà con
không đào bới, không đốt rác dưới

2-2
00:00:08.926 --> 00:00:14.000
đường dây và báo ngay cho trưởng
thôn khi thấy cột nghiêng, dây võng.
`
	if got := string(checkCaptions(t, sound)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzCaptions: whatever the cues are, the captions are a WebVTT file in order, without overlap, inside the sound.
func FuzzCaptions(f *testing.F) {
	f.Add("Bà con chú ý.", int64(1e9), int64(2e9), int64(3e9), int64(5e9))
	f.Add("a-->b <c> & d", int64(0), int64(1), int64(0), int64(5e9))
	f.Add(strings.Repeat("dài ", 100)+strings.Repeat("x", 50), int64(5e9), int64(1e6), int64(-5), int64(7e9))
	f.Fuzz(func(t *testing.T, text string, a, b, c, length int64) {
		if !utf8.ValidString(text) {
			return
		}
		text = viet.NFC(text)
		checkCaptions(t, &Sound{Length: time.Duration(length), Cues: []Cue{
			{time.Duration(a), time.Duration(b), text}, {time.Duration(b), time.Duration(c), text}, {time.Duration(a), time.Duration(c), "Hết."}}})
	})
}

var (
	captionTime = regexp.MustCompile(`^(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})$`)
	badEscape   = regexp.MustCompile(`[<>]|&(?:[^aglt]|a[^m]|g[^t]|l[^t])`)
)

// checkCaptions parses the captions of a sound and holds them to what players ask for.
func checkCaptions(t testing.TB, s *Sound) []byte {
	t.Helper()
	file := Captions(s)
	text := string(file)
	if !utf8.Valid(file) || !viet.IsNFC(text) {
		t.Fatalf("not UTF-8 in NFC: %q", text)
	}
	head, rest, _ := strings.Cut(text, "\n")
	if head != "WEBVTT" {
		t.Fatalf("head %q", head)
	}
	last := int64(0)
	for block := range strings.SplitSeq(strings.Trim(rest, "\n"), "\n\n") {
		if block == "" {
			continue
		}
		lines := strings.Split(block, "\n")
		if len(lines) < 3 || len(lines) > 2+captionLines {
			t.Fatalf("a caption of %d lines: %q", len(lines), block)
		}
		m := captionTime.FindStringSubmatch(lines[1])
		if m == nil {
			t.Fatalf("times %q", lines[1])
		}
		at := func(m []string) (ms int64) {
			for i, unit := range []int64{3_600_000, 60_000, 1000, 1} {
				n, err := strconv.ParseInt(m[i], 10, 64)
				if err != nil {
					t.Fatal(err)
				}
				ms += n * unit
			}
			return ms
		}
		start, end := at(m[1:5]), at(m[5:9])
		if start < last || end <= start || end > s.Length.Milliseconds() {
			t.Fatalf("%s after %d ms, in a sound of %v", lines[1], last, s.Length)
		}
		last = end
		for _, line := range lines[2:] {
			if strings.Contains(line, "-->") || badEscape.MatchString(line) || strings.TrimSpace(line) == "" {
				t.Fatalf("line %q", line)
			}
			if utf8.RuneCountInString(line) > captionLine+20 && strings.Contains(line, " ") { // escapes make it longer
				t.Fatalf("a long line %q", line)
			}
		}
	}
	return file
}

// TestCaptionsAreReadByFFmpeg asks a reader of another house.
func TestCaptionsAreReadByFFmpeg(t *testing.T) {
	ffprobe, err := exec.LookPath("ffprobe")
	if err != nil {
		t.Skip("ffprobe is not installed: its reader of WebVTT was not asked")
	}
	file := filepath.Join(t.TempDir(), "loi-doc.vtt")
	sound := &Sound{Length: 9 * second, Cues: []Cue{{second, 2 * second, "Một & <hai>"}, {3 * second, 8 * second, strings.Repeat("Bà con chú ý. ", 10)}}}
	if err := os.WriteFile(file, Captions(sound), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(ffprobe, "-v", "error", "-f", "webvtt", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", file).CombinedOutput()
	if got := strings.Fields(string(out)); err != nil || len(got) != 3 || got[0] != "1.000000,1.000000," {
		t.Errorf("%q, %v", out, err)
	}
}
