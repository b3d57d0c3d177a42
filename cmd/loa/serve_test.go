package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// started is a loa serve that runs in this process, with its address.
type started struct {
	address string
	errors  *safeBuffer
	stop    func() int
}

// safeBuffer is written by the server and read by the test.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// serve runs loa serve in dir and waits for the line with its address.
func serve(t *testing.T, dir string, args ...string) started {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	s := started{errors: &safeBuffer{}}
	env := environment{Out: writer, Err: s.errors, Now: time.Now, Getenv: silently(t), Dir: dir}
	done := make(chan int, 1)
	go func() {
		code := run(ctx, append([]string{"serve", "--port", "0"}, args...), env)
		writer.Close()
		done <- code
	}()
	s.stop = func() int {
		cancel()
		return <-done
	}
	lines := bufio.NewScanner(reader)
	for s.address == "" && lines.Scan() {
		for word := range strings.FieldsSeq(lines.Text()) {
			if strings.Contains(lines.Text(), "đang ở") && strings.HasPrefix(word, "http://") {
				s.address = strings.TrimSuffix(word, "/")
			}
		}
	}
	go func() {
		for lines.Scan() { // nothing that is printed later may block the server
		}
	}()
	if s.address == "" {
		t.Fatalf("no address; exit %d: %s", s.stop(), s.errors)
	}
	return s
}

func (s started) get(t *testing.T, path string, header ...string) (int, http.Header, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, string(body)
}

func TestServeShowsTheWorkingTree(t *testing.T) {
	s := serve(t, checkout(t), "--at", "2023-04-25")
	for _, c := range []struct {
		path, media, holds string
		status             int
	}{
		{"/", "text/html; charset=utf-8", "Đợt tuyên truyền", 200},
		{"/bai-viet/day-roi-tren-duong/", "text/html; charset=utf-8", "Điều cần nhớ", 200},
		{"/bai-viet/day-roi-tren-duong/loi-doc.txt", "text/plain; charset=utf-8", "một một ba", 200},
		{"/kenh/tat-ca/rss.xml", "application/rss+xml; charset=utf-8", "<rss", 200},
		{"/kenh/tat-ca/atom.xml", "application/atom+xml; charset=utf-8", "<feed", 200},
		{"/kenh/tat-ca/feed.json", "application/feed+json; charset=utf-8", "jsonfeed.org", 200},
		{"/dai/ho-xa/rss.xml", "application/rss+xml; charset=utf-8", s.address, 200},
		{"/favicon.svg", "image/svg+xml", "<svg", 200},
		{"/khong-co/", "text/html; charset=utf-8", "Không có trang này", 404},
		{"/kenh/", "text/html; charset=utf-8", "Không có trang này", 404},
		{"/../go.mod", "text/html; charset=utf-8", "Không có trang này", 404},
	} {
		status, header, body := s.get(t, c.path)
		if status != c.status || header.Get("Content-Type") != c.media || !strings.Contains(body, c.holds) {
			t.Errorf("%s: %d %q, %d bytes without %q", c.path, status, header.Get("Content-Type"), len(body), c.holds)
		}
		if header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", c.path, header)
		}
	}
	_, header, _ := s.get(t, "/kenh/tat-ca/rss.xml")
	if status, _, body := s.get(t, "/kenh/tat-ca/rss.xml", "If-None-Match", header.Get("ETag")); status != 304 || body != "" {
		t.Errorf("a poll without news: %d, %d bytes", status, len(body))
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, s.errors)
	}
}

func TestServeFollowsAnEditAndKeepsTheLastGoodPages(t *testing.T) {
	dir := checkout(t)
	s := serve(t, dir, "--at", "2023-04-25")
	name := filepath.Join(dir, "content", "bai-viet", "day-roi-tren-duong", "index.md")
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	const path = "/bai-viet/day-roi-tren-duong/"
	wait := func(what, words string) {
		t.Helper()
		for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
			if _, _, body := s.get(t, path); strings.Contains(body, words) {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("%s: the page never showed %q; printed: %s", what, words, s.errors)
			}
		}
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(string(good) + "\nCâu thêm sau khi trang đã mở.\n")
	wait("an edit", "Câu thêm sau khi trang đã mở.")

	write(strings.Replace(string(good), "id: ", "id: SAI", 1))
	wait("a mistake", "ma-bai-sai")
	if _, _, body := s.get(t, path); !strings.Contains(body, "Câu thêm sau khi trang đã mở.") {
		t.Error("the last good page is gone")
	}
	if !strings.Contains(s.errors.String(), "[ma-bai-sai]") {
		t.Errorf("printed: %s", s.errors)
	}
}

func TestServeOfAReleaseNeedsOne(t *testing.T) {
	var out, errors bytes.Buffer
	env := environment{Out: &out, Err: &errors, Now: time.Now, Getenv: silently(t), Dir: t.TempDir()}
	if code := run(t.Context(), []string{"serve", "--release", "public"}, env); code != exitUsage || !strings.Contains(errors.String(), "chưa có bản phát hành") {
		t.Errorf("exit %d: %s", code, &errors)
	}
}

func TestServeWaitsForTheFirstGoodContent(t *testing.T) {
	dir := checkout(t)
	name := filepath.Join(dir, "content", "bai-viet", "day-roi-tren-duong", "index.md")
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("Chưa có phần đầu."), 0o666); err != nil {
		t.Fatal(err)
	}
	s := serve(t, dir)
	if status, _, _ := s.get(t, "/"); status != http.StatusServiceUnavailable || !strings.Contains(s.errors.String(), "[dau-bai-thieu]") {
		t.Errorf("status %d, printed: %s", status, s.errors)
	}
	if err := os.WriteFile(name, good, 0o666); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if status, _, _ := s.get(t, "/"); status == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the mended content never showed; printed: %s", s.errors)
		}
	}
}
