package article

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	needlessAlias = &diagnostic.Check{Name: "bi-danh-thua", Severity: diagnostic.Note, Title: "Địa chỉ cũ trùng địa chỉ đang dùng."}
	twiceID       = &diagnostic.Check{Name: "ma-bai-trung", Title: "Hai bài cùng một mã."}
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
	l.lost = map[string]bool{}
	slices.SortStableFunc(bundles, func(a, b bundle) int {
		return cmp.Or(cmp.Compare(order(a.kind), order(b.kind)), cmp.Compare(a.folder, b.folder))
	})
	for _, b := range bundles {
		l.load(b)
	}
	for _, f := range l.former {
		l.claimFormer(f)
	}
	l.resolveCampaigns()
	l.generate()
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
	set    *Set
	found  []diagnostic.Diagnostic
	book   address.Book
	ids    map[string]diagnostic.Place
	pages  map[string][]string // own addresses → anchors
	lost   map[string]bool     // addresses of pages that could not be read: nothing is said about what leads to them
	links  []foundLink
	former []formerAddress
}

// formerAddress is an alias, claimed when every page has its own address.
type formerAddress struct {
	address, now string
	place        diagnostic.Place
}

// foundLink is a link of a body with the page that holds it.
type foundLink struct {
	ownLink
	page string
}

func (l *loader) load(b bundle) {
	if b.index == nil {
		l.lost[b.kind.address(b.slug)] = true
		return
	}
	fm, found, ok := parseFrontMatter(b.index)
	l.found = append(l.found, found...)
	if !ok {
		l.lost[b.kind.address(b.slug)] = true
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
	slug := cmp.Or(r.front.slug, b.slug)
	own := b.kind.address(slug)
	if !below.parsed {
		l.lost[own] = true
	}
	l.add(b, r, below, slug)
	l.found = append(l.found, r.found...)
	l.claim(own, r.titlePlace())
	for i, alias := range r.front.aliases {
		l.former = append(l.former, formerAddress{alias, own, r.places[fmt.Sprintf("aliases.%d", i)]})
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

// claimFormer claims an alias. One that is the page's own address leads nowhere else: it is needless.
func (l *loader) claimFormer(f formerAddress) {
	if f.address == f.now {
		l.found = append(l.found, needlessAlias.At(f.place.Source, f.place.Span, "địa chỉ cũ trùng địa chỉ đang dùng", "Bỏ dòng này."))
		return
	}
	l.claim(f.address, f.place)
}

// add puts a bundle into the set.
func (l *loader) add(b bundle, r *reader, below body, slug string) {
	f := &r.front
	lastmod := f.lastmod
	if lastmod.Before(f.date) {
		lastmod = f.date
	}
	switch b.kind {
	case topicKind:
		l.resolveHotlines(r)
		l.set.Topics = append(l.set.Topics, &Topic{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title, Description: f.description,
			Hotlines: f.hotlines, Order: f.order, Body: below.Markdown, Places: r.places})
	case documentKind:
		l.set.Documents = append(l.set.Documents, &Document{ID: f.id, Slug: slug, Folder: b.folder, Aliases: f.aliases, Title: f.title,
			Date: f.date, LastMod: lastmod, Draft: f.draft, Number: f.number, Issuer: f.issuer, Signer: f.signer, Recipients: f.recipients,
			Place: f.place, DateLine: f.dateLine, Subject: f.subject, Body: below.Markdown, Places: r.places})
	case campaignKind:
		if !f.from.IsZero() && !f.until.IsZero() && f.until.Before(f.from) {
			r.report(backwards, r.places["den"].Span, fmt.Sprintf("ngày cuối %s sớm hơn ngày đầu %s", dayText(f.until), dayText(f.from)), "Đổi lại hai ngày.")
		}
		l.set.Campaigns = append(l.set.Campaigns, &Campaign{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title,
			Description: f.description, From: f.from, Until: f.until, Document: f.document, Body: below.Markdown, Places: r.places})
	case pageKind:
		l.set.Pages = append(l.set.Pages, &Page{ID: f.id, Slug: slug, Folder: b.folder, Title: f.title, Description: f.description,
			Body: below.Markdown, Places: r.places})
	case articleKind:
		l.addArticle(b, r, below, slug)
	}
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
	a.Recording = recording(b, r)
	l.set.Articles = append(l.set.Articles, a)
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
