package corpus_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/internal/corpus"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// TestNothingIsWrongWithTheCorpus: whatever the seed, every stage that reads content has nothing to say, and finds what it was told to.
func TestNothingIsWrongWithTheCorpus(t *testing.T) {
	for seed := range uint64(8) {
		fsys := corpus.FS(seed, 60, 40)
		s, found, err := settings.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		set, more, err := article.Load(fsys, s)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, more...)
		composer, more := speech.New(s)
		found = append(found, more...)
		states := map[string]int{}
		for _, a := range set.Articles {
			_, more := composer.Compose(a)
			found = append(found, more...)
			switch {
			case a.Withdrawn != nil:
				states["withdrawn"]++
			case len(a.Corrections) > 0:
				states["corrected"]++
			case a.Broadcast.Priority == article.Urgent:
				states["urgent"]++
			case a.Broadcast.From.IsZero():
				states["standing"]++
			case len(a.Broadcast.Areas) > 0:
				states["for some"]++
			case a.Broadcast.Until.Before(civil.DateOf(corpus.At)):
				states["over"]++
			case a.Campaign != nil:
				states["of the campaign"]++
			}
		}
		var text strings.Builder
		if err := diagnostic.WriteText(&text, found, diagnostic.Style{}); err != nil || text.Len() > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, err, text.String())
		}
		if len(set.Articles) != 60 || len(s.Stations) != 40 || len(states) != 7 {
			t.Errorf("seed %d: %d articles, %d stations, %v", seed, len(set.Articles), len(s.Stations), states)
		}
		levels, profiles, rates := map[int]bool{}, map[string]bool{}, map[int]bool{}
		for _, a := range s.Areas {
			levels[strings.Count(a.Slug, "-")] = true
		}
		for _, st := range s.Stations {
			profiles[st.Profile], rates[st.Rate] = true, true
			if !st.On(civil.DateOf(corpus.At)) {
				t.Errorf("%s is none at that instant", st.Slug)
			}
		}
		if len(levels) != 3 || len(profiles) != 5 || len(rates) != 2 {
			t.Errorf("seed %d: levels %v, profiles %v, rates %v", seed, levels, profiles, rates)
		}
	}
}

// TestTheCorpusIsItsArguments: equal ones give equal bytes, another seed gives others, and more stations leave the other files' names.
func TestTheCorpusIsItsArguments(t *testing.T) {
	one, again, other := files(t, corpus.FS(1, 12, 5)), files(t, corpus.FS(1, 12, 5)), files(t, corpus.FS(2, 12, 5))
	if !maps.Equal(one, again) {
		t.Error("two of one seed differ")
	}
	if same := slices.Sorted(maps.Keys(one)); !slices.Equal(same, slices.Sorted(maps.Keys(other))) || maps.Equal(one, other) {
		t.Error("another seed gives other names or the same texts")
	}
	if err := fstest.TestFS(corpus.FS(1, 12, 5), "content/_loa/dai.toml", "content/bai-viet/bai-00011/index.md"); err != nil {
		t.Error(err)
	}
}

func files(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	all := map[string]string{}
	if err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		all[name] = string(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}
