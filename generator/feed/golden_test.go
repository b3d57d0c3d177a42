package feed_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/speech"
)

// TestDocuments: each archive is content, the instant of a build and the address of one document, and that document. A file "sounds"
// has a line a sound: article, size, length, kind of voice, speaker.
func TestDocuments(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		content := fstest.MapFS{}
		var at time.Time
		sounds := map[string]*audio.Sound{}
		var path string
		for _, f := range a.Files {
			switch f.Name {
			case "at":
				var err error
				if at, err = time.Parse(time.RFC3339, strings.TrimSpace(string(f.Data))); err != nil {
					t.Fatal(err)
				}
			case "sounds":
				sounds = soundsOf(t, f.Data)
			case "document":
				path = strings.TrimSpace(string(f.Data))
			case "want":
			default:
				content[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
			}
		}
		set, found, err := article.Load(content, office())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			t.Errorf("%s: %s [%s]", d.Source.Path, d.Message, d.Check.Name)
		}
		set = set.Published(at, false)
		in := feed.Input{Set: set, At: at, Sounds: sounds, Artwork: artwork, Scripts: map[string]*speech.Script{}, HTML: func(a *article.Article, link string) string {
			return article.HTML(a, link, func(name string) string { return link + name })
		}}
		for _, a := range set.Articles {
			in.Scripts[a.ID] = &speech.Script{Article: a.ID, Duration: 150 * time.Second}
		}
		files, err := feed.Render(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if f.Path == path {
				if strings.HasSuffix(path, ".json") {
					var b bytes.Buffer // a document is one line an item; the golden is for people
					if err := json.Indent(&b, f.Data, "", "  "); err != nil {
						t.Fatal(err)
					}
					return b.Bytes()
				}
				return f.Data
			}
		}
		t.Fatalf("there is no %s", path)
		return nil
	})
}

func soundsOf(t *testing.T, lines []byte) map[string]*audio.Sound {
	t.Helper()
	sounds := map[string]*audio.Sound{}
	for line := range strings.Lines(string(lines)) {
		part := strings.SplitN(strings.TrimSpace(line), " ", 5)
		if len(part) < 4 {
			t.Fatalf("a sound of %q", line)
		}
		size, err := strconv.ParseInt(part[1], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		length, err := time.ParseDuration(part[2])
		if err != nil {
			t.Fatal(err)
		}
		s := &audio.Sound{Article: part[0], Name: part[0] + "-9f86d081884c.mp3", Size: size, Length: length, Synthetic: part[3] == "tong-hop"}
		s.Voice = strings.Join(part[4:], "")
		if s.Synthetic {
			s.Cues = []audio.Cue{{End: length, Text: "Cả bài."}}
		}
		sounds[s.Article] = s
	}
	return sounds
}
