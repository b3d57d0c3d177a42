package settings

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

var writtenDate = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$`)

// explain words a mistake of syntax for someone who has never heard of TOML. start is where its statement or line begins, at where
// the parser stopped.
func (m *mender) explain(start, at int, message string) {
	from, end := m.segment(start, at)
	line := string(m.text[from:end])
	key, value, assigned := strings.Cut(line, "=")
	key = strings.TrimSpace(key)
	value = strings.TrimSpace(value)
	rest := string(m.text[min(at, end):end])
	valueStart := min(end, from+strings.IndexByte(line, '=')+1)
	for valueStart < end && m.text[valueStart] == ' ' {
		valueStart++
	}
	here := m.visible(at, end)
	switch {
	case line != "" && line[0] == '[' && !assigned:
		m.report(broken, m.visible(from, end), "tên phần viết sai ở đây", "Viết tên phần giữa hai ngoặc vuông, như [trang]; mỗi mục của danh sách là [[dai]].")
	case strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "”") || strings.HasPrefix(rest, "‘") || strings.HasPrefix(rest, "’"):
		m.report(broken, here, "dấu ngoặc kép cong không được nhận", `Dùng dấu ngoặc kép thẳng " ở hai đầu.`)
	case strings.Contains(message, "cannot have new lines"), strings.Contains(message, "nterminated"):
		m.report(broken, m.visible(m.quoteBefore(start, at), m.lineEnd(start)), "ngoặc kép mở ra mà không đóng lại", `Thêm dấu " ở cuối giá trị.`)
	case strings.Contains(message, "escape"), strings.Contains(message, `after \`):
		m.report(broken, here, `dấu \ trong ngoặc kép không được nhận`, `Bỏ dấu \, hoặc viết \\ nếu đúng là muốn in nó.`)
	case !assigned:
		m.report(broken, m.visible(from, end), "thiếu dấu = giữa khóa và giá trị", "Viết “khóa = giá trị”.")
	case key == "":
		m.report(broken, m.visible(from, end), "trước dấu = chưa có tên khóa", "Viết “khóa = giá trị”.")
	case strings.HasPrefix(message, "expected '='"), strings.HasPrefix(message, "invalid character at start of key"):
		m.report(broken, m.visible(from, from+len(strings.TrimRight(line[:strings.IndexByte(line, '=')], " \t"))),
			"tên khóa chỉ có chữ không dấu, chữ số, dấu _ và dấu -", "Viết “khóa = giá trị”, khóa không dấu, không khoảng trắng.")
	case value == "" || value[0] == '#':
		m.report(broken, m.visible(from, end), fmt.Sprintf("khóa “%s” chưa có giá trị", shorten(key)), "Ghi giá trị sau dấu =, hoặc bỏ dòng này.")
	case writtenDate.MatchString(firstWord(value)):
		m.report(broken, m.visible(valueStart, valueStart+len(firstWord(value))), fmt.Sprintf("“%s” chưa đúng dạng ngày", firstWord(value)),
			"Viết năm-tháng-ngày, không có ngoặc kép, như 2023-04-25.")
	case strings.EqualFold(firstWord(value), "true"), strings.EqualFold(firstWord(value), "false"):
		m.report(broken, m.visible(valueStart, end), fmt.Sprintf("“%s” phải viết thường", firstWord(value)), "Viết true hoặc false.")
	case strings.Contains(message, "leading zeroes"):
		m.report(broken, m.visible(valueStart, end), fmt.Sprintf("số “%s” có số 0 ở đầu", firstWord(value)), "Bỏ số 0 ở đầu; nếu là mã thì đặt trong ngoặc kép.")
	case strings.HasPrefix(message, "unexpected character"), strings.HasPrefix(message, "expected keyword"), strings.HasPrefix(message, "expected newline"),
		strings.HasPrefix(message, "expected digit"):
		if strings.IndexByte(`"'[{`, value[0]) >= 0 {
			m.report(broken, here, "dòng viết sai ở đây", "Xem lại ngoặc kép, dấu phẩy và dấu đóng; mỗi khóa một dòng.")
			return
		}
		m.report(broken, m.visible(valueStart, end), "giá trị là chữ phải đặt trong ngoặc kép", fmt.Sprintf(`Viết: %s = "%s".`, shorten(key), shorten(strings.Trim(value, `"`))))
	default:
		m.report(broken, here, "dòng viết sai ở đây", "Xem lại ngoặc kép, dấu phẩy và dấu đóng; mỗi khóa một dòng.")
	}
}

// segment is the part of a line that explain talks about: the key and value around byte at between the commas of { … }, else the line.
func (m *mender) segment(start, at int) (from, end int) {
	from, end = start, m.lineEnd(start)
	inside, quoted := false, false
	for i := start; i < min(at, end); i++ {
		switch c := m.text[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '{' || c == ',' && inside):
			inside, from = true, i+1
		}
	}
	if !inside || quoted {
		return start, end
	}
	for from < end && m.text[from] == ' ' {
		from++
	}
	if i := bytes.IndexAny(m.text[min(at, end):end], ",}"); i >= 0 {
		end = at + i
	}
	return from, max(from, end)
}

// quoteBefore is the last opening of a string between two bytes: the mistake is there, not where the line ends.
func (m *mender) quoteBefore(from, at int) int {
	open := -1
	for i := from; i < min(at, len(m.text)); i++ {
		if m.text[i] == '"' && open < 0 {
			open = i
		} else if m.text[i] == '"' {
			open = -1
		}
	}
	if open < 0 {
		return from
	}
	return open
}

func firstWord(s string) string {
	if fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' || r == '#' || r == '}' || r == ']' }); len(fields) > 0 {
		return fields[0]
	}
	return ""
}

// shorten quotes at most 60 characters of the writer's text.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > 60 {
		return string([]rune(s)[:59]) + "…"
	}
	return s
}
