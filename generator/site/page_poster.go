package site

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// PosterPage is the value of a poster (tờ dán): an article's lines to remember on one sheet of A4, for the wall of a house of culture.
// A withdrawn article's poster says so and holds nothing to remember.
type PosterPage struct {
	Frame
	Tools   []Action
	Size    string // class of the step of type: "", "co-2", "co-3", "co-4"
	Heading string
	Notices []Notice
	Lines   []string
	Calls   []PosterCall
	QR      *QRCode
	Shown   string // the address as people type it
	Terms   []string
}

// PosterCall is a number to ring, at most three on a poster.
type PosterCall struct{ Number, Name string }

// posterCalls is how many numbers people see in passing.
const posterCalls = 3

func (c *composer) poster(a *article.Article) Page {
	here, title := address.Poster(a.Slug), "Tờ dán: "+a.Title
	f := c.frame(here, title, "Tờ dán khổ A4 có mã QR, in đen trắng.")
	f.Ribbon = c.ribbon(a.Draft, a.Date)
	f.Hidden, f.Social = true, nil
	f.Policy, f.Style = c.Styles.Paper.Policy(), c.Styles.Paper.Sheet
	f.Icons = append(f.Icons, "i-in")
	f.use(c.Code, "in")
	v := PosterPage{Tools: []Action{{Name: "Về bài viết", Address: address.Article(a.Slug)}}, Heading: bind(a.Title)}
	switch {
	case a.WithdrawnAt(c.At):
		v.Notices = []Notice{{Title: "Bài này đã rút " + inDate(dayOf(a.Withdrawn.At)),
			Text: "Tờ đã dán xin gỡ xuống. Lý do: " + sentence(a.Withdrawn.Reason), Grave: true}}
	default:
		if a.ExpiredAt(c.At) {
			v.Notices = []Notice{{Title: "Bài này không còn phát từ " + inDate(dayOf(a.Expires)), Text: "Tờ dán giữ lại để tra cứu.", Grave: true}}
		}
		v.Tools = append(v.Tools, Action{Name: "In tờ dán", Icon: "i-in", Script: "in", Primary: true})
		for _, line := range a.Remember {
			v.Lines = append(v.Lines, bind(line))
		}
		v.Calls = c.posterCalls(a)
		v.Size = posterSize(v)
		v.QR = newQRCode(c.Base + address.Article(a.Slug))
		_, v.Shown, _ = strings.Cut(c.Base+address.Article(a.Slug), "://")
		v.Terms = []string{capital(inDate(dayOf(a.Changed()))), "mã bài " + a.ID}
	}
	v.Frame = f
	return Page{Address: here, Layout: "ap-phich", Value: v, Title: title}
}

// posterCalls are the numbers of the box on the article's page, those for danger first.
func (c *composer) posterCalls(a *article.Article) []PosterCall {
	var keys []string
	if a.Topic != nil {
		keys = a.Topic.Hotlines
	}
	report := c.report(keys, dayOf(a.Date))
	if report == nil {
		return nil
	}
	var calls []PosterCall
	for _, n := range report.Numbers {
		calls = append(calls, PosterCall{Number: strings.ReplaceAll(n.Shown, " ", noBreak), Name: n.Name})
	}
	return calls[:min(len(calls), posterCalls)]
}

// A step of type on a poster, in points of text and in characters of a line. Characters are those of Noto Sans, among the widest of the
// fonts that computers have; Vietnamese words do not break, which costs part of each line.
type posterStep struct {
	class                 string
	title, line           float64
	titleWidth, lineWidth int
	gap                   float64
}

var posterSteps = []posterStep{
	{"", 46, 25, 18, 31, 20},
	{"co-2", 38, 21, 22, 37, 17},
	{"co-3", 32, 18, 26, 43, 14},
	{"co-4", 26, 15, 32, 52, 11},
}

// posterRoom is the height of a sheet in points less what is always on it: A4 without margins, the head, the foot and the spaces between.
const posterRoom = 754 - 75 - 108 - 4*23

// posterSize is the largest step at which a poster is one page; the last one holds the longest content that is allowed (a title of 110
// characters, five lines of 120).
func posterSize(v PosterPage) string {
	for _, step := range posterSteps {
		height := float64(rows(v.Heading, step.titleWidth)) * step.title * 1.15
		for _, line := range v.Lines {
			height += float64(rows(line, step.lineWidth))*step.line*1.3 + step.gap
		}
		if len(v.Calls) > 0 {
			height += 30
		}
		for _, call := range v.Calls {
			height += 42 + 25*float64(rows("Gọi "+call.Number+" "+call.Name, 38)-1)
		}
		if height <= posterRoom {
			return step.class
		}
	}
	return posterSteps[len(posterSteps)-1].class
}

// rows is how many lines a text takes when no word may break.
func rows(text string, width int) int {
	n, used := 1, 0
	for word := range strings.FieldsSeq(text) {
		w := utf8.RuneCountInString(word)
		if used > 0 && used+1+w > width {
			n, used = n+1, 0
		}
		if used > 0 {
			used++
		}
		used += w
	}
	return n
}
