package settings

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	broken     = &diagnostic.Check{Name: "cai-dat-hong", Title: "Tệp cài đặt viết sai cách, thiếu khóa hoặc có giá trị không dùng được."}
	unknownKey = &diagnostic.Check{Name: "cai-dat-khoa-la", Title: "Tệp cài đặt có khóa không có trong danh sách."}
)

// maxFindings is the number of findings that are kept of one file; the rest would be read by nobody.
const maxFindings = 1000

// reader reads the values of one file. A value that is wrong gives one finding and the best value that can be made of it.
type reader struct {
	src    *diagnostic.Source
	found  []diagnostic.Diagnostic
	key    string // name of the key being read
	failed bool   // the key being read has had a finding
}

// key is one key of a table: its Vietnamese name, which stands here alone, whether it must be there, and how its value is read.
type key[T any] struct {
	name string
	must bool
	read func(r *reader, n node, to *T)
}

// record is a table that was read, with the places of its keys.
type record struct {
	table *table
	bad   []string // keys that had a finding: nothing more is said about them
}

// at is the place of a key's value; of the table, if the key is not there.
func (c record) at(name string) diagnostic.Span {
	if e := c.table.find(name); e != nil {
		return e.value.span
	}
	return c.table.span
}

// item is the place of an item of a list value.
func (c record) item(name string, i int) diagnostic.Span {
	if e := c.table.find(name); e != nil && i < len(e.value.items) {
		return e.value.items[i].span
	}
	return c.at(name)
}

// sound says whether all of the keys are free of findings; absent ones are.
func (c record) sound(names ...string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return slices.Contains(c.bad, n) })
}

// fill reads a table by its keys. what names the table in messages: "[trang]".
func fill[T any](r *reader, t *table, what string, keys []key[T], to *T) record {
	c := record{table: t}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	given := map[string]bool{}
	excuse := func(name string) { // the key was meant, but cannot be read: one mistake, one finding
		if near, ok := diagnostic.Suggest(name, names); ok {
			given[near] = true
			c.bad = append(c.bad, near)
		}
	}
	for _, name := range t.lost {
		excuse(name)
	}
	for _, e := range t.entries {
		i := slices.Index(names, e.name)
		if i < 0 {
			r.unknown(unknownKey, e.span, fmt.Sprintf("không có khóa “%s” trong %s", shorten(e.name), what), e.name, names)
			excuse(e.name)
			continue
		}
		given[e.name] = true
		outer := r.key
		r.key, r.failed = e.name, e.value.kind == brokenNode
		switch {
		case r.failed:
		case keys[i].must && e.value.kind == stringNode && strings.TrimSpace(e.value.text) == "":
			r.fail(e.value.span, fmt.Sprintf("khóa “%s” chưa có giá trị", e.name), "Ghi giá trị giữa hai dấu ngoặc kép.")
		default:
			keys[i].read(r, e.value, to)
		}
		if r.failed {
			c.bad = append(c.bad, e.name)
		}
		r.key, r.failed = outer, false
	}
	for _, k := range keys {
		if k.must && !given[k.name] {
			c.bad = append(c.bad, k.name)
			if !t.partial {
				r.report(broken, t.span, fmt.Sprintf("thiếu khóa “%s” trong %s", k.name, what), fmt.Sprintf("Thêm khóa này: %s = …", k.name))
			}
		}
	}
	return c
}

// section is a table of the file's root, or nil with a finding if it must be there.
func (r *reader) section(root *table, name string, must bool) *table {
	e := root.find(name)
	switch {
	case e == nil:
		if must && !root.partial && !slices.ContainsFunc(unknownRoot(root), func(n string) bool { near, ok := diagnostic.Suggest(n, []string{name}); return ok && near == name }) {
			r.report(broken, diagnostic.Span{}, fmt.Sprintf("thiếu phần [%s]", name), fmt.Sprintf("Thêm dòng [%s] và các khóa của nó.", name))
		}
		return nil
	case e.value.kind == tableNode:
		return e.value.table
	case e.value.kind != brokenNode:
		r.report(broken, e.span, fmt.Sprintf("“%s” phải là một phần có các khóa", name), fmt.Sprintf("Viết [%s] ở một dòng riêng, các khóa ở dưới.", name))
	}
	return nil
}

func unknownRoot(root *table) (names []string) {
	names = append(names, root.lost...)
	for _, e := range root.entries {
		names = append(names, e.name)
	}
	return names
}

// sections reports the keys of the file's root that are not in the list.
func (r *reader) sections(root *table, names ...string) {
	for _, e := range root.entries {
		if !slices.Contains(names, e.name) {
			r.unknown(unknownKey, e.span, fmt.Sprintf("không có khóa “%s” trong tệp này", shorten(e.name)), e.name, names)
		}
	}
}

// tables are the items of a list of tables in the file's root, written as [[name]] or as name = [{…}]. whole is false when some were
// lost to mistakes that have been reported: then a name that is not there proves nothing.
func (r *reader) tables(root *table, name string) (list []*table, whole bool) {
	whole = !root.partial
	for _, lost := range root.lost {
		if near, ok := diagnostic.Suggest(lost, []string{name}); ok && near == name {
			whole = false
		}
	}
	e := root.find(name)
	if e == nil {
		for _, other := range root.entries {
			if _, near := diagnostic.Suggest(other.name, []string{name}); near {
				whole = false
			}
		}
		return nil, whole
	}
	items, partial := e.value.items, e.value.partial
	switch {
	case e.value.kind == tableNode:
		r.report(broken, e.span, fmt.Sprintf("“%s” phải là một danh sách", name), fmt.Sprintf("Viết [[%s]] cho mỗi mục của danh sách.", name))
		items = []node{e.value}
	case e.value.kind == brokenNode:
		return nil, false
	case e.value.kind != listNode:
		r.report(broken, e.span, fmt.Sprintf("“%s” phải là một danh sách", name), fmt.Sprintf("Viết [[%s]] cho mỗi mục của danh sách.", name))
		return nil, false
	}
	for _, item := range items {
		if item.kind == tableNode {
			list = append(list, item.table)
			partial = partial || item.table.partial
			continue
		}
		partial = true
		if item.kind != brokenNode {
			r.report(broken, item.span, fmt.Sprintf("mỗi mục của “%s” phải là các khóa giữa hai dấu { }", name), "Viết { khóa = giá trị, … }.")
		}
	}
	return list, whole && !partial
}

func (r *reader) report(check *diagnostic.Check, span diagnostic.Span, message string, hints ...string) {
	switch {
	case len(r.found) < maxFindings:
		r.found = append(r.found, check.At(r.src, span, message, hints...))
	case len(r.found) == maxFindings:
		r.found = append(r.found, broken.At(r.src, diagnostic.Span{}, fmt.Sprintf("tệp có quá nhiều chỗ sai, chỉ nêu %d chỗ đầu", maxFindings), "Chữa những chỗ ấy rồi kiểm tra lại."))
	}
}

// reportNear is report with the place of the other one.
func (r *reader) reportNear(check *diagnostic.Check, span, other diagnostic.Span, message, hint string) {
	before := len(r.found)
	r.report(check, span, message, hint)
	if len(r.found) > before && before < maxFindings {
		r.found[before].Related = []diagnostic.Place{{Source: r.src, Span: other}}
	}
}

// unknown reports a word that is not among the known ones, with the nearest as cure.
func (r *reader) unknown(check *diagnostic.Check, span diagnostic.Span, message, word string, known []string) {
	hint := "Không có tên nào để chọn."
	if near, ok := diagnostic.Suggest(word, known); ok {
		hint = fmt.Sprintf("Có phải “%s”?", near)
	} else if len(known) > 0 {
		list := strings.Join(known[:min(len(known), 20)], ", ")
		if len(known) > 20 {
			list += ", …"
		}
		hint = "Có: " + list + "."
	}
	r.report(check, span, message, hint)
}

// fail reports a mistake in the key being read.
func (r *reader) fail(span diagnostic.Span, message string, hints ...string) {
	r.failed = true
	r.report(broken, span, message, hints...)
}
