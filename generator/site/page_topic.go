package site

import (
	"slices"

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
	Turn    *Turn
	Report  *Report
	Feeds   *FeedBox // on the first page
}

// topic gives the pages of a topic: its articles, 20 a page.
func (c *composer) topic(t *article.Topic) []Page {
	here, list := address.Topic(t.Slug), c.topics[t]
	path := []Link{{Name: "Trang chủ", Address: address.Home}, {Name: "Chủ đề", Address: address.Topics}}
	var pages []Page
	for _, p := range cut(list, here, topicItems) {
		f := c.frame(address.Further(here, p.number), p.title(t.Title), t.Description)
		f.Alternates = alternates(t.Slug, t.Title)
		v := TopicPage{
			Path:    path,
			Heading: p.title(bind(t.Title)),
			List:    Section{Key: "cac_bai", Title: "Các bài", Items: c.items(p.list), Empty: "Chủ đề này chưa có bài."},
			Turn:    p.turn,
			Report:  c.report(t.Hotlines, c.day),
		}
		page := Page{Address: address.Further(here, p.number), Layout: "chu-de", Title: t.Title, Changed: newest(list)}
		if p.number == 1 {
			f.LinkedData = linkedData(c.breadcrumbs(path, t.Title, here))
			f.use(c.Code, "chep")
			v.Body, v.Lead, v.HasBody = bodyOf(t.Body, c.Base, false, nil), t.Description, hasText(t.Body)
			v.Feeds = &FeedBox{Feeds: c.channelAddresses(t.Slug, "Chủ đề "+t.Title), More: address.Sources}
			page.Source, page.Body, page.Line = t.Body.Source, string(t.Body.Text), lineOf(t.Body)
		} else {
			v.Path = append(slices.Clone(path), Link{Name: t.Title, Address: here})
		}
		v.Frame = f
		page.Value = v
		pages = append(pages, page)
	}
	return pages
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
	return Page{Address: address.Topics, Layout: "cac-chu-de", Title: "Chủ đề", Changed: newest(c.list),
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
