// Package golden compares what a stage makes of a text with the text that a person has approved.
//
// A golden is a txtar archive: the input files first, the expected output last, under the name "want". Both lie beside each
// other, so that a stranger can read the case without running it. [Run] gives each archive to a function as a subtest and
// compares. With -update, or LOA_UPDATE=1 in the environment, the last file is rewritten instead; the diff in version control
// is then the review.
//
// Goals: one readable file a case; a pattern that matches nothing fails; a mismatch shows the lines that differ. Non-goals:
// binary output (txtar is text: it ends every file with a line end) and more than one expected file.
//
// The package is imported by tests only: it reads the environment and writes into testdata.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// want is the name of the last file of every archive.
const want = "want"

// update is a flag of every test binary that imports this package. Its default comes from the environment because
// "go test ./... -update" stops in the binaries that do not have the flag.
var update = flag.Bool("update", os.Getenv("LOA_UPDATE") == "1", "rewrite the expected part of golden files")

// Update says whether goldens are to be rewritten in this run: flag -update, or LOA_UPDATE=1. It is meaningful once the flags
// are parsed, that is inside a test.
func Update() bool { return *update }

// Run runs f as a subtest for each archive that matches pattern (the form of [filepath.Glob]) and compares its result with the
// archive's last file, which must be named "want". The subtest is named like the archive without its extension.
//
// f may read the archive and must not change it. A result without a final line end is compared as if it had one, for a txtar
// archive cannot say the difference; a result that holds a line of the form "-- name --" is refused for the same reason.
func Run(t *testing.T, pattern string, f func(t *testing.T, a *txtar.Archive) []byte) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatalf("%s: %v", pattern, err)
	}
	if len(names) == 0 {
		t.Fatalf("%s: no golden file matches", pattern)
	}
	for _, name := range names {
		base := filepath.Base(name)
		t.Run(strings.TrimSuffix(base, filepath.Ext(base)), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(a.Files); n == 0 || a.Files[n-1].Name != want {
				t.Fatalf("%s: the last file of the archive must be %q", name, want)
			}
			if problem := compare(name, a, f(t, a)); problem != "" {
				t.Error(problem)
			}
		})
	}
}

// compare holds got against the last file of the archive and says what is wrong, or nothing. When goldens are to be rewritten
// it writes the archive back to name instead, if anything changed.
func compare(name string, a *txtar.Archive, got []byte) string {
	if len(got) > 0 && got[len(got)-1] != '\n' {
		got = append(got[:len(got):len(got)], '\n')
	}
	if len(txtar.Parse(got).Files) > 0 {
		return name + ": the result holds a line that txtar takes for the start of a file"
	}
	last := &a.Files[len(a.Files)-1]
	expected := string(last.Data)
	if expected == string(got) {
		return ""
	}
	if Update() {
		last.Data = got
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			return err.Error()
		}
		return ""
	}
	diff := cmp.Diff(strings.SplitAfter(expected, "\n"), strings.SplitAfter(string(got), "\n"))
	return name + ": differs from the golden (-want +got; LOA_UPDATE=1 rewrites it):\n" + diff
}
