package release

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

// manifestEnding is put after the name of a tree to name its manifest, which lies beside it.
const manifestEnding = ".ban-ke.json"

// manifestLimit bounds what is read as a manifest: half a million files with long names, about ten times the largest site foreseen.
const manifestLimit = 128 << 20

// manifestVersion is raised when the form changes; a manifest of another version counts as none, and the tree is made afresh.
const manifestVersion = 1

// Manifest says what a tree holds. It is written when the tree is whole and removed before the tree is touched.
//
// On disk it is JSON in UTF-8, one file a line, so that two of them can be compared by eye:
//
//	{"version":1,"at":"2023-04-25T06:00:00+07:00","digest":"…","files":[
//	{"path":"bai-viet/x/index.html","size":9120,"sha256":"…","key":"…"},
//	{"path":"am-thanh/…","size":…,"sha256":"…","late":true}
//	]}
type Manifest struct {
	At     time.Time // the instant that was built
	Digest string    // of the release, see [Digest]
	Files  []Entry   // sorted by path
}

// Entry is one file in a manifest.
type Entry struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`           // bytes
	SHA256 string `json:"sha256"`         // of the bytes, 64 lower-case hexadecimal digits
	Key    string `json:"key,omitempty"`  // [File].Key
	Late   bool   `json:"late,omitempty"` // not of this release: stays one release longer than the pages that used it
}

// Find gives the entry of a path.
func (m Manifest) Find(path string) (Entry, bool) {
	i, found := m.index(path)
	if !found {
		return Entry{}, false
	}
	return m.Files[i], true
}

func (m Manifest) index(path string) (int, bool) {
	return slices.BinarySearchFunc(m.Files, path, func(e Entry, path string) int { return cmp.Compare(e.Path, path) })
}

// Digest is what tells one release from another: SHA-256, in hexadecimal, over path, size and SHA-256 of every file in order of
// path. Keys and times do not count, nor does the order of files.
func Digest(files []File) string {
	entries := make([]Entry, 0, len(files))
	for _, f := range files {
		entries = append(entries, f.entry())
	}
	slices.SortFunc(entries, byPath)
	return digest(entries)
}

func (f File) entry() Entry {
	if f.From != nil {
		return Entry{Path: f.Path, Size: f.From.Size, SHA256: f.From.SHA256, Key: f.Key}
	}
	sum := sha256.Sum256(f.Data)
	return Entry{Path: f.Path, Size: int64(len(f.Data)), SHA256: hex.EncodeToString(sum[:]), Key: f.Key}
}

func byPath(a, b Entry) int { return cmp.Compare(a.Path, b.Path) }

// digest is that of sorted entries; late ones do not count.
func digest(entries []Entry) string {
	h := sha256.New()
	for _, e := range entries {
		if !e.Late {
			fmt.Fprintf(h, "%q %d %s\n", e.Path, e.Size, e.SHA256)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Read gives the manifest of the visible release. The error wraps [fs.ErrNotExist] if nothing was published yet.
func Read(dir string) (Manifest, error) {
	tree, err := Current(dir)
	if err != nil {
		return Manifest{}, err
	}
	return Load(tree)
}

// ManifestFile is the path of the manifest of a tree, as [Current] gives it.
func ManifestFile(tree string) string { return tree + manifestEnding }

// Load reads the manifest of a tree, as [Current] gives it. A manifest that is not whole is an error, never a part of one.
func Load(tree string) (Manifest, error) {
	f, err := os.Open(ManifestFile(tree))
	if err != nil {
		return Manifest{}, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, manifestLimit+1))
	if err != nil {
		return Manifest{}, err
	}
	m, err := decode(text)
	if err != nil {
		return Manifest{}, fmt.Errorf("manifest %s: %w", ManifestFile(tree), err)
	}
	return m, nil
}

// document is a manifest on disk.
type document struct {
	Version int       `json:"version"`
	At      time.Time `json:"at"`
	Digest  string    `json:"digest"`
	Files   []Entry   `json:"files"`
}

func (m Manifest) encode() []byte {
	var b bytes.Buffer
	head, err := json.Marshal(document{Version: manifestVersion, At: m.At, Digest: m.Digest, Files: []Entry{}})
	if err != nil {
		panic("release: a manifest that cannot be written: " + err.Error()) // a year beyond 9999
	}
	b.Write(bytes.TrimSuffix(head, []byte("]}")))
	for i, e := range m.Files {
		line, err := json.Marshal(e)
		if err != nil {
			panic("release: an entry that cannot be written: " + err.Error())
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

// decode is the inverse of encode. It takes only what encode could have written: paths safe, sorted and different, digest true.
func decode(text []byte) (Manifest, error) {
	if len(text) > manifestLimit {
		return Manifest{}, fmt.Errorf("longer than %d bytes", manifestLimit)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	var doc document
	if err := d.Decode(&doc); err != nil {
		return Manifest{}, err
	}
	if _, err := d.Token(); err != io.EOF {
		return Manifest{}, fmt.Errorf("something follows the end")
	}
	if doc.Version != manifestVersion {
		return Manifest{}, fmt.Errorf("version %d, not %d", doc.Version, manifestVersion)
	}
	for i, e := range doc.Files {
		if sum, err := hex.DecodeString(e.SHA256); err != nil || len(sum) != sha256.Size || e.Size < 0 {
			return Manifest{}, fmt.Errorf("%q: no SHA-256 or size", e.Path)
		}
		if i > 0 && doc.Files[i-1].Path >= e.Path {
			return Manifest{}, fmt.Errorf("%q: not in order", e.Path)
		}
	}
	if err := checkPaths(doc.Files); err != nil {
		return Manifest{}, err
	}
	if got := digest(doc.Files); got != doc.Digest {
		return Manifest{}, fmt.Errorf("digest is %s, not %s", got, doc.Digest)
	}
	return Manifest{At: doc.At, Digest: doc.Digest, Files: doc.Files}, nil
}
