package server

import (
	"strings"
	"testing"
)

// TestPolicyOfAPage: what a page says of itself counts when it is a policy, and stands where the frame of our pages has it.
func TestPolicyOfAPage(t *testing.T) {
	const ours = `<!doctype html><html lang="vi"><head><meta charset="utf-8">` + "\n"
	for _, c := range []struct{ name, page, want string }{
		{"its own", ours + policyStart + `default-src &#39;none&#39;; style-src &#39;sha256-a&#43;b/c=&#39;">`, "default-src 'none'; style-src 'sha256-a+b/c='"},
		{"written without escapes", ours + policyStart + `default-src 'none'">`, "default-src 'none'"},
		{"nothing at all", "", strangePolicy},
		{"no policy", ours + `<title>x</title>`, strangePolicy},
		{"an empty one", ours + policyStart + `">`, strangePolicy},
		{"one without an end", ours + policyStart + `default-src 'none'; img-src `, strangePolicy},
		{"a second header", ours + policyStart + "default-src 'none'&#13;&#10;Set-Cookie: a=b\">", strangePolicy},
		{"a second policy", ours + policyStart + `default-src 'none', default-src *">`, strangePolicy},
		{"letters that no policy has", ours + policyStart + `default-src “none”">`, strangePolicy},
		{"one far down, where words of a writer may stand", ours + strings.Repeat(" ", policyWithin) + policyStart + `default-src *">`, strangePolicy},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := policyOf(strings.NewReader(c.page)); got != c.want {
				t.Errorf("%q\n got %q\nwant %q", c.page, got, c.want)
			}
		})
	}
}
