package corpus_test

import (
	"flag"
	"os"
	"testing"

	"github.com/vinhlinh/loa/generator/internal/corpus"
)

var (
	folder   = flag.String("write", "", "write made-up content into `FOLDER`, as content/ below it")
	articles = flag.Int("articles", 1_000, "how many articles to write")
	stations = flag.Int("stations", 18, "how many stations to write")
)

// TestWrite leaves the content in a folder, for programs that are not Go's to try a large site:
//
//	go test ./generator/internal/corpus -run TestWrite -write DIR -articles 1000
func TestWrite(t *testing.T) {
	if *folder == "" {
		t.Skip("no -write")
	}
	if err := os.CopyFS(*folder, corpus.FS(1, *articles, *stations)); err != nil {
		t.Fatal(err)
	}
}
