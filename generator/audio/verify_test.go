package audio

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// encoded is an MP3 that ffmpeg makes of samples without the chain.
func encoded(t testing.TB, samples []int16, options ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "ra.mp3")
	argv := []string{"ffmpeg", "-v", "error", "-i", written(t, "in.wav", writeWave(samples)), "-ac", "1", "-ar", "44100", "-b:a", "64k", "-id3v2_version", "0"}
	run(t, append(append(argv, options...), "-fflags", "+bitexact", out)...)
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestEveryFlawIsFound(t *testing.T) {
	tag := Tag{Title: "Thấy dây rơi", Lyrics: "Đứng xa."}
	tone := func(dbfs float64, length time.Duration) []int16 { return sine(880, dbfs, length, 0) }
	join := func(parts ...[]int16) (all []int16) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	right := tone(-12.5, 4*time.Second) // 3 dB less in one channel
	good := append(tag.bytes(), encoded(t, right)...)
	clipped := tone(-12.5, 4*time.Second)
	for at := rate; at < rate+rate/10; at++ {
		clipped[at] = map[bool]int16{true: 32767, false: -32768}[at/300%2 == 0]
	}
	cover := append([]byte("ID3\x03\x00\x00\x00\x00\x00\x0a"), make([]byte, 10)...)
	for _, c := range []struct {
		name    string
		file    []byte
		planned int
		want    FlawKind // flawKinds: none
	}{
		{"none", good, len(right), flawKinds},
		{"none in a short sound", append(tag.bytes(), encoded(t, tone(-3, time.Second))...), rate, flawKinds},
		{"none with an old tag behind", append(bytes.Clone(good), append([]byte("TAG"), make([]byte, 125)...)...), len(right), flawKinds},
		{"half of it", good[:len(good)/2], len(right), BadFrames},
		{"half of it, between two frames", good[:len(tag.bytes())+209+40*209], len(right), BadFrames},
		{"a byte between the frames", append(append(bytes.Clone(good[:len(good)-208]), 0), good[len(good)-208:]...), len(right), BadFrames},
		{"words behind the frames", append(bytes.Clone(good), "chữ"...), len(right), BadFrames},
		{"two channels", append(tag.bytes(), encoded(t, right, "-ac", "2")...), len(right), BadFrames},
		{"another rate", append(tag.bytes(), encoded(t, right, "-ar", "48000")...), len(right), BadFrames},
		{"MPEG-2", append(tag.bytes(), encoded(t, right, "-ar", "22050")...), len(right), BadFrames},
		{"128 kbit/s", append(tag.bytes(), encoded(t, right, "-b:a", "128k")...), len(right), BadFrames},
		{"a rate that changes", append(tag.bytes(), encoded(t, right, "-q:a", "5")...), len(right), BadFrames},
		{"no frame", tag.bytes(), 0, BadFrames},
		{"nothing", nil, 0, BadFrames},
		{"two per cent too short", good, len(right) * 102 / 100, WrongLength},
		{"two per cent too long", good, len(right) * 98 / 100, WrongLength},
		{"silence", append(tag.bytes(), encoded(t, make([]int16, 4*rate))...), 4 * rate, NoSound},
		{"too soft", append(tag.bytes(), encoded(t, tone(-20, 4*time.Second))...), 4 * rate, WrongVolume},
		{"too loud", append(tag.bytes(), encoded(t, tone(-8, 4*time.Second))...), 4 * rate, WrongVolume},
		{"a peak", append(tag.bytes(), encoded(t, join(tone(-0.2, 300*time.Millisecond), tone(-20, 8*time.Second)))...), 8*rate + rate*3/10, HighPeak},
		{"clipping", append(tag.bytes(), encoded(t, clipped)...), len(clipped), Clipped},
		{"a late start", append(tag.bytes(), encoded(t, join(make([]int16, rate*3/2), right))...), len(right) + rate*3/2, LateStart},
		{"a hole", append(tag.bytes(), encoded(t, join(right, make([]int16, 3*rate+rate/10), right))...), 2*len(right) + 3*rate + rate/10, LongSilence},
		{"silence at the end", append(tag.bytes(), encoded(t, join(right, make([]int16, 3*rate+rate/10)))...), len(right) + 3*rate + rate/10, LongSilence},
		{"another tag", append(Tag{Title: "Thấy dây rớt", Lyrics: "Đứng xa."}.bytes(), good[len(tag.bytes()):]...), len(right), LostTag},
		{"no tag", good[len(tag.bytes()):], len(right), LostTag},
		{"a foreign tag before ours", append(cover, good...), len(right), LostTag},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Verify(c.file, c.planned, tag)
			var flaw *Flaw
			switch {
			case c.want == flawKinds && err != nil:
				t.Errorf("%v; %+v", err, f)
			case c.want == flawKinds:
			case !errors.As(err, &flaw) || flaw.Kind != c.want:
				t.Errorf("%v, want flaw %d; %+v", err, c.want, f)
			case flaw.Text == "" || flaw.Cure == "":
				t.Errorf("no words: %+v", flaw)
			default:
				t.Log(flaw.Text)
			}
		})
	}
}

// TestDecodingIsThatOfOthers: sample for sample what ffmpeg decodes, but for its rounding; where the sound begins is the same.
func TestDecodingIsThatOfOthers(t *testing.T) {
	for name, samples := range map[string][]int16{
		"a voice": saidBy(t, "vi")[:3*rate], "a loud tone": sine(3000, -1, 2*time.Second, 1), "a click": append(make([]int16, 999), 30000),
	} {
		file := encoded(t, samples)
		s, err := split(file)
		if err != nil {
			t.Fatal(err)
		}
		ours, err := s.decode()
		theirs := pcmOf(t, file)
		if err != nil || len(ours) != len(samples) || len(theirs) != len(samples) {
			t.Errorf("%s: %d samples became %d, by ffmpeg %d; %v", name, len(samples), len(ours), len(theirs), err)
			continue
		}
		for i := range ours {
			if off := int(ours[i]) - int(theirs[i]); max(off, -off) > 4 {
				t.Errorf("%s: sample %d is %d, by ffmpeg %d", name, i, ours[i], theirs[i])
				break
			}
		}
	}
}

// FuzzFrames: whatever a file holds, it is split and decoded without a panic; what is taken for a stream lies in the file as it is, frame
// behind frame, and gives as many samples as it says.
func FuzzFrames(f *testing.F) {
	f.Add([]byte("ID3\x03\x00\x00\x00\x00\x00\x00"))
	f.Add(bytes.Repeat(append([]byte{0xff, 0xfb, 0x50, 0xc0}, make([]byte, 204)...), 3))
	noisy := make([]byte, 0, 2000)
	for i := range 8 {
		frame := append([]byte{0xff, 0xfb, 0x52, 0xc4}, make([]byte, 205)...)
		for j := 4; j < len(frame); j++ {
			frame[j] = byte(j*i*31 + j*7)
		}
		noisy = append(noisy, frame...)
	}
	f.Add(noisy)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := split(data)
		if err != nil {
			return
		}
		if len(s.head)+len(s.frames) > len(data) || !bytes.Equal(append(bytes.Clone(s.head), s.frames...), data[:len(s.head)+len(s.frames)]) {
			t.Fatalf("%x: not the file's own bytes", data)
		}
		if s.length < 0 || s.length > s.count*frameSamples {
			t.Fatalf("%x: %d samples of %d frames", data, s.length, s.count)
		}
		samples, err := s.decode()
		if err == nil && len(samples) > s.length {
			t.Errorf("%x: %d samples, %d said", data, len(samples), s.length)
		}
	})
}

// FuzzDecode: whatever stands inside frames of the one form, decoding ends, with an error or with a sample for each that the frames hold.
func FuzzDecode(f *testing.F) {
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{0, 3, 0xc0, 0, 1, 0xa4, 0, 0, 0, 0x20, 0, 0, 0x34, 0x80, 0, 0, 4}, 60))
	f.Add(bytes.Repeat([]byte{0x5d, 0x83, 0xc0, 0xff, 0xee, 0x12, 0x99}, 100))
	f.Fuzz(func(t *testing.T, data []byte) {
		var file []byte
		for len(data) > 0 {
			body := make([]byte, frameBytes-4)
			data = data[copy(body, data):]
			file = append(append(file, 0xff, 0xfb, 0x50, 0xc0), body...)
		}
		s, err := split(file)
		if err != nil {
			return
		}
		samples, err := s.decode()
		if want := min(s.length, max(0, s.count*frameSamples-s.skip)); err == nil && len(samples) != want {
			t.Errorf("%d samples of %d", len(samples), want)
		}
	})
}
