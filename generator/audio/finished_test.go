package audio

import (
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestASoundIsReadWhereItsDateTellsNothing: a sound whose date is that of its record is given away unread, any other one is read whole.
// Damage that no date tells goes unseen until somebody doubts.
func TestASoundIsReadWhereItsDateTellsNothing(t *testing.T) {
	for _, c := range []struct {
		name                     string
		damaged, touched, doubt  bool
		wantTaken, wantTakenLate bool // at once, and after the doubt of who published it
	}{
		{"unharmed", false, false, false, true, true},
		{"unharmed, doubted", false, false, true, true, true},
		{"unharmed, of another date", false, true, false, true, true},
		{"damaged, of another date", true, true, false, false, false},
		{"damaged, of the same date", true, false, false, true, true},
		{"damaged, of the same date, doubted", true, false, true, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := testMaker(t, testCache(t), Options{})
			r := request("a", "Câu một.")
			before := m.make(t, r)["a"]
			dated, err := os.Stat(before.File)
			if err != nil {
				t.Fatal(err)
			}
			if c.damaged {
				if err := os.WriteFile(before.File, make([]byte, before.Size), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			date := dated.ModTime()
			if c.touched {
				date = date.Add(time.Hour)
			}
			if err := os.Chtimes(before.File, date, date); err != nil {
				t.Fatal(err)
			}
			if _, ok := m.Cached(r); ok != c.wantTaken {
				t.Errorf("taken: %v", ok)
			}
			if c.doubt {
				if err := m.cache.Doubt(); err != nil {
					t.Fatal(err)
				}
			}
			other, err := OpenCache(m.cache.dir, 0) // of the next process
			if err != nil {
				t.Fatal(err)
			}
			next := newMaker(other, m.voice, m.finish, "ffmpeg 1", Options{})
			if _, ok := next.Cached(r); ok != c.wantTakenLate {
				t.Errorf("taken by the next process: %v", ok)
			}
			sounds, failures := next.Make(t.Context(), []Request{r}, nil)
			if got := sounds["a"]; len(failures) > 0 || cmp.Diff(before, got) != "" {
				t.Fatalf("%v, %s", failures, cmp.Diff(before, got))
			}
			sum, err := sumOfFile(before.File)
			if seen := !c.damaged || c.touched || c.doubt; err != nil || (sum == before.SHA256) != seen {
				t.Errorf("unharmed in the end: %v, want %v; %v", sum == before.SHA256, seen, err)
			}
			if said := m.said.lines(t); len(said) != 1 {
				t.Errorf("the voice was asked again: %q", said)
			}
		})
	}
}

// TestDoubtIsOfWhatWasGivenAway: other sounds keep their date, and what is gone is no trouble.
func TestDoubtIsOfWhatWasGivenAway(t *testing.T) {
	cache := testCache(t)
	first := testMaker(t, cache, Options{})
	a, b := request("a", "Câu một."), request("b", "Câu hai.")
	made := first.make(t, a, b)
	same := func(r Request) bool {
		key, err := first.key(r)
		if err != nil {
			t.Fatal(err)
		}
		record, err := os.Stat(cache.record(key))
		if err != nil {
			t.Fatal(err)
		}
		sound, err := os.Stat(made[r.Article].File)
		if err != nil {
			t.Fatal(err)
		}
		return record.ModTime().Equal(sound.ModTime())
	}
	if !same(a) || !same(b) {
		t.Fatal("what was made just now is not dated together")
	}
	first.Cached(a)
	if err := cache.Doubt(); err != nil || same(a) || !same(b) {
		t.Errorf("%v; a and b dated together: %v, %v", err, same(a), same(b))
	}
	if _, ok := first.Cached(a); !ok || !same(a) {
		t.Error("a sound that was doubted and is unharmed is not trusted again")
	}
	first.Cached(b)
	key, err := first.key(b)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(cache.record(key)); err != nil {
		t.Fatal(err)
	}
	if err := cache.Doubt(); err != nil {
		t.Error(err)
	}
}
