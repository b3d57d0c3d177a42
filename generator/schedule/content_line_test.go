package schedule_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
)

// readable is what is left of a text in a calendar, said by the rules alone: no control characters, one blank for line marks of Unicode.
func readable(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == 0x2028 || r == 0x2029:
			b.WriteByte(' ')
		case r == '\n' || r == '\t' || r >= ' ' && r < 0x7f || r > 0x9f && r != utf8.RuneError:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// FuzzCalendar: any text leaves lines of at most 75 octets, UTF-8 and CRLF, and is read back as it was (claim 27).
func FuzzCalendar(f *testing.F) {
	for _, title := range titles {
		f.Add(title, "Lý do: sai; xem lại, “nhé”", uint(0))
	}
	f.Add(`\n\\;,:"^`, "a\nb\r\nc\x00\u2028\u0085", uint(3))
	f.Add(strings.Repeat("ữ", 110), strings.Repeat("😀", 60), uint(1))
	f.Add(strings.Repeat("a", 66)+"ỡ", "\xff\xfe"+strings.Repeat(",", 80), uint(2))
	s := real(f)
	f.Fuzz(func(t *testing.T, title, text string, kind uint) {
		list := map[string]story{"01": stories()["01"]}
		list["01"].Title, list["01"].Remember, list["01"].Campaign = title, []string{text}, &article.Campaign{Title: text + ","}
		list["01"].Broadcast.PerDay, list["01"].Broadcast.Times = 1, list["01"].Broadcast.Times[:1]
		prefix := ""
		switch kind % 3 {
		case 1:
			list["01"].Broadcast.Priority = article.Urgent
			prefix = "Khẩn: "
		case 2:
			withdraw(list, "01", morning.AddDate(0, 0, -3))
			prefix = "Đã thu hồi: "
		}
		if readable(title) == "" || readable(text) == "" {
			return // articles have both
		}
		st := station(t, s, "vinh-thuy")
		st.Name = text
		calendar := readCalendar(t, schedule.Calendar(schedule.New(s, itemsOf(t, list)).Outlook(st, morning)))
		if got := plainText(t, calendar.get(t, "X-WR-CALNAME")); got != readable(text) {
			t.Errorf("name %q, read back as %q", text, got)
		}
		_, byUID := events(t, calendar)
		found := false
		for uid, e := range byUID {
			if !strings.HasPrefix(uid, "01-") {
				continue
			}
			found = true
			if got := plainText(t, e.get(t, "SUMMARY")); got != prefix+readable(title) {
				t.Errorf("title %q, read back as %q", title, got)
			}
			if got := plainText(t, e.get(t, "DESCRIPTION")); prefix != "Đã thu hồi: " && !strings.Contains(got, "\n- "+readable(text)+"\n") {
				t.Errorf("%q is not in %q", text, got)
			}
			categories := strings.ReplaceAll(e.get(t, "CATEGORIES"), `\\`, "\x00")
			first, second, _ := strings.Cut(categories, ",")
			if plain := plainText(t, strings.ReplaceAll(second, "\x00", `\\`)); first != "Cáp và cột" || plain != readable(text)+"," {
				t.Errorf("categories %q and %q", first, plain)
			}
		}
		if !found && kind%3 != 2 {
			t.Error("the article is in no event")
		}
	})
}
