package main

import (
	"crypto/rand"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "engine" {
		os.Exit(engine(os.Args[2], os.Args[3], os.Args[4]))
	}
	if os.Getenv(asLoa) != "" {
		main()
		return
	}
	testscript.Main(m, map[string]func(){
		"loa": main,
	})
}

// TestStories: what a person types, and what they see. Each story is a file in testdata.
func TestStories(t *testing.T) {
	repository, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("LOA_UPDATE") == "1",
		Setup: func(env *testscript.Env) error {
			env.Setenv("REPOSITORY", repository)
			env.Setenv("SOURCE_DATE_EPOCH", "1682380800") // 2023-04-25T07:00:00+07:00
			env.Setenv("NO_COLOR", "1")
			env.Setenv("XDG_CONFIG_HOME", silent(t))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"take": take,
			"tree": tree,
		},
	})
}

// silent is a machine on which nothing is installed that makes sound: it takes minutes, and has stories of its own.
func silent(t *testing.T) string {
	t.Helper()
	config := t.TempDir()
	if err := os.Mkdir(filepath.Join(config, "loa"), 0o777); err != nil {
		t.Fatal(err)
	}
	const machine = "[giong]\nlenh = [\"khong-co-giong-doc\", \"{vao}\", \"{ra}\"]\n\n[ffmpeg]\nlenh = \"khong-co-ffmpeg\"\nffprobe = \"khong-co-ffprobe\"\n"
	if err := os.WriteFile(filepath.Join(config, "loa", "machine.toml"), []byte(machine), 0o666); err != nil {
		t.Fatal(err)
	}
	return config
}

// silently is the environment of such a machine, and nothing else.
func silently(t *testing.T) func(string) string {
	config := silent(t)
	return func(name string) string {
		if name == "XDG_CONFIG_HOME" {
			return config
		}
		return ""
	}
}

// take NAME… copies folders or files of the repository into the story's folder, under the same names.
func take(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		from := filepath.Join(ts.Getenv("REPOSITORY"), name)
		info, err := os.Stat(from)
		ts.Check(err)
		to := ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(to), 0o777))
		if info.IsDir() {
			ts.Check(os.CopyFS(to, os.DirFS(from)))
			continue
		}
		data, err := os.ReadFile(from)
		ts.Check(err)
		ts.Check(os.WriteFile(to, data, 0o666))
	}
}

// tree DIR writes the names and bytes of all files below DIR, links followed at the top alone, to the script's standard output file.
func tree(ts *testscript.TestScript, neg bool, args []string) {
	root, err := filepath.EvalSymlinks(ts.MkAbs(args[0]))
	ts.Check(err)
	out, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer out.Close()
	ts.Check(filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err == nil {
			_, err = fmt.Fprintf(out, "%s %q\n", filepath.ToSlash(rel), data)
		}
		return err
	}))
}

func TestIDsHaveTheirFormAndDiffer(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		id, err := newID(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if len(id) != 8 || strings.Trim(id, "0123456789abcdefghjkmnpqrstvwxyz") != "" || seen[id] {
			t.Fatalf("id %q", id)
		}
		seen[id] = true
	}
}
