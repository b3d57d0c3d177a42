package site

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gohugoio/hugo/common/htime"

	zone "github.com/vinhlinh/loa/generator/settings"
)

func TestGuardedTurnsAPanicIntoAnError(t *testing.T) {
	if err := guarded(func() error { panic("nổ") }); err == nil || !strings.Contains(err.Error(), "nổ") {
		t.Errorf("a panic gave %v", err)
	}
	own := errors.New("own")
	if err := guarded(func() error { return own }); err != own {
		t.Errorf("an error became %v", err)
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
