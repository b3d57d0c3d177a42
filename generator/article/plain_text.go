package article

import "github.com/yuin/goldmark/util"

// PlainText resolves the backslash escapes and character references that goldmark leaves to its renderer (CommonMark 2.4, 2.5).
func PlainText(s string) string {
	b := util.UnescapePunctuations([]byte(s))
	b = util.ResolveNumericReferences(b)
	return string(util.ResolveEntityNames(b))
}
