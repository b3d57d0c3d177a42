package article

import (
	"time"

	"cloud.google.com/go/civil"
)

// need says whether a kind of bundle takes a key.
type need uint8

const (
	no need = iota
	may
	must
)

// rule is one key of the front matter: its name, who takes it, how its value is read.
type rule struct {
	name                                     string
	article, document, topic, campaign, page need
	read                                     func(r *reader, n node)
}

func (r rule) need(k kind) need {
	return [kinds]need{r.article, r.document, r.topic, r.campaign, r.page}[k]
}

// front is everything a front matter can say; which of it may be there is the table's choice.
type front struct {
	id, title, description, slug, author, topic, campaign string
	date, lastmod, expires                                time.Time
	aliases, remember                                     []string
	draft                                                 bool
	legal                                                 []legalKey
	broadcast                                             *Broadcast
	pronounce                                             *Overrides
	cover                                                 *Picture
	recording                                             *Recording
	withdrawn                                             *Withdrawal
	corrections                                           []Correction
	number, place, dateLine, subject                      string
	issuer, recipients                                    []string
	signer                                                Signer
	hotlines                                              []string
	order                                                 int
	from, until                                           civil.Date
	document                                              string
}

// schema is the front matter of every kind of bundle: the one place where its Vietnamese names stand.
var schema = []rule{
	{"id", must, must, must, must, must, func(r *reader, n node) { r.front.id = r.identity(n) }},
	{"title", must, must, must, must, must, func(r *reader, n node) { r.front.title = r.title(n) }},
	{"description", must, may, must, must, may, func(r *reader, n node) { r.front.description = r.description(n) }},
	{"date", must, must, no, no, no, func(r *reader, n node) { r.front.date = r.instant(n) }},
	{"lastmod", may, may, no, no, no, func(r *reader, n node) { r.front.lastmod = r.instant(n) }},
	{"expiryDate", may, no, no, no, no, func(r *reader, n node) { r.front.expires = r.instant(n) }},
	{"slug", may, may, no, no, no, func(r *reader, n node) { r.front.slug = r.slug(n) }},
	{"aliases", may, may, no, no, no, func(r *reader, n node) { r.front.aliases = r.aliases(n) }},
	{"draft", may, may, no, no, no, func(r *reader, n node) { r.front.draft = r.boolean(n) }},
	{"chu_de", must, no, no, no, no, func(r *reader, n node) { r.front.topic = r.line(n) }},
	{"chien_dich", may, no, no, no, no, func(r *reader, n node) { r.front.campaign = r.line(n) }},
	{"tac_gia", may, no, no, no, no, func(r *reader, n node) { r.front.author = r.line(n) }},
	{"can_cu", may, no, no, no, no, func(r *reader, n node) { r.front.legal = r.legal(n) }},
	{"dieu_can_nho", must, no, no, no, no, func(r *reader, n node) { r.front.remember = r.remember(n) }},
	{"phat_thanh", may, no, no, no, no, func(r *reader, n node) { r.front.broadcast = r.broadcast(n) }},
	{"phat_am", may, no, no, no, no, func(r *reader, n node) { r.front.pronounce = r.overrides(n) }},
	{"anh_bia", may, no, no, no, no, func(r *reader, n node) { r.front.cover = r.cover(n) }},
	{"am_thanh", may, no, no, no, no, func(r *reader, n node) { r.front.recording = r.recording(n) }},
	{"thu_hoi", may, no, no, no, no, func(r *reader, n node) { r.front.withdrawn = r.withdrawal(n) }},
	{"dinh_chinh", may, no, no, no, no, func(r *reader, n node) { r.front.corrections = r.corrections(n) }},
	{"so_hieu", no, may, no, no, no, func(r *reader, n node) { r.front.number = r.line(n) }},
	{"co_quan", no, may, no, no, no, func(r *reader, n node) { r.front.issuer = r.lines(n) }},
	{"nguoi_ky", no, may, no, no, no, func(r *reader, n node) { r.front.signer = r.signer(n) }},
	{"noi_nhan", no, may, no, no, no, func(r *reader, n node) { r.front.recipients = r.lines(n) }},
	{"dia_danh", no, may, no, no, no, func(r *reader, n node) { r.front.place = r.line(n) }},
	{"ngay_ghi", no, may, no, no, no, func(r *reader, n node) { r.front.dateLine = r.line(n) }},
	{"trich_yeu", no, may, no, no, no, func(r *reader, n node) { r.front.subject = r.line(n) }},
	{"duong_day", no, no, may, no, no, func(r *reader, n node) { r.front.hotlines = r.lines(n) }},
	{"thu_tu", no, no, may, no, no, func(r *reader, n node) { r.front.order = r.number(n, 0, 999) }},
	{"tu", no, no, no, must, no, func(r *reader, n node) { r.front.from = r.day(n) }},
	{"den", no, no, no, must, no, func(r *reader, n node) { r.front.until = r.day(n) }},
	{"van_ban", no, no, no, may, no, func(r *reader, n node) { r.front.document = r.line(n) }},
}
