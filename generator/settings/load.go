package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Limits of the files, checked before anything is parsed.
const (
	maxSettings = 256 << 10
	maxNetwork  = 8 << 20 // dai.toml of a country: 3,321 communes with their stations take 1.3 MiB
	maxLexicon  = 1 << 20
)

// Load reads the files of content/_loa below the root of the repository.
//
// Settings come back whole even with findings: a value that is wrong, or a file that is not there, leaves the default or the zero value.
// loa.toml and dai.toml must be there, the others may be. Findings are of all files at once, in the order of the files' names in this
// function and of their places. The error is the machine's trouble only, and then there are no settings.
func Load(fsys fs.FS) (*Settings, []diagnostic.Diagnostic, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read %s: %w", folder, err)
	}
	l := loader{fsys: fsys, entries: entries}
	d := defaults()
	s := &Settings{Publisher: d.publisher, Reading: d.reading, Pauses: d.pauses, Sound: d.sound}
	l.toml("loa.toml", true, maxSettings, func(r *reader, root *table) {
		d := readPublisher(r, root)
		s.Site, s.Publisher, s.Reading, s.Pauses, s.Sound = d.site, d.publisher, d.reading, d.pauses, d.sound
	})
	l.toml("dai.toml", true, maxNetwork, func(r *reader, root *table) { s.Areas, s.Stations = readNetwork(r, root) })
	l.toml("duong-day-nong.toml", false, maxSettings, func(r *reader, root *table) { s.Hotlines = readHotlines(r, root) })
	l.toml("phap-luat.toml", false, maxSettings, func(r *reader, root *table) { s.Acts, s.Refused = readActs(r, root) })
	l.text("loi-chao.txt", maxSettings, func(r *reader) { s.Greeting = readGreeting(r, r.src.Text) })
	l.text("phat-am.txt", maxLexicon, func(r *reader) { s.Lexicon = r.src })
	if l.err != nil {
		return nil, nil, l.err
	}
	s.index()
	return s, l.found, nil
}

// loader reads one file after another and stops at the first trouble of the machine.
type loader struct {
	fsys    fs.FS
	entries []fs.DirEntry
	found   []diagnostic.Diagnostic
	err     error
}

// open reads a file, and says whether there is text to go on with.
func (l *loader) open(name string, must bool, limit int64) (f file, ok bool) {
	if l.err != nil {
		return f, false
	}
	f, l.err = readFile(l.fsys, l.entries, name, limit)
	if must && !f.here && l.err == nil {
		f.found = append(f.found, broken.At(diagnostic.NewSource(path.Join(folder, name), ""), diagnostic.Span{}, fmt.Sprintf("thiếu tệp “%s”", name),
			"Chép tệp này từ kho mẫu của loa rồi sửa."))
	}
	l.found = append(l.found, f.found...)
	return f, f.src != nil && l.err == nil
}

func (l *loader) toml(name string, must bool, limit int64, read func(r *reader, root *table)) {
	f, ok := l.open(name, must, limit)
	if !ok {
		return
	}
	root, found := parseTOML(f.src, f.clean)
	r := &reader{src: f.src}
	read(r, root)
	l.found = append(append(l.found, found...), r.found...)
}

func (l *loader) text(name string, limit int64, read func(r *reader)) {
	f, ok := l.open(name, false, limit)
	if !ok {
		return
	}
	r := &reader{src: f.src}
	read(r)
	l.found = append(l.found, r.found...)
}
