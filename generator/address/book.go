package address

import (
	"fmt"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Taken is the check of addresses that two sources want.
var Taken = &diagnostic.Check{Name: "dia-chi-trung", Title: "Hai nơi cùng muốn một địa chỉ trên trang."}

// Reserved is the check of addresses that the system needs for itself.
var Reserved = &diagnostic.Check{Name: "dia-chi-cam", Title: "Địa chỉ dành cho hệ thống."}

// reserved are first parts of addresses that loa makes itself; content claims below them only through its own folder.
var reserved = []string{"/am-thanh/", "/ap-phich/", "/chi-muc/", "/dai/", "/duong-day-nong/", "/kenh/", "/luu-tru/", "/nguon-tin/",
	"/nhung/", "/tim/", "/tai-nguyen/"}

// Book remembers who claimed which address. The zero value is empty and ready; it is not safe for concurrent use.
type Book struct{ owner map[string]diagnostic.Place }

// Claim takes an address for a place of the content. It gives nil, or a finding at that place: the address is reserved for the
// system, or another place has it already (named as related place). Addresses are equal when they differ in case alone, since some
// file systems fold it.
func (b *Book) Claim(address string, by diagnostic.Place) *diagnostic.Diagnostic {
	key := strings.ToLower(address)
	for _, r := range reserved {
		if strings.HasPrefix(key, r) {
			d := Reserved.At(by.Source, by.Span, fmt.Sprintf("địa chỉ “%s” dành cho hệ thống", address), "Chọn tên khác.")
			return &d
		}
	}
	if first, taken := b.owner[key]; taken {
		d := Taken.At(by.Source, by.Span, fmt.Sprintf("địa chỉ %s đã thuộc về %s", address, first.Source.Path), "Đổi slug của một bài.")
		d.Related = []diagnostic.Place{first}
		return &d
	}
	if b.owner == nil {
		b.owner = map[string]diagnostic.Place{}
	}
	b.owner[key] = by
	return nil
}
