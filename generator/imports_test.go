package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/vinhlinh/loa/"

// allowed is the architecture, a statement of policy: package → the packages of ours that it may import. Names are those below
// generator/, "generator" is the root itself. A package that is not a key fails the test: a new one is a decision.
var allowed = map[string]string{
	"diagnostic":       "",
	"viet":             "",
	"address":          "diagnostic viet",
	"settings":         "diagnostic viet address",
	"article":          "diagnostic viet address settings",
	"verbalize":        "diagnostic viet",
	"speech":           "diagnostic viet settings article verbalize",
	"check":            "diagnostic viet address settings article verbalize speech",
	"schedule":         "diagnostic address settings article speech",
	"audio":            "diagnostic address article speech internal/program",
	"feed":             "viet address settings article speech audio schedule",
	"search":           "viet address article",
	"site":             "diagnostic viet address settings article verbalize speech schedule audio search",
	"bundle":           "address settings article speech audio schedule",
	"generator":        "diagnostic viet address settings article verbalize speech check schedule audio feed search site bundle",
	"release":          "",
	"watch":            "",
	"server":           "diagnostic release",
	"push":             "diagnostic release internal/program",
	"internal/program": "",
	"internal/golden":  "",
	"internal/corpus":  "",
	"cmd/loa": "generator diagnostic viet address settings article verbalize speech check schedule audio feed search site bundle " +
		"release watch server push", // generator/internal is out of its reach: the compiler says so
}

// testOnly is for tests and benchmarks: nothing that is shipped imports it.
var testOnly = []string{"internal/golden", "internal/corpus"}

// owned names the imports that only some packages may have ("/..." is the path and all below it; the longest match counts).
// Whatever comes from another module must be here: a dependency is a decision as well. "*" is everybody.
var owned = map[string]string{
	// The machine. Standard packages that are not named are free.
	"os":             machine,
	"os/exec":        "internal/program cmd/loa",
	"os/...":         "cmd/loa",
	"io/ioutil":      "",
	"syscall/...":    "release internal/program cmd/loa",
	"net":            "server cmd/loa",
	"net/...":        "server cmd/loa",
	"net/url":        "*",
	"net/netip":      "*",
	"net/mail":       "*",
	"net/textproto":  "*",
	"log":            "cmd/loa",
	"log/slog":       "server watch push cmd/loa",
	"flag":           "internal/golden cmd/loa",
	"embed":          "push cmd/loa",
	"testing/...":    "internal/golden internal/corpus",
	"testing/fstest": "internal/corpus cmd/loa generator",
	"math/rand/...":  "internal/corpus",
	"crypto/rand":    "cmd/loa",
	"unsafe":         "",
	"plugin":         "",
	"C":              "",
	"archive/zip":    "bundle",
	"time/tzdata":    "site cmd/loa",

	// Large libraries, one owner each.
	"github.com/gohugoio/...":                          "site",
	"github.com/gohugoio/hugo-goldmark-extensions/...": "article",
	"github.com/spf13/afero/...":                       "site",
	"github.com/bep/...":                               "site",
	"github.com/tdewolff/...":                          "site",
	"golang.org/x/image/...":                           "site",
	"rsc.io/qr":                                        "site",
	"github.com/hajimehoshi/go-mp3":                    "audio",
	"github.com/yuin/goldmark/...":                     "article",
	"github.com/yuin/goldmark/ast":                     "article speech",
	"github.com/yuin/goldmark/extension/ast":           "article speech",
	"github.com/goccy/go-yaml/...":                     "article",
	"github.com/pelletier/go-toml/...":                 "settings",
	"github.com/gorilla/feeds":                         "feed",
	"github.com/rivo/uniseg":                           "diagnostic",
	"golang.org/x/text/unicode/norm":                   "viet",
	"github.com/fsnotify/fsnotify":                     "watch",
	"github.com/spf13/cobra":                           "cmd/loa",
	"github.com/spf13/pflag":                           "cmd/loa",
	"golang.org/x/term":                                "cmd/loa",
	"golang.org/x/sys/...":                             "release cmd/loa",
	"golang.org/x/sync/...":                            "generator audio cmd/loa",
	"cloud.google.com/go/civil":                        "*",
	"github.com/rogpeppe/go-internal/txtar":            "internal/golden",
	"github.com/google/go-cmp/cmp":                     "internal/golden",
}

// machine is who may touch files. In cmd/loa clock, environment and streams become arguments.
const machine = "audio release watch server push internal/program internal/golden cmd/loa"

// impure names functions and variables that decide a result and are in no parameter, and who may use them all the same.
var impure = map[string]string{
	"time.Now": "cmd/loa", "time.Since": "cmd/loa", "time.Until": "cmd/loa", "time.Local": "cmd/loa", "time.LoadLocation": "cmd/loa",
	"time.Sleep": timers, "time.After": timers, "time.AfterFunc": timers, "time.Tick": timers, "time.NewTimer": timers, "time.NewTicker": timers,
	"os.Getenv": "internal/golden cmd/loa", "os.LookupEnv": "cmd/loa", "os.Environ": "cmd/loa", "os.ExpandEnv": "cmd/loa", "os.Setenv": "cmd/loa",
	"os.Getwd": "cmd/loa", "os.Chdir": "", "os.Hostname": "", "os.Args": "cmd/loa", "os.Exit": "cmd/loa",
	"os.Stdin": "cmd/loa", "os.Stdout": "cmd/loa", "os.Stderr": "cmd/loa",
	"os.UserHomeDir": "cmd/loa", "os.UserConfigDir": "cmd/loa", "os.UserCacheDir": "cmd/loa", "os.TempDir": "cmd/loa",
	"path/filepath.Abs": machine, "path/filepath.EvalSymlinks": machine, "path/filepath.Glob": machine,
	"path/filepath.Walk": machine, "path/filepath.WalkDir": machine,
	"fmt.Print": "cmd/loa", "fmt.Printf": "cmd/loa", "fmt.Println": "cmd/loa",
}

// timers is who waits: for Hugo to be stuck, for a tree to be read no more, for changes to calm down, for requests.
const timers = "site release watch server push internal/program cmd/loa"

// TestImports holds every file that is shipped, and the tests as to Hugo, to the tables above.
func TestImports(t *testing.T) {
	for file := range goFiles(t) {
		for _, breach := range breaches(t, file, nil) {
			t.Error(breach)
		}
	}
}

// TestImportsFindsBreaches plants each kind of fault.
func TestImportsFindsBreaches(t *testing.T) {
	for _, c := range []struct{ name, file, body, want string }{
		{"a package that the table does not know", "generator/util/util.go", ``, "package util is not in the table"},
		{"a stage of later in the flow", "generator/article/a.go", `import _ "github.com/vinhlinh/loa/generator/speech"`, "article may not import speech"},
		{"the root from a stage", "generator/site/a.go", `import _ "github.com/vinhlinh/loa/generator"`, "site may not import generator"},
		{"a test's helper in what is shipped", "cmd/loa/a.go", `import _ "github.com/vinhlinh/loa/generator/internal/golden"`, "cmd/loa may not import internal/golden"},
		{"Hugo outside site", "cmd/loa/a.go", `import _ "github.com/gohugoio/hugo/hugolib"`, "belongs to site"},
		{"Hugo in the test of another package", "generator/feed/a_test.go", `import _ "github.com/gohugoio/hugo/hugolib"`, "belongs to site"},
		{"the root in the test of another package", "generator/server/a_test.go", `import _ "github.com/vinhlinh/loa/generator"`, "server may not import generator"},
		{"a package in its own test", "generator/site/a_test.go", `import _ "github.com/vinhlinh/loa/generator/site"`, ""},
		{"Hugo in site", "generator/site/a.go", `import _ "github.com/gohugoio/hugo/hugolib"`, ""},
		{"goldmark in site", "generator/site/a.go", `import _ "github.com/yuin/goldmark"`, "belongs to article"},
		{"goldmark's tree in speech", "generator/speech/a.go", `import _ "github.com/yuin/goldmark/ast"`, ""},
		{"goldmark's parser in speech", "generator/speech/a.go", `import _ "github.com/yuin/goldmark/parser"`, "belongs to article"},
		{"a module that nobody decided on", "generator/viet/a.go", `import _ "github.com/stretchr/testify"`, "belongs to nobody"},
		{"files in a stage", "generator/site/a.go", `import _ "os"`, "belongs to audio"},
		{"programs in the builder", "generator/release/a.go", `import _ "os/exec"`, "belongs to internal/program"},
		{"signals outside the command", "generator/server/a.go", `import _ "os/signal"`, "belongs to cmd/loa"},
		{"the network in a stage", "generator/feed/a.go", `import _ "net/http/httputil"`, "belongs to server"},
		{"addresses in a stage", "generator/feed/a.go", `import _ "net/url"`, ""},
		{"the clock", "generator/feed/a.go", `import "time"; var _ = time.Now`, "time.Now: take it as an argument"},
		{"the clock under another name", "generator/feed/a.go", `import c "time"; var _ = c.Now`, "time.Now: take it as an argument"},
		{"the clock without a name", "generator/feed/a.go", `import . "time"; var _ = Now`, "dot import"},
		{"the clock in the command", "cmd/loa/a.go", `import "time"; var _ = time.Now`, ""},
		{"a variable named like a package", "generator/feed/a.go", `type clock struct{ Now int }; func f(time clock) int { return time.Now }`, ""},
		{"the environment", "generator/release/a.go", `import "os"; var _ = os.Getenv`, "os.Getenv: take it as an argument"},
		{"the disk by way of paths", "generator/site/a.go", `import "path/filepath"; var _ = filepath.Glob`, "path/filepath.Glob: take it as an argument"},
		{"standard output", "generator/site/a.go", `import "fmt"; func f() { fmt.Println() }`, "fmt.Println: take it as an argument"},
		{"anything in a test", "generator/feed/a_test.go", `import ("os"; "time"); var _, _ = os.Getenv, time.Now`, ""},
		{"all well", "generator/feed/a.go", `import ("strings"; "github.com/vinhlinh/loa/generator/address"); var _, _ = strings.Cut, address.Home`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := breaches(t, c.file, []byte("package p\n"+c.body))
			if c.want == "" && len(got) > 0 {
				t.Errorf("got %q, want nothing", got)
			}
			if c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
				t.Errorf("got %q, want one with %q", got, c.want)
			}
		})
	}
}

// TestPolicyIsWellFormed: the tables name only packages that the first of them knows.
func TestPolicyIsWellFormed(t *testing.T) {
	for _, lists := range []map[string]string{allowed, owned, impure} {
		for key, list := range lists {
			for name := range strings.FieldsSeq(list) {
				if _, known := allowed[name]; !known && name != "*" {
					t.Errorf("%s: no package %s in the table", key, name)
				}
			}
		}
	}
	for name, list := range allowed {
		for _, other := range testOnly {
			if has(list, other) {
				t.Errorf("%s imports %s, which is for tests", name, other)
			}
		}
	}
}

// breaches gives what a file does against the tables. Without src it is read from the disk.
func breaches(t *testing.T, name string, src []byte) []string {
	fset := token.NewFileSet()
	var in any // parser.ParseFile takes a nil slice for an empty file
	if src != nil {
		in = src
	}
	file, err := parser.ParseFile(fset, filepath.FromSlash(path.Join("..", name)), in, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, test := packageOf(name), strings.HasSuffix(name, "_test.go")
	var found []string
	say := func(pos token.Pos, format string, args ...any) {
		found = append(found, fmt.Sprintf("%s:%d: %s", name, fset.Position(pos).Line, fmt.Sprintf(format, args...)))
	}
	may, known := allowed[pkg]
	if !known {
		say(file.Package, "package %s is not in the table", pkg)
	}
	names := make(map[string]string) // local name → import path
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if test && !linksHugo(imported) {
			continue
		}
		local := path.Base(imported)
		if spec.Name != nil {
			local = spec.Name.Name
		}
		names[local] = imported
		if local == "." {
			say(spec.Pos(), "dot import of %s", imported)
		}
		if rest, is := strings.CutPrefix(imported, module); is {
			if to := packageOf(rest + "/x.go"); to != pkg && !has(may, to) {
				say(spec.Pos(), "%s may not import %s", pkg, to)
			}
		} else if who, is := owner(imported); is && !has(who, pkg) {
			if who == "" {
				who = "nobody"
			}
			say(spec.Pos(), "%s belongs to %s", imported, who)
		}
	}
	if test {
		return found
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, is := n.(*ast.SelectorExpr); is {
			if x, is := s.X.(*ast.Ident); is {
				what := names[x.Name] + "." + s.Sel.Name
				if who, is := impure[what]; is && !has(who, pkg) {
					say(n.Pos(), "%s: take it as an argument", what)
				}
			}
		}
		return true
	})
	return found
}

// linksHugo says whether an import brings Hugo: a minute of compiling, and no -race. Tests import what they like but this.
func linksHugo(imported string) bool {
	return strings.HasPrefix(imported, "github.com/gohugoio/hugo/") || imported == module+"generator" || imported == module+"generator/site"
}

// packageOf gives the name in the tables of the package that holds a file of the repository.
func packageOf(file string) string {
	return strings.TrimPrefix(path.Dir(file), "generator/")
}

// owner gives who may import a package from outside, and whether anything is said about it.
func owner(imported string) (who string, said bool) {
	first, _, _ := strings.Cut(imported, "/")
	said = strings.Contains(first, ".") // another module: nobody's, unless the table says more
	if list, is := owned[imported]; is {
		return list, true
	}
	for tree := imported; tree != "."; tree = path.Dir(tree) {
		if list, is := owned[tree+"/..."]; is {
			return list, true
		}
	}
	return "", said
}

func has(list, name string) bool {
	return list == "*" || slices.Contains(strings.Fields(list), name)
}

// goFiles gives the Go files of the program, by their paths in the repository, with their texts.
func goFiles(t *testing.T) map[string]string {
	files := make(map[string]string)
	root := os.DirFS("..")
	for _, dir := range []string{"generator", "cmd"} {
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return fs.SkipDir
			case d.IsDir() || path.Ext(name) != ".go":
				return nil
			}
			text, err := fs.ReadFile(root, name)
			files[name] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) == 0 {
		t.Fatal("no Go files found")
	}
	return files
}

// TestFilesAreShort: above 600 lines a file holds a second concept. What is generated is nobody's to read.
func TestFilesAreShort(t *testing.T) {
	files := goFiles(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		if n := strings.Count(files[name], "\n"); n > 600 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}

// TestPackagesAreExplained: each package says what it is, once, in the file that bears its name.
func TestPackagesAreExplained(t *testing.T) {
	files := goFiles(t)
	explained := make(map[string]bool)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		dir := path.Dir(name)
		explained[dir] = explained[dir] || false
		file, err := parser.ParseFile(token.NewFileSet(), name, files[name], parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if file.Doc == nil {
			continue
		}
		home, begins := path.Join(dir, path.Base(dir)+".go"), "Package "+file.Name.Name+" "
		if file.Name.Name == "main" {
			home, begins = path.Join(dir, "main.go"), "Command "+path.Base(dir)+" "
		}
		if name != home {
			t.Errorf("%s: the package comment belongs into %s", name, home)
		}
		if !strings.HasPrefix(file.Doc.Text(), begins) {
			t.Errorf("%s: the package comment does not begin %q", name, begins)
		}
		explained[dir] = true
	}
	for _, dir := range slices.Sorted(maps.Keys(explained)) {
		if !explained[dir] {
			t.Errorf("%s has no package comment", dir)
		}
	}
}

// TestTableOfTheDocumentation: docs/architecture.md shows each package that is there, with what it may import of those that are there.
func TestTableOfTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	there := func(pkg string) bool {
		dir := pkg
		switch pkg {
		case "generator":
			dir = "."
		case "cmd/loa":
			dir = "../cmd/loa"
		}
		files, err := filepath.Glob(filepath.Join(filepath.FromSlash(dir), "*.go"))
		return err == nil && len(files) > 0
	}
	shown := map[string]string{}
	for line := range strings.SplitSeq(string(page), "\n") {
		if cells := strings.Split(line, "|"); len(cells) == 5 && strings.HasPrefix(cells[1], " `") {
			shown[strings.Trim(cells[1], " `")] = strings.Trim(cells[3], " ")
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(allowed)) {
		if !there(pkg) {
			continue
		}
		want := strings.Join(slices.DeleteFunc(strings.Fields(allowed[pkg]), func(p string) bool { return !there(p) }), ", ")
		if want == "" {
			want = "–"
		}
		if got, ok := shown[pkg]; !ok || got != want {
			t.Errorf("%s: the page says %q, the table %q", pkg, got, want)
		}
		delete(shown, pkg)
	}
	for pkg := range shown {
		t.Errorf("the page shows %s, which is not there", pkg)
	}
}
