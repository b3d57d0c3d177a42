package speech

import "github.com/vinhlinh/loa/generator/verbalize"

// Reader reads plain text that belongs to no article, by the same region and lexicon as the articles.
func (c *Composer) Reader() *verbalize.Reader { return verbalize.NewReader(c.region, c.lexicon) }
