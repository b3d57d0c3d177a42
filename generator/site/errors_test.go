package site

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// shown is a finding as one line: path:line:column: message.
func shown(d diagnostic.Diagnostic) string {
	place := ""
	if d.Source != nil {
		line, column := d.Source.Position(d.Span.Start)
		place = fmt.Sprintf("%s:%d:%d: ", d.Source.Path, line, column)
	}
	return place + d.Message
}

func shownAll(found []diagnostic.Diagnostic) []string {
	var lines []string
	for _, d := range found {
		lines = append(lines, shown(d))
	}
	return lines
}

// panics is a value with a method that panics.
type panics struct{}

func (panics) Boom() string { panic("nổ") }

// TestTemplateFaults builds one article with a broken layout, in line 3 of it, and asks for the template's place and the article's.
func TestTemplateFaults(t *testing.T) {
	const place = "content/bai-viet/x/index.md:1:1: "
	source := diagnostic.NewSource("content/bai-viet/x/index.md", "title: x\n---\nthân bài\n")
	for _, c := range []struct{ name, layout, want string }{
		{"a field that is not there", "{{ .Nope }}",
			place + "mẫu giao diện có lỗi, layouts/bai-viet/page.html dòng 3: “executing \"main\" at <.Nope>: can't evaluate field Nope in type *hugolib.pageState”"},
		{"a value's method that panics", "{{ (site.Store.Get .File.Path).Boom }}",
			place + "mẫu giao diện có lỗi, layouts/bai-viet/page.html dòng 3: “executing \"main\" at <(site.Store.Get .File.Path).Boom>: error calling Boom: nổ”"},
		{"a template that does not parse", "{{ .Nope",
			"mẫu giao diện có lỗi, layouts/bai-viet/page.html dòng 3: “bad character U+007B '{'”"},
		{"a function that is not there", "{{ nope }}",
			"mẫu giao diện có lỗi, layouts/bai-viet/page.html dòng 3: “function \"nope\" not defined”"},
		{"a partial that is not there", "{{ partial \"nope.html\" . }}",
			place + "mẫu giao diện có lỗi, layouts/bai-viet/page.html dòng 3: “executing \"main\" at <partial \"nope.html\" .>: error calling partial: partial \"nope.html\" not found”"},
		{"a partial in a partial that fails names the inner one", "{{ partial \"a.html\" . }}",
			place + "mẫu giao diện có lỗi, layouts/_partials/b.html dòng 2: “executing \"_partials/b.html\" at <.Nope>: can't evaluate field Nope in type *hugolib.pageState”"},
		{"a partial without end", "{{ partial \"e.html\" . }}",
			place + "mẫu giao diện có lỗi, layouts/_partials/e.html dòng 1: “executing \"_partials/e.html\" at <partial \"e.html\" .>: error calling partial: maximum template call stack size exceeded in \"layouts/_partials/e.html\"”"},
		{"the environment", "{{ getenv \"HOME\" }}",
			place + "máy dựng trang không được phép làm việc này, layouts/bai-viet/page.html dòng 3: “executing \"main\" at <getenv \"HOME\">: error calling getenv: access denied: \"HOME\" is not whitelisted in policy \"security.funcs.getenv\"”"},
		{"the network", "{{ (resources.GetRemote \"https://example.org/\").Content }}",
			place + "máy dựng trang không được phép làm việc này, layouts/bai-viet/page.html dòng 3: “executing \"main\" at <resources.GetRemote>: error calling GetRemote: access denied: \"https://example.org/\" is not whitelisted in policy \"security.http.urls\"”"},
		{"errorf", "{{ errorf \"hỏng %s\" .File.Filename }}",
			place + "máy dựng trang báo lỗi: “hỏng content/bai-viet/x/index.md”"},
		{"warnf", "{{ warnf \"chú ý\" }}",
			"máy dựng trang báo lỗi: “chú ý”"},
		{"something deprecated", "{{ site.LanguageCode }}",
			"giao diện dùng cách viết mà Hugo sắp bỏ: “.Site.LanguageCode was deprecated in Hugo v0.158.0 and will be removed in a future release. Use .Site.Language.Locale instead.”"},
		{"a text that no table has", "{{ T \"nope\" }}",
			"giao diện dùng chữ chưa có trong bảng chữ: “i18n|MISSING_TRANSLATION|vi|nope”"},
		{"a reference to nothing", "{{ ref . \"/nope\" }}",
			"liên kết trong trang không dẫn tới đâu: “[vi] REF_NOT_FOUND: Ref \"/nope\" from page \"/~bai-viet~x~\": page not found”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := plainInput()
			in.Theme = fstest.MapFS{
				"layouts/baseof.html":        {Data: []byte("<html>{{ block \"main\" . }}{{ end }}</html>")},
				"layouts/bai-viet/page.html": {Data: []byte("{{ define \"main\" }}\n\n" + c.layout + "{{ end }}")},
				"layouts/_partials/a.html":   {Data: []byte("{{ partial \"b.html\" . }}")},
				"layouts/_partials/b.html":   {Data: []byte("\n{{ .Nope }}")},
				"layouts/_partials/e.html":   {Data: []byte("{{ partial \"e.html\" . }}")},
			}
			files, found, err := Render(t.Context(), in, []Page{
				{Address: "/bai-viet/x/", Layout: "bai-viet", Value: panics{}, Source: source, Body: "thân bài\n", Line: 3}})
			if err != nil || files != nil {
				t.Fatalf("%d files, error %v", len(files), err)
			}
			if diff := cmp.Diff([]string{c.want}, shownAll(found)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTemplatesSeeNoFileOfTheMachine: they may read inside the composed source, which holds nothing but what they are given anyway.
func TestTemplatesSeeNoFileOfTheMachine(t *testing.T) {
	in := plainInput()
	in.Theme = fstest.MapFS{"layouts/page.html": {Data: []byte(
		`{{ fileExists "/etc/passwd" }} {{ fileExists "../etc/passwd" }} {{ fileExists "../../../../etc/passwd" }} {{ readFile "themes/loa/layouts/x" }}`)},
		"layouts/x": {Data: []byte("x")}}
	files, found, err := Render(t.Context(), in, []Page{{Address: "/a/"}})
	if err != nil || len(found) > 0 {
		t.Fatalf("%v, %v", shownAll(found), err)
	}
	if got := string(files[0].Data); got != "false false false x" {
		t.Errorf("got %q", got)
	}
}

// TestPlacesInTheBody asks build, behind the check that refuses commands, where Hugo sees one that it does not know.
func TestPlacesInTheBody(t *testing.T) {
	for _, c := range []struct {
		name, front, body, want string
	}{
		{"columns are visible characters, not bytes", "title: x\n---\n", "một\n\nđây là {{< no >}}", "a.md:5:8: "},
		{"a body that begins in line 1", "", "{{< no >}}", "a.md:1:1: "},
		{"a body that begins in line 1, further down", "", "một\nhai {{< no >}}\n", "a.md:2:5: "},
		{"a body that begins in line 2", "x\n", "{{< no >}}", "a.md:2:1: "},
		{"marks that are put together", "x\n---\n", "đây\u0302\u0301 {{< no >}}", "a.md:3:5: "},
		{"an open command", "x\n---\n", "ấy {{<", "a.md:3:7: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := diagnostic.NewSource("a.md", c.front+c.body)
			page := Page{Address: "/a/", Source: source, Body: c.body, Line: strings.Count(c.front, "\n") + 1}
			_, found := built(t, plainTheme, page)
			if len(found) != 1 || !strings.HasPrefix(shown(found[0]), c.want+"bài có dấu ngoặc nhọn") {
				t.Errorf("got %q, want one finding at %q", shownAll(found), c.want)
			}
		})
	}
}

// built is what a batch gives, without the checks of Render before it.
func built(t *testing.T, theme fstest.MapFS, pages ...Page) ([]File, []diagnostic.Diagnostic) {
	t.Helper()
	in := plainInput()
	in.Theme = theme
	read, err := readTheme(theme)
	if err != nil {
		t.Fatal(err)
	}
	files, found, err := build(in, read, pages)
	if err != nil {
		t.Fatal(err)
	}
	return files, found
}

func TestPageWithoutLayoutIsFound(t *testing.T) {
	theme := fstest.MapFS{"layouts/bai-viet/page.html": plainTheme["layouts/page.html"]}
	source := diagnostic.NewSource("content/b.md", "x")
	files, found, err := Render(t.Context(), Input{Theme: theme, Base: "https://loa.example/", At: plainInput().At}, []Page{
		{Address: "/a/", Layout: "bai-viet"}, {Address: "/b/", Layout: "van-ban", Source: source, Line: 1}, {Address: "/404.html"}})
	want := []string{"trang /404.html trống: giao diện không có layouts/page.html, hay mẫu ấy không cho ra chữ nào",
		"content/b.md:1:1: trang /b/ trống: giao diện không có layouts/van-ban/page.html, hay mẫu ấy không cho ra chữ nào"}
	if diff := cmp.Diff(want, shownAll(found)); diff != "" || files != nil || err != nil {
		t.Errorf("%d files, error %v, findings (-want +got):\n%s", len(files), err, diff)
	}
}

func TestEmptyPageIsFound(t *testing.T) {
	for name, layout := range map[string]string{"no layout": "layouts/x/page.html", "a layout that prints nothing": "layouts/page.html"} {
		t.Run(name, func(t *testing.T) {
			files, found := built(t, fstest.MapFS{layout: {Data: []byte("{{ with .Params.none }}x{{ end }}")}}, Page{Address: "/a/"})
			want := []string{"trang /a/ trống: giao diện không có layouts/page.html, hay mẫu ấy không cho ra chữ nào"}
			if diff := cmp.Diff(want, shownAll(found)); diff != "" || files != nil {
				t.Errorf("%d files, findings (-want +got):\n%s", len(files), diff)
			}
		})
	}
}

func TestTwoPagesOfOneAddress(t *testing.T) {
	one, two := diagnostic.NewSource("content/1.md", "x"), diagnostic.NewSource("content/2.md", "x")
	for _, c := range []struct {
		name  string
		pages []Page
	}{
		{"spelled alike, in batches apart", []Page{{Address: "/a/", Source: one, Line: 1}, {Address: "/b/"}, {Address: "/a/", Source: two, Line: 1}}},
		{"one names the file", []Page{{Address: "/a/index.html", Source: one, Line: 1}, {Address: "/a/", Source: two, Line: 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := plainInput()
			in.Batch = 1
			files, found, err := Render(t.Context(), in, c.pages)
			if diff := cmp.Diff([]string{"content/2.md:1:1: hai trang cùng một địa chỉ /a/"}, shownAll(found)); diff != "" || files != nil || err != nil {
				t.Fatalf("%d files, error %v, findings (-want +got):\n%s", len(files), err, diff)
			}
			if related := found[0].Related; len(related) != 1 || related[0].Source != one {
				t.Errorf("the first page is not named: %v", related)
			}
		})
	}
	t.Run("Hugo counts too", func(t *testing.T) {
		_, found := built(t, plainTheme, Page{Address: "/a/index.html"}, Page{Address: "/a/"})
		if diff := cmp.Diff([]string{"hai trang ghi vào cùng một tệp: “Duplicate target paths: /a/index.html (2)”"}, shownAll(found)); diff != "" {
			t.Error(diff)
		}
	})
}

// TestManyFaultsEndABuild gives Hugo more failing pages than it bears: by a theme that is broken for all, and by values that are.
func TestManyFaultsEndABuild(t *testing.T) {
	pages := make([]Page, 300)
	for i := range pages {
		pages[i] = Page{Address: fmt.Sprintf("/p%d/", i), Value: panics{}}
	}
	pages[0].Value = nil
	for name, layout := range map[string]string{
		"by the theme":  "{{ .Nope }}",
		"by the values": "x{{ with site.Store.Get .File.Path }}{{ .Boom }}{{ end }}",
	} {
		t.Run(name, func(t *testing.T) {
			in := plainInput()
			in.Theme = fstest.MapFS{"layouts/page.html": {Data: []byte(layout)}}
			files, found, err := Render(t.Context(), in, pages)
			if files != nil || err != nil || len(found) == 0 || !strings.Contains(found[0].Message, "mẫu giao diện có lỗi") {
				t.Errorf("%d files, findings %q, error %v", len(files), shownAll(found), err)
			}
		})
	}
}

// TestNoErrorIsLost: Hugo's count of what it logged says nothing new, unless nothing was heard of it.
func TestNoErrorIsLost(t *testing.T) {
	count := errors.New("logged 2 error(s)")
	for _, c := range []struct {
		name   string
		logged []string
		want   []string
	}{
		{"nothing was logged", nil, []string{"máy dựng trang báo lỗi: “logged 2 error(s)”"}},
		{"an error was logged", []string{"hỏng"}, []string{"máy dựng trang báo lỗi: “hỏng”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, shownAll(findings(nil, count, c.logged))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestExcerptIsOneShortLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"advice falls away", "một\nYou can suppress this", "một"},
		{"the theme's place in the source falls away", `"/w/themes/loa/layouts/a.html:1:2": x`, `"layouts/a.html:1:2": x`},
		{"long words are cut between characters", strings.Repeat("ế", mostWords+1), strings.Repeat("ế", mostWords) + "…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := excerpt(c.in); got != c.want || !utf8.ValidString(got) {
				t.Errorf("%q: got %q, want %q", c.in, got, c.want)
			}
		})
	}
}
