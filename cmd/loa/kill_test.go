package main

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/release"
)

// asLoa makes the test binary be loa itself: a child that the kill test can shoot.
const asLoa = "LOA_TEST_AS_LOA"

// checkout copies what a build reads of the repository into a new folder.
func checkout(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"content", "themes", "static"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", "..", name))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func loaBuild(t *testing.T, dir, base string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "build", "--at", "2023-04-25", "--base", base)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asLoa+"=1", "XDG_CONFIG_HOME="+silent(t))
	return cmd
}

// ageLink makes the last switch an old one: after a fresh one a build leaves the other tree alone for two seconds, and every shot that
// falls into them tests nothing.
func ageLink(t *testing.T, public string) {
	t.Helper()
	if out, err := exec.Command("touch", "-h", "-d", "2020-01-01T00:00:00Z", filepath.Join(public, "current")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// TestKilledBuildLeavesAWholeRelease: loa build is killed with SIGKILL at 50 random moments, spread over the time that a build takes,
// while it replaces every page of the release. Whatever was there before or came after, readers always see one of the two, whole.
func TestKilledBuildLeavesAWholeRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("50 killed builds take about half a minute")
	}
	dir := checkout(t)
	public := filepath.Join(dir, "public")
	bases := []string{"https://mot.example", "https://hai.example"} // stands in every page, so every page changes
	others := map[string]string{}                                   // digest of a release → the base of the other one
	var took time.Duration
	for i, base := range bases {
		begin := time.Now()
		if out, err := loaBuild(t, dir, base).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		took = time.Since(begin)
		ageLink(t, public)
		others[digest(t, public)] = bases[1-i]
	}
	if len(others) != 2 {
		t.Fatalf("the two releases are one: %v", others)
	}
	random := rand.New(rand.NewPCG(9, 60))
	killed, switched := 0, 0
	seen := digest(t, public)
	for i := 0; killed < 50; i++ {
		if i == 200 {
			t.Fatalf("only %d of %d builds were killed before they ended", killed, i)
		}
		cmd := loaBuild(t, dir, others[seen])
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		shot := time.AfterFunc(time.Duration(random.Int64N(int64(took*5/4))), func() { _ = cmd.Process.Kill() })
		if err := cmd.Wait(); err != nil {
			killed++
		}
		shot.Stop()
		if err := release.Verify(public); err != nil {
			t.Fatalf("build %d: %v", i, err)
		}
		if now := digest(t, public); others[now] == "" {
			t.Fatalf("build %d: %s is neither of the two releases", i, now)
		} else if now != seen {
			seen = now
			switched++
			ageLink(t, public)
		}
	}
	t.Logf("%d builds killed, %d switches", killed, switched)
	if out, err := loaBuild(t, dir, bases[0]).CombinedOutput(); err != nil {
		t.Fatalf("a build after the kills: %v: %s", err, out)
	}
	if err := release.Verify(public); err != nil {
		t.Fatal(err)
	}
	rest, err := filepath.Glob(filepath.Join(public, "*", ".*"))
	if err != nil || len(rest) > 0 {
		t.Errorf("left behind: %v %v", rest, err)
	}
}

func digest(t *testing.T, public string) string {
	t.Helper()
	m, err := release.Read(public)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no release: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return m.Digest
}
