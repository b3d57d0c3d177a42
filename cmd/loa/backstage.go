package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/speech"
)

// backstage makes the sound of a preview while its pages are there already. What a build finds missing is made behind it, a few articles
// at a time, and after each few the pages are built again. What failed is tried again when the content changes, not before.
type backstage struct {
	studio *studio
	wake   chan struct{} // holds one: there is something to make

	mu      sync.Mutex
	open    bool // the first pages are out: programs may be asked who they are
	want    generator.Wanted
	missing []audio.Request
	failed  map[string]failure // by article
}

// failure is what became of an attempt, and what was attempted.
type failure struct {
	audio.Failure
	of [sha256.Size]byte
}

func newBackstage(s *studio) *backstage {
	return &backstage{studio: s, wake: make(chan struct{}, 1), failed: map[string]failure{}}
}

// known is a [generator.Sounder] that waits for nothing: it gives what is there, notes what is missing, and says again which recordings
// cannot be used. A voice that fails keeps no page back.
func (b *backstage) known(ctx context.Context, want generator.Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Failure) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.open {
		b.open = true
		b.ring()
		return nil, nil
	}
	made, missing, err := b.studio.known(ctx, want, requests)
	if err != nil {
		b.studio.say(fmt.Sprintf("loa: không làm được tiếng: %v", err))
		return nil, nil
	}
	b.want, b.missing = want, nil
	var failed []audio.Failure
	for _, r := range missing {
		f, tried := b.failed[r.Article]
		if !tried || f.of != fingerprint(r) {
			b.missing = append(b.missing, r)
			continue
		}
		if _, flawed := errors.AsType[*audio.Flaw](f.Err); flawed && r.Recording != nil {
			failed = append(failed, f.Failure)
		}
	}
	if len(b.missing) > 0 {
		b.ring()
	}
	return made, failed
}

func (b *backstage) ring() {
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

// work makes what is missing until ctx ends; rebuild builds the pages again, when there is something new for them.
func (b *backstage) work(ctx context.Context, rebuild func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-b.wake:
		}
		want, some := b.take()
		news := len(some) == 0 // nobody has asked yet what is there
		for len(some) > 0 && !news {
			news = b.make(ctx, want, some)
			if ctx.Err() != nil {
				return
			}
			if !news {
				want, some = b.take()
			}
		}
		if news {
			rebuild()
		}
	}
}

// take takes the next few of what is missing. What is not made of them by the next build is missing again then.
func (b *backstage) take() (generator.Wanted, []audio.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := min(len(b.missing), runtime.GOMAXPROCS(0))
	some := b.missing[:n]
	b.missing = b.missing[n:]
	return b.want, some
}

// make tries to make sounds. news: pages have something to show, a sound or a recording that cannot be used.
func (b *backstage) make(ctx context.Context, want generator.Wanted, some []audio.Request) (news bool) {
	made, failed := b.studio.make(ctx, want, some)
	if ctx.Err() != nil {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range some {
		delete(b.failed, r.Article)
	}
	news = len(made) > 0
	for _, f := range failed {
		r := some[slices.IndexFunc(some, func(r audio.Request) bool { return r.Article == f.Article })]
		b.failed[f.Article] = failure{f, fingerprint(r)}
		_, flawed := errors.AsType[*audio.Flaw](f.Err)
		switch flawed = flawed && r.Recording != nil; {
		case flawed:
			news = true
		case !f.Absent():
			b.studio.say(f.Error())
		}
	}
	return news
}

// fingerprint tells whether an article that failed is still the same.
func fingerprint(r audio.Request) [sha256.Size]byte {
	h := sha256.New()
	if r.Script != nil {
		h.Write(speech.Text(r.Script))
	}
	if r.Recording != nil {
		if info, err := os.Stat(r.File); err == nil {
			fmt.Fprintf(h, "\x00%s %d %d", r.Recording.Kind, info.Size(), info.ModTime().UnixNano())
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}
