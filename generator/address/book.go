package address

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Taken is the check of addresses that two sources want.
var Taken = &diagnostic.Check{Name: "dia-chi-trung", Title: "Hai nơi cùng muốn một địa chỉ trên trang."}

// Reserved is the check of addresses that the system needs for itself.
var Reserved = &diagnostic.Check{Name: "dia-chi-cam", Title: "Địa chỉ dành cho hệ thống."}

// below are trees of addresses that loa makes itself: content claims none of them.
var below = []string{"/am-thanh/", Stations, Hotlines, "/kenh/", Archive, Sources, "/nhung/", "/tim/", "/tai-nguyen/"}

// exactly are single addresses that loa makes itself, above those of the content's folders.
var exactly = []string{Home, NotFound, Topics, Documents, "/bai-viet/", "/chien-dich/", "/trang/"}

// Topics of these names would take the channel of all articles, the embedded page of the newest ones, or what is a campaign's.
var topicPrefixes = []string{Topic(AllArticles), Topic(Latest), Topics + CampaignChannel("")}

func reserved(address string) bool {
	under := func(prefix string) bool { return strings.HasPrefix(address, prefix) }
	return slices.Contains(exactly, address) || slices.ContainsFunc(below, under) || slices.ContainsFunc(topicPrefixes, under) || ofArticle(address) || ofList(address)
}

// ofArticle says whether a page below an article's has the address.
func ofArticle(address string) bool {
	below, found := strings.CutPrefix(address, "/bai-viet/")
	_, name, nested := strings.Cut(below, "/")
	return found && nested && (name == sheet || name == poster)
}

// ofList says whether a further page of a topic's or a campaign's list has the address.
func ofList(address string) bool {
	for _, lists := range []string{Topics, Campaigns} {
		below, found := strings.CutPrefix(address, lists)
		_, name, nested := strings.Cut(below, "/")
		if found && nested && strings.HasPrefix(name, further) {
			return true
		}
	}
	return false
}

// Book remembers who claimed which address. The zero value is empty and ready; it is not safe for concurrent use.
type Book struct{ owner map[string]diagnostic.Place }

// Claim takes an address for a place of the content. It gives nil, or a finding at that place: the address is reserved for the
// system, or another place has it already (named as related place). Addresses are equal when they differ in case alone, since some
// file systems fold it.
func (b *Book) Claim(address string, by diagnostic.Place) *diagnostic.Diagnostic {
	key := strings.ToLower(address)
	if reserved(key) {
		d := Reserved.At(by.Source, by.Span, fmt.Sprintf("địa chỉ “%s” dành cho hệ thống", address), "Chọn tên khác cho thư mục, slug hoặc aliases.")
		return &d
	}
	if first, taken := b.owner[key]; taken {
		d := Taken.At(by.Source, by.Span, fmt.Sprintf("địa chỉ %s đã thuộc về %s", address, first.Source.Path), "Đổi slug hoặc aliases của một bài.")
		d.Related = []diagnostic.Place{first}
		return &d
	}
	if b.owner == nil {
		b.owner = map[string]diagnostic.Place{}
	}
	b.owner[key] = by
	return nil
}
