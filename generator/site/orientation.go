package site

import (
	"bytes"
	"encoding/binary"
	"image"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// orientationTag is the number of the field Orientation in the first directory of Exif data (TIFF 6.0, section 8).
const orientationTag = 0x0112

// orientation reads from a JPEG file how the camera was held: 1 (upright) to 8. It is 1 for a file that does not say so, and for one
// whose metadata is broken.
func orientation(file []byte) int {
	for i := 2; i+4 <= len(file) && file[i] == 0xff; {
		marker, length := file[i+1], int(binary.BigEndian.Uint16(file[i+2:]))
		if marker == 0xda || length < 2 || i+2+length > len(file) { // the picture begins, or the segment is cut
			break
		}
		if segment := file[i+4 : i+2+length]; marker == 0xe1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")) {
			return directoryOrientation(segment[6:])
		}
		i += 2 + length
	}
	return 1
}

func directoryOrientation(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	start := int(order.Uint32(tiff[4:]))
	if start < 8 || start > len(tiff)-2 {
		return 1
	}
	entries := tiff[start+2:]
	for range int(order.Uint16(tiff[start:])) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == orientationTag {
			if value := int(order.Uint16(entries[8:])); value >= 1 && value <= 8 {
				return value
			}
			break
		}
		entries = entries[12:]
	}
	return 1
}

// upright turns a picture as its orientation asks. From 5 on, width and height change places.
func upright(picture image.Image, orientation int) image.Image {
	if orientation == 1 {
		return picture
	}
	b := picture.Bounds()
	w, h := float64(b.Dx()), float64(b.Dy())
	// Each matrix takes a point of the stored picture to its place in the upright one.
	matrix := map[int]f64.Aff3{
		2: {-1, 0, w, 0, 1, 0},
		3: {-1, 0, w, 0, -1, h},
		4: {1, 0, 0, 0, -1, h},
		5: {0, 1, 0, 1, 0, 0},
		6: {0, -1, h, 1, 0, 0},
		7: {0, -1, h, -1, 0, w},
		8: {0, 1, 0, -1, 0, w},
	}[orientation]
	size := image.Rect(0, 0, b.Dx(), b.Dy())
	if orientation >= 5 {
		size = image.Rect(0, 0, b.Dy(), b.Dx())
	}
	turned := image.NewNRGBA(size)
	origin := f64.Aff3{matrix[0], matrix[1], matrix[2] - matrix[0]*float64(b.Min.X) - matrix[1]*float64(b.Min.Y),
		matrix[3], matrix[4], matrix[5] - matrix[3]*float64(b.Min.X) - matrix[4]*float64(b.Min.Y)}
	draw.NearestNeighbor.Transform(turned, origin, picture, b, draw.Src, nil)
	return turned
}
