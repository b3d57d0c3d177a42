package release

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestManifestIsOneFileALine(t *testing.T) {
	m := manifestOf([]File{{Path: "index.html", Data: []byte("một"), Key: "k<1>"}, {Path: "x.txt"}})
	m.Files[1].Late = true
	m.Digest = digest(m.Files)
	want := `{"version":1,"at":"2023-04-25T12:00:00+07:00","digest":"` + m.Digest + `","files":[
{"path":"index.html","size":5,"sha256":"` + m.Files[0].SHA256 + `","key":"k\u003c1\u003e"},
{"path":"x.txt","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","late":true}
]}
`
	if diff := cmp.Diff(want, string(m.encode())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func manifestOf(files []File) Manifest {
	var entries []Entry
	for _, f := range files {
		entries = append(entries, f.entry())
	}
	return Manifest{At: time.Date(2023, 4, 25, 12, 0, 0, 0, time.FixedZone("", 7*60*60)), Digest: digest(entries), Files: entries}
}

// FuzzManifest: what is read as a manifest is safe, sorted and true to its digest, and is read again from what is written of it; no
// beginning of a manifest is one.
func FuzzManifest(f *testing.F) {
	whole := manifestOf([]File{{Path: "a/b.html", Data: []byte("x"), Key: "k"}, {Path: "a/c.mp3"}}).encode()
	f.Add(whole)
	f.Add(manifestOf(nil).encode())
	f.Add(bytes.Replace(whole, []byte("a/b.html"), []byte("../b.htm"), 1))
	f.Add(bytes.Replace(whole, []byte("a/c.mp3"), []byte("a/a.mp3"), 1))
	f.Add(bytes.Replace(whole, []byte(`"size":1`), []byte(`"size":2`), 1))
	f.Add(append(whole, "{}"...))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := decode(text)
		if err != nil {
			return
		}
		for i, e := range m.Files {
			if checkPath(e.Path) != nil || i > 0 && m.Files[i-1].Path >= e.Path {
				t.Fatalf("%q is unsafe or out of order", e.Path)
			}
			if found, ok := m.Find(e.Path); !ok || found != e {
				t.Fatalf("%q is not found", e.Path)
			}
		}
		if digest(m.Files) != m.Digest {
			t.Fatal("another digest")
		}
		out := m.encode()
		again, err := decode(out)
		if err != nil {
			t.Fatalf("written, it is not read: %v", err)
		}
		if !again.At.Equal(m.At) || again.Digest != m.Digest || len(again.Files) != len(m.Files) {
			t.Fatalf("written, it is read as %+v, not %+v", again, m)
		}
		if len(out) < 2048 {
			for n := range len(out) - 1 { // the last byte is a line end
				if _, err := decode(out[:n]); err == nil {
					t.Fatalf("its first %d bytes of %d are a manifest too", n, len(out))
				}
			}
		}
	})
}
