package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/server"
)

// preview is the working tree as it is seen in a browser: with what readers do not see yet, or, when a day is given, as it was on that day.
type preview struct {
	env   environment
	root  *os.Root
	at    string
	base  string
	dir   string
	sound *backstage
	found atomic.Pointer[[]diagnostic.Diagnostic]

	mu sync.Mutex // one build at a time
}

func (p *preview) serve(ctx context.Context, listener net.Listener) error {
	return server.Serve(ctx, listener, server.Handler(server.Options{Dir: p.dir, Preview: true, Findings: func() []diagnostic.Diagnostic {
		if found := p.found.Load(); found != nil {
			return *found
		}
		return nil
	}}))
}

// build brings the preview to the state of the working tree. Findings are printed and kept for the pages; they are no error, even when
// there is nothing to show yet: the server says so until the first build that is good.
//
// heard: only sound is new since the last build.
func (p *preview) build(ctx context.Context, heard bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	instant, err := p.env.instant(p.at)
	if err != nil {
		return err
	}
	in := generator.Input{Root: p.root.FS(), At: instant, Base: p.base, Preview: true, Pending: p.at == "", CacheDir: cacheDir(p.root), Sounder: p.sound.known,
		Version: version()}
	output, found, err := generator.Build(ctx, in)
	if err != nil {
		return err
	}
	var bag diagnostic.Bag
	bag.Add(found...)
	list := bag.Sorted()
	said := p.found.Swap(&list)
	if !heard || said == nil || !slices.EqualFunc(*said, list, samePlace) { // a new sound is no reason to say a mistake again
		if _, err := (terminal{p.env}).findings(found, false, false); err != nil {
			return err
		}
	}
	if output == nil {
		return nil
	}
	change, err := publish(p.env, output, p.dir, in, false)
	if err != nil {
		return err
	}
	terminal{p.env}.built(output, p.base+"/", change)
	return nil
}

// samePlace says whether two findings say the same of the same place.
func samePlace(a, b diagnostic.Diagnostic) bool {
	at := func(d diagnostic.Diagnostic) string {
		if d.Source == nil {
			return d.Message
		}
		return fmt.Sprint(d.Source.Path, d.Span, d.Message)
	}
	return a.Check == b.Check && at(a) == at(b)
}
