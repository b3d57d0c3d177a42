package corpus

import (
	"fmt"
	"strings"
	"time"
)

// The words of sentences. Each stands where the others of its list stand.
var (
	people = []string{"bà con", "trưởng thôn", "chủ nhà", "người đi đường", "bác thợ", "cô giáo", "anh cán bộ xã", "người trực đài", "các cháu nhỏ"}
	things = []string{"sợi cáp", "cây cột", "hộp nối dây", "trạm phát sóng", "chiếc loa", "gói hàng", "tin nhắn lạ", "đường dẫn lạ", "dây néo", "tủ cáp"}
	spots  = []string{"bên bờ mương", "sau chợ", "đầu xóm", "cạnh trường học", "ven đường", "gần nhà văn hóa", "trên đồi", "ngoài bến"}
	times  = []string{"lúc 5h30", "từ 7 giờ đến 9 giờ", "ngày 25/4", "sáng thứ hai", "sau cơn giông", "trước ngày lễ", "hơn 20 phút", "cách chừng 15 m"}
	deeds  = []string{"đứng xa và báo ngay", "ghi lại chỗ ấy", "nhắc người đi sau", "gọi cho trưởng thôn", "không tự tay kéo", "đợi thợ đến", "hỏi lại cho rõ", "đọc lại một lần"}
	ways   = []string{
		"%[1]s đi qua %[3]s, thấy %[2]s thì %[5]s.",
		"Có hôm %[4]s, %[1]s gặp %[2]s nằm %[3]s.",
		"Gặp %[2]s như vậy, %[1]s %[5]s.",
		"Chuyện ấy xảy ra %[4]s, **%[1]s đã %[5]s**.",
		"Nhìn bằng mắt, %[1]s không biết %[2]s hỏng ở đâu.",
		"Đừng vội, cứ %[5]s; %[2]s đã có người lo.",
		"%[1]s nhớ giúp: %[2]s ở %[3]s là của chung.",
		"Nhờ %[1]s %[5]s, cả xóm lại liên lạc được.",
	}
	headings  = []string{"Vì sao phải giữ", "Việc làm theo thứ tự", "Khi báo thì nói gì", "Dặn trẻ nhỏ trong nhà", "Nói thêm cho rõ"}
	priority  = []string{"thuong", "thuong", "thuong", "cao"}
	wishHours = []string{"05:35", "05:45", "05:50", "06:10", "17:05", "17:20", "17:50"}
)

func (w *writer) sentence() string {
	return capital(fmt.Sprintf(one(w, ways), one(w, people), one(w, things), one(w, spots), one(w, times), one(w, deeds)))
}

// line is what is to be remembered, or an item of a list.
func (w *writer) line() string { return capital(one(w, deeds)) + ", nhất là " + one(w, spots) }

func (w *writer) paragraph(least, most int) string {
	var list []string
	for range least + w.random.IntN(most-least+1) {
		list = append(list, w.sentence())
	}
	return strings.Join(list, " ") + "\n\n"
}

// body is text of some two to four minutes: paragraphs, headings, a list.
func (w *writer) body() string {
	var b strings.Builder
	b.WriteString(w.paragraph(2, 4))
	for _, n := range w.random.Perm(len(headings))[:2+w.random.IntN(2)] {
		b.WriteString("## " + headings[n] + "\n\n" + w.paragraph(3, 5))
		if w.random.IntN(3) == 0 {
			for range 3 {
				b.WriteString("- " + w.line() + "\n")
			}
			b.WriteString("\n")
		}
		b.WriteString(w.paragraph(2, 4))
	}
	return b.String()
}

// apart is the time between the dates of two articles.
const apart = 17 * time.Hour

// article writes the article that is the n-th newest.
func (w *writer) article(n int) {
	date := At.Add(-time.Hour - time.Duration(n)*apart)
	ago := int(At.Sub(date) / (24 * time.Hour))
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: %s\ntitle: %s, %s %s\n", w.id(), capital(one(w, things)+" "+one(w, spots)), one(w, people), one(w, deeds))
	fmt.Fprintf(&b, "description: %q\n", w.plain())
	fmt.Fprintf(&b, "date: %s\nchu_de: %s\n", date.Format(time.RFC3339), one(w, subjects).slug)
	b.WriteString("dieu_can_nho:\n")
	for range 2 + w.random.IntN(3) {
		fmt.Fprintf(&b, "  - %s\n", w.line())
	}
	if n%11 == 5 && ago > 1 {
		fmt.Fprintf(&b, "dinh_chinh:\n  - luc: %s\n    noi_dung: Bài trước ghi nhầm nơi, nay sửa lại cho đúng.\n", date.Add(20*time.Hour).Format(time.RFC3339))
	}
	if n%23 == 17 && ago > 1 {
		fmt.Fprintf(&b, "thu_hoi:\n  luc: %s\n  ly_do: Nơi ghi trong bài không còn đúng\n", date.Add(30*time.Hour).Format(time.RFC3339))
	}
	w.wish(&b, n, ago)
	b.WriteString("---\n\n" + w.body())
	w.file(fmt.Sprintf("bai-viet/bai-%05d/index.md", n), b.String())
}

// plain is a sentence without bold, for values of the front matter.
func (w *writer) plain() string { return strings.ReplaceAll(w.sentence(), "**", "") }

// wish says when the article is read: one in five always, one in twenty-six at once, the others on some days after their date. One in
// five is for some areas only.
func (w *writer) wish(b *strings.Builder, n, ago int) {
	begin, length := 1-ago, 3+w.random.IntN(8)
	if begin > -campaignDays && begin+length < campaignDays && n%5 != 4 {
		b.WriteString("chien_dich: " + campaign + "\n")
	}
	b.WriteString("phat_thanh:\n")
	if n%5 != 4 {
		fmt.Fprintf(b, "  tu: %s\n  den: %s\n", day(begin), day(begin+length))
	}
	level, count := one(w, priority), 1+w.random.IntN(2)
	if n%26 == 3 {
		level = "khan"
	}
	fmt.Fprintf(b, "  uu_tien: %s\n  so_lan: %d\n", level, count)
	if w.random.IntN(4) > 0 {
		fmt.Fprintf(b, "  gio: [%q]\n", one(w, wishHours))
	}
	if n%5 == 2 {
		var areas []string
		for range 1 + w.random.IntN(4) {
			areas = append(areas, one(w, w.areas))
		}
		fmt.Fprintf(b, "  dia_ban: [%s]\n", strings.Join(areas, ", "))
		return
	}
	b.WriteString("  dia_ban: tat-ca\n")
}
