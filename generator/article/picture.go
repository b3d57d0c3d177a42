package article

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	missingPicture = &diagnostic.Check{Name: "hinh-thieu-tep", Title: "Không có tệp hình trong thư mục bài."}
	brokenPicture  = &diagnostic.Check{Name: "hinh-hong", Title: "Tệp hình không mở được, hoặc bị cụt."}
	wrongPicture   = &diagnostic.Check{Name: "hinh-sai-loai", Title: "Tệp hình khác loại với đuôi tên."}
	hugePicture    = &diagnostic.Check{Name: "hinh-qua-to", Title: "Hình quá 40 triệu điểm ảnh."}
	outerPicture   = &diagnostic.Check{Name: "hinh-ngoai", Title: "Hình lấy từ trang khác."}
	noAlt          = &diagnostic.Check{Name: "hinh-thieu-mo-ta", Title: "Hình chưa có lời mô tả."}
	noCredit       = &diagnostic.Check{Name: "hinh-thieu-nguon", Title: "Chưa ghi nguồn hình bìa."}
	unusedFile     = &diagnostic.Check{Name: "tep-thua", Severity: diagnostic.Warning, Title: "Tệp hình hoặc bản ghi âm không được dùng trong bài."}
)

// Limits of a picture, judged on its header and its bytes before pixels are decoded.
const (
	maxPixels      = 40_000_000 // of 4 to 8 bytes while it is decoded
	maxProgressive = 20_000_000 // of a progressive JPEG, which takes 15 to 20 bytes a pixel
	maxSide        = 1 << 15
	maxScans       = 64 // of a JPEG: a photograph has 1 to 12; each costs a walk over all pixels, however few bytes it has
)

// shown is a picture in a body.
type shown struct {
	name, alt, credit string
	place             diagnostic.Place
}

// image judges how a picture is shown, and keeps it if its file may lie in the bundle.
func (j *bodyJudge) image(n *ast.Image) {
	start, end := j.locate(n)
	alt := plain(n, j.Text)
	if strings.TrimSpace(alt) == "" {
		j.report(noAlt, start, end, "hình chưa có lời mô tả", "Viết điều hình cho thấy, 5 đến 125 chữ, trong ngoặc vuông.")
	}
	name := string(n.Destination)
	if name == "" || strings.ContainsAny(name, "/:\\%?#&") {
		j.report(outerPicture, start, end, fmt.Sprintf("hình “%s” không nằm trong thư mục bài", shorten(name)), "Chép tệp hình vào thư mục bài, chỉ ghi tên tệp.")
		return
	}
	j.images = append(j.images, shown{name: name, alt: alt, credit: PlainText(string(n.Title)), place: j.Place(start, end)})
}

func (r *reader) cover(n node) *Picture {
	p := &Picture{}
	if !r.fields(n, []field{
		{"ten", true, func(n node) { p.Name = r.line(n) }},
		{"mo_ta", false, func(n node) { p.Alt = r.line(n) }},
		{"nguon", false, func(n node) { p.Source = r.line(n) }},
	}) {
		return nil
	}
	if _, said := r.places[r.key+".mo_ta"]; !said {
		r.report(noAlt, n.span, "hình bìa chưa có lời mô tả", "Thêm dòng “mo_ta: …”, viết điều hình cho thấy, 5 đến 125 chữ.")
	}
	if _, said := r.places[r.key+".nguon"]; !said {
		r.report(noCredit, n.span, "chưa ghi nguồn hình bìa", "Thêm dòng “nguon: …”, ghi người chụp hoặc nơi cấp.")
	}
	return p
}

// pictures opens the cover and the pictures that the body of an article shows, each once, and names files that nothing shows. Of a body
// beyond the limits and of a cover that could not be read nothing is known: then no file is called unused.
func pictures(b bundle, r *reader, a *Article, below body) {
	opened := map[string]*Picture{} // nil: refused
	open := func(name string, place diagnostic.Place) *Picture {
		if p, again := opened[name]; again {
			return p
		}
		p, found := openPicture(b, name, place)
		opened[name] = p
		r.found = append(r.found, found...)
		return p
	}
	if c := r.front.cover; c != nil && c.Name != "" {
		if p := open(c.Name, r.places["anh_bia.ten"]); p != nil {
			cover := *p
			cover.Alt, cover.Source = c.Alt, c.Source
			a.Cover = &cover
		}
	}
	listed := map[string]bool{}
	for _, s := range below.images {
		if p := open(s.name, s.place); p != nil && !listed[s.name] {
			listed[s.name] = true
			picture := *p
			picture.Alt, picture.Source = s.alt, s.credit
			a.Pictures = append(a.Pictures, &picture)
		}
	}
	if _, given := r.places["anh_bia"]; !below.parsed || given && (r.front.cover == nil || r.front.cover.Name == "") {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(b.pictures)) {
		if _, used := opened[name]; !used {
			r.found = append(r.found, about(b.folder+"/"+name, unusedFile, fmt.Sprintf("hình “%s” không được dùng trong bài", name), "Xóa tệp, hoặc chèn vào bài."))
		}
	}
}

// openPicture finds a picture of the bundle and judges it. It is nil if a finding says why it cannot be shown.
func openPicture(b bundle, name string, place diagnostic.Place) (*Picture, []diagnostic.Diagnostic) {
	refuse := func(check *diagnostic.Check, message, hint string) (*Picture, []diagnostic.Diagnostic) {
		return nil, []diagnostic.Diagnostic{check.At(place.Source, place.Span, message, hint)}
	}
	if b.refused[name] {
		return nil, nil // it lies there, and a finding says why it cannot be read
	}
	data, ok := b.pictures[name]
	if !ok {
		hint := "Chép tệp hình vào thư mục bài."
		if near, ok := diagnostic.Suggest(name, slices.Sorted(maps.Keys(b.pictures))); ok {
			hint = fmt.Sprintf("Có phải “%s”?", near)
		}
		return refuse(missingPicture, fmt.Sprintf("không thấy hình “%s” trong thư mục bài", shorten(name)), hint)
	}
	kind := pictureKind(data)
	if want := kindOfEnding(path.Ext(name)); kind != "" && kind != want {
		return refuse(wrongPicture, fmt.Sprintf("tệp “%s” thật ra là hình %s", name, kind), "Lưu lại hình đúng loại, hoặc đổi đuôi tên.")
	}
	size, err := dimensions(kind, data)
	switch {
	case err != nil:
		return refuse(brokenPicture, fmt.Sprintf("hình “%s” không mở được", name), "Lưu lại hình rồi thay tệp này.")
	case size.X > maxSide || size.Y > maxSide || size.X*size.Y > maxPixels, size.X*size.Y > maxProgressive && progressive(data):
		return refuse(hugePicture, fmt.Sprintf("hình “%s” cỡ %d × %d điểm, quá lớn", name, size.X, size.Y), "Giảm cỡ hình rồi thay tệp này.")
	case kind == jpegKind && bytes.Count(data, []byte{0xff, 0xda}) > maxScans:
		return refuse(hugePicture, fmt.Sprintf("hình “%s” có quá %d lượt vẽ", name, maxScans), "Lưu lại hình rồi thay tệp này.")
	case !whole(kind, data):
		return refuse(brokenPicture, fmt.Sprintf("hình “%s” bị cụt hoặc hỏng ở giữa", name), "Chép lại hình từ máy chụp rồi thay tệp này.")
	}
	return &Picture{Name: name, Data: data, Width: size.X, Height: size.Y}, nil
}

const (
	jpegKind = "JPEG"
	pngKind  = "PNG"
)

// signatures are the first bytes of pictures that people take for a JPEG or a PNG. "?" is any byte.
var signatures = []struct{ bytes, kind string }{
	{"\xff\xd8\xff", jpegKind},
	{"\x89PNG\r\n\x1a\n", pngKind},
	{"GIF8", "GIF"},
	{"RIFF????WEBP", "WebP"},
	{"????ftyphei", "HEIC"},
	{"????ftypmif1", "HEIC"},
	{"????ftypavif", "AVIF"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"%PDF", "PDF"},
	{"BM", "BMP"},
}

// pictureKind tells the kind of a picture by its first bytes, "" if none is known.
func pictureKind(data []byte) string {
	for _, s := range signatures {
		if begins(data, s.bytes) {
			return s.kind
		}
	}
	return ""
}

func kindOfEnding(ending string) string {
	if ending == ".png" {
		return pngKind
	}
	return jpegKind
}

// dimensions reads the header of a picture.
func dimensions(kind string, data []byte) (image.Point, error) {
	read := jpeg.DecodeConfig
	if kind == pngKind {
		read = png.DecodeConfig
	}
	config, err := read(bytes.NewReader(data))
	return image.Pt(config.Width, config.Height), err
}

// progressive says whether a JPEG is: its frame begins with SOF2 (ITU-T T.81 B.1.1.3), behind segments that say their length.
func progressive(data []byte) bool {
	for at := 2; at+4 <= len(data) && data[at] == 0xff && data[at+1] != 0xda; {
		if data[at+1] == 0xc2 {
			return true
		}
		at += 2 + int(data[at+2])<<8 + int(data[at+3])
	}
	return false
}

// whole says whether all pixels of a picture can be decoded. A file that was cut off has a good header.
func whole(kind string, data []byte) bool {
	read := jpeg.Decode
	if kind == pngKind {
		read = png.Decode
	}
	_, err := read(bytes.NewReader(data))
	return err == nil
}
