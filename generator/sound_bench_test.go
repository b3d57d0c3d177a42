package generator_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/internal/corpus"
)

// BenchmarkSound builds with the voice and the tools of this machine: from an empty cache, once more, and after one sentence of one article
// has changed. Each figure is a ratio to the build of the same content without sound, in the same run; minutes are those of the sound that
// was made. What finds the programs is part of each build, as it is of a process; publishing is not.
//
// The articles of the first row are whole, two to four minutes each. To speak a thousand of those takes an hour, so the second row has
// the first sentence of each body alone, some 20 seconds with title and what is to be remembered: it tells how the work of a build grows
// with the number of articles, and nothing of how it grows with their length. Run it by hand; the first row takes minutes, the second some ten of them:
//
//	go test ./generator -run '^$' -bench 'Sound/26' -benchtime 1x -timeout 1h
func BenchmarkSound(b *testing.B) {
	for _, name := range []string{"espeak-ng", "ffmpeg", "ffprobe"} {
		if _, err := exec.LookPath(name); err != nil {
			b.Skipf("%s is not installed", name)
		}
	}
	for _, c := range []struct {
		name     string
		articles int
		shape    func(text string) string
	}{
		{"26 articles", 26, func(text string) string { return text }},
		{"1000 short articles", 1_000, shortened},
	} {
		b.Run(c.name, func(b *testing.B) {
			content := corpus.FS(1, c.articles, 18).(fstest.MapFS)
			for name, f := range content {
				if strings.HasPrefix(name, "content/bai-viet/") {
					f.Data = []byte(c.shape(string(f.Data)))
				}
			}
			in := generator.Input{Root: withTheme{content, os.DirFS("..")}, At: corpus.At}
			release(b, in) // the first build of a process reads and compiles what the others have then
			for b.Loop() {
				took := func(sounder generator.Sounder) (float64, *generator.Output) {
					in.Sounder = sounder
					start := time.Now()
					out := release(b, in)
					return time.Since(start).Seconds(), out
				}
				dir := b.TempDir()
				silent, _ := took(nil)
				length := time.Duration(0)
				cold, out := took(sounding(b, dir, &length))
				warm, _ := took(sounding(b, dir, nil))
				const edited = "content/bai-viet/bai-00000/index.md"
				whole := content[edited].Data
				content[edited].Data = []byte(strings.TrimRight(string(whole), "\n") + " Câu này vừa được viết thêm.\n")
				edit, _ := took(sounding(b, dir, nil))
				content[edited].Data = whole
				b.ReportMetric(silent, "silent-s")
				b.ReportMetric(cold/silent, "cold/silent")
				b.ReportMetric(warm/silent, "warm/silent")
				b.ReportMetric(edit/silent, "one-sentence/silent")
				b.ReportMetric(float64(out.Sounds), "sounds")
				b.ReportMetric(length.Minutes(), "minutes")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

// sounding is a [generator.Sounder] as a process of its own would be it, with its cache in dir. It adds to length, unless that is nil, how
// long the sounds are.
func sounding(b *testing.B, dir string, length *time.Duration) generator.Sounder {
	return func(ctx context.Context, want generator.Wanted, requests []audio.Request) (map[string]*audio.Sound, []audio.Failure) {
		cache, err := audio.OpenCache(dir, 0)
		if err != nil {
			b.Fatal(err)
		}
		voice, _, err := audio.FindVoice(ctx, cache.Scratch(), audio.WantedVoice{Model: want.Voice})
		tools, wrong := audio.FindTools(ctx, cache.Scratch(), "ffmpeg", "ffprobe")
		if err := errors.Join(err, wrong); err != nil {
			b.Fatal(err)
		}
		maker := audio.NewMaker(cache, voice, tools, audio.Options{Chime: want.Chime, Twice: want.Twice, Rate: want.Rate, BeforeRepeat: want.BeforeRepeat})
		made, failed := maker.Make(ctx, requests, nil)
		if err := cache.Sweep(); err != nil {
			b.Error(err)
		}
		if length != nil {
			for _, s := range made {
				*length += s.Length
			}
		}
		if len(failed) > 0 {
			b.Error(fmt.Errorf("%d sounds failed, the first: %w", len(failed), &failed[0]))
		}
		return made, failed
	}
}

// shortened leaves of an article's body the first sentence.
func shortened(text string) string {
	head, body, _ := strings.Cut(text, "\n---\n")
	sentence, _, _ := strings.Cut(strings.TrimSpace(body), ". ")
	return head + "\n---\n\n" + strings.TrimSuffix(sentence, ".") + ".\n"
}
