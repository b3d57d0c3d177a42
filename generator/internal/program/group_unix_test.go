//go:build unix

package program_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// TestNothingIsLeftOver: what a program started goes with it, whether it holds the pipes or not, at the deadline and at a good end.
func TestNothingIsLeftOver(t *testing.T) {
	for _, c := range []struct {
		name, pipes, after string
		fails              bool
	}{
		{"both hang", "holding", "hang", true},
		{"both hang, pipes free", "free", "hang", true},
		{"it ends and leaves one behind that holds its pipes", "holding", "end", false},
		{"it ends and leaves one behind", "free", "end", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			timeout := time.Minute
			if c.fails {
				timeout = 3 * time.Second // enough to get as far as hanging
			}
			note := filepath.Join(t.TempDir(), "pid")
			_, err := run(t, program.Command{Timeout: timeout}, "nest", note, c.pipes, c.after)
			if (err != nil) != c.fails || c.fails && !is[*program.TimeoutError](err) {
				t.Errorf("got %T %v", err, err)
			}
			text, err := os.ReadFile(note)
			if err != nil {
				t.Fatal(err)
			}
			pid, err := strconv.Atoi(string(text))
			if err != nil {
				t.Fatal(err)
			}
			for !gone(pid) { // the kernel ends it in its own time; the test's own deadline is the bound
				time.Sleep(10 * time.Millisecond)
			}
		})
	}
}

// gone says whether a process runs no more: not there, or dead and waiting for somebody to take note.
func gone(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return true
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return os.IsNotExist(err)
	}
	_, state, _ := strings.Cut(string(stat), ") ")
	return strings.HasPrefix(state, "Z") || strings.HasPrefix(state, "X")
}
