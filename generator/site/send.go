package site

import "net/url"

// Share is the ways to hand a page on. None of them tells anybody anything until the reader takes it: there is no script of others.
type Share struct {
	Title, URL string // URL is absolute
	Facebook   string // page of Facebook that asks the reader what to write
}

func shareOf(title, page string) *Share {
	return &Share{Title: title, URL: page, Facebook: "https://www.facebook.com/sharer/sharer.php?u=" + url.QueryEscape(page)}
}
