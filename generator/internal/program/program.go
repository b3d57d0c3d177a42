// Package program runs one program and gives back what it said: never by a shell, never without an end.
//
// A program gets an argv, a folder, a deadline, a limit on what it writes and a bare environment; when it is over, or its time is,
// nothing that it started in its process group is left. The package knows no program by name. Start with [Run].
//
// Not meant for a program that hides from its group on purpose (setsid): who runs it is the machine's administrator, never a writer.
package program

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Limits that hold where a [Command] says nothing.
const (
	usualTimeout = 30 * time.Second
	usualOutput  = 1 << 20
)

// stderrKept is how much of a program's complaints is kept, from their end: the last lines say why it gave up.
const stderrKept = 4 << 10

// grace is how long the pipes of a program that is over may stay open in the hands of what it started.
const grace = 500 * time.Millisecond

// Command is a program to be run.
type Command struct {
	Argv []string // the program, by name (sought in the PATH of loa itself) or path, and its arguments as they are
	Dir  string   // working folder; must be there
	Home string   // HOME, a private folder; "": Dir

	Timeout   time.Duration // 0: 30 seconds
	MaxOutput int64         // bytes of standard output, and of standard error, after which it is ended; 0: 1 MiB
	Stdin     io.Reader     // nil: nothing
	Stdout    io.Writer     // where standard output goes as it comes; nil: into Result.Stdout. MaxOutput holds for both

	File    string // a file that the program writes; "": none is watched
	MaxFile int64  // bytes of File after which it is ended. It is looked at 20 times a second: what a program writes meanwhile comes on top
}

// Result is what a program that ended well said.
type Result struct {
	Stdout []byte // nil when Command.Stdout took it
	Stderr string // the last 4 KiB
}

// Run runs a program to its end.
//
// It gives a nil error only when the program ended by itself with exit code 0 and kept within its limits. Otherwise the error is a
// [NotFoundError], [TimeoutError], [ExitError] or [LimitError], or the cause of ctx being done. In each case every process of the program's
// group has been killed when Run returns (on Windows: the program itself). The environment is PATH (the program's folder, then the
// system's), LANG=C.UTF-8 and HOME, nothing else.
func Run(ctx context.Context, c Command) (Result, error) {
	if len(c.Argv) == 0 || c.Argv[0] == "" {
		return Result{}, errors.New("run a program: no name given")
	}
	name := filepath.Base(c.Argv[0])
	path, err := exec.LookPath(c.Argv[0])
	if err == nil {
		path, err = filepath.Abs(path) // the working folder is another one
	}
	if err != nil {
		return Result{}, &NotFoundError{Program: c.Argv[0], cause: err}
	}
	if info, err := os.Stat(c.Dir); err != nil || !info.IsDir() {
		return Result{}, fmt.Errorf("run %s: no working folder %q", name, c.Dir)
	}
	timeout, most := c.Timeout, c.MaxOutput
	if timeout <= 0 {
		timeout = usualTimeout
	}
	if most <= 0 {
		most = usualOutput
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, &TimeoutError{Program: name, After: timeout})
	defer cancel()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)

	var out bytes.Buffer
	var into io.Writer = &out
	if c.Stdout != nil {
		into = c.Stdout
	}
	stdout := &limited{into: into, left: most, exceeded: func() { end(&LimitError{Program: name, What: "standard output", Limit: most}) }}
	complaints := &tail{}
	stderr := &limited{into: complaints, left: most, exceeded: func() { end(&LimitError{Program: name, What: "standard error", Limit: most}) }}

	cmd := exec.CommandContext(ctx, path, c.Argv[1:]...)
	cmd.Dir = c.Dir
	cmd.Env = environment(filepath.Dir(path), c.home())
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.Stdin, stdout, stderr
	cmd.WaitDelay = grace
	apart(cmd)
	cmd.Cancel = func() error { return killGroup(cmd.Process) }
	if err := cmd.Start(); err != nil {
		if ctx.Err() != nil {
			return Result{}, context.Cause(ctx)
		}
		return Result{}, &NotFoundError{Program: c.Argv[0], cause: err}
	}
	watched := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(watched)
		if c.File != "" {
			watch(c.File, c.MaxFile, done, func() { end(&LimitError{Program: name, What: "file", Limit: c.MaxFile}) })
		}
	}()
	err = cmd.Wait()
	close(done)
	<-watched
	_ = killGroup(cmd.Process) // what it left behind; that there is nothing is the rule
	if c.File != "" && tooLarge(c.File, c.MaxFile) {
		end(&LimitError{Program: name, What: "file", Limit: c.MaxFile})
	}
	said := Result{Stdout: out.Bytes(), Stderr: complaints.String()}
	cause := context.Cause(ctx)
	_, excess := errors.AsType[*LimitError](cause)
	switch {
	case excess, cause != nil && err != nil:
		return said, cause
	case stdout.err != nil:
		return said, fmt.Errorf("run %s: take its output: %w", name, stdout.err)
	case err != nil && !errors.Is(err, exec.ErrWaitDelay): // it ended well, and what held its pipes is gone
		return said, &ExitError{Program: name, Code: cmd.ProcessState.ExitCode(), Stderr: said.Stderr, cause: err}
	}
	return said, nil
}

func (c Command) home() string {
	if c.Home != "" {
		return c.Home
	}
	return c.Dir
}

// watch calls exceeded as soon as a file is larger than may be, until done.
func watch(file string, most int64, done <-chan struct{}, exceeded func()) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
			if tooLarge(file, most) {
				exceeded()
				return
			}
		}
	}
}

func tooLarge(file string, most int64) bool {
	info, err := os.Lstat(file)
	return err == nil && info.Size() > most
}
