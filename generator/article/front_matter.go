package article

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	noFrontMatter   = &diagnostic.Check{Name: "dau-bai-thieu", Title: "Bài chưa có phần đầu giữa hai dòng ---."}
	badFrontMatter  = &diagnostic.Check{Name: "dau-bai-hong", Title: "Phần đầu viết sai cách."}
	tabFrontMatter  = &diagnostic.Check{Name: "dau-bai-tab", Title: "Phần đầu thụt dòng bằng phím Tab."}
	bigFrontMatter  = &diagnostic.Check{Name: "dau-bai-qua-lon", Title: "Phần đầu quá dài, quá nhiều khóa hoặc quá nhiều tầng."}
	wildFrontMatter = &diagnostic.Check{Name: "dau-bai-cam", Title: "Phần đầu dùng cách viết không được nhận."}
	doubleKey       = &diagnostic.Check{Name: "khoa-lap", Title: "Một khóa viết hai lần."}
)

// Limits of a front matter, checked on its bytes and tokens before it is parsed.
const (
	maxFrontMatter = 16 << 10
	maxKeys        = 64
	maxDepth       = 4
	maxRepairs     = 16 // mistakes of syntax that are reported in one run
)

// frontMatter is the parsed head of index.md and where the body begins.
type frontMatter struct {
	root  node
	body  int      // offset of the body in the source
	close int      // offset of the closing ---; findings about missing keys stand there
	lost  []string // top-level keys whose lines could not be read: nothing more is said about them
}

// parseFrontMatter finds the block between the two --- lines and reads it. ok is false when there is nothing to go on with.
//
// A mistake of syntax costs only the key that holds it: its lines are blanked and the rest is read again, so that all mistakes are
// reported at once.
func parseFrontMatter(src *diagnostic.Source) (fm frontMatter, found []diagnostic.Diagnostic, ok bool) {
	text := src.Text
	if !strings.HasPrefix(text, "---\n") {
		first := src.LineSpan(1)
		if strings.HasPrefix(text, "+++") || strings.HasPrefix(text, "{") {
			return fm, []diagnostic.Diagnostic{wildFrontMatter.At(src, first, "phần đầu viết kiểu TOML hoặc JSON không được nhận",
				"Viết kiểu YAML giữa hai dòng ---.")}, false
		}
		return fm, []diagnostic.Diagnostic{noFrontMatter.At(src, first, "bài chưa có phần đầu giữa hai dòng ---",
			"Tạo bài bằng loa new, hoặc chép phần đầu từ bài khác.")}, false
	}
	end := strings.Index(text[3:], "\n---\n")
	if end < 0 && strings.HasSuffix(text, "\n---") {
		end = len(text) - 4 - 3
	}
	if end < 0 {
		return fm, []diagnostic.Diagnostic{noFrontMatter.At(src, src.LineSpan(1), "phần đầu mở bằng --- nhưng không có dòng --- đóng lại",
			"Thêm một dòng --- sau khóa cuối cùng.")}, false
	}
	fm.close = 3 + end + 1
	fm.body = min(fm.close+len("---\n"), len(text))
	head := text[4:max(4, fm.close)]
	if len(head) > maxFrontMatter {
		return fm, []diagnostic.Diagnostic{bigFrontMatter.At(src, src.LineSpan(1), fmt.Sprintf("phần đầu dài quá mức %d KB", maxFrontMatter>>10),
			"Chuyển chữ xuống thân bài.")}, false
	}
	if found = judgeTokens(src, head, 4); len(found) > 0 {
		return fm, found, false
	}
	fm.root, fm.lost, found = parseYAML(src, head, 4)
	return fm, found, true
}

// judgeTokens refuses, before anything is built from them, tabs as indent and the parts of YAML that name, copy or type values.
func judgeTokens(src *diagnostic.Source, head string, base int) (found []diagnostic.Diagnostic) {
	c := newConverter(src, head, base)
	for _, start := range c.starts {
		line := head[start:c.lineEnd(start)]
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 {
			found = append(found, tabFrontMatter.At(src, c.span(start+i, start+i+1), "phần đầu thụt dòng bằng phím Tab", "Dùng hai khoảng trắng."))
		}
	}
	if len(found) > 0 {
		return found
	}
	keys, depth, deepest := 0, 0, 0
	for _, tok := range lexer.Tokenize(head) {
		at := c.offset(tok.Position)
		switch tok.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType, token.DirectiveType, token.DocumentHeaderType,
			token.DocumentEndType, token.MappingKeyType:
			found = append(found, wildFrontMatter.At(src, c.span(at, at+len(tok.Value)),
				fmt.Sprintf("phần đầu dùng cách viết “%s” không được nhận", tok.Value), "Viết giá trị ra đầy đủ; nếu là chữ thì đặt trong ngoặc kép."))
		case token.MappingValueType:
			keys++
		case token.MappingStartType, token.SequenceStartType:
			depth++
			deepest = max(deepest, depth)
		case token.MappingEndType, token.SequenceEndType:
			depth--
		}
	}
	switch {
	case keys > maxKeys:
		found = append(found, bigFrontMatter.At(src, src.LineSpan(1), fmt.Sprintf("phần đầu có %d khóa, quá mức %d", keys, maxKeys), "Bỏ bớt khóa."))
	case deepest > maxDepth || indentDepth(head) > maxDepth+1:
		found = append(found, bigFrontMatter.At(src, src.LineSpan(1), fmt.Sprintf("phần đầu lồng sâu quá %d tầng", maxDepth), "Viết ít tầng hơn."))
	}
	return found
}

// indentDepth counts the indents that are open at once, dashes of lists among them: the depth of block style, and one more for a text
// that goes on over several lines.
func indentDepth(head string) (deepest int) {
	var open []int
	for line := range strings.SplitSeq(head, "\n") {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		for {
			for len(open) > 0 && open[len(open)-1] >= indent {
				open = open[:len(open)-1]
			}
			if open = append(open, indent); len(open) > deepest {
				deepest = len(open)
			}
			rest, item := strings.CutPrefix(line[indent:], "- ")
			if !item {
				break
			}
			indent = len(line) - len(strings.TrimLeft(rest, " "))
		}
	}
	return deepest
}

// topLine is the beginning of a line that opens a key of the first level, be its colon missing; topKey is the key.
var topLine = regexp.MustCompile(`^[^\s#\]}-]`)

var topKey = regexp.MustCompile(`^([^\s:#-][^:\n]*?)[ \t]*:`)

func parseYAML(src *diagnostic.Source, head string, base int) (root node, lost []string, found []diagnostic.Diagnostic) {
	c := newConverter(src, head, base)
	text := head
	for range maxRepairs {
		file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
		if err == nil {
			if len(file.Docs) == 0 || file.Docs[0].Body == nil {
				return node{kind: mapNode}, lost, found
			}
			body := file.Docs[0].Body
			switch body.(type) {
			case *ast.MappingNode, *ast.MappingValueNode:
				root = c.value(body)
				return root, lost, append(found, c.found...)
			case *ast.CommentGroupNode:
				return node{kind: mapNode}, lost, found
			}
			at := c.offset(body.GetToken().Position)
			found = append(found, badFrontMatter.At(src, c.span(at, c.lineEnd(at)), "phần đầu viết sai ở đây: thiếu dấu hai chấm sau tên khóa",
				"Viết “khóa: giá trị”, có một khoảng trắng sau dấu hai chấm."))
			text = blank(text, c, at, &lost)
			continue
		}
		var syntax *yaml.SyntaxError
		if !errors.As(err, &syntax) || syntax.Token == nil {
			return node{kind: mapNode}, lost, append(found, badFrontMatter.At(src, src.LineSpan(1), "phần đầu không đọc được", "Chép phần đầu từ bài khác."))
		}
		at := c.offset(syntax.Token.Position)
		if unclosed(syntax.Message) { // goccy points behind the list; the mistake is where it opens
			at = max(0, strings.LastIndexAny(text[:min(at+1, len(text))], "[{"))
		}
		found = append(found, explain(src, c, at, syntax))
		text = blank(text, c, at, &lost)
	}
	return node{kind: mapNode}, lost, found
}

// explain words a mistake of syntax for someone who has never heard of YAML. The commonest by far is a colon inside a title.
func explain(src *diagnostic.Source, c *converter, at int, err *yaml.SyntaxError) diagnostic.Diagnostic {
	start := at
	for start > 0 && c.text[start-1] != '\n' {
		start--
	}
	line := c.text[start:c.lineEnd(start)]
	span := c.span(at, c.lineEnd(at))
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch message := err.Message; {
	case strings.Contains(message, "mapping value is not allowed") && strings.Contains(value, ": "), strings.HasSuffix(value, ":"):
		from := start + strings.Index(line, value)
		return badFrontMatter.At(src, c.span(from, from+len(value)), "giá trị có dấu hai chấm nên phải đặt trong ngoặc kép",
			fmt.Sprintf("Viết: %s: \"%s\".", strings.TrimSpace(key), strings.ReplaceAll(value, `"`, `\"`)))
	case strings.HasPrefix(value, `"`) && strings.Contains(value, `\`):
		return badFrontMatter.At(src, span, "trong ngoặc kép có dấu \\ không hiểu được", "Bỏ dấu \\, hoặc thay ngoặc kép bằng ngoặc đơn.")
	case strings.Contains(message, "could not find end character"):
		return badFrontMatter.At(src, span, "ngoặc kép mở ra mà không đóng lại", "Thêm dấu đóng ở cuối giá trị.")
	case strings.Contains(message, "reserved character"), strings.Contains(message, "cannot start any token"):
		return badFrontMatter.At(src, span, "giá trị bắt đầu bằng ký hiệu nên phải đặt trong ngoặc kép", "Đặt cả giá trị trong ngoặc kép.")
	case unclosed(message):
		return badFrontMatter.At(src, span, "danh sách mở bằng [ hoặc { mà không đóng lại", "Thêm dấu ] hoặc } ở cuối.")
	case !strings.Contains(line, ":"):
		return badFrontMatter.At(src, span, "phần đầu viết sai ở đây: thiếu dấu hai chấm sau tên khóa",
			"Viết “khóa: giá trị”, có một khoảng trắng sau dấu hai chấm.")
	}
	return badFrontMatter.At(src, span, "phần đầu viết sai ở đây", "Xem lại dấu hai chấm, dấu gạch đầu dòng và khoảng trắng đầu dòng.")
}

func unclosed(message string) bool {
	return strings.Contains(message, "must be specified") || strings.Contains(message, "not found")
}

// blank replaces the lines of the top-level key that holds byte at by empty lines, so that places after it stay true.
func blank(text string, c *converter, at int, lost *[]string) string {
	line, _ := slices.BinarySearch(c.starts, at+1)
	first := max(0, line-1)
	for first > 0 && !topLine.MatchString(text[c.starts[first]:]) {
		first--
	}
	end := len(text)
	for _, start := range c.starts[max(first+1, line):] {
		if topLine.MatchString(text[start:]) {
			end = start
			break
		}
	}
	if m := topKey.FindStringSubmatch(text[c.starts[first]:]); m != nil {
		*lost = append(*lost, m[1])
	} else if words := strings.Fields(text[c.starts[first]:end]); len(words) > 0 {
		*lost = append(*lost, words[0]) // "title Cáp": the key is there, its colon is not
	}
	out := []byte(text)
	for i := c.starts[first]; i < end; i++ {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return string(out)
}
