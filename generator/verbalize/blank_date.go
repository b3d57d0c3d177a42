package verbalize

// matchBlankDate reports a date whose day was never filled in, as in the drafts of offices: "ngày    tháng 4", "ngày …/…/2023".
func matchBlankDate(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if !c.says(i, "ngày") {
		return spoken{}, 0, false
	}
	j := c.blank(i + 1)
	said := spoken{text: t.text}
	const hint = "Ghi ngày, hoặc viết: tháng 4 năm 2023."
	if c.says(j, "tháng") {
		k := c.blank(j + 1)
		if c.kind(k) != digits && k == c.over(j+1) && !(c.says(k, "năm") && c.kind(c.over(k+1)) == digits) {
			return spoken{}, 0, false // "ngày tháng năm sinh"
		}
		said.findings = []Finding{c.finding(unreadable, i, j+1, "thiếu ngày trước "+quote(c.source(j, k+1)), hint)}
		said.mark = ","
		return said, j - i, true
	}
	if !c.is(j, "/") || c.kind(i+1) != space {
		return spoken{}, 0, false
	}
	k := c.blank(j + 1)
	if t := c.at(k); t.kind == digits && len(t.text) <= 2 && number(t.text) >= 1 && number(t.text) <= 12 {
		said.text += ", " + c.region.sayMonth(number(t.text))
		k++
	}
	said.findings = []Finding{c.finding(unreadable, i, k, "ngày để trống "+quote(c.source(i, k)), hint)}
	if c.is(k, "/") {
		k = c.blank(k + 1)
	}
	if c.kind(k) == digits && len(c.at(k).text) == 4 {
		said.text += ", năm " + c.region.cardinal(c.at(k).text)
		k++
	}
	return said, k - i, true
}

// blank skips blanks, dots, ellipses and low lines.
func (c *context) blank(i int) int {
	for c.kind(i) == space || c.isAny(i, "….") || c.is(i, "_") {
		i++
	}
	return i
}
