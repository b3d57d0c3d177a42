package settings_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/settings"
)

// files makes content/_loa of the archive's files but the golden one; what must be there and is not comes from good.txtar. "\x" escapes
// let an archive hold bytes that a text file cannot.
func files(t testing.TB, a *txtar.Archive, lineEnd string) fstest.MapFS {
	good, err := txtar.ParseFile("testdata/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	escapes := strings.NewReplacer(`‹202e›`, "\u202e", `‹200b›`, "\u200b", `‹feff›`, "\ufeff", `‹00›`, "\x00", `‹ff›`, "\xff", "\n", lineEnd)
	for _, f := range append(good.Files[:2:2], a.Files...) {
		if f.Name != "want" {
			fsys["content/_loa/"+f.Name] = &fstest.MapFile{Data: []byte(escapes.Replace(string(f.Data))), Mode: 0o644}
		}
	}
	return fsys
}

// load prints the findings of a file system as the terminal shows them.
func load(t testing.TB, fsys fs.FS) (*settings.Settings, string) {
	s, found, err := settings.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var bag diagnostic.Bag
	bag.Add(found...)
	var out bytes.Buffer
	if err := diagnostic.WriteText(&out, bag.Sorted(), diagnostic.Style{}); err != nil {
		t.Fatal(err)
	}
	return s, out.String()
}

// TestFindings: each archive is settings with mistakes, and what loa says of them; with the line ends of Windows it says the same.
func TestFindings(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		_, got := load(t, files(t, a, "\n"))
		if _, windows := load(t, files(t, a, "\r\n")); windows != got {
			t.Errorf("with CRLF:\n%s\nwith LF:\n%s", windows, got)
		}
		return []byte(got)
	})
}

// TestRepositoryContent: the settings of Vĩnh Linh that ship with loa have no mistakes.
func TestRepositoryContent(t *testing.T) {
	root := os.DirFS("../..")
	if _, err := fs.Stat(root, "content/_loa/loa.toml"); errors.Is(err, fs.ErrNotExist) {
		t.Skip("content/_loa is not there")
	}
	s, found := load(t, root)
	if found != "" {
		t.Error(found)
	}
	if len(s.Stations) == 0 || len(s.Areas) == 0 {
		t.Errorf("%d stations, %d areas", len(s.Stations), len(s.Areas))
	}
}
