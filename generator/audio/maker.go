package audio

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/speech"
)

// Options are how sounds are made. The zero value reads once, without a chime, at 150 syllables a minute, on all cores.
type Options struct {
	Chime        bool          // two tones before what a machine reads
	Twice        bool          // what a machine reads is read a second time, behind "Xin nhắc lại."
	Rate         int           // syllables a minute of running prose, as the settings count them; 0: 150
	BeforeRepeat time.Duration // silence before "Xin nhắc lại."; 0: 1.5 s
	Jobs         int           // programs that run at once; 0: one for each core
}

// Request is an article whose sound is wanted. A recording is published as the person made it: no chime, no second reading.
type Request struct {
	Article   string             // ID
	Title     string             // how a [Failure] calls it
	Script    *speech.Script     // what a voice reads; of a recording the text in its tag, if it is known
	Recording *article.Recording // what a person, or a machine elsewhere, has read; nil: a voice reads
	File      string             // where the recording lies on this machine
	Tag       Tag                // as far as the caller knows: Voice and Lyrics are filled in where they are ""
}

// Maker makes the sounds of articles. It is safe for concurrent use.
type Maker struct {
	cache  *Cache
	voice  *Voice
	finish finisher
	tools  string // what decides how finish makes its bytes; "": there is nothing to finish with
	o      Options
	calls  singleflight.Group // a sentence that two articles share is spoken once
}

// finisher is [Tools], or a test's stand-in for it.
type finisher interface {
	MP3(ctx context.Context, folder string, samples []int16, tag Tag) (mp3 []byte, length time.Duration, err error)
	Record(ctx context.Context, folder, file, kind string, tag Tag) (mp3 []byte, length time.Duration, err error)
}

// NewMaker puts together what [FindVoice] and [FindTools] found. Without a voice (nil) recordings alone become sounds; without tools (zero)
// nothing does.
func NewMaker(cache *Cache, voice *Voice, tools Tools, o Options) *Maker {
	return newMaker(cache, voice, tools, tools.Version, o)
}

func newMaker(cache *Cache, voice *Voice, finish finisher, tools string, o Options) *Maker {
	o.Rate = cmp.Or(o.Rate, usualSpeech)
	o.BeforeRepeat = cmp.Or(o.BeforeRepeat, usualRepeat)
	o.Jobs = cmp.Or(o.Jobs, runtime.GOMAXPROCS(0))
	return &Maker{cache: cache, voice: voice, finish: finish, tools: tools, o: o}
}

const (
	usualSpeech = 150
	usualRepeat = 1500 * time.Millisecond
	afterRepeat = 900 * time.Millisecond // as behind a paragraph
	repeatWords = "Xin nhắc lại."
)

// Progress is said after each sentence and each article, one call at a time.
type Progress struct {
	Article, Articles   int    // how many of them are done, made or failed
	Title               string // of the article that this is about
	Sentence, Sentences int    // how many of its sentences are spoken; 0 of 0 for a recording
}

// Cached gives the finished sound of an article if it was made before from all the same things and is, as far as its size and its date
// tell, unharmed. No program is run.
func (m *Maker) Cached(r Request) (*Sound, bool) {
	key, err := m.key(r)
	if err != nil {
		return nil, false
	}
	return m.cache.takeSound(key)
}

// Make gives the sounds of articles by their ID, from the cache or made new. One that fails does not stop the others: it is among the
// failures, which are in the order of the requests, at most one an article. Equal requests give equal sounds, whatever else is asked for
// and however many programs run at once. progress may be nil. When ctx is done, what is not finished has failed with its cause.
func (m *Maker) Make(ctx context.Context, requests []Request, progress func(Progress)) (map[string]*Sound, []Failure) {
	w := &workshop{Maker: m, slots: make(chan struct{}, m.o.Jobs), articles: len(requests), progress: progress}
	sounds, failures := make([]*Sound, len(requests)), make([]*Failure, len(requests))
	var articles errgroup.Group
	articles.SetLimit(m.o.Jobs)
	for _, i := range longestFirst(requests) {
		articles.Go(func() error {
			sounds[i], failures[i] = w.make(ctx, requests[i])
			w.say(requests[i], 0, 0, true)
			return nil
		})
	}
	articles.Wait() // no error: each article keeps its own
	made, failed := make(map[string]*Sound, len(requests)), []Failure(nil)
	for i, r := range requests {
		if failures[i] != nil {
			failed = append(failed, *failures[i])
			continue
		}
		made[r.Article] = sounds[i]
	}
	return made, failed
}

// longestFirst gives the order in which articles are begun. The end of an article, one MP3, is work for one core: a long one that comes
// last would be waited for by all the others. Recordings come before all that is read, as nobody knows how long they are.
func longestFirst(requests []Request) []int {
	order := make([]int, len(requests))
	for i := range order {
		order[i] = i
	}
	length := func(i int) time.Duration {
		if r := requests[i]; r.Recording == nil && r.Script != nil {
			return r.Script.Duration
		}
		return maxLength
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(length(b), length(a)) })
	return order
}

// workshop is one call of Make.
type workshop struct {
	*Maker
	slots    chan struct{} // one for each program that may run
	articles int
	progress func(Progress)

	mu   sync.Mutex
	done int
}

// work runs f while no more than so many others run.
func (w *workshop) work(ctx context.Context, f func() error) error {
	select {
	case w.slots <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	defer func() { <-w.slots }()
	return f()
}

func (w *workshop) say(r Request, sentence, sentences int, finished bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if finished {
		w.done++
	}
	if w.progress != nil {
		w.progress(Progress{Article: w.done, Articles: w.articles, Title: r.Title, Sentence: sentence, Sentences: sentences})
	}
}

// make gives the sound of one article, or why there is none.
func (w *workshop) make(ctx context.Context, r Request) (*Sound, *Failure) {
	fail := func(err error) (*Sound, *Failure) {
		return nil, &Failure{Article: r.Article, Title: r.Title, Err: err}
	}
	key, err := w.key(r)
	if err != nil {
		return fail(err)
	}
	if s, ok := w.cache.takeSound(key); ok {
		return s, nil
	}
	if err := ctx.Err(); err != nil {
		return fail(context.Cause(ctx))
	}
	s, mp3, failure := &Sound{Article: r.Article}, []byte(nil), (*Failure)(nil)
	if r.Recording != nil {
		s.Synthetic, s.Voice = r.Recording.Synthetic, r.Recording.Speaker
		err = w.work(ctx, func() (err error) {
			mp3, s.Length, err = w.finish.Record(ctx, w.cache.Scratch(), r.File, r.Recording.Kind, w.tag(r))
			return err
		})
		if again, e := w.key(r); err == nil && (e != nil || again != key) {
			err = errChanged
		}
	} else {
		s.Synthetic, s.Voice = true, w.voice.Name
		var samples []int16
		if samples, s.Cues, failure = w.read(ctx, r); failure != nil {
			return nil, failure
		}
		err = w.work(ctx, func() (err error) {
			mp3, s.Length, err = w.finish.MP3(ctx, w.cache.Scratch(), samples, w.tag(r))
			return err
		})
	}
	if err != nil {
		return fail(err)
	}
	if err := w.cache.keepSound(key, s, mp3); err != nil {
		return fail(err)
	}
	return s, nil
}

// read lets the voice read a script and joins what it said.
func (w *workshop) read(ctx context.Context, r Request) ([]int16, []Cue, *Failure) {
	sentences := w.order(r.Script)
	parts, failed := w.speakAll(ctx, r, sentences)
	if failed != nil {
		return nil, nil, failed
	}
	if w.o.Chime {
		parts = append([]part{{samples: chime(), pause: chimePause}}, parts...)
	}
	if n := len(parts); w.o.Twice {
		body := parts[:n-1]
		if w.o.Chime {
			body = body[1:]
		}
		parts = slices.Concat(parts, body)
		parts[len(parts)-1].pause = 0
	}
	samples, cues := join(parts)
	return samples, cues, nil
}

// order gives the sentences that have to be spoken, each once: those of the script, and what stands before a second reading.
func (m *Maker) order(s *speech.Script) []speech.Sentence {
	if !m.o.Twice {
		return s.Sentences
	}
	list := slices.Clone(s.Sentences)
	if n := len(list); n > 0 {
		list[n-1].Pause = max(list[n-1].Pause, m.o.BeforeRepeat)
	}
	return append(list, speech.Sentence{Text: repeatWords, Written: repeatWords, Role: speech.Repeat, Pause: afterRepeat})
}

// speakAll has sentences spoken, several at once. They are begun in their order, and none is begun after one has failed: so the failure
// that is reported is the first in the script, whoever was faster.
func (w *workshop) speakAll(ctx context.Context, r Request, sentences []speech.Sentence) ([]part, *Failure) {
	parts, errs := make([]part, len(sentences)), make([]error, len(sentences))
	var mu sync.Mutex
	broken, spoken := false, 0
	var all sync.WaitGroup
	for i := range sentences {
		select {
		case w.slots <- struct{}{}:
		case <-ctx.Done():
			errs[i] = context.Cause(ctx)
		}
		if errs[i] != nil {
			break
		}
		mu.Lock()
		stop := broken
		mu.Unlock()
		if stop {
			<-w.slots
			break
		}
		all.Go(func() {
			defer func() { <-w.slots }()
			s := &sentences[i]
			samples, err := w.sentence(ctx, s)
			parts[i], errs[i] = part{samples, s.Pause, cmp.Or(s.Written, s.Text)}, err
			mu.Lock()
			broken = broken || err != nil
			spoken++
			n := spoken
			mu.Unlock()
			w.say(r, n, len(sentences), false)
		})
	}
	all.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return nil, &Failure{Article: r.Article, Title: r.Title, Sentence: i + 1, Text: cmp.Or(sentences[i].Written, sentences[i].Text), Err: errs[i]}
	}
	return parts, nil
}

// sentence gives the samples of one sentence, from the cache or from the voice. A sentence without a letter has none.
func (m *Maker) sentence(ctx context.Context, s *speech.Sentence) ([]int16, error) {
	var parts []part
	for _, p := range pieces(spoken(s), mostText) {
		samples, err := m.piece(ctx, p.text)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{samples: samples, pause: p.pause})
	}
	if len(parts) == 1 {
		return parts[0].samples, nil
	}
	samples, _ := join(parts)
	return samples, nil
}

// piece gives the samples of one text.
func (m *Maker) piece(ctx context.Context, text string) ([]int16, error) {
	key := keyOf("câu", trimVersion, m.voice.key(), strconv.Itoa(m.o.Rate), text)
	samples, err, _ := m.calls.Do(key, func() (any, error) {
		if file, ok := m.cache.take(m.cache.sentence(key)); ok {
			if samples, perSecond, err := readWave(file); err == nil && perSecond == rate {
				return samples, nil
			}
		}
		samples, err := m.voice.speak(ctx, m.cache.Scratch(), text, m.o.Rate)
		if err != nil {
			return nil, err
		}
		return samples, m.cache.keep(m.cache.sentence(key), writeWave(samples))
	})
	if err != nil {
		return nil, err
	}
	return samples.([]int16), nil
}

// What is wrong with a request.
var (
	errNothing  = errors.New("nothing to read")
	errNoScript = errors.New("neither a script nor a recording")
	errChanged  = errors.New("the recording changed while it was read")
)

// soundVersion is part of the key of a finished sound: of the rules of this package that join and chime. The chain has its own.
const soundVersion = "1"

// key is everything that decides the bytes of a sound and what is said of it.
func (m *Maker) key(r Request) (string, error) {
	tag, err := json.Marshal(m.tag(r))
	if err != nil {
		return "", err
	}
	fields := []string{"bài", soundVersion, chainVersion, m.tools, r.Article, string(tag)}
	if r.Recording != nil {
		sum, err := sumOfFile(r.File)
		if err != nil {
			return "", err
		}
		return keyOf(append(fields, "tệp", r.Recording.Kind, r.Recording.Speaker, strconv.FormatBool(r.Recording.Synthetic), sum)...), nil
	}
	switch {
	case m.tools == "": // before anybody has spoken for nothing
		return "", ErrNoTools
	case m.voice == nil:
		return "", ErrNoVoice
	case r.Script == nil:
		return "", errNoScript
	case len(r.Script.Sentences) == 0:
		return "", errNothing
	}
	fields = append(fields, "máy", trimVersion, m.voice.key(), strconv.Itoa(m.o.Rate), strconv.FormatBool(m.o.Chime), strconv.FormatBool(m.o.Twice))
	for _, s := range m.order(r.Script) {
		fields = append(fields, spoken(&s), s.Written, s.Pause.String())
	}
	return keyOf(fields...), nil
}

// tag fills in what the maker knows: who speaks, and the text.
func (m *Maker) tag(r Request) Tag {
	t := r.Tag
	switch {
	case t.Voice != "":
	case r.Recording != nil:
		t.Voice = r.Recording.Speaker
	case m.voice != nil:
		t.Voice = "Giọng máy: " + m.voice.Name
	}
	if t.Lyrics == "" && r.Script != nil {
		t.Lyrics = lyrics(r.Script)
	}
	return t
}

// lyrics is a script as it is written: a sentence a line, a blank line between blocks.
func lyrics(s *speech.Script) string {
	var b strings.Builder
	for i, sentence := range s.Sentences {
		if i > 0 && sentence.Block != s.Sentences[i-1].Block {
			b.WriteByte('\n')
		}
		b.WriteString(sentence.Written)
		b.WriteByte('\n')
	}
	return b.String()
}
