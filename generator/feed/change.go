package feed

import (
	"time"

	"github.com/vinhlinh/loa/generator/article"
)

// noticeStays is how long a withdrawn article and its notice stay in the channels: whoever polls once a month learns of it.
const noticeStays = 30 * 24 * time.Hour

// latest gives the latest of instants that has come by at, or first.
func latest(at, first time.Time, others ...time.Time) time.Time {
	for _, t := range others {
		if !t.After(at) && t.After(first) {
			first = t
		}
	}
	return first
}

// changed is the latest change of what an article says, as it is known at an instant: date, lastmod, corrections, withdrawal.
func changed(a *article.Article, at time.Time) time.Time {
	t := latest(at, a.Date, a.LastMod)
	for _, c := range a.Corrections {
		t = latest(at, t, c.At)
	}
	if a.Withdrawn != nil {
		t = latest(at, t, a.Withdrawn.At)
	}
	return t
}

// turned is the latest instant at which a channel with the article became another one: a change, its expiry, or the end of the days
// of its withdrawal. It only grows with time, so a channel that takes the latest of all its articles never goes back.
func turned(a *article.Article, at time.Time) time.Time {
	t := changed(a, at)
	if !a.Expires.IsZero() {
		t = latest(at, t, a.Expires)
	}
	if a.Withdrawn != nil {
		t = latest(at, t, a.Withdrawn.At.Add(noticeStays))
	}
	return t
}

// listed says whether live documents hold the article. A withdrawn one is held for its days even if it has expired: readers may
// still have it.
func listed(a *article.Article, at time.Time) bool {
	if a.WithdrawnAt(at) {
		return at.Before(a.Withdrawn.At.Add(noticeStays))
	}
	return !a.ExpiredAt(at)
}
