//go:build unix

package release_test

import (
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/release"
)

// fullAt is the size in bytes that no file can exceed in the child: writing stops in the middle of one, as on a full disk.
const fullAt = 64 << 10

func bigRelease() []release.File {
	return files("index.html", "hai", "lon.bin", strings.Repeat("x", 3*fullAt), "z.txt", "z")
}

func childOnFullDisk(dir string) error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: fullAt, Max: fullAt}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	result, err := release.Publish(dir, bigRelease(), options())
	if !errors.Is(err, syscall.EFBIG) || result.Changed {
		return errors.Join(errors.New("want EFBIG and no change"), err)
	}
	return nil
}

func TestDiskFullInTheMiddleOfAFileLeavesTheReleaseVisible(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	publish(t, dir, files("index.html", "một"), options())
	cmd, _, stderr := startChild(t, dir, "full")
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}
	if err := release.Verify(dir); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "một"}, tree(t, dir)); diff != "" {
		t.Errorf("readers see (-want +got):\n%s", diff)
	}
	if _, err := os.Stat(release.ManifestFile(filepath.Join(dir, "b"))); err == nil {
		t.Error("the half-done tree has a manifest")
	}
	publish(t, dir, bigRelease(), options())
}
