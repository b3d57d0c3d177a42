package release_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/release"
)

// childVariable makes the test binary a program that publishes into the directory it names, until it is killed.
const childVariable = "LOA_RELEASE_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVariable); dir != "" {
		if err := child(dir, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child publishes numbered releases for ever, from the one named on, and says so after each; or one release on a disk that is full.
func child(dir, from string) error {
	if from == "full" {
		return childOnFullDisk(dir)
	}
	first, err := strconv.Atoi(from)
	if err != nil {
		return err
	}
	for n := first; ; n++ {
		opt := options()
		opt.Now = noon.Add(time.Duration(n) * time.Minute)
		if _, err := release.Publish(dir, numbered(n%releases), opt); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// releases is the number of different releases that a child publishes in turn.
const releases = 9

// numbered is one of them: 60 files of which a quarter differs from those of the next, in directories that come and go, with sound.
func numbered(n int) []release.File {
	var list []release.File
	for i := range 60 {
		version := n
		if i%4 > 0 {
			version = 0
		}
		path := fmt.Sprintf("bai-viet/%d/%d.html", i%(7+n%3), i)
		if i%10 == 0 {
			path = fmt.Sprintf("am-thanh/%d-%012x.mp3", i, version)
		}
		list = append(list, release.File{Path: path, Data: bytes.Repeat(fmt.Appendf(nil, "%d %d\n", i, version), 1000)})
	}
	return append(list, release.File{Path: "phien-ban.json", Data: fmt.Append(nil, n)})
}

func startChild(t *testing.T, dir, argument string) (*exec.Cmd, io.Reader, *bytes.Buffer) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, argument)
	cmd.Env = append(os.Environ(), childVariable+"="+dir)
	stderr := &bytes.Buffer{}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd, stdout, stderr
}

// TestKillLeavesAWholeRelease kills a publishing program, as kill -9 does, 50 times at random moments. Each time readers see one of
// the releases, whole; and the next program, which finds what the killed one left, publishes as if nothing had been.
func TestKillLeavesAWholeRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("50 programs are started")
	}
	t.Parallel()
	known := map[string]bool{}
	for n := range releases {
		known[release.Digest(numbered(n))] = true
	}
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	halfDone := 0
	for kill := range 50 {
		cmd, stdout, stderr := startChild(t, dir, strconv.Itoa(kill*1000+r.IntN(releases)))
		// From its first release on the child does nothing but publish, so that the moment lies anywhere in a publication.
		if line, err := bufio.NewReader(stdout).ReadString('\n'); err != nil {
			cmd.Wait()
			t.Fatalf("kill %d: the program did not publish: %q, %v\n%s", kill, line, err, stderr)
		}
		time.Sleep(time.Duration(r.IntN(40_000)) * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("kill %d: the program ended by itself: %v\n%s", kill, err, stderr)
		}
		if err := release.Verify(dir); err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		m, err := release.Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		if !known[m.Digest] {
			t.Fatalf("kill %d: readers see %s, which was never published", kill, m.Digest)
		}
		for _, tree := range []string{"a", "b"} {
			if _, err := os.Stat(release.ManifestFile(filepath.Join(dir, tree))); err != nil {
				halfDone++
			}
		}
	}
	t.Logf("%d of 50 kills left a tree half-done", halfDone)
	if halfDone == 0 {
		t.Error("no kill hit a publication: the test shows nothing")
	}
	publish(t, dir, files("index.html", "sau cùng"), options())
	publish(t, dir, files("index.html", "sau cùng nữa"), options())
	if diff := cmp.Diff(map[string]string{"index.html": "sau cùng nữa"}, tree(t, dir)); diff != "" {
		t.Errorf("in the end (-want +got):\n%s", diff)
	}
}
