package site

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// drawSign draws the sign of the site, a horn on its pole with two waves of sound, into a square whose left upper corner is at.
// The strokes are those of "loa" in the theme's bieu-tuong.html, on a field of 48 × 48.
func drawSign(m *image.Paletted, at image.Point, size int) {
	k := float32(size) / 48
	fill := func(full uint8, steps int, draw func(z *vector.Rasterizer)) {
		z := vector.NewRasterizer(size, size)
		draw(z)
		mask := image.NewAlpha(image.Rect(0, 0, size, size))
		z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
		shade(m, mask.Rect.Add(at), mask, image.Point{}, full, steps)
	}
	fill(white, whiteSteps, func(z *vector.Rasterizer) {
		for _, r := range [][4]float32{{6, 3, 10, 45}, {10, 20, 13, 28}, {13, 17, 20, 31}} {
			z.MoveTo(r[0]*k, r[1]*k)
			z.LineTo(r[2]*k, r[1]*k)
			z.LineTo(r[2]*k, r[3]*k)
			z.LineTo(r[0]*k, r[3]*k)
			z.ClosePath()
		}
		z.MoveTo(20*k, 18*k)
		z.CubeTo(27*k, 17*k, 31.5*k, 13.5*k, 35*k, 7*k)
		z.LineTo(35*k, 41*k)
		z.CubeTo(31.5*k, 34.5*k, 27*k, 31*k, 20*k, 30*k)
		z.ClosePath()
	})
	fill(amber, amberSteps, func(z *vector.Rasterizer) {
		wave(z, k, 8, 39.5, 18.5, 29.5)
		wave(z, k, 13.5, 43, 14, 34)
	})
}

// wave is the arc of a radius from (x, top) to (x, bottom), bulging to the right, as a stroke 3 wide.
func wave(z *vector.Rasterizer, k float32, radius, x, top, bottom float64) {
	half, middle := (bottom-top)/2, (top+bottom)/2
	centre, angle := x-math.Sqrt(radius*radius-half*half), math.Asin(half/radius)
	const parts, pen = 24, 1.5
	point := func(r, angle float64) (float32, float32) {
		return k * float32(centre+r*math.Cos(angle)), k * float32(middle+r*math.Sin(angle))
	}
	z.MoveTo(point(radius+pen, -angle))
	for i := 1; i <= parts; i++ {
		z.LineTo(point(radius+pen, -angle+2*angle*float64(i)/parts))
	}
	for i := parts; i >= 0; i-- {
		z.LineTo(point(radius-pen, -angle+2*angle*float64(i)/parts))
	}
	z.ClosePath()
}
