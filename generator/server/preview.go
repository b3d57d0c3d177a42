package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// findings are those that a preview shows.
func (h *handler) findings() []diagnostic.Diagnostic {
	if !h.Preview || h.Findings == nil {
		return nil
	}
	return h.Findings()
}

// pageWithFindings answers with a page and the findings at its head. Its version is that of both.
func (h *handler) pageWithFindings(w http.ResponseWriter, r *http.Request, f io.Reader, info fs.FileInfo, list []diagnostic.Diagnostic) {
	page, err := io.ReadAll(f)
	if err != nil {
		plain(w, r, http.StatusInternalServerError, "Tệp này không đọc được.")
		return
	}
	page = insertFindings(page, list)
	sum := sha256.Sum256(page)
	w.Header().Set("ETag", entityTag(hex.EncodeToString(sum[:]), ""))
	// Without a time: that of the file does not tell when the findings changed.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(page))
}

// insertFindings puts findings right after the start of a page's body; without findings, or in something without a body, nothing.
func insertFindings(page []byte, list []diagnostic.Diagnostic) []byte {
	start := bytes.Index(page, []byte("<body"))
	if len(list) == 0 || start < 0 {
		return page
	}
	end := bytes.IndexByte(page[start:], '>')
	if end < 0 {
		return page
	}
	at := start + end + 1
	note := ""
	if hasErrors(list) {
		note = "<p>Trang đang xem là bản gần nhất không có lỗi.</p>\n"
	}
	return slices.Concat(page[:at], []byte(findingsHTML(list, note)), page[at:])
}

func hasErrors(list []diagnostic.Diagnostic) bool {
	return slices.ContainsFunc(list, func(d diagnostic.Diagnostic) bool { return d.Check.Severity == diagnostic.Error })
}

// findingsHTML is the findings as the terminal shows them, after a note; open if one of them is an error. It has no style: the policy
// of a page allows only the page's own.
func findingsHTML(list []diagnostic.Diagnostic, note string) string {
	var text strings.Builder
	if err := diagnostic.WriteText(&text, list, diagnostic.Style{}); err != nil {
		panic("server: a builder refused text: " + err.Error())
	}
	open := ""
	if hasErrors(list) {
		open = " open"
	}
	return fmt.Sprintf("\n<details role=\"alert\"%s>\n<summary>Nội dung có %s</summary>\n%s<pre>%s</pre>\n</details>\n",
		open, html.EscapeString(diagnostic.Summary(list)), note, html.EscapeString(text.String()))
}

// waiting is the page of a preview before there is a release. It asks again by itself.
const waiting = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width">
<title>Xem trước</title>
</head>
<body>%s
</body>
</html>
`

// nothingYet answers while nothing was published: the first build of a preview is under way, or has found mistakes.
func (h *handler) nothingYet(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "2")
	if !h.Preview {
		plain(w, r, http.StatusServiceUnavailable, "Chưa có bản nào được xuất bản.")
		return
	}
	body := "\n<p>Đang dựng trang lần đầu…</p>"
	if list := h.findings(); len(list) > 0 {
		body = findingsHTML(list, "<p>Chưa có bản nào để xem.</p>\n")
	}
	setPolicy(w.Header(), "", barePolicy)
	whole(w, r, http.StatusServiceUnavailable, mediaTypes[".html"], fmt.Appendf(nil, waiting, body))
}
