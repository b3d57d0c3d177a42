package article

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// ownLinks are the links of a body to pages of this site; page is the address that "#x" stands for.
func ownLinks(m Markdown, page string) (list []ownLink) {
	j := &bodyJudge{Markdown: m}
	for n := range nodes(m.Tree) {
		link, ok := n.(*ast.Link)
		if !ok {
			continue
		}
		u, err := url.Parse(string(link.Destination))
		if err != nil || u.Scheme != "" || u.Host != "" || u.Path != "" && !strings.HasPrefix(u.Path, "/") {
			continue // judged as dangerous already, or somebody else's
		}
		start, end := j.inline(n)
		own := ownLink{address: u.Path, anchor: u.Fragment, from: page, place: m.Place(start, end)}
		if own.address == "" {
			own.address = page
		}
		list = append(list, own)
	}
	return list
}

func imageName(n ast.Node) (string, bool) {
	img, ok := n.(*ast.Image)
	if !ok {
		return "", false
	}
	return string(img.Destination), true
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
