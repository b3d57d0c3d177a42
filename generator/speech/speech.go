// Package speech turns an article into what an announcer says: a [Script] of spoken sentences with everything that a sheet, a caption
// or a voice needs to know of them.
//
// The tree of the body is walked once, block by block; each block's text goes through verbalize; the text script, the sheet, the
// length, the programme and the feeds come from the one Script. A script has no station, date or greeting: those are lines of the
// programme. Start with [New] and [Composer.Compose]. SPEECH.md section 6 holds the rules.
package speech

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/verbalize"
)

// Composer makes scripts by one office's settings: its region, its lexicon, its pauses. It is immutable and safe for concurrent use.
type Composer struct {
	region  verbalize.Region
	lexicon *verbalize.Lexicon
	pauses  settings.Pauses
	rate    int
	repeat  string // Reading.Repeat
	legal   bool
	longest time.Duration
}

// New reads the lexicon of the settings; its mistakes are the findings.
func New(s *settings.Settings) (*Composer, []diagnostic.Diagnostic) {
	r := s.Reading
	c := &Composer{region: regionOf(r, s.Hotlines), pauses: s.Pauses, rate: cmp.Or(r.Rate, defaultRate), repeat: r.Repeat, legal: r.Legal, longest: cmp.Or(r.Longest, longestScript)}
	var found []diagnostic.Diagnostic
	if s.Lexicon != nil {
		c.lexicon, found = verbalize.ParseLexicon(s.Lexicon)
	}
	return c, found
}

// regionOf gives the ways of speaking of the settings, and the numbers of the registry, also those that are not printed: each is a
// telephone number and read digit by digit.
func regionOf(r settings.Reading, hotlines []settings.Hotline) verbalize.Region {
	region := verbalize.Region{Odd: r.Odd, Thousand: r.Thousand, FirstDay: r.FirstDay, Numbers: r.Numbers, Letters: r.Letters, Minutes: r.Minutes}
	for _, h := range hotlines {
		if number := onlyDigits(h.Number); number != "" {
			region.Hotlines = append(region.Hotlines, number)
		}
	}
	return region
}

// onlyDigits leaves the gaps out of a telephone number as it is printed: 0233 3820 113.
func onlyDigits(number string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
}

// Compose makes the script of an article, in the order of a bulletin (SPEECH.md 6.1): that it is urgent, its title, its corrections, its
// body, by setting its legal basis, what to remember, and by setting all or the sum of it again.
//
// Everything that cannot be spoken for certain is a finding at its place in the article; the script holds the least bad reading. Whether
// an article is still to be read is not asked: that depends on the day. Pure: equal article, equal script.
func (c *Composer) Compose(a *article.Article) (*Script, []diagnostic.Diagnostic) {
	var own *verbalize.Lexicon
	var found []diagnostic.Diagnostic
	if a.Pronounce != nil {
		own, found = verbalize.ParseEntries(a.Pronounce.Lines, a.Pronounce.Place)
	}
	w := c.writer(a.ID, own)
	w.found = found
	w.bulletin(a)
	w.judgeOverrides(a)
	w.finish()
	return w.script, w.found
}

// Document reads a document aloud: its title, then its body by the rules of an article. Letterhead, addressees after "Nơi nhận" and
// signature are values of its front matter and are not read.
//
// A document is shown as it is and no station reads it, so its findings are for the person who asks to hear it, never part of a
// check; a part of an office's form in its body is in its place there and is none of them. Pure, as [Composer.Compose].
func (c *Composer) Document(d *article.Document) (*Script, []diagnostic.Diagnostic) {
	w := c.writer(d.ID, nil)
	w.say(fromValue(d.Title, d.Places["title"]), Title, c.pauses.AfterHeading)
	w.body(d.Body)
	w.finish()
	return w.script, slices.DeleteFunc(w.found, func(f diagnostic.Diagnostic) bool { return f.Check == officeBlock })
}

func (c *Composer) writer(id string, own *verbalize.Lexicon) *writer {
	return &writer{composer: c, script: &Script{Article: id, Rate: c.rate}, reader: verbalize.NewReader(c.region, own, c.lexicon)}
}

// Checks are all checks of this package, by name.
func Checks() []*diagnostic.Check {
	return []*diagnostic.Check{longArticle, shortArticle, hardTable, strangeMark, longSentence, seenOnly, officeBlock, idleOverride}
}
