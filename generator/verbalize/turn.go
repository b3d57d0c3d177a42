package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/viet"
)

// opening is a rule with the tokens at which it is asked.
type opening struct {
	match rule
	at    shapes
	words []string
}

// shapes is a set of shapes.
type shapes uint16

func at(list ...shape) (set shapes) {
	for _, s := range list {
		set |= 1 << s
	}
	return set
}

// beginWith gives the keys of the words of a table, with which a construct begins.
func beginWith[meaning any](table map[string]meaning) []string {
	var keys []string
	for written := range table {
		keys = append(keys, viet.ToneKey(strings.ToLower(written)))
	}
	return keys
}

// turns are rules in their order, found by the token at which they are asked: bit n of a set is the rule n.
type turns struct {
	match   []rule
	byShape [plainWord + 1]uint64
	byWord  map[string]uint64
}

func inTurn(list []opening) turns {
	if len(list) > 64 {
		panic("verbalize: more rules than bits")
	}
	t := turns{byWord: map[string]uint64{}}
	for n, o := range list {
		t.match = append(t.match, o.match)
		for s := range t.byShape {
			t.byShape[s] |= uint64(o.at>>s&1) << n
		}
		for _, w := range o.words {
			t.byWord[w] |= 1 << n
		}
	}
	return t
}

func (t *turns) asked(at *token) uint64 {
	if at.kind == word {
		return t.byShape[at.shape] | t.byWord[at.key]
	}
	return t.byShape[at.shape]
}
