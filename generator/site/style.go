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
	Embed Style // of pages that are shown in frames of other sites
}

// What another set takes over of the stylesheets of pages: the page itself, and components that stand on both.
var (
	onPaper  = []string{"00-tokens", "01-nen", "10-nhay", "11-bieu-tuong", "12-ruy-bang", "14-hien-thi", "23-nut", "40-bao-tin"}
	inFrames = []string{"00-tokens", "11-bieu-tuong", "22-muc-nghe"}
)

// LoadStyles joins assets/css/NN-*.css of the theme for pages, those of assets/css/to-in/ with what both share for paper, and those
// of assets/css/nhung/ in the same way for frames. Each is minified. The numbers are the order of the cascade.
func LoadStyles(theme fs.FS) (Styles, error) {
	pages, err := sheets(theme, "assets/css")
	if err != nil {
		return Styles{}, err
	}
	var styles Styles
	if styles.Pages, err = join(theme, pages); err != nil {
		return Styles{}, err
	}
	if styles.Paper, err = own(theme, "assets/css/to-in", pages, onPaper); err != nil {
		return Styles{}, err
	}
	styles.Embed, err = own(theme, "assets/css/nhung", pages, inFrames)
	return styles, err
}

// sheets are the stylesheets of a folder.
func sheets(theme fs.FS, folder string) ([]string, error) {
	names, err := fs.Glob(theme, folder+"/[0-9][0-9]-*.css")
	if err != nil {
		return nil, fmt.Errorf("styles: %w", err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("styles: no %s/NN-*.css in the theme", folder)
	}
	return names, nil
}

// own joins the stylesheets of a folder and those of pages that it shares, by their names without folder and ending.
func own(theme fs.FS, folder string, pages, shared []string) (Style, error) {
	names, err := sheets(theme, folder)
	if err != nil {
		return Style{}, err
	}
	for _, name := range shared {
		file := "assets/css/" + name + ".css"
		if !slices.Contains(pages, file) {
			return Style{}, fmt.Errorf("styles: the theme has no %s", file)
		}
		names = append(names, file)
	}
	return join(theme, names)
}

// join puts stylesheets one behind the other by their numbers; of one number those of all pages come first.
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

// PolicyWithFrames is Policy for a page that shows pages of ours in frames.
func (s Style) PolicyWithFrames() string { return s.Policy() + "; frame-src 'self'" }

// PolicyOfText is the policy of a page of words alone: it runs, plays, sends and asks for nothing.
func (s Style) PolicyOfText() string {
	return "default-src 'none'; style-src '" + s.Hash + "'; img-src 'self'; form-action 'none'; base-uri 'none'"
}

// stem is a file's name without folder and ending.
func stem(name string) string {
	base := path.Base(name)
	return base[:len(base)-len(path.Ext(base))]
}
