package generator_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/corpus"
)

// withTheme is made-up content beside the repository's theme and static files.
type withTheme struct{ content, rest fs.FS }

func (w withTheme) Open(name string) (fs.File, error) {
	if name == "content" || strings.HasPrefix(name, "content/") {
		return w.content.Open(name)
	}
	return w.rest.Open(name)
}

// generated is the input of a build of n articles and stations.
func generated(articles, stations int) generator.Input {
	return generator.Input{Root: withTheme{corpus.FS(1, articles, stations), os.DirFS("..")}, At: corpus.At}
}

// release builds and refuses errors. What it gives is what a person would wait for.
func release(tb testing.TB, in generator.Input) *generator.Output {
	tb.Helper()
	out, found, err := generator.Build(context.Background(), in)
	if err != nil {
		tb.Fatal(err)
	}
	if out == nil {
		var text strings.Builder
		if err := diagnostic.WriteText(&text, found, diagnostic.Style{}); err != nil {
			tb.Fatal(err)
		}
		tb.Fatal(text.String())
	}
	return out
}

// TestTheCorpusBuilds: the content of the benchmark is published whole, each station with its documents.
func TestTheCorpusBuilds(t *testing.T) {
	out := release(t, generated(30, 12))
	have := map[string]bool{}
	for _, f := range out.Files {
		have[f.Path] = true
	}
	for n := range 12 {
		for _, name := range []string{"index.html", "rss.xml", "feed.json", "lich.ics", "lich.json", "phat.m3u"} {
			if path := fmt.Sprintf("dai/dai-%05d/%s", n, name); !have[path] {
				t.Errorf("no %s", path)
			}
		}
	}
	if out.Articles != 30 {
		t.Errorf("%d articles of 30", out.Articles)
	}
}

// BenchmarkRelease builds 26 articles for more and more stations, and then the same content a day later. Beside its seconds it says what
// a release weighs, what the next day changes, and how each figure stands to that of 1,000 stations, which is to be ten at most for
// 10,000. Run it by hand, for minutes and gigabytes:
//
//	go test ./generator -run '^$' -bench Release -benchtime 1x -timeout 1h
func BenchmarkRelease(b *testing.B) {
	base := map[string]float64{}
	for _, stations := range []int{18, 1_000, 10_000} {
		b.Run(fmt.Sprintf("%d stations", stations), func(b *testing.B) {
			in := generated(26, stations)
			var out *generator.Output
			for b.Loop() {
				out = release(b, in)
			}
			figures := map[string]float64{"s": b.Elapsed().Seconds() / float64(b.N), "files": float64(len(out.Files)), "MB": weight(out.Files), "heap-MB": heap()}
			before := make(map[string][sha256.Size]byte, len(out.Files))
			for _, f := range out.Files {
				before[f.Path] = sha256.Sum256(f.Data)
			}
			in.At, out = in.At.AddDate(0, 0, 1), nil
			var changed []generator.File
			for _, f := range release(b, in).Files {
				if sum, was := before[f.Path]; !was || sum != sha256.Sum256(f.Data) {
					changed = append(changed, f)
				}
			}
			figures["changed-files"], figures["changed-MB"] = float64(len(changed)), weight(changed)
			for unit, figure := range figures {
				b.ReportMetric(figure, unit)
				switch {
				case stations == 1_000:
					base[unit] = figure
				case base[unit] > 0:
					b.ReportMetric(figure/base[unit], unit+"/1000")
				}
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// weight is the size of files in millions of bytes.
func weight(files []generator.File) float64 {
	total := 0
	for _, f := range files {
		total += len(f.Data)
	}
	return float64(total) / 1e6
}

// heap is the most memory that the heap took so far, in millions of bytes.
func heap() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapSys) / 1e6
}
