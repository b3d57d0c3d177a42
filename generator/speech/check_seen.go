package speech

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var seenOnly = &diagnostic.Check{Name: "chi-thay", Severity: diagnostic.Warning, Title: "Lời chỉ có nghĩa khi nhìn vào trang."}

// seenPhrases point at something that a listener cannot see. Each is narrow on purpose: "ở trên cột", "ảnh trên mạng", "bấm vào đường
// dẫn lạ" are what articles are about. In a phrase "(a|b)" is a choice.
var seenPhrases = []string{
	`(bấm|nhấn|nhấp|ấn|click|kích|chạm) (chuột )?vào (đây|hình|ảnh|nút bên|nút dưới|liên kết (này|sau|dưới|bên))`,
	`xem (chi tiết |thêm )?tại đây`,
	`(đường dẫn|liên kết|link) (sau|này|dưới|bên dưới|sau đây|dưới đây|ở dưới)`,
	`(hình|ảnh|bảng|sơ đồ|bản đồ|biểu đồ|mã) (ở )?(bên|bên dưới|bên cạnh|bên trên|phía dưới|phía trên|dưới đây|sau đây|minh họa|minh hoạ)`,
	`(bảng|sơ đồ|bản đồ|biểu đồ) (kèm theo|đính kèm)`,
	`(xem|như|trong|theo|ở) (hình|ảnh|bảng|sơ đồ|biểu đồ) (dưới|sau)`,
	`(hình|ảnh|bảng|sơ đồ|biểu đồ) (số )?[0-9]{1,2}`,
	`(bảng|hình|ảnh) dưới`,
	`như (trong )?(hình|ảnh) (vẽ|chụp)`,
	`(nêu|nói|kể) (ở |bên |phía )?trên( đây)?( ?[.,;:!?)]|$)`,
	`(đã|vừa) (nói|nêu|kể|viết) ở (phần |mục |đoạn )?trên`,
	`dưới đây`,
	`(đầu|cuối|góc|mép|bên phải|bên trái) (trang|màn hình) này`,
	`(kéo|cuộn|lướt) (xuống|lên) (dưới|cuối|đầu|trang)`,
	`(chữ|dòng|phần) (in đậm|in nghiêng|bôi vàng|tô màu)`,
	`quét mã (qr )?(này|bên|dưới|sau|trên trang)`,
}

// seenPattern finds the first of all phrases at each place, whole words only.
var seenPattern = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}])(` + strings.ReplaceAll(strings.Join(seenPhrases, "|"), "(", "(?:") + `)(?:[^\p{L}\p{N}]|$)`)

// judgeSeen tells of words that make sense on a screen only.
func (w *writer) judgeSeen(t written) {
	text := t.String()
	for at := 0; at < len(text); {
		m := seenPattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return
		}
		start, end := at+m[2], at+m[2]+len(strings.TrimRight(text[at+m[2]:at+m[3]], " .,;:!?)"))
		p := t.place(start, end)
		w.found = append(w.found, seenOnly.At(p.Source, p.Span, fmt.Sprintf("nghe qua loa không thấy “%s”", text[start:end]), "Nói luôn điều người đọc nhìn thấy ở đó."))
		at = end
	}
}
