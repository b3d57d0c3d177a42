package release_test

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/vinhlinh/loa/generator/release"
)

func ExamplePublish() {
	parent, err := os.MkdirTemp("", "loa")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(parent)
	dir := filepath.Join(parent, "public")

	at := time.Date(2023, 4, 25, 6, 0, 0, 0, time.FixedZone("", 7*60*60))
	files := []release.File{
		{Path: "index.html", Data: []byte("<!doctype html>…")},
		{Path: "bai-viet/cap-dut/index.html", Data: []byte("<!doctype html>…")},
	}
	for range 2 {
		result, err := release.Publish(dir, files, release.Options{At: at, Now: at})
		if err != nil {
			panic(err)
		}
		fmt.Println("changed:", result.Changed, "files:", result.Files, "visible:", filepath.Base(result.Tree))
	}
	// Output:
	// changed: true files: 2 visible: a
	// changed: false files: 2 visible: a
}
