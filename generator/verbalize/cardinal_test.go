package verbalize_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// numberRegions are the four ways in which a cardinal differs.
var numberRegions = []verbalize.Region{{}, {Odd: "lẻ"}, {Thousand: "ngàn"}, {Odd: "lẻ", Thousand: "ngàn"}}

var digitValues = map[string]uint64{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}

// parseNumber understands number words by itself: it shares nothing with the reader, and it refuses what nobody says (mốt without
// mươi, năm after mươi, linh after a ten, a group out of order).
func parseNumber(words []string) (uint64, error) {
	for i := len(words) - 1; i >= 0; i-- { // the last tỷ divides, for those before it belong to the number of milliards
		if words[i] != "tỷ" {
			continue
		}
		high, err := parseNumber(words[:i])
		if err != nil {
			return 0, err
		}
		low, err := parseBelowMilliard(words[i+1:], true)
		return high*1_000_000_000 + low, err
	}
	return parseBelowMilliard(words, false)
}

func parseBelowMilliard(words []string, inner bool) (uint64, error) {
	var total uint64
	last := uint64(1_000_000_000)
	for len(words) > 0 {
		scale, end, after := uint64(1), len(words), len(words)
		for i, w := range words {
			if w == "triệu" || w == "nghìn" || w == "ngàn" {
				scale, end, after = map[string]uint64{"triệu": 1_000_000, "nghìn": 1000, "ngàn": 1000}[w], i, i+1
				break
			}
		}
		n, err := parseGroup(words[:end], inner || total > 0)
		if err != nil {
			return 0, err
		}
		if scale >= last {
			return 0, fmt.Errorf("group out of order: %q", words)
		}
		last = scale
		total += n * scale
		words = words[after:]
	}
	return total, nil
}

func parseGroup(words []string, inner bool) (uint64, error) {
	bad := fmt.Errorf("not a group: %q", words)
	var n uint64
	hundreds := false
	if len(words) >= 2 && words[1] == "trăm" {
		n, hundreds, words = 100*digitValues[words[0]], true, words[2:]
	}
	if inner != hundreds && inner {
		return 0, bad
	}
	switch {
	case len(words) == 0:
		return n, nil
	case words[0] == "linh" || words[0] == "lẻ":
		if !hundreds || len(words) != 2 || words[1] == "mốt" || words[1] == "tư" || words[1] == "lăm" || words[1] == "không" {
			return 0, bad
		}
		return n + digitValues[words[1]], nil
	case words[0] == "mười":
		n, words = n+10, words[1:]
		if len(words) == 0 {
			return n, nil
		}
		if words[0] == "mốt" || words[0] == "tư" || words[0] == "năm" {
			return 0, bad
		}
	case len(words) >= 2 && words[1] == "mươi":
		n, words = n+10*digitValues[words[0]], words[2:]
		if len(words) == 0 {
			return n, nil
		}
		if words[0] == "một" || words[0] == "bốn" || words[0] == "năm" {
			return 0, bad
		}
	case hundreds:
		return 0, bad
	case words[0] == "mốt" || words[0] == "tư" || words[0] == "lăm":
		return 0, bad
	}
	value, known := digitValues[words[0]]
	if len(words) != 1 || !known {
		return 0, bad
	}
	return n + value, nil
}

func checkNumber(t *testing.T, r *verbalize.Reader, n uint64, written string) {
	said := text(r.Read(written))
	if got, err := parseNumber(strings.Fields(said)); err != nil || got != n {
		t.Fatalf("%s is read %q, which is %d (%v)", written, said, got, err)
	}
}

func TestEveryNumberBelowAMillionIsHeardAsItself(t *testing.T) {
	for _, region := range numberRegions {
		t.Run(region.Odd+region.Thousand, func(t *testing.T) {
			t.Parallel()
			r := verbalize.NewReader(region)
			for n := range uint64(1_000_000) {
				if testing.Short() && n%97 != 0 {
					continue
				}
				written := strconv.FormatUint(n, 10)
				said := verbalize.Cardinal(region, written)
				if got, err := parseNumber(strings.Fields(said)); err != nil || got != n {
					t.Fatalf("%d is read %q, which is %d (%v)", n, said, got, err)
				}
				if n%31 == 0 || n < 2000 { // the way through the tokens gives the same words
					checkNumber(t, r, n, written)
				}
			}
		})
	}
}

func TestLargeNumbersAreHeardAsThemselves(t *testing.T) {
	source := rand.New(rand.NewPCG(2023, 4))
	for _, region := range numberRegions {
		r := verbalize.NewReader(region)
		for range 20_000 {
			n := source.Uint64N(1_000_000_000_000_000_000) >> source.UintN(40)
			if source.UintN(3) == 0 {
				n -= n % 1_000_000 // empty groups
			}
			checkNumber(t, r, n, group(n))
		}
	}
}

// group writes a number with a dot between the groups of three.
func group(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

func TestMoneyIsTheNumberAndItsCurrency(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{})
	source := rand.New(rand.NewPCG(30, 4))
	for range 5_000 {
		n := source.Uint64N(1_000_000_000_000)
		said := text(r.Read(group(n) + "đ"))
		number, ok := strings.CutSuffix(said, " đồng")
		if got, err := parseNumber(strings.Fields(number)); !ok || err != nil || got != n {
			t.Fatalf("%sđ is read %q", group(n), said)
		}
	}
}

func TestDatesAreFoundAgain(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{})
	lengths := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for year := 1900; year < 2100; year += 4 {
		for month, length := range lengths {
			for day := 1; day <= length; day++ {
				if month == 1 && day == 29 && year == 1900 {
					continue
				}
				said := text(r.Read(fmt.Sprintf("%02d/%d/%d", day, month+1, year)))
				rest, ok := strings.CutPrefix(said, "ngày ")
				d, rest, ok2 := strings.Cut(rest, " tháng ")
				m, y, ok3 := strings.Cut(rest, " năm ")
				if m == "tư" {
					m = "bốn"
				}
				if after, ok := strings.CutPrefix(y, "năm "); ok { // tháng năm năm 2023
					m, y = "năm", after
				}
				if m == "" {
					t.Fatal(said)
				}
				gotDay, err1 := parseNumber(strings.Fields(d))
				gotMonth, err2 := parseNumber(strings.Fields(m))
				gotYear, err3 := parseNumber(strings.Fields(y))
				if !ok || !ok2 || !ok3 || err1 != nil || err2 != nil || err3 != nil || gotDay != uint64(day) || gotMonth != uint64(month+1) || gotYear != uint64(year) {
					t.Fatalf("%d/%d/%d is read %q", day, month+1, year, said)
				}
			}
		}
	}
}

func TestTelephoneDigitsComeInOrder(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{})
	source := rand.New(rand.NewPCG(18, 4))
	names := [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}
	for range 5_000 {
		n := fmt.Sprintf("09%08d", source.UintN(100_000_000))
		var want []string
		for _, d := range n {
			want = append(want, names[d-'0'])
		}
		for _, written := range []string{n, n[:4] + " " + n[4:7] + " " + n[7:], n[:4] + "." + n[4:7] + "." + n[7:], n[:3] + "-" + n[3:6] + "-" + n[6:]} {
			if got := comparable(text(r.Read("gọi " + written))); got != "gọi "+strings.Join(want, " ") {
				t.Fatalf("%s is read %q", written, got)
			}
		}
	}
}
