package generator_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

// constructs are bodies that parsers understand differently when their extensions differ: Hugo renders the page, article the feed and
// speech the script, and all three must see one tree.
var constructs = map[string]string{
	"bang":         "| Việc | Ai |\n|:---|---:|\n| Báo | Thôn |\n",
	"gach-bo":      "Chữ ~~gạch bỏ~~ còn đây, ~một~.",
	"chu-thich":    "Chữ có chú thích[^1].\n\n[^1]: Lời chú thích.",
	"viec-can-lam": "- [ ] chưa\n- [x] rồi\n",
	"dinh-nghia":   "Cáp\n: dây dẫn\n",
	"tu-noi":       "Xem www.example.vn và https://example.vn/ nhé, thư a@example.vn.",
	"dau-cau":      "Chữ -- gạch --- dài... \"ngoặc\" 'đơn' (c) (tm) 1/2.",
	"bieu-tuong":   "Chữ :smile: và :+1: nữa.",
	"toan":         "Chữ $x^2$ và \\(y\\) và $$z$$.",
	"danh-dau":     "Chữ ==đánh dấu== và ++thêm++ và H~2~O và x^2^.",
	"thuoc-tinh":   "Chữ\n{.lop}\n",
	"canh-bao":     "> [!NOTE]\n> Lời nhắc.\n",
	"ngat-dong":    "Dòng một\nDòng hai  \nDòng ba\\\nDòng bốn",
	"danh-sach":    "3. Ba\n4. Bốn\n   - con\n\n   đoạn\n\n* khác\n+ khác nữa\n",
	"ky-hieu":      "Sao \\* và &amp; và &#39; và &eacute; \\_x\\_.",
	"nhan-manh":    "Chữ **đậm*nghiêng*đậm** và _nghiêng_ và a_b_c và **bà con**đứng xa.",
	"duong-ke":     "Trên\n\n---\n\nDưới\n",
}

// TestPageAndFeedUnderstandMarkdownAlike holds Hugo's parser and article's to the same extensions, construct by construct.
func TestPageAndFeedUnderstandMarkdownAlike(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, folder := range []string{"content/_loa", "content/chu-de", "themes/loa"} {
		copyInto(t, fsys, folder)
	}
	const head = "---\nid: 0000000%\ntitle: Một cách viết\nphat_am: {NOTE: lưu ý}\ndescription: Thử.\ndate: 2023-04-24\nchu_de: cap-va-cot\ndieu_can_nho: [Một, Hai]\n---\n\n"
	signs := article.Alphabet
	for name, body := range maps.All(constructs) {
		fsys["content/bai-viet/"+name+"/index.md"] = &fstest.MapFile{Data: []byte(strings.Replace(head, "%", signs[:1], 1) + body + "\n")}
		signs = signs[1:]
	}
	out, found, err := generator.Build(t.Context(), generator.Input{Root: fsys, At: campaign})
	if err != nil || out == nil {
		var text bytes.Buffer
		if err := diagnostic.WriteText(&text, found, diagnostic.Style{}); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("%v\n%s", err, &text)
	}
	s, _, err := settings.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := article.Load(fsys, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range set.Articles {
		page := ""
		for _, f := range out.Files {
			if f.Path == "bai-viet/"+a.Slug+"/index.html" {
				page = string(f.Data)
			}
		}
		want := outline(t, article.HTML(a, "https://loa.example.vn/bai-viet/x/", func(string) string { return "" }), "")
		if got := outline(t, page, "than"); got != want {
			t.Errorf("%s\npage %s\nfeed %s", a.Slug, got, want)
		}
	}
}

// copyInto takes files of the repository over into a file system in memory.
func copyInto(t *testing.T, fsys fstest.MapFS, folder string) {
	t.Helper()
	if err := takeOver(fsys, folder); err != nil {
		t.Fatal(err)
	}
}

// outline gives the elements and words below the element of a class ("" is everything), without the frames and the attributes that
// the theme's hooks add.
func outline(t *testing.T, text, class string) string {
	t.Helper()
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var write func(n *html.Node, inside bool)
	write = func(n *html.Node, inside bool) {
		if n.Type == html.TextNode && inside {
			if words := strings.Join(strings.Fields(n.Data), " "); words != "" {
				out.WriteString(words + " ")
			}
		}
		element := n.Type == html.ElementNode && inside && !slices.Contains(frames, n.Data)
		if element {
			out.WriteString("<" + n.Data + "> ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c, inside || class != "" && hasClass(n, class))
		}
		if element {
			out.WriteString("</" + n.Data + "> ")
		}
	}
	write(document, class == "")
	return out.String()
}

// frames are elements that the parser of HTML or the theme puts round others.
var frames = []string{"html", "head", "body", "div", "section"}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && a.Val == class {
			return true
		}
	}
	return false
}
