package site

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// QRCode is a code that a telephone's camera reads, as one path of an SVG drawing: crisp at any size, in any printer.
type QRCode struct {
	Side int    // of the drawing, in modules, quiet zone included
	Path string // of the dark modules
}

// quiet is the width of the white frame that readers need, in modules (ISO/IEC 18004).
const quiet = 4

// newQRCode encodes a text with medium error correction: a corner may be dirty or torn. nil when the text is too long for a code.
func newQRCode(text string) *QRCode {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			width := 0
			for x+width < code.Size && code.Black(x+width, y) {
				width++
			}
			if width > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", x+quiet, y+quiet, width, width)
				x += width
			}
		}
	}
	return &QRCode{Side: code.Size + 2*quiet, Path: path.String()}
}
