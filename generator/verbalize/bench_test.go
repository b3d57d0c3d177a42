package verbalize_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// dispatch gives the lines of the real dispatch.
func dispatch(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/cong-van.txt")
	if err != nil {
		t.Fatal(err)
	}
	return written(string(text))
}

// prose gives the lines of the dispatch and of the articles' bodies: ordinary administrative prose as offices write it.
func prose(t testing.TB) []string {
	t.Helper()
	lines := dispatch(t)
	names, err := filepath.Glob("../../content/bai-viet/*/index.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, ok := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
		if !ok {
			t.Fatalf("%s has no front matter", name)
		}
		lines = append(lines, written(body)...)
	}
	return lines
}

// written gives the lines of a text that are not blank.
func written(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// benchmarkLines reads all lines again and again and reports written words (between blanks) and lines a second, and allocations a
// written word.
func benchmarkLines(b *testing.B, lines []string) {
	words, size := 0, 0
	for _, line := range lines {
		words += len(strings.Fields(line))
		size += len(line)
	}
	r := verbalize.NewReader(verbalize.Region{}, lexicon(b))
	var before, after runtime.MemStats
	b.SetBytes(int64(size))
	runtime.ReadMemStats(&before)
	for b.Loop() {
		for _, line := range lines {
			r.Read(line)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(len(lines)*b.N)/b.Elapsed().Seconds(), "lines/s")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(words*b.N), "allocs/word")
}

// BenchmarkReadProse reads what offices write: words, and a number, an abbreviation or a date in most sentences.
func BenchmarkReadProse(b *testing.B) { benchmarkLines(b, prose(b)) }

// BenchmarkReadDispatch reads the dispatch alone, dense with document numbers and abbreviations.
func BenchmarkReadDispatch(b *testing.B) { benchmarkLines(b, dispatch(b)) }

// BenchmarkReadConstructs reads the golden lines, where nearly every token is a construct.
func BenchmarkReadConstructs(b *testing.B) {
	benchmarkLines(b, writtenForms(b))
}

// writtenForms gives the written side of the golden lines.
func writtenForms(t testing.TB) []string {
	t.Helper()
	var lines []string
	for _, g := range goldens(t) {
		lines = append(lines, g.written)
	}
	return lines
}

// BenchmarkReadLongLine reads lines of a mebibyte on which a rule that looks back or ahead too far would take for ever. "growth" is
// the time for sixteen times the text, divided by sixteen: near 1 where the time grows with the length only.
func BenchmarkReadLongLine(b *testing.B) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(b))
	for _, unit := range []string{"3/4 ", "0900 123 456, ", "(", ". (", "Bà con giữ cáp. ", "a", "A", "ạ ", "A.", "a.b-", "1.", "1 ", "1,", "1/", "1x", "1=", "+1", "&1", "(1", "05 1 ", "123 ", "123\u00a0", ":&", "*1", "T2-", "x", "VH&", "²", "-", "\"5", "ngày ", "Ngày 1, 2, ", "م", "e\u0323"} {
		short, long := strings.Repeat(unit, 1<<16/len(unit)), strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			start := time.Now()
			for range 16 {
				r.Read(short)
			}
			small := time.Since(start)
			b.SetBytes(int64(len(long)))
			for b.Loop() {
				r.Read(long)
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/small.Seconds(), "growth")
		})
	}
}
