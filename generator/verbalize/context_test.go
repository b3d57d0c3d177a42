package verbalize

import (
	"go/ast"
	"go/parser"
	source "go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/viet"
)

// TestWordsOfRulesAreKeys reads the source of the rules: a word that is compared with a token's key must be a key itself, else it is
// never found and nobody notices.
func TestWordsOfRulesAreKeys(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		files := source.NewFileSet()
		file, err := parser.ParseFile(files, e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, written := range comparedWithKeys(n) {
				literal, ok := written.(*ast.BasicLit)
				if !ok || literal.Kind != source.STRING {
					continue
				}
				seen++
				word, _ := strconv.Unquote(literal.Value)
				if key := viet.ToneKey(strings.ToLower(word)); key != word {
					t.Errorf("%s: %q is no key, write %q", files.Position(literal.Pos()), word, key)
				}
			}
			return true
		})
	}
	if seen < 50 {
		t.Errorf("only %d words found in the source", seen)
	}
}

// comparedWithKeys gives what a node compares with the key of a token: the words of says, one side of ==, the cases of a switch.
func comparedWithKeys(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "says" {
			return n.Args
		}
	case *ast.BinaryExpr:
		if isKey(n.X) {
			return []ast.Expr{n.Y}
		}
	case *ast.SwitchStmt:
		if n.Tag == nil || !isKey(n.Tag) {
			return nil
		}
		var cases []ast.Expr
		for _, c := range n.Body.List {
			cases = append(cases, c.(*ast.CaseClause).List...)
		}
		return cases
	}
	return nil
}

func isKey(e ast.Expr) bool {
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "key"
}
