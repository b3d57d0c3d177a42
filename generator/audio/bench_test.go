package audio

import (
	"os/exec"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkArticle makes the sound of thirty sentences of a real article from an empty cache, from a full one, and after one sentence has
// changed, and gives the cost of the last two as parts of the first. "voice" leaves the MP3 out, which is made whole whatever has
// changed. espeak-ng speaks where it is installed, else a stand-in.
func BenchmarkArticle(b *testing.B) {
	voice, _ := testVoice(b)
	if _, err := exec.LookPath("espeak-ng"); err == nil {
		found, _, err := FindVoice(b.Context(), b.TempDir(), WantedVoice{Model: "vi-vn-x-central"})
		if err != nil {
			b.Fatal(err)
		}
		voice = found
	}
	b.Run("voice", func(b *testing.B) { benchmarkArticle(b, voice, plainFinish{calls: new(atomic.Int64)}) })
	b.Run("all", func(b *testing.B) {
		if _, err := exec.LookPath("ffmpeg"); err != nil {
			b.Skip("ffmpeg is not installed")
		}
		tools, err := FindTools(b.Context(), b.TempDir(), "ffmpeg", "ffprobe")
		if err != nil {
			b.Fatal(err)
		}
		benchmarkArticle(b, voice, tools)
	})
}

func benchmarkArticle(b *testing.B, voice *Voice, finish finisher) {
	r := shortest(b)
	r.Script.Sentences = r.Script.Sentences[:min(30, len(r.Script.Sentences))]
	script := *r.Script
	script.Sentences = slices.Clone(script.Sentences)
	script.Sentences[len(script.Sentences)/2].Text = "Câu này vừa được sửa lại cho đúng."
	edited := r
	edited.Script = &script

	var cold, warm, edit time.Duration
	for b.Loop() {
		m := newMaker(testCache(b), voice, finish, "1", Options{})
		took := func(r Request) time.Duration {
			start := time.Now()
			if _, failures := m.Make(b.Context(), []Request{r}, nil); len(failures) > 0 {
				b.Fatal(failures[0].Error())
			}
			return time.Since(start)
		}
		cold += took(r)
		warm += took(r)
		edit += took(edited)
	}
	b.ReportMetric(float64(warm)/float64(cold), "warm/cold")
	b.ReportMetric(float64(edit)/float64(cold), "one-sentence/cold")
}
