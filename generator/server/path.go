package server

import (
	"io/fs"
	"strings"
	"unicode"
)

// indexPage is the file of an address that ends in a slash.
const indexPage = "index.html"

// fileName gives the file below the tree that an address means: "/bai-viet/x/" is "bai-viet/x/index.html". It is false for an address
// that no release can have: not beginning with a slash, with an empty part, "." or "..", a backslash or a colon (drives and streams of
// Windows), a control character, bytes that are not UTF-8, or a hidden name other than .well-known (RFC 8615).
func fileName(address string) (string, bool) {
	name, ok := strings.CutPrefix(address, "/")
	if !ok {
		return "", false
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += indexPage
	}
	unsafe := func(r rune) bool { return r == '\\' || r == ':' || unicode.IsControl(r) }
	if !fs.ValidPath(name) || strings.ContainsFunc(name, unsafe) {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != ".well-known" {
			return "", false
		}
	}
	return name, true
}
