package bundle

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// longestPiece is how many characters a piece for the field of a machine's voice has at most, line ends counted as two. The bound is
// ours: vendors name none (FEEDS.md 12).
const longestPiece = 2000

// oneLine is a text from outside as a part of a line: without control characters, line ends and signs that turn the direction of
// writing, with single blanks.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.Is(unicode.Bidi_Control, r), r == utf8.RuneError, r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// legible is a script whose sentences are one line each. Those that speech makes are already.
func legible(s *speech.Script) *speech.Script {
	if s == nil {
		return nil
	}
	clean := *s
	clean.Sentences = slices.Clone(s.Sentences)
	for i := range clean.Sentences {
		clean.Sentences[i].Text = oneLine(s.Sentences[i].Text)
	}
	return &clean
}

// announcerText is the words of an article for a person: what it is and when it is read, then the script with a blank line between
// blocks.
func (d *day) announcerText(t *track) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%02d. %s\n", t.rank, oneLine(t.Article.Title))
	when := "Phát ngay, không chờ buổi"
	if len(t.hours) > 0 {
		when = "Đọc lúc " + schedule.Clocks(t.hours)
	}
	fmt.Fprintf(&b, "%s, ngày %s. Dài %s. Mã bài %s.\n\n", when, settings.ShortDate(d.Date), schedule.Spell(t.Length), oneLine(t.ID))
	b.Write(speech.Text(t.script))
	return b.String()
}

// machineText is the name of a piece for a machine's voice: "doc-may/01-….txt", "doc-may/01-…-p2.txt".
func (t *track) machineText(piece int) string {
	if piece == 0 {
		return "doc-may/" + t.name + ".txt"
	}
	return fmt.Sprintf("doc-may/%s-p%d.txt", t.name, piece+1)
}

// pieces are the words of an article for a machine's voice: one sentence a line, cut between sentences where a field takes no more, and
// between words where one sentence is longer.
func pieces(s *speech.Script) []string {
	var list []string
	var b strings.Builder
	room := longestPiece
	for _, sentence := range s.Sentences {
		for _, line := range folded(sentence.Text) {
			need := utf8.RuneCountInString(line) + len("\r\n")
			if need > room {
				list = append(list, b.String())
				b.Reset()
				room = longestPiece
			}
			b.WriteString(line + "\n")
			room -= need
		}
	}
	if b.Len() > 0 {
		list = append(list, b.String())
	}
	return list
}

// folded cuts a sentence that alone is too long for a piece, at a blank if there is one.
func folded(text string) (lines []string) {
	const room = longestPiece - len("\r\n")
	for rest := []rune(text); len(rest) > 0; {
		if len(rest) <= room {
			return append(lines, string(rest))
		}
		end := room
		for end > 0 && rest[end] != ' ' {
			end--
		}
		if end == 0 {
			end = room
		}
		lines = append(lines, string(rest[:end]))
		rest = []rune(strings.TrimLeft(string(rest[end:]), " "))
	}
	return lines
}

// edition is an-ban.txt: which bundle this is.
func (p *packer) edition() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Đài: %s\n", oneLine(p.Station.Name))
	for _, d := range p.days {
		fmt.Fprintf(&b, "Ngày: %s\n", inWords(d.Date))
	}
	fmt.Fprintf(&b, "Lời bài sửa lần cuối: %s\n", p.updated())
	fmt.Fprintf(&b, "Nơi làm: %s\n", oneLine(p.Settings.Publisher.Name))
	fmt.Fprintf(&b, "Bản mới ở: %s\n", p.Base+address.Station(p.Station.Slug))
	fmt.Fprintf(&b, "Chương trình: loa %s\n", oneLine(p.Version))
	return b.String()
}

// updated is when what the bundle says was changed last.
func (p *packer) updated() string {
	newest := p.newest()
	if newest.IsZero() {
		return "chưa có bài"
	}
	newest = newest.In(settings.Zone)
	return newest.Format("15:04") + ", ngày " + settings.ShortDate(civil.DateOf(newest))
}

// lines are the lines of a greeting; none of no text.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	list := strings.Split(text, "\n")
	for i := range list {
		list[i] = oneLine(list[i])
	}
	return list
}

// length is a length in words whose numbers stay with their units.
func length(d time.Duration) string {
	return strings.NewReplacer(" phút", "\u00a0phút", " giây", "\u00a0giây").Replace(schedule.Spell(d))
}
