package site

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/audio"
)

// TestListening: what is said of a sound before it is fetched.
func TestListening(t *testing.T) {
	for _, c := range []struct {
		name  string
		sound audio.Sound
		want  Listening
	}{
		{"a machine", audio.Sound{Name: "a.mp3", Size: 1_150_001, Length: 150*time.Second + 600*time.Millisecond, Synthetic: true, Voice: "espeak-ng vi"},
			Listening{"/am-thanh/a.mp3", "2 phút 31 giây", "1,2 MB", "giọng máy tổng hợp"}},
		{"a person", audio.Sound{Name: "b.mp3", Size: 12_000_000, Length: 25 * time.Minute, Voice: "Hồ Thị Lan"},
			Listening{"/am-thanh/b.mp3", "25 phút", "12 MB", "người đọc: Hồ Thị Lan"}},
		{"nobody knows who", audio.Sound{Name: "c.mp3", Size: 1, Length: 400 * time.Millisecond},
			Listening{"/am-thanh/c.mp3", "0 giây", "0,1 MB", "giọng người đọc"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			composer := &composer{Content: Content{Sounds: map[string]*audio.Sound{"x": &c.sound}}}
			got := *composer.listening("x")
			got.Length, got.Size = strings.ReplaceAll(got.Length, noBreak, " "), strings.ReplaceAll(got.Size, noBreak, " ")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if composer.listening("y") != nil {
				t.Error("an article without sound can be heard")
			}
		})
	}
}

// TestMegabytes: begun tenths of a million bytes.
func TestMegabytes(t *testing.T) {
	for bytes, want := range map[int64]string{1: "0,1 MB", 100_000: "0,1 MB", 100_001: "0,2 MB", 999_999: "1 MB", 1_000_000: "1 MB", 1_200_000: "1,2 MB", 60_000_000: "60 MB", 10_050_000: "10,1 MB"} {
		if got := strings.ReplaceAll(megabytes(bytes), noBreak, " "); got != want {
			t.Errorf("%d bytes: %s, not %s", bytes, got, want)
		}
	}
}
