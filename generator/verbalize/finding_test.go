package verbalize_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/verbalize"
)

func TestWhatCannotBeReadIsReported(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	cases := []struct {
		name, in string
		want     []string // check, a blank, the text of the place
	}{
		{"a covered telephone number", "Gọi 0912 xxx 456 nhé", []string{"kho-doc 0912 xxx 456"}},
		{"stars cover too", "Gọi 0912***456 nhé", []string{"kho-doc 0912***456"}},
		{"a letterhead without its number", "Số:     /UBND-VHTT", []string{"kho-doc Số:     /UBND-VHTT"}},
		{"a date without its day", "Vĩnh Linh, ngày    tháng 4 năm 2023", []string{"kho-doc ngày    tháng"}},
		{"a date of blanks", "ngày …/…/2023", []string{"kho-doc ngày …/…"}},
		{"an unknown abbreviation", "Đội TTCH trực", []string{"viet-tat-la TTCH"}},
		{"an abbreviation explained in brackets is none", "Trung tâm chỉ huy (TTCH) trực", nil},
		{"an abbreviation with no company to tell its meaning", "Họp CT ngay", []string{"viet-tat-la CT"}},
		{"an unknown symbol of a document", "Công văn số 5/XYZK-UBND", []string{"viet-tat-la XYZK-UBND"}},
		{"an unknown symbol is silent where the body is spoken", "Công văn số 5/STTTT-XYZK của Sở Thông tin và Truyền thông", nil},
		{"a mark without a letter", "cáp \u0301 quang", []string{"kho-doc \u0301"}},
		{"a day that no calendar has", "ngày 31/4/2023", []string{"ngay-chu-khong-co 31/4/2023"}},
		{"29 February of a common year", "ngày 29/2/2023", []string{"ngay-chu-khong-co 29/2/2023"}},
		{"29 February of a leap year is a day", "ngày 29/2/2024", nil},
		{"thousands in the English way", "1,500,000 đồng", []string{"so-kieu-anh 1,500,000"}},
		{"a decimal dot", "dài 2.5 km", []string{"doc-doan 2.5"}},
		{"a date that could be a share", "ngày vui 8/3", nil},
		{"a date without any cue", "hoa 8/3 đẹp", []string{"doc-doan 8/3"}},
		{"a share that could be a date", "ăn 3/4 thôi", []string{"doc-doan 3/4"}},
		{"a year of two digits", "ngày 21/4/23", []string{"doc-doan 21/4/23"}},
		{"a pair that falls", "đội hình 7-5 nhé", []string{"doc-doan 7-5"}},
		{"a number like no date", "mã 1/2/3/4 nhé", []string{"kho-doc 1/2/3/4"}},
		{"an emoji", "cáp 😀 quang", []string{"dau-cam 😀"}},
		{"another script", "cáp привет quang", []string{"kho-doc привет"}},
		{"a foreign word, once", "dùng roaming, tắt roaming", []string{"tu-ngoai roaming"}},
		{"bytes that are no text", "cáp \xff\xfe quang", []string{"kho-doc \xff\xfe"}},
		{"a dot without a blank", "giữ cáp.Gọi ngay", []string{"cach-sau-cham cáp.Gọi"}},
		{"tons or not", "có 5t ở đó", []string{"kho-doc 5t"}},
		{"plain text has none", "Bà con giữ cáp, 7h30 ngày 30/4/2023 gọi 113.", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range r.Read(c.in).Findings {
				got = append(got, f.Check.Name+" "+c.in[f.Start:f.End])
				if len(f.Hints) == 0 || !strings.HasSuffix(strings.TrimRight(f.Hints[0], " "), ".") && !strings.Contains(f.Hints[0], " = ") {
					t.Errorf("hint %q is no sentence", f.Hints)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestAProposedLineSilencesItsFinding(t *testing.T) {
	in := "Đội TTCH trực"
	found := verbalize.NewReader(verbalize.Region{}).Read(in).Findings
	if len(found) != 1 {
		t.Fatal(found)
	}
	_, line, ok := strings.Cut(found[0].Hints[0], ": ")
	if !ok {
		t.Fatalf("%q proposes no line", found[0].Hints[0])
	}
	l, bad := verbalize.ParseEntries([]string{line}, nil)
	if len(bad) > 0 {
		t.Fatalf("the proposed line %q is refused: %s", line, bad[0].Message)
	}
	if again := verbalize.NewReader(verbalize.Region{}, l).Read(in); len(again.Findings) > 0 {
		t.Errorf("still found: %v", again.Findings)
	}
}

func TestChecksAreNamedOnceInOrder(t *testing.T) {
	var names []string
	for _, c := range verbalize.Checks() {
		names = append(names, c.Name)
		if c.Title == "" {
			t.Errorf("%s has no title", c.Name)
		}
	}
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("names %q", names)
	}
}

func TestManyFindingsOfOneKindAreCounted(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	in := strings.Repeat("TTCH ", 1600) + "ngày 31/4/2023 " + strings.Repeat("cáp\xff ", 1200)
	var last verbalize.Finding
	number := map[string]int{}
	for _, f := range r.Read(in).Findings {
		number[f.Check.Name]++
		if f.Check.Name == "viet-tat-la" {
			last = f
		}
	}
	if number["viet-tat-la"] != 1001 || number["kho-doc"] != 1001 || number["ngay-chu-khong-co"] != 1 {
		t.Errorf("findings of each kind: %v", number)
	}
	if want := [2]int{5 * 1000, 5*1600 - 1}; [2]int{last.Start, last.End} != want || !strings.Contains(last.Message, "còn 600 chỗ nữa") {
		t.Errorf("the last finding stands at %d-%d, want %v, and says %q", last.Start, last.End, want, last.Message)
	}
}
