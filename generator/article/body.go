package article

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	rawHTML       = &diagnostic.Check{Name: "html-tho", Title: "Thẻ HTML trong bài."}
	template      = &diagnostic.Check{Name: "ma-mau", Title: "Mã mẫu của Hugo trong bài."}
	attribute     = &diagnostic.Check{Name: "thuoc-tinh-cam", Title: "Phần {…} sau tiêu đề."}
	topHeading    = &diagnostic.Check{Name: "muc-mot", Title: "Tiêu đề cấp 1 trong thân bài."}
	headingJump   = &diagnostic.Check{Name: "muc-nhay", Title: "Mục nhảy cấp."}
	codeBlock     = &diagnostic.Check{Name: "ma-lap-trinh", Title: "Khối mã hoặc đoạn thụt 4 khoảng trắng."}
	dangerousLink = &diagnostic.Check{Name: "lien-ket-nguy-hiem", Title: "Liên kết kiểu không được nhận."}
	emptyLink     = &diagnostic.Check{Name: "lien-ket-trong", Title: "Liên kết không có chữ."}
	emptyBody     = &diagnostic.Check{Name: "bai-trong", Title: "Bài chưa có chữ nào dưới phần đầu."}
)

// markdown is the one parser of bodies. Its extensions are those that Hugo has on in package site (tables alone); a test of the
// whole chain holds the two together.
var markdown = goldmark.New(goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))))

// parseBody parses the text below the front matter and refuses what could run, load or hide something.
func parseBody(src *diagnostic.Source, start int) (Markdown, []diagnostic.Diagnostic) {
	m := Markdown{Source: src, Start: start, Text: []byte(src.Text[start:])}
	m.Tree = markdown.Parser().Parse(text.NewReader(m.Text))
	j := &bodyJudge{Markdown: m, level: 1}
	j.templates()
	if err := ast.Walk(m.Tree, j.visit); err != nil {
		panic("article: the walk of a tree failed: " + err.Error()) // visit gives no errors
	}
	return m, j.found
}

type bodyJudge struct {
	Markdown
	level int // of the last heading
	found []diagnostic.Diagnostic
}

func (j *bodyJudge) report(check *diagnostic.Check, start, end int, message, hint string) {
	p := j.Place(start, end)
	j.found = append(j.found, check.At(p.Source, p.Span, message, hint))
}

// templates finds "{{" and "}}" wherever they stand: Hugo would take them for shortcodes, inside code too.
func (j *bodyJudge) templates() {
	for at := 0; ; {
		i := bytes.Index(j.Text[at:], []byte("{{"))
		if i < 0 {
			return
		}
		at += i
		end := len(j.Text)
		if n := bytes.IndexByte(j.Text[at:], '\n'); n >= 0 {
			end = at + n
		}
		if n := bytes.Index(j.Text[at:end], []byte("}}")); n >= 0 {
			end = at + n + 2
		}
		j.report(template, at, end, fmt.Sprintf("“%s” không được nhận", shorten(string(j.Text[at:end]))), "Bỏ phần này; cần dẫn trang khác thì đặt liên kết thường.")
		at = end
	}
}

func (j *bodyJudge) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.HTMLBlock:
		start, end := segments(n.Lines())
		j.report(rawHTML, start, end, fmt.Sprintf("thẻ HTML “%s” không được nhận", shorten(string(j.Text[start:end]))), "Dùng cách viết Markdown.")
	case *ast.RawHTML:
		start, end := segments(n.Segments)
		j.report(rawHTML, start, end, fmt.Sprintf("thẻ HTML “%s” không được nhận", shorten(string(j.Text[start:end]))), "Dùng cách viết Markdown.")
	case *ast.CodeBlock:
		start, end := segments(n.Lines())
		j.report(codeBlock, start, end, "đoạn thụt 4 khoảng trắng bị hiểu là mã", "Bỏ khoảng trắng đầu dòng.")
	case *ast.FencedCodeBlock:
		start, end := segments(n.Lines())
		j.report(codeBlock, start, end, "khối mã không đọc được trên loa", "Viết thành chữ thường.")
	case *ast.Heading:
		j.heading(n)
	case *ast.Link:
		j.link(n, string(n.Destination))
	case *ast.Image:
		j.image(n)
	case *ast.AutoLink:
		j.link(n, string(n.URL(j.Text)))
	}
	return ast.WalkContinue, nil
}

func (j *bodyJudge) heading(n *ast.Heading) {
	start, end := segments(n.Lines())
	words := string(j.Text[start:end])
	switch {
	case n.Level == 1:
		j.report(topHeading, start, end, "tiêu đề cấp 1 đã là tên bài", "Dùng ## cho mục trong bài.")
	case n.Level > j.level+1:
		j.report(headingJump, start, end, fmt.Sprintf("từ mục cấp %d nhảy xuống cấp %d", j.level, n.Level), fmt.Sprintf("Dùng %s.", strings.Repeat("#", j.level+1)))
	}
	j.level = max(n.Level, 1)
	if i := strings.LastIndexByte(words, '{'); i >= 0 && strings.HasSuffix(words, "}") {
		j.report(attribute, start+i, end, fmt.Sprintf("phần “%s” sau tiêu đề không được nhận", shorten(words[i:])), "Bỏ phần này.")
	}
}

// schemes are those of links that a reader may follow. An address without one is of this site.
var schemes = map[string]bool{"https": true, "http": true, "tel": true, "mailto": true}

func (j *bodyJudge) link(n ast.Node, destination string) {
	start, end := j.inline(n)
	u, err := url.Parse(destination)
	switch {
	case err != nil, u.Scheme != "" && !schemes[strings.ToLower(u.Scheme)], u.User != nil, u.Scheme == "" && u.Host != "",
		strings.ContainsAny(destination, "\\\t\n\r"):
		j.report(dangerousLink, start, end, fmt.Sprintf("liên kết “%s” không được nhận", shorten(destination)), "Đặt địa chỉ bắt đầu bằng https://, hoặc địa chỉ trong trang như /bai-viet/ten-bai/.")
	case u.Scheme == "" && destination != "" && !strings.HasPrefix(destination, "/") && !strings.HasPrefix(destination, "#"):
		j.report(dangerousLink, start, end, fmt.Sprintf("liên kết “%s” không rõ dẫn tới đâu", shorten(destination)), "Viết từ gốc trang, như /bai-viet/ten-bai/.")
	case strings.TrimSpace(plain(n, j.Text)) == "":
		j.report(emptyLink, start, end, "liên kết không có chữ", "Ghi tên trang được dẫn trong ngoặc vuông.")
	}
}

func (j *bodyJudge) image(n *ast.Image) {
	start, end := j.inline(n)
	if strings.TrimSpace(plain(n, j.Text)) == "" {
		j.report(noAlt, start, end, "hình chưa có lời mô tả", "Viết điều hình cho thấy, 5 đến 125 chữ, trong ngoặc vuông.")
	}
	if strings.ContainsAny(string(n.Destination), "/:\\%?#") {
		j.report(outerPicture, start, end, fmt.Sprintf("hình “%s” không nằm trong thư mục bài", shorten(string(n.Destination))), "Chép tệp hình vào thư mục bài, chỉ ghi tên tệp.")
	}
}

// pictures gives the pictures that the body shows, each once, in order of first use.
func (j *bodyJudge) pictures(b bundle) (list []*Picture) {
	seen := map[string]bool{}
	for n := range nodes(j.Tree) {
		img, ok := n.(*ast.Image)
		name := ""
		if ok {
			name = string(img.Destination)
		}
		if !ok || seen[name] || strings.ContainsAny(name, "/:\\%?#") {
			continue
		}
		seen[name] = true
		start, end := j.inline(n)
		p, found := openPicture(b, name, j.Place(start, end))
		p.Alt, p.Source = plain(img, j.Text), string(img.Title)
		if j.found = append(j.found, found...); len(found) == 0 {
			list = append(list, &p)
		}
	}
	return list
}

// inline gives the stretch of the text that an inline node stands in: goldmark keeps places of texts only, so it is the node's own
// texts, else the line of the block around it.
func (j *bodyJudge) inline(n ast.Node) (start, end int) {
	start = -1
	for c := range nodes(n) {
		if t, ok := c.(*ast.Text); ok {
			if start < 0 {
				start = t.Segment.Start
			}
			end = t.Segment.Stop
		}
	}
	if start >= 0 {
		return start, end
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Type() == ast.TypeBlock && p.Lines() != nil && p.Lines().Len() > 0 {
			return segments(p.Lines())
		}
	}
	return 0, min(1, len(j.Text))
}

// nodes yields n and all below it in document order.
func nodes(n ast.Node) func(yield func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(c) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

// plain gives the words of a node without marks.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := range nodes(n) {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(source))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(source))
		}
	}
	return b.String()
}

// Headings gives the words of each heading of the body, in order.
func (m Markdown) Headings() (list []string) {
	for n := range nodes(m.Tree) {
		if h, ok := n.(*ast.Heading); ok {
			list = append(list, plain(h, m.Text))
		}
	}
	return list
}

// Anchor is the id of a heading with these words. Hugo's own rule loses đ.
func Anchor(words string) string {
	if id := viet.Slug(words, 60); id != "" {
		return id
	}
	return "muc"
}

// Empty says whether the body holds nothing.
func (m Markdown) Empty() bool { return len(bytes.TrimSpace(m.Text)) == 0 }

func segments(s *text.Segments) (start, end int) {
	if s == nil || s.Len() == 0 {
		return 0, 0
	}
	last := s.At(s.Len() - 1)
	return s.At(0).Start, last.Stop
}
