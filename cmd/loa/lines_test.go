package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
	"github.com/vinhlinh/loa/generator/verbalize"
)

func realReader(t testing.TB) *verbalize.Reader {
	t.Helper()
	s, found, err := settings.Load(os.DirFS("../.."))
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	composer, found := speech.New(s)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return composer.Reader()
}

// TestEveryLineGivesOneLine: whatever a line holds and however the input ends, lines stay lines, in their order.
func TestEveryLineGivesOneLine(t *testing.T) {
	reader := realReader(t)
	for _, c := range []struct{ name, in, out, report string }{
		{"nothing", "", "", ""},
		{"no end", "7h", "bảy giờ\n", ""},
		{"CR LF and LF", "7h\r\n8h\n", "bảy giờ\ntám giờ\n", ""},
		{"empty lines", "\n\r\n7h\n\n", "\n\nbảy giờ\n\n", ""},
		{"two sentences", "Đến lúc 7h. Về lúc 8h.\n", "Đến lúc bảy giờ. Về lúc tám giờ.\n", ""},
		{"line ends of other worlds", "ba\u2028con\vta\n", "ba con ta\n", ""},
		{"only signs", "***\n—\n", "\n\n", ""},
		{"columns are what a person sees", "7h\nTrạm XYQ và WVX\n", "bảy giờ\nTrạm ích i quy và vê kép vê ích\n",
			"2:6: viet-tat-la: “XYQ” chưa có cách đọc\n2:13: viet-tat-la: “WVX” chưa có cách đọc\n"},
		{"broken bytes", "là\xff con\n", "là con\n", "1:3: kho-doc: có byte không phải chữ Unicode\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, report bytes.Buffer
			if err := speakLines(context.Background(), reader, strings.NewReader(c.in), &out, &report); err != nil {
				t.Fatal(err)
			}
			if out.String() != c.out || report.String() != c.report {
				t.Errorf("out %q, want %q\nreport %q, want %q", &out, c.out, &report, c.report)
			}
		})
	}
}

// TestLinesStayInOrder: batches are read by several processors at once.
func TestLinesStayInOrder(t *testing.T) {
	reader := realReader(t)
	var in, want strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&in, "%s %d\n", strings.Repeat("năm ", i%7), i)
		want.WriteString(read(reader, fmt.Sprintf("%s %d", strings.Repeat("năm ", i%7), i)) + "\n")
	}
	var out bytes.Buffer
	if err := speakLines(context.Background(), reader, iotest.HalfReader(strings.NewReader(in.String())), &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	if out.String() != want.String() {
		t.Error("lines are not those of the reader, in order")
	}
}

func read(reader *verbalize.Reader, line string) string {
	var parts []string
	for _, s := range reader.Read(line).Sentences {
		parts = append(parts, s.Text)
	}
	return strings.Join(parts, " ")
}

// TestTooLongALineIsRefusedAndTheNextIsRead holds the limit at its edge.
func TestTooLongALineIsRefusedAndTheNextIsRead(t *testing.T) {
	reader := realReader(t)
	fits := strings.Repeat(" ", maxLine-2) + "ai"
	var out, report bytes.Buffer
	in := fits + "\r\n" + fits + "!\n" + strings.Repeat(fits, 3) + "\n7h\n"
	if err := speakLines(context.Background(), reader, strings.NewReader(in), &out, &report); err != nil {
		t.Fatal(err)
	}
	wantReport := "2:1: dong-qua-dai: dòng dài quá 1048576 byte nên bỏ qua\n3:1: dong-qua-dai: dòng dài quá 1048576 byte nên bỏ qua\n"
	if out.String() != "ai\n\n\nbảy giờ\n" || report.String() != wantReport {
		t.Errorf("out %q\nreport %q", &out, &report)
	}
}

// TestAPersonIsAnsweredAtOnce: a line is answered while the next has not been typed.
func TestAPersonIsAnsweredAtOnce(t *testing.T) {
	reader := realReader(t)
	in, typed := io.Pipe()
	seen, out := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- speakLines(context.Background(), reader, in, out, io.Discard) }()
	for _, c := range [][2]string{{"7h\n", "bảy giờ\n"}, {"8h\n", "tám giờ\n"}} {
		if _, err := io.WriteString(typed, c[0]); err != nil {
			t.Fatal(err)
		}
		answer := make([]byte, len(c[1]))
		if _, err := io.ReadFull(seen, answer); err != nil || string(answer) != c[1] {
			t.Fatalf("%q %v", answer, err)
		}
	}
	if err := typed.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// TestBrokenStreamsEndTheRun: what cannot be read or written is an error, and nobody waits for ever.
func TestBrokenStreamsEndTheRun(t *testing.T) {
	reader := realReader(t)
	broken := errors.New("broken")
	var out bytes.Buffer
	err := speakLines(context.Background(), reader, io.MultiReader(strings.NewReader("7h\n"), iotest.ErrReader(broken)), &out, io.Discard)
	if !errors.Is(err, broken) || out.String() != "bảy giờ\n" {
		t.Errorf("reading: %v, out %q", err, &out)
	}
	many := strings.NewReader(strings.Repeat("7h\n", 100_000))
	if err := speakLines(context.Background(), reader, many, failing{broken}, io.Discard); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, stop)
	silent, _ := io.Pipe()
	if err := speakLines(ctx, reader, silent, io.Discard, io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupt: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// prose is the lines of the bodies of all real articles, repeated up to n lines.
func prose(b *testing.B, n int) string {
	b.Helper()
	names, err := filepath.Glob("../../content/bai-viet/*/index.md")
	if err != nil || len(names) == 0 {
		b.Fatal(names, err)
	}
	var lines []string
	for _, name := range names {
		article, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(article), "---\n"), "---\n")
		for line := range strings.Lines(body) {
			if strings.TrimSpace(line) != "" {
				lines = append(lines, line)
			}
		}
	}
	var text strings.Builder
	for i := range n {
		text.WriteString(lines[i%len(lines)])
	}
	return text.String()
}

// BenchmarkReadLines is the stream of "loa read --lines" over the paragraphs of all real articles: lines and words a second on all
// processors.
func BenchmarkReadLines(b *testing.B) {
	reader := realReader(b)
	text := prose(b, 10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := speakLines(context.Background(), reader, strings.NewReader(text), io.Discard, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	report(b, text)
}

// BenchmarkReadProcess is "loa read --lines" as a person runs it, with its start, over 100,000 paragraphs.
func BenchmarkReadProcess(b *testing.B) {
	text := prose(b, 100_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		loa := exec.Command(os.Args[0], "read", "--lines")
		loa.Env = append(os.Environ(), asLoa+"=1")
		loa.Dir, loa.Stdin = "../..", strings.NewReader(text)
		if out, err := loa.Output(); err != nil || bytes.Count(out, []byte("\n")) != 100_000 {
			b.Fatal(err, bytes.Count(out, []byte("\n")))
		}
	}
	report(b, text)
}

func report(b *testing.B, text string) {
	seconds := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(strings.Count(text, "\n"))/seconds, "lines/s")
	b.ReportMetric(float64(len(strings.Fields(text)))/seconds, "words/s")
}
