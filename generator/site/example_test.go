package site_test

import (
	"context"
	"fmt"
	"testing/fstest"
	"time"

	"github.com/vinhlinh/loa/generator/site"
)

// A page is its layout, filled with one ready value.
func ExampleRender() {
	theme := fstest.MapFS{"layouts/bai-viet/page.html": {Data: []byte(
		`{{ with site.Store.Get .File.Path }}<p>Đọc trong {{ .Reading }}.{{ end }} {{ .Content }}`)}}
	pages := []site.Page{{Address: "/bai-viet/duong-day/", Layout: "bai-viet", Value: struct{ Reading string }{"2 phút"}, Body: "Gọi **1900**."}}

	files, found, err := site.Render(context.Background(), site.Input{Theme: theme, Base: "https://loa.example/", At: time.Unix(1681966800, 0)}, pages)
	if err != nil || len(found) > 0 {
		fmt.Println(found, err)
	}
	for _, f := range files {
		fmt.Printf("%s: %s", f.Path, f.Data)
	}
	// Output: bai-viet/duong-day/index.html: <p>Đọc trong 2 phút. <p>Gọi <strong>1900</strong>.</p>
}
