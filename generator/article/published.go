package article

import (
	"slices"
	"time"
)

// Published gives the part of the set that readers see at an instant: without drafts and without what is dated after it; with pending
// those stay. Withdrawals and corrections of later are not there yet. Articles that are withdrawn or expired by then stay, since their
// pages stay; lists leave them out by [Article.Listed]. The set itself is not changed.
func (s *Set) Published(at time.Time, pending bool) *Set {
	out := *s
	out.Articles, out.Documents = nil, nil
	for _, a := range s.Articles {
		if pending || !a.Draft && !a.Date.After(at) {
			out.Articles = append(out.Articles, a.asOf(at))
		}
	}
	for _, d := range s.Documents {
		if pending || !d.Draft && !d.Date.After(at) {
			out.Documents = append(out.Documents, d)
		}
	}
	return &out
}

// asOf is the article without what happens to it after an instant.
func (a *Article) asOf(at time.Time) *Article {
	later := func(c Correction) bool { return c.At.After(at) }
	if !slices.ContainsFunc(a.Corrections, later) && (a.Withdrawn == nil || a.WithdrawnAt(at)) {
		return a
	}
	then := *a
	then.Corrections = slices.DeleteFunc(slices.Clone(a.Corrections), later)
	if !a.WithdrawnAt(at) {
		then.Withdrawn = nil
	}
	return &then
}

// Listed says whether lists show the article at an instant: it is neither withdrawn nor expired.
func (a *Article) Listed(at time.Time) bool { return !a.WithdrawnAt(at) && !a.ExpiredAt(at) }

// WithdrawnAt says whether the article is taken back by an instant.
func (a *Article) WithdrawnAt(at time.Time) bool {
	return a.Withdrawn != nil && !a.Withdrawn.At.After(at)
}

// ExpiredAt says whether the article's last moment has passed by an instant.
func (a *Article) ExpiredAt(at time.Time) bool { return !a.Expires.IsZero() && !a.Expires.After(at) }
