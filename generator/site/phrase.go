package site

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

// noBreak is a space at which no line ends.
const noBreak = "\u00a0"

// syllablesPerMinute is how fast an unhurried reader reads to himself. It is a round figure of ours, below the usual ones.
const syllablesPerMinute = 200

// dayOf is the civil day of an instant in the zone of the site.
func dayOf(t time.Time) civil.Date { return civil.DateOf(t.In(settings.Zone)) }

// shortDate is a date as pages show it: "25/4/2023".
func shortDate(d civil.Date) string { return settings.ShortDate(d) }

// inDate is a date inside a sentence: "ngày 25/4/2023".
func inDate(d civil.Date) string { return "ngày" + noBreak + shortDate(d) }

// weekday is the name of a day of the week: "Thứ Ba", "Chủ nhật".
func weekday(d civil.Date) string { return strings.ReplaceAll(settings.Weekday(d), " ", noBreak) }

// dayInWords is a day that is looked for: "Thứ Ba, ngày 25/4/2023".
func dayInWords(d civil.Date) string { return weekday(d) + ", " + inDate(d) }

// dayFact is a fact with a day: "Đăng ngày 25/4/2023".
func dayFact(verb string, d civil.Date) Fact {
	return Fact{Text: verb, Day: inDate(d), ISO: d.String()}
}

// bareDay is a fact that is a day alone: "25/4/2023".
func bareDay(d civil.Date) Fact { return Fact{Day: shortDate(d), ISO: d.String()} }

// spokenLength is a length in words: "3 phút 10 giây".
func spokenLength(d time.Duration) string { return boundUnits.Replace(schedule.Spell(d)) }

// boundUnits keeps a number and its unit on one line.
var boundUnits = strings.NewReplacer(" phút", noBreak+"phút", " giây", noBreak+"giây")

// readingTime is how long reading takes: "Đọc 2 phút", never less than one.
func readingTime(syllables int) string {
	return fmt.Sprintf("Đọc %d"+noBreak+"phút", max(1, (syllables+syllablesPerMinute-1)/syllablesPerMinute))
}

// countOf is a number of articles: "6 bài", "1.204 bài", "chưa có bài".
func countOf(n int) string {
	if n == 0 {
		return "chưa có bài"
	}
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits + noBreak + "bài"
}

// daysLeft says how long something goes on that has last as its last day.
func daysLeft(last, day civil.Date) string {
	if n := last.DaysSince(day); n > 0 {
		return fmt.Sprintf("Còn %d ngày", n)
	}
	return "Hôm nay là ngày cuối"
}

// bind keeps each number on the line of the word before it: a line that begins with a number reads badly, above all in a title
// that is cut after "gọi".
func bind(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r == ' ' && i > 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			b.WriteString(noBreak)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// blanks cuts a line of an old text at the places that were left blank in it, which are written "…".
func blanks(line string) []Piece {
	var pieces []Piece
	for i, text := range strings.Split(line, "…") {
		if i > 0 {
			pieces = append(pieces, Piece{Blank: true})
		}
		if text != "" {
			pieces = append(pieces, Piece{Text: text})
		}
	}
	return pieces
}

// number is the number of an official text. One that begins with letters ("UBND -VHTT") was never filled in: the blank is before them.
func number(number string) []Piece {
	if number == "" {
		return nil
	}
	if first := number[0]; !strings.Contains(number, "…") && (first < '0' || first > '9') {
		number = "…" + number
	}
	return blanks(number)
}

// enumerate joins names: "A, B và C".
func enumerate(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " và " + names[n-1]
	}
}

// sentence makes words a sentence: it ends with a full stop unless it ends with a sign of its own.
func sentence(words string) string {
	words = strings.TrimSpace(words)
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".?!:") || strings.HasSuffix(words, "…") {
		return words
	}
	return words + "."
}

// capital puts the first letter of s in upper case.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// lower puts the first letter of s in lower case: the name of a day inside a sentence.
func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
