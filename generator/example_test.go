package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"testing/fstest"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// shortArticle has five lines, with the marks that each stage answers for.
const shortArticle = `---
{id: 7k2m9x4q, title: "Dây rơi: đứng xa 5 m", description: Hai việc phải làm., date: 2023-04-23, chu_de: cap-va-cot, dieu_can_nho: [Đứng xa, Gọi 113]}
---

Dây rơi lúc **5h30**, gọi [113](/duong-day-nong/) ngay!
`

// One article of five lines on its way from Markdown to a release: what each stage made of it.
func Example() {
	root, err := withSettings("content/bai-viet/day-roi/index.md", shortArticle)
	if err != nil {
		fmt.Println(err)
		return
	}

	office, _, err := settings.Load(root)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("settings:", office.Publisher.Name)

	set, found, err := article.Load(root, office)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := set.Articles[0]
	fmt.Println("article: ", a.ID, a.Slug, a.Title, len(found))
	fmt.Println("         ", article.HTML(a, "https://loa.example.vn/bai-viet/day-roi/", nil))

	composer, _ := speech.New(office)
	script, found := composer.Compose(a)
	for _, s := range script.Sentences {
		fmt.Println("speech:  ", s.Text, s.Pause)
	}
	fmt.Println("         ", script.Duration, len(found))

	out, found, err := generator.Build(context.Background(), generator.Input{Root: root, At: time.Date(2023, 4, 25, 7, 0, 0, 0, settings.Zone)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range out.Files {
		switch f.Path {
		case "bai-viet/day-roi/index.html":
			fmt.Printf("site:     %s\n", regexp.MustCompile(`<title>.*?</title>`).Find(f.Data))
		case "kenh/cap-va-cot/rss.xml":
			feed, err := gofeed.NewParser().Parse(bytes.NewReader(f.Data))
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println("feed:    ", feed.Items[0].GUID, feed.Items[0].Title)
		case "bai-viet/day-roi/loi-doc.txt":
			fmt.Printf("script:   %d bytes\n", len(f.Data))
		}
	}
	fmt.Println("release: ", out.Articles, "article,", len(found), "findings")
	// Output:
	// settings: Trung tâm Văn hóa, Thông tin và Thể dục Thể thao huyện Vĩnh Linh
	// article:  7k2m9x4q day-roi Dây rơi: đứng xa 5 m 0
	//           <p>Dây rơi lúc <strong>5h30</strong>, gọi <a href="https://loa.example.vn/duong-day-nong/">113</a> ngay!</p>
	// speech:   Dây rơi: đứng xa năm mét. 800ms
	// speech:   Dây rơi lúc năm giờ ba mươi phút, gọi một một ba ngay! 900ms
	// speech:   Xin bà con ghi nhớ: Một là, đứng xa. 500ms
	// speech:   Hai là, gọi một một ba. 0s
	//           15s 0
	// site:     <title>Dây rơi: đứng xa 5 m · Loa Vĩnh Linh</title>
	// script:   182 bytes
	// feed:     tag:loa.example.vn,2023:7k2m9x4q Dây rơi: đứng xa 5 m
	// release:  1 article, 0 findings
}

// withSettings is the repository's settings, topics and theme with one file more.
func withSettings(name, text string) (fs.FS, error) {
	files := fstest.MapFS{name: {Data: []byte(text)}}
	for _, folder := range []string{"content/_loa", "content/chu-de", "themes/loa", "static"} {
		if err := takeOver(files, folder); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// takeOver copies a folder of the repository into a file system in memory.
func takeOver(files fstest.MapFS, folder string) error {
	root := os.DirFS("..")
	return fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
}
