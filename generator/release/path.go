package release

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode"
)

// temporary is the name under which a file is written, in its own directory. One is enough: files are written one after another.
const temporary = ".moi~"

// checkPaths refuses paths that could leave the tree or that some file system takes for each other. Entries are sorted by path, so
// that the first error does not depend on the order given.
func checkPaths(entries []Entry) error {
	taken := paths{}
	for _, e := range entries {
		if err := taken.add(e.Path); err != nil {
			return err
		}
	}
	return nil
}

// paths are files and the directories above them, by folded name.
type paths map[string]struct {
	name string
	file bool
}

// add takes a file into the set, or says why it cannot lie beside those that are there.
func (p paths) add(file string) error {
	if err := checkPath(file); err != nil {
		return err
	}
	for i := 0; i <= len(file); i++ {
		if i < len(file) && file[i] != '/' {
			continue
		}
		name, isFile := file[:i], i == len(file)
		key := fold(name)
		first, met := p[key]
		switch {
		case !met:
			first.name, first.file = name, isFile
			p[key] = first
		case first.name != name:
			return fmt.Errorf("paths %q and %q differ only in case", first.name, name)
		case first.file && isFile:
			return fmt.Errorf("path %q is given twice", name)
		case first.file || isFile:
			return fmt.Errorf("path %q is a file and a directory", name)
		}
	}
	return nil
}

// directory says whether a path is a directory above one of the files.
func (p paths) directory(name string) bool {
	found, met := p[fold(name)]
	return met && !found.file && found.name == name
}

// file says whether a path is one of the files.
func (p paths) file(name string) bool {
	found, met := p[fold(name)]
	return met && found.file && found.name == name
}

// checkPath refuses a path that is not a plain relative one on every system: absolute, with "." or ".." or an empty part, with a
// backslash, a colon (drives and streams of Windows) or a control character, and the name of the files being written.
func checkPath(name string) error {
	unsafe := func(r rune) bool { return r == '\\' || r == ':' || unicode.IsControl(r) }
	if !fs.ValidPath(name) || name == "." || strings.ContainsFunc(name, unsafe) || !filepath.IsLocal(filepath.FromSlash(name)) {
		return fmt.Errorf("path %q is not a safe path inside the release", name)
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == temporary {
			return fmt.Errorf("path %q holds the name %s, which is needed for writing", name, temporary)
		}
	}
	return nil
}

// fold makes names equal that a file system without case takes for each other: each letter becomes the least of those that
// Unicode's simple folding joins.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, name)
}

// ContentNamed says whether a path names its content, so that its bytes never change: everything below am-thanh/, and a name that
// ends before its extension in "-" or "." and 12 to 64 lower-case hexadecimal digits ("cap-3f2a90c1b4de.jpg"). Such a file stays
// one release longer than the pages that used it, and may be cached for ever.
func ContentNamed(name string) bool {
	if strings.HasPrefix(name, "am-thanh/") {
		return true
	}
	base := path.Base(name)
	stem := strings.TrimSuffix(base, path.Ext(base))
	sum := stem[strings.LastIndexAny(stem, "-.")+1:]
	return stem != base && len(sum) < len(stem) && len(sum) >= 12 && len(sum) <= 64 && strings.Trim(sum, "0123456789abcdef") == ""
}
