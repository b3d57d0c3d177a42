package settings

import "github.com/vinhlinh/loa/generator/diagnostic"

// nodeKind is the shape of a TOML value.
type nodeKind int

const (
	brokenNode nodeKind = iota // a value that had a finding already
	stringNode
	boolNode
	integerNode
	floatNode
	dateNode // 2023-04-25
	timeNode // 05:30:00 and anything else with a clock in it
	listNode
	tableNode
)

// node is a TOML value with its place.
type node struct {
	kind    nodeKind
	text    string // of a string its characters, of other scalars the token as written
	span    diagnostic.Span
	items   []node // of a list
	partial bool   // a list that lost items to mistakes of syntax
	open    bool   // a list made by [[headers]], to which a further header adds
	table   *table
}

// origin says how a table came to be, which decides what may be added to it (TOML 1.0, "Table" and "Dotted keys").
type origin int

const (
	inlineTable origin = iota // { … }: closed
	passedTable               // named on the way by a longer header
	headedTable               // [header]
	dottedTable               // a.b = 1
)

// table is a TOML table in written order.
type table struct {
	entries []entry
	index   map[string]int // by name, once a table is large
	span    diagnostic.Span
	origin  origin
	lost    []string // keys whose lines could not be read: nothing more is said about them
	partial bool     // keys may have been lost that nobody knows
	again   bool     // the header came a second time, which was reported: its repeated keys are not
}

// entry is one key of a table with its value.
type entry struct {
	name  string
	span  diagnostic.Span // of the key
	value node
}

// largeTable is where looking through the entries one by one stops being cheap.
const largeTable = 16

// find gives the entry of a name, or nil.
func (t *table) find(name string) *entry {
	if t.index != nil {
		if i, ok := t.index[name]; ok {
			return &t.entries[i]
		}
		return nil
	}
	for i := range t.entries {
		if t.entries[i].name == name {
			return &t.entries[i]
		}
	}
	return nil
}

// add appends an entry whose name is not there yet.
func (t *table) add(e entry) *entry {
	t.entries = append(t.entries, e)
	last := len(t.entries) - 1
	switch {
	case t.index != nil:
		t.index[e.name] = last
	case len(t.entries) > largeTable:
		t.index = make(map[string]int, 2*largeTable)
		for i := range t.entries {
			t.index[t.entries[i].name] = i
		}
	}
	return &t.entries[last]
}
