// Package release publishes a set of files so that readers see all of it or nothing of it.
//
// A published directory ("public") holds
//
//	a/, b/                        two trees of files, one of them visible
//	a.ban-ke.json, b.ban-ke.json  what each tree holds, see [Manifest]; beside the trees, so that no server hands it out
//	current                       symbolic link to "a" or "b": the tree that readers see
//	nhat-ky.txt                   one line a release: instant, digest, number of files
//	.khoa                         held by the build that is publishing
//
// [Publish] brings the tree that nobody sees to the new release by the difference from the visible one, syncs it, writes its
// manifest and renames a new link over current. Files that did not change are hard links to those of the visible tree: they keep
// inode and time, and publishing costs what changed. Pictures and sound, named by their content, stay one release longer than the
// pages that used them ([ContentNamed]). A failed build, a kill, a power cut or a full disk leave current as it was; what they leave
// half-done in the other tree is trusted by nobody and mended by the next call.
//
// The package knows nothing of what the files mean and takes the time as an argument. ARCHITECTURE.md, decisions 3 and 5.
package release

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// File is one file of a release.
type File struct {
	Path string  // slash-separated, relative to the root of the tree: "bai-viet/x/index.html"
	Data []byte  // not changed and not kept
	From *Stored // where the bytes lie, instead of Data; nil: they are Data
	Key  string  // what the file was made from, kept in the manifest for the next build; may be empty
}

// Stored is a file of this machine that holds the bytes of a [File]: sound and bundles need not pass through memory. It is read only
// when readers do not have these bytes yet, and then held against its digest.
type Stored struct {
	Path   string // absolute
	Size   int64
	SHA256 string // 64 lower-case hexadecimal digits
}

// open gives the bytes.
func (f File) open() (io.ReadCloser, error) {
	if f.From != nil {
		return os.Open(f.From.Path)
	}
	return io.NopCloser(bytes.NewReader(f.Data)), nil
}

// Options of Publish. At and Now must be set; the rest is right when zero.
type Options struct {
	At     time.Time           // the instant that was built, for nhat-ky.txt and the manifest, in the zone it is to be written in
	Now    time.Time           // the time of files that changed, if it is after their former one
	Fresh  bool                // make the whole tree anew, also when the release is the visible one
	NoLink bool                // copy instead of hard-linking (file systems without links)
	Drop   []string            // paths that are gone at once, though content-named: withdrawn sound
	Sleep  func(time.Duration) // waits until the idle tree may be touched; nil is time.Sleep
}

// Result is what Publish did. The counts compare the new release with the one that was visible before.
type Result struct {
	Changed bool   // current was switched; true beside an error if only what follows the switch failed
	Tree    string // path of the visible tree
	Digest  string // of the release, see [Digest]
	Files   int    // in the release, without those that only stay longer
	Bytes   int64  // of these files
	Written int    // new, or with other bytes than before
	Kept    int    // with the same bytes as before
	Removed int    // no longer in the tree
	Late    int    // content-named files of the release before, kept for its readers
}

// ErrLocked is the error of a build that finds another one publishing into the same directory.
var ErrLocked = errors.New("another build is publishing here")

// ErrLink is the error of a machine on which the link current cannot be made, such as Windows without the right to make links.
var ErrLink = errors.New("the link to the release cannot be made")

// Publish makes files the release that readers of dir see. The order of files does not matter; dir is made if it is not there.
//
// A release that is the visible one already changes nothing but keys in the manifest. An unchanged file keeps its time; a changed
// one gets the later of Now and its former time plus one second, in whole seconds, since web servers tell versions apart by that.
// The tree that was visible before is left alone for two seconds after the switch, for requests that still read it.
//
// Errors: an unsafe path ([File].Path absolute, with "..", a backslash or a control character), two paths that are equal or differ
// only in case, a path in files and in Drop, [ErrLocked], [ErrLink], a directory that holds an a, b or current which is not ours,
// and the trouble of the disk. After an error current is as it was, unless Result.Changed says that the switch was made.
func Publish(dir string, files []File, opt Options) (Result, error) {
	result, err := publish(dir, files, opt)
	if err != nil {
		return result, fmt.Errorf("publish %s: %w", dir, err)
	}
	return result, nil
}

func publish(dir string, files []File, opt Options) (Result, error) {
	if opt.At.IsZero() || opt.Now.IsZero() {
		return Result{}, errors.New("Options.At and Options.Now must be set")
	}
	wanted, err := listFiles(files, opt.Drop)
	if err != nil {
		return Result{}, err
	}
	s, err := openStore(dir)
	if err != nil {
		return Result{}, err
	}
	defer s.close()
	seen, err := s.visible()
	if err != nil {
		return Result{}, err
	}
	if err := s.completeLog(seen); err != nil {
		return Result{}, err
	}

	next := plan(wanted, seen, opt)
	if !opt.Fresh && next.equals(seen) {
		return seen.result(dir), s.renewKeys(next, seen)
	}
	s.rest(seen, opt.Sleep)
	late, err := s.build(next, seen, opt)
	if err != nil {
		return Result{}, err
	}
	manifest := Manifest{At: opt.At, Digest: next.digest(), Files: next.manifest(late)}
	if err := s.replace(next.tree+manifestEnding, manifest.encode()); err != nil {
		return Result{}, err
	}
	if err := s.switchTo(next.tree); err != nil {
		return Result{}, err
	}
	return next.result(dir, manifest, seen), errors.Join(syncDir(dir), s.log(manifest))
}

// store is a published directory that this process has locked.
type store struct {
	dir     string
	root    *os.Root        // of dir
	lock    *os.File        // held until close
	written []string        // files of the idle tree that were written
	touched map[string]bool // its directories whose entries changed
}

// openStore makes dir if need be, refuses it if it holds something of somebody else under our names, and locks it.
func openStore(dir string) (*store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s := &store{dir: dir, root: root, touched: map[string]bool{}}
	if err := s.refuseForeign(); err != nil {
		root.Close()
		return nil, err
	}
	if s.lock, err = acquire(dir); err != nil {
		root.Close()
		return nil, err
	}
	return s, nil
}

func (s *store) close() {
	s.lock.Close()
	s.root.Close()
}

// refuseForeign finds an a, b or current in a directory that no release was ever published into. Publishing would delete it.
func (s *store) refuseForeign() error {
	if _, err := s.root.Lstat(lockName); err == nil {
		return nil
	}
	for _, tree := range trees {
		if _, err := s.root.Lstat(tree + manifestEnding); err == nil {
			return nil
		}
	}
	for _, name := range append([]string{currentName}, trees[:]...) {
		if _, err := s.root.Lstat(name); err == nil {
			return fmt.Errorf("the directory holds %q, which was not made by loa", name)
		}
	}
	return nil
}
