// Package server gives a published release to browsers and feed readers over HTTP.
//
// [Handler] serves the tree that the link current leads to at the moment of each request, so that a new release is seen at once and
// whole; [Listen] and [Serve] put it on a port of this machine. What it adds to the files is what FEEDS.md section 2 and DESIGN.md
// section 7 ask of any server: media types, ETag and Last-Modified, Cache-Control, gzip, Range for sound, and headers that keep
// pages safe. Correctness never depends on it: a release is served as well by any other server.
//
// It lists no directory, follows no link out of the tree and takes no method but GET and HEAD. It does not build: the preview
// hands in the findings of the last build, and they are shown above the last good pages.
package server

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/release"
)

// Options of Handler. Dir must be set.
type Options struct {
	Dir      string                         // the directory that release.Publish was given
	Preview  bool                           // for writers: nothing is cached, findings are shown
	Findings func() []diagnostic.Diagnostic // in a preview, those of the last build, in order; nil means none. Concurrent use
}

// Handler serves the visible release below opt.Dir, also one that is published later: until then every answer is 503. It is safe for
// concurrent use.
func Handler(opt Options) http.Handler {
	if opt.Dir == "" {
		panic("server: Options.Dir is not set")
	}
	return &handler{Options: opt}
}

type handler struct {
	Options
	versions versions
	packed   packed
}

// notFoundPage is the page that goes with every 404.
const notFoundPage = "404.html"

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setSafeHeaders(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		plain(w, r, http.StatusMethodNotAllowed, "Máy chủ này chỉ nhận GET và HEAD.")
		return
	}
	tree, err := release.Current(h.Dir)
	if err != nil {
		tree = filepath.Join(h.Dir, "current") // a release that was copied here without its other tree
	}
	root, err := os.OpenRoot(tree)
	if err != nil {
		h.nothingYet(w, r)
		return
	}
	defer root.Close()

	name, ok := fileName(r.URL.Path)
	if !ok {
		h.notFound(w, r, root)
		return
	}
	switch info, err := root.Stat(name); {
	case err != nil:
		h.notFound(w, r, root)
	case info.IsDir():
		if index, err := root.Stat(path.Join(name, indexPage)); err != nil || !index.Mode().IsRegular() {
			h.notFound(w, r, root)
			return
		}
		redirect(w, r, r.URL.Path+"/")
	case !info.Mode().IsRegular(): // a pipe would keep us waiting
		h.notFound(w, r, root)
	case strings.HasSuffix(r.URL.Path, "/"+indexPage):
		redirect(w, r, strings.TrimSuffix(r.URL.Path, indexPage))
	default:
		h.file(w, r, root, tree, name)
	}
}

// file answers with a file of the tree.
func (h *handler) file(w http.ResponseWriter, r *http.Request, root *os.Root, tree, name string) {
	f, err := root.Open(name)
	if err != nil {
		h.notFound(w, r, root)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		h.notFound(w, r, root)
		return
	}
	kind := mediaType(name)
	header := w.Header()
	header.Set("Content-Type", kind)
	header.Set("Cache-Control", h.cacheControl(root, name))
	if isPage(kind) {
		setPolicy(header, name, policyOf(f))
		if list := h.findings(); len(list) > 0 {
			h.pageWithFindings(w, r, f, info, list)
			return
		}
	}
	sum, err := h.versions.sum(tree, name, f, info)
	if err != nil {
		plain(w, r, http.StatusInternalServerError, "Tệp này không đọc được.")
		return
	}
	h.content(w, r, f, info, sum)
}

// content answers with a file whose SHA-256 is known, packed if the reader wants that. http.ServeContent does what RFC 9110 asks of
// conditions (sections 13.1, 13.2.2: If-None-Match before If-Modified-Since) and ranges (14).
func (h *handler) content(w http.ResponseWriter, r *http.Request, f io.ReadSeeker, info fs.FileInfo, sum string) {
	header := w.Header()
	header.Set("ETag", entityTag(sum, ""))
	if compressible(header.Get("Content-Type")) {
		header.Add("Vary", "Accept-Encoding")
		if r.Header.Get("Range") == "" && acceptsGzip(r.Header.Values("Accept-Encoding")) {
			if small, ok := h.packed.get(sum, f, info.Size()); ok {
				header.Set("ETag", entityTag(sum, "-gz"))
				header.Set("Content-Encoding", "gzip")
				header.Set("Content-Length", strconv.Itoa(len(small)))
				http.ServeContent(w, r, "", info.ModTime(), readSeeker(small))
				return
			}
		}
	}
	http.ServeContent(w, r, "", info.ModTime(), f)
}

// notFound answers 404 with the release's own page for that.
func (h *handler) notFound(w http.ResponseWriter, r *http.Request, root *os.Root) {
	info, err := root.Stat(notFoundPage)
	if err != nil || !info.Mode().IsRegular() {
		plain(w, r, http.StatusNotFound, "Không có trang này.")
		return
	}
	page, err := root.ReadFile(notFoundPage)
	if err != nil {
		plain(w, r, http.StatusNotFound, "Không có trang này.")
		return
	}
	setPolicy(w.Header(), notFoundPage, policyOf(bytes.NewReader(page)))
	whole(w, r, http.StatusNotFound, mediaType(notFoundPage), insertFindings(page, h.findings()))
}

// redirect sends the reader to the one address of a page, on this host: p begins with one slash.
func redirect(w http.ResponseWriter, r *http.Request, p string) {
	to := url.URL{Path: p, RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", to.String())
	w.Header().Set("Cache-Control", noCache)
	w.WriteHeader(http.StatusMovedPermanently)
}

// plain answers with a sentence.
func plain(w http.ResponseWriter, r *http.Request, status int, sentence string) {
	whole(w, r, status, "text/plain; charset=utf-8", []byte(sentence+"\n"))
}

// whole answers with a body that is no file: without a version, never kept.
func whole(w http.ResponseWriter, r *http.Request, status int, kind string, body []byte) {
	header := w.Header()
	header.Set("Content-Type", kind)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	header.Set("Cache-Control", noCache)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who has gone away is nobody's trouble
	}
}
