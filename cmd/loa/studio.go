package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/settings"
)

// studio is where sound is made on this machine: its programs, and what was made before. What is not installed is missing, and said
// once.
type studio struct {
	env     environment
	root    string // of the checkout, where recordings lie
	machine settings.Machine
	cache   *audio.Cache

	mu     sync.Mutex
	makers map[generator.Wanted]*audio.Maker

	saying sync.Mutex
	said   map[string]bool
}

// openStudio reads the machine's own file: the one that is named, which must be there, else the one of the usual place. dir is where what
// is made is kept.
func openStudio(env environment, root *os.Root, machineFile string) (*studio, error) {
	machine, err := readMachine(env, machineFile)
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(root.Name())
	if err != nil {
		return nil, err
	}
	cache, err := audio.OpenCache(filepath.Join(dir, ".loa", "am-thanh"), 0)
	if err != nil {
		return nil, err
	}
	return &studio{env: env, root: dir, machine: machine, cache: cache, makers: map[generator.Wanted]*audio.Maker{}, said: map[string]bool{}}, nil
}

// readMachine reads which programs make sound. It never comes from the content.
func readMachine(env environment, name string) (settings.Machine, error) {
	wanted := name != ""
	if !wanted {
		name = usualMachineFile(env)
	} else if !filepath.IsAbs(name) {
		name = filepath.Join(env.Dir, name)
	}
	var data []byte
	if name != "" {
		var err error
		if data, err = os.ReadFile(name); errors.Is(err, fs.ErrNotExist) && !wanted {
			data = nil
		} else if err != nil {
			return settings.Machine{}, usage{words: fmt.Sprintf("không đọc được tệp máy %s: %v", name, err)}
		}
	}
	machine, found := settings.LoadMachine(name, data)
	bad, err := terminal{env}.findings(found, false, false)
	if err == nil && bad {
		err = errFindings
	}
	return machine, err
}

// usualMachineFile is that of the XDG Base Directory Specification; "" where there is no home.
func usualMachineFile(env environment) string {
	dir := env.Getenv("XDG_CONFIG_HOME")
	if dir == "" {
		home := env.Getenv("HOME")
		if home == "" {
			return ""
		}
		dir = filepath.Join(home, ".config")
	}
	return filepath.Join(dir, "loa", "machine.toml")
}

// maker asks the programs who they are, once for each wish of an office.
func (s *studio) maker(ctx context.Context, want generator.Wanted) (*audio.Maker, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.makers[want]; m != nil {
		return m, nil
	}
	voice, note, err := audio.FindVoice(ctx, s.cache.Scratch(), audio.WantedVoice{Argv: s.machine.Voice.Argv, Name: s.machine.Voice.Name, Model: want.Voice})
	if err != nil && !errors.Is(err, audio.ErrNoVoice) {
		return nil, err
	}
	s.say(note)
	tools, err := audio.FindTools(ctx, s.cache.Scratch(), s.machine.FFmpeg, s.machine.FFprobe)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil {
		tools = audio.Tools{}
	}
	s.say(audio.Missing(voice, tools))
	m := audio.NewMaker(s.cache, voice, tools, audio.Options{Chime: want.Chime, Twice: want.Twice, Rate: want.Rate, BeforeRepeat: want.BeforeRepeat})
	s.makers[want] = m
	return m, nil
}

// say prints a line for the person at the machine, once.
func (s *studio) say(line string) {
	s.saying.Lock()
	defer s.saying.Unlock()
	if line != "" && !s.said[line] {
		s.said[line] = true
		fmt.Fprintln(s.env.Err, line)
	}
}

// make is a [generator.Sounder] that makes what is not there yet, and shows on a terminal how far it is.
func (s *studio) make(ctx context.Context, want generator.Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Failure) {
	m, err := s.maker(ctx, want)
	if err != nil {
		return nil, failAll(requests, err)
	}
	requests = s.located(requests)
	var show func(audio.Progress)
	if s.env.Terminal {
		width := 0
		show = func(p audio.Progress) {
			line := fmt.Sprintf("Làm tiếng: bài %d/%d", min(p.Article+1, p.Articles), p.Articles)
			if p.Sentences > 0 {
				line += fmt.Sprintf(", câu %d/%d", p.Sentence, p.Sentences)
			}
			n := len([]rune(line))
			fmt.Fprint(s.env.Err, "\r"+line+strings.Repeat(" ", max(0, width-n)))
			if width = n; p.Article == p.Articles {
				fmt.Fprint(s.env.Err, "\r"+strings.Repeat(" ", width)+"\r")
			}
		}
	}
	made, failed := m.Make(ctx, requests, show)
	if err := s.cache.Sweep(); err != nil {
		s.say(fmt.Sprintf("loa: không dọn được %s: %v", filepath.Join(s.root, ".loa", "am-thanh"), err))
	}
	return made, failed
}

// doubted gives back why a build failed. It may have been a sound of the cache that was damaged and given away unread: the next build reads
// them all, and makes again what is harmed.
func (s *studio) doubted(err error) error {
	if errors.Is(err, errFindings) {
		return err
	}
	return errors.Join(err, s.cache.Doubt())
}

// known gives the sounds that are there already, and the requests of the others. No program makes anything.
func (s *studio) known(ctx context.Context, want generator.Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Request, error) {
	m, err := s.maker(ctx, want)
	if err != nil {
		return nil, nil, err
	}
	made := map[string]*audio.Sound{}
	var missing []audio.Request
	for _, r := range s.located(requests) {
		if sound, there := m.Cached(r); there {
			made[r.Article] = sound
		} else {
			missing = append(missing, r)
		}
	}
	return made, missing, nil
}

// located says where on this machine the recordings lie.
func (s *studio) located(requests []audio.Request) []audio.Request {
	requests = slices.Clone(requests)
	for i := range requests {
		if r := &requests[i]; r.Recording != nil && !filepath.IsAbs(r.File) {
			r.File = filepath.Join(s.root, filepath.FromSlash(r.File))
		}
	}
	return requests
}

func failAll(requests []audio.Request, err error) []audio.Failure {
	failed := make([]audio.Failure, len(requests))
	for i, r := range requests {
		failed[i] = audio.Failure{Article: r.Article, Title: r.Title, Err: err}
	}
	return failed
}

// bundler writes bundles into dir, under their digest: what is there already needs not be written again. sweep removes the others.
type bundler struct {
	dir  string
	used map[string]bool
}

func newBundler(root *os.Root) (*bundler, error) {
	dir, err := filepath.Abs(filepath.Join(root.Name(), ".loa", "goi"))
	if err != nil {
		return nil, err
	}
	return &bundler{dir: dir, used: map[string]bool{}}, os.MkdirAll(dir, 0o755)
}

// write is a [generator.Bundler].
func (b *bundler) write(ctx context.Context, packed *bundle.Bundle) (generator.Stored, error) {
	name := filepath.Join(b.dir, packed.Digest+".zip")
	b.used[filepath.Base(name)] = true
	sum := name + ".sha256"
	b.used[filepath.Base(sum)] = true
	if known, err := os.ReadFile(sum); err == nil && len(known) == 64 {
		if info, err := os.Stat(name); err == nil && info.Size() == packed.Size {
			return generator.Stored{Path: name, Size: packed.Size, SHA256: string(known)}, nil
		}
	}
	digest, err := writeBundle(ctx, name, packed)
	if err == nil {
		err = os.WriteFile(sum, []byte(digest), 0o644)
	}
	return generator.Stored{Path: name, Size: packed.Size, SHA256: digest}, err
}

// sweep removes the bundles that the last build had no use for.
func (b *bundler) sweep() error {
	entries, err := os.ReadDir(b.dir)
	for _, e := range entries {
		if !b.used[e.Name()] {
			err = errors.Join(err, os.Remove(filepath.Join(b.dir, e.Name())))
		}
	}
	return err
}

// openSound is how the bundle reads a sound.
func openSound(s *audio.Sound) (io.ReadCloser, error) { return os.Open(s.File) }
