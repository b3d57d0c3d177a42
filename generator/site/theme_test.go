package site_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"
)

// templateWords are the functions that a template may use. "site" is for the one access to the value of the page.
var templateWords = []string{"and", "eq", "not", "or", "partial", "site"}

// TestTemplatesOnlyPrint: a template shows ready values and reaches for nothing else, so that a page depends on its value alone.
func TestTemplatesOnlyPrint(t *testing.T) {
	theme := os.DirFS(themeDir)
	err := fs.WalkDir(theme, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		for _, fault := range templateFaults(name, string(text)) {
			t.Errorf("%s: %s", name, fault)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTemplateFaultsAreFound plants faults.
func TestTemplateFaultsAreFound(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a value that is printed", `{{ with .Lead }}<p>{{ . }}</p>{{ end }}`, ""},
		{"the value of the page", `{{ with site.Store.Get .File.Path }}{{ .Heading }}{{ end }}`, ""},
		{"the value of a hook's page", `{{ with (site.Store.Get .Page.File.Path).Link .Destination }}{{ .Address }}{{ end }}`, ""},
		{"arithmetic", `{{ math.Round (div (float .Params.length) 60) }}`, ".Params.length div float math"},
		{"the site itself", `{{ range site.RegularPages }}{{ .Title }}{{ end }}`, "site.RegularPages"},
		{"the site of the page", `{{ range .Site.Pages }}{{ .Title }}{{ end }}`, ".Site.Pages"},
		{"the site of the outer page", `{{ with .Lead }}{{ $.Site.Title }}{{ end }}`, "$.Site.Title"},
		{"another page's value", `{{ with site.Store.Get "x.md" }}{{ . }}{{ end }}`, "site.Store.Get x.md"},
		{"a text that is declared safe", `{{ .Lead | safeHTML }}`, "safeHTML"},
		{"a map", `{{ index .Facts 1 }}`, "index"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(templateFaults("a.html", c.text), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// ofHugo are the fields of Hugo's page that lead to other pages or to what is no part of the value. No value of ours has such a name.
var ofHugo = []string{"Data", "GetPage", "GitInfo", "Next", "OutputFormats", "Pages", "Paginator", "Params", "Parent", "Prev", "RegularPages",
	"Resources", "Scratch", "Site", "Sites", "Store"}

func templateFaults(name, text string) []string {
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		return []string{err.Error()}
	}
	faults := map[string]bool{}
	var walk func(n parse.Node)
	walkAll := func(list *parse.ListNode) {
		if list != nil {
			for _, n := range list.Nodes {
				walk(n)
			}
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			walkAll(n)
		case *parse.ActionNode:
			walk(n.Pipe)
		case *parse.IfNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.RangeNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.WithNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.TemplateNode:
			if n.Pipe != nil {
				walk(n.Pipe)
			}
		case *parse.PipeNode:
			for _, c := range n.Cmds {
				walk(c)
			}
		case *parse.CommandNode:
			if chain, ok := n.Args[0].(*parse.ChainNode); ok && chain.String() == "site.Store.Get" {
				if len(n.Args) != 2 || n.Args[1].String() != ".File.Path" && n.Args[1].String() != ".Page.File.Path" {
					faults[strings.ReplaceAll(n.String(), `"`, "")] = true
				}
				return
			}
			for _, a := range n.Args {
				walk(a)
			}
		case *parse.ChainNode:
			if id, ok := n.Node.(*parse.IdentifierNode); ok {
				if slices.Contains(templateWords, id.Ident) {
					faults[n.String()] = true
				} else {
					faults[id.Ident] = true
				}
				return
			}
			walk(n.Node)
		case *parse.FieldNode:
			if slices.Contains(ofHugo, n.Ident[0]) {
				faults[n.String()] = true
			}
		case *parse.VariableNode:
			if len(n.Ident) > 1 && slices.Contains(ofHugo, n.Ident[1]) {
				faults[n.String()] = true
			}
		case *parse.IdentifierNode:
			if !slices.Contains(templateWords, n.Ident) {
				faults[n.Ident] = true
			}
		}
	}
	for _, one := range trees {
		walkAll(one.Root)
	}
	walkAll(tree.Root)
	list := make([]string, 0, len(faults))
	for f := range faults {
		list = append(list, f)
	}
	slices.Sort(list)
	return list
}

// TestEachComponentHasItsStylesheet: a partial is a component; its stylesheet has its name, begins with its class, and the other way
// round. head/ shows nothing.
func TestEachComponentHasItsStylesheet(t *testing.T) {
	theme := os.DirFS(themeDir)
	partials, err := fs.Glob(theme, "layouts/_partials/*.html")
	if err != nil || len(partials) == 0 {
		t.Fatalf("no partials: %v", err)
	}
	styled := map[string]bool{}
	for name, text := range stylesheets(t) {
		number, component, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".css"), "-")
		if number < "10" {
			continue // the page itself
		}
		styled[component] = true
		if _, err := fs.Stat(theme, "layouts/_partials/"+component+".html"); err != nil {
			t.Errorf("%s is the stylesheet of no partial", name)
		}
		if !strings.Contains(text, "."+component) {
			t.Errorf("%s does not style .%s", name, component)
		}
	}
	for _, p := range partials {
		if component := strings.TrimSuffix(path.Base(p), ".html"); !styled[component] {
			t.Errorf("%s has no stylesheet", p)
		}
	}
}

// TestPartialsSayWhatTheyAreGiven: the first line of a partial is a comment with its name.
func TestPartialsSayWhatTheyAreGiven(t *testing.T) {
	theme := os.DirFS(themeDir)
	for _, pattern := range []string{"layouts/_partials/*.html", "layouts/_partials/head/*.html"} {
		names, _ := fs.Glob(theme, pattern)
		for _, name := range names {
			text, err := fs.ReadFile(theme, name)
			if err != nil {
				t.Fatal(err)
			}
			want := "{{- /* " + strings.TrimSuffix(strings.TrimPrefix(name, "layouts/_partials/"), ".html") + ": "
			if !strings.HasPrefix(string(text), want) {
				t.Errorf("%s does not begin with %q", name, want)
			}
		}
	}
}

var (
	colour    = regexp.MustCompile(`(?i)#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|color-mix)\(|:\s*(white|black|red|green|blue|gr[ae]y|yellow|orange)\b`)
	fixedSize = regexp.MustCompile(`(?:font-size|font):\s*[^;]*\d(px|pt|rem|em)\b`)
	hostile   = regexp.MustCompile(`!important|@import|url\(`)
)

// TestStylesheetsUseTokens: colours and sizes of text are tokens; nothing is forced, nothing is loaded.
func TestStylesheetsUseTokens(t *testing.T) {
	for name, text := range stylesheets(t) {
		if found := hostile.FindString(text); found != "" {
			t.Errorf("%s has %s", name, found)
		}
		if path.Base(name) == "00-tokens.css" {
			continue
		}
		if found := colour.FindString(text); found != "" {
			t.Errorf("%s has a colour of its own: %s", name, found)
		}
		if found := fixedSize.FindString(text); found != "" {
			t.Errorf("%s has a size of text of its own: %s", name, found)
		}
	}
}

func stylesheets(t *testing.T) map[string]string {
	t.Helper()
	var names []string
	for _, folder := range []string{"assets/css", "assets/css/to-in", "assets/css/nhung"} {
		found, err := fs.Glob(os.DirFS(themeDir), folder+"/*.css")
		if err != nil || len(found) == 0 {
			t.Fatalf("no stylesheets in %s: %v", folder, err)
		}
		names = append(names, found...)
	}
	sheets := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(themeDir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		sheets[name] = string(text)
	}
	return sheets
}

// TestBothDarkBlocksAreEqual: the dark colours stand twice, for the machine's wish and for the reader's.
func TestBothDarkBlocksAreEqual(t *testing.T) {
	_, machine, reader := tokens(t)
	if len(machine) < 10 {
		t.Fatalf("only %d dark tokens were found", len(machine))
	}
	if fmt.Sprint(machine) != fmt.Sprint(reader) {
		t.Errorf("the dark blocks differ:\n%v\n%v", machine, reader)
	}
}

// TestContrast holds each pair of colours that meet on a page to its bar, light and dark: 7 for text, 3 for large figures and borders
// (WCAG 2.2, success criteria 1.4.6 and 1.4.11).
func TestContrast(t *testing.T) {
	light, dark, _ := tokens(t)
	for name, value := range light {
		if _, found := dark[name]; !found {
			dark[name] = value
		}
	}
	for _, pair := range []struct {
		ink, ground string
		least       float64
	}{
		{"chu", "nen", 7}, {"chu", "the", 7}, {"chu", "chim", 7}, {"chu", "ho-phach-nen", 7}, {"chu", "do-nen", 7},
		{"chu-nhe", "nen", 7}, {"chu-nhe", "the", 7}, {"chu-nhe", "chim", 7}, {"chu-nhe", "ho-phach-nen", 7}, {"chu-nhe", "do-nen", 7},
		{"lien-ket", "nen", 7}, {"lien-ket", "the", 7}, {"lien-ket", "chim", 7}, {"lien-ket", "ho-phach-nen", 7}, {"lien-ket", "do-nen", 7},
		{"do", "nen", 7}, {"do", "the", 7}, {"do", "do-nen", 7}, {"nen", "do", 7}, {"xanh", "the", 7}, {"xanh", "nen", 7},
		{"tren-nut", "nut", 7}, {"tren-chinh", "chinh", 7}, {"muc-den", "ho-phach", 7},
		{"ho-phach", "chinh", 3}, {"vien-dam", "nen", 3}, {"vien-dam", "the", 3},
	} {
		for scheme, colours := range map[string]map[string]string{"light": light, "dark": dark} {
			if got := contrast(t, colours[pair.ink], colours[pair.ground]); got < pair.least {
				t.Errorf("%s: %s on %s is %.1f, less than %.0f", scheme, pair.ink, pair.ground, got, pair.least)
			}
		}
	}
}

// TestContrastFormula: the figures are those of the definition.
func TestContrastFormula(t *testing.T) {
	for _, c := range []struct {
		ink, ground string
		want        float64
	}{{"#000", "#ffffff", 21}, {"#fff", "#fff", 1}, {"#777777", "#fff", 4.48}} {
		if got := contrast(t, c.ink, c.ground); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s: got %.2f, want %.2f", c.ink, c.ground, got, c.want)
		}
	}
}

// tokens reads the colours of the stylesheet of tokens: light, dark as the machine wishes, dark as the reader chose.
func tokens(t *testing.T) (light, machine, reader map[string]string) {
	t.Helper()
	text := stylesheets(t)["assets/css/00-tokens.css"]
	block := func(selector string) map[string]string {
		start := strings.Index(text, selector+" {")
		if start < 0 {
			t.Fatalf("00-tokens.css has no block %s", selector)
		}
		body, _, _ := strings.Cut(text[start:], "}")
		found := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+):\s*(#[0-9a-f]+)`).FindAllStringSubmatch(body, -1) {
			found[m[1]] = m[2]
		}
		return found
	}
	return block("\n:root"), block("  :root:not(:has(#mau_sang:checked))"), block("\n:root:has(#mau_toi:checked)")
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(t *testing.T, ink, ground string) float64 {
	t.Helper()
	a, b := luminance(t, ink), luminance(t, ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		t.Fatalf("%q is not a colour", colour)
	}
	linear := func(v uint64) float64 {
		c := float64(v&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}
