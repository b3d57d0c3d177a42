package settings_test

import (
	"fmt"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/settings"
)

func ExampleLoad() {
	fsys := fstest.MapFS{
		"content/_loa/loa.toml": {Data: []byte("[doc]\nphut = \"gọn\"\n")},
		"content/_loa/dai.toml": {Data: []byte("[[dia_ban]]\nslug = \"vinh-o\"\nten = \"xã Vĩnh Ô\"\n")},
	}
	s, found, err := settings.Load(fsys)
	if err != nil {
		panic(err)
	}
	for _, d := range found {
		line, column := d.Source.Position(d.Span.Start)
		fmt.Printf("%s:%d:%d: %s\n", d.Source.Path, line, column, d.Message)
	}
	area, _ := s.Area("vinh-o")
	fmt.Println(area.Name)
	// Output:
	// content/_loa/loa.toml:1:1: thiếu phần [trang]
	// content/_loa/loa.toml:1:1: thiếu phần [co_quan]
	// content/_loa/loa.toml:2:8: “gọn” không dùng được cho “phut”
	// xã Vĩnh Ô
}
