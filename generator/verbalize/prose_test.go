package verbalize_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// Bounds of reading prose that no rule was made for, in parts of all lines.
const (
	mostWrong   = 0.005 // read wrong, and nothing says so
	mostRefused = 0.03  // not read as a listener would, and reported
)

// proseLine is a written line with the readings that a listener accepts. must: something in it cannot be read for certain and has to
// be reported.
type proseLine struct {
	place, written string
	accepted       []string
	must           bool
}

func proseLines(t testing.TB) map[string][]proseLine {
	t.Helper()
	names, err := filepath.Glob("testdata/prose/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no prose", err)
	}
	sets := map[string][]proseLine{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || strings.HasPrefix(line, "# ") {
				continue
			}
			written, accepted, ok := strings.Cut(line, " => ")
			if !ok {
				t.Fatalf("%s: %q has no =>", name, line)
			}
			p := proseLine{place: filepath.Base(name), written: written}
			for form := range strings.SplitSeq(accepted, " || ") {
				if p.must = p.must || form == "!"; form != "!" {
					p.accepted = append(p.accepted, comparable(form))
				}
			}
			sets[p.place] = append(sets[p.place], p)
		}
	}
	return sets
}

// TestProseIsReadAsListenersExpect reads the sets of testdata/prose: office prose, newspapers and radio, stories, short carriers. Each was
// written by somebody who had not seen what the reader says, from the rules of SPEECH.md; since then causes were mended, so that the
// sets measure what stays, not what a new set would find. Of the accepted readings a file keeps the first and the one that is read.
// "go test -v" prints the table.
func TestProseIsReadAsListenersExpect(t *testing.T) {
	reader := verbalize.NewReader(verbalize.Region{Hotlines: []string{"156", "5656", "1022", "19001909"}}, lexicon(t))
	for name, lines := range proseLines(t) {
		var right, wrong, refused, missed int
		for _, line := range lines {
			reading := reader.Read(line.written)
			got := text(reading)
			reported := len(reading.Findings) > 0
			switch {
			case line.must && !reported:
				missed++
				t.Errorf("%s: nothing is reported in %q\n got %q", name, line.written, got)
			case line.must || accepts(line.accepted, got):
				right++
			case reported:
				refused++
				t.Logf("%s: refused %q\n got %q", name, line.written, got)
			default:
				wrong++
				t.Logf("%s: wrong %q\n got %q\nwant %q", name, line.written, got, line.accepted)
			}
		}
		t.Logf("%s: %d lines: %d right, %d wrong, %d refused, %d missed", name, len(lines), right, wrong, refused, missed)
		if float64(wrong) > mostWrong*float64(len(lines)) || float64(refused) > mostRefused*float64(len(lines)) {
			t.Errorf("%s: %d lines: %d wrong, %d refused", name, len(lines), wrong, refused)
		}
	}
}

func accepts(accepted []string, got string) bool {
	for _, form := range accepted {
		if form == comparable(got) {
			return true
		}
	}
	return false
}
