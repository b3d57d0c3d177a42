package audio

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// shortest gives the shortest article of the real content as a request.
func shortest(t testing.TB) Request {
	t.Helper()
	root := os.DirFS("../..")
	s, _, err := settings.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := article.Load(root, s)
	if err != nil {
		t.Fatal(err)
	}
	composer, _ := speech.New(s)
	var best Request
	for _, a := range set.Articles {
		sc, found := composer.Compose(a)
		if slices.ContainsFunc(found, func(d diagnostic.Diagnostic) bool { return d.Check.Severity == diagnostic.Error }) {
			t.Fatalf("%s: %v", a.Slug, found)
		}
		if best.Script == nil || sc.Tieng < best.Script.Tieng {
			best = Request{Article: a.ID, Title: a.Title, Script: sc, Tag: Tag{Title: a.Title}}
		}
	}
	return best
}

// TestEspeakReadsAnArticle lets the real program read a real article: every sentence is heard, in order, with its pause, at about the
// office's rate, the same each time.
func TestEspeakReadsAnArticle(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed: no real voice was tried")
	}
	v, note, err := FindVoice(t.Context(), t.TempDir(), WantedVoice{Model: "vi-vn-x-central"})
	if err != nil || note != "" || !strings.Contains(v.Version, "eSpeak NG") || v.Name != "espeak-ng vi-vn-x-central" {
		t.Fatalf("%+v, %q, %v", v, note, err)
	}
	r := shortest(t)
	finish := plainFinish{calls: new(atomic.Int64)}
	speak := func(jobs int) *Sound {
		m := newMaker(testCache(t), v, finish, "plain", Options{Jobs: jobs})
		sounds, failures := m.Make(t.Context(), []Request{r}, nil)
		for _, f := range failures {
			t.Fatal(f.Error())
		}
		return sounds[r.Article]
	}
	got := speak(0)
	sentences := r.Script.Sentences
	if len(got.Cues) != len(sentences) {
		t.Fatalf("%d of %d sentences are heard", len(got.Cues), len(sentences))
	}
	for i, c := range got.Cues {
		syllable := (c.End - c.Start) / time.Duration(sentences[i].Tieng)
		if c.Text != sentences[i].Written || syllable < 100*time.Millisecond || syllable > 900*time.Millisecond {
			t.Errorf("sentence %d: %v a syllable: %q", i+1, syllable, c.Text)
		}
		if i > 0 {
			pause := c.Start - got.Cues[i-1].End
			if off := pause - sentences[i-1].Pause; off < -time.Millisecond || off > time.Millisecond {
				t.Errorf("before sentence %d: %v, want %v", i+1, pause, sentences[i-1].Pause)
			}
		}
	}
	ratio := float64(got.Length) / float64(r.Script.Duration)
	t.Logf("%d syllables in %v, %.2f of the script's estimate of %v", r.Script.Tieng, got.Length, ratio, r.Script.Duration)
	if ratio < 0.9 || ratio > 1.1 { // the margin that is printed beside an estimate (SPEECH.md 6.4)
		t.Errorf("%.2f of the estimate", ratio)
	}
	if again := speak(1); again.SHA256 != got.SHA256 {
		t.Error("read again it sounds otherwise")
	}
	checkCaptions(t, got)
}

// TestRealProgramsMakeASound takes three sentences all the way: the decoded MP3 is as long as the plan, to a frame; made again, with one
// program at a time and nothing in the cache, it has the same bytes; taken from the cache as well.
func TestRealProgramsMakeASound(t *testing.T) {
	for _, name := range []string{"espeak-ng", "ffmpeg", "ffprobe"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed: no sound was made from end to end", name)
		}
	}
	v, _, err := FindVoice(t.Context(), t.TempDir(), WantedVoice{Model: "vi-vn-x-central"})
	if err != nil {
		t.Fatal(err)
	}
	tools, err := FindTools(t.Context(), t.TempDir(), "ffmpeg", "ffprobe")
	if err != nil {
		t.Fatal(err)
	}
	r := shortest(t)
	r.Script.Sentences = r.Script.Sentences[:3]
	r.Script.Sentences[2].Pause = 0
	o := Options{Chime: true, Twice: true}
	cache := testCache(t)
	first := NewMaker(cache, v, tools, o)
	made := func(m *Maker) *Sound {
		sounds, failures := m.Make(t.Context(), []Request{r}, nil)
		for _, f := range failures {
			t.Fatal(f.Error())
		}
		return sounds[r.Article]
	}
	got := made(first)
	if end := got.Cues[len(got.Cues)-1].End; len(got.Cues) != 7 || got.Length-end > timeOf(1152) || end-got.Length > timeOf(1152) {
		t.Errorf("%d cues to %v of %v", len(got.Cues), end, got.Length)
	}
	file, err := os.ReadFile(got.File)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := Verify(file, samplesOf(got.Length), first.tag(r)); err != nil || f.Length() != got.Length {
		t.Errorf("%v of %v, %v", f.Length(), got.Length, err)
	}
	checkCaptions(t, got)
	o.Jobs = 1
	if again := made(NewMaker(testCache(t), v, tools, o)); again.SHA256 != got.SHA256 {
		t.Error("made again it is another file")
	}
	if cached, ok := NewMaker(cache, v, tools, o).Cached(r); !ok || cached.SHA256 != got.SHA256 || cached.File != got.File {
		t.Error("it is not in the cache")
	}
}
