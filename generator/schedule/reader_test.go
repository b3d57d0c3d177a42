package schedule_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// component and property are a calendar as RFC 5545 defines it, read without any code of the package under test.
type component struct {
	name     string
	props    []property
	children []component
}

type property struct{ name, params, value string }

// get gives the value of a property that stands once in a component, "" if it does not.
func (c component) get(t testing.TB, name string) string {
	t.Helper()
	value, found := "", 0
	for _, p := range c.props {
		if p.name == name {
			value = p.value
			found++
		}
	}
	if found > 1 {
		t.Errorf("%s stands %d times in %s", name, found, c.name)
	}
	return value
}

// readCalendar reads a calendar and refuses all that RFC 5545 does: §3.1 lines, §3.4 nesting, §3.6 what must stand in a component.
func readCalendar(t testing.TB, data []byte) component {
	t.Helper()
	if !utf8.Valid(data) {
		t.Fatal("not UTF-8")
	}
	if n := bytes.Count(data, []byte("\r\n")); n != bytes.Count(data, []byte("\n")) || n != bytes.Count(data, []byte("\r")) {
		t.Fatal("a line end that is not CRLF")
	}
	if !bytes.HasSuffix(data, []byte("\r\n")) {
		t.Fatal("no line end at the end")
	}
	stack := []component{{}}
	var logical []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || line == "" {
			t.Fatalf("line of %d octets: %q", len(line), line)
		}
		if more, folded := strings.CutPrefix(line, " "); folded && len(logical) > 0 {
			logical[len(logical)-1] += more
			continue
		}
		logical = append(logical, line)
	}
	for _, line := range logical {
		head, value, ok := strings.Cut(line, ":")
		name, params, _ := strings.Cut(head, ";")
		if !ok || name == "" || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" || strings.ContainsAny(params, `"\,`) {
			t.Fatalf("not a content line: %q", line)
		}
		top := &stack[len(stack)-1]
		switch {
		case name == "BEGIN":
			stack = append(stack, component{name: value})
		case name == "END" && top.name == value && len(stack) > 1:
			done := *top
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].children = append(stack[len(stack)-1].children, done)
		case name == "END":
			t.Fatalf("END:%s closes %s", value, top.name)
		default:
			top.props = append(top.props, property{name, params, value})
		}
	}
	if len(stack) != 1 || len(stack[0].children) != 1 || len(stack[0].props) > 0 || stack[0].children[0].name != "VCALENDAR" {
		t.Fatal("not one calendar")
	}
	calendar := stack[0].children[0]
	for _, name := range []string{"VERSION", "PRODID"} {
		if calendar.get(t, name) == "" {
			t.Errorf("no %s", name)
		}
	}
	if len(calendar.children) == 0 || calendar.children[0].name != "VTIMEZONE" {
		t.Error("no VTIMEZONE before the events")
	}
	for _, e := range calendar.children[1:] {
		for _, name := range []string{"UID", "DTSTAMP", "DTSTART", "DURATION", "SEQUENCE", "LAST-MODIFIED", "SUMMARY", "STATUS", "CATEGORIES"} {
			if e.name != "VEVENT" || e.get(t, name) == "" {
				t.Errorf("%s without %s: %v", e.name, name, e.props)
			}
		}
	}
	return calendar
}

// events gives the events by UID, in the order of the calendar, and refuses a UID that stands twice.
func events(t testing.TB, calendar component) (uids []string, byUID map[string]component) {
	t.Helper()
	byUID = map[string]component{}
	for _, e := range calendar.children[1:] {
		uid := e.get(t, "UID")
		if _, twice := byUID[uid]; twice {
			t.Errorf("two events are %s", uid)
		}
		uids = append(uids, uid)
		byUID[uid] = e
	}
	return uids, byUID
}

// plainText undoes the escapes of a TEXT (RFC 5545 §3.3.11) and refuses what may not stand in one.
func plainText(t testing.TB, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && strings.IndexByte(`\;,Nn`, s[i+1]) >= 0:
			if i++; s[i] == 'n' || s[i] == 'N' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(s[i])
			}
		case c == '\\', c == ';', c == ',', c < ' ' && c != '\t', c == 0x7f:
			t.Errorf("%q holds %q without an escape", s, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
