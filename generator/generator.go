// Package generator is the order of the stages: content goes in, the files of a release come out.
//
// [Check] loads, checks and speaks, without a program and without writing; [Build] does the same and then makes pages and feeds. Both
// run the same code, so they find the same things. loa is a program: nobody is promised this Go API. Decisions: docs/architecture.md.
package generator

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/search"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
)

// Input is everything that decides a release.
type Input struct {
	Root     fs.FS     // the checkout: content/, themes/loa/, static/
	At       time.Time // instant of the build: what is published, which campaign runs
	Base     string    // address of the site instead of the one in the settings; "" keeps that
	Preview  bool      // pages carry the ribbons of a preview, and their scripts keep to the day of At
	Pending  bool      // drafts and articles dated after At too
	CacheDir string    // absolute folder for Hugo's caches; "" keeps them in memory
	Batch    int       // pages that Hugo renders at once; 0: site's choice. The bytes do not depend on it
	Sounder  Sounder   // makes sound; nil: there is none
	Bundler  Bundler   // writes what stations carry on sticks; nil: no bundle is published
	Version  string    // of the program, for the bundles
}

// Content is the content as it was read, checked and spoken.
type Content struct {
	Set     *article.Set
	Scripts map[string]*speech.Script // by article ID
}

// File is one file of a release.
type File struct {
	Path string // slash-separated, below the root of the site
	Data []byte
	From *Stored // where the bytes lie, instead of Data; nil: they are Data
}

// Stored is a file of this machine: sound and bundles are megabytes that do not pass through memory.
type Stored struct {
	Path   string // absolute
	Size   int64
	SHA256 string // 64 lower-case hexadecimal digits
}

// digest is the SHA-256 of the bytes, in hexadecimal.
func (f File) digest() string {
	if f.From != nil {
		return f.From.SHA256
	}
	sum := sha256.Sum256(f.Data)
	return hex.EncodeToString(sum[:])
}

// Output is a release before it is published.
type Output struct {
	Files                          []File // by path
	Articles, Pages, Feeds, Former int    // what a person counts; Former are pages that send old addresses on
	Sounds                         int
	Withdrawn                      []string // IDs of articles whose sound must be gone at once
	Speech                         time.Duration
	Updated                        time.Time // newest change of what is published
	Cut                            []string  // feeds that had more news than they may hold
	Heavy                          []string  // why bundles are not published: they are too large for a stick
}

// Check reads all content and gives every finding there is, in any order. err is the machine's trouble only.
func Check(in Input) (Content, []diagnostic.Diagnostic, error) {
	s, found, err := settings.Load(in.Root)
	if err != nil {
		return Content{}, nil, fmt.Errorf("settings: %w", err)
	}
	if in.Base != "" {
		own := *s
		own.Site.Base = in.Base
		s = &own
	}
	set, more, err := article.Load(in.Root, s)
	if err != nil {
		return Content{}, nil, fmt.Errorf("content: %w", err)
	}
	found = append(found, more...)
	composer, more := speech.New(s)
	found = append(found, more...)
	scripts, more := compose(composer, set.Articles)
	found = append(found, more...)
	planned := set.Published(in.At, true) // what is dated later has its window too
	return Content{Set: set, Scripts: scripts}, append(found, planner(planned, scripts, nil).Findings(in.At)...), nil
}

// compose speaks the articles on all processors. The order of the findings does not depend on who is first.
func compose(composer *speech.Composer, articles []*article.Article) (map[string]*speech.Script, []diagnostic.Diagnostic) {
	scripts := make([]*speech.Script, len(articles))
	findings := make([][]diagnostic.Diagnostic, len(articles))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, a := range articles {
		group.Go(func() error {
			scripts[i], findings[i] = composer.Compose(a)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		panic("generator: speaking gives no errors: " + err.Error())
	}
	byID := make(map[string]*speech.Script, len(articles))
	for i, s := range scripts {
		if s != nil {
			byID[articles[i].ID] = s
		}
	}
	return byID, slices.Concat(findings...)
}

// Build makes the files of a release. If a finding is an error there is no output: nothing may be published.
//
// Equal input gives equal bytes, whatever the zone, the folder or the order in which directories list their files.
func Build(ctx context.Context, in Input) (*Output, []diagnostic.Diagnostic, error) {
	content, found, err := Check(in)
	if err != nil || hasError(found) {
		return nil, found, err
	}
	out := &Output{}
	set := content.Set.Published(in.At, in.Pending)
	scripts := spoken(set, content.Scripts)
	pictures, files, err := site.LoadPictures(set)
	if err != nil {
		return nil, found, err
	}
	out.add(files)
	index := search.New(findable(set, in.At))
	for _, f := range index.Files {
		out.Files = append(out.Files, File{Path: f.Path, Data: f.Data})
	}
	known, more, err := sounds(ctx, set, content.Scripts, in.At, in.Sounder)
	if found = append(found, more...); err != nil || hasError(found) {
		return nil, found, err
	}
	made := heard(set, known)
	out.sounds(set, made)
	plan := planner(set, content.Scripts, known)
	carried, err := out.bundles(ctx, in, &Bundles{settings: set.Settings, scripts: scripts, sounds: made, planner: plan, at: in.At, version: in.Version})
	if err != nil {
		return nil, found, err
	}
	more, err = out.pages(ctx, in, site.Content{Set: set, Scripts: scripts, Sounds: made, Bundles: carried, Planner: plan, Pictures: pictures, Index: index})
	if err != nil {
		return nil, found, err
	}
	if found = append(found, more...); hasError(found) {
		return nil, found, nil
	}
	if err := out.feeds(in, set, scripts, made, pictures); err != nil {
		return nil, found, err
	}
	out.scripts(set, scripts)
	out.programmes(set.Settings.Stations, plan, in.At)
	if err := out.static(in.Root); err != nil {
		return nil, found, err
	}
	out.robots(set.Settings.Site.Base)
	out.count(set, scripts)
	out.edition()
	slices.SortFunc(out.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	for i := 1; i < len(out.Files); i++ {
		if out.Files[i].Path == out.Files[i-1].Path {
			return nil, found, fmt.Errorf("two stages made %s", out.Files[i].Path)
		}
	}
	return out, found, nil
}

// findable are the articles that lists show.
func findable(set *article.Set, at time.Time) []search.Document {
	var documents []search.Document
	for _, a := range set.Articles {
		if a.Listed(at) {
			documents = append(documents, search.DocumentOf(a))
		}
	}
	return documents
}

// spoken are the scripts of the articles that are still to be read: those that are not withdrawn.
func spoken(set *article.Set, all map[string]*speech.Script) map[string]*speech.Script {
	scripts := make(map[string]*speech.Script, len(all))
	for _, a := range set.Articles {
		if s := all[a.ID]; s != nil && a.Withdrawn == nil {
			scripts[a.ID] = s
		}
	}
	return scripts
}

// planner plans what the stations read. Withdrawn articles are in it: until their day they were read, and what was read before
// does not move.
func planner(set *article.Set, scripts map[string]*speech.Script, made map[string]*audio.Sound) *schedule.Planner {
	var items []schedule.Item
	for _, a := range set.Articles {
		if s := scripts[a.ID]; s != nil {
			if item, aired := schedule.ItemOf(a, s, soundOf(a, made[a.ID])); aired {
				items = append(items, item)
			}
		}
	}
	return schedule.New(set.Settings, items)
}

// pages makes every page of the site and the scripts that they use.
func (o *Output) pages(ctx context.Context, in Input, content site.Content) ([]diagnostic.Diagnostic, error) {
	theme, err := fs.Sub(in.Root, "themes/loa")
	if err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	styles, err := site.LoadStyles(theme)
	if err != nil {
		return nil, err
	}
	code, err := site.LoadCode(theme)
	if err != nil {
		return nil, err
	}
	about := content.Set.Settings.Site
	content.At, content.Preview, content.Base, content.Styles, content.Code = in.At, in.Preview, about.Base, styles, code
	pages := site.Compose(content)
	rendered, found, err := site.Render(ctx, site.Input{Theme: theme, Base: about.Base + "/", Title: about.Name, At: in.At, CacheDir: in.CacheDir, Batch: in.Batch}, pages)
	if err != nil {
		return nil, err
	}
	o.add(code.Files)
	o.add(rendered)
	if err := o.portal(theme, content, pages); err != nil {
		return nil, err
	}
	o.Pages = len(pages)
	return found, nil
}

// static takes over the files that belong to the administrator, such as robots.txt, and those of the theme.
func (o *Output) static(root fs.FS) error {
	for _, folder := range []string{"static", "themes/loa/static"} {
		below, err := fs.Sub(root, folder)
		if err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
		files, err := site.Static(below)
		if err != nil {
			return err
		}
		o.add(files)
	}
	return nil
}

func (o *Output) add(files []site.File) {
	for _, f := range files {
		o.Files = append(o.Files, File{Path: f.Path, Data: f.Data})
	}
}

func (o *Output) feeds(in Input, set *article.Set, scripts map[string]*speech.Script, made map[string]*audio.Sound, pictures site.Pictures) error {
	base := set.Settings.Site.Base
	picture := func(a *article.Article, name string) string {
		if figure, ok := pictures[a.Folder+"/"+name]; ok {
			return base + figure.Address
		}
		return ""
	}
	documents, err := feed.Render(feed.Input{Set: set, Scripts: scripts, Sounds: made, Artwork: artwork(in.Root), At: in.At, Base: base,
		HTML: func(a *article.Article, link string) string {
			return article.HTML(a, link, func(name string) string { return picture(a, name) })
		},
		Cover: func(a *article.Article) string {
			if a.Cover == nil {
				return ""
			}
			return picture(a, a.Cover.Name)
		}})
	if err != nil {
		return fmt.Errorf("feeds: %w", err)
	}
	for _, d := range documents {
		o.Files = append(o.Files, File{Path: d.Path, Data: d.Data})
		if d.Live {
			o.Feeds++
		}
		if d.Cut {
			o.Cut = append(o.Cut, d.Path)
		}
	}
	return nil
}

// artwork is the picture of the podcasts, if the administrator has one.
func artwork(root fs.FS) string {
	for _, name := range []string{"podcast.png", "podcast.jpg"} {
		if info, err := fs.Stat(root, "static/"+name); err == nil && info.Mode().IsRegular() {
			return "/" + name
		}
	}
	return ""
}

func (o *Output) scripts(set *article.Set, scripts map[string]*speech.Script) {
	for _, a := range set.Articles {
		if s := scripts[a.ID]; s != nil {
			o.Files = append(o.Files, File{Path: address.File(address.Script(a.Slug)), Data: speech.Text(s)})
		}
	}
}

func (o *Output) count(set *article.Set, scripts map[string]*speech.Script) {
	o.Articles = len(set.Articles)
	for _, a := range set.Articles {
		o.Former += len(a.Aliases)
		if a.Withdrawn != nil {
			o.Withdrawn = append(o.Withdrawn, a.ID)
		}
		if s := scripts[a.ID]; s != nil {
			o.Speech += s.Duration
		}
		if c := a.Changed(); c.After(o.Updated) {
			o.Updated = c
		}
	}
	for _, d := range set.Documents {
		o.Former += len(d.Aliases)
		if d.LastMod.After(o.Updated) {
			o.Updated = d.LastMod
		}
	}
	o.Pages -= o.Former
}

// edition adds phien-ban.json: the digest of all other files and the newest change. It holds no instant of the build, so a build
// that changes nothing changes no byte.
func (o *Output) edition() {
	slices.SortFunc(o.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	digest := sha256.New()
	for _, f := range o.Files {
		fmt.Fprintf(digest, "%s  %s\n", f.digest(), f.Path)
	}
	data, err := json.Marshal(struct {
		Digest  string `json:"ma"`
		Updated string `json:"sua_cuoi,omitempty"`
	}{hex.EncodeToString(digest.Sum(nil)), stamp(o.Updated)})
	if err != nil {
		panic("generator: two strings do not fail to be JSON: " + err.Error())
	}
	o.Files = append(o.Files, File{Path: address.File(address.Edition), Data: append(data, '\n')})
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(settings.Zone).Format(time.RFC3339)
}

func hasError(found []diagnostic.Diagnostic) bool {
	return slices.ContainsFunc(found, func(d diagnostic.Diagnostic) bool { return d.Check.Severity == diagnostic.Error })
}
