package settings

import (
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// FuzzTOML: our tree and go-toml's decoder agree on what is TOML; every finding lies inside the file; one is there for each file that
// is not TOML. (Days that are not in the calendar and numbers that are too large are judged by the keys that read them.)
func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"a = 1\nb = \"x\"\n[c]\nd = [1, 2]\n[[e]]\nf = {g = 1}\n[[e]]\n", "a.b = 1\na.c = 2\n[a.d]\n", "[a.b]\n[a]\nc = 1\n[a]\n", "[[a]]\n[a.b]\n[[a]]\n[a.b]\n[a]\n",
		"a = {b = 1}\n[a.c]\n", "a = [\n {b = 1}\n {b = 2}\n]\n", "a = [\n", "a = {b = 1\n", "a = \"x\nb = 1\n", "[a\nb = 1\n", "a = 'x", "a = \"\"\"\nx\n", "x y\nz = 1", "\"a\" = 1\na = 2\n",
		"a = [ 1,\n2\n3 ]\nb = 1\n", "[a]\nb.c = 1\n[a.b]\n", "= 1", "a = [{b = 1, b = 2}]", "a = [[1]]\n[[a]]\n", "a = 1979-05-27T07:32:00Z\nb = 07:32:00\nc=1e3 # x\n", "[]", "a = \"\\q\"", "a = {b.c = 1, b.d = 2}",
		"ax=[\n {=y [ [\n {=yx\n {b {b yx\n b[\n[ [\n {=y {=y[\n[\n [ [\n[ [\n[\n =y",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsFunc(text, hidden) || len(text) > 4096 {
			return
		}
		src := diagnostic.NewSource("x.toml", text)
		root, found := parseTOML(src, []byte(text))
		if root == nil {
			t.Fatal("no tree")
		}
		deep := false
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(text) {
				t.Errorf("%q: %q at %v", text, d.Message, d.Span)
			}
			deep = deep || strings.Contains(d.Message, "sâu") || strings.Contains(d.Message, "đoạn")
		}
		var decoded map[string]any
		err := toml.Unmarshal([]byte(text), &decoded)
		if err == nil && len(found) > 0 && !deep {
			t.Errorf("%q is TOML, but: %s", text, found[0].Message)
		}
		if err != nil && len(found) == 0 && !judgedByKeys(err) {
			t.Errorf("%q is no TOML (%v), and nothing is found", text, err)
		}
	})
}

// judgedByKeys says whether an error of the decoder is about a token that is read by the key that wants it.
func judgedByKeys(err error) bool {
	for _, part := range []string{"too large", "date", "time", "hour", "minute", "second", "digit", "float", "offset", "fraction", "zone"} {
		if strings.Contains(err.Error(), part) {
			return true
		}
	}
	return false
}
