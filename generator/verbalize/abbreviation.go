package verbalize

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// placeMeanings are read only with a dot and before a name or a number: P. 5, TX. Quảng Trị.
var placeMeanings = map[string]string{"P": "phường", "Q": "quận", "H": "huyện", "X": "xã", "T": "tỉnh", "TP": "thành phố", "Tp": "thành phố", "TX": "thị xã", "Tx": "thị xã",
	"TT": "thị trấn", "Tt": "thị trấn", "Đ": "đường", "p": "phường", "q": "quận", "h": "huyện", "x": "xã", "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}

// matchContextAbbreviation reads an abbreviation that means different things in different company.
func matchContextAbbreviation(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word || c.glued(i) || c.kind(i+1) == digits || t.heading && viet.IsSyllable(t.text) && utf8.RuneCountInString(t.text) > 1 && t.text != "CA" { // THỨ TƯ
		return spoken{}, 0, false
	}
	if c.spelt(i) {
		return spoken{}, 0, false
	}
	end, dotted := i+1, c.is(i+1, ".")
	if dotted {
		end++
		switch place := c.placeAt(i); {
		case t.text == "Q" && c.at(i).first && c.at(c.over(end)).heading:
			return spoken{text: "quyền"}, 2, true
		case place != "":
			return spoken{text: place}, 2, true
		case (t.text == "No" || t.key == "no" && c.over(end) == end) && c.kind(c.over(end)) == digits:
			return spoken{text: "số"}, 2, true
		case t.key == "tr" && c.kind(c.over(end)) == digits && c.kind(c.before(i)) != digits:
			return spoken{text: "trang"}, 2, true
		}
	}
	if said, ok := c.filed(i); ok {
		return spoken{text: said}, 1, true
	}
	for _, m := range contextMeanings[t.text] {
		if m.test(c, i, end) {
			if dotted && !c.ends(end) {
				return spoken{text: m.said}, 2, true
			}
			return spoken{text: m.said}, 1, true
		}
	}
	return spoken{}, 0, false
}

// filed reads who keeps a copy: after "Lưu" the letters are those of documents.
func (c *context) filed(i int) (said string, ok bool) {
	t := c.at(i)
	if !allCapital(t.text) || !filedCues.near(c, i, 8) {
		return "", false
	}
	said = documentBodies[t.text]
	return said, said != "" && len(contextMeanings[t.text]) == 0
}

var filedCues = cues("lưu")

// placeAt gives the kind of place that the abbreviation at token i, with its dot, names, or what stands before a post or an office:
// P. 5, TX. Quảng Trị, Q. Giám đốc, P. Nội vụ; "" where none stands.
func (c *context) placeAt(i int) string {
	t, end := c.at(i), i+2
	place := placeMeanings[t.text]
	if place == "" || !c.is(i+1, ".") {
		return ""
	}
	next := c.at(c.over(end))
	if next.kind == word && allCapital(next.text) && !viet.IsSyllable(next.text) && (c.kind(end) == word || t.text == "P") { // P.VHTT, TT.VHTT
		if _, known := c.lookup(c.over(end), 1); known {
			return map[string]string{"P": "phòng", "TT": "trung tâm", "TP": place, "TX": place}[t.text]
		}
	}
	switch {
	case posts.startsAt(c, c.over(end)):
		return map[string]string{"Q": "quyền", "P": "phó"}[t.text]
	case departments.startsAt(c, c.over(end)):
		return map[string]string{"P": "phòng", "TT": "trung tâm"}[t.text]
	case next.kind == digits:
		if t.text == "P" && len(next.text) >= 3 {
			return "phòng" // P.302
		}
		if place == "phường" || place == "quận" {
			return place
		}
	case next.kind != word || !capitalised(next.text) || utf8.RuneCountInString(next.text) == 1 || c.afterTitle(i) || hiddenCues.directly(c, i):
	case len(t.text) == 1 && t.text != "P" && t.text != "Q" && !c.longName(c.over(end)): // T. Anh, H. Nam sign what they wrote
	case place == "phường" && c.kind(end) == space:
		if _, known := c.lookup(c.over(end), 1); !known {
			return place
		}
	default:
		return place
	}
	return ""
}

// longName says whether a name of two capitalised words or more begins at token i.
func (c *context) longName(i int) bool {
	t := c.at(i + 2)
	return c.kind(i+1) == space && t.kind == word && capitalised(t.text) && (!c.at(i).heading || viet.IsSyllable(t.text))
}

// hiddenCues stand before a letter that hides a name: ở huyện H. Sau đó.
var hiddenCues = cues("điểm", "xã", "huyện", "tỉnh", "thôn", "phường", "quận", "ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "thị trấn", "công ty", "bị can", "bị cáo",
	"nạn nhân", "nhóm", "loại", "đường", "bé", "nghi phạm", "đối tượng", "vợ", "chồng", "con", "trường", "thầy", "nữ sinh", "nam sinh")

// afterTitle says whether token i ends a person's name, so that "Nguyễn Văn T. Sau đó" does not become a province.
func (c *context) afterTitle(i int) bool {
	t := c.at(c.before(i))
	return t.kind == word && capitalised(t.text) && !t.heading && !allCapital(t.text)
}

// matchInitials reads single capitals with dots: U.B.N.D is the entry UBND, N.V.A is spelt with pauses.
func matchInitials(c *context, i int) (spoken, int, bool) {
	var letters []string
	j := i
	for c.kind(j) == word && utf8.RuneCountInString(c.at(j).text) == 1 && capitalised(c.at(j).text) && len(letters) < 12 {
		letters = append(letters, c.at(j).text)
		k := c.initialAfter(j + 1)
		if k == 0 {
			break
		}
		j = k
	}
	if len(letters) < 2 || c.glued(i) || c.kind(j+1) == word {
		return spoken{}, 0, false
	}
	for _, l := range c.lexicons {
		if node := l.root.next[viet.ToneKey(strings.Join(letters, ""))]; node != nil && node.entry != nil && !c.personal(i, letters) {
			return spoken{text: node.entry.spoken, voice: node.entry.voice}, j + 1 - i, true
		}
	}
	if word := strings.Join(letters, ""); len(letters) == 2 && c.nameAt(c.over(j+1)) {
		if place := placeMeanings[word]; place != "" { // T.P Đông Hà
			return spoken{text: place}, j + 1 - i, true
		}
	}
	var names []string
	for _, letter := range letters {
		names = append(names, c.region.spell(letter))
	}
	j++
	return spoken{text: strings.Join(names, ", ")}, j + c.initialDot(j) - i, true
}

// personal says whether initials are a person's (chị N.T.M, em N.V.H), not an office's (U.B.N.D): after a word for a person, or three
// letters with the middle one of Văn or Thị.
func (c *context) personal(i int, letters []string) bool {
	return hiddenCues.directly(c, i) || len(letters) == 3 && (letters[1] == "V" || letters[1] == "T")
}

// initialAfter gives the token of the next initial after the dot at token i, blank or not: N.V.A, N. V. A. 0 if there is none.
func (c *context) initialAfter(i int) int {
	if !c.is(i, ".") {
		return 0
	}
	k := c.over(i + 1)
	if t := c.at(k); t.kind != word || utf8.RuneCountInString(t.text) != 1 || !capitalised(t.text) || c.kind(k+1) == word || k > i+1 && !c.is(k+1, ".") {
		return 0
	}
	return k
}

// matchCapitals reads a word in capitals that no table knows: a syllable of a heading or a shout stays a word, a long one that a
// mouth can say is a foreign name, what is left is spelt and reported.
func matchCapitals(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word || utf8.RuneCountInString(t.text) < 2 || !allCapital(t.text) {
		return spoken{}, 0, false
	}
	if c.spelt(i) {
		return spoken{text: c.region.spell(t.text)}, 1, true
	}
	end := i + 1
	for c.is(end, "&") && c.kind(end+1) == word && allCapital(c.at(end+1).text) {
		end += 2
	}
	if end == i+1 && viet.IsSyllable(t.text) && (c.shoutedName(i) || t.heading || len(contextMeanings[t.text]) == 0 && (t.key != strings.ToLower(t.text) || viet.Fold(t.text) != strings.ToLower(t.text)) || c.shouted(i)) {
		return spoken{text: t.text, kept: true}, 1, true
	}
	if standards[t.text] && end == i+1 {
		return spoken{text: c.spellCode(t.text)}, 1, true
	}
	if end == i+1 && pronounceable(t.text) {
		return c.foreign(i), 1, true
	}
	var parts []string
	known := end == i+1 && len(t.text) <= 4 && ascii(t.text) && brandCues.directly(c, i)
	if known {
		return spoken{text: c.region.spell(t.text)}, 1, true
	}
	known = true
	for j := i; j < end; j += 2 {
		part, ok := c.lookup(j, 1)
		if !ok {
			part, known = c.region.spell(c.at(j).text), known && utf8.RuneCountInString(c.at(j).text) == 1
		}
		parts = append(parts, part)
	}
	said := spoken{text: strings.Join(parts, " và ")}
	if !known {
		written := c.source(i, end)
		said.findings = []Finding{c.finding(unknownAbbreviation, i, end, quote(written)+" chưa có cách đọc",
			entryHint(written, said.text), "Hoặc viết đủ chữ thay cho "+quote(written)+".")}
	}
	return said, end - i, true
}

// brandCues stand before names that are letters to everybody: hãng LG, cổ phiếu HPG.
var brandCues = cues("hãng", "hãng tin", "tập đoàn", "thương hiệu", "nhãn hiệu", "cổ phiếu", "mã", "mã chứng khoán", "kênh", "ngân hàng", "câu lạc bộ", "clb", "công ty", "mtv", "tnhh",
	"nhóm nhạc", "bảo hiểm", "ca sĩ", "thời trang", "điện máy", "taxi", "vàng", "giống", "giống lúa", "giống ngô", "giống sắn", "giống lạc", "ống", "ống nhựa", "loại", "dòng", "dòng xe", "máy", "nhãn", "model", "chương trình", "thuế", "lúa", "phân", "thuốc")

// pronounceable says whether capitals make a name that is said as a word in its own language (SAMSUNG, AGRIBANK): five letters or
// more, vowels among them, no cluster that no mouth bears.
func pronounceable(s string) bool {
	if len(s) < 5 || len(s) != utf8.RuneCountInString(s) {
		return false
	}
	vowels, run := 0, 0
	for i := 0; i < len(s); i++ {
		if strings.IndexByte("AEIOUY", s[i]) >= 0 {
			vowels++
			run = 0
			continue
		}
		if run++; run > 3 || run > 2 && (vowels == 0 || i == len(s)-1) {
			return false
		}
	}
	return vowels > 1
}

// shoutedName says whether a syllable in capitals is somebody's name: chị LAN, ông AN.
func (c *context) shoutedName(i int) bool {
	t := c.at(i)
	return t.shape == capitals && viet.IsSyllable(t.text) && personWords.directly(c, i) && !c.is(i+1, ".")
}

var personWords = cues("ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "cụ", "thầy", "bé")

// shouted says whether a neighbour is a syllable in capitals too, so that both are words of a shout: "CÔNG AN" among small letters.
func (c *context) shouted(i int) bool {
	for _, j := range [2]int{c.before(i), c.over(i + 1)} {
		t := c.at(j)
		if t.kind == word && utf8.RuneCountInString(t.text) > 1 && allCapital(t.text) && viet.IsSyllable(t.text) {
			if _, entry := c.lookup(j, 1); !entry {
				return true
			}
		}
	}
	return false
}
