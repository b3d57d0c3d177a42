package verbalize

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

// Lexicon says how written forms are spoken. It is immutable and safe for concurrent use.
//
// The form of content/_loa/phat-am.txt: UTF-8, one entry a line, "written = spoken" or "written = spoken | for the voice", divided at
// the first " = " and the first " | " after it; no escapes. A line is a comment from "#" on, where that is its first sign or
// follows a blank. Goals: an editor without training adds a line and the line explains itself. Non-goals: patterns, context.
//
// An entry matches whole tokens with their exact case; "hòa" and "hoà" are one form; a blank matches any run of blanks. The spoken
// side is letters, blanks and commas, or empty for a form that is not spoken.
type Lexicon struct{ root *entryNode }

// entryNode is a node of the trie over tokens.
type entryNode struct {
	next  map[string]*entryNode
	entry *entry
}

// entry is one line of the lexicon.
type entry struct {
	spoken, voice string
	bracketed     bool // begins with a bracket: spoken between pauses
	place         diagnostic.Place
}

// Limits of a lexicon, so that a hostile file costs little.
const (
	maxEntryBytes = 500
	maxEntries    = 20_000
	maxEntryDepth = 24 // tokens of a written form
)

// ParseLexicon reads phat-am.txt. Lines with a mistake are left out and reported; the lexicon is never nil. A nil source is empty.
func ParseLexicon(src *diagnostic.Source) (*Lexicon, []diagnostic.Diagnostic) {
	if src == nil {
		return &Lexicon{root: &entryNode{}}, nil
	}
	var lines []string
	var places []diagnostic.Place
	offset := 0
	for raw := range strings.SplitAfterSeq(src.Text, "\n") {
		line := strings.TrimRight(raw, "\r\n")
		start := offset
		offset += len(raw)
		if start == 0 {
			line, start = cutBOM(line)
		}
		line = uncomment(line)
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			continue
		}
		start += strings.Index(line, trimmed)
		lines = append(lines, trimmed)
		places = append(places, diagnostic.Place{Source: src, Span: diagnostic.Span{Start: start, End: start + len(trimmed)}})
	}
	return ParseEntries(lines, places)
}

func cutBOM(line string) (rest string, cut int) {
	rest = strings.TrimPrefix(line, "\uFEFF")
	return rest, len(line) - len(rest)
}

// uncomment cuts a line before "#", where that is its first sign but blanks or follows a blank.
func uncomment(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
			return line[:i]
		}
	}
	return line
}

// ParseEntries reads entries that stand elsewhere, each "written = spoken" with its place: phat_am of an article. places is as long
// as lines or nil.
func ParseEntries(lines []string, places []diagnostic.Place) (*Lexicon, []diagnostic.Diagnostic) {
	l := &Lexicon{root: &entryNode{}}
	var bag diagnostic.Bag
	near := nearEntries{}
	for n, line := range lines {
		var place diagnostic.Place
		if n < len(places) {
			place = places[n]
		}
		if n >= maxEntries {
			bag.Add(badEntry.At(place.Source, place.Span, fmt.Sprintf("bảng phát âm quá %d dòng", maxEntries), "Bỏ bớt những dòng không dùng."))
			break
		}
		if found, ok := l.put(line, place); !ok {
			bag.Add(found)
		} else if found, twin := near.add(line, place); twin {
			bag.Add(found)
		}
	}
	return l, bag.Sorted()
}

// put adds one line, or gives the finding that refuses it.
func (l *Lexicon) put(line string, place diagnostic.Place) (diagnostic.Diagnostic, bool) {
	refuse := func(message string, hints ...string) (diagnostic.Diagnostic, bool) {
		return badEntry.At(place.Source, place.Span, message, hints...), false
	}
	if len(line) > maxEntryBytes {
		return refuse(fmt.Sprintf("dòng phát âm dài quá %d byte", maxEntryBytes), "Viết ngắn lại.")
	}
	written, right, ok := strings.Cut(line, " = ")
	if !ok {
		if written, ok = strings.CutSuffix(line, " ="); !ok {
			return refuse("dòng phát âm thiếu dấu “ = ” giữa dạng viết và cách đọc", "Viết: dạng viết = cách đọc, có khoảng trắng hai bên dấu bằng.")
		}
	}
	said, voice, _ := strings.Cut(right, " | ")
	written, said, voice = strings.TrimSpace(viet.NFC(written)), plainSpaces(said), plainSpaces(voice)
	for _, side := range []string{said, voice} {
		if bad, found := unspeakable(side); found {
			return refuse("cách đọc "+quote(side)+" có "+quote(bad)+" không đọc được", "Viết cách đọc bằng chữ cái, khoảng trắng và dấu phẩy: số viết thành chữ.")
		}
		if word, found := unsayable(written, side); found {
			return refuse("cách đọc "+quote(side)+" có "+quote(word)+" không phải âm tiếng Việt", "Viết bằng âm tiếng Việt, ví dụ: oai phai.")
		}
	}
	form, damaged := clean(written)
	tokens := tokensOf(form.text)
	if len(damaged.list) > 0 || len(tokens) == 0 {
		return refuse("dạng viết "+quote(written)+" trống hoặc có ký tự hỏng", "Gõ lại dạng viết.")
	}
	if len(tokens) > maxEntryDepth {
		return refuse("dạng viết "+quote(written)+" dài quá", "Viết ngắn lại.")
	}
	node := l.root
	for _, t := range tokens {
		key := entryKey(&t)
		if node.next == nil {
			node.next = map[string]*entryNode{}
		}
		if node.next[key] == nil {
			node.next[key] = &entryNode{}
		}
		node = node.next[key]
	}
	if old := node.entry; old != nil {
		if old.spoken == said && old.voice == voice {
			d := duplicateEntry.At(place.Source, place.Span, quote(written)+" được ghi hai lần", "Bỏ một dòng.")
			d.Related = related(old.place)
			return d, false
		}
		d := duplicateEntry.At(place.Source, place.Span, quote(written)+" có hai cách đọc", "Giữ một.")
		d.Related = related(old.place)
		return d, false
	}
	node.entry = &entry{spoken: said, voice: voice, bracketed: said != "" && strings.HasPrefix(written, "("), place: place}
	return diagnostic.Diagnostic{}, true
}

func related(p diagnostic.Place) []diagnostic.Place {
	if p.Source == nil {
		return nil
	}
	return []diagnostic.Place{p}
}

// plainSpaces brings a spoken side to NFC with single blanks and none before a comma.
func plainSpaces(s string) string {
	s = strings.Join(strings.Fields(viet.NFC(s)), " ")
	return strings.ReplaceAll(s, " ,", ",")
}

// unspeakable finds the first sign of a spoken side that is neither a Vietnamese or ASCII letter, nor a blank, nor a comma between words.
func unspeakable(s string) (string, bool) {
	for _, r := range s {
		if k := kindOf(r); k != word && r != ' ' && r != ',' {
			return string(r), true
		}
	}
	if strings.HasPrefix(s, ",") || strings.HasSuffix(s, ",") || strings.Contains(s, ",,") {
		return ",", true
	}
	return "", false
}

// unsayable finds the first word of a spoken side that nobody could say. A word of the written form passes, for brands keep their
// spelling on paper; so does a syllable after one more consonant (xcô, đroi).
func unsayable(written, s string) (string, bool) {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		_, size := utf8.DecodeRuneInString(w)
		switch {
		case viet.IsSyllable(w), strings.Contains(written, w):
		case !strings.ContainsAny(w, "fjwzFJWZ") && viet.IsSyllable(w[size:]):
		default:
			return w, true
		}
	}
	return "", false
}

// entryKey is the form in which tokens of text and lexicon are compared: exact case, tone mark moved.
func entryKey(t *token) string {
	if t.shape >= loneLetter && t.shape < smallWord {
		return viet.ToneKey(t.text)
	}
	return t.key // of words in small letters the same
}

// find gives the longest entry that begins at token i, and its tokens.
func (l *Lexicon) find(c *context, i int) (*entry, int) {
	var found *entry
	length := 0
	node := l.root
	for j := i; j < len(c.tokens); j++ {
		if node.next == nil {
			break
		}
		node = node.next[entryKey(&c.tokens[j])]
		if node == nil {
			break
		}
		if node.entry != nil && c.whole(i, j) {
			found, length = node.entry, j+1-i
		}
	}
	return found, length
}

// whole says whether the tokens i to j are not a part of a longer word or number.
func (c *context) whole(i, j int) bool {
	if k := c.kind(i); (k == word || k == digits) && c.glued(i) {
		return false
	}
	if c.kind(i) == digits && c.isAny(i-1, ".,") && c.kind(i-2) == digits {
		return false
	}
	if k := c.kind(j); k == word || k == digits {
		next := c.kind(j + 1)
		return next != word && next != digits
	}
	return true
}

// matchLexicon reads a written form of a lexicon, the writer's own before every rule.
func matchLexicon(c *context, i int) (spoken, int, bool) {
	for _, l := range c.lexicons {
		e, n := l.find(c, i)
		if e == nil {
			continue
		}
		if n == 1 && allCapital(c.at(i).text) && (c.at(i).heading || c.shouted(i)) && viet.IsSyllable(c.at(i).text) && !c.is(i-1, "&") && !c.is(i+1, "&") {
			return spoken{}, 0, false // "AI CŨNG PHẢI BẢO VỆ CÁP" asks who, not which machine
		}
		if n == 1 && c.isAny(i+1, ".-_@") && c.kind(i+2) == word {
			if _, host := c.hostEnd(i); host {
				return spoken{}, 0, false // a label of a longer address
			}
		}
		if n > 1 && c.is(i+n-1, ".") && (c.kind(i+n) == digits || c.kind(c.over(i+n)) == newline && allCapital(c.at(i).text)) {
			return spoken{}, 0, false // TL.64 is a road; "Lưu: VT, KT." keeps a copy, it signs for nobody
		}
		if n > 1 && c.is(i+n-1, ".") && !capitalised(c.at(i).text) && c.ends(i+n) {
			n-- // the dot of "v.v." ends the sentence too; that of "TS." before a name does not
		}
		if n == 1 && (c.spelt(i) || c.shoutedName(i)) {
			return spoken{}, 0, false
		}
		return spoken{text: c.unsaid(i, e.spoken), voice: e.voice, pause: e.bracketed}, n, true
	}
	return spoken{}, 0, false
}

// lookup gives the spoken form of a single written form, for rules that build on entries.
func (c *context) lookup(i, n int) (string, bool) {
	for _, l := range c.lexicons {
		node := l.root
		for j := i; j < i+n && node != nil; j++ {
			node = node.next[entryKey(c.at(j))]
		}
		if node != nil && node.entry != nil {
			return node.entry.spoken, true
		}
	}
	return "", false
}
