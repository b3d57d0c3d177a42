package site

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/bep/clocks"
	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"github.com/vinhlinh/loa/generator/diagnostic"
	zone "github.com/vinhlinh/loa/generator/settings"
)

// one is held while Hugo runs: its clock and its second logger are variables of its packages.
var one sync.Mutex

// few is a number of pages that Hugo always comes back from. After the tenth page that fails its workers stop, one by one; if the walk over
// the pages is handing over another when the last of them has gone, it waits for ever (renderPages of hugolib/site_render.go).
const few = 9

// patience is how long Hugo may take to come back after the tenth failure: without the fault above it is milliseconds.
const patience = time.Second

var (
	errStuck = errors.New("hugo does not come back")
	errPanic = errors.New("hugo panics")
)

// batches cuts pages into builds of at most size. Of more than a few pages one of each layout comes first: what is wrong with the theme is
// then found with a few pages, and at once.
func batches(pages []Page, size int) [][]Page {
	var first, rest []Page
	seen := map[string]bool{}
	for _, p := range pages {
		if len(pages) > few && !seen[p.Layout] {
			seen[p.Layout] = true
			first = append(first, p)
		} else {
			rest = append(rest, p)
		}
	}
	return slices.AppendSeq(slices.Collect(slices.Chunk(first, min(few, size))), slices.Chunk(rest, size))
}

// build makes a batch. When Hugo gets stuck, which takes ten failing pages, it is given a few at a time, to hear what is wrong with them.
func build(in Input, theme []File, pages []Page) ([]File, []diagnostic.Diagnostic, error) {
	one.Lock()
	defer one.Unlock()
	clock := htime.Clock
	defer func() { htime.Clock = clock }()
	htime.Clock = clocks.Fixed(in.At.In(zone.Zone))

	files, found, err := run(in, theme, pages)
	if !errors.Is(err, errStuck) {
		return files, found, err
	}
	for some := range slices.Chunk(pages, few) {
		if _, found, again := run(in, theme, some); again != nil || len(found) > 0 {
			return nil, found, again
		}
	}
	return nil, nil, err
}

// run is one run of Hugo: a fresh source, a fresh output. Files are in no promised order. A panic in Hugo comes back as an error, unless
// it happens in one of Hugo's own goroutines, which ends the process; the release on the disk is whole even then.
func run(in Input, theme []File, pages []Page) (files []File, found []diagnostic.Diagnostic, err error) {
	err = guarded(func() error {
		src, err := source(in, theme, pages)
		if err != nil {
			return err
		}
		var said journal
		log := said.logger()
		conf, err := load(in, descriptor(in, src, log))
		if err != nil {
			return err
		}
		out := afero.NewMemMapFs()
		hfs := hugofs.NewFromSourceAndDestination(src, out, hugoSettings(in))
		hfs.PublishDir = hugofs.NewCreateCountingFs(hfs.PublishDir) // for printPathWarnings: two pages at one address
		sites, fault := hugolib.NewHugoSites(deps.DepsCfg{Configs: conf, Fs: hfs, TestLogger: log,
			StdOut: io.Discard, StdErr: io.Discard, LogLevel: logg.LevelWarn})
		if fault == nil {
			defer sites.Close()
			for _, p := range pages {
				sites.Sites[0].Store().Set(p.name(), p.Value)
			}
			fault = finish(sites)
		}
		switch {
		case errors.Is(fault, errStuck), errors.Is(fault, errPanic):
			return fault
		case fault == nil:
			if files, err = output(out); err != nil {
				return err
			}
			found = missing(pages, files)
		}
		if found = append(found, findings(pages, fault, said.lines())...); len(found) > 0 {
			files = nil
		}
		return nil
	})
	return files, found, err
}

// finish builds the sites and gives Hugo's error, errStuck or errPanic. A stuck build is left behind, waiting.
func finish(sites *hugolib.HugoSites) error {
	built := make(chan error, 1)
	go func() {
		built <- guarded(func() error { return sites.Build(hugolib.BuildCfg{NoBuildLock: true}) })
	}()
	select {
	case err := <-built:
		return err
	case <-sites.Done():
	}
	select {
	case err := <-built:
		return err
	case <-time.After(patience):
		return errStuck
	}
}

// guarded turns a panic of do into an error.
func guarded(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return do()
}

// output gives what Hugo published; nothing, if it made no file at all.
func output(out afero.Fs) ([]File, error) {
	var files []File
	err := afero.Walk(out, publishDir, func(name string, info fs.FileInfo, err error) error {
		switch {
		case name == publishDir && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || info.IsDir():
			return err
		}
		data, err := afero.ReadFile(out, name)
		files = append(files, File{strings.TrimPrefix(name, publishDir+"/"), data})
		return err
	})
	return files, err
}

// journal holds what Hugo logs as warning or error, in order. Hugo logs from many goroutines.
type journal struct {
	mu   sync.Mutex
	said []string
}

// logger writes to the journal alone; nothing gets past loa to the terminal.
func (j *journal) logger() loggers.Logger {
	return loggers.New(loggers.Options{Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn, StoreErrors: true,
		StdOut: io.Discard, StdErr: io.Discard, HandlerPost: func(e *logg.Entry) error {
			if e.Level >= logg.LevelWarn {
				j.mu.Lock()
				defer j.mu.Unlock()
				j.said = append(j.said, e.Message)
			}
			return nil
		}})
}

func (j *journal) lines() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.said
}
