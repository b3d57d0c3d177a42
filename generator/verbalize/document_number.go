package verbalize

import "strings"

// documentGroup is one group of the symbol, between hyphens and slashes.
type documentGroup struct {
	written, said string
	isType        bool
	known         bool
	mark          string // that stood before it: "/" or "-"
}

// documentNumber is a number as on the letterhead of an office: 13/2023/NĐ-CP.
type documentNumber struct {
	number, letter, year string
	groups               []documentGroup
	start, symbol, end   int // token of the number, of the first group, after the last
}

// documentNumber reads the shape at token i: N/SYMBOL or N/YYYY/SYMBOL with at least one group of two capitals or more.
func (c *context) documentNumber(i int) (documentNumber, bool) {
	if c.kind(i) != digits || c.glued(i) {
		return documentNumber{}, false
	}
	d := documentNumber{number: c.at(i).text, start: i}
	j := i + 1
	if t := c.at(j); t.kind == word && len([]rune(t.text)) == 1 {
		d.letter = t.text
		j++
	}
	if k := c.over(j); k > j && c.isAny(k, "/-–") && c.says(c.before(c.before(i)), "số") {
		j = k // "Số: 05 /KH-UBND"
	} else if k > j && c.isAny(k, "/-–") && c.says(c.before(i), "số") {
		j = k
	}
	party := c.isAny(j, "-–") && documentTypes[c.at(j+1).text] != "" && c.is(j+2, "/") && c.kind(j+3) == word // of the Party: 12-CT/TU
	if !c.is(j, "/") && !party {
		return documentNumber{}, false
	}
	j++
	if k := c.over(j); k > j && c.kind(k) == word && c.isAny(k+1, "-–") && documentTypes[c.at(k).text] != "" {
		j = k // "05/ KH-UBND"
	}
	if t := c.at(j); t.kind == digits && len(t.text) == 4 && c.is(j+1, "/") {
		d.year = t.text
		j += 2
	}
	return c.symbol(d, j)
}

// symbol reads the groups of the symbol from token j on.
func (c *context) symbol(d documentNumber, j int) (documentNumber, bool) {
	d.symbol = j
	mark := ""
	long := false
	for c.kind(j) == word && len(d.groups) < 8 {
		g, end, ok := c.documentGroup(j)
		if !ok {
			break
		}
		g.mark = mark
		if g.written == "TTr" && len(d.groups) > 0 {
			g.said, g.isType = "Thanh tra", false
		}
		d.groups = append(d.groups, g)
		long = long || len([]rune(c.at(j).text)) >= 2
		d.end = end
		k := end
		if c.kind(k) == space && c.isAny(k+1, "-–") && c.symbolWord(c.over(k+2)) {
			k++ // "UBND -VHTT", "QĐ - UBND"
		}
		next := k + 1
		if c.kind(next) == space && c.isAny(k, "-–") && c.symbolWord(k+2) && (k > end || g.isType) {
			next++
		}
		if !c.isAny(k, "-–/.") || c.kind(next) != word {
			break
		}
		mark = c.at(k).text
		j = next
	}
	if !long || c.kind(d.end) == word || c.kind(d.end) == digits {
		return documentNumber{}, false
	}
	return d, true
}

// symbolWord says whether token i is a group of two capitals or more.
func (c *context) symbolWord(i int) bool {
	t := c.at(i)
	return t.kind == word && allCapital(t.text) && len(t.text) > 1
}

// documentGroup reads one group: capitals, perhaps joined by "&", perhaps with the number of a legislature (QH14).
func (c *context) documentGroup(i int) (documentGroup, int, bool) {
	t := c.at(i)
	if !allCapital(t.text) && documentTypes[t.text] == "" && documentBodies[t.text] == "" {
		return documentGroup{}, 0, false
	}
	g := documentGroup{written: t.text, known: true}
	end := i + 1
	if c.kind(end) == digits {
		g.written += c.at(end).text
		number := c.region.cardinal(c.at(end).text)
		switch {
		case t.text == "QH", t.text == "UBTVQH":
			g.said = documentBodies[t.text] + " khóa " + number
		default:
			g.said, g.known = c.region.spell(t.text)+" "+codeDigits(c, c.at(end).text), len(t.text) <= 3
		}
		return g, end + 1, true
	}
	for c.is(end, "&") && c.kind(end+1) == word && allCapital(c.at(end+1).text) {
		end += 2
	}
	g.written = c.source(i, end)
	if said := documentTypes[g.written]; said != "" {
		g.said, g.isType = said, true
		return g, end, true
	}
	if said := documentBodies[g.written]; said != "" {
		g.said = said
		return g, end, true
	}
	if said, ok := c.lookup(i, end-i); ok {
		g.said = said
		return g, end, true
	}
	var parts []string
	for k := i; k < end; k += 2 {
		part := documentBodies[c.at(k).text]
		if part == "" {
			var ok bool
			if part, ok = c.lookup(k, 1); !ok {
				part, g.known = c.region.spell(c.at(k).text), false
			}
		}
		parts = append(parts, part)
	}
	g.said = strings.Join(parts, " và ")
	return g, end, true
}

// matchDocumentNumber reads a document's number in one of the three manners of Region.Numbers, and tells of a missing number.
func matchDocumentNumber(c *context, i int) (spoken, int, bool) {
	if c.kind(i) == word {
		return matchMissingNumber(c, i)
	}
	if words, end, ok := c.yearNumber(i); ok {
		return spoken{text: words}, end - i, true
	}
	d, ok := c.documentNumber(i)
	if !ok {
		return spoken{}, 0, false
	}
	var said spoken
	for _, g := range d.groups {
		if !g.known {
			said.findings = append(said.findings, c.finding(unknownAbbreviation, d.symbol, d.end, "ký hiệu văn bản "+quote(g.written)+" chưa có cách đọc",
				entryHint(g.written, g.said)))
		}
	}
	switch c.region.Numbers {
	case "du":
		said.text = c.fullNumber(d, false)
	case "danh-van":
		said.text, said.findings = c.fullNumber(d, true), nil
	default:
		var silent bool
		said.text, silent = c.shortNumber(d)
		if silent {
			said.findings = nil
		}
	}
	if formCues.directly(c, i) {
		said.findings = nil // the letters of a form are a mark, not a name
	}
	return said, d.end - i, true
}

var formCues = cues("mẫu", "mẫu số", "biểu", "biểu số", "biểu mẫu", "biểu mẫu số", "ký hiệu", "mẫu đơn")

// yearNumber reads a number that has a year and no symbol: "số 08/2023".
func (c *context) yearNumber(i int) (words string, end int, ok bool) {
	if c.kind(i) != digits || c.glued(i) || !c.says(c.before(i), "số") || !c.is(i+1, "/") {
		return "", 0, false
	}
	year, end, ok := c.yearAfter(i + 1)
	return c.region.cardinal(c.at(i).text) + " năm " + year, end, ok && !c.is(end, "/")
}

func (c *context) sayDocument(d documentNumber) string {
	var words strings.Builder
	words.WriteString(c.region.cardinal(d.number))
	if d.letter != "" {
		for _, r := range d.letter {
			words.WriteString(" " + c.region.letterName(r, false))
		}
	}
	return words.String()
}

// shortNumber says number and year. The symbol is silent if who it names is spoken in the same sentence; otherwise its groups are
// said, but for a kind that has been spoken already.
func (c *context) shortNumber(d documentNumber) (words string, silent bool) {
	words = c.sayDocument(d)
	if d.year != "" {
		words += " năm " + c.region.cardinal(d.year)
	}
	for _, g := range d.groups {
		if g.known && !g.isType && (c.spokenAfter(d.end, g.said) || !documentMatters[g.written] && c.namedBefore(d.start, g.said)) {
			return words, true
		}
	}
	afterType := false
	for k, g := range d.groups {
		switch {
		case g.isType && (c.spokenBefore(d.start, g.said) || k == 0 && c.kindBefore(d.start)):
			afterType = true
		case afterType && k > 0 && !g.isType && !documentMatters[g.written]:
			words += " của " + g.said
			afterType = false
		default:
			words += ", " + g.said
		}
	}
	return words, false
}

// kindBefore says whether a kind of document is spoken before its number at token i, or before the first of several.
func (c *context) kindBefore(i int) bool {
	if documentKinds.near(c, i, 3) {
		return true
	}
	j := c.before(i)
	return (c.is(j, ",") || c.says(j, "và")) && documentKinds.near(c, j, 20)
}

// fullNumber says every group; "/" is "trên", a hyphen a pause.
func (c *context) fullNumber(d documentNumber, spelt bool) string {
	var words strings.Builder
	words.WriteString(c.sayDocument(d))
	if d.year != "" {
		words.WriteString(" trên " + c.region.cardinal(d.year))
	}
	for k, g := range d.groups {
		said := g.said
		if spelt {
			said = c.spellGroup(g.written)
		}
		switch {
		case k == 0 || g.mark == "/":
			words.WriteString(" trên " + said)
		default:
			words.WriteString(", " + said)
		}
	}
	return words.String()
}

func (c *context) spellGroup(written string) string {
	var parts []string
	for _, t := range tokensOf(written) {
		switch t.kind {
		case word:
			parts = append(parts, c.region.spell(t.text))
		case digits:
			parts = append(parts, c.region.cardinal(t.text))
		case sign:
			parts = append(parts, "và")
		}
	}
	return strings.Join(parts, " ")
}

// spokenAfter says whether words of a name stand in the same sentence within eighty tokens right of i.
func (c *context) spokenAfter(i int, name string) bool {
	keys := keysOf(name)
	for n := 0; n < 80 && !c.barrier(i); i, n = i+1, n+1 {
		if c.matches(keys, i) || c.saysEntry(i, name) {
			return true
		}
	}
	return false
}

// namedBefore says whether the name stands in the same sentence within eighty tokens left of i: UBND tỉnh ban hành Kế hoạch số 27/KH-UBND.
func (c *context) namedBefore(i int, name string) bool {
	keys, words := keysOf(name), strings.Count(name, " ")
	for n := 0; n < 80 && !c.barrier(i-1); n++ {
		i--
		if c.matches(keys, i) && capitalised(c.at(i-2*words).text) || !c.isAny(i-1, "/-–&") && c.saysEntry(i, name) {
			return true
		}
	}
	return false
}

// saysEntry says whether token i is an abbreviation for the name: UBND huyện after 5/KH-UBND.
func (c *context) saysEntry(i int, name string) bool {
	if c.kind(i) != word || !allCapital(c.at(i).text) {
		return false
	}
	said, ok := c.lookup(i, 1)
	return ok && strings.EqualFold(said, name)
}

// spokenBefore says whether the kind of the document stands before its number.
func (c *context) spokenBefore(i int, name string) bool {
	keys := keysOf(name)
	for j, n := c.before(i), 0; n < 6 && !c.barrier(j); j, n = c.before(j), n+1 {
		if c.matches(keys, j) {
			return true
		}
	}
	return false
}

// matchMissingNumber reports "Số:     /UBND-VHTT", a letterhead whose number was never filled in.
func matchMissingNumber(c *context, i int) (spoken, int, bool) {
	if !c.says(i, "số") || !c.at(i).first {
		return spoken{}, 0, false
	}
	colon := i + 1
	if c.is(colon, ":") {
		colon++
	}
	j := c.blank(colon)
	if colon == i+1 && (!c.is(j, "/") || j < c.over(colon)+1) {
		return spoken{}, 0, false // "Số UBND" names no document
	}
	if c.is(j, "/") {
		j = c.over(j + 1)
	}
	if c.kind(j) != word || len([]rune(c.at(j).text)) < 2 || !allCapital(c.at(j).text) {
		return spoken{}, 0, false
	}
	d, ok := c.symbol(documentNumber{}, j)
	if !ok {
		return spoken{}, 0, false
	}
	said := spoken{text: c.at(i).text + ":", findings: []Finding{c.finding(unreadable, i, d.end, "thiếu số văn bản ở "+quote(c.source(i, d.end)), "Ghi số, hoặc bỏ dòng này.")}}
	for k, g := range d.groups {
		if k > 0 {
			said.text += ","
		}
		said.text += " " + g.said
	}
	return said, d.end - i, true
}
