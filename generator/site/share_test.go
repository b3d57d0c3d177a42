package site_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
)

func lettering(t *testing.T) *site.Lettering {
	t.Helper()
	l, err := site.LoadLettering(os.DirFS(themeDir))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// shareOf is the picture of an article with a title, and its bytes.
func shareOf(t *testing.T, l *site.Lettering, title, topic string) (image.Image, []byte) {
	t.Helper()
	files := l.SharePictures(site.Content{At: at(2023, 4, 26), Set: &article.Set{Settings: office(),
		Articles: []*article.Article{{Slug: "x", Title: title, Topic: &article.Topic{Title: topic}}}}})
	if len(files) != 2 || files[0].Path != "og.png" || files[1].Path != "bai-viet/x/og.png" {
		t.Fatalf("there are %d pictures", len(files))
	}
	m, err := png.Decode(bytes.NewReader(files[1].Data))
	if err != nil {
		t.Fatal(err)
	}
	return m, files[1].Data
}

// inked is the smallest rectangle inside within that holds all that is not the ground.
func inked(m image.Image, within image.Rectangle) image.Rectangle {
	ground := color.RGBA{0x0b, 0x4f, 0x4c, 0xff}
	var box image.Rectangle
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if color.RGBAModel.Convert(m.At(x, y)) != ground {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// body is the part of a picture where the title stands.
var body = image.Rect(0, 150, 1200, 515)

// TestSharePictureHoldsAnyTitle: whatever a title is, its picture has its size and weight, and no letter comes near the edge.
func TestSharePictureHoldsAnyTitle(t *testing.T) {
	for _, c := range []struct{ name, title string }{
		{"a usual one", "Thấy dây rơi trên đường, đứng xa và gọi 113"},
		{"the longest, with marks above and below", strings.Repeat("Giữ Ẵ nghĩa ", 9) + "Ậ"},
		{"one word without a space", strings.Repeat("W", 110)},
		{"marks upon marks", "Giữ" + strings.Repeat("\u0300\u0316", 90) + " dây cho sạch"},
		{"directions, controls, other scripts", "Giữ \u202edây\u202c \x00\x1b[31m cáp 光纜 🔥 \U000e0041"},
		{"much too long", strings.Repeat("Nghiêng ngả ", 4000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, data := shareOf(t, lettering(t), c.title, strings.Repeat(c.title, 3))
			if m.Bounds() != image.Rect(0, 0, 1200, 630) || len(data) > 60<<10 {
				t.Errorf("it is %v and weighs %d bytes", m.Bounds(), len(data))
			}
			box := inked(m, image.Rect(0, 0, 1200, 606))
			if safe := image.Rect(70, 40, 1130, 590); !box.In(safe) {
				t.Errorf("letters fill %v, which is not inside of %v", box, safe)
			}
			if box := inked(m, body); box.Empty() || box.Min.Y < 155 || box.Max.Y > 512 {
				t.Errorf("the title fills %v", box)
			}
		})
	}
}

// TestSharePictureHasEveryLetter: each letter of Vietnamese leaves ink of its own, none falls away.
func TestSharePictureHasEveryLetter(t *testing.T) {
	l, seen := lettering(t), map[string]rune{}
	for _, r := range "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ" +
		"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ" + "0123456789.,;:?!–“”‘’…()/%+-₫" {
		m, data := shareOf(t, l, string(r), "")
		if inked(m, body).Empty() {
			t.Errorf("%c leaves no ink", r)
		}
		if other, found := seen[string(data)]; found {
			t.Errorf("%c and %c look alike", other, r)
		}
		seen[string(data)] = r
	}
}

// TestSharePicturesAreDeterministic: equal titles give equal bytes, whatever was drawn before.
func TestSharePicturesAreDeterministic(t *testing.T) {
	l, c := lettering(t), small(t, at(2023, 4, 26), false)
	first, second := l.SharePictures(c), l.SharePictures(c)
	for i := range first {
		if !bytes.Equal(first[i].Data, second[i].Data) {
			t.Errorf("%s differs from one time to the next", first[i].Path)
		}
		if path.Dir(first[i].Path) == "bai-viet/da-rut" {
			t.Error("a withdrawn article has a picture")
		}
	}
}

// TestLetteringWithoutTypeface says what is missing.
func TestLetteringWithoutTypeface(t *testing.T) {
	if _, err := site.LoadLettering(os.DirFS(t.TempDir())); err == nil || !strings.Contains(err.Error(), "NotoSans-Bold.ttf") {
		t.Errorf("got %v", err)
	}
}

func BenchmarkSharePicture(b *testing.B) {
	l, err := site.LoadLettering(os.DirFS(themeDir))
	if err != nil {
		b.Fatal(err)
	}
	c := site.Content{Set: &article.Set{Settings: &settings.Settings{Site: settings.Site{Name: "Loa Vĩnh Linh", Description: "Thấy dây rơi trên đường, đứng xa và gọi 113"}}}}
	for b.Loop() {
		l.SharePictures(c)
	}
}
