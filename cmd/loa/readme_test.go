package main

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestReadmeShowsWhatLoaPrints holds the README's terminal session to the story that runs it, and its two commands to the gate.
func TestReadmeShowsWhatLoaPrints(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	story, err := txtar.ParseFile("testdata/readme.txtar")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, f := range story.Files {
		if !strings.HasPrefix(f.Name, "want-") {
			continue
		}
		shown++
		if !strings.Contains(string(readme), "$ loa check\n"+string(f.Data)) {
			t.Errorf("README.md does not show:\n$ loa check\n%s", f.Data)
		}
	}
	if shown != 2 {
		t.Errorf("the story has %d outputs", shown)
	}
	for _, command := range []string{"go run ./cmd/loa serve", "go test ./..."} {
		if !strings.Contains(string(readme), "\n"+command) {
			t.Errorf("README.md lacks the command %q", command)
		}
	}
}
