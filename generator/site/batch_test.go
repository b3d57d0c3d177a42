package site

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gohugoio/hugo/common/htime"

	zone "github.com/vinhlinh/loa/generator/settings"
)

func TestGuardedTurnsAPanicIntoAnError(t *testing.T) {
	if err := guarded(func() error { panic("nổ") }); err == nil || !errors.Is(err, errPanic) || !strings.Contains(err.Error(), "nổ") {
		t.Errorf("a panic gave %v", err)
	}
	own := errors.New("own")
	if err := guarded(func() error { return own }); err != own {
		t.Errorf("an error became %v", err)
	}
}

func TestBatchesBeginWithAPageOfEachLayout(t *testing.T) {
	layouts := func(batch []Page) string {
		var b strings.Builder
		for _, p := range batch {
			b.WriteString(p.Layout)
		}
		return b.String()
	}
	pages := func(layouts string) (pages []Page) {
		for _, l := range layouts {
			pages = append(pages, Page{Layout: string(l)})
		}
		return pages
	}
	for _, c := range []struct {
		name, in string
		size     int
		want     []string
	}{
		{"nothing", "", 5, nil},
		{"a few pages are one build", "aabbcc", 1000, []string{"aabbcc"}},
		{"of more, one of each layout comes first", "aaaaaabbbbbc", 1000, []string{"abc", "aaaaabbbb"}},
		{"no batch is larger than asked for", "aaaaaabbbbbc", 2, []string{"ab", "c", "aa", "aa", "ab", "bb", "b"}},
		{"many layouts come a few at a time", "abcdefghijka", 1000, []string{"abcdefghi", "jk", "a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, b := range batches(pages(c.in), c.size) {
				got = append(got, layouts(b))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s by %d: got %q, want %q", c.in, c.size, got, c.want)
			}
		})
	}
}

func TestTemplatesSeeTheGivenInstantInOurZone(t *testing.T) {
	before := htime.Clock
	in := plainInput()
	in.At = time.Date(2023, 4, 19, 18, 30, 0, 0, time.UTC)
	in.Theme = fstest.MapFS{"layouts/page.html": {Data: []byte(`{{ now.Format "2006-01-02T15:04:05Z07:00" }} {{ time.Now.Unix }}`)}}
	for _, at := range []time.Time{in.At, in.At.In(time.FixedZone("", -5*60*60)), in.At.In(zone.Zone)} {
		in.At = at
		files, _, err := Render(t.Context(), in, []Page{{Address: "/a/"}})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := string(files[0].Data), fmt.Sprintf("2023-04-20T01:30:00&#43;07:00 %d", at.Unix()); got != want {
			t.Errorf("at %v: got %s, want %s", at, got, want)
		}
	}
	if htime.Clock != before {
		t.Error("Hugo's clock was not put back")
	}
}

// TestCallsWaitForEachOther renders from many goroutines, each with its own instant and value.
func TestCallsWaitForEachOther(t *testing.T) {
	theme := fstest.MapFS{"layouts/page.html": {Data: []byte("{{ now.Unix }} {{ site.Store.Get .File.Path }}")}}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			at := time.Unix(int64(1681966800+i), 0)
			files, found, err := Render(context.Background(), Input{Theme: theme, Base: "https://loa.example/", At: at}, []Page{{Address: "/a/", Value: i}})
			if err != nil || len(found) > 0 {
				t.Errorf("%v, %v", shownAll(found), err)
			} else if got, want := string(files[0].Data), fmt.Sprint(at.Unix(), " ", i); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	all.Wait()
}
