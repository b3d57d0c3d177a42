package release

import (
	"fmt"
	"io/fs"
	"slices"
)

// wanted are the files of the new release, sorted by path; entries and files run in step.
type wanted struct {
	entries []Entry
	files   []File
	taken   paths
}

// listFiles sorts, digests and checks the files that the caller gave.
func listFiles(files []File, drop []string) (wanted, error) {
	w := wanted{files: slices.Clone(files), entries: make([]Entry, 0, len(files)), taken: make(paths, 2*len(files))}
	slices.SortStableFunc(w.files, func(a, b File) int { return byPath(Entry{Path: a.Path}, Entry{Path: b.Path}) })
	for _, f := range w.files {
		if err := w.taken.add(f.Path); err != nil {
			return wanted{}, err
		}
		if slices.Contains(drop, f.Path) {
			return wanted{}, fmt.Errorf("path %q is published and dropped at once", f.Path)
		}
		w.entries = append(w.entries, f.entry())
	}
	return w, nil
}

// visible is what readers see while the new release is made.
type visible struct {
	tree     string // "a", "b", or "" when nothing was published yet
	manifest Manifest
	root     rootLstat
}

// rootLstat is the one thing that is asked of the disk about the visible tree.
type rootLstat interface {
	Lstat(name string) (fs.FileInfo, error)
}

// find gives the file that readers see at a path; nil if there is none.
func (v visible) find(path string) fs.FileInfo {
	if v.tree == "" {
		return nil
	}
	info, err := v.root.Lstat(v.tree + "/" + path)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// same says whether the file that readers see has the bytes of e: its manifest says so, and its size does not speak against it.
func (v visible) same(e Entry, info fs.FileInfo) bool {
	known, found := v.manifest.Find(e.Path)
	return found && info != nil && known.SHA256 == e.SHA256 && known.Size == e.Size && info.Size() == e.Size
}

// release is the new release and the tree that it will stand in.
type release struct {
	wanted
	tree string
	late []Entry // sorted; content-named files of the visible release that are no longer wanted
	drop []string
}

// plan decides which tree the release goes into and what stays longer.
func plan(w wanted, seen visible, opt Options) release {
	next := release{wanted: w, tree: trees[0], drop: opt.Drop}
	if seen.tree == trees[0] {
		next.tree = trees[1]
	}
	for _, e := range seen.manifest.Files {
		if e.Late || !ContentNamed(e.Path) || slices.Contains(opt.Drop, e.Path) || w.taken.file(e.Path) || !seen.same(e, seen.find(e.Path)) {
			continue
		}
		if w.taken.add(e.Path) != nil {
			continue // its name is needed for something else
		}
		e.Late = true
		next.late = append(next.late, e)
	}
	return next
}

// equals says whether readers see this release already, whole, and nothing that is to be dropped.
func (r release) equals(seen visible) bool {
	if seen.tree == "" || seen.manifest.Digest != r.digest() {
		return false
	}
	for _, e := range seen.manifest.Files {
		if !seen.same(e, seen.find(e.Path)) || slices.Contains(r.drop, e.Path) {
			return false
		}
	}
	return true
}

func (r release) digest() string { return digest(r.entries) }

// manifest lists the release with those late files that could be kept.
func (r release) manifest(late []Entry) []Entry {
	all := slices.Concat(r.entries, late)
	slices.SortFunc(all, byPath)
	return all
}
