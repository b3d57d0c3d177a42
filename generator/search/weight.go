package search

import "strings"

// What a hit is worth. One in the title is worth more than all that can be had without it, so a title comes before any body; the
// weight is one digit of base 36.
const (
	inTitle    = 20
	inLead     = 5 // description and lines to remember: the first
	inLeadMore = 1 // every other, up to maxLead
	maxLead    = 8
	maxBody    = 6 // one for each
)

// hit is how much a document is about a term, and the marked forms in which it has it.
type hit struct {
	weight int
	forms  map[string]bool
}

// counts are the places in which a document has a term.
type counts struct {
	title, lead, body int
	forms             map[string]bool
}

// hits gives the terms of a document. Neighbours in the title, in the description and in a line to remember are a term of their own,
// "cap quang", since most words of Vietnamese are two syllables; they have no marked forms.
func hits(d Document) map[string]hit {
	all := map[string]*counts{}
	add := func(text, form string, count func(*counts)) {
		c := all[text]
		if c == nil {
			c = &counts{forms: map[string]bool{}}
			all[text] = c
		}
		if form != "" {
			c.forms[form] = true
		}
		count(c)
	}
	read := func(text string, pairs bool, count func(*counts)) {
		folded, marked := Terms(text)
		for i, f := range folded {
			add(f, marked[i], count)
			if pairs && i > 0 {
				add(Pair(folded[i-1], f), "", count)
			}
		}
	}
	read(d.Title, true, func(c *counts) { c.title++ })
	for _, line := range append([]string{d.Description}, d.Remember...) {
		read(line, true, func(c *counts) { c.lead++ })
	}
	for line := range strings.SplitSeq(d.Body, "\n") {
		read(line, false, func(c *counts) { c.body++ })
	}
	found := make(map[string]hit, len(all))
	for text, c := range all {
		found[text] = hit{c.weight(), c.forms}
	}
	return found
}

func (c *counts) weight() int {
	w := min(c.body, maxBody)
	if c.lead > 0 {
		w += min(inLead+(c.lead-1)*inLeadMore, maxLead)
	}
	if c.title > 0 {
		w += inTitle
	}
	return w
}

// Pair is the term of two neighbours.
func Pair(a, b string) string { return a + " " + b }
