package bundle_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// store keeps the bytes of sounds that were made up, by file.
type store map[string][]byte

func (s store) open(sound *audio.Sound) (io.ReadCloser, error) {
	return io.NopCloser(bytes.NewReader(s[sound.File])), nil
}

// sound makes up the sound of an article: bytes that can be told apart, as many as its length has at 64 kbit/s.
func (s store) sound(id string, length time.Duration) *audio.Sound {
	data := bytes.Repeat([]byte(id), int(length/time.Second)*1000)
	sum := sha256.Sum256(data)
	digest := hex.EncodeToString(sum[:])
	name := id + "-" + digest[:12] + ".mp3"
	s[name] = data
	return &audio.Sound{Article: id, Name: name, File: name, Size: int64(len(data)), SHA256: digest, Length: length}
}

// archive is a case: content, and in "yeu-cau" what is asked for.
func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// input gives what a case asks for: lines "dai SLUG", "luc INSTANT", "ngay DAY", "tieng ID LENGTH [giong-may]".
func input(t testing.TB, a *txtar.Archive) (bundle.Input, store) {
	t.Helper()
	fsys := fstest.MapFS{}
	var asked string
	for _, f := range a.Files {
		if f.Name == "yeu-cau" {
			asked = string(f.Data)
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	office, found, err := settings.Load(fsys)
	must(t, found, err)
	set, found, err := article.Load(fsys, office)
	must(t, found, err)
	composer, found := speech.New(office)
	must(t, found, nil)

	in, sounds := bundle.Input{Settings: office, Base: office.Site.Base, Version: "v1.2.3", Scripts: map[string]*speech.Script{}, Sounds: map[string]*audio.Sound{}}, store{}
	var at time.Time
	var days []civil.Date
	for line := range strings.Lines(asked) {
		f := strings.Fields(line)
		switch f[0] {
		case "dai":
			in.Station, _ = office.Station(f[1])
		case "luc":
			at = parsed(t)(time.Parse(time.RFC3339, f[1]))
		case "ngay":
			days = append(days, civil.DateOf(parsed(t)(time.Parse(time.DateOnly, f[1]))))
		case "tieng":
			length, err := time.ParseDuration(f[2])
			must(t, nil, err)
			in.Sounds[f[1]] = sounds.sound(f[1], length)
			in.Sounds[f[1]].Synthetic = len(f) > 3
		default:
			t.Fatalf("unknown line %q", line)
		}
	}
	var items []schedule.Item
	for _, a := range set.Published(at, false).Articles {
		script, found := composer.Compose(a)
		must(t, found, nil)
		var heard schedule.Sound
		if sound := in.Sounds[a.ID]; sound != nil {
			heard = schedule.Sound{Address: sound.Address(), Length: sound.Length}
		}
		if a.Withdrawn == nil {
			in.Scripts[a.ID] = script
		}
		if item, aired := schedule.ItemOf(a, script, heard); aired {
			items = append(items, item)
		}
	}
	planner := schedule.New(office, items)
	for _, day := range days {
		in.Days = append(in.Days, planner.Plan(in.Station, day, day)...)
	}
	in.Withdrawn = planner.Outlook(in.Station, at).Withdrawn
	return in, sounds
}

func parsed(t testing.TB) func(time.Time, error) time.Time {
	return func(v time.Time, err error) time.Time {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func must(t testing.TB, found []diagnostic.Diagnostic, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Check.Severity == diagnostic.Error {
			t.Fatal(d.Message)
		}
	}
}

// pack plans and writes a bundle and gives its files as a ZIP reader finds them.
func pack(t testing.TB, in bundle.Input, sounds store) (*bundle.Bundle, []byte) {
	t.Helper()
	b, err := bundle.Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := b.Write(&w, sounds.open); err != nil {
		t.Fatal(err)
	}
	return b, w.Bytes()
}

// unpack reads a ZIP back; names are those below its folder.
func unpack(t testing.TB, data []byte) (names []string, files map[string]string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, f := range r.File {
		_, name, ok := strings.Cut(f.Name, "/")
		if !ok {
			t.Fatalf("%s lies in no folder", f.Name)
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		names = append(names, name)
		files[name] = string(text)
	}
	return names, files
}
