package article

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	dangerousLink = &diagnostic.Check{Name: "lien-ket-nguy-hiem", Title: "Liên kết kiểu không được nhận."}
	emptyLink     = &diagnostic.Check{Name: "lien-ket-trong", Title: "Liên kết không có chữ hoặc không có địa chỉ."}
)

// ownLink is a link of a body to an address of this site.
type ownLink struct {
	address string // "": the page that holds the link
	anchor  string
	place   diagnostic.Place
}

// link judges a link, and keeps it if it leads to a page of this site.
func (j *bodyJudge) link(n ast.Node, target string) {
	start, end := j.locate(n)
	if message, hint := judgeTarget(target); message != "" {
		if strings.HasPrefix(string(j.Text[start:end]), "^") { // "[^1]: words" defines a link to Markdown without footnotes
			message, hint = "chú thích kiểu [^1] không được nhận", "Viết lời chú vào ngay trong câu, giữa hai ngoặc đơn."
		}
		j.report(dangerousLink, start, end, message, hint)
		return
	}
	switch u, err := url.Parse(target); {
	case strings.TrimSpace(plain(n, j.Text)) == "":
		j.report(emptyLink, start, end, "liên kết không có chữ", "Ghi tên trang được dẫn trong ngoặc vuông.")
	case target == "" || target == "#":
		j.report(emptyLink, start, end, "liên kết không có địa chỉ", "Ghi địa chỉ trang được dẫn trong ngoặc tròn.")
	case err == nil && u.Scheme == "":
		j.links = append(j.links, ownLink{address: u.Path, anchor: u.Fragment, place: j.Place(start, end)})
	}
}

// autoTarget is where "<https://x.vn/>" or "<a@b.vn>" leads (CommonMark 6.5).
func autoTarget(n *ast.AutoLink, source []byte) string {
	target := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		return "mailto:" + target
	}
	return target
}

// schemes are those of links that a reader may follow. An address without one is of this site.
var schemes = map[string]bool{"https": true, "http": true, "tel": true, "mailto": true}

var (
	telephone = regexp.MustCompile(`^\+?[0-9]([-.]?[0-9]){2,14}$`)                       // RFC 3966 3 without brackets and parameters
	mailbox   = regexp.MustCompile(`^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`) // the part of RFC 6068 that people write
	numeric   = regexp.MustCompile(`(^|\.)(0[xX][0-9a-fA-F]*|[0-9]+)\.?$`)               // a host that ends so is an IP address to a browser (WHATWG URL 3.5)
)

// judgeTarget says why a reader must not be sent to an address, and what to write instead; "" for an address that may stand.
func judgeTarget(target string) (message, hint string) {
	quoted := shorten(target)
	refused := fmt.Sprintf("liên kết “%s” không được nhận", quoted)
	const whole = "Đặt địa chỉ bắt đầu bằng https://, hoặc địa chỉ trong trang như /bai-viet/ten-bai/."
	u, err := url.Parse(target)
	if err != nil || strings.ContainsAny(target, "\\ \t\n\r") {
		return refused, whole
	}
	if PlainText(target) != target { // parsers of links and renderers of pages disagree on what it is
		return fmt.Sprintf("liên kết “%s” có ký hiệu viết kiểu &…;", quoted), "Viết thẳng ký hiệu đó, như & thay cho &amp;."
	}
	switch strings.ToLower(u.Scheme) {
	case "https", "http":
		switch host := u.Hostname(); {
		case u.User != nil:
			return refused, "Bỏ phần đứng trước dấu @."
		case !strings.Contains(host, "."), strings.Contains(host, ".."):
			return refused, whole
		case numeric.MatchString(host), strings.Contains(host, ":"):
			return refused, "Dẫn bằng tên trang, không bằng địa chỉ số."
		}
	case "tel":
		if !telephone.MatchString(u.Opaque) || u.RawQuery != "" || u.Fragment != "" {
			return fmt.Sprintf("số điện thoại “%s” không đúng dạng", quoted), "Viết liền như tel:113 hoặc tel:+842333123456."
		}
	case "mailto":
		if !mailbox.MatchString(u.Opaque) || u.RawQuery != "" || u.Fragment != "" {
			return fmt.Sprintf("địa chỉ thư “%s” không đúng dạng", quoted), "Viết như mailto:ten@tinh.gov.vn, không kèm gì sau."
		}
	case "":
		switch {
		case u.Host != "", strings.HasPrefix(target, "//"):
			return refused, whole
		case u.Path != "" && !strings.HasPrefix(u.Path, "/"), u.Path == "" && u.RawQuery != "":
			return fmt.Sprintf("liên kết “%s” không rõ dẫn tới đâu", quoted), "Viết từ gốc trang, như /bai-viet/ten-bai/."
		}
	default:
		return refused, whole
	}
	return "", ""
}
