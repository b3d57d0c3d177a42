package site

import (
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// TopicPage is the value of a topic.
type TopicPage struct {
	Frame
	Body
	Path    []Link
	Heading string
	Lead    string
	HasBody bool
	List    Section
	Report  *Report
	Feeds   FeedBox
}

func (c *composer) topic(t *article.Topic) Page {
	here := address.Topic(t.Slug)
	f := c.frame(here, t.Title, t.Description)
	f.Alternates = alternates(t.Slug, t.Title)
	f.use(c.Code, "chep")
	list := c.topics[t]
	return Page{Address: here, Layout: "chu-de", Title: t.Title, Source: t.Body.Source, Body: string(t.Body.Text), Line: lineOf(t.Body),
		Value: TopicPage{
			Frame:   f,
			Body:    bodyOf(t.Body, c.Base, false, nil),
			Path:    []Link{{Name: "Trang chủ", Address: address.Home}, {Name: "Chủ đề", Address: address.Topics}},
			Heading: bind(t.Title),
			Lead:    t.Description,
			HasBody: hasText(t.Body),
			List:    Section{Key: "cac_bai", Title: "Các bài", Items: c.items(list), Empty: "Chủ đề này chưa có bài."},
			Report:  c.report(t.Hotlines, c.day),
			Feeds:   FeedBox{Feeds: c.channelAddresses(t.Slug, "Chủ đề "+t.Title), More: address.Sources},
		}}
}

// TopicListPage is the value of the list of topics.
type TopicListPage struct {
	Frame
	Path    []Link
	Heading string
	Grid    TopicGrid
}

func (c *composer) topicList() Page {
	f := c.frame(address.Topics, "Chủ đề", "Các chủ đề của "+c.Set.Settings.Site.Name+".")
	f.Alternates = alternates(address.AllArticles, "Tất cả bài")
	cards := c.topicCards()
	for i, t := range c.Set.Topics {
		cards[i].Lead = t.Description
	}
	return Page{Address: address.Topics, Layout: "cac-chu-de", Title: "Chủ đề",
		Value: TopicListPage{Frame: f, Path: []Link{{Name: "Trang chủ", Address: address.Home}}, Heading: "Chủ đề", Grid: TopicGrid{Topics: cards, Quiet: true}}}
}

func (c *composer) topicCards() []TopicCard {
	cards := make([]TopicCard, 0, len(c.Set.Topics))
	for _, t := range c.Set.Topics {
		cards = append(cards, TopicCard{Name: t.Title, Address: address.Topic(t.Slug), Count: countOf(len(c.topics[t]))})
	}
	return cards
}

// hasText says whether a body says anything.
func hasText(m article.Markdown) bool { return countWords(m.Text) > 0 }
