package article

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	unknownKey  = &diagnostic.Check{Name: "khoa-la", Title: "Khóa không có trong danh sách."}
	missingKey  = &diagnostic.Check{Name: "khoa-thieu", Title: "Thiếu một khóa phải có."}
	misplaced   = &diagnostic.Check{Name: "khoa-sai-cho", Title: "Khóa không dùng cho loại bài này."}
	wrongKind   = &diagnostic.Check{Name: "kieu-sai", Title: "Giá trị sai loại."}
	wrongChoice = &diagnostic.Check{Name: "gia-tri-la", Title: "Giá trị không có trong danh sách được chọn."}
)

// reader reads one front matter by the schema. A value that is wrong gives one finding and stays at its zero value; failed remembers
// its key so that later checks are silent about it.
type reader struct {
	src    *diagnostic.Source
	kind   kind
	front  front
	places Places
	failed map[string]bool
	key    string // key that is being read
	found  []diagnostic.Diagnostic
}

// readFront applies the schema to a parsed front matter.
func readFront(src *diagnostic.Source, k kind, fm frontMatter) *reader {
	r := &reader{src: src, kind: k, places: Places{}, failed: map[string]bool{}}
	given := map[string]bool{}
	for _, key := range fm.lost {
		given[key], r.failed[key] = true, true
	}
	for _, e := range fm.root.entries {
		i := slices.IndexFunc(schema, func(s rule) bool { return s.name == e.key })
		if i < 0 {
			r.unknown(e, r.names())
			if near, ok := diagnostic.Suggest(e.key, r.names()); ok {
				given[near], r.failed[near] = true, true // one mistake, one finding: the key that was meant is not missing
			}
			continue
		}
		given[e.key] = true
		r.key = e.key
		r.places[e.key] = r.place(e.value.span)
		switch {
		case schema[i].need(k) == no:
			r.report(misplaced, e.span, fmt.Sprintf("khóa “%s” không dùng cho loại bài này", e.key), "Bỏ khóa, hoặc chuyển tệp sang thư mục khác.")
		case empty(e.value):
			r.fail(missingKey, e.span, fmt.Sprintf("khóa “%s” chưa có giá trị", e.key), "Ghi giá trị sau dấu hai chấm, hoặc bỏ dòng này.")
		default:
			schema[i].read(r, e.value)
		}
	}
	for _, s := range schema {
		if s.need(k) == must && !given[s.name] {
			r.failed[s.name] = true
			r.report(missingKey, diagnostic.Span{Start: fm.close, End: fm.close + 3}, fmt.Sprintf("thiếu khóa “%s”", s.name),
				fmt.Sprintf("Thêm dòng “%s: …” vào phần đầu.", s.name))
		}
	}
	return r
}

// names are the keys that this kind of bundle takes.
func (r *reader) names() (list []string) {
	for _, s := range schema {
		if s.need(r.kind) != no {
			list = append(list, s.name)
		}
	}
	return list
}

func (r *reader) unknown(e entry, known []string) {
	hint := "Các khóa được nhận: " + strings.Join(known, ", ") + "."
	if near, ok := diagnostic.Suggest(e.key, known); ok {
		hint = fmt.Sprintf("Có phải “%s”?", near)
	}
	r.report(unknownKey, e.span, fmt.Sprintf("không có khóa “%s”", shorten(e.key)), hint)
}

func (r *reader) place(span diagnostic.Span) diagnostic.Place {
	return diagnostic.Place{Source: r.src, Span: span}
}

func (r *reader) report(check *diagnostic.Check, span diagnostic.Span, message string, hints ...string) {
	r.found = append(r.found, check.At(r.src, span, message, hints...))
}

// name is the written name of the key being read: that of the list for one of its items.
func (r *reader) name() string {
	key := strings.TrimRight(r.key, ".0123456789")
	return key[strings.LastIndexByte(key, '.')+1:]
}

// item is the key of the i-th item of the list that is being read: "dieu_can_nho.0".
func (r *reader) item(i int) string { return r.key + "." + strconv.Itoa(i) }

// fail reports and remembers that the key being read has no usable value.
func (r *reader) fail(check *diagnostic.Check, span diagnostic.Span, message string, hints ...string) {
	r.failed[r.key] = true
	r.report(check, span, message, hints...)
}

// field is one key of a map inside the front matter.
type field struct {
	name string
	must bool
	read func(n node)
}

// fields reads a map by a list of its keys. It says whether n is a map at all.
func (r *reader) fields(n node, list []field) bool {
	if n.kind != mapNode {
		r.fail(wrongKind, n.span, fmt.Sprintf("“%s” phải là các khóa con, mỗi khóa một dòng thụt vào", r.name()), "Xem bài mẫu do loa new tạo.")
		return false
	}
	var known []string
	for _, f := range list {
		known = append(known, f.name)
	}
	given := map[string]bool{}
	for _, e := range n.entries {
		i := slices.Index(known, e.key)
		if i < 0 {
			r.unknown(e, known)
			if near, ok := diagnostic.Suggest(e.key, known); ok {
				given[near] = true
			}
			continue
		}
		given[e.key] = true
		r.places[r.key+"."+e.key] = r.place(e.value.span)
		if empty(e.value) {
			r.fail(missingKey, e.span, fmt.Sprintf("khóa “%s” chưa có giá trị", e.key), "Ghi giá trị sau dấu hai chấm, hoặc bỏ dòng này.")
			continue
		}
		outer := r.key
		r.key += "." + e.key
		list[i].read(e.value)
		r.key = outer
	}
	for _, f := range list {
		if f.must && !given[f.name] {
			r.fail(missingKey, n.span, fmt.Sprintf("“%s” thiếu khóa “%s”", r.name(), f.name), fmt.Sprintf("Thêm dòng “%s: …” vào dưới “%s”.", f.name, r.name()))
		}
	}
	return true
}

// list reads a list value; a single scalar counts as a list of one.
func (r *reader) list(n node) []node {
	switch n.kind {
	case listNode:
		return n.items
	case scalarNode:
		return []node{n}
	}
	r.fail(wrongKind, n.span, fmt.Sprintf("“%s” phải là danh sách, mỗi dòng một gạch đầu dòng", r.name()), "Viết “- ” ở đầu mỗi dòng.")
	return nil
}

// lines reads a list of lines; each that is kept gets a place of its own ("dieu_can_nho.0").
func (r *reader) lines(n node) (list []string) {
	for _, item := range r.list(n) {
		if empty(item) {
			r.fail(missingKey, item.span, fmt.Sprintf("“%s” có một dòng chưa viết gì", r.name()), "Viết nốt dòng này, hoặc bỏ dòng.")
			continue
		}
		if s := r.line(item); s != "" {
			r.places[r.item(len(list))] = r.place(item.span)
			list = append(list, s)
		}
	}
	return list
}

// line reads one line of text.
func (r *reader) line(n node) string {
	if n.kind != scalarNode {
		r.fail(wrongKind, n.span, fmt.Sprintf("“%s” phải là một dòng chữ", r.name()), "Viết trên một dòng; nếu có dấu hai chấm thì đặt trong ngoặc kép.")
		return ""
	}
	return r.clean(n.text, n.span)
}

// clean gives a text of the front matter with single blanks, in NFC; "" after a finding about signs that it must not hold.
func (r *reader) clean(text string, span diagnostic.Span) string {
	text = viet.NFC(visible(text))
	switch written := r.src.Text[span.Start:span.End]; {
	case !strings.ContainsFunc(text, unsafe):
		return strings.Join(strings.Fields(text), " ")
	case strings.ContainsFunc(written, unsafe): // judged with the file's own signs already
		r.failed[r.key] = true
	default: // "\u202e" in double quotes
		r.fail(controlSign, span, fmt.Sprintf("“%s” có ký tự không đọc được", r.name()), "Bỏ phần bắt đầu bằng dấu \\ rồi gõ lại chữ.")
	}
	return ""
}

// empty says whether nothing was written behind a key or a dash.
func empty(n node) bool {
	return n.kind == nullNode || n.kind == scalarNode && strings.TrimSpace(n.text) == ""
}

func (r *reader) boolean(n node) bool {
	if n.kind == scalarNode && (n.text == "true" || n.text == "false") {
		return n.text == "true"
	}
	r.fail(wrongKind, n.span, fmt.Sprintf("“%s” phải là true hoặc false, đang là “%s”", r.name(), shorten(n.text)), fmt.Sprintf("Viết %s: true.", r.name()))
	return false
}

func (r *reader) number(n node, least, most int) int {
	v, err := strconv.Atoi(n.text)
	if n.kind != scalarNode || err != nil || v < least || v > most {
		r.fail(wrongKind, n.span, fmt.Sprintf("“%s” phải là số từ %d đến %d, đang là “%s”", r.name(), least, most, shorten(n.text)), "Viết số bằng chữ số.")
		return least
	}
	return v
}

// choice reads one word of a closed list.
func (r *reader) choice(n node, what string, known ...string) string {
	if n.kind == scalarNode && slices.Contains(known, n.text) {
		return n.text
	}
	hint := "Chọn một trong: " + strings.Join(known, ", ") + "."
	if near, ok := diagnostic.Suggest(n.text, known); ok {
		hint = fmt.Sprintf("Có phải “%s”? %s", near, hint)
	}
	r.fail(wrongChoice, n.span, fmt.Sprintf("“%s” không phải %s", shorten(n.text), what), hint)
	return ""
}

// shorten quotes at most 60 characters of the writer's text.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 60 { // bytes: most texts are judged without counting
		if runes := []rune(s[:min(len(s), 4*60)]); len(runes) > 60 {
			return string(runes[:59]) + "…"
		}
	}
	return s
}
