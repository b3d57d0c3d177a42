package generator_test

import (
	"context"
	"errors"
	"hash/crc32"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

// spoken is a [generator.Sounder] for which every article has a sound, of a length of its own; fail, if it is not nil, says which fail.
func spoken(asked *[]string, fail func(audio.Request) error) generator.Sounder {
	return func(_ context.Context, _ generator.Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Failure) {
		made, failed := map[string]*audio.Sound{}, []audio.Failure(nil)
		for _, r := range requests {
			if asked != nil {
				*asked = append(*asked, r.Article)
			}
			if fail != nil {
				if err := fail(r); err != nil {
					failed = append(failed, audio.Failure{Article: r.Article, Title: r.Title, Sentence: 3, Text: "Câu thứ ba.", Err: err})
					continue
				}
			}
			length := time.Duration(100+int(crc32.ChecksumIEEE([]byte(r.Article))%90)) * time.Second
			made[r.Article] = &audio.Sound{Article: r.Article, Name: r.Article + "-0123456789ab.mp3", File: "/không/đọc", Size: int64(length / time.Second * 8000), SHA256: strings.Repeat("0", 64),
				Length: length, Synthetic: true, Voice: "giọng thử", Cues: []audio.Cue{{End: length, Text: "Câu."}}}
		}
		return made, failed
	}
}

// real is the content of the repository, to be changed by a test.
func real(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, folder := range []string{"content", "themes/loa", "static"} {
		copyInto(t, fsys, folder)
	}
	return fsys
}

// edit puts lines into the front matter of an article.
func edit(t *testing.T, fsys fstest.MapFS, slug, lines string) {
	t.Helper()
	name := "content/bai-viet/" + slug + "/index.md"
	text := string(fsys[name].Data)
	changed := strings.Replace(text, "\n---\n", "\n"+lines+"\n---\n", 1)
	if changed == text {
		t.Fatalf("%s has no front matter", name)
	}
	fsys[name] = &fstest.MapFile{Data: []byte(changed)}
}

// TestSoundStandsInEveryOutput: what is heard can be had from the page, from each feed, from the programme and from the playlist, by the
// address of its file.
func TestSoundStandsInEveryOutput(t *testing.T) {
	out := build(t, generator.Input{Root: real(t), At: campaign, Sounder: spoken(nil, nil)})
	if out.Sounds != out.Articles || out.Sounds == 0 {
		t.Fatalf("%d of %d articles have a sound", out.Sounds, out.Articles)
	}
	const id = "g2e40gcx"
	file := "am-thanh/" + id + "-0123456789ab.mp3"
	for _, path := range []string{"bai-viet/day-roi-tren-duong/index.html", "kenh/tat-ca/rss.xml", "kenh/tat-ca/feed.json", "kenh/tat-ca/atom.xml", "kenh/tat-ca/podcast.xml",
		"dai/vinh-thuy/rss.xml", "dai/vinh-thuy/feed.json", "dai/vinh-thuy/podcast.xml", "dai/vinh-thuy/phat.m3u", "dai/vinh-thuy/lich.json", "dai/vinh-thuy/index.html"} {
		i := slices.IndexFunc(out.Files, func(f generator.File) bool { return f.Path == path })
		if i < 0 || !strings.Contains(string(out.Files[i].Data), "/"+file) {
			t.Errorf("%s does not lead to %s", path, file)
		}
	}
	for _, path := range []string{file, "bai-viet/day-roi-tren-duong/loi-doc.vtt"} {
		if !slices.ContainsFunc(out.Files, func(f generator.File) bool { return f.Path == path }) {
			t.Errorf("no %s", path)
		}
	}
}

// TestWithdrawnSoundIsGone: it is not published, and named as one that must be gone from what readers have. Its length is asked for as
// long as the day's plan stands.
func TestWithdrawnSoundIsGone(t *testing.T) {
	fsys := real(t)
	edit(t, fsys, "day-roi-tren-duong", "thu_hoi:\n  luc: 2023-04-25T12:00:00+07:00\n  ly_do: Số điện thoại ghi sai")
	var asked []string
	out := build(t, generator.Input{Root: fsys, At: campaign.Add(6 * time.Hour), Sounder: spoken(&asked, nil)})
	if !slices.Contains(asked, "g2e40gcx") {
		t.Errorf("asked for %v alone", asked)
	}
	asked = nil
	build(t, generator.Input{Root: fsys, At: campaign.AddDate(0, 0, 20), Sounder: spoken(&asked, nil)})
	if slices.Contains(asked, "g2e40gcx") || len(asked) == 0 {
		t.Errorf("weeks later asked for %v", asked)
	}
	if !slices.Equal(out.Withdrawn, []string{"g2e40gcx"}) {
		t.Errorf("to be dropped: %v", out.Withdrawn)
	}
	for _, f := range out.Files {
		if strings.Contains(f.Path, "g2e40gcx") || strings.Contains(string(f.Data), "am-thanh/g2e40gcx") {
			t.Errorf("%s leads to the sound", f.Path)
		}
	}
}

// TestFailedSound: what a writer can mend is a finding, what the machine could not do an error that names article and sentence, and what
// is not installed is neither unless the office demands sound.
func TestFailedSound(t *testing.T) {
	broken := errors.New("engine exits 1")
	for _, c := range []struct {
		name, makeSound string
		err             error
		finding, wrong  bool
		sounds          bool
	}{
		{"an engine that fails", "neu-co", broken, false, true, false},
		{"no voice", "neu-co", audio.ErrNoVoice, false, false, true},
		{"no ffmpeg", "neu-co", audio.ErrNoTools, false, false, true},
		{"no voice where sound is demanded", "bat-buoc", audio.ErrNoVoice, false, true, false},
		{"a recording that is none", "neu-co", &audio.Flaw{Kind: audio.CutOff, Text: "tệp bị cắt", Cure: "Xuất lại."}, true, false, false},
		{"no sound is wanted", "khong", broken, false, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := real(t)
			name := "content/_loa/loa.toml"
			text := string(fsys[name].Data)
			fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, `lam_am_thanh = "neu-co"`, `lam_am_thanh = "`+c.makeSound+`"`, 1))}
			if !strings.Contains(text, `lam_am_thanh = "neu-co"`) {
				t.Fatal("the settings do not say it")
			}
			if c.finding {
				edit(t, fsys, "day-roi-tren-duong", "am_thanh:\n  tep: doc.mp3\n  giong: Nguyễn Thị Hoa\n  loai: nguoi-doc")
				fsys["content/bai-viet/day-roi-tren-duong/doc.mp3"] = &fstest.MapFile{Data: append([]byte("ID3\x03\x00\x00\x00\x00\x00\x00"), make([]byte, 5000)...), Mode: fs.FileMode(0o644)}
			}
			out, found, err := generator.Build(t.Context(), generator.Input{Root: fsys, At: campaign, Sounder: spoken(nil, func(r audio.Request) error {
				if r.Article == "g2e40gcx" {
					return c.err
				}
				return nil
			})})
			if c.wrong != (err != nil) || c.sounds != (out != nil) {
				t.Fatalf("output %v, error %v, findings %v", out != nil, err, found)
			}
			if err != nil && (!strings.Contains(err.Error(), "g2e40gcx") || !strings.Contains(err.Error(), "câu 3")) {
				t.Errorf("the error does not say where: %v", err)
			}
			bad := slices.IndexFunc(found, func(d diagnostic.Diagnostic) bool { return d.Check.Severity == diagnostic.Error })
			if c.finding != (bad >= 0) {
				t.Fatalf("findings %v", found)
			}
			if bad >= 0 && (!strings.Contains(found[bad].Source.Path, "day-roi-tren-duong") || !strings.Contains(found[bad].Message, "tệp bị cắt")) {
				t.Errorf("the finding is %v", found[bad])
			}
		})
	}
}
