package site

import (
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// item is an article as lists show it.
func (c *composer) item(a *article.Article) Item {
	i := c.brief(a)
	i.Lead = a.Description
	return i
}

// brief is an article as short lists show it, without its lead.
func (c *composer) brief(a *article.Article) Item {
	i := Item{
		Title:   bind(a.Title),
		Address: address.Article(a.Slug),
		Mark:    c.urgency(a),
		Facts:   []Fact{bareDay(dayOf(a.Date)), {Text: readingTime(c.syllables(a))}},
	}
	if heard := c.listeningTime(a.ID); heard != "" {
		i.Facts = append(i.Facts, Fact{Text: heard})
	}
	if a.Topic != nil {
		i.Topic = Link{Name: a.Topic.Title, Address: address.Topic(a.Topic.Slug)}
		i.Facts = append([]Fact{{Text: a.Topic.Title}}, i.Facts...)
	}
	return i
}

func (c *composer) items(list []*article.Article) []Item {
	items := make([]Item, 0, len(list))
	for _, a := range list {
		items = append(items, c.item(a))
	}
	return items
}

// urgency is the mark of an article whose broadcast window is open on the day.
func (c *composer) urgency(a *article.Article) string {
	b := a.Broadcast
	if b == nil || !b.From.IsZero() && c.day.Before(b.From) || !b.Until.IsZero() && c.day.After(b.Until) {
		return ""
	}
	switch b.Priority {
	case article.Urgent:
		return "Khẩn"
	case article.High:
		return "Ưu tiên"
	}
	return ""
}

// syllables is the length of an article in tiếng: of its script, or of its body where there is no script.
func (c *composer) syllables(a *article.Article) int {
	if s := c.Scripts[a.ID]; s != nil {
		return s.Tieng
	}
	return countWords(a.Body.Text)
}

// countWords counts what stands between spaces; in Vietnamese that is nearly the number of syllables.
func countWords(text []byte) int {
	words, inside := 0, false
	for _, b := range text {
		space := b == ' ' || b == '\n' || b == '\t' || b == '\r'
		if !space && !inside {
			words++
		}
		inside = !space
	}
	return words
}
