package program_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// TestMain lets the test binary be the small programs of the tests: the environment is bare, so the first argument says which.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "as" {
		os.Exit(act(os.Args[2], os.Args[3:]))
	}
	os.Exit(m.Run())
}

func act(part string, args []string) int {
	switch part {
	case "echo":
		fmt.Print(strings.Join(args, "|"))
	case "environment":
		dir, _ := os.Getwd()
		fmt.Println(dir)
		for _, line := range os.Environ() {
			fmt.Println(line)
		}
	case "copy":
		io.Copy(os.Stdout, os.Stdin)
	case "fail":
		fmt.Fprint(os.Stderr, strings.Repeat("x", 10_000), "\nkhông mở được\n")
		return 3
	case "hang":
		time.Sleep(time.Hour)
	case "flood":
		where := os.Stdout
		if len(args) > 0 && args[0] == "stderr" {
			where = os.Stderr
		} else if len(args) > 0 {
			where, _ = os.Create(args[0])
		}
		for block := bytes.Repeat([]byte("y\n"), 1<<15); ; {
			if _, err := where.Write(block); err != nil {
				return 1
			}
		}
	case "spill": // writes a little more than may be and ends well
		n, _ := strconv.Atoi(args[0])
		os.Stdout.Write(make([]byte, n))
	case "nest": // starts one that hangs, writes its id, and then hangs or ends
		child := exec.Command(os.Args[0], "as", "hang")
		if args[1] == "holding" {
			child.Stdout, child.Stderr = os.Stdout, os.Stderr
		}
		if err := child.Start(); err != nil {
			return 1
		}
		os.WriteFile(args[0], []byte(strconv.Itoa(child.Process.Pid)), 0o600)
		if args[2] == "hang" {
			time.Sleep(time.Hour)
		}
	}
	return 0
}

func run(t *testing.T, c program.Command, argv ...string) (program.Result, error) {
	t.Helper()
	c.Argv = append([]string{os.Args[0], "as"}, argv...)
	if c.Dir == "" {
		c.Dir = t.TempDir()
	}
	return program.Run(t.Context(), c)
}

func TestArgumentsArriveAsTheyAre(t *testing.T) {
	got, err := run(t, program.Command{}, "echo", "a b", "$HOME", "`id`", "", "*", "vâng; ạ")
	if want := "a b|$HOME|`id`||*|vâng; ạ"; err != nil || string(got.Stdout) != want {
		t.Errorf("got %q, %v, want %q", got.Stdout, err, want)
	}
}

func TestTheEnvironmentIsBare(t *testing.T) {
	t.Setenv("LOA_SECRET", "1")
	dir, home := t.TempDir(), t.TempDir()
	got, err := run(t, program.Command{Dir: dir, Home: home}, "environment")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(got.Stdout)), "\n")
	if lines[0] != dir {
		t.Errorf("working folder %q, want %q", lines[0], dir)
	}
	var names []string
	for _, line := range lines[1:] {
		name, _, _ := strings.Cut(line, "=")
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{"HOME", "LANG", "PATH"}
	if runtime.GOOS == "windows" {
		want = []string{"HOME", "LANG", "PATH", "SystemRoot", "USERPROFILE"}
	}
	if !slices.Equal(names, want) || !slices.Contains(lines, "HOME="+home) || !slices.Contains(lines, "LANG=C.UTF-8") {
		t.Errorf("environment %q", lines[1:])
	}
}

func TestInputAndOutputCanFlow(t *testing.T) {
	var out bytes.Buffer
	text := strings.Repeat("bà con ", 100_000)
	got, err := run(t, program.Command{Stdin: strings.NewReader(text), Stdout: &out, MaxOutput: int64(len(text))}, "copy")
	if err != nil || out.String() != text || got.Stdout != nil {
		t.Errorf("%d of %d bytes, %v", out.Len(), len(text), err)
	}
}

func TestEachEndHasItsError(t *testing.T) {
	for _, c := range []struct {
		name string
		argv []string
		cmd  program.Command
		want string
		is   func(error) bool
	}{
		{"exit code", []string{"fail"}, program.Command{}, "exit status 3", isExit(3)},
		{"hang", []string{"hang"}, program.Command{Timeout: 300 * time.Millisecond}, "still running after 300ms", is[*program.TimeoutError]},
		{"endless output", []string{"flood"}, program.Command{MaxOutput: 100_000}, "more than 100000 bytes of standard output", is[*program.LimitError]},
		{"endless complaints", []string{"flood", "stderr"}, program.Command{MaxOutput: 100_000}, "more than 100000 bytes of standard error", is[*program.LimitError]},
		{"one byte too many", []string{"spill", "101"}, program.Command{MaxOutput: 100}, "more than 100 bytes", is[*program.LimitError]},
		{"as many as may be", []string{"spill", "100"}, program.Command{MaxOutput: 100}, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := run(t, c.cmd, c.argv...)
			if c.is == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) || !c.is(err) {
				t.Fatalf("got %T %v, want %q", err, err, c.want)
			}
			if len(got.Stderr) > 4<<10 || c.name == "exit code" && !strings.HasSuffix(got.Stderr, "không mở được\n") {
				t.Errorf("kept %d bytes, end %q", len(got.Stderr), got.Stderr[max(0, len(got.Stderr)-30):])
			}
		})
	}
}

func TestAProgramThatIsNotThere(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain.txt")
	if err := os.WriteFile(plain, []byte("no program"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"loa-không-có", "/no/such/program", plain} {
		_, err := program.Run(t.Context(), program.Command{Argv: []string{name}, Dir: t.TempDir()})
		if !is[*program.NotFoundError](err) {
			t.Errorf("%s: got %T %v", name, err, err)
		}
	}
	if _, err := program.Run(t.Context(), program.Command{Dir: t.TempDir()}); err == nil {
		t.Error("no name: no error")
	}
	if _, err := program.Run(t.Context(), program.Command{Argv: []string{os.Args[0]}, Dir: "/no/such/folder"}); err == nil || is[*program.NotFoundError](err) {
		t.Errorf("no folder: %v", err)
	}
}

func TestAFileThatGrowsIsStopped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ra.wav")
	_, err := run(t, program.Command{File: file, MaxFile: 1 << 20}, "flood", file)
	if e, ok := errors.AsType[*program.LimitError](err); !ok || e.What != "file" {
		t.Errorf("got %T %v", err, err)
	}
}

func TestGivingUpIsNoMistakeOfTheProgram(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := program.Run(ctx, program.Command{Argv: []string{os.Args[0], "as", "hang"}, Dir: t.TempDir()})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %T %v", err, err)
	}
}

func is[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

func isExit(code int) func(error) bool {
	return func(err error) bool {
		e, ok := errors.AsType[*program.ExitError](err)
		return ok && e.Code == code
	}
}
