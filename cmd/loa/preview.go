package main

import (
	"context"
	"net"
	"os"
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
func (p *preview) build(ctx context.Context) error {
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
	p.found.Store(&list)
	if _, err := (terminal{p.env}).findings(found, false, false); err != nil {
		return err
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
