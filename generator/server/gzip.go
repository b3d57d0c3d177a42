package server

import (
	"bytes"
	"compress/gzip"
	"io"
	"strconv"
	"strings"
	"sync"
)

const (
	minPacked = 512      // bytes of a file below which gzip saves no packet
	maxPacked = 4 << 20  // bytes of a file above which packing it for one reader costs too much
	packedAll = 32 << 20 // bytes of all packed files that are kept
)

// packed keeps files packed by gzip, by the SHA-256 of what was packed. The zero value is ready.
type packed struct {
	mu    sync.Mutex
	files map[string][]byte // empty: does not shrink
	size  int
}

// get gives a file packed; false if it is not worth it.
func (p *packed) get(sum string, f io.ReadSeeker, size int64) ([]byte, bool) {
	if size < minPacked || size > maxPacked {
		return nil, false
	}
	p.mu.Lock()
	small, known := p.files[sum]
	p.mu.Unlock()
	if known {
		return small, len(small) > 0
	}
	small, err := pack(f, size)
	if err != nil {
		return nil, false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.files == nil || p.size+len(small) > packedAll {
		p.files, p.size = map[string][]byte{}, 0
	}
	if _, known := p.files[sum]; !known {
		p.files[sum] = small
		p.size += len(small)
	}
	return small, len(small) > 0
}

// pack gives the size bytes of f packed, or nothing if that is not smaller.
func pack(f io.ReadSeeker, size int64) ([]byte, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.CopyN(w, f, size); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if int64(out.Len()) >= size {
		return nil, nil
	}
	return out.Bytes(), nil
}

func readSeeker(b []byte) io.ReadSeeker { return bytes.NewReader(b) }

// acceptsGzip says whether a reader takes gzip (RFC 9110 section 12.5.3): named with a quality above zero, or not named and "*" is.
func acceptsGzip(values []string) bool {
	star := false
	for part := range strings.SplitSeq(strings.Join(values, ","), ",") {
		coding, parameters, _ := strings.Cut(part, ";")
		wanted := quality(parameters) > 0
		switch strings.ToLower(strings.TrimSpace(coding)) {
		case "gzip", "x-gzip":
			return wanted
		case "*":
			star = wanted
		}
	}
	return star
}

// quality is the weight of an entry: 1 unless "q=…" says otherwise, 0 if that is no number.
func quality(parameters string) float64 {
	for p := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		if strings.EqualFold(name, "q") {
			q, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}
