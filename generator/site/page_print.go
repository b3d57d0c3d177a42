package site

import (
	"strconv"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// PrintPage is the value of what a station prints of its programme: the week on a sheet for the wall, and a log of each day to be
// filled in and signed. Whoever comes to the anchor of a part prints that part alone.
type PrintPage struct {
	Frame
	Mark    string // at the foot of each sheet of paper: the station
	Tools   []Action
	Heading string
	Week    Week
	Logs    []Log
}

// Week is seven days as a table: hours down, days across.
type Week struct {
	Key   string // anchor
	Title string // "Đài truyền thanh xã Vĩnh Thái: lịch phát từ ngày 25/4/2023 đến ngày 01/5/2023"
	Days  []DayLink
	Rows  []WeekRow
	Taken *Taken // of the first day; nil when there is nothing
	From  string // "In từ https://…"
}

// WeekRow is what begins within one hour of the day, a cell a day. The first row may be what waits for no hour.
type WeekRow struct {
	Hour  string // "5 giờ", "Phát ngay"
	Cells [][]Entry
}

// Log is a day on paper, to be filled in by hand.
type Log struct {
	Key      string // anchor
	Title    string // "Đài truyền thanh xã Vĩnh Thái: sổ ghi phát thứ Ba, ngày 25/4/2023"
	Urgent   []Entry
	Taken    *Taken // nil when there is nothing
	Sessions []Session
	Empty    string
	From     string
}

const weekKey = "lich-tuan" // anchor of the week

// logKey is the anchor of a day's log.
func logKey(d civil.Date) string { return "so-" + d.String() }

// paper is a station's week and logs; days are those on which it is one, at least one.
func (c *composer) paper(s settings.Station, days []schedule.Programme) Page {
	here, title := address.StationPrint(s.Slug), "Lịch tuần và sổ ghi phát: "+s.Name
	f := c.frame(here, title, "Lịch phát bảy ngày và sổ ghi phát của "+s.Name+", in ra giấy A4.")
	f.Hidden, f.Social = true, nil
	f.Policy, f.Style = c.Styles.Paper.Policy(), c.Styles.Paper.Sheet
	f.Icons = append(f.Icons, "i-in")
	f.use(c.Code, "in")
	v := PrintPage{Frame: f, Mark: s.Name, Heading: title,
		Tools: []Action{{Name: "Về trang đài", Address: address.Station(s.Slug)}}}
	from := "In từ " + c.Base + here
	v.Week = c.weekTable(s, days)
	withdrawn := c.withdrawn(s)
	v.Week.Taken, v.Week.From = c.taken(days[0], withdrawn, ""), from
	v.Tools = append(v.Tools, Action{Name: "In", Icon: "i-in", Script: "in", Primary: true},
		Action{Name: "Cả hai", Address: "#noi_dung"}, Action{Name: "Lịch tuần", Address: "#" + weekKey})
	for n, p := range days {
		l := c.log(s, p)
		l.Taken, l.From = c.taken(p, withdrawn, ""), from
		v.Logs = append(v.Logs, l)
		v.Tools = append(v.Tools, Action{Name: "Sổ " + v.Week.Days[n].Date, Address: "#" + l.Key})
	}
	return Page{Address: here, Layout: "in-dai", Value: v, Title: title}
}

// weekTable puts what begins in an hour of any of the days into a row. Hours in which nothing begins are left out.
func (c *composer) weekTable(s settings.Station, days []schedule.Programme) Week {
	w := Week{Key: weekKey, Title: s.Name + ": lịch phát từ " + inDate(days[0].Date) + " đến " + inDate(days[len(days)-1].Date)}
	urgent := WeekRow{Hour: "Phát ngay", Cells: make([][]Entry, len(days))}
	hours := make([][][]Entry, 24)
	for n, p := range days {
		link := c.dayLink(p.Date, logKey(p.Date))
		w.Days = append(w.Days, DayLink{Name: link.Weekday, Date: link.Date, Address: link.Address})
		for _, item := range p.Urgent {
			urgent.Cells[n] = append(urgent.Cells[n], c.unplanned(item))
		}
		for i, session := range c.sessions(p) {
			for j, e := range session.Entries {
				hour := int(p.Sessions[i].Entries[j].At / time.Hour)
				if hours[hour] == nil {
					hours[hour] = make([][]Entry, len(days))
				}
				hours[hour][n] = append(hours[hour][n], e)
			}
		}
	}
	for _, cell := range urgent.Cells {
		if len(cell) > 0 {
			w.Rows = append(w.Rows, urgent)
			break
		}
	}
	for hour, cells := range hours {
		if cells != nil {
			w.Rows = append(w.Rows, WeekRow{Hour: strconv.Itoa(hour) + noBreak + "giờ", Cells: cells})
		}
	}
	return w
}

// log is a day with what the announcer says around each session, and lines to be filled in.
func (c *composer) log(s settings.Station, p schedule.Programme) Log {
	l := Log{Key: logKey(p.Date), Title: s.Name + ": sổ ghi phát " + lower(dayInWords(p.Date))}
	for _, item := range p.Urgent {
		l.Urgent = append(l.Urgent, c.unplanned(item))
	}
	if l.Sessions = greet(c.sessions(p), p.Sessions, c.Set.Settings.Greeting, s.Name, p.Date); len(l.Sessions) == 0 {
		l.Empty = "Ngày này đài không có buổi phát."
	}
	return l
}
