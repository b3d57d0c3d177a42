package schedule_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
)

// readEvents prints what python3-icalendar understands of a calendar: its name, and of each event identity, words, begin, length, state.
const readEvents = `
import json, sys
from icalendar import Calendar
c = Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not c.errors, c.errors
events = []
for e in c.walk("VEVENT"):
    assert not e.errors, e.errors
    start = e.decoded("DTSTART")
    events.append([str(e["UID"]), str(e["SUMMARY"]), str(e.get("DESCRIPTION", "")), start.isoformat(), str(e.decoded("DURATION")), str(e["STATUS"])])
print(json.dumps([str(c["X-WR-CALNAME"]), events]))
`

// TestIcalendarReadsTheCalendar asks a reader that is not Go's: it understands every event as it was meant (claim 27).
func TestIcalendarReadsTheCalendar(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	if exec.CommandContext(t.Context(), python, "-c", "import icalendar").Run() != nil {
		t.Skip("icalendar is not installed (Debian: python3-icalendar)")
	}
	list := stories()
	// No backslash stands before n, a comma or a semicolon: icalendar 4.0.3 undoes one kind of escape after another.
	list["01"].Title, list["01"].Remember = `Dấu lạ: \ , ; "nháy" ^'`+"\t😀 ẫ ặ ỡ, và một tên dài quá một dòng của lịch", []string{`C:\Đất; a, b`, "Ông; bà, cháu"}
	list["07"].Broadcast.Priority = article.Urgent
	withdraw(list, "02", morning)
	s := real(t)
	st := station(t, s, "vinh-thuy")
	st.Name = "Đài truyền thanh xã Vĩnh Thủy, huyện Vĩnh Linh; tỉnh Quảng Trị, Việt Nam"
	data := schedule.Calendar(schedule.New(s, itemsOf(t, list)).Outlook(st, morning))
	name := filepath.Join(t.TempDir(), "lich.ics")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), python, "-c", readEvents, name).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var read []json.RawMessage
	var calendarName string
	var understood [][]any
	if err := json.Unmarshal(out, &read); err != nil || json.Unmarshal(read[0], &calendarName) != nil || json.Unmarshal(read[1], &understood) != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if calendarName != st.Name {
		t.Errorf("name %q", calendarName)
	}
	uids, byUID := events(t, readCalendar(t, data))
	if len(understood) != len(uids) || len(uids) < 100 {
		t.Fatalf("%d events, understood %d", len(uids), len(understood))
	}
	for n, got := range understood {
		e := byUID[uids[n]]
		if got[0] != uids[n] || got[1] != plainText(t, e.get(t, "SUMMARY")) || got[2] != plainText(t, e.get(t, "DESCRIPTION")) || got[5] != e.get(t, "STATUS") {
			t.Errorf("understood %q, meant %v", got, e.props)
		}
	}
	for _, want := range [][]any{
		{"01-20230425-1.vinh-thuy@loa.example.vn", list["01"].Title, "2023-04-25T05:35:00+07:00", "0:02:30", "CONFIRMED"},
		{"02-20230425-1.vinh-thuy@loa.example.vn", "Đã thu hồi: Một sợi cáp bị cắt, cả xóm mất liên lạc", "2023-04-25T05:40:00+07:00", "0:02:30", "CANCELLED"},
		{"07-20230425-khan.vinh-thuy@loa.example.vn", "Khẩn: Trạm phát sóng sau xóm là của chung", "2023-04-25", "1 day, 0:00:00", "CONFIRMED"},
		{"tiep-1800-20230425.vinh-thuy@loa.example.vn", "Tiếp âm: Thời sự VOV1", "2023-04-25T18:00:00+07:00", "0:30:00", "CONFIRMED"},
	} {
		found := false
		for _, got := range understood {
			if got[0] == want[0] {
				found = true
				if got[1] != want[1] || got[3] != want[2] || got[4] != want[3] || got[5] != want[4] {
					t.Errorf("understood %q, want %q", got, want)
				}
			}
		}
		if !found {
			t.Errorf("no event %s", want[0])
		}
	}
}
