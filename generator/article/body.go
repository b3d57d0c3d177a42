package article

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	rawHTML     = &diagnostic.Check{Name: "html-tho", Title: "Thẻ HTML trong bài."}
	template    = &diagnostic.Check{Name: "ma-mau", Title: "Mã mẫu của Hugo trong bài."}
	attribute   = &diagnostic.Check{Name: "thuoc-tinh-cam", Title: "Phần {…} sau tiêu đề."}
	topHeading  = &diagnostic.Check{Name: "muc-mot", Title: "Tiêu đề cấp 1 trong thân bài."}
	headingJump = &diagnostic.Check{Name: "muc-nhay", Title: "Mục nhảy cấp."}
	codeBlock   = &diagnostic.Check{Name: "ma-lap-trinh", Title: "Khối mã hoặc đoạn thụt 4 khoảng trắng."}
	emptyBody   = &diagnostic.Check{Name: "bai-trong", Title: "Bài chưa có chữ nào dưới phần đầu."}
)

// markdown is the one parser of bodies. Its extensions are those that Hugo has on in package site (tables alone); a test of the
// whole chain holds the two together.
var markdown = goldmark.New(goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))))

// body is the text below a front matter, and what the rest of the set has to know of it.
type body struct {
	Markdown
	parsed bool // false: beyond the limits, so the tree is empty and nothing more may be concluded from it
	links  []ownLink
	images []shown
}

// parseBody parses the text below the front matter and refuses what could run, load or hide something.
func parseBody(src *diagnostic.Source, start int) (body, []diagnostic.Diagnostic) {
	m := Markdown{Source: src, Start: start, Text: []byte(src.Text[start:]), Tree: ast.NewDocument()}
	if found := judgeLimits(m); len(found) > 0 {
		return body{Markdown: m}, found
	}
	m.Tree = markdown.Parser().Parse(text.NewReader(m.Text))
	j := &bodyJudge{body: body{Markdown: m, parsed: true}, level: 1}
	j.templates()
	j.encodedSigns()
	for n := range nodes(m.Tree) {
		j.visit(n)
	}
	return j.body, j.found
}

// bodyJudge walks a tree once, from top to bottom.
type bodyJudge struct {
	body
	level    int // of the last heading
	headings int
	found    []diagnostic.Diagnostic
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

// reference is a character written as "&#8206;" or "&rlm;" (CommonMark 2.5).
var reference = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// encodedSigns finds references that stand for signs which may not be written as they are.
func (j *bodyJudge) encodedSigns() {
	for _, at := range reference.FindAllIndex(j.Text, -1) {
		for _, r := range PlainText(string(j.Text[at[0]:at[1]])) {
			if check, what, cure := judgeSign(r); check != nil {
				j.report(check, at[0], at[1], fmt.Sprintf("%s (U+%04X)", what, r), cure)
				break
			}
		}
	}
}

func (j *bodyJudge) visit(n ast.Node) {
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
		start := max(0, n.Pos()) // the fence: the block may be empty
		_, end := segments(n.Lines())
		j.report(codeBlock, start, max(end, lineEnd(j.Text, start)), "khối mã không đọc được trên loa", "Viết thành chữ thường.")
	case *ast.Heading:
		j.heading(n)
	case *ast.Link:
		j.link(n, string(n.Destination))
	case *ast.AutoLink:
		j.link(n, autoTarget(n, j.Text))
	case *ast.Image:
		j.image(n)
	}
}

func (j *bodyJudge) heading(n *ast.Heading) {
	start, end := segments(n.Lines())
	words := string(j.Text[start:end])
	if start == end { // "##" alone
		start = min(max(0, n.Pos()), len(j.Text)) // a tab after ">" makes goldmark count beyond the end
		end = lineEnd(j.Text, start)
	}
	switch {
	case n.Level == 1:
		j.report(topHeading, start, end, "tiêu đề cấp 1 đã là tên bài", "Dùng ## cho mục trong bài.")
	case n.Level > j.level+1:
		j.report(headingJump, start, end, fmt.Sprintf("từ mục cấp %d nhảy xuống cấp %d", j.level, n.Level), fmt.Sprintf("Dùng %s.", strings.Repeat("#", j.level+1)))
	}
	j.level = n.Level
	if j.headings++; j.headings == maxHeadings+1 {
		j.report(heavyBody, start, end, fmt.Sprintf("bài có quá %d mục", maxHeadings), "Chia thành nhiều bài.")
	}
	if i := strings.LastIndexByte(words, '{'); i >= 0 && strings.HasSuffix(words, "}") && !strings.HasSuffix(words, "}}") {
		j.report(attribute, start+i, end, fmt.Sprintf("phần “%s” sau tiêu đề không được nhận", shorten(words[i:])), "Bỏ phần này.")
	}
}

// locate gives the stretch of the text that a link or a picture stands in: its words, else its brackets.
func (j *bodyJudge) locate(n ast.Node) (start, end int) {
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
	start = max(0, n.Pos())
	end = lineEnd(j.Text, start)
	closing := byte(')')
	if n.Kind() == ast.KindAutoLink {
		closing = '>'
	}
	if i := bytes.IndexByte(j.Text[start:end], closing); i >= 0 {
		end = start + i + 1
	}
	return start, end
}

func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}
