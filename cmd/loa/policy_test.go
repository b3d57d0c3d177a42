package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"
	"time"
)

var (
	pagePolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)
	pageStyle  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
)

// TestServeSendsThePolicyOfEachPage: in a preview and of a release, each page comes with the policy that it says of itself, which lets
// its own style in; only the pages made for it may be shown in frames of others.
func TestServeSendsThePolicyOfEachPage(t *testing.T) {
	dir := checkout(t)
	var out, errors bytes.Buffer
	env := environment{Out: &out, Err: &errors, Now: time.Now, Getenv: silently(t), Dir: dir}
	if code := run(t.Context(), []string{"build", "--at", "2023-04-25"}, env); code != 0 {
		t.Fatalf("exit %d: %s", code, &errors)
	}
	for what, args := range map[string][]string{"preview": {"--at", "2023-04-25"}, "release": {"--release", "public"}} {
		t.Run(what, func(t *testing.T) {
			s := serve(t, dir, args...)
			hashes := map[string]bool{}
			for path, ancestors := range map[string]string{"/": "'self'", "/nguon-tin/": "'self'", "/bai-viet/day-roi-tren-duong/ban-doc/": "'self'",
				"/khong-co/": "'self'", "/nhung/moi-nhat/": "*", "/nhung/chien-dich-le-30-4-2023/": "*"} {
				_, header, body := s.get(t, path)
				own, style := pagePolicy.FindStringSubmatch(body), pageStyle.FindStringSubmatch(body)
				if own == nil || style == nil {
					t.Errorf("%s says no policy or has no style", path)
					continue
				}
				got := header.Get("Content-Security-Policy")
				if want := html.UnescapeString(own[1]) + "; frame-ancestors " + ancestors; got != want {
					t.Errorf("%s:\n got %s\nwant %s", path, got, want)
				}
				sum := sha256.Sum256([]byte(style[1]))
				hash := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
				if !strings.Contains(got, hash) || strings.Contains(got, "unsafe") {
					t.Errorf("%s: %s does not let the page's style in alone", path, got)
				}
				hashes[hash] = true
			}
			if len(hashes) != 3 {
				t.Errorf("%d sets of styles, not 3", len(hashes))
			}
			if code := s.stop(); code != 0 {
				t.Errorf("exit %d: %s", code, s.errors)
			}
		})
	}
}
