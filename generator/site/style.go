package site

import (
	"bytes"
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

// Styles is the one stylesheet of all pages, which each page carries inside: text is there after one request. Its hash in the page's
// policy lets this stylesheet in and no other style.
type Styles struct {
	Sheet template.CSS
	Hash  string // "sha256-…" in base64, as a policy writes it
}

// LoadStyles joins assets/css/NN-*.css of the theme in order of name and minifies them. The numbers are the order of the cascade.
func LoadStyles(theme fs.FS) (Styles, error) {
	names, err := fs.Glob(theme, "assets/css/[0-9][0-9]-*.css")
	if err != nil {
		return Styles{}, fmt.Errorf("styles: %w", err)
	}
	if len(names) == 0 {
		return Styles{}, fmt.Errorf("styles: no assets/css/NN-*.css in the theme")
	}
	slices.Sort(names)
	var joined bytes.Buffer
	for _, name := range names {
		sheet, err := fs.ReadFile(theme, name)
		if err != nil {
			return Styles{}, fmt.Errorf("styles: %w", err)
		}
		joined.Write(sheet)
		joined.WriteByte('\n')
	}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	sheet, err := m.Bytes("text/css", joined.Bytes())
	if err != nil {
		return Styles{}, fmt.Errorf("styles: %w", err)
	}
	if bytes.Contains(bytes.ToLower(sheet), []byte("</style")) {
		return Styles{}, fmt.Errorf("styles: a stylesheet holds </style")
	}
	sum := sha256.Sum256(sheet)
	return Styles{Sheet: template.CSS(sheet), Hash: "sha256-" + base64.StdEncoding.EncodeToString(sum[:])}, nil
}

// Policy is the Content-Security-Policy of the pages. It is in each page, so that a plain static host protects readers too.
func (s Styles) Policy() string {
	return "default-src 'none'; style-src '" + s.Hash + "'; img-src 'self'; media-src 'self'; script-src 'self'; connect-src 'self'; " +
		"font-src 'none'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
}

// stem is a file's name without folder and ending.
func stem(name string) string {
	base := path.Base(name)
	return base[:len(base)-len(path.Ext(base))]
}
