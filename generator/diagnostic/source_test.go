package diagnostic_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

func TestPosition(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		offset       int
		line, column int
	}{
		{"the first byte is 1:1", "dây cáp", 0, 1, 1},
		{"an empty text has 1:1", "", 0, 1, 1},
		{"a letter with marks is one column in NFC", "tiếng", len("tiế"), 1, 4},
		{"a letter with marks is one column in NFD", norm.NFD.String("tiếng"), len(norm.NFD.String("tiế")), 1, 4},
		{"a byte inside a letter has the column of the letter", "tiếng", len("ti") + 1, 1, 3},
		{"a mark has the column of its letter", norm.NFD.String("tiếng"), len("tie"), 1, 3},
		{"a tab is one column", "\t\tdây", 2, 1, 3},
		{"a family emoji is one column", "👨‍👩‍👧 đi", len("👨‍👩‍👧"), 1, 2},
		{"the line end is one column after the last", "dây\ncáp", len("dây"), 1, 4},
		{"after the line end a line begins", "dây\ncáp", len("dây\n"), 2, 1},
		{"CR before LF belongs to the line end", "dây\r\ncáp", len("dây\r"), 1, 4},
		{"CR alone is a sign like others", "a\rb\n", 2, 1, 3},
		{"CR at the end of the text is a sign", "a\r", 2, 1, 3},
		{"the end of the text is a place", "dây\ncáp", len("dây\ncáp"), 2, 4},
		{"the end after a line end is a new line", "dây\n", len("dây\n"), 2, 1},
		{"below the text is its start", "dây", -7, 1, 1},
		{"beyond the text is its end", "dây", 700, 1, 4},
		{"bytes that are not UTF-8 are columns of one", "a\xff\xfeb", 3, 1, 4},
		{"a long line counts like a short one", strings.Repeat("cáp đứt ", 9000), len("cáp đứt ") * 8999, 1, 8*8999 + 1},
		{"a line after a long line counts from its own start", strings.Repeat("cáp đứt ", 9000) + "\ncáp", len("cáp đứt ")*9000 + len("\ncá"), 2, 3},
		{"a letter with marks for ever is one column", "a" + strings.Repeat("\u0301", 9000) + "b", 1 + 2*9000, 1, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, column := diagnostic.NewSource("x", c.text).Position(c.offset)
			if line != c.line || column != c.column {
				t.Errorf("offset %d of %.40q: got %d:%d, want %d:%d", c.offset, c.text, line, column, c.line, c.column)
			}
		})
	}
}

func TestLine(t *testing.T) {
	s := diagnostic.NewSource("x", "một\r\nhai\n\nbốn\r")
	for _, c := range []struct {
		line int
		text string
		span diagnostic.Span
	}{
		{0, "", diagnostic.Span{Start: 17, End: 17}},
		{1, "một", diagnostic.Span{Start: 0, End: 5}},
		{2, "hai", diagnostic.Span{Start: 7, End: 10}},
		{3, "", diagnostic.Span{Start: 11, End: 11}},
		{4, "bốn\r", diagnostic.Span{Start: 12, End: 18}},
		{5, "", diagnostic.Span{Start: 18, End: 18}},
	} {
		if c.line == 0 {
			c.span = diagnostic.Span{Start: len(s.Text), End: len(s.Text)}
		}
		text, start := s.Line(c.line)
		if span := s.LineSpan(c.line); text != c.text || start != c.span.Start || span != c.span {
			t.Errorf("line %d: got %q at %d, span %v; want %q, span %v", c.line, text, start, span, c.text, c.span)
		}
	}
}

func TestZeroSourceHasOneEmptyLine(t *testing.T) {
	s := &diagnostic.Source{Path: "hinh.jpg"}
	if line, column := s.Position(9); line != 1 || column != 1 {
		t.Errorf("got %d:%d, want 1:1", line, column)
	}
	if text, start := s.Line(1); text != "" || start != 0 {
		t.Errorf("got %q at %d, want an empty line at 0", text, start)
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"", 0}, {"Vĩnh Linh", 9}, {norm.NFD.String("Vĩnh Linh"), 9}, {"👨‍👩‍👧🇻🇳", 2}, {"e\u0302\u0301\u200d", 1}, {"\xff\xff", 2}, {"a\r\nb", 3},
	} {
		if got := diagnostic.Columns(c.in); got != c.want {
			t.Errorf("%q: got %d, want %d", c.in, got, c.want)
		}
	}
}

// FuzzPosition: lines and columns lie inside the text, rise with the offset, are those of UAX #29, and do not depend on how
// the letters of Latin writing are composed.
func FuzzPosition(f *testing.F) {
	f.Add("Thấy dây cáp đứt   bên đường,\r\n\tbà con đứng xa.\n", 12)
	f.Add(norm.NFD.String("tiếng Việt"), 3)
	f.Add("👨‍👩‍👧 🇻🇳🇻🇳🇻 a\u0301\u0301\n\r\n\n\xff\xc3\x28", 20)
	f.Add(strings.Repeat("đứt ", 200)+"e"+strings.Repeat("\u0301", 600)+strings.Repeat("x🇻", 199), 1000)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		if len(text) > 4<<10 {
			t.Skip("every offset is tried, by the plain way: that is the square of the length")
		}
		s := diagnostic.NewSource("x", text)
		lines := 1 + strings.Count(text, "\n")
		line, column := s.Position(offset)
		if line < 1 || line > lines || column < 1 {
			t.Fatalf("offset %d: %d:%d in a text of %d lines", offset, line, column, lines)
		}

		// Every offset against the plain way: the clusters of the line from its start.
		was := [2]int{1, 0}
		for n := 1; n <= lines; n++ {
			content, start := s.Line(n)
			if strings.Contains(content, "\n") || text[start:start+len(content)] != content {
				t.Fatalf("line %d is %q at %d", n, content, start)
			}
			at, want := start, 1
			for rest, state := content, -1; rest != ""; want++ {
				var cluster string
				cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
				for range len(cluster) {
					was = follows(t, s, at, was, n, want)
					at++
				}
			}
			was = follows(t, s, at, was, n, want)
			if got := diagnostic.Columns(content); got != want-1 {
				t.Fatalf("Columns(%q) = %d, want %d", content, got, want-1)
			}
		}

		if utf8.ValidString(text) && latin(text) {
			nfc, nfd := norm.NFC.String(text), norm.NFD.String(text)
			last := strings.Count(nfc, "\n") + 1
			a, b := diagnostic.NewSource("x", nfc), diagnostic.NewSource("x", nfd)
			l1, c1 := a.Position(len(nfc))
			l2, c2 := b.Position(len(nfd))
			if l1 != last || l2 != last || c1 != c2 {
				t.Fatalf("end of %q: %d:%d composed, %d:%d decomposed", text, l1, c1, l2, c2)
			}
		}
	})
}

// follows demands that the offset is at line:column, and that this is not before the place of the offset before it.
func follows(t *testing.T, s *diagnostic.Source, offset int, was [2]int, line, column int) [2]int {
	l, c := s.Position(offset)
	if l != line || c != column {
		t.Fatalf("offset %d of %q: got %d:%d, want %d:%d", offset, s.Text, l, c, line, column)
	}
	if l < was[0] || l == was[0] && c < was[1] {
		t.Fatalf("offset %d of %q: %d:%d after %d:%d", offset, s.Text, l, c, was[0], was[1])
	}
	return [2]int{l, c}
}

// latin says whether the text is of Latin letters, marks and ASCII alone: there composing never changes a column.
func latin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r > unicode.MaxASCII && !unicode.Is(unicode.Latin, r) && !(r >= 0x300 && r <= 0x345)
	})
}

// BenchmarkPosition: the last place of a line of 256 KiB against that of a line of 64 bytes; the ratio is what marks are for.
func BenchmarkPosition(b *testing.B) {
	for _, c := range []struct {
		name string
		size int
	}{{"line of 64 bytes", 64}, {"line of 256 KiB", 256 << 10}} {
		text := strings.Repeat("Thấy dây cáp đứt bên đường, ", c.size/36+1)[:c.size]
		s := diagnostic.NewSource("x", text)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				s.Position(len(text))
			}
		})
	}
}
