package audio

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/speech"
)

// bench is a maker with stand-ins for its programs.
type bench struct {
	*Maker
	said   engineLog
	mp3s   *atomic.Int64
	finish plainFinish
}

func testMaker(t testing.TB, cache *Cache, o Options) *bench {
	v, said := testVoice(t)
	finish := plainFinish{calls: new(atomic.Int64)}
	return &bench{newMaker(cache, v, finish, "ffmpeg 1", o), said, finish.calls, finish}
}

// make makes sounds that must not fail.
func (b *bench) make(t testing.TB, requests ...Request) map[string]*Sound {
	t.Helper()
	sounds, failures := b.Make(t.Context(), requests, nil)
	for _, f := range failures {
		t.Error(f.Error())
	}
	if len(sounds) != len(requests) {
		t.Fatalf("%d sounds of %d", len(sounds), len(requests))
	}
	return sounds
}

func request(id string, texts ...string) Request {
	return Request{Article: id, Title: "Bài " + id, Script: script(id, texts...), Tag: Tag{Title: "Bài " + id}}
}

func TestASoundIsMade(t *testing.T) {
	m := testMaker(t, testCache(t), Options{})
	r := request("k3m9x2qa", "Câu một.", "Câu hai.", "Câu ba.")
	r.Script.Sentences[1].Written = "Câu 2."
	got := m.make(t, r)["k3m9x2qa"]
	file, err := os.ReadFile(got.File)
	if err != nil {
		t.Fatal(err)
	}
	if got.Size != int64(len(file)) || got.SHA256 != sumOf(file) || got.Name != "k3m9x2qa-"+got.SHA256[:12]+".mp3" || !got.Synthetic || got.Voice != "giọng thử" {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(string(file), "Voice:Giọng máy: giọng thử") || !strings.Contains(string(file), "Lyrics:Câu một.\nCâu 2.\n\nCâu ba.\n") {
		t.Errorf("tag %q", file[:200])
	}
	texts := []string{"Câu một.", "Câu 2.", "Câu ba."}
	for i, c := range got.Cues {
		if c.Text != texts[i] {
			t.Errorf("cue %d: %q", i, c.Text)
		}
		if i > 0 && c.Start-got.Cues[i-1].End != 600*time.Millisecond {
			t.Errorf("pause before cue %d: %v", i, c.Start-got.Cues[i-1].End)
		}
	}
	if len(got.Cues) != 3 || got.Cues[2].End != got.Length || got.Cues[0].Start != 0 {
		t.Errorf("cues %v of %v", got.Cues, got.Length)
	}
	checkCaptions(t, got)
}

func TestChimeAndSecondReading(t *testing.T) {
	cache := testCache(t)
	m := testMaker(t, cache, Options{Chime: true, Twice: true})
	got := m.make(t, request("a", "Câu một.", "Câu hai."))["a"]
	var texts []string
	for _, c := range got.Cues {
		texts = append(texts, c.Text)
	}
	if want := []string{"Câu một.", "Câu hai.", "Xin nhắc lại.", "Câu một.", "Câu hai."}; !slices.Equal(texts, want) {
		t.Fatalf("said %q", texts)
	}
	c := got.Cues
	for i, want := range []time.Duration{1500, 600, 1500, 900, 600} {
		before := time.Duration(0)
		if i > 0 {
			before = c[i-1].End
		}
		if pause := (c[i].Start - before).Round(time.Millisecond); pause != want*time.Millisecond {
			t.Errorf("before %q: %v, want %v ms", c[i].Text, pause, int(want))
		}
	}
	if c[4].End != got.Length {
		t.Errorf("ends at %v of %v", c[4].End, got.Length)
	}
	if said := m.said.lines(t); len(said) != 3 {
		t.Errorf("the voice was asked %q: the second reading is the first", said)
	}
}

func TestOnlyWhatChangedIsMadeAgain(t *testing.T) {
	cache := testCache(t)
	first := testMaker(t, cache, Options{})
	r := request("a", "Câu một.", "Câu hai.", "Câu ba.")
	before := first.make(t, r)["a"]

	again := testMaker(t, cache, Options{})
	again.Maker.voice.Argv = first.Maker.voice.Argv // the same engine
	if got, ok := again.Cached(r); !ok || cmp.Diff(before, got) != "" {
		t.Errorf("not cached, or not the same: %s", cmp.Diff(before, got))
	}
	if got := again.make(t, r)["a"]; cmp.Diff(before, got) != "" || again.mp3s.Load() != 0 {
		t.Errorf("made again: %s", cmp.Diff(before, got))
	}
	changed := request("a", "Câu một.", "Câu khác.", "Câu ba.")
	if _, ok := again.Cached(changed); ok {
		t.Error("a changed article is cached")
	}
	again.make(t, changed)
	if said := first.said.lines(t); len(said) != 4 || said[3] != "Câu khác." || again.mp3s.Load() != 1 {
		t.Errorf("said %q, %d times finished", said, again.mp3s.Load())
	}
	if _, ok := again.Cached(r); !ok {
		t.Error("the article as it was is known no more")
	}
}

// TestEverythingThatDecidesTheBytesIsInTheKey turns one thing at a time; what decides nothing turns nothing.
func TestEverythingThatDecidesTheBytesIsInTheKey(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(m *Maker, r *Request)
		same   bool
	}{
		{"nothing", func(*Maker, *Request) {}, true},
		{"how many programs run at once", func(m *Maker, _ *Request) { m.o.Jobs = 7 }, true},
		{"the script's estimate", func(_ *Maker, r *Request) { r.Script.Duration, r.Script.Sentences[0].At = 9, 3 }, true},
		{"how a failure calls it", func(_ *Maker, r *Request) { r.Title = "x" }, true},
		{"article", func(_ *Maker, r *Request) { r.Article = "b" }, false},
		{"word", func(_ *Maker, r *Request) { r.Script.Sentences[0].Text += " a" }, false},
		{"written word", func(_ *Maker, r *Request) { r.Script.Sentences[0].Written = "1" }, false},
		{"respelling", func(_ *Maker, r *Request) {
			r.Script.Sentences[0].Readings = []speech.Reading{{Range: speech.Range{Start: 0, End: 4}, Voice: "x"}}
		}, false},
		{"pause", func(_ *Maker, r *Request) { r.Script.Sentences[0].Pause++ }, false},
		{"title in the tag", func(_ *Maker, r *Request) { r.Tag.Title = "x" }, false},
		{"year in the tag", func(_ *Maker, r *Request) { r.Tag.Year = 2023 }, false},
		{"rate", func(m *Maker, _ *Request) { m.o.Rate = 140 }, false},
		{"chime", func(m *Maker, _ *Request) { m.o.Chime = true }, false},
		{"second reading", func(m *Maker, _ *Request) { m.o.Twice = true }, false},
		{"engine's version", func(m *Maker, _ *Request) { m.voice.Version = "2" }, false},
		{"engine's argv", func(m *Maker, _ *Request) { m.voice.Argv = append(slices.Clone(m.voice.Argv), "-x") }, false},
		{"voice", func(m *Maker, _ *Request) { m.voice.Model = "vi-vn-x-south" }, false},
		{"ffmpeg's version", func(m *Maker, _ *Request) { m.tools = "ffmpeg 2" }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := &Voice{Argv: []string{"x"}, Model: "vi", Name: "v", Version: "1"}
			key := func(change func(*Maker, *Request)) string {
				own := *v
				m := newMaker(nil, &own, plainFinish{}, "ffmpeg 1", Options{})
				r := request("a", "Câu một.", "Câu hai.")
				r.Tag.Lyrics = "Câu một. Câu hai." // else whatever is written is in the tag as well
				change(m, &r)
				key, err := m.key(r)
				if err != nil {
					t.Fatal(err)
				}
				return key
			}
			if got := key(c.change) == key(func(*Maker, *Request) {}); got != c.same {
				t.Errorf("the same key: %v, want %v", got, c.same)
			}
		})
	}
}

func TestADamagedSoundIsMadeAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, c *Cache, s *Sound, key string) error
	}{
		{"the file is gone", func(_ *testing.T, _ *Cache, s *Sound, _ string) error { return os.Remove(s.File) }},
		{"the file is cut", func(_ *testing.T, _ *Cache, s *Sound, _ string) error { return os.Truncate(s.File, s.Size-1) }},
		{"the file is another", func(_ *testing.T, _ *Cache, s *Sound, _ string) error {
			return os.WriteFile(s.File, make([]byte, s.Size), 0o600)
		}},
		{"the record is cut", func(_ *testing.T, c *Cache, _ *Sound, key string) error { return os.Truncate(c.record(key), 90) }},
		{"the record names a file elsewhere", func(_ *testing.T, c *Cache, s *Sound, key string) error {
			file, err := os.ReadFile(s.File)
			if err == nil {
				err = os.WriteFile(filepath.Join(c.dir, "x.mp3"), file, 0o600)
			}
			if err != nil {
				return err
			}
			return c.keep(c.record(key), []byte(`{"Name":"../x.mp3","SHA256":"`+s.SHA256+`"}`))
		}},
		{"the record is of another form", func(_ *testing.T, c *Cache, _ *Sound, key string) error { return c.keep(c.record(key), []byte("[]")) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := testMaker(t, testCache(t), Options{})
			r := request("a", "Câu một.")
			before := m.make(t, r)["a"]
			key, err := m.key(r)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.damage(t, m.cache, before, key); err != nil {
				t.Fatal(err)
			}
			if _, ok := m.Cached(r); ok {
				t.Error("still taken for good")
			}
			if got := m.make(t, r)["a"]; cmp.Diff(before, got) != "" {
				t.Error(cmp.Diff(before, got))
			}
			if sum, err := sumOfFile(before.File); err != nil || sum != before.SHA256 {
				t.Errorf("the file was not mended: %v", err)
			}
			if said := m.said.lines(t); len(said) != 1 {
				t.Errorf("the voice was asked again: %q", said)
			}
		})
	}
}

// TestOneFailureStopsNobodyElse: the others are made; the first bad sentence is named, whoever was faster; after mending, only what was
// missing is spoken.
func TestOneFailureStopsNobodyElse(t *testing.T) {
	cache := testCache(t)
	m := testMaker(t, cache, Options{Jobs: 4})
	long := "giọng nửa tệp " + strings.Repeat("dài ", 20)
	requests := []Request{
		request("a", "Câu một.", "Câu hai."),
		request("b", "Câu ba.", long, "giọng hỏng", "Câu cuối."),
		request("c", "Câu bốn."),
		{Article: "d", Title: "Bài d", Script: &speech.Script{}},
		{Article: "e", Title: "Bài e"},
	}
	for range 3 {
		sounds, failures := m.Make(t.Context(), requests, nil)
		if len(sounds) != 2 || sounds["a"] == nil || sounds["c"] == nil {
			t.Fatalf("made %v", sounds)
		}
		var said []string
		for _, f := range failures {
			said = append(said, f.Error())
		}
		want := []string{
			"Bài “Bài b” (b), câu 2 “giọng nửa tệp dài dài dài dài dài dài d…”: tệp tiếng mà giọng đọc ghi ra bị hỏng (its header says",
			"Bài “Bài d” (d): bài không có câu nào để đọc. Viết thân bài, hoặc bỏ âm thanh của bài.",
			"Bài “Bài e” (e): không làm được âm thanh (neither a script nor a recording).",
		}
		if len(said) != len(want) {
			t.Fatalf("%q", said)
		}
		for i := range want {
			if !strings.HasPrefix(said[i], want[i]) {
				t.Errorf("said %q, want %q", said[i], want[i])
			}
		}
	}
	if m.mp3s.Load() != 2 {
		t.Errorf("finished %d times", m.mp3s.Load())
	}
	one := testMaker(t, testCache(t), Options{Jobs: 1})
	one.Make(t.Context(), requests[1:2], nil)
	if said := one.said.lines(t); len(said) != 2 {
		t.Errorf("after a failure the voice went on: %q", said)
	}
}

func TestWhatCannotBeFinishedHasFailed(t *testing.T) {
	cache := testCache(t)
	m := testMaker(t, cache, Options{})
	flaw := &Flaw{Kind: WrongVolume, Text: "tiếng quá nhỏ", Cure: "Thu lại."}
	f := plainFinish{m.mp3s, func(tag Tag) error {
		if tag.Title == "Bài b" {
			return flaw
		}
		return nil
	}}
	m.Maker.finish = f
	sounds, failures := m.Make(t.Context(), []Request{request("a", "Một."), request("b", "Hai."), request("c", "Ba.")}, nil)
	if len(sounds) != 2 || len(failures) != 1 || !errors.Is(&failures[0], flaw) || failures[0].Error() != "Bài “Bài b” (b): tiếng quá nhỏ. Thu lại." {
		t.Errorf("made %d, failed %v", len(sounds), failures)
	}
	if _, ok := m.Cached(request("b", "Hai.")); ok {
		t.Error("what failed is cached")
	}
}

func TestARecordingBecomesASound(t *testing.T) {
	m := testMaker(t, testCache(t), Options{Chime: true, Twice: true})
	file := filepath.Join(t.TempDir(), "doc.wav")
	record := func(data string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	record("12345678")
	r := request("a", "Câu một.")
	r.Recording, r.File = &article.Recording{Name: "doc.wav", Kind: article.WAV, Speaker: "Nguyễn Thị Hoa"}, file
	got := m.make(t, r)["a"]
	if got.Length != timeOf(4) || got.Synthetic || got.Voice != "Nguyễn Thị Hoa" || got.Cues != nil {
		t.Errorf("%+v", got)
	}
	if text, err := os.ReadFile(got.File); err != nil || !strings.Contains(string(text), "Voice:Nguyễn Thị Hoa Comment: Lyrics:Câu một.") {
		t.Errorf("%v, tag %q", err, text)
	}
	if again, ok := m.Cached(r); !ok || again.SHA256 != got.SHA256 || m.said.lines(t) != nil {
		t.Errorf("cached: %v, the voice said %q", ok, m.said.lines(t))
	}
	record("87654321")
	if _, ok := m.Cached(r); ok {
		t.Error("another recording is cached")
	}
	m.Maker.finish = plainFinish{m.mp3s, func(Tag) error { record("1234"); return nil }}
	_, failures := m.Make(t.Context(), []Request{r}, nil)
	if len(failures) != 1 || !strings.Contains(failures[0].Error(), "thay đổi trong lúc đang làm") {
		t.Errorf("failed %v", failures)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if _, failures = m.Make(t.Context(), []Request{r}, nil); len(failures) != 1 || !strings.Contains(failures[0].Error(), "không đọc hay ghi được tệp") {
		t.Errorf("failed %v", failures)
	}
}

func TestWithoutProgramsThereIsNoSound(t *testing.T) {
	voiceless := newMaker(testCache(t), nil, plainFinish{}, "ffmpeg 1", Options{})
	r := request("a", "Một.")
	sounds, failures := voiceless.Make(t.Context(), []Request{r}, nil)
	if len(sounds) != 0 || len(failures) != 1 || !failures[0].Absent() {
		t.Errorf("made %v, failed %v", sounds, failures)
	}
	if _, ok := voiceless.Cached(r); ok {
		t.Error("cached")
	}
	v, said := testVoice(t)
	_, failures = NewMaker(testCache(t), v, Tools{}, Options{}).Make(t.Context(), []Request{r}, nil)
	if len(failures) != 1 || !failures[0].Absent() || !strings.Contains(failures[0].Error(), "máy này không có ffmpeg. Cài: apt install ffmpeg") {
		t.Errorf("failed %v", failures)
	}
	if said.lines(t) != nil {
		t.Error("the voice spoke for nothing")
	}
	broken, _ := testVoice(t)
	broken.Argv = []string{"/no/such/engine", placeInput, placeOutput}
	_, failures = testMakerOf(t, broken).Make(t.Context(), []Request{r}, nil)
	if len(failures) != 1 || failures[0].Absent() || !strings.Contains(failures[0].Error(), "không chạy được chương trình “/no/such/engine”") {
		t.Errorf("failed %v", failures)
	}
	if got := Missing(nil, Tools{}); got != "Thiếu ffmpeg: không làm âm thanh. Cài: apt install ffmpeg espeak-ng" {
		t.Errorf("says %q", got)
	}
	if Missing(nil, Tools{FFmpeg: "ffmpeg"}) == "" || Missing(v, Tools{FFmpeg: "ffmpeg"}) != "" {
		t.Error("what is missing is said wrongly")
	}
}

func testMakerOf(t testing.TB, v *Voice) *Maker {
	return newMaker(testCache(t), v, plainFinish{calls: new(atomic.Int64)}, "ffmpeg 1", Options{})
}

// TestSharedSentencesAreSpokenOnce, inside an article and between articles, at once.
func TestSharedSentencesAreSpokenOnce(t *testing.T) {
	m := testMaker(t, testCache(t), Options{Jobs: 8})
	var requests []Request
	for i := range 6 {
		requests = append(requests, request(fmt.Sprint("bai", i), "Câu chung.", fmt.Sprint("Câu riêng ", string(rune('a'+i)), "."), "Câu chung."))
	}
	m.make(t, requests...)
	said := m.said.lines(t)
	slices.Sort(said)
	if len(said) != 7 || len(slices.Compact(said)) != 7 {
		t.Errorf("said %q", said)
	}
}

// TestTheNumberOfProgramsDecidesNothing: one at a time or eight, alone or among others, an article's sound is the same.
func TestTheNumberOfProgramsDecidesNothing(t *testing.T) {
	var requests []Request
	for i := range 5 {
		requests = append(requests, request(fmt.Sprint("bai", i), "Câu một.", "Câu "+strings.Repeat("dài, ", 300*i)+"hết."))
	}
	one := testMaker(t, testCache(t), Options{Jobs: 1}).make(t, requests...)
	many := testMaker(t, testCache(t), Options{Jobs: 8})
	slices.Reverse(requests)
	for id, s := range many.make(t, requests...) {
		if s.SHA256 != one[id].SHA256 || cmp.Diff(s.Cues, one[id].Cues) != "" {
			t.Errorf("%s differs", id)
		}
	}
	for _, line := range many.said.lines(t) {
		if len(line) > mostText {
			t.Errorf("a call with %d bytes", len(line))
		}
	}
}

func TestProgressCounts(t *testing.T) {
	m := testMaker(t, testCache(t), Options{Jobs: 2})
	var said []Progress
	_, failures := m.Make(t.Context(), []Request{request("a", "Một.", "Hai."), request("b", "Ba."), request("c", "giọng hỏng")}, func(p Progress) { said = append(said, p) })
	if len(failures) != 1 || len(said) != 4+3 {
		t.Fatalf("%d failures, %v", len(failures), said)
	}
	sentences := map[string]int{}
	for i, p := range said {
		if p.Articles != 3 || i > 0 && p.Article < said[i-1].Article {
			t.Errorf("%+v after %+v", p, said[i-1])
		}
		if p.Sentences > 0 {
			sentences[p.Title]++
		}
	}
	if last := said[len(said)-1]; last.Article != 3 || sentences["Bài a"] != 2 || sentences["Bài b"] != 1 {
		t.Errorf("%v", said)
	}
}

func TestGivingUpEndsEverything(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := testMaker(t, testCache(t), Options{Jobs: 2})
	requests := []Request{request("a", "Một.", "giọng treo", "giọng treo nữa"), request("b", "giọng treo mãi"), request("c", "Ba.")}
	sounds, failures := m.Make(ctx, requests, func(p Progress) { cancel() }) // as soon as anything is done
	if len(failures) == 0 || len(sounds)+len(failures) != 3 {
		t.Fatalf("made %v, failed %v", sounds, failures)
	}
	for _, f := range failures {
		if !errors.Is(&f, context.Canceled) || !strings.Contains(f.Error(), "chưa làm xong thì bị dừng") {
			t.Errorf("failed %v", f.Error())
		}
	}
}

func TestACacheThatCannotBeWrittenIsSaid(t *testing.T) {
	m := testMaker(t, testCache(t), Options{})
	if err := os.RemoveAll(m.cache.dir); err != nil {
		t.Fatal(err)
	}
	_, failures := m.Make(t.Context(), []Request{request("a", "Một.")}, nil)
	if len(failures) != 1 || !strings.Contains(failures[0].Error(), "không đọc hay ghi được tệp") {
		t.Errorf("failed %v", failures)
	}
}

// TestTheLongestIsBegunFirst: recordings, then scripts by the length that they are expected to have; equal ones in their order.
func TestTheLongestIsBegunFirst(t *testing.T) {
	reads := func(length time.Duration) Request { return Request{Script: &speech.Script{Duration: length}} }
	got := longestFirst([]Request{reads(time.Minute), reads(3 * time.Minute), {Recording: &article.Recording{}, Script: &speech.Script{}}, reads(time.Minute), {}, reads(2 * time.Minute)})
	if want := []int{2, 4, 1, 5, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("begun in the order %v, want %v", got, want)
	}
}
