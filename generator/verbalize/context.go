package verbalize

import (
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// context is what a rule sees: the tokens of the whole text and the reading of the region. Rules read it and change nothing; what they
// have found out before stands in memos.
type context struct {
	text     string
	region   Region
	lexicons []*Lexicon
	tokens   []token
	memos    memos
}

// outside is the token before the first and after the last: a newline. It is never written.
var outside token

// at gives a token to read.
func (c *context) at(i int) *token {
	if i < 0 || i >= len(c.tokens) {
		return &outside
	}
	return &c.tokens[i]
}

func (c *context) kind(i int) kind { return c.at(i).kind }

// is says whether token i is this sign.
func (c *context) is(i int, s string) bool { t := c.at(i); return t.kind == sign && t.text == s }

// isAny says whether token i is one of these signs, given as one string.
func (c *context) isAny(i int, signs string) bool {
	t := c.at(i)
	if t.kind != sign {
		return false
	}
	if len(t.text) == 1 {
		return strings.IndexByte(signs, t.text[0]) >= 0
	}
	return strings.Contains(signs, t.text)
}

// over gives i, or i+1 if token i is a space: where a construct that allows a blank goes on.
func (c *context) over(i int) int {
	if c.kind(i) == space {
		return i + 1
	}
	return i
}

// says whether token i is one of these words, without regard to case and place of the tone mark. The words are given by their keys:
// in lower case, with the mark where the old school puts it.
func (c *context) says(i int, words ...string) bool {
	t := c.at(i)
	if t.kind != word {
		return false
	}
	return slices.Contains(words, t.key)
}

// longest is the number of tokens after which a list that could go on for ever is cut: what is left is read by itself. No list of a
// writer is as long; a line of a mebibyte, which somebody may send, must not be copied or read to its end again and again.
const longest = 128

// before gives the index of the last token left of i that is no space.
func (c *context) before(i int) int {
	if c.kind(i-1) == space {
		return i - 2
	}
	return i - 1
}

// glued says whether token i touches a word or digits on its left.
func (c *context) glued(i int) bool { k := c.kind(i - 1); return k == word || k == digits }

// barrier says whether token i ends a sentence or nearly so: cues do not reach over it.
func (c *context) barrier(i int) bool {
	t := c.at(i)
	if t.kind == newline {
		return true
	}
	return t.kind == sign && (t.text == "?" || t.text == "!" || t.text == ";" || t.text == "." && c.kind(i+1) != digits && c.kind(i+1) != word)
}

// phrases are cue words: the keys of a phrase's words, found by its last word.
type phrases map[string][][]string

// cues makes a table of cue phrases from written ones, which are compared without case and place of the tone mark.
func cues(written ...string) phrases {
	table := phrases{}
	for _, w := range written {
		var keys []string
		for part := range strings.FieldsSeq(strings.ReplaceAll(w, ",", "")) {
			keys = append(keys, viet.ToneKey(strings.ToLower(part)))
		}
		last := keys[len(keys)-1]
		table[last] = append(table[last], keys)
	}
	return table
}

// endsAt says whether one of the phrases ends at token i.
func (p phrases) endsAt(c *context, i int) bool {
	t := c.at(i)
	if t.kind != word {
		return false
	}
	for _, keys := range p[t.key] {
		if c.matches(keys, i) {
			return true
		}
	}
	return false
}

// startsAt says whether one of the phrases starts at token i. Phrases have at most three words.
func (p phrases) startsAt(c *context, i int) bool {
	j := i
	for n := 1; n <= 3; n++ {
		if c.kind(j) != word {
			return false
		}
		for _, keys := range p[c.at(j).key] {
			if len(keys) == n && c.matches(keys, j) {
				return true
			}
		}
		j = c.over(j + 1)
	}
	return false
}

// matches says whether the words of a phrase stand before and at token i.
func (c *context) matches(keys []string, i int) bool {
	for k := len(keys) - 1; k >= 0; k-- {
		if c.kind(i) != word || c.at(i).key != keys[k] {
			return false
		}
		i = c.before(i)
		if len(keys) > 3 && c.is(i, ",") { // a long name with a list in it
			i = c.before(i)
		}
	}
	return true
}

// directly says whether a phrase stands directly left of token i, with nothing but a space or a colon between.
func (p phrases) directly(c *context, i int) bool {
	j := c.before(i)
	if c.is(j, ":") {
		j = c.before(j)
	}
	return p.endsAt(c, j)
}

// near says whether a phrase stands among the n tokens left of token i in the same sentence, spaces not counted.
func (p phrases) near(c *context, i, n int) bool {
	for j := c.before(i); n > 0; n-- {
		if c.barrier(j) {
			return false
		}
		if p.endsAt(c, j) {
			return true
		}
		j = c.before(j)
	}
	return false
}
