package release

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// verifyLimit bounds the list of what Verify names.
const verifyLimit = 20

// Verify reads every file that readers see and holds it against the manifest: all are there with the same bytes, and nothing else is
// there. The error names up to 20 files that are not as they should be. It must not run beside a Publish of the same directory.
func Verify(dir string) error {
	tree, err := Current(dir)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	m, err := Load(tree)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	root, err := os.OpenRoot(tree)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	defer root.Close()
	known := make(paths, 2*len(m.Files))
	var wrong []error
	for _, e := range m.Files {
		if err := known.add(e.Path); err != nil {
			wrong = append(wrong, err)
		} else if err := verifyFile(root, e); err != nil {
			wrong = append(wrong, err)
		}
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && name != "." && !known.directory(name) && !known.file(name) {
			wrong = append(wrong, fmt.Errorf("%s: not in the manifest", name))
		}
		return err
	})
	if wrong = append(wrong, err); len(wrong) > verifyLimit {
		wrong = wrong[:verifyLimit]
	}
	if err := errors.Join(wrong...); err != nil {
		return fmt.Errorf("verify %s: %w", tree, err)
	}
	return nil
}

func verifyFile(root *os.Root, e Entry) error {
	info, err := root.Lstat(e.Path)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: not a file", e.Path)
	case info.Size() != e.Size:
		return fmt.Errorf("%s: %d bytes, not %d", e.Path, info.Size(), e.Size)
	}
	f, err := root.Open(e.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != e.SHA256 {
		return fmt.Errorf("%s: SHA-256 %s, not %s", e.Path, got, e.SHA256)
	}
	return nil
}
