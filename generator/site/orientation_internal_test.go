package site

import (
	"bytes"
	"testing"
)

// FuzzOrientation: whatever a camera or an attacker writes, the answer is one of the eight ways, and one for a file without metadata.
func FuzzOrientation(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00II\x2a\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x0eExif\x00\x00MM\x00\x2a\xff\xff"))
	f.Add([]byte{0xff})
	f.Fuzz(func(t *testing.T, file []byte) {
		got := orientation(file)
		if got < 1 || got > 8 {
			t.Errorf("the orientation is %d", got)
		}
		if got != 1 && !bytes.Contains(file, []byte("Exif\x00\x00")) {
			t.Errorf("a file without metadata has the orientation %d", got)
		}
	})
}

// TestOrientationOfBothByteOrders: cameras write either.
func TestOrientationOfBothByteOrders(t *testing.T) {
	for name, file := range map[string]string{
		"big endian":    "\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
		"little endian": "\xff\xd8\xff\xe1\x00\x22Exif\x00\x00II\x2a\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00",
	} {
		if got := orientation([]byte(file)); got != 6 {
			t.Errorf("%s: got %d, want 6", name, got)
		}
	}
}
