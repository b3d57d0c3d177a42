package site_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
)

// withPicture is a set of one article whose body shows one picture.
func withPicture(name string, data []byte) *article.Set {
	return &article.Set{Settings: &settings.Settings{}, Articles: []*article.Article{{
		ID: "0000000t", Slug: "x", Folder: "content/bai-viet/x", Pictures: []*article.Picture{{Name: name, Data: data}},
	}}}
}

// exif is the metadata of a camera held in one of eight ways, with a place that nobody should learn.
func exif(orientation byte) []byte {
	tiff := []byte("MM\x00\x2a\x00\x00\x00\x08" + "\x00\x01" + "\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(orientation) + "\x00\x00" + "\x00\x00\x00\x00" + "nhà bà Tư")
	segment := append([]byte("Exif\x00\x00"), tiff...)
	return append([]byte{0xff, 0xe1, 0, byte(len(segment) + 2)}, segment...)
}

// quarters is a picture of four fields: red and green above, blue and white below.
func quarters(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, []color.Color{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 128, 0, 255}, color.NRGBA{0, 0, 255, 255}, color.White}[2*(2*y/h)+2*x/w])
		}
	}
	return m
}

// TestPicturesAreUpright: whichever way the camera was held, the picture that is published stands as it should.
func TestPicturesAreUpright(t *testing.T) {
	// What each orientation makes of the stored fields R G / B W, row by row (Exif 2.32, table of Orientation).
	for orientation, want := range map[byte]string{1: "RG BW", 2: "GR WB", 3: "WB GR", 4: "BW RG", 5: "RB GW", 6: "BR WG", 7: "WG BR", 8: "GW RB"} {
		var photo bytes.Buffer
		if err := jpeg.Encode(&photo, quarters(64, 32), &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		data := append(append([]byte{0xff, 0xd8}, exif(orientation)...), photo.Bytes()[2:]...)
		_, files, err := site.LoadPictures(withPicture("a.jpg", data))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(files[0].Data, []byte("nhà bà Tư")) {
			t.Errorf("orientation %d: the picture still says where it was made", orientation)
		}
		m, err := jpeg.Decode(bytes.NewReader(files[0].Data))
		if err != nil {
			t.Fatal(err)
		}
		size := m.Bounds().Size()
		var got strings.Builder
		for i, at := range []image.Point{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
			if i == 2 {
				got.WriteByte(' ')
			}
			r, g, b, _ := m.At(at.X*size.X/4, at.Y*size.Y/4).RGBA()
			switch {
			case r > 0xc000 && g > 0xc000 && b > 0xc000:
				got.WriteByte('W')
			case r > 0xc000:
				got.WriteByte('R')
			case b > 0xc000:
				got.WriteByte('B')
			default:
				got.WriteByte('G')
			}
		}
		if got.String() != want {
			t.Errorf("orientation %d: got %s, want %s", orientation, &got, want)
		}
		if upright := size.X > size.Y; upright != (orientation < 5) {
			t.Errorf("orientation %d: the picture is %v", orientation, size)
		}
	}
}

// TestPicturesAreMadeSmall: at most 960 pixels wide, in proportion, named by content, equal each time.
func TestPicturesAreMadeSmall(t *testing.T) {
	var drawing bytes.Buffer
	if err := png.Encode(&drawing, gradient(1921, 1000)); err != nil {
		t.Fatal(err)
	}
	pictures, files, err := site.LoadPictures(withPicture("so_do.png", drawing.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	f := pictures["content/bai-viet/x/so_do.png"]
	if f.Width != 960 || f.Height != 500 {
		t.Errorf("the picture is %d × %d", f.Width, f.Height)
	}
	if !regexp.MustCompile(`^/bai-viet/x/so-do-[0-9a-f]{12}\.png$`).MatchString(f.Address) || files[0].Path != f.Address[1:] {
		t.Errorf("the picture lies at %s, its file is %s", f.Address, files[0].Path)
	}
	_, again, err := site.LoadPictures(withPicture("so_do.png", drawing.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, again); diff != "" {
		t.Errorf("the same picture became another file:\n%s", diff)
	}
}

// TestHostilePicturesAreRefused before a pixel of them is decoded.
func TestHostilePicturesAreRefused(t *testing.T) {
	huge := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x06\x00\x00\x00")
	huge = append(huge, 0, 0, 0, 0)
	for name, data := range map[string][]byte{
		"nothing": nil, "no picture": []byte("<svg onload=alert(1)>"), "too many pixels": huge,
	} {
		if _, _, err := site.LoadPictures(withPicture("a.png", data)); err == nil || !strings.Contains(err.Error(), "content/bai-viet/x/a.png") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
