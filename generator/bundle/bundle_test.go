package bundle_test

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/internal/golden"
)

// TestGoldens: the listing of a bundle, its texts, and what a person reads on its pages. Line ends are LF here, a byte order mark is ⟨BOM⟩.
func TestGoldens(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		in, sounds := input(t, a)
		b, data := pack(t, in, sounds)
		names, files := unpack(t, data)
		var out strings.Builder
		fmt.Fprintf(&out, "%s, %d articles, %d with sound\n", b.Name, b.Articles, b.Voiced)
		for _, name := range names {
			fmt.Fprintln(&out, "  "+name)
		}
		for _, name := range names {
			text := files[name]
			switch kind := path.Ext(name); {
			case kind == ".mp3", kind == ".m3u8", kind == ".sha256":
				continue
			case len(in.Days) > 1 && strings.HasPrefix(name, "2023") && kind != ".m3u" && kind != ".csv":
				continue // those of one day are such
			case kind == ".html":
				text = read(text)
			}
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff", "⟨BOM⟩")
			fmt.Fprintf(&out, "\n== %s\n%s", name, text)
		}
		return []byte(out.String())
	})
}

var (
	quiet = regexp.MustCompile(`(?s)<(style|script|head)\b.*?</(style|script|head)>`)
	sound = regexp.MustCompile(`<audio [^>]*src="([^"]*)"[^>]*>`)
	link  = regexp.MustCompile(`<a [^>]*href="([^"]*)"[^>]*>`)
	block = regexp.MustCompile(`</(p|li|h1|h2|tr|caption|summary|time)>|<br>`)
	cell  = regexp.MustCompile(`</t[hd]>`)
	tag   = regexp.MustCompile(`<[^>]*>`)
)

// read gives what a person reads on a page, a block a line, with addresses of links and sounds.
func read(page string) string {
	page = quiet.ReplaceAllString(page, "")
	page = strings.ReplaceAll(page, "\n", " ")
	page = sound.ReplaceAllString(page, "[$1]<br>")
	page = link.ReplaceAllString(page, "[$1] ")
	page = cell.ReplaceAllString(page, " |")
	page = block.ReplaceAllString(page, "\n")
	page = html.UnescapeString(tag.ReplaceAllString(page, ""))
	var lines []string
	for line := range strings.Lines(page) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
