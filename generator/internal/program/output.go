package program

import (
	"io"
	"strings"
)

// limited passes on at most left bytes. What comes after is thrown away: the program is being ended, and until it is, it shall not
// wait for a full pipe.
type limited struct {
	into     io.Writer
	left     int64
	exceeded func()
	err      error // of into
}

func (l *limited) Write(p []byte) (int, error) {
	taken := p
	if int64(len(p)) > l.left {
		taken = p[:l.left]
		l.exceeded()
	}
	l.left -= int64(len(taken))
	if l.err == nil && len(taken) > 0 {
		_, l.err = l.into.Write(taken)
	}
	return len(p), nil
}

// tail keeps the last bytes that are written to it.
type tail struct{ kept []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p[max(0, len(p)-stderrKept):]...)
	if extra := len(t.kept) - stderrKept; extra > 0 {
		t.kept = append(t.kept[:0], t.kept[extra:]...)
	}
	return len(p), nil
}

// String is what was kept, in valid UTF-8.
func (t *tail) String() string { return strings.ToValidUTF8(string(t.kept), "") }
