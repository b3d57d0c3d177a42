package diagnostic_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

func TestBagHasOneOrder(t *testing.T) {
	a, b := diagnostic.NewSource("a", "một\nhai"), diagnostic.NewSource("b", "một")
	x, y := &diagnostic.Check{Name: "x"}, &diagnostic.Check{Name: "y", Severity: diagnostic.Warning}
	span := func(start, end int) diagnostic.Span { return diagnostic.Span{Start: start, End: end} }
	want := []diagnostic.Diagnostic{
		x.At(nil, span(0, 0), "cả bộ bài"),
		x.At(a, span(1, 2), "chỗ ngắn"),
		x.At(a, span(1, 3), "chỗ dài"),
		x.At(a, span(6, 7), "a"),
		x.At(a, span(6, 7), "b"),
		y.At(a, span(6, 7), "a"),
		y.At(b, span(0, 1), "tệp sau"),
	}
	random := rand.New(rand.NewPCG(9, 9))
	for range 20 {
		var bag diagnostic.Bag
		for _, i := range random.Perm(len(want)) {
			bag.Add(want[i], want[i]) // each twice: one mistake is one finding
		}
		got := bag.Sorted()
		if diff := cmp.Diff(said(want), said(got)); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		if e, w, n := bag.Count(); e != 5 || w != 2 || n != 0 {
			t.Fatalf("%d errors, %d warnings, %d notes; want 5, 2, 0", e, w, n)
		}
	}
}

func said(list []diagnostic.Diagnostic) []string {
	lines := make([]string, 0, len(list))
	for _, d := range list {
		lines = append(lines, fmt.Sprintf("%s %v %s", d.Check.Name, d.Span, d.Message))
	}
	return lines
}

func TestOnlyErrorsForbidPublishing(t *testing.T) {
	var bag diagnostic.Bag
	if bag.HasErrors() || len(bag.Sorted()) != 0 {
		t.Error("an empty bag has findings")
	}
	bag.Add((&diagnostic.Check{Name: "w", Severity: diagnostic.Warning}).At(nil, diagnostic.Span{}, "m"))
	bag.Add((&diagnostic.Check{Name: "n", Severity: diagnostic.Note}).At(nil, diagnostic.Span{}, "m"))
	if bag.HasErrors() {
		t.Error("warnings and notes count as errors")
	}
	bag.Add((&diagnostic.Check{Name: "e"}).At(nil, diagnostic.Span{}, "m"))
	if !bag.HasErrors() {
		t.Error("a check without a severity is not strict")
	}
}

func ExampleWriteText() {
	src := diagnostic.NewSource("content/bai-viet/cap-dut/index.md", "Thấy dây cáp đứt   bên đường.\n")
	spaces := &diagnostic.Check{Name: "cach-thua", Severity: diagnostic.Warning, Title: "Thừa khoảng trắng giữa hai chữ."}

	var bag diagnostic.Bag
	bag.Add(spaces.At(src, diagnostic.Span{Start: 23, End: 26}, "thừa khoảng trắng", "Giữ một khoảng trắng."))
	if err := diagnostic.WriteText(os.Stdout, bag.Sorted(), diagnostic.Style{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// content/bai-viet/cap-dut/index.md:1:17: cảnh báo: thừa khoảng trắng [cach-thua]
	//     1 | Thấy dây cáp đứt   bên đường.
	//       |                 ^^^
	//       chữa: Giữ một khoảng trắng.
}
