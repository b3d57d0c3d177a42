package bundle

import (
	"github.com/vinhlinh/loa/generator/settings"
)

// logView is so-ghi.html: what was aired when, by whom, filled in by hand. Each session has empty rows for what nobody planned.
type logView struct {
	frame
	Weekday, Date string
	Urgent        *sessionView
	Sessions      []sessionView
	Empty         string
}

func (p *packer) logView(d *day) logView {
	day := p.dayView(d)
	v := logView{frame: day.frame, Weekday: settings.Weekday(d.Date), Date: day.Date, Sessions: day.Sessions, Empty: day.Empty}
	v.Title = "Sổ ghi phát · " + v.Title
	if len(day.Urgent) > 0 {
		v.Urgent = &sessionView{Title: "Phát ngay, không chờ buổi", Entries: day.Urgent}
	}
	return v
}
