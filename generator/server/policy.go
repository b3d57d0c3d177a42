package server

import (
	"bytes"
	"html"
	"io"
	"net/http"
	"strings"
)

// Each page says its own Content-Security-Policy at its start, with the hash of the one style that it has, so that it is protected on a
// plain host too (DESIGN.md section 7). The header says the same and adds who may show the page in a frame, which has no effect inside
// a page. Since it is read from the page there is no second list of hashes: a page of any release, also of one that was rolled back
// to, comes with its own policy and never with a wider one.

const (
	policyStart  = `<meta http-equiv="Content-Security-Policy" content="`
	policyWithin = 2 << 10 // bytes at the start of a page; the policy stands right after the encoding
)

// strangePolicy is that of a page which says none, such as one that an administrator put beside ours: what it needs comes from this
// host, and nothing that stands inside it runs.
const strangePolicy = "default-src 'self'; form-action 'self'; base-uri 'none'"

// barePolicy is that of a page of the server itself: words and nothing else.
const barePolicy = "default-src 'none'; form-action 'none'; base-uri 'none'"

// setPolicy sets the policy of a page: its own, and who may show it in a frame: this host alone, but everybody for the pages below
// nhung/, which are made for that and have no cookie and no form.
func setPolicy(h http.Header, name, policy string) {
	who := "'self'"
	if strings.HasPrefix(name, "nhung/") {
		who = "*"
	}
	h.Set("Content-Security-Policy", policy+"; frame-ancestors "+who)
}

// policyOf is the policy that a page says of itself, or strangePolicy.
func policyOf(page io.ReaderAt) string {
	start := make([]byte, policyWithin)
	n, err := page.ReadAt(start, 0)
	if err != nil && err != io.EOF {
		return strangePolicy
	}
	_, rest, found := bytes.Cut(start[:n], []byte(policyStart))
	value, _, ended := bytes.Cut(rest, []byte(`"`))
	policy := html.UnescapeString(string(value))
	if !found || !ended || policy == "" || strings.ContainsFunc(policy, notOfPolicy) {
		return strangePolicy
	}
	return policy
}

// notOfPolicy says whether a character cannot stand in a policy: CSP Level 3 section 2.2 has printable ASCII alone, and a comma would
// begin a second policy in a header.
func notOfPolicy(r rune) bool { return r < ' ' || r > '~' || r == ',' }
