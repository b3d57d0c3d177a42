package generator_test

import (
	"bytes"
	"cmp"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
	"github.com/vinhlinh/loa/generator/verbalize"
)

// campaign is a moment in the middle of the campaign of April 2023.
var campaign = time.Date(2023, 4, 25, 7, 0, 0, 0, settings.Zone)

// build makes the release of the repository's own content.
func build(t *testing.T, in generator.Input) *generator.Output {
	t.Helper()
	if in.Root == nil {
		in.Root = os.DirFS("..")
	}
	if in.At.IsZero() {
		in.At = campaign
	}
	out, found, err := generator.Build(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := diagnostic.WriteText(&text, found, diagnostic.Style{}); err != nil {
		t.Fatal(err)
	}
	if text.Len() > 0 {
		t.Fatalf("findings in the real content:\n%s", &text)
	}
	return out
}

func same(t *testing.T, what string, a, b *generator.Output) {
	t.Helper()
	if len(a.Files) != len(b.Files) {
		t.Fatalf("%s: %d files, then %d", what, len(a.Files), len(b.Files))
	}
	for i := range a.Files {
		if a.Files[i].Path != b.Files[i].Path || !bytes.Equal(a.Files[i].Data, b.Files[i].Data) {
			t.Errorf("%s: %s differs", what, a.Files[i].Path)
		}
	}
}

// TestPagesDoNotDependOnTheirBatch: rendered one by one, by sevens and all at once, the release has the same bytes.
func TestPagesDoNotDependOnTheirBatch(t *testing.T) {
	all := build(t, generator.Input{})
	same(t, "batches of one", all, build(t, generator.Input{Batch: 1}))
	same(t, "batches of seven", all, build(t, generator.Input{Batch: 7}))
}

// shuffled lists every directory in another order each time.
type shuffled struct {
	fs.FS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	s.random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

func TestReleaseDependsOnContentAndInstantAlone(t *testing.T) {
	first := build(t, generator.Input{})
	t.Setenv("TZ", "America/New_York")
	t.Setenv("HUGO_TITLE", "khác")
	t.Setenv("HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE", "true")
	cache := t.TempDir()
	for seed := range uint64(3) {
		in := generator.Input{Root: shuffled{os.DirFS(".."), rand.New(rand.NewPCG(seed, 1))}, At: campaign.In(time.UTC), CacheDir: cache}
		same(t, "another order of directories", first, build(t, in))
	}
}

// TestQuietDayChangesNoFeed: a day later without news every file keeps its bytes but the programmes of the stations, so that every
// poll of a feed stays a 304.
func TestQuietDayChangesNoFeed(t *testing.T) {
	at := time.Date(2023, 6, 10, 7, 0, 0, 0, settings.Zone)
	first, second := build(t, generator.Input{At: at}), build(t, generator.Input{At: at.AddDate(0, 0, 1)})
	same(t, "a quiet day", withoutProgrammes(first), withoutProgrammes(second))
}

// withoutProgrammes leaves the pages, calendars and programmes of the stations out, and the digest of all files.
func withoutProgrammes(out *generator.Output) *generator.Output {
	rest := *out
	rest.Files = slices.DeleteFunc(slices.Clone(out.Files), func(f generator.File) bool {
		programme := path.Ext(f.Path) == ".html" || path.Base(f.Path) == address.Calendar || path.Base(f.Path) == address.Programme || path.Base(f.Path) == address.Playlist
		return f.Path == address.File(address.Edition) || programme && strings.HasPrefix("/"+f.Path, address.Stations)
	})
	return &rest
}

// TestEveryFeedIsReadByGofeed: each feed of the real content is read by a reader that is not ours, and every item leads to a page.
func TestEveryFeedIsReadByGofeed(t *testing.T) {
	out := build(t, generator.Input{})
	pages := map[string]bool{}
	for _, f := range out.Files {
		pages[f.Path] = true
	}
	feeds, items := 0, 0
	for _, f := range out.Files {
		if base := path.Base(f.Path); base != address.RSS && base != address.Atom && base != address.JSONFeed && base != address.Podcast {
			continue
		}
		if strings.Count(f.Path, "/") == 2 { // archives lie in the folder of a month
			feeds++
		}
		parsed, err := gofeed.NewParser().Parse(bytes.NewReader(f.Data))
		if err != nil {
			t.Errorf("%s: %v", f.Path, err)
			continue
		}
		for _, item := range parsed.Items {
			items++
			if own, ok := strings.CutPrefix(item.Link, "https://loa.example.vn"); !ok || !pages[address.File(own)] {
				t.Errorf("%s: item %q leads to %q", f.Path, item.Title, item.Link)
			}
		}
	}
	if feeds != out.Feeds || feeds == 0 || items == 0 {
		t.Errorf("%d feeds of %d with %d items", feeds, out.Feeds, items)
	}
}

// TestCheckNamesAreUnique: a name that writers see means one thing.
func TestCheckNamesAreUnique(t *testing.T) {
	lists := [][]*diagnostic.Check{settings.Checks(), article.Checks(), verbalize.Checks(), speech.Checks(), schedule.Checks(), site.Checks(), {address.Taken, address.Reserved}}
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b *diagnostic.Check) int { return cmp.Compare(a.Name, b.Name) })
	for i, c := range all {
		if c.Title == "" || c.Name == "" {
			t.Errorf("check %q says %q", c.Name, c.Title)
		}
		if i > 0 && all[i-1] != c && all[i-1].Name == c.Name {
			t.Errorf("two checks are called %s: %q and %q", c.Name, all[i-1].Title, c.Title)
		}
	}
}
