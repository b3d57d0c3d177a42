package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/speech"
)

// page waits until a page of a preview is as it should be.
func (s started) page(t *testing.T, path, what string, good func(body string) bool) string {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if _, _, body := s.get(t, path); good(body) {
			return body
		}
		if time.Now().After(deadline) {
			t.Fatalf("never came: %s; printed: %s", what, s.errors)
		}
	}
}

// says waits until words are printed.
func (s started) says(t *testing.T, words string) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); !strings.Contains(s.errors.String(), words); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("never printed %q, but: %s", words, s.errors)
		}
	}
}

// TestPreviewIsHeardAsItIsMade: pages are there before any sound, which comes to them as it is made; an edit of one sentence has one
// sentence spoken.
func TestPreviewIsHeardAsItIsMade(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	v.write(t, "wait", "")
	s := serve(t, dir, "--at", "2023-04-25", "--machine", v.machine)
	const page = "/bai-viet/" + spokenSlug + "/"
	for _, path := range []string{"/", page, "/bai-viet/" + otherSlug + "/"} {
		if status, _, body := s.get(t, path); status != 200 || soundOn(body) != "" || !strings.Contains(body, "</html>") {
			t.Errorf("%s before there is any sound: %d, plays %q", path, status, soundOn(body))
		}
	}
	if heard := v.heard(t); len(heard) > 0 {
		t.Errorf("spoken before the voice spoke: %q", heard)
	}
	v.remove(t, "wait")
	heardPage := func(body string) bool { return soundOn(body) != "" }
	body := s.page(t, page, "sound", heardPage)
	first := soundOn(body)
	s.page(t, "/bai-viet/"+otherSlug+"/", "the sound of the other article", heardPage)
	if status, header, sound := s.get(t, first); status != 200 || header.Get("Content-Type") != "audio/mpeg" || len(sound) < 10_000 {
		t.Errorf("%s: %d %s, %d bytes", first, status, header.Get("Content-Type"), len(sound))
	}
	if status, header, cues := s.get(t, page+"loi-doc.vtt"); status != 200 || header.Get("Content-Type") != "text/vtt; charset=utf-8" || !strings.HasPrefix(cues, "WEBVTT\n\n1\n00:00:0") {
		t.Errorf("captions: %d %s %.60q", status, header.Get("Content-Type"), cues)
	}
	if !strings.Contains(body, `<track kind="captions" srclang="vi" label="Tiếng Việt" src="`+page+`loi-doc.vtt">`) || !strings.Contains(body, "Giọng đọc máy (tổng hợp)") {
		t.Error("the page has no captions, or does not say that a machine speaks")
	}

	before := v.heard(t)
	replace(t, articleFile(dir, spokenSlug), "trạm y tế, lớp học", "trạm xá, lớp học")
	body = s.page(t, page, "the sound of the edit", func(body string) bool {
		return strings.Contains(body, "trạm xá, lớp học") && soundOn(body) != ""
	})
	if soundOn(body) == first {
		t.Error("other words have the sound of the former")
	}
	if diff := cmp.Diff([]string{"Sợi cáp nối lại được thì trạm xá, lớp học và nhà mình lại có mạng."}, v.heard(t)[len(before):]); diff != "" {
		t.Errorf("spoken after an edit of one sentence (-want +got):\n%s", diff)
	}
	if code := s.stop(); code != 0 || s.errors.String() != "" {
		t.Errorf("exit %d: %s", code, s.errors)
	}
}

// TestPreviewBearsABadVoice: whatever a voice does, pages are there with the newest words; article and sentence are named on the terminal,
// once, and what failed is not tried again before its words change.
func TestPreviewBearsABadVoice(t *testing.T) {
	v := newVoice(t)
	dir := quietCheckout(t)
	s := serve(t, dir, "--at", "2023-04-25", "--machine", v.machine)
	const page, otherPage = "/bai-viet/" + spokenSlug + "/", "/bai-viet/" + otherSlug + "/"
	s.page(t, page, "sound", func(body string) bool { return soundOn(body) != "" })
	last := "mà tìm đến."
	for i, c := range []struct{ how, says string }{
		{"exits", "dừng với mã lỗi 1: Error: no such voice"},
		{"leaves-nothing", "không ghi tệp tiếng nào"},
		{"is-silent", "tệp không có tiếng"},
		{"leaves-half", "bị hỏng"},
	} {
		word := []string{"một", "hai", "ba", "bốn"}[i]
		now := "mà tìm đến, lần " + word + "."
		v.write(t, "bad", c.how+" tìm đến, lần "+word)
		replace(t, articleFile(dir, spokenSlug), last, now)
		last = now
		s.says(t, c.says)
		printed := s.errors.String()
		if !strings.Contains(printed, "Bài “"+spokenTitle+"” ("+spokenID+"), câu ") || strings.Count(printed, c.says) != 1 || !strings.Contains(printed, "“Nghe đủ ba điều ấy, thợ biết đường mà") {
			t.Errorf("%s: printed %s", c.how, printed)
		}
		s.page(t, page, "a page with the newest words and no sound", func(body string) bool { return strings.Contains(body, now) && soundOn(body) == "" })
	}

	// Another article changes: everything is built again.
	tries := len(v.heard(t))
	put(t, articleFile(dir, otherSlug), textOf(t, articleFile(dir, otherSlug))+"\nBà con nhớ nhé.\n")
	s.page(t, otherPage, "the edit of another article with its sound", func(body string) bool {
		return strings.Contains(body, "Bà con nhớ nhé.") && soundOn(body) != ""
	})
	if diff := cmp.Diff([]string{"Bà con nhớ nhé."}, v.heard(t)[tries:]); diff != "" {
		t.Errorf("spoken after an edit elsewhere (-want +got):\n%s", diff)
	}
	if got := strings.Count(s.errors.String(), "Bài “"); got != 4 {
		t.Errorf("said %d times, not once for each of four: %s", got, s.errors)
	}
	v.remove(t, "bad")
	replace(t, articleFile(dir, spokenSlug), last, "mà tìm đến nhanh.")
	s.page(t, page, "the sound of a voice that is well again", func(body string) bool {
		return strings.Contains(body, "mà tìm đến nhanh.") && soundOn(body) != ""
	})
	if code := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, s.errors)
	}
}

// TestPreviewIsNotBuiltAgainForNothing: where no sound can be made, each article is tried once, and the pages are left alone.
func TestPreviewIsNotBuiltAgainForNothing(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var printed safeBuffer
	rooms, err := openStudio(environment{Out: io.Discard, Err: &printed, Now: time.Now, Getenv: silently(t)}, root, "")
	if err != nil {
		t.Fatal(err)
	}
	var requests []audio.Request
	for i := range 9 {
		requests = append(requests, audio.Request{Article: fmt.Sprintf("bai%05d", i), Title: "Bài", Script: &speech.Script{Sentences: []speech.Sentence{{Text: "Câu."}}}})
	}
	ctx, cancel := context.WithCancel(t.Context())
	b := newBackstage(rooms)
	ask := func() {
		if made, failed := b.known(ctx, generator.Wanted{}, requests); len(made)+len(failed) > 0 {
			t.Errorf("made %v, failed %v", made, failed)
		}
	}
	ask() // the first pages
	built, done := 0, make(chan struct{})
	go func() {
		defer close(done)
		b.work(ctx, func() { built++; ask() })
	}()
	tried := func() int {
		b.mu.Lock()
		defer b.mu.Unlock()
		return len(b.failed)
	}
	for deadline := time.Now().Add(time.Minute); tried() < len(requests); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("only %d of %d were tried", tried(), len(requests))
		}
	}
	cancel()
	<-done
	if built != 1 {
		t.Errorf("built %d times, not once to ask what is there", built)
	}
	if got := printed.String(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "Thiếu ffmpeg") {
		t.Errorf("printed %q", got)
	}
}
