package site

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gohugoio/hugo/common/herrors"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Fault is the check of what Hugo finds wrong, and of what must not reach it.
var Fault = &diagnostic.Check{Name: "may-loi", Severity: diagnostic.Error, Title: "Máy dựng trang báo lỗi."}

// Checks are the checks of this package, sorted by name.
func Checks() []*diagnostic.Check { return []*diagnostic.Check{Fault} }

const (
	tellAdmin = "Gửi dòng này cho người quản trị."
	mostWords = 300                    // characters of Hugo's own words that are shown
	noLayout  = "found no layout file" // Hugo does not say for which page; missing does
)

// kinds say in Vietnamese what Hugo's words are about; the first that matches is taken.
var kinds = []struct{ sign, says, hint string }{
	{"Raw HTML omitted", "bài có mã HTML, trang không hiện phần ấy", "Bỏ mã HTML, viết bằng Markdown."},
	{"shortcode", "bài có dấu ngoặc nhọn mà máy dựng trang hiểu là lệnh", "Bỏ dấu {{< và {{% trong bài."},
	{"access denied", "máy dựng trang không được phép làm việc này", tellAdmin},
	{"REF_NOT_FOUND", "liên kết trong trang không dẫn tới đâu", tellAdmin},
	{"MISSING_TRANSLATION", "giao diện dùng chữ chưa có trong bảng chữ", tellAdmin},
	{"Duplicate target paths", "hai trang ghi vào cùng một tệp", tellAdmin},
	{" deprecated ", "giao diện dùng cách viết mà Hugo sắp bỏ", tellAdmin},
	{"template: ", "mẫu giao diện có lỗi", tellAdmin},
	{"", "máy dựng trang báo lỗi", tellAdmin},
}

var (
	contentPlace  = regexp.MustCompile(`"?` + contentDir + `/([^":\s]+)(?::(\d+):(\d+))?"?`)
	templatePlace = regexp.MustCompile(`template: ([^:\s]+):(\d+)(?::\d+)?: `)
	onlyCount     = regexp.MustCompile(`^logged \d+ error\(s\)$`)
)

// findings turns what Hugo returned and what it logged into findings. Both carry their places inside the text; Hugo's typed positions
// say no more and are wrong for a template that extends another. Hugo joins at most ten errors, and stops at the first page
// that it cannot read: completeness is article's task.
func findings(pages []Page, fault error, logged []string) []diagnostic.Diagnostic {
	byName := make(map[string]Page, len(pages))
	for _, p := range pages {
		byName[p.name()] = p
	}
	var bag diagnostic.Bag
	for _, text := range logged {
		if !strings.HasPrefix(text, noLayout) {
			bag.Add(explain(byName, text))
		}
	}
	if fault != nil {
		for _, err := range herrors.Errors(fault) {
			if text := err.Error(); len(logged) == 0 || !onlyCount.MatchString(text) {
				bag.Add(explain(byName, text))
			}
		}
	}
	return bag.Sorted()
}

// explain makes one finding of one text of Hugo's: the kind in Vietnamese, where in the theme, Hugo's own words, and the page's place.
func explain(byName map[string]Page, text string) diagnostic.Diagnostic {
	kind := kinds[0]
	for _, kind = range kinds {
		if strings.Contains(text, kind.sign) {
			break
		}
	}
	var page Page
	var place diagnostic.Span
	if m := contentPlace.FindStringSubmatch(text); m != nil {
		page = byName[m[1]]
		place = page.span(m[2], m[3])
	}
	message := kind.says
	if page.Source == nil && page.Address != "" {
		message += ", trang " + page.Address
	}
	// The innermost template is the one at fault; the words before its place tell only the way to it.
	if all := templatePlace.FindAllStringSubmatchIndex(text, -1); all != nil {
		m := all[len(all)-1]
		message += fmt.Sprintf(", layouts/%s dòng %s", text[m[2]:m[3]], text[m[4]:m[5]])
		text = text[m[1]:]
	}
	text = contentPlace.ReplaceAllStringFunc(text, func(s string) string {
		p, known := byName[contentPlace.FindStringSubmatch(s)[1]]
		switch {
		case !known:
			return s
		case p.Source == nil:
			return p.Address
		}
		return p.Source.Path
	})
	return Fault.At(page.Source, place, message+": “"+excerpt(text)+"”", kind.hint)
}

// span is the place in the page's source of a line and a byte column, both from 1, of the composed file: from there to the end of the
// line. What has no place in the body is at the beginning of the source.
func (p Page) span(line, column string) diagnostic.Span {
	l, _ := strconv.Atoi(line) // "" is 0: no place
	c, _ := strconv.Atoi(column)
	l -= p.shift()
	if p.Source == nil || l < p.Line {
		return diagnostic.Span{}
	}
	span := p.Source.LineSpan(l)
	span.Start = min(span.Start+max(0, c-1), span.End)
	return span
}

// excerpt is the first line of Hugo's words, without advice on silencing it and without the settings it quotes, and not too long.
func excerpt(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	text, _, _ = strings.Cut(text, "; the current security configuration is:")
	text = strings.ReplaceAll(text, themeDir+"/", "")
	if utf8.RuneCountInString(text) > mostWords {
		text = string([]rune(text)[:mostWords]) + "…"
	}
	return strings.TrimSpace(text)
}

// missing finds pages that Hugo left out without returning an error, as it does when the theme has no layout for them, or one that prints
// nothing.
func missing(pages []Page, files []File) []diagnostic.Diagnostic {
	made := make(map[string]bool, len(files))
	for _, f := range files {
		made[f.Path] = true
	}
	var bag diagnostic.Bag
	for _, p := range pages {
		if !made[address.File(p.Address)] {
			bag.Add(Fault.At(p.Source, diagnostic.Span{}, fmt.Sprintf("trang %s trống: giao diện không có %s, hay mẫu ấy không cho ra chữ nào",
				p.Address, path.Join("layouts", p.Layout, "page.html")), tellAdmin))
		}
	}
	return bag.Sorted()
}

// refused finds what must not reach Hugo: a second page for a file, which would silently replace the first, and the marks of Hugo's
// commands in a body, which it reads inside code too; some it obeys (figure), some it drops without a word (x.inline).
func refused(pages []Page) []diagnostic.Diagnostic {
	var bag diagnostic.Bag
	first := make(map[string]Page, len(pages))
	for _, p := range pages {
		file := address.File(p.Address)
		if other, taken := first[file]; taken {
			d := Fault.At(p.Source, diagnostic.Span{}, "hai trang cùng một địa chỉ "+p.Address, tellAdmin)
			if other.Source != nil {
				d.Related = []diagnostic.Place{{Source: other.Source}}
			}
			bag.Add(d)
		} else {
			first[file] = p
		}
		for _, mark := range []string{"{{<", "{{%"} {
			for i, line := range strings.Split(p.Body, "\n") {
				if at := strings.Index(line, mark); at >= 0 {
					span := p.span(strconv.Itoa(p.Line+p.shift()+i), strconv.Itoa(at+1))
					bag.Add(Fault.At(p.Source, span, "bài có dấu "+mark+" mà máy dựng trang hiểu là lệnh", "Bỏ dấu {{< và {{% trong bài."))
				}
			}
		}
	}
	return bag.Sorted()
}
