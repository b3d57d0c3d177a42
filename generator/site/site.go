// Package site turns composed pages into HTML, by Hugo.
//
// Hugo is a renderer here and nothing else: every page, the home page and 404 too, is a [Page] with an address, a layout and one ready
// value; [Render] gives the files. A page's bytes depend on its value, its body, the theme and the instant, never on the pages
// beside it, so pages are built in batches and only those that changed need to come.
//
// Hugo never sees the working tree. It gets a source in memory that holds the theme's layouts and assets and one composed file a page
// (source.go), settings made in code that no file and no variable of the environment can change (config.go), and writes to memory
// (batch.go). What it finds wrong becomes a finding (errors.go): the second net, since article and check find a writer's mistakes first.
//
// In any template, hooks of Markdown and partials that are given the page included, {{ with site.Store.Get .File.Path }} gives the
// page's Value ({{ site.Store.Get .Page.File.Path }} in a hook), and .Content the body as HTML.
//
// This package alone imports Hugo and its libraries; they promise no Go API, so an upgrade ends here.
package site

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Page is one composed page: an address, a layout, one ready value, and a Markdown body for those that have one.
type Page struct {
	Address string             // from the root, lower-case ASCII: "/bai-viet/x/", "/404.html"
	Layout  string             // Hugo's type: folder of the theme's layouts, "bai-viet"; "" is the plain page.html
	Value   any                // what the templates show; must not change while Render runs
	Title   string             // Hugo's .Title
	Source  *diagnostic.Source // file the body comes from; nil: no body
	Body    string             // Markdown, unchanged
	Line    int                // line of the body's first line in Source, from 1
	Changed time.Time          // when what it says last changed; zero: not known. Pages do not show it
}

// Input is what all pages of a site share.
type Input struct {
	Theme    fs.FS     // root of the theme; layouts/ and assets/ below it are used
	Base     string    // address of the site, absolute: "https://…/"
	Title    string    // name of the site
	At       time.Time // the only instant that templates can see
	CacheDir string    // absolute real directory for Hugo's caches, which may be deleted at any time; "" keeps them in memory
	Batch    int       // pages a Hugo build, at most 1000; 0 is 1000
}

// File is one file of the output.
type File struct {
	Path string // slash-separated, below the root of a release: "bai-viet/x/index.html"
	Data []byte
}

// mostPages is the number of pages at which a Hugo build is fastest and its memory does not yet matter: 10,000 pages in batches of
// 1,000 took 3.5 s and 137 MB, in one build 4.2 s and 720 MB, in batches of 100 6.9 s and 38 MB.
const mostPages = 1000

// Render gives the files of the pages, sorted by path. With any finding there are no files, and later batches are not tried. The error is the
// machine's or the caller's: an unreadable theme, a page that is not one, settings that do not hold, ctx ended (it is asked between
// batches, since a Hugo build cannot be stopped). Without pages Hugo is not called. Calls wait for each other.
func Render(ctx context.Context, in Input, pages []Page) ([]File, []diagnostic.Diagnostic, error) {
	if err := in.check(); err != nil {
		return nil, nil, fmt.Errorf("render pages: %w", err)
	}
	for _, p := range pages {
		if err := p.check(); err != nil {
			return nil, nil, fmt.Errorf("render pages: %w", err)
		}
	}
	if found := refused(pages); len(pages) == 0 || len(found) > 0 {
		return nil, found, nil
	}
	theme, err := readTheme(in.Theme)
	if err != nil {
		return nil, nil, fmt.Errorf("read the theme: %w", err)
	}
	files := make([]File, 0, len(pages))
	for _, some := range batches(pages, cmp.Or(in.Batch, mostPages)) {
		if err := ctx.Err(); err != nil {
			return nil, nil, fmt.Errorf("render pages: %w", err)
		}
		made, found, err := build(in, theme, some)
		if err != nil {
			return nil, nil, fmt.Errorf("render %d pages from %s: %w", len(some), some[0].Address, err)
		}
		if len(found) > 0 {
			return nil, found, nil
		}
		files = append(files, made...)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	files = slices.CompactFunc(files, same) // what the theme publishes beside the pages comes with each batch
	for i := 1; i < len(files); i++ {
		if files[i].Path == files[i-1].Path {
			return nil, nil, fmt.Errorf("render pages: %s depends on the pages built beside it", files[i].Path)
		}
	}
	return files, nil, nil
}

func same(a, b File) bool { return a.Path == b.Path && bytes.Equal(a.Data, b.Data) }

func (in Input) check() error {
	switch {
	case in.Theme == nil:
		return fmt.Errorf("no Input.Theme")
	case in.At.IsZero():
		return fmt.Errorf("no Input.At")
	case in.CacheDir != "" && !filepath.IsAbs(in.CacheDir):
		return fmt.Errorf("the cache directory %q is not absolute", in.CacheDir)
	case in.Batch < 0 || in.Batch > mostPages:
		return fmt.Errorf("a batch of %d is not between 0 and %d", in.Batch, mostPages)
	}
	return nil
}
