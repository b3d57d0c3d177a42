package settings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/settings"
)

// TestSoundFollowsTheReading: where [am_thanh] does not say how fast the machine reads, it reads like the announcers.
func TestSoundFollowsTheReading(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     settings.Sound
	}{
		{"toc_do = 130\n", "", settings.Sound{Make: settings.SoundRequired, Rate: 140, Voice: "vi-vn-x-south"}},
		{"giong = \"vi-vn-x-south\"", "giong = \"\"", settings.Sound{Make: settings.SoundRequired, Rate: 130, Voice: "vi-vn-x-central"}},
	} {
		fsys := files(t, &txtar.Archive{}, "\n")
		file := fsys["content/_loa/loa.toml"]
		changed := strings.Replace(string(file.Data), c.old, c.new, 1)
		if changed == string(file.Data) {
			t.Fatalf("%q is not in the file", c.old)
		}
		file.Data = []byte(changed)
		s, found := load(t, fsys)
		if diff := cmp.Diff(c.want, s.Sound); diff != "" || found != "" {
			t.Errorf("%s\n%s", diff, found)
		}
	}
}
