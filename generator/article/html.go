package article

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// HTML gives the body of an article as HTML for feeds: no class, style, id or script; every address absolute.
//
// link is the absolute address of the article: "#x" becomes link#x, "/x/" is resolved against its host. picture gives the absolute
// address of a picture of the bundle, "" to leave it out. Pure; the tree is not changed.
func HTML(a *Article, link string, picture func(name string) string) string {
	base, err := url.Parse(link)
	if err != nil {
		panic("article: the address of an article does not parse: " + link)
	}
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(&feedRenderer{base: base, picture: picture}, 100),
		util.Prioritized(tableRenderer(), 500),
		util.Prioritized(html.NewRenderer(), 1000)))
	var b bytes.Buffer
	if err := r.Render(&b, a.Body.Text, a.Body.Tree); err != nil {
		panic("article: rendering into memory failed: " + err.Error())
	}
	return strings.TrimSpace(b.String())
}

// feedRenderer writes links and pictures with absolute addresses, and headings one level as they are but without ids.
type feedRenderer struct {
	base    *url.URL
	picture func(name string) string
}

func (f *feedRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, f.link)
	reg.Register(ast.KindAutoLink, f.autoLink)
	reg.Register(ast.KindImage, f.image)
}

func (f *feedRenderer) link(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	address := f.absolute(string(n.(*ast.Link).Destination))
	switch {
	case address == "":
	case entering:
		writeAll(w, `<a href="`, escape(address), `">`)
	default:
		writeAll(w, "</a>")
	}
	return ast.WalkContinue, nil
}

func (f *feedRenderer) autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		link := n.(*ast.AutoLink)
		words := escape(string(link.Label(source)))
		if address := f.absolute(string(link.URL(source))); address != "" {
			writeAll(w, `<a href="`, escape(address), `">`, words, "</a>")
		} else {
			writeAll(w, words)
		}
	}
	return ast.WalkSkipChildren, nil
}

func (f *feedRenderer) image(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		if address := f.picture(string(n.(*ast.Image).Destination)); address != "" {
			writeAll(w, `<img src="`, escape(address), `" alt="`, escape(plain(n, source)), `">`)
		}
	}
	return ast.WalkSkipChildren, nil
}

// absolute resolves an address against the article's; "" for a scheme that a reader must not follow.
func (f *feedRenderer) absolute(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" && !schemes[strings.ToLower(u.Scheme)] {
		return ""
	}
	return f.base.ResolveReference(u).String()
}

func escape(s string) string { return string(util.EscapeHTML([]byte(s))) }

func writeAll(w util.BufWriter, parts ...string) {
	for _, p := range parts {
		_, _ = w.WriteString(p) // into memory: it does not fail
	}
}

func tableRenderer() renderer.NodeRenderer {
	return extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))
}
