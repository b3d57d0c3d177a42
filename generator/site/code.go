package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// Code is the scripts of the pages. No page needs one: each adds to a page that is right without it.
type Code struct {
	Files   []File            // to be published, in order of name
	Address map[string]string // name without ending → address
}

// LoadCode minifies assets/js/*.js of the theme, each a classic script of its own. A name carries the digest of its content, so that
// a server may let browsers keep it for ever.
func LoadCode(theme fs.FS) (Code, error) {
	names, err := fs.Glob(theme, "assets/js/*.js")
	if err != nil {
		return Code{}, fmt.Errorf("scripts: %w", err)
	}
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	code := Code{Address: map[string]string{}}
	for _, name := range names {
		source, err := fs.ReadFile(theme, name)
		if err != nil {
			return Code{}, fmt.Errorf("scripts: %w", err)
		}
		small, err := m.Bytes("text/javascript", source)
		if err != nil {
			return Code{}, fmt.Errorf("scripts: %s: %w", name, err)
		}
		sum := sha256.Sum256(small)
		file := path.Join("tai-nguyen", stem(name)+"."+hex.EncodeToString(sum[:6])+".js")
		code.Files = append(code.Files, File{Path: file, Data: small})
		code.Address[stem(name)] = "/" + file
	}
	return code, nil
}
