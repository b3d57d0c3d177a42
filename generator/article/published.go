package article

import (
	"time"
)

// Published gives the part of the set that readers see at an instant: without drafts and without what is dated after it.
// Withdrawn and expired articles stay, since their pages stay; lists leave them out by [Article.Listed]. With preview everything is
// kept. The set itself is not changed.
func (s *Set) Published(at time.Time, preview bool) *Set {
	if preview {
		return s
	}
	out := *s
	out.Articles, out.Documents = nil, nil
	for _, a := range s.Articles {
		if !a.Draft && !a.Date.After(at) {
			out.Articles = append(out.Articles, a)
		}
	}
	for _, d := range s.Documents {
		if !d.Draft && !d.Date.After(at) {
			out.Documents = append(out.Documents, d)
		}
	}
	return &out
}

// Listed says whether lists show the article at an instant: it is neither withdrawn nor expired.
func (a *Article) Listed(at time.Time) bool { return !a.WithdrawnAt(at) && !a.ExpiredAt(at) }

// WithdrawnAt says whether the article is taken back by an instant.
func (a *Article) WithdrawnAt(at time.Time) bool {
	return a.Withdrawn != nil && !a.Withdrawn.At.After(at)
}

// ExpiredAt says whether the article's last moment has passed by an instant.
func (a *Article) ExpiredAt(at time.Time) bool { return !a.Expires.IsZero() && !a.Expires.After(at) }
