package verbalize

// matchSpace skips a blank; at a line end the sentence ends too.
func matchSpace(c *context, i int) (spoken, int, bool) {
	switch c.kind(i) {
	case space:
		return spoken{}, 1, true
	case newline:
		return spoken{stop: true}, 1, true
	}
	return spoken{}, 0, false
}

// matchPause reads the marks . , ; : ? ! … and ends the sentence where SPEECH.md 2.28 says.
func matchPause(c *context, i int) (spoken, int, bool) {
	t := c.at(i)
	if t.kind != sign || strength[t.text] == 0 {
		return spoken{}, 0, false
	}
	if c.titleDot(i) || c.is(i, ".") && c.at(i-1).shape == loneLetter && c.kind(i-1) == word && capitalised(c.at(i-1).text) && c.kind(i+1) == digits { // K.1, V.07.04
		return spoken{}, 1, true
	}
	j, mark := i+1, t.text
	for c.kind(j) == sign && strength[c.at(j).text] > 0 { // "..." and "?!"
		switch {
		case mark == "." && j == i+1 && c.is(j, ",") && c.kind(i-1) == word && c.at(i-1).shape == loneLetter:
			mark = "," // Nguyễn Văn T., SN 1989
		case mark == "." && c.is(j, "."):
			mark = "…"
		case strength[c.at(j).text] > strength[mark]:
			mark = c.at(j).text
		}
		j++
	}
	said := spoken{text: mark}
	if strength[mark] < strength["."] {
		return said, j - i, true
	}
	for c.isAny(j, closers) {
		j++
	}
	if c.ends(j) {
		said.stop = true
	} else if mark == "." && j == i+1 && c.kind(j) == word && c.kind(i-1) == word && capitalised(c.at(j).text) {
		said.stop = true
		said.findings = []Finding{c.finding(missingSpace, i-1, j+1, "thiếu khoảng trắng sau dấu chấm ở "+quote(c.source(i-1, j+1)), "Thêm một khoảng trắng sau dấu chấm.")}
	}
	return said, j - i, true
}

const (
	closers = `)]}»”’"'`
	openers = `([{«“‘„"'`
)

// ends says whether what begins at token i begins a sentence, or is nothing.
func (c *context) ends(i int) bool {
	if c.kind(i) == newline {
		return true
	}
	if c.kind(i) != space {
		return false
	}
	i++
	for c.isAny(i, openers) || c.isAny(i, "-–—+*•") {
		if c.kind(i+1) == space {
			i++
		}
		i++
	}
	t := c.at(i)
	return t.kind == newline || t.kind == digits || t.kind == word && capitalised(t.text)
}
