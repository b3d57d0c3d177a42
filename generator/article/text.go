package article

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	wrongEncoding = &diagnostic.Check{Name: "bang-ma-sai", Title: "Tệp không phải chữ Unicode (UTF-8)."}
	utf16Encoding = &diagnostic.Check{Name: "bang-ma-utf16", Title: "Tệp lưu kiểu UTF-16."}
	controlSign   = &diagnostic.Check{Name: "ky-tu-dieu-khien", Title: "Ký tự không đọc được."}
	bidiSign      = &diagnostic.Check{Name: "ky-tu-hai-chieu", Title: "Ký tự đảo chiều chữ không nhìn thấy."}
	hiddenSign    = &diagnostic.Check{Name: "ky-tu-an", Severity: diagnostic.Warning, Title: "Ký tự không nhìn thấy."}
	byteOrderMark = &diagnostic.Check{Name: "dau-tep-bom", Severity: diagnostic.Warning, Title: "Dấu BOM không nhìn thấy ở đầu tệp."}
	strangeLines  = &diagnostic.Check{Name: "xuong-dong-la", Severity: diagnostic.Warning, Title: "Dấu xuống dòng không đồng nhất."}
	decomposed    = &diagnostic.Check{Name: "to-hop-roi", Severity: diagnostic.Warning, Title: "Chữ gõ kiểu dấu rời."}
)

// readText makes a source of the bytes of a text file, and judges its signs.
//
// The source's text is NFC with LF line ends and without a byte order mark, so lines and visible columns are those of the file and
// everything after it is made from one form of Unicode. ok is false when the file is not UTF-8 at all: then there is nothing to read.
func readText(path string, raw []byte) (src *diagnostic.Source, found []diagnostic.Diagnostic, ok bool) {
	text := string(raw)
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		src = diagnostic.NewSource(path, "")
		return src, []diagnostic.Diagnostic{utf16Encoding.At(src, diagnostic.Span{}, "tệp lưu kiểu UTF-16",
			"Mở bằng trình soạn thảo, lưu lại dạng UTF-8.")}, false
	}
	if bad := firstInvalid(text); bad >= 0 {
		src = diagnostic.NewSource(path, text)
		return src, []diagnostic.Diagnostic{wrongEncoding.At(src, diagnostic.Span{Start: bad, End: bad + 1},
			fmt.Sprintf("tệp không phải chữ Unicode (UTF-8), hỏng từ byte thứ %d", bad+1), "Mở bằng trình soạn thảo, lưu lại dạng UTF-8.")}, false
	}
	bom := strings.HasPrefix(text, "\ufeff")
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	oldLines := strings.Contains(text, "\r") // a line end by itself, as CommonMark 2.1 and editors see it
	text = strings.ReplaceAll(text, "\r", "\n")
	composed := viet.IsNFC(text)
	if !composed {
		text = viet.NFC(text)
	}
	src = diagnostic.NewSource(path, text)
	if bom {
		found = append(found, byteOrderMark.At(src, diagnostic.Span{}, "đầu tệp có dấu BOM không nhìn thấy", "Lưu lại tệp dạng UTF-8 không BOM."))
	}
	if oldLines {
		found = append(found, strangeLines.At(src, diagnostic.Span{}, "tệp có dấu xuống dòng kiểu cũ (CR)", "Lưu lại tệp với dấu xuống dòng LF."))
	}
	if !composed {
		found = append(found, decomposed.At(src, diagnostic.Span{}, "tệp có chữ gõ kiểu dấu rời; loa đã nối dấu vào chữ khi đọc",
			"Đặt bộ gõ ở bảng mã Unicode dựng sẵn."))
	}
	return src, append(found, judgeSigns(src)...), true
}

func judgeSigns(src *diagnostic.Source) (found []diagnostic.Diagnostic) {
	for i, r := range src.Text {
		check, what, cure := judgeSign(r)
		if check != nil {
			found = append(found, check.At(src, diagnostic.Span{Start: i, End: i + utf8.RuneLen(r)}, fmt.Sprintf("%s (U+%04X)", what, r), cure))
		}
	}
	return found
}

// judgeSign gives the check that a sign offends, or nil.
func judgeSign(r rune) (check *diagnostic.Check, what, cure string) {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n', r == '\t':
		return nil, "", ""
	case r < ' ', r <= 0x9f, r == utf8.RuneError, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef, r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000:
		return controlSign, "có ký tự không đọc được", "Xóa ký tự đó rồi gõ lại chữ."
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return bidiSign, "có ký tự đảo chiều chữ không nhìn thấy", "Xóa cả từ và gõ lại."
	case r == 0x2028, r == 0x2029:
		return strangeLines, "có dấu xuống dòng lạ", "Xóa dấu đó rồi xuống dòng bằng phím Enter."
	case unicode.Is(unicode.Cf, r), r == 0x34f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, r >= 0xe0000 && r <= 0xe0fff:
		return hiddenSign, "có ký tự không nhìn thấy", "Xóa cả từ và gõ lại."
	}
	return nil, "", ""
}

// unsafe says whether a sign may stand in no value.
func unsafe(r rune) bool {
	check, _, _ := judgeSign(r)
	return check != nil && check.Severity == diagnostic.Error
}

// visible is a text without the hidden signs that are only warned of: in a title or an id nobody wants them.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch check, _, _ := judgeSign(r); check {
		case hiddenSign:
			return -1
		case strangeLines:
			return ' '
		}
		return r
	}, text)
}

func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}
