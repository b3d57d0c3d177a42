package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
)

// Style is a stylesheet that pages carry inside: text is there after one request. Its hash in a page's policy lets this stylesheet in
// and no other style.
type Style struct {
	Sheet template.CSS
	Hash  string // "sha256-…" in base64, as a policy writes it
}

// Styles are the stylesheets of the site. The same bytes stand in all pages of a kind.
type Styles struct {
	Pages Style
	Paper Style // of pages that are made to be printed
}

// shared are the stylesheets of pages that paper has too: the page itself, and components that stand on both.
var shared = []string{"00-tokens", "01-nen", "10-nhay", "11-bieu-tuong", "12-ruy-bang", "14-hien-thi", "23-nut", "40-bao-tin"}

// LoadStyles joins assets/css/NN-*.css of the theme for pages, and those of assets/css/to-in/ with what both share for paper. Each is
// minified. The numbers are the order of the cascade.
func LoadStyles(theme fs.FS) (Styles, error) {
	var styles Styles
	pages, err := fs.Glob(theme, "assets/css/[0-9][0-9]-*.css")
	if err != nil {
		return Styles{}, fmt.Errorf("styles: %w", err)
	}
	own, err := fs.Glob(theme, "assets/css/to-in/[0-9][0-9]-*.css")
	if err != nil {
		return Styles{}, fmt.Errorf("styles: %w", err)
	}
	if len(pages) == 0 || len(own) == 0 {
		return Styles{}, fmt.Errorf("styles: no assets/css/NN-*.css or no assets/css/to-in/NN-*.css in the theme")
	}
	paper := own
	for _, name := range pages {
		if slices.Contains(shared, stem(name)) {
			paper = append(paper, name)
		}
	}
	if len(paper) != len(own)+len(shared) {
		return Styles{}, fmt.Errorf("styles: the theme lacks one of %v", shared)
	}
	if styles.Pages, err = join(theme, pages); err != nil {
		return Styles{}, err
	}
	styles.Paper, err = join(theme, paper)
	return styles, err
}

// join puts stylesheets one behind the other by their numbers; of one number those of all pages come before those of paper.
func join(theme fs.FS, names []string) (Style, error) {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(path.Base(a)[:2], path.Base(b)[:2]), cmp.Compare(path.Dir(a), path.Dir(b)), cmp.Compare(a, b))
	})
	var joined bytes.Buffer
	for _, name := range names {
		sheet, err := fs.ReadFile(theme, name)
		if err != nil {
			return Style{}, fmt.Errorf("styles: %w", err)
		}
		joined.Write(sheet)
		joined.WriteByte('\n')
	}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	sheet, err := m.Bytes("text/css", joined.Bytes())
	if err != nil {
		return Style{}, fmt.Errorf("styles: %w", err)
	}
	if bytes.Contains(bytes.ToLower(sheet), []byte("</style")) {
		return Style{}, fmt.Errorf("styles: a stylesheet holds </style")
	}
	sum := sha256.Sum256(sheet)
	return Style{Sheet: template.CSS(sheet), Hash: "sha256-" + base64.StdEncoding.EncodeToString(sum[:])}, nil
}

// Policy is the Content-Security-Policy of the pages that have the style. It is in each page, so that a plain static host protects
// readers too.
func (s Style) Policy() string {
	return "default-src 'none'; style-src '" + s.Hash + "'; img-src 'self'; media-src 'self'; script-src 'self'; connect-src 'self'; " +
		"font-src 'none'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
}

// stem is a file's name without folder and ending.
func stem(name string) string {
	base := path.Base(name)
	return base[:len(base)-len(path.Ext(base))]
}
