package server_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/server"
)

const secret = "BÍ MẬT"

// besetTree is a release beside and in which secrets lie: next to the tree, in the other tree, and behind links in the tree itself.
func besetTree(t testing.TB) string {
	t.Helper()
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	publish(t, dir, []txtar.File{{Name: "index.html", Data: []byte(secret)}, {Name: "cu.txt", Data: []byte(secret)}})
	publish(t, dir, []txtar.File{{Name: "index.html", Data: []byte("mới")}, {Name: "x/index.html", Data: []byte("x")}, {Name: "x/y/z.txt", Data: []byte("z")}})
	for _, name := range []string{"secret.txt", "public/secret.txt", "public/a/secret.txt"} {
		if err := os.WriteFile(filepath.Join(parent, name), []byte(secret), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree := filepath.Join(dir, "b")
	for link, to := range map[string]string{"out": "../..", "file.txt": "../secret.txt", "abs.txt": filepath.Join(parent, "secret.txt"), "x/other": "../../a", "loop": "loop"} {
		if err := os.Symlink(to, filepath.Join(tree, link)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// FuzzPath: whatever the address, nothing outside of the tree is read, no directory is listed, and an answer that leads elsewhere
// leads to this host.
func FuzzPath(f *testing.F) {
	for _, seed := range []string{"/", "/x", "/x/", "/x/y/z.txt", "/x/y", "/../secret.txt", "/x/../../secret.txt", "/out/secret.txt", "/out/public/a/index.html",
		"/file.txt", "/abs.txt", "/x/other/cu.txt", "/x/other", "/loop", "//x", "/x//", `/..\secret.txt`, "/a.ban-ke.json", "/.khoa", "/x/./y/z.txt", "/index.html",
		"/x/index.html/", "/c:secret.txt", "", "x", "*", "/\x00", "/\xff", "/x?y", "/x#y", "/x\r\nLocation: //evil", "//evil.example/x/.."} {
		f.Add(seed)
	}
	h := server.Handler(server.Options{Dir: besetTree(f)})
	f.Fuzz(func(t *testing.T, address string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = &url.URL{Path: address}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		body := w.Body.String()
		if strings.Contains(body, secret) || strings.Contains(body, "sha256") || strings.Contains(body, "z.txt") {
			t.Fatalf("%q gives away %q", address, body)
		}
		switch w.Code {
		case http.StatusOK:
			if body != "mới" && body != "x" && body != "z" {
				t.Fatalf("%q gives %q, which is no file of the release", address, body)
			}
		case http.StatusMovedPermanently:
			to, err := url.Parse(w.Header().Get("Location"))
			if err != nil || to.Host != "" || to.Scheme != "" || !strings.HasSuffix(to.Path, "/") || !strings.HasPrefix(to.Path, "/") {
				t.Fatalf("%q leads to %q", address, w.Header().Get("Location"))
			}
			if w := handle(h, to.String()); w.Code != http.StatusOK {
				t.Fatalf("%q leads to %q, which answers %d", address, to, w.Code)
			}
		case http.StatusNotFound:
		default:
			t.Fatalf("%q is answered by %d", address, w.Code)
		}
	})
}
