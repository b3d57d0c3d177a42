package main

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestReadmeShowsWhatLoaPrints holds the README's terminal sessions to the story that runs it, and its two commands to the gate.
func TestReadmeShowsWhatLoaPrints(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	story, err := txtar.ParseFile("testdata/readme.txtar")
	if err != nil {
		t.Fatal(err)
	}
	commands := map[string]string{"want-stderr": "loa check", "want-stdout": "loa check", "want-spoken": "loa read --lines"}
	for _, f := range story.Files {
		command, output := commands[f.Name]
		if !output {
			continue
		}
		delete(commands, f.Name)
		if !strings.Contains(string(readme), command+"\n"+string(f.Data)) {
			t.Errorf("README.md does not show:\n%s\n%s", command, f.Data)
		}
	}
	if len(commands) > 0 {
		t.Errorf("the story lacks %v", commands)
	}
	for _, command := range []string{"go run ./cmd/loa serve", "go test ./..."} {
		if !strings.Contains(string(readme), "\n"+command) {
			t.Errorf("README.md lacks the command %q", command)
		}
	}
}
