package article

import (
	"bytes"
	"fmt"
	raster "image"
	_ "image/jpeg" // the two kinds that cameras and drawing programs write
	_ "image/png"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	missingPicture = &diagnostic.Check{Name: "hinh-thieu-tep", Title: "Không có tệp hình trong thư mục bài."}
	brokenPicture  = &diagnostic.Check{Name: "hinh-hong", Title: "Tệp hình không mở được."}
	wrongPicture   = &diagnostic.Check{Name: "hinh-sai-loai", Title: "Tệp hình khác loại với đuôi tên."}
	hugePicture    = &diagnostic.Check{Name: "hinh-qua-to", Title: "Hình quá 40 triệu điểm ảnh."}
	outerPicture   = &diagnostic.Check{Name: "hinh-ngoai", Title: "Hình lấy từ trang khác."}
	noAlt          = &diagnostic.Check{Name: "hinh-thieu-mo-ta", Title: "Hình chưa có lời mô tả."}
	noCredit       = &diagnostic.Check{Name: "hinh-thieu-nguon", Title: "Chưa ghi nguồn hình bìa."}
	unusedPicture  = &diagnostic.Check{Name: "tep-thua", Severity: diagnostic.Warning, Title: "Tệp hình không được dùng trong bài."}
)

const maxPixels = 40_000_000 // a picture is decoded into 4 bytes a pixel

// image is a picture that a body shows.
type image struct {
	name, alt string
	credit    string // title of the picture: who made it
	place     diagnostic.Place
}

// image judges a picture of the body, and keeps it if it can be one of the bundle.
func (j *bodyJudge) image(n *ast.Image) {
	start, end := j.locate(n)
	shown := image{name: string(n.Destination), alt: strings.TrimSpace(plain(n, j.Text)), credit: PlainText(string(n.Title)), place: j.Place(start, end)}
	if shown.alt == "" {
		j.report(noAlt, start, end, "hình chưa có lời mô tả", "Viết điều hình cho thấy, 5 đến 125 chữ, trong ngoặc vuông.")
	}
	if shown.name == "" || strings.ContainsAny(shown.name, "/:\\%?#&") {
		j.report(outerPicture, start, end, fmt.Sprintf("hình “%s” không nằm trong thư mục bài", shorten(shown.name)), "Chép tệp hình vào thư mục bài, chỉ ghi tên tệp.")
		return
	}
	j.images = append(j.images, shown)
}

func (r *reader) cover(n node) *Picture {
	p := &Picture{}
	var name, alt, credit string
	if !r.fields(n, []field{
		{"ten", true, func(n node) { name = r.line(n) }},
		{"mo_ta", false, func(n node) { alt = r.line(n) }},
		{"nguon", false, func(n node) { credit = r.line(n) }},
	}) {
		return nil
	}
	if alt == "" {
		r.report(noAlt, n.span, "hình bìa chưa có lời mô tả", "Thêm dòng “mo_ta: …”, viết điều hình cho thấy, 5 đến 125 chữ.")
	}
	if credit == "" {
		r.report(noCredit, n.span, "chưa ghi nguồn hình bìa", "Thêm dòng “nguon: …”, ghi người chụp hoặc nơi cấp.")
	}
	p.Name, p.Alt, p.Source = name, alt, credit
	return p
}

// openPicture finds a picture of the bundle and judges it: by its header first, so that no picture beyond
// the limits is ever decoded, then by decoding it.
func openPicture(b bundle, name string, place diagnostic.Place) (p Picture, found []diagnostic.Diagnostic) {
	data, ok := b.pictures[name]
	if !ok {
		hint := "Chép tệp hình vào thư mục bài."
		names := make([]string, 0, len(b.pictures))
		for n := range b.pictures {
			names = append(names, n)
		}
		slices.Sort(names)
		if near, ok := diagnostic.Suggest(name, names); ok {
			hint = fmt.Sprintf("Có phải “%s”?", near)
		}
		return p, []diagnostic.Diagnostic{missingPicture.At(place.Source, place.Span, fmt.Sprintf("không thấy hình “%s” trong thư mục bài", shorten(name)), hint)}
	}
	p = Picture{Name: name, Data: data}
	config, format, err := raster.DecodeConfig(bytes.NewReader(data))
	ext := strings.TrimPrefix(path.Ext(name), ".")
	switch {
	case err != nil:
		found = append(found, brokenPicture.At(place.Source, place.Span, fmt.Sprintf("hình “%s” không mở được", name), "Lưu lại hình rồi thay tệp này."))
	case format == "png" != (ext == "png"):
		found = append(found, wrongPicture.At(place.Source, place.Span, fmt.Sprintf("tệp “%s” thật ra là hình %s", name, strings.ToUpper(format)), "Lưu lại hình đúng loại, hoặc đổi đuôi tên."))
	case config.Width*config.Height > maxPixels || config.Width > 1<<15 || config.Height > 1<<15:
		found = append(found, hugePicture.At(place.Source, place.Span, fmt.Sprintf("hình “%s” cỡ %d × %d điểm, quá lớn", name, config.Width, config.Height), "Giảm cỡ hình rồi thay tệp này."))
	default:
		p.Width, p.Height = config.Width, config.Height
		if _, _, err := raster.Decode(bytes.NewReader(data)); err != nil { // the head is right, the rest is cut or spoilt
			found = append(found, brokenPicture.At(place.Source, place.Span, fmt.Sprintf("hình “%s” bị hỏng hoặc bị cắt", name), "Lưu lại hình rồi thay tệp này."))
		}
	}
	return p, found
}
