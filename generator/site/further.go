package site

import (
	"fmt"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

const (
	topicItems = 20 // of a topic or a campaign on one page
	monthItems = 60 // of a month on one page: titles alone
)

// Turn leads from page to page of a list that is too long for one.
type Turn struct {
	Newer, Older string // "" at the end
	Place        string // "Trang 2 trong 5 trang"
}

// part is one page of a list, from 1.
type part struct {
	number int
	list   []*article.Article
	turn   *Turn // nil when it is the only one
}

// title is that of the list, with the number of the page on all but the first.
func (p part) title(title string) string {
	if p.number > 1 {
		return fmt.Sprintf("%s, trang"+noBreak+"%d", title, p.number)
	}
	return title
}

// cut gives the pages of a list, each of at most size articles; an empty one is one page.
func cut(list []*article.Article, here string, size int) []part {
	count := max(1, (len(list)+size-1)/size)
	pages := make([]part, count)
	for i := range pages {
		pages[i] = part{number: i + 1, list: list[i*size : min(len(list), (i+1)*size)]}
		if count == 1 {
			continue
		}
		pages[i].turn = &Turn{Place: fmt.Sprintf("Trang"+noBreak+"%d trong %d"+noBreak+"trang", i+1, count)}
		if i > 0 {
			pages[i].turn.Newer = address.Further(here, i)
		}
		if i+1 < count {
			pages[i].turn.Older = address.Further(here, i+2)
		}
	}
	return pages
}

// newest is when the last change of a list's articles was; zero without any.
func newest(list []*article.Article) (t time.Time) {
	for _, a := range list {
		t = later(t, a.Changed())
	}
	return t
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
