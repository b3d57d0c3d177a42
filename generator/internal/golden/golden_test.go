package golden_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/internal/golden"
)

// pattern tells TestRun, when this binary runs itself, which archives to read.
const pattern = "LOA_GOLDEN_TEST_PATTERN"

// upper stands for a stage. It makes ">>" into "--" too, so that a case can give what looks like an archive.
func upper(_ *testing.T, a *txtar.Archive) []byte {
	return bytes.ReplaceAll(bytes.ToUpper(a.Files[0].Data), []byte(">>"), []byte("--"))
}

// TestRun is the thing under test: run by itself it does nothing, run by TestOutcome it compares.
func TestRun(t *testing.T) {
	p := os.Getenv(pattern)
	if p == "" {
		t.Skip("run by TestOutcome")
	}
	golden.Run(t, p, upper)
}

func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		name, archive string
		update, pass  bool
		says, after   string // after: the archive afterwards, "" for as before
	}{
		{"equal output passes", "-- in --\nloa\n-- want --\nLOA\n", false, true, "", ""},
		{"different output fails and shows the lines", "-- in --\nloa\nxa\n-- want --\nLOA\nGAN\n", false, false, `+ 	"XA\n",`, ""},
		{"update rewrites the last file", "story\n-- in --\nloa\n-- want --\nold\n", true, true, "", "story\n-- in --\nloa\n-- want --\nLOA\n"},
		{"last file of another name fails", "-- want --\nLOA\n-- in --\nloa\n", false, false, `must be "want"`, ""},
		{"archive without files fails", "only a story\n", true, false, `must be "want"`, ""},
		{"output that looks like an archive fails", "-- in --\n>> x >>\n-- want --\n", true, false, "takes for the start of a file", ""},
		{"no match of the pattern fails", "", false, false, "no golden file matches", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			name := filepath.Join(dir, "case.txtar")
			if c.archive != "" {
				if err := os.WriteFile(name, []byte(c.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestRun$", "-update="+map[bool]string{true: "true", false: "false"}[c.update])
			cmd.Env = append(os.Environ(), pattern+"="+filepath.Join(dir, "*.txtar"))
			out, err := cmd.CombinedOutput()
			if (err == nil) != c.pass {
				t.Errorf("passed %v, want %v; it says:\n%s", err == nil, c.pass, out)
			}
			if said := strings.ReplaceAll(string(out), "\u00a0", " "); !strings.Contains(said, c.says) {
				t.Errorf("it says:\n%s\nwant %q in it", out, c.says)
			}
			if c.archive == "" {
				return
			}
			after, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := c.archive
			if c.after != "" {
				want = c.after
			}
			if string(after) != want {
				t.Errorf("archive afterwards:\n%s\nwant:\n%s", after, want)
			}
		})
	}
}

func TestEnvironmentAsksForUpdate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "case.txtar")
	if err := os.WriteFile(name, []byte("-- in --\nloa\n-- want --\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestRun$")
	cmd.Env = append(os.Environ(), pattern+"="+name, "LOA_UPDATE=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	after, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if want := "-- in --\nloa\n-- want --\nLOA\n"; string(after) != want {
		t.Errorf("archive afterwards: %q, want %q", after, want)
	}
}
