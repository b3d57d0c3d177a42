package server_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/release"
	"github.com/vinhlinh/loa/generator/server"
)

var noon = time.Date(2023, 4, 25, 12, 0, 0, 0, time.FixedZone("", 7*60*60))

// publish makes the files of an archive the release of dir.
func publish(t testing.TB, dir string, files []txtar.File) {
	t.Helper()
	var list []release.File
	for _, f := range files {
		list = append(list, release.File{Path: f.Name, Data: f.Data})
	}
	opt := release.Options{At: noon, Now: noon, Sleep: func(time.Duration) {}}
	if _, err := release.Publish(dir, list, opt); err != nil {
		t.Fatal(err)
	}
}

// published is a directory with the release of testdata/tree.txtar.
func published(t testing.TB) string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/tree.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, a.Files)
	return dir
}

// ask sends a request as it is written, byte by byte: no client makes its address clean first.
func ask(t *testing.T, address, request string, headers ...string) (*http.Response, string) {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	lines := append([]string{request + " HTTP/1.1", "Host: loa.example", "Connection: close"}, headers...)
	if _, err := io.WriteString(conn, strings.Join(lines, "\r\n")+"\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	method, _, _ := strings.Cut(request, " ")
	response, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

// cases are read from testdata/*.txt. A case is a block of lines: its claim after "# ", the request, its headers, and what the answer
// must be:
//
//	status CODE          the status
//	header NAME VALUE    a header, exactly
//	no-header NAME       a header that is not there
//	body TEXT            the whole body, but for line ends at its end
//	contains TEXT        a part of it
//	lacks TEXT           what must not be in it
//	gunzip TEXT          a part of it when unpacked
type httpCase struct {
	file, name, request string
	headers, checks     []string
}

func cases(t *testing.T) []httpCase {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []httpCase
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
			lines := strings.Split(block, "\n")
			if len(lines) < 3 || !strings.HasPrefix(lines[0], "# ") {
				t.Fatalf("%s: not a claim, a request and a check:\n%s", name, block)
			}
			c := httpCase{file: strings.TrimSuffix(filepath.Base(name), ".txt"), name: lines[0][2:], request: lines[1]}
			for _, line := range lines[2:] {
				if word, _, _ := strings.Cut(line, " "); strings.HasSuffix(word, ":") {
					c.headers = append(c.headers, line)
				} else {
					c.checks = append(c.checks, line)
				}
			}
			all = append(all, c)
		}
	}
	return all
}

func TestAnswers(t *testing.T) {
	s := httptest.NewServer(server.Handler(server.Options{Dir: published(t)}))
	defer s.Close()
	for _, c := range cases(t) {
		t.Run(c.file+"/"+c.name, func(t *testing.T) {
			response, body := ask(t, s.Listener.Addr().String(), c.request, c.headers...)
			for _, check := range c.checks {
				if problem := judge(check, response, body); problem != "" {
					t.Errorf("%s\n%s\n%s: %s", c.request, strings.Join(c.headers, "\n"), check, problem)
				}
			}
			if length := response.Header.Get("Content-Length"); length != "" && !strings.HasPrefix(c.request, "HEAD") && length != strconv.Itoa(len(body)) {
				t.Errorf("%s: Content-Length %s, but %d bytes", c.request, length, len(body))
			}
		})
	}
}

// judge says what is wrong with an answer, or nothing.
func judge(check string, response *http.Response, body string) string {
	word, want, _ := strings.Cut(check, " ")
	switch word {
	case "status":
		if got := strconv.Itoa(response.StatusCode); got != want {
			return "got " + got
		}
	case "header":
		name, value, _ := strings.Cut(want, " ")
		if got := response.Header.Values(name); !slices.Equal(got, []string{value}) {
			return fmt.Sprintf("got %q", got)
		}
	case "no-header":
		if got := response.Header.Values(want); len(got) > 0 {
			return fmt.Sprintf("got %q", got)
		}
	case "body":
		if got := strings.TrimRight(body, "\n"); got != want {
			return fmt.Sprintf("got %q", got)
		}
	case "contains":
		if !strings.Contains(body, want) {
			return fmt.Sprintf("got %q", body)
		}
	case "lacks":
		if strings.Contains(body, want) {
			return fmt.Sprintf("got %q", body)
		}
	case "gunzip":
		r, err := gzip.NewReader(strings.NewReader(body))
		if err != nil {
			return err.Error()
		}
		plain, err := io.ReadAll(r)
		if err != nil || !strings.Contains(string(plain), want) {
			return fmt.Sprintf("got %q, %v", plain, err)
		}
	default:
		return "no such check"
	}
	return ""
}

// handle asks a handler without a network.
func handle(h http.Handler, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestNewReleaseIsSeenAtOnce(t *testing.T) {
	dir := t.TempDir()
	h := server.Handler(server.Options{Dir: dir})
	if w := handle(h, "/"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("before the first release: got %d, want 503 with Retry-After", w.Code)
	}
	tags := map[string]bool{}
	for _, content := range []string{"mot", "hai", "bay"} { // of one length: size and second do not tell them apart
		publish(t, dir, []txtar.File{{Name: "index.html", Data: []byte(content)}})
		w := handle(h, "/")
		if w.Code != 200 || w.Body.String() != content {
			t.Errorf("got %d %q, want %q", w.Code, w.Body, content)
		}
		tags[w.Header().Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("three releases have the versions %v", tags)
	}
}

func TestReleaseWithoutAManifestHasTheSameVersions(t *testing.T) {
	dir := published(t)
	h := server.Handler(server.Options{Dir: dir})
	want := handle(h, "/").Header().Get("ETag")
	if err := os.Remove(release.ManifestFile(filepath.Join(dir, "a"))); err != nil {
		t.Fatal(err)
	}
	for _, again := range []string{"read", "remembered"} {
		w := handle(h, "/")
		if got := w.Header().Get("ETag"); got != want || !strings.Contains(w.Body.String(), "trang chủ") {
			t.Errorf("%s: got %s %q, want %s", again, got, w.Body, want)
		}
	}

	t.Run("also as a plain directory", func(t *testing.T) {
		plain := t.TempDir()
		if err := os.CopyFS(filepath.Join(plain, "current"), os.DirFS(filepath.Join(dir, "a"))); err != nil {
			t.Fatal(err)
		}
		w := handle(server.Handler(server.Options{Dir: plain}), "/")
		if got := w.Header().Get("ETag"); w.Code != 200 || got != want {
			t.Errorf("got %d, %s, want 200, %s", w.Code, got, want)
		}
	})
}

func TestFileThatIsNotOfItsManifestHasItsOwnVersion(t *testing.T) {
	dir := published(t)
	h := server.Handler(server.Options{Dir: dir})
	before := handle(h, "/robots.txt").Header().Get("ETag")
	if err := os.WriteFile(filepath.Join(dir, "current", "robots.txt"), []byte("changed by hand"), 0o644); err != nil {
		t.Fatal(err)
	}
	if after := handle(h, "/robots.txt").Header().Get("ETag"); after == before || after == "" {
		t.Errorf("got %s before and %s after", before, after)
	}
}

func TestTextThatDoesNotShrinkIsSentAsItIs(t *testing.T) {
	noise := make([]byte, 2000)
	rand.NewChaCha8([32]byte{}).Read(noise)
	dir := t.TempDir()
	publish(t, dir, []txtar.File{{Name: "noise.txt", Data: noise}})
	h := server.Handler(server.Options{Dir: dir})
	for _, again := range []string{"first", "remembered"} {
		w := handle(h, "/noise.txt", "Accept-Encoding: gzip")
		if w.Header().Get("Content-Encoding") != "" || w.Body.String() != string(noise) {
			t.Errorf("%s: got %q and %d bytes, want the %d bytes themselves", again, w.Header().Get("Content-Encoding"), w.Body.Len(), len(noise))
		}
	}
}

func TestReleaseWithoutItsOwn404AnswersInWords(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, []txtar.File{{Name: "index.html"}})
	w := handle(server.Handler(server.Options{Dir: dir}), "/x")
	if w.Code != 404 || w.Body.String() != "Không có trang này.\n" {
		t.Errorf("got %d %q", w.Code, w.Body)
	}
}
