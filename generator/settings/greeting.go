package settings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Placeholders of a greeting, filled in by the programme for a station, a session and a day.
var placeholders = []string{"{dai}", "{gio}", "{thu}", "{ngay}"}

var greetingSections = []string{"chào", "kết"}

// Fill puts a station, the beginning of a session (since midnight) and a day into the placeholders: what the announcer says around
// that session.
func (g Greeting) Fill(station string, start time.Duration, day civil.Date) Greeting {
	fill := strings.NewReplacer("{dai}", station, "{gio}", spokenClock(start), "{thu}", spokenWeekday(day), "{ngay}", spokenDate(day))
	return Greeting{Opening: fill.Replace(g.Opening), Closing: fill.Replace(g.Closing)}
}

// inBraces is a placeholder, or a brace that opens or closes none.
var inBraces = regexp.MustCompile(`\{[^{}\n]*\}|[{}]`)

// readGreeting reads loi-chao.txt: the lines below "# chào" and below "# kết". Lines of a section are kept as lines; blank ones at
// its ends are not.
func readGreeting(r *reader, text string) (g Greeting) {
	texts, headings := map[string][]string{}, map[string]diagnostic.Span{}
	section, offset, loose := "", 0, false
	for line := range strings.SplitAfterSeq(text, "\n") {
		start, trimmed := offset, strings.TrimSpace(line)
		offset += len(line)
		start += strings.Index(line, trimmed)
		span := diagnostic.Span{Start: start, End: start + len(trimmed)}
		heading, isHeading := strings.CutPrefix(trimmed, "#")
		switch {
		case isHeading:
			section = strings.ToLower(strings.TrimSpace(heading))
			if first, twice := headings[section]; twice {
				r.reportNear(broken, span, first, fmt.Sprintf("phần “# %s” viết hai lần", shorten(section)), "Gộp hai phần.")
			} else if !slices.Contains(greetingSections, section) {
				r.unknown(unknownKey, span, fmt.Sprintf("không có phần “# %s” trong tệp này", shorten(section)), section, greetingSections)
				if near, ok := diagnostic.Suggest(section, greetingSections); ok {
					section = near // what was meant is there
				}
			}
			if _, twice := headings[section]; !twice {
				headings[section] = span
			}
		case trimmed == "" && section == "":
		case section == "":
			if !loose {
				r.report(broken, span, "chữ đứng trước phần đầu tiên", "Viết dòng “# chào” ở trên.")
			}
			loose = true
		default:
			r.placeholders(trimmed, start)
			texts[section] = append(texts[section], strings.Join(strings.Fields(trimmed), " "))
		}
	}
	for _, name := range greetingSections {
		span, given := headings[name]
		switch {
		case !given:
			r.report(broken, diagnostic.Span{}, fmt.Sprintf("thiếu phần “# %s”", name), fmt.Sprintf("Thêm dòng “# %s” và lời đọc ở dưới.", name))
		case strings.Join(texts[name], "") == "":
			r.report(broken, span, fmt.Sprintf("phần “# %s” chưa có lời nào", name), "Viết lời đọc ở dưới dòng này.")
		}
	}
	return Greeting{Opening: joined(texts["chào"]), Closing: joined(texts["kết"])}
}

func joined(lines []string) string { return strings.Trim(strings.Join(lines, "\n"), "\n") }

// placeholders reports what stands in braces and is no placeholder.
func (r *reader) placeholders(line string, start int) {
	for _, at := range inBraces.FindAllStringIndex(line, -1) {
		word := line[at[0]:at[1]]
		span := diagnostic.Span{Start: start + at[0], End: start + at[1]}
		switch {
		case slices.Contains(placeholders, word):
		case len(word) == 1:
			r.report(broken, span, fmt.Sprintf("dấu “%s” đứng một mình", word), "Viết chỗ điền giữa hai dấu, như {dai}.")
		default:
			r.unknown(unknownKey, span, fmt.Sprintf("không có chỗ điền “%s”", shorten(word)), word, placeholders)
		}
	}
}
