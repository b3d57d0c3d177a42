package schedule_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// TestCalendarGoldens: lich.ics of xã Vĩnh Thủy, its head and the events of the day of the build. Line ends are LF here.
func TestCalendarGoldens(t *testing.T) {
	golden.Run(t, "testdata/calendar*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		list, at := replay(t, string(a.Files[0].Data))
		data := schedule.Calendar(outlook(t, real(t), list, "vinh-thuy", at))
		readCalendar(t, data)
		parts := strings.SplitAfter(strings.ReplaceAll(string(data), "\r\n", "\n"), "END:VEVENT\n")
		startsOn := regexp.MustCompile(`\nDTSTART;[^:]*:` + strings.ReplaceAll(civil.DateOf(at.In(settings.Zone)).String(), "-", ""))
		head, _, _ := strings.Cut(parts[0], "BEGIN:VEVENT")
		var out strings.Builder
		out.WriteString(head)
		for _, part := range parts {
			if _, event, ok := strings.Cut(part, "BEGIN:VEVENT"); ok && startsOn.MatchString(event) {
				out.WriteString("BEGIN:VEVENT" + event)
			}
		}
		return []byte(out.String() + parts[len(parts)-1])
	})
}

// TestProgrammeGoldens: lich.json of xã Vĩnh Thủy, the station and the day of the build, an object a line.
func TestProgrammeGoldens(t *testing.T) {
	golden.Run(t, "testdata/programme*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		list, at := replay(t, string(a.Files[0].Data))
		lines := bytes.SplitAfter(schedule.JSON(outlook(t, real(t), list, "vinh-thuy", at)), []byte("\n"))
		return bytes.ReplaceAll(bytes.ReplaceAll(bytes.Join([][]byte{lines[0], lines[2]}, nil), []byte(`,{"`), []byte(",\n  {\"")), []byte(`":[{`), []byte("\":[\n  {"))
	})
}

// TestPlaylistGoldens: phat.m3u of xã Vĩnh Thủy as it is.
func TestPlaylistGoldens(t *testing.T) {
	golden.Run(t, "testdata/playlist*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		list, at := replay(t, string(a.Files[0].Data))
		return schedule.Playlist(outlook(t, real(t), list, "vinh-thuy", at))
	})
}
