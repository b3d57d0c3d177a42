package release

import "path/filepath"

// result is that of a release which readers see already.
func (v visible) result(dir string) Result {
	r := Result{Tree: filepath.Join(dir, v.tree), Digest: v.manifest.Digest}
	for _, e := range v.manifest.Files {
		if e.Late {
			r.Late++
			continue
		}
		r.Files++
		r.Bytes += e.Size
	}
	r.Kept = r.Files
	return r
}

// result is that of a release which took the place of the visible one.
func (r release) result(dir string, m Manifest, seen visible) Result {
	result := Result{Changed: true, Tree: filepath.Join(dir, r.tree), Digest: m.Digest}
	for _, e := range m.Files {
		if e.Late {
			result.Late++
			continue
		}
		result.Files++
		result.Bytes += e.Size
		if old, found := seen.manifest.Find(e.Path); found && old.SHA256 == e.SHA256 && old.Size == e.Size {
			result.Kept++
		} else {
			result.Written++
		}
	}
	for _, e := range seen.manifest.Files {
		if _, found := m.Find(e.Path); !found {
			result.Removed++
		}
	}
	return result
}
