package speech_test

import (
	"fmt"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/speech"
)

// An article as an announcer reads it: numbers in words, one sentence a line.
func ExampleComposer_Compose() {
	content := fstest.MapFS{
		"content/chu-de/cap-va-cot/index.md": {Data: []byte(topic)},
		"content/bai-viet/day-roi/index.md":  {Data: []byte(head + "Dây rơi lúc 5h30 ngày 23/4. Đứng xa 10 m! Trưởng thôn đã gọi nhà mạng đến nối lại dây, chiều nay là xong.\n")},
	}
	set, _, err := article.Load(content, office())
	if err != nil {
		fmt.Println(err)
		return
	}
	composer, _ := speech.New(office())
	script, found := composer.Compose(set.Articles[0])
	fmt.Printf("%s%d tiếng, %v, %d findings\n", speech.Text(script), script.Tieng, script.Duration, len(found))
	// Output:
	// Thấy dây rơi, gọi một một ba.
	//
	// Dây rơi lúc năm giờ ba mươi phút ngày hai mươi ba tháng tư.
	// Đứng xa mười mét!
	// Trưởng thôn đã gọi nhà mạng đến nối lại dây, chiều nay là xong.
	//
	// Xin bà con ghi nhớ: Một là, thấy dây rơi, đứng xa năm mét.
	// Hai là, báo Ủy ban nhân dân xã: nói rõ chỗ.
	// 64 tiếng, 30s, 0 findings
}
