package speech

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/verbalize"
)

// TestBreathsStandWhereAnAnnouncerTakesThem: "/" is a breath. Sentences in the manner of offices; in articles there is hardly one that long.
func TestBreathsStandWhereAnAnnouncerTakesThem(t *testing.T) {
	for _, want := range []string{
		"Chủ phương tiện chở hàng quá khổ phải kiểm tra chiều cao của hàng / trước khi đi qua những đoạn đường có dây cáp viễn thông vắt ngang mặt đường.",
		"Đề nghị bà con không buộc trâu bò vào cột điện / và không phơi quần áo lên dây néo của cột cáp viễn thông gần nhà mình.",
		"Mạng của trường tiểu học bị gián đoạn trong suốt ba ngày liền / vì một sợi cáp nhỏ bị chuột cắn ở hố ga gần cổng trường.",
		"Dây từ cột này qua cột kia mà hụt một đoạn / thì đoạn ấy có khi đang nằm dưới cây.",
		"Khi mưa lũ làm đổ cột và đứt cáp ở nhiều thôn ven sông Bến Hải / các nhà mạng sẽ ưu tiên nối lại liên lạc cho trạm y tế.",
		"Những hộ gia đình sống gần trạm phát sóng nên nhắc nhở con em không ném đá / hoặc bắn ná cao su vào thiết bị treo trên cột.",
		"Thấy dây rơi thì đứng xa, không cầm, không bước qua.",
		// Never inside a name, a number, a compound.
		"Người đầu tiên báo tin là chị em của thôn Hiền Lương / ở bìa rừng cao su Vĩnh Hà Vĩnh Khê Vĩnh Ô.",
		"Bà con nhắn sẵn địa chỉ ấy cho con cháu / đang đi học đang đi làm ở thành phố lớn.",
		"Bà con khai báo hiện tại nhà mình / còn giữ bao nhiêu mét dây cáp cũ theo mẫu đã phát.",
	} {
		plain := strings.ReplaceAll(want, "/ ", "")
		s := verbalize.NewReader(verbalize.Region{}).Read(plain).Sentences[0]
		if got := withBreaths(s.Text, breaths(s.Text, units(s.Text, s, plain))); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func withBreaths(text string, at []int) string {
	for i := len(at) - 1; i >= 0; i-- {
		text = text[:at[i]] + "/ " + text[at[i]:]
	}
	return text
}

// TestGroupsAreNeverLongerThanTheyMust: of any words, a stretch that can be divided at allowed places into groups of 3 to 18 is.
func TestGroupsAreNeverLongerThanTheyMust(t *testing.T) {
	words := strings.Fields("bà con thấy dây thì báo trưởng thôn và đừng cầm để người đến 113 khi trời mưa ở xã Vĩnh Hà các nhà mạng nối 12/4/2023 cho trạm, với của đang nằm dưới cột mà không ai biết trước sau UBND 0912345678")
	lexicon, _ := verbalize.ParseEntries([]string{"UBND = Ủy ban nhân dân"}, nil)
	reader := verbalize.NewReader(verbalize.Region{}, lexicon)
	random := rand.New(rand.NewPCG(1, 2))
	divided := 0
	for range 2000 {
		var text []string
		for range 5 + random.IntN(60) {
			text = append(text, words[random.IntN(len(words))])
		}
		written := strings.Join(text, " ")
		for _, s := range reader.Read(written).Sentences {
			u := units(s.Text, s, written)
			marks := map[int]bool{}
			for _, at := range breaths(s.Text, u) {
				marks[at] = true
			}
			divided += len(marks)
			judgeGroups(t, s.Text, u, marks)
		}
	}
	if divided < 1000 {
		t.Errorf("only %d breaths: the words do not try the rule", divided)
	}
}

// judgeGroups asks another way than divide: whether every place can be reached by groups of 3 to 18 over allowed places.
func judgeGroups(t *testing.T, text string, u []unit, marks map[int]bool) {
	t.Helper()
	atoms := atomsOf(text, u)
	for first := 0; first < len(atoms); {
		said, reachable := 0, map[int]bool{0: true}
		longest, group := 0, 0
		i := first
		for ; i < len(atoms); i++ {
			if at := u[atoms[i].unit].Start; i > first && atoms[i].first {
				if marks[at] {
					if group < shortestGroup {
						t.Errorf("%s: a group of %d", withMap(text, marks), group)
					}
					group = 0
				}
				if _, ok := breathCost(text, u, atoms[i].unit); ok {
					for n := shortestGroup; n <= longestGroup; n++ {
						if reachable[said-n] {
							reachable[said] = true
						}
					}
				} else if marks[at] {
					t.Errorf("%s: a breath where none may be", withMap(text, marks))
				}
			}
			said += atoms[i].syllables
			group += atoms[i].syllables
			longest = max(longest, group)
			if atoms[i].stop {
				i++
				break
			}
		}
		possible := said <= longestGroup
		for n := shortestGroup; n <= longestGroup; n++ {
			possible = possible || reachable[said-n]
		}
		if possible && longest > longestGroup {
			t.Errorf("%s: a group of %d", withMap(text, marks), longest)
		}
		if group < shortestGroup && said > group {
			t.Errorf("%s: ends with a group of %d", withMap(text, marks), group)
		}
		first = i
	}
}

func withMap(text string, marks map[int]bool) string {
	var list []int
	for at := range len(text) {
		if marks[at] {
			list = append(list, at)
		}
	}
	return withBreaths(text, list)
}

// TestLongStretchesAreDividedWhole: a hostile text without a mark is divided to its end.
func TestLongStretchesAreDividedWhole(t *testing.T) {
	plain := strings.Repeat("bà con thấy dây rơi thì báo trưởng thôn và đừng cầm lên ", 2000)
	s := verbalize.NewReader(verbalize.Region{}).Read(plain).Sentences[0]
	u := units(s.Text, s, plain)
	marks := map[int]bool{}
	for _, at := range breaths(s.Text, u) {
		marks[at] = true
	}
	if len(marks) < 1400 {
		t.Errorf("%d breaths in %d words", len(marks), len(u))
	}
	judgeGroups(t, s.Text, u, marks)
}
