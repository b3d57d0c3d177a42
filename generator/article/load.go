package article

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	unknownTopic    = &diagnostic.Check{Name: "chu-de-la", Title: "Không có chủ đề này."}
	unknownCampaign = &diagnostic.Check{Name: "chien-dich-la", Title: "Không có đợt tuyên truyền này."}
	unknownDocument = &diagnostic.Check{Name: "van-ban-trang-la", Title: "Đợt dẫn một văn bản không có trên trang."}
	unknownHotline  = &diagnostic.Check{Name: "so-nong-la", Title: "Không có đường dây nóng này trong sổ."}
	outsideCampaign = &diagnostic.Check{Name: "chien-dich-ngoai", Severity: diagnostic.Warning, Title: "Đợt phát nằm ngoài đợt tuyên truyền."}
	twiceID         = &diagnostic.Check{Name: "ma-bai-trung", Title: "Hai bài cùng một mã."}
	brokenLink      = &diagnostic.Check{Name: "lien-ket-hong", Title: "Liên kết tới trang không có."}
	brokenAnchor    = &diagnostic.Check{Name: "neo-hong", Title: "Liên kết tới mục không có."}
)

// Load reads all content below fsys/content against the settings.
//
// The Set holds what could be read; if a finding is an error, parts of it are missing and it must not be published. err is the
// machine's trouble only. Equal files give an equal Set in whatever order the directory lists them.
func Load(fsys fs.FS, s *settings.Settings) (*Set, []diagnostic.Diagnostic, error) {
	bundles, found, err := readBundles(fsys)
	if err != nil {
		return nil, nil, err
	}
	l := &loader{set: &Set{Settings: s}, found: found, ids: map[string]diagnostic.Place{}, pages: map[string][]string{}}
	slices.SortStableFunc(bundles, func(a, b bundle) int {
		return cmp.Or(cmp.Compare(order(a.kind), order(b.kind)), cmp.Compare(a.folder, b.folder))
	})
	for _, page := range []string{address.Home, address.Documents, address.Hotlines, address.Sources, address.Archive, address.Topics} {
		l.pages[page] = nil
	}
	for _, b := range bundles {
		l.load(b)
	}
	l.resolveCampaigns()
	for _, link := range l.links {
		l.judgeLink(link)
	}
	l.sort()
	return l.set, l.found, nil
}

// order lets those be loaded first that others refer to.
func order(k kind) int {
	return slices.Index([]kind{topicKind, documentKind, campaignKind, pageKind, articleKind}, k)
}

// loader gathers a set, and what spans more than one bundle.
type loader struct {
	set   *Set
	found []diagnostic.Diagnostic
	book  address.Book
	ids   map[string]diagnostic.Place
	pages map[string][]string // own addresses → anchors
	links []foundLink
}

// foundLink is a link of a body with the page that holds it.
type foundLink struct {
	ownLink
	page string
}

func (l *loader) load(b bundle) {
	fm, found, ok := parseFrontMatter(b.index)
	l.found = append(l.found, found...)
	if !ok {
		return
	}
	r := readFront(b.index, b.kind, fm)
	below, found := parseBody(b.index, fm.body)
	l.found = append(l.found, found...)
	if below.Empty() && (b.kind == articleKind || b.kind == documentKind || b.kind == pageKind) && r.front.withdrawn == nil {
		r.report(emptyBody, diagnostic.Span{Start: fm.close, End: min(fm.close+3, len(b.index.Text))}, "bài chưa có chữ nào dưới phần đầu", "Viết bài dưới dòng ---.")
	}
	r.judgeTimes()
	l.identify(r)
	own := l.add(b, r, below)
	l.found = append(l.found, r.found...)
	if own == "" {
		return
	}
	l.claim(own, r.titlePlace())
	for i, alias := range r.front.aliases {
		l.claim(alias, r.places[fmt.Sprintf("aliases.%d", i)])
	}
	for _, words := range below.Headings() {
		l.pages[own] = append(l.pages[own], Anchor(words))
	}
	for _, link := range below.links {
		l.links = append(l.links, foundLink{link, own})
	}
}

func (r *reader) titlePlace() diagnostic.Place {
	for _, key := range []string{"slug", "title", "id"} {
		if p, ok := r.places[key]; ok {
			return p
		}
	}
	return r.place(diagnostic.Span{})
}

func (l *loader) identify(r *reader) {
	id := r.front.id
	if id == "" {
		return
	}
	if first, taken := l.ids[id]; taken {
		r.report(twiceID, r.places["id"].Span, fmt.Sprintf("mã bài “%s” đã dùng ở %s", id, first.Source.Path), "Chạy loa new để có mã mới; không chép mã từ bài khác.")
		r.found[len(r.found)-1].Related = []diagnostic.Place{first}
		return
	}
	l.ids[id] = r.places["id"]
}

func (l *loader) claim(own string, by diagnostic.Place) {
	if d := l.book.Claim(own, by); d != nil {
		l.found = append(l.found, *d)
		return
	}
	if _, ok := l.pages[own]; !ok {
		l.pages[own] = nil
	}
}

// add puts a bundle into the set and gives the address of its page.
func (l *loader) add(b bundle, r *reader, below body) string {
	f := &r.front
	slug := cmp.Or(f.slug, b.slug)
	lastmod := f.lastmod
	if lastmod.Before(f.date) {
		lastmod = f.date
	}
	switch b.kind {
	case topicKind:
		l.resolveHotlines(r)
		l.set.Topics = append(l.set.Topics, &Topic{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title, Description: f.description,
			Hotlines: f.hotlines, Order: f.order, Body: below.Markdown, Places: r.places})
		return address.Topic(slug)
	case documentKind:
		l.set.Documents = append(l.set.Documents, &Document{ID: f.id, Slug: slug, Folder: b.folder, Aliases: f.aliases, Title: f.title,
			Date: f.date, LastMod: lastmod, Draft: f.draft, Number: f.number, Issuer: f.issuer, Signer: f.signer, Recipients: f.recipients,
			Place: f.place, DateLine: f.dateLine, Subject: f.subject, Body: below.Markdown, Places: r.places})
		return address.Document(slug)
	case campaignKind:
		if !f.from.IsZero() && !f.until.IsZero() && f.until.Before(f.from) {
			r.report(backwards, r.places["den"].Span, fmt.Sprintf("ngày cuối %s sớm hơn ngày đầu %s", dayText(f.until), dayText(f.from)), "Đổi lại hai ngày.")
		}
		l.set.Campaigns = append(l.set.Campaigns, &Campaign{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title,
			Description: f.description, From: f.from, Until: f.until, Document: f.document, Body: below.Markdown, Places: r.places})
		return address.Campaign(slug)
	case pageKind:
		l.set.Pages = append(l.set.Pages, &Page{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title, Description: f.description,
			Body: below.Markdown, Places: r.places})
		return address.Page(slug)
	}
	l.addArticle(b, r, below, slug)
	return address.Article(slug)
}

func (l *loader) addArticle(b bundle, r *reader, below body, slug string) {
	f := &r.front
	a := &Article{ID: f.id, Slug: slug, Folder: b.folder, Aliases: f.aliases, Title: f.title, Description: f.description, Date: f.date,
		LastMod: f.lastmod, Draft: f.draft, Expires: f.expires, Author: cmp.Or(f.author, l.set.Settings.Publisher.Name),
		Remember: f.remember, Broadcast: f.broadcast, Pronounce: f.pronounce, Withdrawn: f.withdrawn, Corrections: f.corrections,
		Body: below.Markdown, Places: r.places}
	if a.LastMod.Before(a.Date) {
		a.LastMod = a.Date
	}
	r.resolveAreas(l.set.Settings)
	a.Legal = r.resolveLegal(l.set.Settings)
	a.Topic = l.topic(r)
	a.Campaign = l.campaign(r)
	pictures(b, r, a, below)
	l.set.Articles = append(l.set.Articles, a)
}

// pictures opens the pictures that the body and the cover show, each once, and names those that nothing shows. Of a body beyond the limits
// nothing is known, so none of its pictures is called unused.
func pictures(b bundle, r *reader, a *Article, below body) {
	used := map[string]bool{}
	for _, shown := range below.images {
		if used[shown.name] {
			continue
		}
		used[shown.name] = true
		p, found := openPicture(b, shown.name, shown.place)
		r.found = append(r.found, found...)
		if len(found) == 0 {
			p.Alt, p.Source = shown.alt, shown.credit
			a.Pictures = append(a.Pictures, &p)
		}
	}
	if c := r.front.cover; c != nil {
		used[c.Name] = true
		p, found := openPicture(b, c.Name, r.places["anh_bia"])
		r.found = append(r.found, found...)
		if len(found) == 0 {
			p.Alt, p.Source = c.Alt, c.Source
			a.Cover = &p
		}
	}
	for _, name := range sortedKeys(b.pictures) {
		if !used[name] && below.parsed {
			r.found = append(r.found, about(b.folder+"/"+name, unusedPicture, fmt.Sprintf("hình “%s” không được dùng trong bài", name), "Xóa tệp, hoặc chèn vào bài."))
		}
	}
}

func (l *loader) topic(r *reader) *Topic {
	want := r.front.topic
	if want == "" {
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
	if want == "" {
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
		if c.Document != "" && !slices.ContainsFunc(l.set.Documents, func(d *Document) bool { return d.Slug == c.Document }) {
			p := c.Places["van_ban"]
			l.found = append(l.found, unknownDocument.At(p.Source, p.Span, fmt.Sprintf("không có văn bản “%s” trên trang", shorten(c.Document)), "Ghi tên thư mục trong content/van-ban/."))
		}
	}
}

func (l *loader) judgeLink(k foundLink) {
	if k.address == "" {
		k.address = k.page
	}
	anchors, ok := l.pages[k.address]
	if !ok {
		hint := "Xem lại địa chỉ."
		if near, ok := diagnostic.Suggest(k.address, sortedKeys(l.pages)); ok {
			hint = fmt.Sprintf("Có phải “%s”?", near)
		}
		l.found = append(l.found, brokenLink.At(k.place.Source, k.place.Span, fmt.Sprintf("không có trang “%s”", shorten(k.address)), hint))
		return
	}
	if k.anchor != "" && !slices.Contains(anchors, k.anchor) && !strings.HasPrefix(k.address, "/van-ban/") {
		l.found = append(l.found, brokenAnchor.At(k.place.Source, k.place.Span, fmt.Sprintf("trang “%s” không có mục “#%s”", k.address, shorten(k.anchor)), "Ghi tên mục bằng chữ thường không dấu, gạch nối."))
	}
}

func (l *loader) sort() {
	slices.SortFunc(l.set.Articles, func(a, b *Article) int { return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(l.set.Documents, func(a, b *Document) int { return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(l.set.Topics, func(a, b *Topic) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Slug, b.Slug)) })
	slices.SortFunc(l.set.Campaigns, func(a, b *Campaign) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Slug, b.Slug))
	})
	slices.SortFunc(l.set.Pages, func(a, b *Page) int { return cmp.Compare(a.Slug, b.Slug) })
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
