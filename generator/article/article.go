// Package article turns bundles of Markdown under content/ into typed values, or refuses them with every mistake at its place.
//
// In: an [io/fs.FS] whose root holds content/, and the settings. Out: a [Set]. A bundle is a folder with index.md, its pictures and
// perhaps a recording; which names and kinds may lie where is a short list. Front matter is YAML, limited before it is parsed, read by
// the table of keys in schema.go. The body is parsed once with goldmark; the tree is kept and everything else is made from it. Start
// with [Load].
package article

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

// Set is all content, checked. Every slice is in the order that readers get: articles newest first, then by ID; topics by their
// own order; the others by slug. It is immutable after Load.
type Set struct {
	Settings  *settings.Settings
	Articles  []*Article
	Documents []*Document
	Topics    []*Topic
	Campaigns []*Campaign
	Pages     []*Page
}

// Article is one awareness article.
type Article struct {
	ID          string // 8 characters of lower-case Crockford base32, for ever
	Slug        string
	Folder      string   // "content/bai-viet/x"
	Aliases     []string // former addresses, each with slashes at both ends
	Title       string
	Description string
	Date        time.Time // in settings.Zone, whole seconds
	LastMod     time.Time // never before Date
	Draft       bool
	Expires     time.Time // zero: never
	Topic       *Topic
	Campaign    *Campaign // nil: standing
	Author      string
	Legal       []LegalRef
	Remember    []string // 2 to 5 lines
	Broadcast   *Broadcast
	Pronounce   *Overrides // phat_am; nil when there is none
	Cover       *Picture
	Recording   *Recording // nil: the text is read by whoever reads it
	Withdrawn   *Withdrawal
	Corrections []Correction
	Pictures    []*Picture // those that the body shows, in order of first use
	Body        Markdown
	Places      Places
}

// Changed is the latest instant at which what the article says changed: date, lastmod, corrections, withdrawal (FEEDS.md 0.4).
func (a *Article) Changed() time.Time {
	latest := a.LastMod
	for _, c := range a.Corrections {
		if c.At.After(latest) {
			latest = c.At
		}
	}
	if a.Withdrawn != nil && a.Withdrawn.At.After(latest) {
		latest = a.Withdrawn.At
	}
	return latest
}

// Markdown is a body with its tree. Segments of the tree are bytes of Text; Text[0] is byte Start of Source.
type Markdown struct {
	Source *diagnostic.Source
	Start  int
	Text   []byte
	Tree   ast.Node
}

// Place gives the place in the file of a stretch of the body's text.
func (m Markdown) Place(start, end int) diagnostic.Place {
	return diagnostic.Place{Source: m.Source, Span: diagnostic.Span{Start: m.Start + start, End: m.Start + end}}
}

// Places are where front-matter values stand, by key; list entries as "dieu_can_nho.0".
type Places map[string]diagnostic.Place

// LegalRef is one legal basis: an act, and the part of it that is cited.
type LegalRef struct {
	Act                             *settings.Act
	Article, Clause, Point, Section string // dieu, khoan, diem, muc; "" when not cited
}

// Priority is the kind of bulletin of TT 39/2020/TT-BTTTT.
type Priority string

// The three kinds, in the order of that circular.
const (
	Ordinary Priority = "thuong"
	High     Priority = "cao"
	Urgent   Priority = "khan"
)

// Broadcast is the writer's wish of when and where the article is read. From and Until zero: a standing item.
type Broadcast struct {
	From, Until civil.Date // Until is the last day
	Priority    Priority
	PerDay      int
	Times       []settings.Clock // at most PerDay, rising
	Areas       []string         // area slugs; empty: all ("tat-ca")
	Language    string           // "vi", "bru"
}

// Overrides are the article's own readings, written → spoken, in the form of phat-am.txt.
type Overrides struct {
	Lines []string           // "GPON = giê pon", in the order of the front matter
	Place []diagnostic.Place // of each line
}

// Picture is a picture of the bundle. Width and Height are in pixels, as shown (the file's orientation is not applied).
type Picture struct {
	Name          string // file name in the bundle
	Alt           string
	Source        string // who made it
	Data          []byte
	Width, Height int
}

// Withdrawal takes an article back.
type Withdrawal struct {
	At     time.Time
	Reason string
}

// Correction says what was wrong and what is right.
type Correction struct {
	At   time.Time
	Text string
}

// Document is an official text such as the dispatch. It is shown as it is and never read on air.
type Document struct {
	ID         string
	Slug       string
	Folder     string
	Aliases    []string
	Title      string
	Date       time.Time // day of publication on the site, not of signing
	LastMod    time.Time
	Draft      bool
	Number     string   // so_hieu as in the original
	Issuer     []string // co_quan, a line each
	Signer     Signer
	Recipients []string // noi_nhan
	Place      string   // dia_danh: where it was written, "Vĩnh Linh"
	DateLine   string   // ngay_ghi: its date as the original has it, "…" for what was left blank
	Subject    string   // trich_yeu: what comes after "V/v"; "" when it has none
	Body       Markdown
	Places     Places
}

// Signer is the signature block of a document.
type Signer struct {
	Capacity []string // "TM. ỦY BAN NHÂN DÂN", a line each
	Name     string
}

// Topic is a subject under which articles are gathered.
type Topic struct {
	ID, Slug, Folder   string
	Title, Description string
	Hotlines           []string // keys of settings.Hotlines
	Order              int
	Body               Markdown
	Places             Places
}

// Campaign is a stretch of days with one aim.
type Campaign struct {
	ID, Slug, Folder   string
	Title, Description string
	From, Until        civil.Date // both inclusive
	Document           string     // slug of the document it comes from, or ""
	Body               Markdown
	Places             Places
}

// Page is a page that stands for itself, such as accessibility.
type Page struct {
	ID, Slug, Folder   string
	Title, Description string
	Body               Markdown
	Places             Places
}
