package speech

import (
	"slices"
	"strings"
	"unicode"
)

// A breath stands before a word that opens something: a clause, a phrase with a preposition, a predicate, a noun phrase. Vietnamese
// writes no compounds together and no dictionary of them is here, so the words are listed, each with its cost and with the neighbours
// that make it a part of something else ("hiện tại", "để lại"). Before any other word there is no breath.

// opener is a word or phrase before which a breath may stand.
type opener struct {
	cost      int      // 0 to 90: how much better another place is
	notAfter  []string // words before it that it belongs to
	notBefore []string // words after it that make it another word
}

// Costs of places, best first.
const (
	clause      = 0  // a clause with its conjunction
	link        = 12 // joins two halves
	preposition = 30
	predicate   = 48 // the subject has been named
	noun        = 70 // between verb and object: when nothing else is there
	afterName   = 45 // how much better that is behind a name
	counted     = 80 // a noun that may be counted: never behind a number
)

// breathCost says what a breath before units[i] costs; ok is false where none may stand.
func breathCost(text string, units []unit, i int) (cost int, ok bool) {
	word := func(j int) string {
		if j < 0 || j >= len(units) || units[j].reading {
			return ""
		}
		return text[units[j].Start:units[j].End]
	}
	before := strings.ToLower(word(i - 1))
	if rightBound[before] {
		return 0, false
	}
	phrase := word(i)
	end := i + 1
	o, found := openers[phrase]
	for j := i + 1; j < i+3 && word(j) != "" && !units[j-1].stop; j++ {
		phrase += " " + word(j)
		if longer, ok := openers[phrase]; ok {
			o, found, end = longer, true, j+1
		}
	}
	if !found {
		return 0, false
	}
	if slices.Contains(o.notAfter, before) {
		return 0, false
	}
	for _, w := range o.notBefore {
		if w == word(end) {
			return 0, false
		}
	}
	switch {
	case word(i) == "và" && capital(word(end)): // "Văn hóa và Thông tin"
		return 0, false
	case end >= len(units) || units[end-1].stop: // "xong rồi,": it closes
		return 0, false
	case o.cost > link && looseBound[before]:
		return 0, false
	case o.cost >= counted && units[i-1].reading: // "ba mươi người"
		return 0, false
	}
	if o.cost >= noun && (units[i-1].reading || capital(word(i-1))) { // behind a name or a number a new phrase begins, often the subject
		return o.cost - afterName, true
	}
	return o.cost, true
}

// capital says whether a word is a part of a name, or may be.
func capital(word string) bool { return unicode.IsUpper(firstRune(word)) }

// set makes a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// rightBound are words that belong to what follows: no breath stands behind them.
var rightBound = set(`của tại với cho từ bằng và hoặc hay nhưng nếu vì bởi do thì để khi lúc là mà nên nhằm gồm tuy dù hễ rằng
	các những mỗi mọi từng một hai ba bốn bảy tám chín mười vài mấy cái cây chiếc sợi tấm cục đừng chẳng đã đang sẽ vẫn cũng đều cứ hãy
	phải cần bị chỉ rất hơi khá càng xin mời ai giữa nhờ bao tự cùng theo ngay ông bà anh chị em bác chú cô xã huyện tỉnh thôn xóm phường
	mới vừa sắp luôn thường dưới trong trên ngoài ở như`)

// looseBound are words that belong to what follows, or close a verb: "gửi về", "đi qua". Behind them only a clause may begin.
var looseBound = set(`qua về đến tới vào ra lên xuống không chưa có còn được lại đi người`)

// openers are all openers by their words.
var openers = func() map[string]opener {
	table := map[string]opener{}
	// open takes words divided by ";", and the neighbours before and after them that forbid a breath.
	open := func(cost int, words, notAfter, notBefore string) {
		for w := range strings.SplitSeq(words, ";") {
			table[strings.TrimSpace(w)] = opener{cost: cost, notAfter: strings.Fields(notAfter), notBefore: strings.Fields(notBefore)}
		}
	}
	open(clause, "nhưng; nếu; bởi vì; vì vậy; vì thế; do đó; cho nên; mặc dù; miễn là; đồng thời; đặc biệt; nhất là; kể cả; bao gồm; cho đến khi; cho tới khi; trước khi; sau khi; đến khi; tới khi; từ khi; mỗi khi; trong khi; ngay khi; trong lúc; trước lúc; cho dù; phòng khi; rồi mới; để mà; nhưng mà; thế là; chứ không; chứ đừng", "", "")
	open(clause, "vì", "bởi tại chính cũng", "sao")
	open(clause, "khi", "trước sau đến trong một có mỗi từ ít khó đôi lắm ngay tới phòng thỉnh nhiều hiếm đúng", "nào")
	open(clause+4, "thì", "thế vậy có nhất", "")
	open(clause+4, "mà", "thế vậy nhưng để mặc nào ai gì", "cả")
	open(clause+6, "nhằm; tuy; dù; dẫu; hễ", "", "")
	open(clause+8, "để", "thì đừng phải hãy cứ nên không chưa đã ai đang được bị cần muốn chừa bỏ có là cất", "lại dành ý yên sẵn riêng nguyên mặc trống xa gần đó đấy quên dưới trên trong ngoài ở")
	open(clause+4, "và không; và đừng; và phải; và nên; và cần", "", "")
	open(link+4, "và", "", "")
	open(link, "hoặc; hoặc là; hay là; cùng với; kèm theo; cũng như; ví dụ như; chẳng hạn như; rồi sau đó; thay vì; kể từ; tính từ", "", "")
	open(link, "lúc", "một mọi từ trước trong đến có bất mỗi sau cùng đúng vào nhiều ít mấy ngay những các hễ cứ đôi", "nào")
	open(link, "rồi", "xong đã lắm hết", "")
	open(link+4, "do", "lý tự là không", "")
	open(link+6, "nên", "con mình ta ai không cũng chỉ nhà người bác anh chị em cháu trở làm gây tạo có", "")
	open(link+10, "hay", "ai cháu con người mình cũng rất có", "không chưa")
	open(preposition-8, "vào ngày; vào lúc; vào giờ; vào mùa; vào buổi; vào đêm; vào ban; giống như; trong đó; trong lúc; trên địa bàn; trong dịp; đối với; so với", "", "")
	open(preposition, "tại", "hiện tồn", "sao vì")
	open(preposition, "với", "cùng đối so tới nối hợp khớp hệ nói bàn đổi gắn gặp kèm", "nhau")
	open(preposition+6, "xem", "trông nhìn coi đi muốn được để đến giúp thử tự đón", "")
	open(preposition, "trong", "bên ở phía nằm từ ngay", "")
	open(preposition, "trên", "ở bên phía từ nằm ngay cấp", "dưới")
	open(preposition, "theo", "kèm làm đi kéo mang nghe đem chạy bám nói đọc ghi tùy dựa cầm dắt dẫn dọc", "")
	open(preposition, "từ", "kể ngay tính", "chối từ thiện ngữ bỏ điển trường khi đầu trước")
	open(preposition, "cùng", "vô cuối tận đường sau", "nhau")
	open(preposition, "nhờ", "", "")
	open(preposition+4, "ở", "nằm từ ngay sống ngụ mình ta ai họ nơi chỗ đang còn nhà", "thì là")
	open(preposition+4, "dưới; giữa", "bên ở phía nằm từ ngay", "")
	open(preposition+20, "của", "", "")
	open(preposition+6, "bằng; ngoài", "công thăng cân đồng bên phía ngay nằm", "nhau")
	open(preposition+6, "như", "gần hầu giống cũng dường coi xem y hình ví hạn", "thế vậy nhau sau")
	open(preposition+14, "đến; tới", "gọi đưa chuyển gửi nhắn báo nối tìm chạy kéo nói nghĩ quan dẫn mang đem nghe đi", "")
	open(preposition+16, "cho", "báo gửi gọi nhắn ghi nói đưa chuyển làm nhường khiến dành giúp cấp bảo kể trả mua bán đọc mở thay giao không vay phát nhận", "phép rằng biết")
	open(preposition+16, "về", "gửi gọi đem mang trở đi chạy đưa quay kéo báo nói kể nhắn chuyển rút bàn hỏi biết dẫn rơi tụ", "")
	open(predicate-12, "có thể; đừng; hãy; xin", "", "")
	open(predicate, "đã; đang; sẽ; vẫn; cũng; cứ; đều", "", "")
	open(predicate, "không", "có hay chứ", "")
	open(predicate+4, "cần; chưa", "", "")
	open(predicate+4, "phải", "bên tay trái lẽ không đừng có cần mới cũng chạm gặp vướng mắc đụng dính nhầm mua", "")
	open(predicate+4, "là", "gọi tức nghĩa cũng không chỉ vẫn nhất coi xem hay một hai ba bốn năm sáu bảy tám chín mười có miễn hễ thật vậy thế hóa hoá toàn chính", "")
	open(predicate+8, "còn", "vẫn cũng chỉ không đã", "")
	open(predicate+8, "có; bị; chỉ", "không chưa chỉ cũng mới đã vẫn đang sẽ địa đích", "ích mặt hại lẽ tiếng đạo thị huy")
	open(noun-14, "bà con", "mời nhắc giúp mong xin nhờ khuyên với nghị báo hỏi gọi chúc thưa gửi kính của", "")
	open(noun, "các; những; mỗi; mọi", "", "")
	open(noun+4, "một; ai", "", "")
	open(counted, "người; việc", "con nhiều ít số công sự làm cái nghỉ các những", "")
	return table
}()
