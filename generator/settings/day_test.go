package settings_test

import (
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/settings"
)

func TestDaysInPrint(t *testing.T) {
	day := func(y, m, d int) civil.Date { return civil.Date{Year: y, Month: time.Month(m), Day: d} }
	for _, c := range []struct{ name, got, want string }{
		{"a date", settings.ShortDate(day(2023, 4, 25)), "25/4/2023"},
		{"a day below ten has a zero", settings.ShortDate(day(2023, 5, 1)), "01/5/2023"},
		{"so has a month below three", settings.ShortDate(day(2009, 2, 23)), "23/02/2009"},
		{"a weekday", settings.Weekday(day(2023, 4, 25)), "Thứ Ba"},
		{"the day without a number", settings.Weekday(day(2023, 4, 30)), "Chủ nhật"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

// TestFill: each placeholder is filled, as often as it stands there, in the words that are read aloud.
func TestFill(t *testing.T) {
	g := settings.Greeting{Opening: "Đây là {dai}, {gio}, {thu}, {ngay}.\nXin chào.", Closing: "{dai} xin hết, {dai}."}
	for _, c := range []struct {
		name  string
		start time.Duration
		day   civil.Date
		want  settings.Greeting
	}{
		{"minutes", 5*time.Hour + 30*time.Minute, civil.Date{Year: 2023, Month: 5, Day: 1},
			settings.Greeting{Opening: "Đây là Đài {gio}, 5 giờ 30 phút, thứ Hai, ngày 1 tháng 5 năm 2023.\nXin chào.", Closing: "Đài {gio} xin hết, Đài {gio}."}},
		{"a full hour on a Sunday", 17 * time.Hour, civil.Date{Year: 2023, Month: 4, Day: 30},
			settings.Greeting{Opening: "Đây là Đài {gio}, 17 giờ, chủ nhật, ngày 30 tháng 4 năm 2023.\nXin chào.", Closing: "Đài {gio} xin hết, Đài {gio}."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := g.Fill("Đài {gio}", c.start, c.day); got != c.want { // what a name says is not filled in again
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
