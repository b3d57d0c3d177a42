package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"

	"golang.org/x/sync/errgroup"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/verbalize"
)

// Limits of reading lines: a longer line is refused, the run goes on; a batch is what one processor reads at a time.
const (
	maxLine    = 1 << 20
	batchLines = 512
	batchBytes = 64 << 10
)

// batch is a run of lines on its way from input to output.
type batch struct {
	first       int      // number of its first line, from 1
	lines       []string // without their ends; "" stands for one that is too long
	long        []int    // indexes of the lines that are too long
	out, report bytes.Buffer
	read        chan struct{} // closed when out and report are ready
}

// speakLines reads each line of in aloud and writes exactly one line for it to out, in their order; findings go to report as
// "line:column: kind: message", columns in visible characters. A line ends at LF or CR LF. All processors read, memory does not grow
// with the input, and a line that a person types is answered at once. The errors are those of the streams.
func speakLines(ctx context.Context, reader *verbalize.Reader, in io.Reader, out, report io.Writer) error {
	group, ctx := errgroup.WithContext(ctx)
	todo := make(chan *batch)                           // to whoever is free
	order := make(chan *batch, 4*runtime.GOMAXPROCS(0)) // the same, as they came
	failed := make(chan error, 1)
	go func() { // not in the group: a read of a terminal cannot be interrupted, and must not hold back the end
		defer close(order)
		defer close(todo)
		failed <- cutLines(ctx, in, func(b *batch) error {
			for _, to := range []chan *batch{order, todo} {
				select {
				case to <- b:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}()
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for {
				select {
				case b, more := <-todo:
					if !more {
						return nil
					}
					b.speak(reader)
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		})
	}
	group.Go(func() error {
		for {
			select {
			case b, more := <-order:
				if !more {
					return <-failed
				}
				select {
				case <-b.read:
				case <-ctx.Done():
					return ctx.Err()
				}
				if err := b.write(out, report); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	})
	return group.Wait()
}

// cutLines divides a stream into batches: full ones from a file, one for what has come from a person.
func cutLines(ctx context.Context, in io.Reader, give func(*batch) error) error {
	buffered := bufio.NewReaderSize(in, maxLine+len("\r\n"))
	b, size, number := newBatch(1), 0, 0
	for {
		line, err := buffered.ReadSlice('\n')
		tooLong := errors.Is(err, bufio.ErrBufferFull)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = buffered.ReadSlice('\n')
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("read line %d: %w", number+1, err)
		}
		if len(line) > 0 || tooLong {
			number++
			b.add(line, tooLong)
			size += len(line)
		}
		full := len(b.lines) == batchLines || size >= batchBytes
		if len(b.lines) > 0 && (full || err == io.EOF || buffered.Buffered() == 0) {
			if err := give(b); err != nil {
				return err
			}
			b, size = newBatch(number+1), 0
		}
		if err == io.EOF {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func newBatch(first int) *batch { return &batch{first: first, read: make(chan struct{})} }

func (b *batch) add(line []byte, tooLong bool) {
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	if tooLong || len(line) > maxLine {
		b.long = append(b.long, len(b.lines))
		line = nil
	}
	b.lines = append(b.lines, string(line))
}

// speak reads the lines of the batch.
func (b *batch) speak(reader *verbalize.Reader) {
	for i, line := range b.lines {
		reading := reader.Read(line)
		for k, s := range reading.Sentences {
			if k > 0 {
				b.out.WriteByte(' ')
			}
			b.out.WriteString(s.Text)
		}
		b.out.WriteByte('\n')
		column, done := 1, 0
		for _, f := range reading.Findings { // in the order of their places: each stretch is counted once
			column += diagnostic.Columns(line[done:f.Start])
			done = f.Start
			b.find(b.first+i, column, f.Check.Name, f.Message)
		}
	}
	for _, i := range b.long {
		b.find(b.first+i, 1, "dong-qua-dai", fmt.Sprintf("dòng dài quá %d byte nên bỏ qua", maxLine))
	}
	close(b.read)
}

func (b *batch) find(line, column int, kind, message string) {
	b.report.WriteString(strconv.Itoa(line))
	b.report.WriteByte(':')
	b.report.WriteString(strconv.Itoa(column))
	b.report.WriteString(": ")
	b.report.WriteString(kind)
	b.report.WriteString(": ")
	b.report.WriteString(message)
	b.report.WriteByte('\n')
}

func (b *batch) write(out, report io.Writer) error {
	if _, err := report.Write(b.report.Bytes()); err != nil {
		return fmt.Errorf("write findings: %w", err)
	}
	if _, err := out.Write(b.out.Bytes()); err != nil {
		return fmt.Errorf("write lines: %w", err)
	}
	return nil
}
