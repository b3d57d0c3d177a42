package article

import (
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	unknownAct = &diagnostic.Check{Name: "van-ban-la", Title: "Văn bản chưa có trong sổ phap-luat.toml."}
	refusedAct = &diagnostic.Check{Name: "van-ban-cam-dan", Title: "Văn bản không được dẫn, sổ ghi rõ vì sao."}
	endedAct   = &diagnostic.Check{Name: "van-ban-het-hieu-luc", Title: "Văn bản hết hiệu lực vào ngày đăng hoặc trong đợt phát."}
	earlyAct   = &diagnostic.Check{Name: "van-ban-chua-hieu-luc", Title: "Văn bản chưa có hiệu lực vào ngày đăng."}
	unclearAct = &diagnostic.Check{Name: "van-ban-chua-ro", Severity: diagnostic.Warning, Title: "Hiệu lực của văn bản chưa được kiểm tra sau một ngày."}
	unreadPart = &diagnostic.Check{Name: "dieu-khoan-la", Title: "Điều luật này chưa được kiểm chứng."}
)

// legalKey is a legal basis as written.
type legalKey struct {
	key, article, clause, point, section string
	span, articleSpan                    diagnostic.Span
}

func (r *reader) legal(n node) (list []legalKey) {
	for _, item := range r.list(n) {
		k := legalKey{span: item.span}
		if item.kind == scalarNode {
			k.key = r.line(item)
		} else if !r.fields(item, []field{
			{"khoa", true, func(n node) { k.key, k.span = r.line(n), n.span }},
			{"dieu", false, func(n node) { k.article, k.articleSpan = r.line(n), n.span }},
			{"khoan", false, func(n node) { k.clause = r.line(n) }},
			{"diem", false, func(n node) { k.point = r.line(n) }},
			{"muc", false, func(n node) { k.section, k.articleSpan = r.line(n), n.span }},
		}) {
			continue
		}
		if k.key != "" {
			list = append(list, k)
		}
	}
	return list
}

// resolveLegal holds the legal basis against the register of acts: on the day of publication, and through the broadcast window.
func (r *reader) resolveLegal(s *settings.Settings) (list []LegalRef) {
	f := &r.front
	for _, k := range f.legal {
		i := slices.IndexFunc(s.Acts, func(a settings.Act) bool { return a.Key == k.key || a.Number != "" && a.Number == k.key })
		if i < 0 {
			r.unknownAct(s, k)
			continue
		}
		act := &s.Acts[i]
		list = append(list, LegalRef{Act: act, Article: k.article, Clause: k.clause, Point: k.point, Section: k.section})
		if !f.date.IsZero() {
			r.judgeAct(act, k, civil.DateOf(f.date))
		}
		r.judgePart(act, k)
	}
	return list
}

func (r *reader) unknownAct(s *settings.Settings, k legalKey) {
	if i := slices.IndexFunc(s.Refused, func(a settings.RefusedAct) bool { return a.Number == k.key }); i >= 0 {
		r.report(refusedAct, k.span, fmt.Sprintf("văn bản “%s” không được dẫn: %s", k.key, s.Refused[i].Reason), "Bỏ dòng này.")
		return
	}
	var known []string
	for _, a := range s.Acts {
		known = append(known, a.Key)
	}
	hint := "Thêm văn bản vào content/_loa/phap-luat.toml sau khi kiểm tra số và nguồn."
	if near, ok := diagnostic.Suggest(k.key, known); ok {
		hint = fmt.Sprintf("Có phải “%s”?", near)
	}
	r.report(unknownAct, k.span, fmt.Sprintf("chưa có “%s” trong sổ văn bản", shorten(k.key)), hint)
}

func (r *reader) judgeAct(act *settings.Act, k legalKey, day civil.Date) {
	last := day
	if b := r.front.broadcast; b != nil && b.Until.After(last) {
		last = b.Until
	}
	instead := "Dẫn văn bản đang có hiệu lực."
	if act.ReplacedBy != "" {
		instead = fmt.Sprintf("Nay là “%s”.", act.ReplacedBy)
	}
	switch {
	case !act.From.IsZero() && day.Before(act.From):
		r.report(earlyAct, k.span, fmt.Sprintf("%s đến %s mới có hiệu lực, bài đăng %s", nameOf(act), dayText(act.From), dayText(day)), "Dẫn văn bản có hiệu lực vào ngày đăng.")
	case !act.Until.IsZero() && !last.Before(act.Until):
		r.report(endedAct, k.span, fmt.Sprintf("%s hết hiệu lực từ %s, bài đăng %s, phát đến %s", nameOf(act), dayText(act.Until), dayText(day), dayText(last)), instead)
	case !act.Unclear.IsZero() && !day.Before(act.Unclear):
		r.report(unclearAct, k.span, fmt.Sprintf("chưa kiểm tra %s còn hiệu lực sau %s", nameOf(act), dayText(act.Unclear)), "Kiểm tra rồi sửa chua_ro_tu trong phap-luat.toml.")
	}
}

func (r *reader) judgePart(act *settings.Act, k legalKey) {
	switch {
	case act.Cite == "ten" && (k.article != "" || k.section != ""):
		r.report(unreadPart, k.articleSpan, fmt.Sprintf("%s chỉ được dẫn tên, chưa kiểm chứng điều nào", nameOf(act)), "Bỏ dieu, hoặc nhờ người kiểm tra rồi ghi vào phap-luat.toml.")
	case act.Cite == "dieu" && k.article != "" && !slices.Contains(act.Articles, k.article):
		r.report(unreadPart, k.articleSpan, fmt.Sprintf("chưa kiểm chứng Điều %s của %s", k.article, nameOf(act)), "Các điều đã kiểm chứng: "+strings.Join(act.Articles, ", ")+".")
	}
}

func nameOf(a *settings.Act) string {
	if a.Number != "" {
		return "“" + a.Number + "”"
	}
	return "“" + a.Key + "”"
}
