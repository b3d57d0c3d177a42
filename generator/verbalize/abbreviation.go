package verbalize

import (
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// meaning is one reading of an abbreviation that has several, with the test that tells it from the others.
type meaning struct {
	said string
	test func(c *context, i, end int) bool // i: the abbreviation's token; end: the token after it and its dot
}

var (
	centreWords  = cues("văn hóa", "vhtt", "y tế", "viễn thông", "gdtx", "giáo dục", "dịch vụ", "hành chính", "thông tin", "học tập", "phục vụ", "văn hoá", "khuyến nông")
	communeWords = cues("xã", "phường", "các xã", "thị xã")
	filedWords   = cues("lưu")
	personWords  = cues("ông", "bà", "đồng chí", "anh", "chị")
	postWords    = cues("vnpt", "bưu chính", "bc", "bcvt", "viettel")
	bankWords    = cues("ngân hàng", "agribank", "vietcombank", "bidv", "vietinbank")
)

func beforeName(c *context, _, end int) bool {
	t := c.at(c.over(end))
	return t.kind == word && capitalised(t.text) && (!allCapital(t.text) || t.heading)
}

func beforeNumber(c *context, _, end int) bool { return c.kind(c.over(end)) == digits }

func after(table phrases) func(c *context, i, end int) bool {
	return func(c *context, i, _ int) bool { return table.near(c, i, 6) }
}

func directlyAfter(table phrases) func(c *context, i, end int) bool {
	return func(c *context, i, _ int) bool { return table.directly(c, i) }
}

func followed(table phrases) func(c *context, i, end int) bool {
	return func(c *context, _, end int) bool { return table.startsAt(c, c.over(end)) }
}

// either says yes where one of the tests does.
func either(tests ...func(c *context, i, end int) bool) func(c *context, i, end int) bool {
	return func(c *context, i, end int) bool {
		for _, test := range tests {
			if test(c, i, end) {
				return true
			}
		}
		return false
	}
}

// contextMeanings are the abbreviations with several meanings (SPEECH.md 2.20). The first whose test holds is read; if none does, the
// abbreviation is unknown.
var contextMeanings = map[string][]meaning{
	"TT": {{"truyền thanh", directlyAfter(cues("đài"))}, {"trung tâm", followed(centreWords)}, {"thị trấn", beforeName}, {"thị trấn", after(communeWords)}},
	"TP": {{"thành phố", beforeName}},
	"Tp": {{"thành phố", beforeName}},
	"TX": {{"thị xã", beforeName}},
	"ĐT": {{"điện thoại", func(c *context, _, end int) bool { return c.is(end, ":") || c.phoneAt(c.over(end)) }},
		{"đội tuyển", followed(cues("việt nam", "quốc gia", "bóng đá"))}},
	"KH": {{"kế hoạch", either(beforeNumber, followed(cues("số")))}, {"khách hàng", after(bankWords)}},
	"BC": {{"báo cáo", either(beforeNumber, followed(cues("số")))}},
	"CT": {{"chỉ thị", either(beforeNumber, followed(cues("số")))}, {"chủ tịch", either(beforeName, followed(cues("ubnd", "hđnd", "ủy ban", "hội đồng")))}},
	"CN": {{"chi nhánh", func(c *context, i, end int) bool { return bankWords.near(c, i, 3) || beforeName(c, i, end) }}},
	"CP": {{"cổ phần", after(cues("công ty", "cty", "ngân hàng"))}, {"Chính phủ", after(cues("của", "nghị định", "nghị quyết"))}},
	"VT": {{"văn thư", after(filedWords)}, {"viễn thông", after(postWords)}},
	"VH": {{"văn hóa", after(filedWords)}},
	"QĐ": {{"quyết định", either(beforeNumber, followed(cues("số")))}, {"quân đội", followed(cues("nhân dân"))}},
	"GĐ": {{"giai đoạn", beforeNumber}, {"gia đình", followed(cues("văn hóa", "văn hoá"))}, {"giám đốc", either(beforeName, followed(personWords), after(cues("phó", "tổng")))}},
	"TW": {{"trung ương", always}},
	"TƯ": {{"trung ương", always}},
	"PV": {{"phóng viên", always}},
	"NĐ": {{"nghị định", either(beforeNumber, followed(cues("số")))}},
	"NQ": {{"nghị quyết", either(beforeNumber, followed(cues("số")))}},
}

func always(*context, int, int) bool { return true }

// placeMeanings are read only with a dot and before a name or a number: P. 5, TX. Quảng Trị.
var placeMeanings = map[string]string{"P": "phường", "Q": "quận", "H": "huyện", "X": "xã", "T": "tỉnh", "TP": "thành phố", "Tp": "thành phố", "TX": "thị xã", "TT": "thị trấn", "Đ": "đường"}

// phoneAt says whether a telephone number stands at token i by its own shape.
func (c *context) phoneAt(i int) bool {
	p, ok := c.phone(i)
	return ok && (p.prefix != "" || strings.HasPrefix(p.digits(), "0") && len(p.digits()) >= 9)
}

// matchContextAbbreviation reads an abbreviation that means different things in different company.
func matchContextAbbreviation(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word || c.glued(i) || c.kind(i+1) == digits && t.text != "GĐ" {
		return spoken{}, 0, false
	}
	end, dotted := i+1, c.is(i+1, ".")
	if dotted {
		end++
		place := placeMeanings[t.text]
		next := c.at(c.over(end))
		signature := t.text == "Q" && c.at(i).first && next.heading
		switch {
		case signature:
			return spoken{text: "quyền"}, 2, true
		case place != "" && !c.afterTitle(i) && next.kind == word && capitalised(next.text) && utf8.RuneCountInString(next.text) > 1 &&
			(c.kind(end) == space || c.kind(end) == word):
			if _, known := c.lookup(c.over(end), 1); !known || place != "phường" {
				return spoken{text: place}, 2, true
			}
		case place != "" && next.kind == digits && utf8.RuneCountInString(t.text) == 1 && (t.text == "P" || t.text == "Q"):
			return spoken{text: place}, 2, true
		}
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
		if !c.is(j+1, ".") || c.kind(j+2) != word || utf8.RuneCountInString(c.at(j+2).text) != 1 || !capitalised(c.at(j+2).text) {
			break
		}
		j += 2
	}
	if len(letters) < 2 || c.glued(i) || c.kind(j+1) == word {
		return spoken{}, 0, false
	}
	for _, l := range c.lexicons {
		if node := l.root.next[viet.ToneKey(strings.Join(letters, ""))]; node != nil && node.entry != nil {
			return spoken{text: node.entry.spoken, voice: node.entry.voice}, j + 1 - i, true
		}
	}
	var names []string
	for _, letter := range letters {
		names = append(names, c.region.spell(letter))
	}
	j++
	return spoken{text: strings.Join(names, ", ")}, j + c.initialDot(j) - i, true
}

// matchCapitals reads a word in capitals that no table knows: a syllable of a heading or a shout stays a word, what is left is
// spelt and reported.
func matchCapitals(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != word || utf8.RuneCountInString(t.text) < 2 || !allCapital(t.text) {
		return spoken{}, 0, false
	}
	end := i + 1
	for c.is(end, "&") && c.kind(end+1) == word && allCapital(c.at(end+1).text) {
		end += 2
	}
	if end == i+1 && viet.IsSyllable(t.text) && (t.heading || t.key != strings.ToLower(t.text) || viet.Fold(t.text) != strings.ToLower(t.text) || c.shouted(i)) {
		return spoken{text: t.text, kept: true}, 1, true
	}
	if standards[t.text] && end == i+1 {
		return spoken{text: c.spellCode(t.text)}, 1, true
	}
	var parts []string
	known := true
	for j := i; j < end; j += 2 {
		part, ok := c.lookup(j, 1)
		if !ok {
			part, known = c.region.spell(c.at(j).text), false
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

// shouted says whether a neighbour is a syllable in capitals too, so that both are words of a shout: "CÔNG AN" among small letters.
func (c *context) shouted(i int) bool {
	for _, j := range []int{c.before(i), c.over(i + 1)} {
		t := c.at(j)
		if t.kind == word && utf8.RuneCountInString(t.text) > 1 && allCapital(t.text) && viet.IsSyllable(t.text) {
			if _, entry := c.lookup(j, 1); !entry {
				return true
			}
		}
	}
	return false
}
