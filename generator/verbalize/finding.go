package verbalize

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// The checks of this package.
var (
	unreadable          = &diagnostic.Check{Name: "kho-doc", Severity: diagnostic.Error, Title: "Chữ hoặc số mà đài chưa biết đọc thế nào."}
	unknownAbbreviation = &diagnostic.Check{Name: "viet-tat-la", Severity: diagnostic.Error, Title: "Chữ viết tắt chưa có cách đọc chắc chắn."}
	badEntry            = &diagnostic.Check{Name: "phat-am-hong", Severity: diagnostic.Error, Title: "Dòng phát âm sai dạng hoặc cách đọc không đọc được."}
	duplicateEntry      = &diagnostic.Check{Name: "phat-am-trung", Severity: diagnostic.Error, Title: "Một dạng viết có hai dòng phát âm."}
	nearlyTwice         = &diagnostic.Check{Name: "phat-am-gan-trung", Severity: diagnostic.Warning, Title: "Hai dạng viết chỉ khác chữ hoa mà đọc khác nhau."}
	impossibleDate      = &diagnostic.Check{Name: "ngay-chu-khong-co", Severity: diagnostic.Error, Title: "Ngày không có trong lịch."}
	englishNumber       = &diagnostic.Check{Name: "so-kieu-anh", Severity: diagnostic.Warning, Title: "Số viết theo kiểu Anh, dễ đọc nhầm."}
	missingSpace        = &diagnostic.Check{Name: "cach-sau-cham", Severity: diagnostic.Warning, Title: "Thiếu khoảng trắng sau dấu chấm câu nên khó chia câu."}
	doubtful            = &diagnostic.Check{Name: "doc-doan", Severity: diagnostic.Note, Title: "Chỗ có hai cách hiểu, đài đọc theo cách hay gặp."}
	foreignWord         = &diagnostic.Check{Name: "tu-ngoai", Severity: diagnostic.Note, Title: "Từ nước ngoài chưa có cách đọc."}
	silentSign          = &diagnostic.Check{Name: "dau-cam", Severity: diagnostic.Note, Title: "Ký hiệu không đọc thành tiếng."}
)

// Checks lists the checks of this package by name.
func Checks() []*diagnostic.Check {
	return []*diagnostic.Check{missingSpace, silentSign, doubtful, unreadable, impossibleDate, nearlyTwice, badEntry, duplicateEntry, englishNumber, foreignWord, unknownAbbreviation}
}

// finding makes a finding about the tokens from i up to j.
func (c *context) finding(check *diagnostic.Check, i, j int, message string, hints ...string) Finding {
	return Finding{Check: check, Start: c.at(i).start, End: c.at(j - 1).end, Message: message, Hints: hints}
}

// source gives the text of the tokens from i up to j, without the control signs that the clean-up dropped.
func (c *context) source(i, j int) string {
	var b strings.Builder
	for ; i < j; i++ {
		b.WriteString(c.at(i).text)
	}
	return b.String()
}

// entryHint proposes a line of the lexicon.
func entryHint(written, said string) string {
	return "Thêm vào phat-am.txt hoặc phat_am của bài: " + written + " = " + said
}

// quote puts the writer's words between quotes, cut to a length that a message bears.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return "“" + s + "”"
}
