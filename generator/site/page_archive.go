package site

import (
	"fmt"
	"slices"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
)

// archiveTitle is what the lists by month are called.
const archiveTitle = "Bài theo tháng"

// monthTaste is how many titles the page of a year shows of a month.
const monthTaste = 3

// ArchivePage is the value of "/luu-tru/" (years and their months), of a year (months, the newest titles of each) and of a month (its
// articles by day, 60 a page). None of them grows without bound.
type ArchivePage struct {
	Frame
	Path    []Link
	Heading string
	Years   []ArchiveYear
	Lists   []Section
	Turn    *Turn
	Empty   string
}

// ArchiveYear is a year and its months, the newest first.
type ArchiveYear struct {
	Year   Link
	Count  string
	Months []Link
}

// month is the articles that were dated in a month, the newest first.
type month struct {
	year  int
	month time.Month
	list  []*article.Article
}

func (m month) name() string { return fmt.Sprintf("Tháng"+noBreak+"%d", m.month) }

func (m month) title() string { return fmt.Sprintf("%s năm"+noBreak+"%d", m.name(), m.year) }

// archive gives the pages of the archive.
func (c *composer) archive() []Page {
	var years [][]month // newest first
	for _, a := range slices.SortedStableFunc(slices.Values(c.list), func(a, b *article.Article) int { return b.Date.Compare(a.Date) }) {
		day := dayOf(a.Date)
		if n := len(years); n == 0 || years[n-1][0].year != day.Year {
			years = append(years, []month{{day.Year, day.Month, nil}})
		}
		year := &years[len(years)-1]
		if last := (*year)[len(*year)-1]; last.month != day.Month {
			*year = append(*year, month{day.Year, day.Month, nil})
		}
		last := &(*year)[len(*year)-1]
		last.list = append(last.list, a)
	}
	home := []Link{{Name: "Trang chủ", Address: address.Home}}
	first := ArchivePage{Path: home, Heading: archiveTitle}
	var pages []Page
	for _, months := range years {
		year := months[0].year
		entry := ArchiveYear{Year: Link{Name: fmt.Sprintf("Năm"+noBreak+"%d", year), Address: address.ArchiveYear(year)}}
		v := ArchivePage{Path: append(home[:1:1], Link{Name: archiveTitle, Address: address.Archive}), Heading: fmt.Sprintf("Bài năm"+noBreak+"%d", year)}
		var all []*article.Article
		for _, m := range months {
			all = append(all, m.list...)
			way := Link{Name: m.name() + " (" + countOf(len(m.list)) + ")", Address: address.ArchiveMonth(year, m.month)}
			entry.Months = append(entry.Months, way)
			taste := Section{Key: fmt.Sprintf("thang-%02d", m.month), Title: m.name(), More: &Link{Name: "Cả tháng (" + countOf(len(m.list)) + ")", Address: way.Address}}
			for _, a := range m.list[:min(monthTaste, len(m.list))] {
				taste.Items = append(taste.Items, c.brief(a))
			}
			v.Lists = append(v.Lists, taste)
			pages = append(pages, c.archiveMonth(m, append(v.Path[:2:2], entry.Year))...)
		}
		entry.Count = countOf(len(all))
		first.Years = append(first.Years, entry)
		pages = append(pages, c.archivePage(v, address.ArchiveYear(year), "Các bài đăng năm "+fmt.Sprint(year)+", xếp theo tháng.", all))
	}
	if len(years) == 0 {
		first.Empty = "Chưa có bài nào."
	}
	return append(pages, c.archivePage(first, address.Archive, "Tất cả bài của "+c.Set.Settings.Site.Name+", xếp theo tháng.", c.list))
}

// archiveMonth gives the pages of a month: a section a day.
func (c *composer) archiveMonth(m month, path []Link) []Page {
	here := address.ArchiveMonth(m.year, m.month)
	var pages []Page
	for _, p := range cut(m.list, here, monthItems) {
		v := ArchivePage{Path: path, Heading: p.title(m.title()), Turn: p.turn}
		for _, a := range p.list {
			day := dayOf(a.Date)
			title := capital(inDate(day))
			if n := len(v.Lists); n == 0 || v.Lists[n-1].Title != title {
				v.Lists = append(v.Lists, Section{Key: "ngay-" + day.String(), Title: title})
			}
			last := &v.Lists[len(v.Lists)-1]
			last.Items = append(last.Items, c.brief(a))
		}
		pages = append(pages, c.archivePage(v, address.Further(here, p.number), p.title("Các bài đăng "+lower(m.title())), m.list))
	}
	return pages
}

// archivePage is a page of the archive that shows v, made of the articles of list.
func (c *composer) archivePage(v ArchivePage, here, description string, list []*article.Article) Page {
	v.Frame = c.frame(here, v.Heading, sentence(description))
	v.Alternates = alternates(address.AllArticles, "Tất cả bài")
	return Page{Address: here, Layout: "luu-tru", Title: v.Heading, Value: v, Changed: newest(list)}
}
