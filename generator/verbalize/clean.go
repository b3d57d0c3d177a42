package verbalize

import (
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/viet"
)

// cleaned is a text after the clean-up, with the places of its bytes in the input.
type cleaned struct {
	text   string
	places []place // of each byte of text; nil where text is the input itself
}

// place is a stretch of bytes of the input.
type place struct{ start, end int }

// span gives the place of the bytes from i up to j.
func (c cleaned) span(i, j int) (start, end int) {
	if c.places == nil {
		return i, j
	}
	return c.places[i].start, c.places[j-1].end
}

// clean brings a text to the signs that the tokens know: NFC, Vietnamese and ASCII letters, ASCII digits, signs. Letters of the
// Latin script with foreign marks lose them, digits of all scripts become ASCII, full-width and mathematical forms their plain ones,
// invisible signs vanish. What cannot be kept is reported. Most texts are clean and come back as they are. SPEECH.md "Clean-up before
// tokens".
func clean(text string) (cleaned, tally) {
	if isClean(text) {
		return cleaned{text: text}, tally{}
	}
	c := cleaner{text: make([]byte, 0, len(text)), places: make([]place, 0, len(text))}
	for part := range viet.Segments(text) {
		c.segment(part)
	}
	return cleaned{string(c.text), c.places}, c.findings
}

func isClean(text string) bool {
	for i := 0; i < len(text); {
		c, size := classAt(text, i)
		if c&isUnclean != 0 {
			return false
		}
		i += size
	}
	return true
}

type cleaner struct {
	text     []byte
	places   []place
	findings tally
}

// segment adds normal text. Where it has the length of its original, each sign has its own place; a composed one has that of the whole.
func (c *cleaner) segment(part viet.Segment) {
	own := len(part.Text) == part.End-part.Start
	for i := 0; i < len(part.Text); {
		r, size := utf8.DecodeRuneInString(part.Text[i:])
		start, end := part.Start, part.End
		if own {
			start, end = start+i, start+i+size
		}
		c.add(r, start, end)
		i += size
	}
}

func (c *cleaner) add(r rune, start, end int) {
	switch {
	case r < utf8.RuneSelf && r >= ' ' && r != 0x7f || r == '\n' || r == '\r' || r == '\t' || vietnameseLetters[r]:
		c.put(r, start, end)
	case r == utf8.RuneError:
		c.report(start, end, "có byte không phải chữ Unicode", "Gõ lại chỗ này.")
	case invisible(r):
	case r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		c.put('\n', start, end)
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Co, r):
		c.report(start, end, "có ký tự không đọc được", "Xóa ký tự đó rồi gõ lại chữ.")
	case unicode.Is(unicode.M, r):
		c.report(start, end, "có dấu rời không thuộc chữ nào", "Gõ lại từ này.")
	default:
		for _, plain := range plainForm(r) {
			c.put(plain, start, end)
		}
	}
}

func (c *cleaner) put(r rune, start, end int) {
	c.text = utf8.AppendRune(c.text, r)
	for len(c.places) < len(c.text) {
		c.places = append(c.places, place{start, end})
	}
}

// report joins findings of one kind that touch, so that a damaged stretch is one finding.
func (c *cleaner) report(start, end int, message, hint string) {
	if n := len(c.findings.list); n > 0 {
		if last := &c.findings.list[n-1]; last.Message == message && last.End >= start {
			last.End = max(end, last.End)
			return
		}
	}
	c.findings.add(Finding{Check: unreadable, Start: start, End: end, Message: message, Hints: []string{hint}})
}

// vietnameseLetters are the letters outside ASCII that may stand in a spoken text.
var vietnameseLetters = func() map[rune]bool {
	letters := map[rune]bool{}
	for _, r := range "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" {
		letters[r] = true
		letters[unicode.ToUpper(r)] = true
	}
	return letters
}()

// invisible signs carry nothing that is spoken: soft hyphen, zero-width signs, direction marks, variation selectors.
func invisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F ||
		r == 0xFEFF || r == 0x061C || r == 0x180E || r >= 0xFE00 && r <= 0xFE0F || r == 0x034F || r >= 0xE0000 && r <= 0xE01EF
}

// plainForm gives the signs that stand for a rune outside the alphabet. Signs, superscripts, subscripts and fractions keep their
// identity, for rules read them; a letter that no Latin letter stands for stays and is reported later.
func plainForm(r rune) string {
	switch r {
	case 'Ð', 'Ɖ':
		return "Đ"
	case 'ð':
		return "đ"
	}
	if r >= 0xFF01 && r <= 0xFF5E { // full-width ASCII
		return string(r - 0xFEE0)
	}
	if unicode.Is(unicode.Nd, r) {
		return string('0' + digitValue(r))
	}
	if superscripts[r] != "" || subscripts[r] != "" || fractions[r] != "" {
		return string(r)
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		if plain, ok := viet.PlainForm(r); ok {
			return plain
		}
	}
	return string(r)
}

// digitValue is the value of a decimal digit of any script: Unicode encodes each script's ten in one run from zero.
func digitValue(r rune) rune {
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r - rune(run.Lo)) % 10
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r - rune(run.Lo)) % 10
		}
	}
	panic("verbalize: digitValue of a sign that is no digit")
}

var (
	superscripts = map[rune]string{'⁰': "0", '¹': "1", '²': "2", '³': "3", '⁴': "4", '⁵': "5", '⁶': "6", '⁷': "7", '⁸': "8", '⁹': "9"}
	subscripts   = map[rune]string{'₀': "0", '₁': "1", '₂': "2", '₃': "3", '₄': "4", '₅': "5", '₆': "6", '₇': "7", '₈': "8", '₉': "9"}
	fractions    = map[rune]string{'½': "một phần hai", '¼': "một phần tư", '¾': "ba phần tư", '⅓': "một phần ba", '⅔': "hai phần ba",
		'⅕': "một phần năm", '⅛': "một phần tám"}
)
