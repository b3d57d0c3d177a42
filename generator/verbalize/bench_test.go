package verbalize_test

import (
	"os"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// BenchmarkRead reads the dispatch and the golden lines and reports lines a second.
func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("testdata/cong-van.txt")
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, g := range goldens(b) {
		lines = append(lines, g.written)
	}
	size := 0
	for _, line := range lines {
		size += len(line)
	}
	r := verbalize.NewReader(verbalize.Region{}, lexicon(b))
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, line := range lines {
			r.Read(line)
		}
	}
	b.ReportMetric(float64(len(lines)*b.N)/b.Elapsed().Seconds(), "lines/s")
}

// BenchmarkReadLongLine reads one line of a mebibyte: the time must grow with the length only.
func BenchmarkReadLongLine(b *testing.B) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(b))
	for _, unit := range []string{"3/4 ", "0900 123 456, ", "(", "Bà con giữ cáp. "} {
		line := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			for b.Loop() {
				r.Read(line)
			}
		})
	}
}
