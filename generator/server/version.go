package server

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"

	"github.com/vinhlinh/loa/generator/release"
)

// entityTag is a strong ETag: the first 16 digits of a file's SHA-256, and what was done to the bytes on the way (FEEDS.md 2.4).
func entityTag(sum, suffix string) string { return `"` + sum[:16] + suffix + `"` }

// maxComputed bounds the sums that are remembered; beyond it they are computed anew.
const maxComputed = 10_000

// versions knows the SHA-256 of files: from the manifest of their tree, or by reading them once. The zero value is ready.
type versions struct {
	mu        sync.Mutex
	manifests map[string]knownManifest
	computed  map[fileState]string
}

type knownManifest struct {
	state    fileState
	manifest release.Manifest
}

// fileState is what changes when a file does.
type fileState struct {
	tree, name string
	size       int64
	mod        time.Time
}

// sum gives the SHA-256 of a file that was just opened, in hexadecimal.
func (v *versions) sum(tree, name string, f io.Reader, info fs.FileInfo) (string, error) {
	if e, ok := v.manifest(tree).Find(name); ok && e.Size == info.Size() {
		return e.SHA256, nil
	}
	state := fileState{tree, name, info.Size(), info.ModTime().UTC()}
	v.mu.Lock()
	sum, known := v.computed[state]
	v.mu.Unlock()
	if known {
		return sum, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	sum = hex.EncodeToString(h.Sum(nil))
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.computed == nil || len(v.computed) >= maxComputed {
		v.computed = map[fileState]string{}
	}
	v.computed[state] = sum
	return sum, nil
}

// manifest gives the manifest of a tree, read again when its file changed; an empty one if there is none.
func (v *versions) manifest(tree string) release.Manifest {
	info, err := os.Stat(release.ManifestFile(tree))
	if err != nil {
		return release.Manifest{}
	}
	state := fileState{tree, "", info.Size(), info.ModTime().UTC()}
	v.mu.Lock()
	defer v.mu.Unlock()
	if known := v.manifests[tree]; known.state == state {
		return known.manifest
	}
	m, err := release.Load(tree)
	if err != nil {
		m = release.Manifest{}
	}
	if v.manifests == nil {
		v.manifests = map[string]knownManifest{}
	}
	v.manifests[tree] = knownManifest{state, m}
	return m
}
