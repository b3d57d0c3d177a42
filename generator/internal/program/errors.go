package program

import (
	"fmt"
	"strings"
	"time"
)

// NotFoundError says that a program is not there or cannot be started.
type NotFoundError struct {
	Program string // as it was asked for
	cause   error
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("%s cannot be run: %v", e.Program, e.cause)
}
func (e *NotFoundError) Unwrap() error { return e.cause }

// TimeoutError says that a program was killed at its deadline.
type TimeoutError struct {
	Program string
	After   time.Duration
}

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("%s was still running after %v and was ended", e.Program, e.After)
}

// ExitError says that a program ended badly by itself.
type ExitError struct {
	Program string
	Code    int    // -1: a signal ended it
	Stderr  string // its last 4 KiB
	cause   error
}

func (e *ExitError) Error() string {
	said := strings.TrimSpace(e.Stderr)
	if said == "" {
		return fmt.Sprintf("%s: %v, without a word", e.Program, e.cause)
	}
	return fmt.Sprintf("%s: %v: %s", e.Program, e.cause, said)
}

func (e *ExitError) Unwrap() error { return e.cause }

// LimitError says that a program was ended because it wrote too much.
type LimitError struct {
	Program string
	What    string // "standard output", "standard error", "file"
	Limit   int64  // bytes
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s wrote more than %d bytes of %s and was ended", e.Program, e.Limit, e.What)
}
