package speech

import (
	"fmt"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var seenOnly = &diagnostic.Check{Name: "chi-thay", Severity: diagnostic.Warning, Title: "Lời chỉ có nghĩa khi nhìn vào trang."}

// seenPhrases point at something that a listener cannot see. Each is narrow on purpose: "ở trên cột", "ảnh trên mạng", "bấm vào đường
// dẫn lạ" are what articles are about. "(a|b)" is a choice, "(a|)" may be left out, "#" is a number of one or two digits, "$" at the
// end asks for a mark or the end behind.
var seenPhrases = []string{
	"(bấm|nhấn|nhấp|ấn|click|kích|chạm) (chuột|) vào (đây|hình|ảnh|nút bên|nút dưới|liên kết này|liên kết sau|liên kết dưới|liên kết bên)",
	"xem (chi tiết|thêm|) tại đây",
	"(đường dẫn|liên kết|link) (sau|này|dưới|bên dưới|sau đây|dưới đây|ở dưới)",
	"(hình|ảnh|bảng|sơ đồ|bản đồ|biểu đồ|mã) (ở|) (bên|bên dưới|bên cạnh|bên trên|phía dưới|phía trên|dưới đây|sau đây|minh họa|minh hoạ)",
	"(bảng|sơ đồ|bản đồ|biểu đồ) (kèm theo|đính kèm)",
	"(xem|như|trong|theo|ở|) (hình|ảnh|bảng|sơ đồ|biểu đồ) dưới",
	"(xem|như|trong|theo) (hình|ảnh|bảng|sơ đồ|biểu đồ) sau",
	"(hình|ảnh|bảng|sơ đồ|biểu đồ) (số|) #",
	"như (trong|) (hình|ảnh) (vẽ|chụp)",
	"(nêu|nói|kể) (ở|bên|phía|) trên (đây|) $",
	"(đã|vừa) (nói|nêu|kể|viết) ở (phần|mục|đoạn|) trên",
	"dưới đây",
	"(đầu|cuối|góc|mép|bên phải|bên trái) (trang|màn hình) này",
	"(kéo|cuộn|lướt) (xuống|lên) (dưới|cuối|đầu|trang)",
	"(chữ|dòng|phần) (in đậm|in nghiêng|bôi vàng|tô màu)",
	"quét mã (qr|) (này|bên|dưới|sau|trên trang)",
}

// seenNode is a node of the trie over the words of seenPhrases.
type seenNode struct {
	next map[string]*seenNode
	end  bool // a phrase ends here
	last bool // a phrase ends here if a mark or nothing follows
}

var seenTrie = func() *seenNode {
	root := &seenNode{}
	for _, phrase := range seenPhrases {
		for _, words := range choices(phrase) {
			node, last := root, false
			for w := range strings.FieldsSeq(words) {
				if last = w == "$"; last {
					continue
				}
				if node.next == nil {
					node.next = map[string]*seenNode{}
				}
				if node.next[w] == nil {
					node.next[w] = &seenNode{}
				}
				node = node.next[w]
			}
			node.end, node.last = node.end || !last, node.last || last
		}
	}
	return root
}()

// choices writes a phrase out in all its forms.
func choices(phrase string) []string {
	head, rest, ok := strings.Cut(phrase, "(")
	if !ok {
		return []string{phrase}
	}
	choice, tail, _ := strings.Cut(rest, ")")
	var list []string
	for _, end := range choices(tail) {
		for c := range strings.SplitSeq(choice, "|") {
			list = append(list, head+c+end)
		}
	}
	return list
}

// seenWord is a word of a text that is searched.
type seenWord struct {
	text       string // in small letters; a number of one or two digits is "#"
	start, end int
	stop       bool // a mark or nothing follows
}

func seenWords(text string) []seenWord {
	list := make([]seenWord, 0, len(text)/5)
	start := -1
	for i, r := range text + "." {
		switch {
		case letter(r):
			if start < 0 {
				start = i
			}
			continue
		case start >= 0:
			w := seenWord{text: strings.ToLower(text[start:i]), start: start, end: i}
			if len(w.text) <= 2 && strings.Trim(w.text, "0123456789") == "" {
				w.text = "#"
			}
			list = append(list, w)
			start = -1
		}
		if n := len(list); n > 0 && strings.ContainsRune(".,;:?!…)", r) {
			list[n-1].stop = true
		}
	}
	return list
}

// judgeSeen tells of words that make sense on a screen only.
func (w *writer) judgeSeen(t written) {
	text := t.String()
	words := seenWords(text)
	for i := 0; i < len(words); i++ {
		found := -1
		for j, node := i, seenTrie; j < len(words); j++ {
			if node = node.next[words[j].text]; node == nil {
				break
			}
			if node.end || node.last && words[j].stop {
				found = j
			}
			if words[j].stop {
				break
			}
		}
		if found < 0 {
			continue
		}
		start, end := words[i].start, words[found].end
		p := t.place(start, end)
		w.found = append(w.found, seenOnly.At(p.Source, p.Span, fmt.Sprintf("nghe qua loa không thấy “%s”", text[start:end]), "Nói luôn điều người đọc nhìn thấy ở đó."))
		i = found
	}
}
