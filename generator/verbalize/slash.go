package verbalize

import "unicode/utf8"

// slashed are the short words of offices that are written with a slash between two letters (SPEECH.md 2.24). The lexicon may hold more.
var slashed = map[string]string{"đ/c": "đồng chí", "d/c": "địa chỉ", "b/c": "báo cáo", "v/v": "về việc", "s/n": "sinh năm", "k/g": "kính gửi", "t/h": "thực hiện",
	"p/h": "phối hợp", "t/m": "thay mặt", "k/t": "ký thay", "t/l": "thừa lệnh", "đ/b": "đồng bào", "h/s": "học sinh", "đ/v": "đối với", "c/s": "chiến sĩ", "a/c": "anh chị"}

// matchSlashed reads one letter, a slash and one letter. Two capitals of no table are choices (cúm A/B); what is left is spelt and
// reported.
func matchSlashed(c *context, i int) (spoken, int, bool) {
	a, b := c.at(i), c.at(i+2)
	if a.kind != word || !c.is(i+1, "/") || b.kind != word || utf8.RuneCountInString(a.text) != 1 || utf8.RuneCountInString(b.text) != 1 || c.glued(i) || c.is(i-1, "/") {
		return spoken{}, 0, false
	}
	if k := c.kind(i + 3); k == word || k == digits || c.is(i+3, "/") {
		return spoken{}, 0, false
	}
	if said := slashed[a.key+"/"+b.key]; said != "" && !(capitalised(a.text) && !capitalised(b.text) && c.kind(c.before(i)) == digits) { // 3,8 T/l
		return spoken{text: said}, 3, true
	}
	written := c.source(i, i+3)
	said := spoken{text: c.region.spell(a.text) + ", " + c.region.spell(b.text)}
	if !capitalised(a.text) || !capitalised(b.text) {
		said.findings = []Finding{c.finding(unreadable, i, i+3, "chưa biết đọc "+quote(written), entryHint(written, said.text))}
	}
	return said, 3, true
}
