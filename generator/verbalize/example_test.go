package verbalize_test

import (
	"fmt"

	"github.com/vinhlinh/loa/generator/verbalize"
)

func ExampleReader_Read() {
	own, _ := verbalize.ParseEntries([]string{"UBND = Ủy ban nhân dân"}, nil)
	reader := verbalize.NewReader(verbalize.Region{}, own)
	reading := reader.Read("Từ 7h30 ngày 28/4, UBND xã trực. Gọi 113.")
	for _, s := range reading.Sentences {
		fmt.Println(verbalize.Syllables(s.Text), s.Text)
	}
	// Output:
	// 18 Từ bảy giờ ba mươi phút ngày hai mươi tám tháng tư, Ủy ban nhân dân xã trực.
	// 4 Gọi một một ba.
}
