// Command loa turns a culture centre's articles into a portal, feeds and reading scripts.
//
//	loa new "Tiêu đề bài"   a new article with its id and everything it must have
//	loa check               every mistake in the content, with its place and its cure
//	loa read                the script of an article; or lines, read aloud one by one
//	loa build               a release below public/
//	loa serve               the working tree in a browser on this machine
//	loa bundle              days of a station as a ZIP for a stick
//
// Results go to standard output, findings to standard error, progress only to a terminal. Exit codes: 0 fine, 1 findings, 2 wrong use,
// 3 the machine's trouble. All words that people see are Vietnamese; command words and flags are English.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"
)

// Exit codes.
const (
	exitFindings = 1
	exitUsage    = 2
	exitFailure  = 3
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], machine())
	stop()
	os.Exit(code)
}

// machine is the one place where clock, environment, randomness and directory of the process are read.
func machine() environment {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return environment{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Terminal: term.IsTerminal(int(os.Stderr.Fd())), Now: time.Now, Getenv: os.Getenv,
		Dir: dir, Random: rand.Reader}
}

// run is the program with its arguments on a given machine, until ctx ends; it gives the exit code.
func run(ctx context.Context, args []string, env environment) int {
	root := newRoot(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var wrong usage
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &wrong):
		fmt.Fprintf(env.Err, "loa: %s\nXem cách dùng: loa %s--help\n", wrong.words, wrong.command)
		return exitUsage
	}
	fmt.Fprintf(env.Err, "loa: không làm được: %v\n", err)
	return exitFailure
}
