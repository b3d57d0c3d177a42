package verbalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// matchDefinition skips brackets that say nothing to a listener (SPEECH.md 2.26): an abbreviation whose words stand before, words whose
// abbreviation stands before, the source of a picture, the number of a figure.
func matchDefinition(c *context, i int) (spoken, int, bool) {
	if !c.is(i, "(") || c.kind(i+1) != word {
		return spoken{}, 0, false
	}
	if end, ok := c.abbreviationInBrackets(i); ok {
		return spoken{}, end - i, true
	}
	if end, ok := c.wordsInBrackets(i); ok {
		return spoken{}, end - i, true
	}
	if end, ok := c.sourceMark(i); ok {
		written := c.source(i, end)
		return spoken{pause: true, findings: []Finding{c.finding(silentSign, i, end, quote(written)+" không đọc thành tiếng", "Nếu người nghe cần biết, viết thành câu.")}}, end - i, true
	}
	return spoken{}, 0, false
}

// abbreviationInBrackets finds Ủy ban nhân dân (UBND): its letters are the initials of the words before, in order, or the words are
// its known name.
func (c *context) abbreviationInBrackets(i int) (end int, ok bool) {
	end = i + 2
	for c.isAny(end, "&-") && c.kind(end+1) == word && allCapital(c.at(end+1).text) {
		end += 2
	}
	if !c.is(end, ")") {
		return 0, false
	}
	if end == i+2 && definedNames[c.at(i+1).text].endsAt(c, c.before(i)) {
		return end + 1, true
	}
	if !allCapital(c.at(i + 1).text) {
		return 0, false
	}
	var letters []rune
	for j := i + 1; j < end; j += 2 {
		letters = append(letters, []rune(viet.Fold(c.at(j).text))...)
	}
	if len(letters) < 2 {
		return 0, false
	}
	left, skipped := len(letters), 0
	for j := c.before(i); left > 0 && skipped < 6; j = c.before(j) {
		t := c.at(j)
		if t.kind != word {
			if !c.isAny(j, `,-–"“”`) {
				return 0, false
			}
			continue
		}
		if first, _ := utf8.DecodeRuneInString(viet.Fold(t.text)); first == letters[left-1] {
			left--
		} else {
			skipped++
		}
	}
	return end + 1, left == 0
}

// definedNames are the ends of Vietnamese names whose abbreviations come from another language.
var definedNames = map[string]phrases{
	"ADB": cues("phát triển châu á"), "ADN": cues("di truyền"), "AFC": cues("bóng đá châu á"), "AFF": cues("bóng đá đông nam á"), "AI": cues("trí tuệ nhân tạo"),
	"API": cues("lập trình ứng dụng"), "APEC": cues("thái bình dương"), "ASEAN": cues("đông nam á"), "AU": cues("châu phi"), "ASF": cues("châu phi"), "CDC": cues("bệnh tật"), "CEO": cues("giám đốc điều hành"),
	"CPI": cues("giá tiêu dùng"), "CPTPP": cues("xuyên thái bình dương"), "EU": cues("châu âu"), "FAO": cues("liên hợp quốc", "nông lương"), "FDI": cues("trực tiếp nước ngoài"),
	"FED": cues("dự trữ liên bang mỹ"), "Fed": cues("dự trữ liên bang mỹ", "liên bang mỹ"), "FIFA": cues("bóng đá thế giới"), "FTA": cues("thương mại tự do"), "GDP": cues("quốc nội", "trong nước"),
	"GPS": cues("định vị toàn cầu"), "GRDP": cues("địa bàn", "trên địa bàn tỉnh"), "HIV": cues("ở người"), "IAEA": cues("nguyên tử quốc tế"), "ICU": cues("hồi sức tích cực"),
	"IIP": cues("công nghiệp"), "ILO": cues("lao động quốc tế"), "IMF": cues("tiền tệ quốc tế"), "IOC": cues("olympic quốc tế"), "IPO": cues("ra công chúng"), "IoT": cues("vạn vật"),
	"KOL": cues("có sức ảnh hưởng"), "MC": cues("dẫn chương trình"), "NATO": cues("đại tây dương"), "NGO": cues("phi chính phủ"), "ODA": cues("phát triển chính thức"),
	"OTP": cues("một lần"), "PCI": cues("cạnh tranh cấp tỉnh"), "PMI": cues("quản trị mua hàng"), "PPP": cues("công tư"), "QR": cues("phản hồi nhanh"), "SARS": cues("hô hấp cấp"),
	"UAV": cues("không người lái"), "UN": cues("liên hợp quốc"), "UNDP": cues("liên hợp quốc", "liên hiệp quốc"), "UNESCO": cues("liên hợp quốc", "liên hiệp quốc"),
	"UNICEF": cues("liên hợp quốc", "liên hiệp quốc"), "VAR": cues("hỗ trợ trọng tài"), "VFF": cues("bóng đá việt nam"), "WB": cues("ngân hàng thế giới"),
	"WHO": cues("y tế thế giới"), "WTO": cues("thương mại thế giới"),
}

// wordsInBrackets finds what would be said twice: HTX (hợp tác xã), Ủy ban nhân dân xã (UBND xã).
func (c *context) wordsInBrackets(i int) (end int, ok bool) {
	const most = 16
	short := false
	var inside strings.Builder
	for end = i + 1; !c.is(end, ")"); end++ {
		t := c.at(end)
		if end == i+most || t.kind != word && t.kind != space {
			return 0, false
		}
		if said, entry := c.lookup(end, 1); entry && (allCapital(t.text) || said != t.text) {
			inside.WriteString(said)
			short = true
		} else {
			inside.WriteString(t.text)
		}
	}
	words := keysOf(inside.String())
	j := c.before(i)
	if said, entry := c.lookup(j, 1); !short && entry && c.kind(j) == word {
		return end + 1, slices.Equal(keysOf(said), words)
	}
	for k := len(words) - 1; k >= 0; k-- {
		if c.kind(j) != word || c.at(j).key != words[k] {
			return 0, false
		}
		j = c.before(j)
	}
	return end + 1, short && (len(words) > 1 || end == i+2)
}

// keysOf gives the keys of the words of a text.
func keysOf(s string) []string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(s, ",", "")))
	for i, w := range words {
		words[i] = viet.ToneKey(w)
	}
	return words
}

// sourceMark finds (Ảnh: TTXVN), (Nguồn: …), (hình 2).
func (c *context) sourceMark(i int) (end int, ok bool) {
	if !c.says(i+1, "ảnh", "nguồn", "hình") {
		return 0, false
	}
	if k := c.over(i + 2); !c.says(i+1, "nguồn") && c.kind(k) == digits && c.is(k+1, ")") {
		return k + 2, true
	}
	if k := c.over(i + 2); c.says(k, "minh", "tư") && c.says(c.over(k+1), "họa", "liệu") && c.is(c.over(k+1)+1, ")") {
		return c.over(k+1) + 2, true
	}
	if !c.is(i+2, ":") {
		return 0, false
	}
	const most = 24
	for end = i + 3; end < i+most; end++ {
		switch k := c.kind(end); {
		case c.is(end, ")"):
			return end + 1, true
		case k == newline || k == digits || c.is(end, "("):
			return 0, false
		}
	}
	return 0, false
}
