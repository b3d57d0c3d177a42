package article_test

import (
	"fmt"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
)

// One topic and one article with a slip in its date: the article comes back with what could be read, and the finding says where.
func ExampleLoad() {
	content := fstest.MapFS{
		"content/chu-de/cap-va-cot/index.md": {Data: []byte(`---
id: 0000000t
title: Cáp và cột
description: Dây cáp, cột treo.
---
`)},
		"content/bai-viet/day-roi/index.md": {Data: []byte(`---
id: 7k2m9x4q
title: Thấy dây rơi thì đứng xa
description: Hai việc bà con làm khi thấy dây rơi.
date: 23/4/2023
chu_de: cap-va-cot
dieu_can_nho: [Đứng xa, Báo thôn]
---

Sáng sớm, một sợi dây nằm vắt ngang đường thôn.
`)},
	}
	set, found, err := article.Load(content, office())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(set.Articles[0].Title, "·", set.Articles[0].Topic.Title)
	for _, d := range found {
		line, column := d.Source.Position(d.Span.Start)
		fmt.Printf("%d:%d %s [%s]\n", line, column, d.Message, d.Check.Name)
	}
	// Output:
	// Thấy dây rơi thì đứng xa · Cáp và cột
	// 5:7 “23/4/2023” chưa đúng dạng ngày của phần đầu [ngay-sai]
}
