package server_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/server"
)

var (
	broken = &diagnostic.Check{Name: "phat-nguoc", Severity: diagnostic.Error}
	untidy = &diagnostic.Check{Name: "cach-thua", Severity: diagnostic.Warning}
)

func found(c *diagnostic.Check, text string) diagnostic.Diagnostic {
	return c.At(diagnostic.NewSource("content/bai-viet/cap/index.md", text), diagnostic.Span{Start: 0, End: len(text)}, "sai ở “"+text+"”", "Sửa lại.")
}

func TestPreviewIsNeverKept(t *testing.T) {
	h := server.Handler(server.Options{Dir: published(t), Preview: true})
	for _, address := range []string{"/", "/kenh/tat-ca/rss.xml", "/am-thanh/abcd1234-0123456789ab.mp3", "/khong-co/"} {
		if got := handle(h, address).Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: got %q, want no-cache", address, got)
		}
	}
}

func TestPreviewShowsFindingsAboveTheLastGoodPage(t *testing.T) {
	var list []diagnostic.Diagnostic
	h := server.Handler(server.Options{Dir: published(t), Preview: true, Findings: func() []diagnostic.Diagnostic { return list }})
	clean := handle(h, "/")
	if strings.Contains(clean.Body.String(), "<details") {
		t.Errorf("without findings: got %s", clean.Body)
	}

	list = []diagnostic.Diagnostic{found(broken, "<script>alert(1)</script>")}
	w := handle(h, "/")
	for _, want := range []string{"<body>\n<details role=\"alert\" open>", "1 lỗi trong 1 tệp", "bản gần nhất không có lỗi", "content/bai-viet/cap/index.md:1:1",
		"[phat-nguoc]", "&lt;script&gt;", "Sửa lại.", "</details>\ntrang chủ</body>"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %q in\n%s", want, w.Body)
		}
	}
	if strings.Contains(w.Body.String(), "<script>") {
		t.Errorf("text of the content became an element:\n%s", w.Body)
	}
	tag := w.Header().Get("ETag")
	if tag == clean.Header().Get("ETag") {
		t.Error("the page with findings has the version of that without")
	}
	if again := handle(h, "/", "If-None-Match: "+tag); again.Code != 304 {
		t.Errorf("the same findings again: got %d, want 304", again.Code)
	}
	if w := handle(h, "/khong-co/"); w.Code != 404 || !strings.Contains(w.Body.String(), "[phat-nguoc]") {
		t.Errorf("the page for what is not there: got %d\n%s", w.Code, w.Body)
	}
	if w := handle(h, "/kenh/tat-ca/rss.xml"); strings.Contains(w.Body.String(), "phat-nguoc") {
		t.Error("a feed holds findings")
	}

	list = []diagnostic.Diagnostic{found(untidy, "a  b")}
	w = handle(h, "/", "If-None-Match: "+tag)
	if w.Code != 200 || !strings.Contains(w.Body.String(), "<details role=\"alert\">") || strings.Contains(w.Body.String(), "bản gần nhất") {
		t.Errorf("a warning: got %d\n%s", w.Code, w.Body)
	}
}

func TestFindingsAreForPreviewsOnly(t *testing.T) {
	h := server.Handler(server.Options{Dir: published(t), Findings: func() []diagnostic.Diagnostic { return []diagnostic.Diagnostic{found(broken, "x")} }})
	if w := handle(h, "/"); strings.Contains(w.Body.String(), "phat-nguoc") {
		t.Errorf("got\n%s", w.Body)
	}
}

func TestPreviewBeforeTheFirstBuild(t *testing.T) {
	var list []diagnostic.Diagnostic
	h := server.Handler(server.Options{Dir: t.TempDir(), Preview: true, Findings: func() []diagnostic.Diagnostic { return list }})
	w := handle(h, "/bai-viet/x/")
	if w.Code != 503 || !strings.Contains(w.Body.String(), "Đang dựng trang") || !strings.Contains(w.Body.String(), `http-equiv="refresh"`) {
		t.Errorf("while it builds: got %d\n%s", w.Code, w.Body)
	}
	list = []diagnostic.Diagnostic{found(broken, "x")}
	w = handle(h, "/")
	for _, want := range []string{"[phat-nguoc]", "Chưa có bản nào để xem", "Nội dung có 1 lỗi"} {
		if w.Code != 503 || !strings.Contains(w.Body.String(), want) {
			t.Errorf("with an error: got %d, no %q in\n%s", w.Code, want, w.Body)
		}
	}
}
