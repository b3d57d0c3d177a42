package article

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	unknownTopic    = &diagnostic.Check{Name: "chu-de-la", Title: "Không có chủ đề này."}
	unknownCampaign = &diagnostic.Check{Name: "chien-dich-la", Title: "Không có đợt tuyên truyền này."}
	unknownDocument = &diagnostic.Check{Name: "van-ban-trang-la", Title: "Đợt dẫn một văn bản không có trên trang."}
	unknownHotline  = &diagnostic.Check{Name: "so-nong-la", Title: "Không có đường dây nóng này trong sổ."}
	outsideCampaign = &diagnostic.Check{Name: "chien-dich-ngoai", Severity: diagnostic.Warning, Title: "Đợt phát nằm ngoài đợt tuyên truyền."}
	brokenLink      = &diagnostic.Check{Name: "lien-ket-hong", Title: "Liên kết tới trang không có."}
	brokenAnchor    = &diagnostic.Check{Name: "neo-hong", Title: "Liên kết tới mục không có."}
)

func (l *loader) topic(r *reader) *Topic {
	want := r.front.topic
	if want == "" || l.lost[address.Topic(want)] {
		return nil
	}
	known := make([]string, 0, len(l.set.Topics))
	for _, t := range l.set.Topics {
		if t.Slug == want {
			return t
		}
		known = append(known, t.Slug)
	}
	r.unresolved(unknownTopic, "chu_de", "không có chủ đề", want, known)
	return nil
}

func (l *loader) campaign(r *reader) *Campaign {
	want := r.front.campaign
	if want == "" || l.lost[address.Campaign(want)] {
		return nil
	}
	known := make([]string, 0, len(l.set.Campaigns))
	for _, c := range l.set.Campaigns {
		known = append(known, c.Slug)
		if c.Slug != want {
			continue
		}
		if b := r.front.broadcast; b != nil && !b.From.IsZero() && !c.From.IsZero() && (b.From.Before(c.From) || c.Until.Before(b.Until)) {
			r.report(outsideCampaign, r.places["phat_thanh.den"].Span, fmt.Sprintf("bài phát từ %s đến %s, đợt từ %s đến %s",
				dayText(b.From), dayText(b.Until), dayText(c.From), dayText(c.Until)), "Đổi ngày phát, hoặc bỏ chien_dich.")
		}
		return c
	}
	r.unresolved(unknownCampaign, "chien_dich", "không có đợt", want, known)
	return nil
}

// unresolved reports a reference that leads nowhere.
func (r *reader) unresolved(check *diagnostic.Check, key, what, want string, known []string) {
	hint := "Có: " + strings.Join(first(known, 8), ", ") + "."
	if near, ok := diagnostic.Suggest(want, known); ok {
		hint = fmt.Sprintf("Có phải “%s”?", near)
	} else if len(known) == 0 {
		hint = "Chưa có mục nào như vậy trong content/."
	}
	r.report(check, r.places[key].Span, fmt.Sprintf("%s “%s”", what, shorten(want)), hint)
}

func (l *loader) resolveHotlines(r *reader) {
	known := make([]string, 0, len(l.set.Settings.Hotlines))
	for _, h := range l.set.Settings.Hotlines {
		known = append(known, h.Key)
	}
	for i, key := range r.front.hotlines {
		if !slices.Contains(known, key) {
			r.unresolved(unknownHotline, fmt.Sprintf("duong_day.%d", i), "không có đường dây nóng", key, known)
		}
	}
}

// resolveCampaigns holds the documents that campaigns name against those that there are.
func (l *loader) resolveCampaigns() {
	for _, c := range l.set.Campaigns {
		if c.Document != "" && !l.lost[address.Document(c.Document)] && !slices.ContainsFunc(l.set.Documents, func(d *Document) bool { return d.Slug == c.Document }) {
			p := c.Places["van_ban"]
			l.found = append(l.found, unknownDocument.At(p.Source, p.Span, fmt.Sprintf("không có văn bản “%s” trên trang", shorten(c.Document)), "Ghi tên thư mục trong content/van-ban/."))
		}
	}
}

func (l *loader) judgeLink(k foundLink) {
	if k.address == "" {
		k.address = k.page
	}
	if l.belowLost(k.address) {
		return
	}
	if l.fleeting(k.address) {
		l.found = append(l.found, brokenLink.At(k.place.Source, k.place.Span, fmt.Sprintf("địa chỉ “%s” đổi theo từng lần dựng trang", shorten(k.address)),
			"Dẫn tới trang bài, trang đài hoặc trang đầu của danh sách."))
		return
	}
	anchors, ok := l.pages[k.address]
	if !ok {
		hint := "Xem lại địa chỉ."
		if near, ok := diagnostic.Suggest(k.address, slices.Sorted(maps.Keys(l.pages))); ok {
			hint = fmt.Sprintf("Có phải “%s”?", near)
		}
		l.found = append(l.found, brokenLink.At(k.place.Source, k.place.Span, fmt.Sprintf("không có trang “%s”", shorten(k.address)), hint))
		return
	}
	if k.anchor != "" && !slices.Contains(anchors, k.anchor) && !strings.HasPrefix(k.address, "/van-ban/") {
		l.found = append(l.found, brokenAnchor.At(k.place.Source, k.place.Span, fmt.Sprintf("trang “%s” không có mục “#%s”", k.address, shorten(k.anchor)), anchorHint(k.anchor, anchors)))
	}
}

func anchorHint(anchor string, known []string) string {
	if slices.Contains(known, Anchor(anchor)) {
		return fmt.Sprintf("Có phải “#%s”?", Anchor(anchor))
	}
	if near, ok := diagnostic.Suggest(anchor, known); ok {
		return fmt.Sprintf("Có phải “#%s”?", near)
	}
	return "Ghi tên mục bằng chữ thường không dấu, gạch nối."
}
