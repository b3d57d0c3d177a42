package diagnostic_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
)

// TestText prints the findings of testdata/text/*.txtar.
func TestText(t *testing.T) {
	golden.Run(t, "testdata/text/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		var b bytes.Buffer
		list := findings(t, a)
		if err := diagnostic.WriteText(&b, list, diagnostic.Style{Width: width(t, a)}); err != nil {
			t.Fatal(err)
		}
		b.WriteString(diagnostic.Summary(list) + "\n")
		return b.Bytes()
	})
}

func TestJSON(t *testing.T) {
	golden.Run(t, "testdata/json/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		var b bytes.Buffer
		if err := diagnostic.WriteJSON(&b, findings(t, a)); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	})
}

// findings reads the file "findings" of a case. A line is a finding, its fields parted by " | ":
//
//	level name | path | text of the place | message | hint | … | @path text of a related place | =text of the fix
//
// Path "-" is no source. The place is where its text stands first in the file; "^" is the file's start, "$" its end. In all
// files of the case \t, \r, \n, \x1b, \u202e stand for the sign, so that the case can be read.
func findings(t *testing.T, a *txtar.Archive) []diagnostic.Diagnostic {
	sources := make(map[string]*diagnostic.Source)
	var lines []string
	for _, f := range a.Files {
		switch f.Name {
		case "want":
		case "findings":
			lines = strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")
		default:
			path := unescape(t, f.Name)
			sources[path] = diagnostic.NewSource(path, unescape(t, string(f.Data)))
		}
	}
	var bag diagnostic.Bag
	for _, line := range lines {
		fields := strings.Split(line, " | ")
		if len(fields) < 4 {
			t.Fatalf("finding %q has fewer than four fields", line)
		}
		level, name, _ := strings.Cut(fields[0], " ")
		severity, known := map[string]diagnostic.Severity{"error": diagnostic.Error, "warning": diagnostic.Warning, "note": diagnostic.Note}[level]
		if !known {
			t.Fatalf("finding %q: no such level", line)
		}
		c := &diagnostic.Check{Name: name, Severity: severity}
		src, span := spot(t, sources, fields[1], fields[2])
		d := c.At(src, span, unescape(t, fields[3]))
		for _, field := range fields[4:] {
			switch {
			case strings.HasPrefix(field, "@"):
				path, text, _ := strings.Cut(field[1:], " ")
				src, span := spot(t, sources, path, text)
				d.Related = append(d.Related, diagnostic.Place{Source: src, Span: span})
			case strings.HasPrefix(field, "="):
				d.Fix = &diagnostic.Edit{Span: span, Text: unescape(t, field[1:])}
			default:
				d.Hints = append(d.Hints, unescape(t, field))
			}
		}
		bag.Add(d)
	}
	return bag.Sorted()
}

func spot(t *testing.T, sources map[string]*diagnostic.Source, path, text string) (*diagnostic.Source, diagnostic.Span) {
	if path == "-" {
		return nil, diagnostic.Span{}
	}
	src := sources[unescape(t, path)]
	if src == nil {
		t.Fatalf("no file %s", path)
	}
	text = unescape(t, text)
	switch text {
	case "^":
		return src, diagnostic.Span{}
	case "$":
		return src, diagnostic.Span{Start: len(src.Text), End: len(src.Text)}
	}
	i := strings.Index(src.Text, text)
	if i < 0 {
		t.Fatalf("%s has no %q", path, text)
	}
	return src, diagnostic.Span{Start: i, End: i + len(text)}
}

func unescape(t *testing.T, s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	text, err := strconv.Unquote(`"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(s) + `"`)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return text
}

// width reads "width 72" from the case's story.
func width(t *testing.T, a *txtar.Archive) int {
	for line := range strings.Lines(string(a.Comment)) {
		if number, ok := strings.CutPrefix(strings.TrimSpace(line), "width "); ok {
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	return 0
}

func TestColor(t *testing.T) {
	src := diagnostic.NewSource("a.md", "dây cáp\n")
	for _, c := range []struct {
		severity diagnostic.Severity
		want     string
	}{
		{diagnostic.Error, "\x1b[1ma.md:1:1:\x1b[0m \x1b[1;31mlỗi:\x1b[0m m [n]\n    1 | dây cáp\n      | \x1b[1;31m^^^\x1b[0m\n"},
		{diagnostic.Warning, "\x1b[1ma.md:1:1:\x1b[0m \x1b[33mcảnh báo:\x1b[0m m [n]\n    1 | dây cáp\n      | \x1b[33m^^^\x1b[0m\n"},
		{diagnostic.Note, "\x1b[1ma.md:1:1:\x1b[0m nhắc: m [n]\n    1 | dây cáp\n      | ^^^\n"},
	} {
		var b strings.Builder
		d := (&diagnostic.Check{Name: "n", Severity: c.severity}).At(src, diagnostic.Span{End: len("dây")}, "m")
		if err := diagnostic.WriteText(&b, []diagnostic.Diagnostic{d}, diagnostic.Style{Color: true}); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%v:\ngot  %q\nwant %q", c.severity, b.String(), c.want)
		}
	}
}

// TestPlacesInHostileLines: a place deep in a line that no terminal can show is shown all the same, with little round it.
func TestPlacesInHostileLines(t *testing.T) {
	marks := "a" + strings.Repeat("\u0301", 5000)
	for _, c := range []struct {
		name, text string
		span       diagnostic.Span
		want       string // of the lines with text and carets
	}{
		{"letters", strings.Repeat("đ", 5000) + "xyz" + strings.Repeat("đ", 5000), diagnostic.Span{Start: 10000, End: 10003},
			"    1 | …đđđđđđđxyzđđđđđđđđ…\n      |         ^^^\n"},
		{"to the end of the line", strings.Repeat("đ", 5000), diagnostic.Span{Start: 0, End: 10000},
			"    1 | đđđđđđđđđđđđđđđđđđ…\n      | ^^^^^^^^^^^^^^^^^^…\n"},
		{"marks of one letter, the last", marks + "b", diagnostic.Span{Start: 9999, End: 10001},
			"    1 | …‹U+0301›‹U+0301›b\n      |          ^^^^^^^^\n"},
		{"after marks of one letter", marks + "b", diagnostic.Span{Start: 10001, End: 10002},
			"    1 | …‹U+0301›‹U+0301›b\n      |                  ^\n"},
		{"a letter of marks before a few others", strings.Repeat("đ", 2000) + marks[:401] + "b", diagnostic.Span{Start: 4010, End: 4011},
			"    1 | …đđđđđđđđ" + marks[:17] + "‹U+0301›…\n      |          ^\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			d := (&diagnostic.Check{Name: "n"}).At(diagnostic.NewSource("a", c.text), c.span, "m")
			if err := diagnostic.WriteText(&b, []diagnostic.Diagnostic{d}, diagnostic.Style{Width: 1}); err != nil {
				t.Fatal(err)
			}
			if _, got, _ := strings.Cut(b.String(), "\n"); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestJSONOfHostileFindings(t *testing.T) {
	c := &diagnostic.Check{Name: "n"}
	for _, test := range []struct{ name, text, want string }{
		{"a line of 4096 bytes is repeated", strings.Repeat("x", 4096), `"source":"xxx`},
		{"a longer line is left out", strings.Repeat("x", 4097), `"hint":[],"related"`},
		{"a place that ends before it begins is empty", "một hai", `"column":4,"end_line":1,"end_column":4,"offset":5,"end_offset":5`},
		{"bytes that are not UTF-8 are replaced", "\xff", `"source":"\ufffd"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			d := c.At(diagnostic.NewSource("a", test.text), diagnostic.Span{Start: 5, End: 2}, "m")
			if err := diagnostic.WriteJSON(&b, []diagnostic.Diagnostic{d}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(b.String(), test.want) {
				t.Errorf("%.400s\nhas no %s", b.String(), test.want)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	a, b := diagnostic.NewSource("a", ""), diagnostic.NewSource("b", "")
	e, w, n := &diagnostic.Check{}, &diagnostic.Check{Severity: diagnostic.Warning}, &diagnostic.Check{Severity: diagnostic.Note}
	at := func(c *diagnostic.Check, s *diagnostic.Source) diagnostic.Diagnostic {
		return diagnostic.Diagnostic{Check: c, Source: s}
	}
	for _, c := range []struct {
		want string
		list []diagnostic.Diagnostic
	}{
		{"", nil},
		{"1 lỗi trong 1 tệp", []diagnostic.Diagnostic{at(e, a)}},
		{"2 lỗi, 1 cảnh báo, 1 nhắc trong 2 tệp", []diagnostic.Diagnostic{at(e, a), at(w, a), at(n, b), at(e, b)}},
		{"1 cảnh báo", []diagnostic.Diagnostic{at(w, nil)}},
		{"1 cảnh báo, 1 nhắc trong 1 tệp", []diagnostic.Diagnostic{at(w, nil), at(n, a)}},
	} {
		if got := diagnostic.Summary(c.list); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterErrorsAreReported(t *testing.T) {
	list := []diagnostic.Diagnostic{(&diagnostic.Check{Name: "n"}).At(nil, diagnostic.Span{}, "m")}
	if err := diagnostic.WriteText(full{}, list, diagnostic.Style{}); !errors.Is(err, errFull) {
		t.Errorf("WriteText: got %v", err)
	}
	if err := diagnostic.WriteJSON(full{}, list); !errors.Is(err, errFull) {
		t.Errorf("WriteJSON: got %v", err)
	}
}

// FuzzWriteText: whatever a text and a finding hold, the output is letters, signs and line ends; the first findings of a kind
// are all there and the others are counted; both printers bear spans outside the text.
func FuzzWriteText(f *testing.F) {
	f.Add("Thấy dây cáp đứt   bên đường.\n", "content/a.md", "thừa khoảng trắng", "cach-thua", "Giữ một.", 20, 23, 0, 2)
	f.Add("a\u202eb\x1b[31m\u200d\r\n\tế\xff", "x\u202e\n.md", "m\x9b\u2066\n", "n\x00", "\x1b]0;h\x07", -5, 99, 10, 25)
	f.Add(strings.Repeat("đứt 👨‍👩‍👧 ", 90)+strings.Repeat("\u0301", 900)+"\n\n", "", "", "", "", 700, 3, 72, 1)
	f.Fuzz(func(t *testing.T, text, path, message, name, hint string, start, end, width, n int) {
		n = max(0, min(n, 50))
		src := diagnostic.NewSource(path, text)
		d := (&diagnostic.Check{Name: name}).At(src, diagnostic.Span{Start: start, End: end}, message, hint, hint)
		d.Related = []diagnostic.Place{{Source: src, Span: diagnostic.Span{Start: end, End: start}}, {}}
		var list []diagnostic.Diagnostic
		for range n {
			list = append(list, d)
		}
		list = append(list, (&diagnostic.Check{Name: name}).At(nil, diagnostic.Span{}, message))

		var b strings.Builder
		if err := diagnostic.WriteText(&b, list, diagnostic.Style{Width: width}); err != nil {
			t.Fatal(err)
		}
		out := b.String()
		for i, r := range out {
			if r != '\n' && (!unicode.IsPrint(r) || unicode.In(r, unicode.Bidi_Control, unicode.Variation_Selector, unicode.Join_Control)) {
				t.Fatalf("%U at byte %d of\n%q", r, i, out)
			}
			if r == unicode.ReplacementChar && !strings.ContainsRune(text+path+message+name+hint, r) {
				t.Fatalf("byte %d is not UTF-8:\n%q", i, out)
			}
		}
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		heads, carets, folded := 0, 0, 0
		for _, line := range lines {
			switch {
			case strings.HasPrefix(line, "      | ") && strings.Trim(line[8:], " ^…") == "":
				carets++
			case strings.HasPrefix(line, "      … còn "):
				folded, _ = strconv.Atoi(strings.Fields(line)[2])
			case !strings.HasPrefix(line, " ") || strings.HasSuffix(line, "]"):
				heads++
			}
		}
		perFinding := 4 + 1 // head, line, carets, two hints, related
		if text != "" {
			perFinding++
		} else {
			perFinding--
		}
		shown := min(n, 20)
		want := shown*perFinding + 1
		if n > 20 {
			want++
		}
		if len(lines) != want || folded != n-shown || text != "" && carets < shown {
			t.Fatalf("%d findings: %d lines, want %d; %d folded, %d with carets:\n%s", n, len(lines), want, folded, carets, out)
		}

		b.Reset()
		if err := diagnostic.WriteJSON(&b, list); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "\n"); got != n+2 {
			t.Fatalf("%d lines of JSON for %d findings:\n%s", got, n+1, b.String())
		}
		if i := strings.IndexFunc(b.String(), func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }); i >= 0 {
			t.Fatalf("a hidden sign at byte %d of\n%q", i, b.String())
		}
	})
}
