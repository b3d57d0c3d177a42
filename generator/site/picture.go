package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"strings"

	"golang.org/x/image/draw"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

const (
	widestPicture = 960        // pixels: twice the column of a phone, about one of a desk
	mostPixels    = 40_000_000 // a picture is decoded into 4 bytes a pixel
	jpegQuality   = 82
)

// Pictures are the pictures of all articles as they are published, by folder and file name in the content.
type Pictures map[string]Figure

// LoadPictures re-encodes every picture of the articles: at most 960 pixels wide, upright, without the metadata of the camera (which
// may tell where someone lives). Names carry the digest of the result. It is pure, and equal pictures give equal files. A withdrawn
// article keeps none. An error means a picture that article should have refused.
func LoadPictures(set *article.Set) (Pictures, []File, error) {
	pictures := Pictures{}
	var files []File
	for _, a := range set.Articles {
		if a.Withdrawn != nil {
			continue
		}
		for _, p := range append([]*article.Picture{a.Cover}, a.Pictures...) {
			if p == nil {
				continue
			}
			key := a.Folder + "/" + p.Name
			if _, done := pictures[key]; done {
				continue
			}
			data, size, ending, err := reencode(p.Data)
			if err != nil {
				return nil, nil, fmt.Errorf("picture %s: %w", key, err)
			}
			sum := sha256.Sum256(data)
			name := viet.Slug(stem(p.Name), 60) + "-" + hex.EncodeToString(sum[:6]) + ending
			where := address.Picture(a.Slug, name)
			pictures[key] = Figure{Address: where, Credit: p.Source, Width: size.X, Height: size.Y}
			files = append(files, File{Path: address.File(where), Data: data})
		}
	}
	return pictures, files, nil
}

// figures are the pictures of one article by file name.
func (c *composer) figures(a *article.Article) map[string]Figure {
	figures := map[string]Figure{}
	for _, p := range append([]*article.Picture{a.Cover}, a.Pictures...) {
		if p == nil {
			continue
		}
		if f, found := c.Pictures[a.Folder+"/"+p.Name]; found {
			f.Alt = p.Alt
			figures[p.Name] = f
		}
	}
	return figures
}

// reencode decodes a picture, turns it upright, makes it small enough and encodes it in its own kind. The header is judged before
// anything is decoded.
func reencode(data []byte) (out []byte, size image.Point, ending string, err error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, size, "", err
	}
	if config.Width < 1 || config.Height < 1 || config.Width > mostPixels/config.Height {
		return nil, size, "", fmt.Errorf("%d × %d pixels are too many", config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, size, "", err
	}
	if kind == "jpeg" {
		picture = upright(picture, orientation(data))
	}
	if size = picture.Bounds().Size(); size.X > widestPicture {
		height := max(1, (size.Y*widestPicture+size.X/2)/size.X)
		small := image.NewNRGBA(image.Rect(0, 0, widestPicture, height))
		draw.CatmullRom.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Src, nil)
		picture, size = small, small.Bounds().Size()
	}
	var b bytes.Buffer
	switch kind {
	case "jpeg":
		err = jpeg.Encode(&b, picture, &jpeg.Options{Quality: jpegQuality})
		ending = ".jpg"
	case "png":
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, picture)
		ending = ".png"
	default:
		err = fmt.Errorf("%s is not a kind of picture that pages show", strings.ToUpper(kind))
	}
	return b.Bytes(), size, ending, err
}
