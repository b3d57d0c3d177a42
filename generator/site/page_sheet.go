package site

import (
	"fmt"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/speech"
)

// SheetPage is the value of a script sheet: an article on A4 paper, for an announcer who stands at a microphone. A withdrawn article's
// sheet says so and holds no words to read.
type SheetPage struct {
	Frame
	Mark    string // at the foot of each sheet of paper: "mã bài g2e40gcx"
	Tools   []Action
	Kind    string // "Bản đọc cho phát thanh viên"
	Heading string
	Terms   []Term
	Notices []Notice
	Blocks  []SheetBlock
	Hard    []HardWord
	Legend  []LegendEntry
	Signing []string // what is filled in by hand
}

// Term is a fact with its name.
type Term struct{ Name, Text string }

// HardWord is a line of the list "Từ khó đọc".
type HardWord struct{ Written, Spoken string }

// LegendEntry explains a mark of the sheet.
type LegendEntry struct {
	Mark      string // "/"; "" when Underline shows it or the text says it
	Underline bool
	Text      string
}

func (c *composer) sheet(a *article.Article) Page {
	here, title := address.Sheet(a.Slug), "Bản đọc: "+a.Title
	f := c.frame(here, title, "Bản đọc in ra giấy A4, cho phát thanh viên.")
	f.Ribbon = c.ribbon(a.Draft, a.Date)
	f.Hidden, f.Social = true, nil
	f.Policy, f.Style = c.Styles.Paper.Policy(), c.Styles.Paper.Sheet
	f.Icons = append(f.Icons, "i-in")
	f.use(c.Code, "in")
	v := SheetPage{Frame: f, Mark: "mã bài " + a.ID, Kind: "Bản đọc cho phát thanh viên", Heading: bind(a.Title),
		Tools: []Action{{Name: "Về bài viết", Address: address.Article(a.Slug)}}}
	script := c.Scripts[a.ID]
	switch {
	case a.WithdrawnAt(c.At):
		v.Notices = []Notice{{Title: "Bài này đã rút " + inDate(dayOf(a.Withdrawn.At)),
			Text: "Không đọc bài này trên loa. Lý do: " + sentence(a.Withdrawn.Reason), Grave: true}}
		v.Terms = []Term{{"Mã bài", a.ID}}
	case script != nil:
		v.Tools = append(v.Tools, Action{Name: "In bản đọc", Icon: "i-in", Script: "in", Primary: true})
		if a.ExpiredAt(c.At) {
			v.Notices = []Notice{{Title: "Bài này không còn phát từ " + inDate(dayOf(a.Expires)), Text: "Bản đọc giữ lại để tra cứu.", Grave: true}}
		}
		v.Terms = c.sheetTerms(a, script)
		v.Blocks = sheetBlocks(script)
		for _, w := range script.HardWords() {
			v.Hard = append(v.Hard, hardWord(w))
		}
		v.Legend = legend(v.Blocks)
		v.Signing = []string{"Người đọc", "Đài", "Giờ, ngày phát", "Ký tên", "Ghi chú"}
	}
	return Page{Address: here, Layout: "ban-doc", Value: v, Title: title}
}

// sheetTerms are the facts that an announcer asks for before going on air.
func (c *composer) sheetTerms(a *article.Article, s *speech.Script) []Term {
	terms := []Term{
		{"Thời lượng", elapsed(s.Duration) + spread(s.Duration)},
		{"Tốc độ", fmt.Sprintf("%d tiếng một"+noBreak+"phút", s.Rate)},
	}
	if b := a.Broadcast; b != nil {
		terms = append(terms, Term{"Phát", window(b)})
		if b.PerDay > 0 {
			terms = append(terms, Term{"Mỗi ngày", timesADay(b)})
		}
		switch b.Priority {
		case article.Urgent:
			terms = append(terms, Term{"Mức", "Khẩn"})
		case article.High:
			terms = append(terms, Term{"Mức", "Ưu tiên"})
		default:
			terms = append(terms, Term{"Mức", "Thường"})
		}
		terms = append(terms, Term{"Nơi phát", c.grounds(b.Areas)})
		if language := foreign[b.Language]; language != "" {
			terms = append(terms, Term{"Ngôn ngữ", language})
		}
	}
	return append(terms, Term{"Lời bài", inDate(dayOf(a.Changed()))}, Term{"Mã bài", a.ID})
}

// spread says by how much the reading may differ: the estimate holds to a tenth (SPEECH.md 6.4), which is said in steps of 5 seconds.
func spread(d time.Duration) string {
	n := (d / 10).Round(5 * time.Second)
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (hơn kém %d"+noBreak+"giây)", int(n/time.Second))
}

// elapsed is a length or a time since the beginning as m:ss, whole seconds begun.
func elapsed(d time.Duration) string {
	return fmt.Sprintf("%d:%02d", int(d/time.Minute), int(d%time.Minute/time.Second))
}

// window is the days of broadcast in words.
func window(b *article.Broadcast) string {
	switch {
	case b.From.IsZero() && b.Until.IsZero():
		return "khi còn chỗ, không hạn ngày"
	case b.Until.IsZero():
		return "từ " + inDate(b.From)
	case b.From.IsZero():
		return "đến hết " + inDate(b.Until)
	}
	return "từ " + inDate(b.From) + " đến hết " + inDate(b.Until)
}

// timesADay is how often the article is read on a day: "2 lần, mong muốn 05:45 và 17:15".
func timesADay(b *article.Broadcast) string {
	text := fmt.Sprintf("%d"+noBreak+"lần", b.PerDay)
	hours := make([]string, 0, len(b.Times))
	for _, t := range b.Times {
		hours = append(hours, clockOf(time.Duration(t)*time.Minute))
	}
	if len(hours) > 0 {
		text += ", mong muốn " + enumerate(hours)
	}
	return text
}

// grounds are the areas that an article is for.
func (c *composer) grounds(slugs []string) string {
	if len(slugs) == 0 {
		return "mọi địa bàn"
	}
	names := c.areaNames(slugs)
	for i := range names {
		names[i] = strings.ReplaceAll(names[i], " ", noBreak)
	}
	return enumerate(names)
}

// hardWord is what an announcer tries before going on air.
func hardWord(w speech.HardWord) HardWord {
	line := HardWord{Written: w.Written, Spoken: w.Spoken}
	switch {
	case w.Voice != "":
		line.Spoken = w.Voice
	case w.Spoken == w.Written:
		line.Spoken = "(chưa ghi cách đọc, hỏi người viết)"
	}
	return line
}

// legend explains the marks that a sheet has.
func legend(blocks []SheetBlock) []LegendEntry {
	var breath, stop, stress, note bool
	for _, b := range blocks {
		for _, line := range b.Lines {
			for _, s := range line {
				stop = stop || s.Stop
				for _, p := range s.Pieces {
					breath, stress, note = breath || p.Breath, stress || p.Stress, note || p.Note != ""
				}
			}
		}
	}
	var list []LegendEntry
	if breath {
		list = append(list, LegendEntry{Mark: "/", Text: "lấy hơi, không có dấu câu"})
	}
	if stop {
		list = append(list, LegendEntry{Mark: "//", Text: "hết câu, nghỉ"})
	}
	if stress {
		list = append(list, LegendEntry{Underline: true, Text: "nhấn giọng"})
	}
	if len(blocks) > 0 {
		list = append(list, LegendEntry{Text: "Số bên trái: phút và giây tính từ đầu bài"})
	}
	if note {
		list = append(list, LegendEntry{Text: "Chữ nhỏ bên phải: chữ viết trong bài, không đọc"})
	}
	return list
}
