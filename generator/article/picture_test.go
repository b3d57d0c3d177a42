package article_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
)

const pictured = `---
id: 7k2m9x4q
title: Thấy dây rơi trên đường, đứng xa và báo ngay
description: Ba việc bà con làm khi thấy dây nằm trên đường.
date: 2023-04-23
chu_de: cap-va-cot
dieu_can_nho: [Thấy dây rơi thì đứng xa, Báo ngay cho thôn]
---

![Dây rơi bên đường](HINH)
`

// encoded is a picture of 40 × 30 points.
func encoded(t *testing.T, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	picture := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.Black, color.White})
	for i := range picture.Pix {
		picture.Pix[i] = uint8(i % 2)
	}
	var err error
	switch kind {
	case "png":
		err = png.Encode(&b, picture)
	case "jpg":
		err = jpeg.Encode(&b, picture, nil)
	case "gif":
		err = gif.Encode(&b, picture, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claiming is the PNG with another size in its header.
func claiming(data []byte, width, height uint32) []byte {
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// progressive is a JPEG of this size that says it is progressive; it is refused before a pixel is decoded.
func progressive(width, height uint16) []byte {
	data := []byte{0xff, 0xd8, 0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0}
	binary.BigEndian.PutUint16(data[7:], height)
	binary.BigEndian.PutUint16(data[9:], width)
	return append(data, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0, 0, 0xff, 0xd9)
}

func TestPictureIsWholeAndOfItsKindOrRefused(t *testing.T) {
	scan := []byte{0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0}
	photo, drawing := encoded(t, "jpg"), encoded(t, "png")
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string // check; "" for a picture that is shown
	}{
		{"a drawing", "h.png", drawing, ""},
		{"a photograph", "h.jpg", photo, ""},
		{"a photograph with the longer ending", "h.jpeg", photo, ""},
		{"a drawing cut in its pixels", "h.png", drawing[:60], "hinh-hong"},
		{"a drawing cut before its end", "h.png", drawing[:len(drawing)-20], "hinh-hong"},
		{"a photograph cut in the middle", "h.jpg", photo[:len(photo)-100], "hinh-hong"},
		{"a drawing whose header alone is there", "h.png", drawing[:33], "hinh-hong"},
		{"no picture at all", "h.png", []byte("chữ"), "hinh-hong"},
		{"a drawing called a photograph", "h.jpg", drawing, "hinh-sai-loai"},
		{"a photograph called a drawing", "h.png", photo, "hinh-sai-loai"},
		{"an animation called a photograph", "h.jpg", encoded(t, "gif"), "hinh-sai-loai"},
		{"a WebP called a photograph", "h.jpg", []byte("RIFF0000WEBPVP8 "), "hinh-sai-loai"},
		{"a telephone's HEIC called a photograph", "h.jpg", []byte("\x00\x00\x00\x18ftypheic"), "hinh-sai-loai"},
		{"a drawing too wide", "h.png", claiming(drawing, 1<<15+1, 1), "hinh-qua-to"},
		{"a drawing of 900 million points", "h.png", claiming(drawing, 30_000, 30_000), "hinh-qua-to"},
		{"a photograph in more scans than anybody makes", "h.jpg", append(bytes.Clone(photo), bytes.Repeat(scan, 100)...), "hinh-qua-to"},
		{"a progressive photograph of 30 million points", "h.jpg", progressive(6000, 5000), "hinh-qua-to"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"content/chu-de/cap-va-cot/index.md": {Data: []byte("---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n")},
				"content/bai-viet/day-roi/index.md":  {Data: []byte(strings.Replace(pictured, "HINH", c.file, 1))},
				"content/bai-viet/day-roi/" + c.file: {Data: c.data},
			}
			set, found, err := article.Load(fsys, office())
			switch {
			case err != nil:
				t.Fatal(err)
			case c.want == "" && (len(found) != 0 || len(set.Articles[0].Pictures) != 1 || set.Articles[0].Pictures[0].Width != 40):
				t.Errorf("found %+v, pictures %+v", found, set.Articles[0].Pictures)
			case c.want != "" && (len(found) != 1 || found[0].Check.Name != c.want || len(set.Articles[0].Pictures) != 0):
				t.Errorf("found %+v, want %s", found, c.want)
			case c.want != "":
				if line, column := found[0].Source.Position(found[0].Span.Start); line != 10 || column != 3 {
					t.Errorf("%s stands at %d:%d", c.want, line, column)
				}
			}
		})
	}
}
