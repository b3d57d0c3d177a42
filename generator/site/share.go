package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/vinhlinh/loa/generator/address"
)

// The picture of a shared link (DESIGN.md section 9), in pixels.
const (
	shareWidth  = 1200
	shareHeight = 630
	shareMargin = 80
	shareBar    = 24  // at the foot
	shareTop    = 150 // of the room for the title
	shareBottom = 514
	mostLines   = 4
	mostRunes   = 400 // that are looked at: more never fit
	sharePoints = 34  // size of the lines at head and foot
)

// shareSizes are the sizes of a title in pixels; the first that gives at most four lines, and lines that find room, is taken.
var shareSizes = []int{76, 68, 60, 52, 44}

// lineHeight is the way from line to line by size, in hundredths: at 128 the tail of "g" would touch the marks of "Ẵ" below it.
const lineHeight = 136

// Shades of the palette: the ground, then ten steps to white, then five to amber. Sixteen colours are four bits a pixel.
const (
	whiteSteps = 10
	amberSteps = 5
	white      = whiteSteps
	amber      = whiteSteps + amberSteps
)

// sharePalette holds --chinh, white and --ho-phach of the theme's 00-tokens.css, and what lies between at the edge of a letter.
var sharePalette = func() color.Palette {
	ground := color.RGBA{0x0b, 0x4f, 0x4c, 0xff}
	p := color.Palette{ground}
	for _, to := range []struct {
		ink   color.RGBA
		steps int
	}{{color.RGBA{0xff, 0xff, 0xff, 0xff}, whiteSteps}, {color.RGBA{0xf2, 0xb1, 0x34, 0xff}, amberSteps}} {
		for i := 1; i <= to.steps; i++ {
			mix := func(a, b uint8) uint8 { return uint8((int(a)*(to.steps-i) + int(b)*i + to.steps/2) / to.steps) }
			p = append(p, color.RGBA{mix(ground.R, to.ink.R), mix(ground.G, to.ink.G), mix(ground.B, to.ink.B), 0xff})
		}
	}
	return p
}()

// Lettering draws the pictures of shared links. It is not safe for concurrent use.
type Lettering struct {
	font   *sfnt.Font
	faces  map[int]font.Face // by size
	buffer sfnt.Buffer
}

// LoadLettering reads the typeface of share pictures from the theme: Noto Sans Bold, with every letter of Vietnamese.
func LoadLettering(theme fs.FS) (*Lettering, error) {
	const name = "assets/phong/NotoSans-Bold.ttf"
	data, err := fs.ReadFile(theme, name)
	if err != nil {
		return nil, fmt.Errorf("typeface of share pictures: %w", err)
	}
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("typeface of share pictures: %s: %w", name, err)
	}
	l := &Lettering{font: f, faces: map[int]font.Face{}}
	for _, size := range append([]int{sharePoints}, shareSizes...) {
		// At 72 dots an inch a point is a pixel.
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return nil, fmt.Errorf("typeface of share pictures: %s: %w", name, err)
		}
		l.faces[size] = face
	}
	return l, nil
}

// SharePictures are the pictures of shared links: one for each article that is not withdrawn, one for all other pages. Equal titles
// give equal bytes.
func (l *Lettering) SharePictures(c Content) []File {
	site := c.Set.Settings.Site
	_, host, _ := strings.Cut(c.Base, "://")
	files := []File{{Path: address.File(address.Share), Data: l.picture(site.Name, site.Description, host)}}
	for _, a := range c.Set.Articles {
		if a.WithdrawnAt(c.At) {
			continue
		}
		foot := ""
		if a.Topic != nil {
			foot = a.Topic.Title
		}
		files = append(files, File{Path: address.File(address.ArticleShare(a.Slug)), Data: l.picture(site.Name, a.Title, foot)})
	}
	return files
}

// picture draws the sign and a name at the top, a title, and a line in amber at the foot.
func (l *Lettering) picture(name, title, foot string) []byte {
	m := image.NewPaletted(image.Rect(0, 0, shareWidth, shareHeight), sharePalette)
	for i := m.PixOffset(0, shareHeight-shareBar); i < len(m.Pix); i++ {
		m.Pix[i] = amber
	}
	const sign, gap = 72, 20
	drawSign(m, image.Pt(shareMargin, 56), sign)
	l.line(m, sharePoints, l.fitting(sharePoints, name, shareWidth-2*shareMargin-sign-gap), shareMargin+sign+gap, 56+sign/2+12, white, whiteSteps)

	size, lines := l.title(bind(title))
	step := size * lineHeight / 100
	y := (shareTop+shareBottom)/2 - step*len(lines)/2 + size
	for _, line := range lines {
		l.line(m, size, line, shareMargin, y, white, whiteSteps)
		y += step
	}
	l.line(m, sharePoints, l.fitting(sharePoints, foot, shareWidth-2*shareMargin), shareMargin, shareHeight-shareBar-44, amber, amberSteps)

	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic("site: a buffer takes every picture: " + err.Error())
	}
	return b.Bytes()
}

// drawable is the begin of a text, without the characters that the typeface lacks: combining marks, signs of other scripts, control
// characters.
func (l *Lettering) drawable(text string) string {
	if runes := []rune(text); len(runes) > mostRunes {
		text = string(runes[:mostRunes])
	}
	return strings.Map(func(r rune) rune {
		if glyph, err := l.font.GlyphIndex(&l.buffer, r); err != nil || glyph == 0 {
			return -1
		}
		return r
	}, text)
}

func (l *Lettering) width(size int, text string) int {
	return font.MeasureString(l.faces[size], text).Ceil()
}

// fitting is a text in one line, cut with "…" where it is too long.
func (l *Lettering) fitting(size int, text string, room int) string {
	text = l.drawable(text)
	if l.width(size, text) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && l.width(size, string(runes)+"…") > room {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " "+noBreak) + "…"
}

// title breaks a title into lines of the largest size that needs no more than four, each line about as long as the others. A title
// that does not even fit at the smallest size ends with "…".
func (l *Lettering) title(text string) (size int, lines []string) {
	const room = shareWidth - 2*shareMargin
	words := strings.FieldsFunc(l.drawable(text), func(r rune) bool { return r == ' ' })
	for _, size = range shareSizes {
		if lines = l.broken(size, words, room); len(lines) <= mostLines && len(lines)*size*lineHeight/100 <= shareBottom-shareTop {
			break
		}
	}
	if len(lines) > mostLines {
		last := l.fitting(size, strings.Join(lines[mostLines-1:], " "), room)
		return size, append(lines[:mostLines-1:mostLines-1], last)
	}
	narrow, wide := 0, room
	for wide-narrow > 1 {
		if middle := (narrow + wide) / 2; len(l.broken(size, words, middle)) <= len(lines) {
			wide = middle
		} else {
			narrow = middle
		}
	}
	return size, l.broken(size, words, wide)
}

// broken puts words into lines of a width. A word that is wider than a line is broken between two letters.
func (l *Lettering) broken(size int, words []string, room int) []string {
	var lines []string
	line := ""
	for _, word := range words {
		if line != "" && l.width(size, line+" "+word) <= room {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, r := range word {
			if line != "" && l.width(size, line+string(r)) > room {
				lines, line = append(lines, line), ""
			}
			line += string(r)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// line draws one line of text from (x, y) of its base line, in the shades that end at a full one.
func (l *Lettering) line(m *image.Paletted, size int, text string, x, y int, full uint8, steps int) {
	face, dot := l.faces[size], fixed.P(x, y)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			dot.X += face.Kern(before, r)
		}
		where, mask, at, advance, ok := face.Glyph(dot, r)
		if ok {
			shade(m, where, mask.(*image.Alpha), at, full, steps)
		}
		dot.X += advance
		before = r
	}
}

// shade puts a mask onto the picture. Where two letters touch, the stronger shade stays.
func shade(m *image.Paletted, where image.Rectangle, mask *image.Alpha, at image.Point, full uint8, steps int) {
	shift := at.Sub(where.Min)
	where = where.Intersect(m.Rect)
	for y := where.Min.Y; y < where.Max.Y; y++ {
		from, to := mask.PixOffset(where.Min.X+shift.X, y+shift.Y), m.PixOffset(where.Min.X, y)
		for i := range where.Dx() {
			if step := (int(mask.Pix[from+i])*steps + 127) / 255; step > 0 {
				m.Pix[to+i] = max(m.Pix[to+i], full-uint8(steps-step))
			}
		}
	}
}
