package site_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
)

// themeDir is our theme, seen from this package.
const themeDir = "../../themes/loa"

// base is where the small site stands.
const base = "https://loa.example.vn"

func day(y, m, d int) civil.Date { return civil.Date{Year: y, Month: time.Month(m), Day: d} }

func at(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 8, 0, 0, 0, settings.Zone) }

// office are the settings of the small site.
func office() *settings.Settings {
	return &settings.Settings{
		Site: settings.Site{Name: "Loa Vĩnh Linh", Description: "Bài tuyên truyền bảo vệ đường dây, cột, trạm phát sóng và bưu chính.",
			Base: base, Portal: "https://cong.example.vn", Authority: "loa.example.vn,2023", Licence: "Được phép đăng lại; xin ghi rõ nguồn “Loa Vĩnh Linh”"},
		Publisher: settings.Publisher{Name: "Trung tâm Văn hóa, Thông tin và Thể dục Thể thao huyện Vĩnh Linh",
			Superior: "Ủy ban nhân dân huyện Vĩnh Linh, tỉnh Quảng Trị", Level: "huyện", Contact: "Phòng Văn hóa và Thông tin"},
		Areas: []settings.Area{
			{Slug: "vinh-thuy", Name: "xã Vĩnh Thủy", Until: day(2025, 7, 1), Successors: []string{"xa-vinh-thuy"}},
			{Slug: "ben-quan", Name: "thị trấn Bến Quan"},
			{Slug: "xa-vinh-thuy", Name: "xã Vĩnh Thủy", From: day(2025, 7, 1)},
		},
		Stations: []settings.Station{
			{Slug: "vinh-thuy", Name: "Đài truyền thanh xã Vĩnh Thủy", Area: "vinh-thuy", Until: day(2025, 7, 1), Successors: []string{"xa-vinh-thuy"}},
			{Slug: "ben-quan", Name: "Đài truyền thanh thị trấn Bến Quan", Area: "ben-quan"},
			{Slug: "xa-vinh-thuy", Name: "Đài truyền thanh xã Vĩnh Thủy mới", Area: "xa-vinh-thuy", From: day(2025, 7, 1)},
		},
		Hotlines: []settings.Hotline{
			{Key: "chua-chay", Number: "114", Name: "Cứu hỏa, cứu nạn", When: "cháy, cột đổ vào nhà", Hours: "ngày đêm", Cost: "miễn phí", Checked: day(2023, 4, 20), Use: true},
			{Key: "cong-an", Number: "113", Name: "Công an", When: "cắt trộm, phá hoại", Hours: "ngày đêm", Cost: "miễn phí", Checked: day(2023, 4, 18), Source: "Bộ Công an", Use: true},
			{Key: "dien-luc", Number: "1900 1909", Name: "Điện lực miền Trung", When: "mất điện, dây điện nguy hiểm", Cost: "có thể mất cước", Checked: day(2023, 1, 5), Use: true},
			{Key: "chua-ro", Number: "1022", Name: "Số chưa kiểm tra", Use: false},
		},
		Acts: []settings.Act{
			{Key: "cv-2023", Title: "Công văn của UBND huyện Vĩnh Linh", Month: "2023-04", Cite: "muc", Page: "van-ban/cong-van-le"},
			{Key: "luat-vien-thong-2009", Title: "Luật Viễn thông", Number: "41/2009/QH12", Issuer: "Quốc hội", Date: day(2009, 11, 23), From: day(2010, 7, 1),
				Until: day(2024, 7, 1), Cite: "dieu", Articles: []string{"12"}},
		},
	}
}

// bundle is the content of the small site, with its two pictures.
func bundle(t *testing.T) fstest.MapFS {
	t.Helper()
	content := fstest.MapFS{}
	for _, f := range readArchive(t, "noi-dung.txtar").Files {
		content[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	var drawing, photo bytes.Buffer
	if err := png.Encode(&drawing, gradient(1200, 600)); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&photo, gradient(640, 480), nil); err != nil {
		t.Fatal(err)
	}
	content["content/bai-viet/day-roi/bia.png"] = &fstest.MapFile{Data: drawing.Bytes(), Mode: 0o644}
	content["content/bai-viet/day-roi/vong-tron.jpg"] = &fstest.MapFile{Data: photo.Bytes(), Mode: 0o644}
	return content
}

// gradient is a picture in which each corner has a colour of its own.
func gradient(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255})
		}
	}
	return m
}

// small is the small site at an instant.
func small(t *testing.T, at time.Time, preview bool) site.Content {
	t.Helper()
	set, found, err := article.Load(bundle(t), office())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Check.Severity == diagnostic.Error {
			t.Fatalf("the content of the small site has a mistake: %s: %s", d.Source.Path, d.Message)
		}
	}
	return contentOf(t, set.Published(at, preview), at, preview)
}

// contentOf is what pages are made of; each article gets a script of two minutes.
func contentOf(t *testing.T, set *article.Set, at time.Time, preview bool) site.Content {
	t.Helper()
	theme := os.DirFS(themeDir)
	styles, err := site.LoadStyles(theme)
	if err != nil {
		t.Fatal(err)
	}
	code, err := site.LoadCode(theme)
	if err != nil {
		t.Fatal(err)
	}
	pictures, _, err := site.LoadPictures(set)
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]*speech.Script{}
	for _, a := range set.Articles {
		if a.Withdrawn == nil {
			scripts[a.ID] = &speech.Script{Article: a.ID, Tieng: 420, Duration: 130 * time.Second}
		}
	}
	return site.Content{Set: set, Scripts: scripts, Pictures: pictures, At: at, Preview: preview, Base: base, Styles: styles, Code: code}
}

// htmlOf gives the HTML of pages by address.
func htmlOf(t *testing.T, c site.Content, batch int) map[string]string {
	t.Helper()
	files, found, err := site.Render(context.Background(), site.Input{Theme: os.DirFS(themeDir), Base: c.Base + "/", Title: "Loa", At: c.At, Batch: batch}, site.Compose(c))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		t.Errorf("Hugo says: %s", d.Message)
	}
	pages := map[string]string{}
	for _, f := range files {
		pages[f.Path] = string(f.Data)
	}
	return pages
}
