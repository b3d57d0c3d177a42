package verbalize

// titles are degrees and posts that stand before a name with a dot or without: GS.TSKH. Trần Văn A.
var titles = map[string]bool{"GS": true, "PGS": true, "TS": true, "TSKH": true, "ThS": true, "Ths": true, "BS": true, "Bs": true, "KS": true, "KTS": true, "LS": true, "DS": true, "CN": true,
	"CKI": true, "CKII": true, "BSCKI": true, "BSCKII": true, "NCS": true, "NGND": true, "NGƯT": true, "NSND": true, "NSƯT": true, "TTND": true, "TTƯT": true, "Cty": true, "CTy": true,
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "St": true, "Đ/c": true}

// titleDot says whether token i is the dot after a title that a name or another title follows, which is no pause.
func (c *context) titleDot(i int) bool {
	if !c.is(i, ".") || c.kind(i-1) != word || !titles[c.at(i-1).text] {
		return false
	}
	t := c.at(c.over(i + 1))
	return t.kind == word && capitalised(t.text)
}
