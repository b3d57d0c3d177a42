package settings

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var wrongAct = &diagnostic.Check{Name: "van-ban-so-sai", Title: "Văn bản trong sổ thiếu số, sai ngày hoặc nói ngược nhau."}

var actKeys = []key[Act]{
	{"khoa", true, func(r *reader, n node, a *Act) { a.Key = r.word(n) }},
	{"ten", true, func(r *reader, n node, a *Act) { a.Title = r.line(n) }},
	{"so", false, func(r *reader, n node, a *Act) { a.Number = r.actNumber(n) }},
	{"co_quan", false, func(r *reader, n node, a *Act) { a.Issuer = r.line(n) }},
	{"ngay", false, func(r *reader, n node, a *Act) { a.Date = r.day(n) }},
	{"thang", false, func(r *reader, n node, a *Act) { a.Month = r.month(n) }},
	{"tu", false, func(r *reader, n node, a *Act) { a.From = r.day(n) }},
	{"het", false, func(r *reader, n node, a *Act) { a.Until = r.day(n) }},
	{"thay_boi", false, func(r *reader, n node, a *Act) { a.ReplacedBy = r.word(n) }},
	{"sua_doi", false, func(r *reader, n node, a *Act) { a.Amended = r.list(n, r.actNumber) }},
	{"chua_ro_tu", false, func(r *reader, n node, a *Act) { a.Unclear = r.day(n) }},
	{"muc", false, func(r *reader, n node, a *Act) { a.Cite = r.choice(n, a.Cite, "ten", "dieu", "muc") }},
	{"dieu", false, func(r *reader, n node, a *Act) { a.Articles = r.list(n, r.articleNumber) }},
	{"trang", false, func(r *reader, n node, a *Act) { a.Page = r.documentPage(n) }},
}

var refusedKeys = []key[RefusedAct]{
	{"so", true, func(r *reader, n node, a *RefusedAct) { a.Number = r.actNumber(n) }},
	{"ly_do", true, func(r *reader, n node, a *RefusedAct) { a.Reason = r.line(n) }},
}

type actEntry struct {
	Act
	record
}

// readActs reads phap-luat.toml: acts and refused acts in written order, the first of each key.
func readActs(r *reader, root *table) (acts []Act, refused []RefusedAct) {
	r.sections(root, "van_ban", "khong_dan")
	tables, whole := r.tables(root, "van_ban")
	var list []actEntry
	byKey, byNumber := map[string]int{}, map[string]diagnostic.Span{}
	var keys []string
	for _, t := range tables {
		a := actEntry{Act: Act{Cite: "ten"}}
		a.record = fill(r, t, "[[van_ban]]", actKeys, &a.Act)
		checkAct(r, a)
		if a.Number != "" {
			if first, twice := byNumber[a.Number]; twice {
				r.reportNear(wrongAct, a.at("so"), first, fmt.Sprintf("số “%s” đã ghi cho một văn bản khác", a.Number), "Gộp hai mục, hoặc sửa số.")
			} else {
				byNumber[a.Number] = a.at("so")
			}
		}
		if a.Key == "" {
			whole = false
			continue
		}
		if first, twice := byKey[a.Key]; twice {
			r.reportNear(broken, a.at("khoa"), list[first].at("khoa"), fmt.Sprintf("khóa “%s” đã dùng cho một văn bản khác", a.Key), "Đặt khóa khác.")
			continue
		}
		a.Place = diagnostic.Place{Source: r.src, Span: a.at("khoa")}
		byKey[a.Key] = len(list)
		keys = append(keys, a.Key)
		list = append(list, a)
	}
	checkReplacements(r, list, byKey, whole, keys)
	for _, a := range list {
		acts = append(acts, a.Act)
	}

	tables, _ = r.tables(root, "khong_dan")
	for _, t := range tables {
		var a RefusedAct
		c := fill(r, t, "[[khong_dan]]", refusedKeys, &a)
		if a.Number == "" {
			continue
		}
		if first, twice := byNumber[a.Number]; twice {
			r.reportNear(wrongAct, c.at("so"), first, fmt.Sprintf("số “%s” đã ghi ở một mục khác", a.Number), "Giữ một trong hai mục.")
			continue
		}
		byNumber[a.Number] = c.at("so")
		refused = append(refused, a)
	}
	return acts, refused
}

// checkAct holds what an act says of itself together.
func checkAct(r *reader, a actEntry) {
	if a.Number == "" && a.sound("so") {
		var missing []string
		if a.Issuer == "" && a.sound("co_quan") {
			missing = append(missing, "cơ quan ban hành (co_quan)")
		}
		if a.Date.IsZero() && a.Month == "" && a.sound("ngay", "thang") {
			missing = append(missing, "ngày hoặc tháng (ngay, thang)")
		}
		if len(missing) > 0 {
			r.report(wrongAct, a.at("khoa"), "văn bản không có số (so) thì phải có "+strings.Join(missing, " và "), "Ghi số văn bản; bản gốc không có số thì ghi những điều trên.")
		}
	}
	if a.sound("ngay", "tu") && !a.Date.IsZero() && !a.From.IsZero() && a.From.Before(a.Date) {
		r.reportNear(wrongAct, a.at("tu"), a.at("ngay"), fmt.Sprintf("có hiệu lực từ %s, sớm hơn ngày ban hành %s", printed(a.From), printed(a.Date)), "Xem lại hai ngày.")
	}
	if start := a.From; a.sound("ngay", "tu", "het") && !a.Until.IsZero() {
		if start.IsZero() {
			start = a.Date
		}
		if !start.IsZero() && !start.Before(a.Until) {
			r.report(wrongAct, a.at("het"), fmt.Sprintf("ngày hết hiệu lực %s không sau ngày đầu %s", printed(a.Until), printed(start)), "Xem lại hai ngày; het là ngày đầu tiên không còn hiệu lực.")
		}
	}
	if a.sound("ngay", "thang") && !a.Date.IsZero() && a.Month != "" && a.Date.String()[:7] != a.Month {
		r.reportNear(wrongAct, a.at("thang"), a.at("ngay"), fmt.Sprintf("tháng %s khác tháng của ngày %s", a.Month, printed(a.Date)), "Đã biết ngày thì bỏ khóa thang.")
	}
	if a.Cite == "dieu" && len(a.Articles) == 0 && a.sound("muc", "dieu") {
		r.report(wrongAct, a.at("muc"), "dẫn theo điều mà chưa có điều nào trong dieu", "Thêm dieu, những điều đã đọc; chưa đọc thì viết muc = \"ten\".")
	}
}

// checkReplacements holds that the successor of an act is another one that is known, and that no chain of them comes back to itself.
func checkReplacements(r *reader, list []actEntry, at map[string]int, whole bool, keys []string) {
	seen := make([]int, len(list)) // round in which an act was met, from 1
	for i, a := range list {
		if a.ReplacedBy == "" || !a.sound("thay_boi") {
			continue
		}
		if _, known := at[a.ReplacedBy]; !known {
			if whole {
				r.unknown(wrongAct, a.at("thay_boi"), fmt.Sprintf("không có văn bản “%s” trong sổ", a.ReplacedBy), a.ReplacedBy, keys)
			}
			continue
		}
		if a.Until.IsZero() && a.sound("het") {
			r.report(wrongAct, a.at("thay_boi"), "có văn bản thay thế mà chưa ghi ngày hết hiệu lực", "Thêm het, ngày đầu tiên không còn hiệu lực.")
		}
		for j := i; seen[j] == 0; {
			seen[j] = i + 1
			next, known := at[list[j].ReplacedBy]
			if !known {
				break
			}
			if seen[next] == i+1 {
				message := fmt.Sprintf("“%s” và “%s” thay nhau thành vòng", list[j].Key, list[next].Key)
				if next == j {
					message = fmt.Sprintf("“%s” tự thay chính mình", list[j].Key)
				}
				r.report(wrongAct, list[j].at("thay_boi"), message, "Bỏ một thay_boi trong vòng này.")
				break
			}
			j = next
		}
	}
}

var (
	actNumberShape = regexp.MustCompile(`^\d{1,6}(?:/\d{4})?/[\p{Lu}\d][\p{L}\d]*(?:[-–&/.][\p{L}\d]+)*$`)
	articleShape   = regexp.MustCompile(`^[1-9]\d{0,3}[a-zđ]?$`)
	monthShape     = regexp.MustCompile(`^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$`)
)

// actNumber reads a number such as 41/2009/QH12, 15/2020/NĐ-CP, 404/STTTT-BCVT&CNTT.
func (r *reader) actNumber(n node) string {
	s, ok := r.text(n)
	if ok && s != "" && !actNumberShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("số văn bản “%s” không đúng dạng", shorten(s)), "Viết liền như trong văn bản, như 15/2020/NĐ-CP.")
		return ""
	}
	return s
}

// articleNumber reads the number of an article of law: 12, 101a.
func (r *reader) articleNumber(n node) string {
	s, ok := r.text(n)
	if ok && !articleShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("điều “%s” không đúng dạng", shorten(s)), `Chỉ viết số của điều, như "12".`)
		return ""
	}
	return s
}

func (r *reader) month(n node) string {
	s, ok := r.text(n)
	if ok && s != "" && !monthShape.MatchString(s) {
		r.fail(n.span, fmt.Sprintf("tháng “%s” không đúng dạng", shorten(s)), `Viết năm-tháng trong ngoặc kép, như "2023-04".`)
		return ""
	}
	return s
}

// documentPage reads the address of a document of this site without slashes at its ends.
func (r *reader) documentPage(n node) string {
	s, ok := r.text(n)
	slug, found := strings.CutPrefix(s, "van-ban/")
	if ok && s != "" && !(found && viet.ValidSlug(slug)) {
		r.fail(n.span, fmt.Sprintf("trang “%s” không đúng dạng", shorten(s)), "Viết van-ban/ rồi tên thư mục của văn bản.")
		return ""
	}
	return s
}
