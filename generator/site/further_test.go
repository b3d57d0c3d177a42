package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/site"
)

// crowded is a site of n articles of one topic and one campaign, one an hour back from an instant.
func crowded(t *testing.T, n int, last time.Time) site.Content {
	t.Helper()
	set := &article.Set{Settings: office(),
		Topics:    []*article.Topic{{ID: "0000001t", Slug: "cap-va-cot", Title: "Cáp và cột", Description: "Dây cáp, cột treo."}},
		Campaigns: []*article.Campaign{{ID: "0000002t", Slug: "le", Title: "Đợt lễ", From: day(2023, 4, 1), Until: day(2023, 5, 3)}}}
	for i := range n {
		when := last.Add(-time.Duration(i) * time.Hour)
		set.Articles = append(set.Articles, &article.Article{ID: fmt.Sprintf("%07dt", i), Slug: fmt.Sprintf("bai-%d", i), Folder: fmt.Sprintf("content/bai-viet/bai-%d", i),
			Title: fmt.Sprintf("Giữ gìn cáp quang và cột treo, bài thứ %d của đợt", i), Description: "Ba việc bà con làm khi thấy dây nằm trên đường.",
			Date: when, LastMod: when, Topic: set.Topics[0], Campaign: set.Campaigns[0], Remember: []string{fmt.Sprintf("Nhớ điều %d.", i), "Gọi 113."}})
	}
	return contentOf(t, set, last.Add(time.Minute), false)
}

// TestLongListsAreCut: each article stands once on the pages of its topic, its campaign and its month, the newest first; from each
// page ways lead to those beside it, and none of them is too heavy.
func TestLongListsAreCut(t *testing.T) {
	const n = 130
	pages := htmlOf(t, crowded(t, n, at(2023, 4, 26)), 0)
	for name, text := range pages {
		if size := compressed(text); size > heaviest {
			t.Errorf("%s weighs %d bytes", name, size)
		}
	}
	for _, c := range []struct {
		list  string
		count int
	}{{"chu-de/cap-va-cot/", 7}, {"chien-dich/le/", 7}, {"luu-tru/2023/04/", 3}} {
		t.Run(c.list, func(t *testing.T) {
			seen := 0
			for number := 1; number <= c.count; number++ {
				name := c.list + "index.html"
				if number > 1 {
					name = fmt.Sprintf("%strang-%d/index.html", c.list, number)
				}
				text, found := pages[name]
				if !found {
					t.Fatalf("there is no %s", name)
				}
				_, main, _ := strings.Cut(text, "<main")
				for strings.Contains(main, fmt.Sprintf(`<h3><a href="/bai-viet/bai-%d/">`, seen)) {
					seen++
				}
				for way, has := range map[string]bool{"Bài mới hơn": number > 1, "Bài cũ hơn": number < c.count} {
					if strings.Contains(main, way) != has {
						t.Errorf("%s: %q is there: %t", name, way, !has)
					}
				}
				if want := fmt.Sprintf("Trang\u00a0%d trong %d\u00a0trang", number, c.count); !strings.Contains(main, want) {
					t.Errorf("%s does not say %q", name, want)
				}
				if own := fmt.Sprintf(`<link rel="canonical" href="%s/%s">`, base, strings.TrimSuffix(name, "index.html")); !strings.Contains(text, own) {
					t.Errorf("%s lacks %s", name, own)
				}
			}
			if _, more := pages[fmt.Sprintf("%strang-%d/index.html", c.list, c.count+1)]; seen != n || more {
				t.Errorf("%d of %d articles are on %d pages, or there is a page too many", seen, n, c.count)
			}
		})
	}
}

// TestArchiveNamesYearsAndMonths: a page for each that has articles, with their number.
func TestArchiveNamesYearsAndMonths(t *testing.T) {
	pages := htmlOf(t, small(t, at(2023, 4, 26), false), 0)
	var got []string
	for name, text := range pages {
		if !strings.HasPrefix(name, "luu-tru/") {
			continue
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() { // the titles of what there is, and what links of the page's own tree say
			if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && n.Parent.Type == html.ElementNode &&
				(n.Parent.Data == "h1" || n.Parent.Data == "h2" || n.Parent.Data == "a" && strings.Contains(n.Data, "bài)")) {
				got = append(got, name+" "+strings.ReplaceAll(n.Data, "\u00a0", " "))
			}
		}
	}
	slices.Sort(got)
	want := []string{
		"luu-tru/2023/02/index.html Ngày 01/02/2023",
		"luu-tru/2023/02/index.html Tháng 2 năm 2023",
		"luu-tru/2023/03/index.html Ngày 10/3/2023",
		"luu-tru/2023/03/index.html Tháng 3 năm 2023",
		"luu-tru/2023/04/index.html Ngày 24/4/2023",
		"luu-tru/2023/04/index.html Ngày 25/4/2023",
		"luu-tru/2023/04/index.html Tháng 4 năm 2023",
		"luu-tru/2023/index.html Bài năm 2023",
		"luu-tru/2023/index.html Cả tháng (1 bài)",
		"luu-tru/2023/index.html Cả tháng (1 bài)",
		"luu-tru/2023/index.html Cả tháng (2 bài)",
		"luu-tru/2023/index.html Tháng 2",
		"luu-tru/2023/index.html Tháng 3",
		"luu-tru/2023/index.html Tháng 4",
		"luu-tru/index.html Bài theo tháng",
		"luu-tru/index.html Tháng 2 (1 bài)",
		"luu-tru/index.html Tháng 3 (1 bài)",
		"luu-tru/index.html Tháng 4 (2 bài)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCampaignSaysThreeThings: one of each of its foremost articles.
func TestCampaignSaysThreeThings(t *testing.T) {
	c := crowded(t, 5, at(2023, 4, 26))
	c.Set.Articles[3].Broadcast = &article.Broadcast{Priority: article.High}
	text := htmlOf(t, c, 0)["chien-dich/le/index.html"]
	if got, want := words(t, text, "aside"), "Điều cần nhớ Nhớ điều 3. Nhớ điều 0. Nhớ điều 1."; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
	if first, all := strings.Index(text, `href="/bai-viet/bai-3/ap-phich/"`), strings.Count(text, `/ap-phich/"`); first < 0 || all != 5 {
		t.Errorf("%d posters, that of the foremost article at %d", all, first)
	}
}

// TestUrgentArticleLeads: while it is on air and no longer, whatever campaign runs.
func TestUrgentArticleLeads(t *testing.T) {
	for date, want := range map[int]string{26: "bài thứ 4", 28: "bài thứ 0"} {
		c := crowded(t, 5, at(2023, 4, 26))
		c.At = at(2023, 4, date).Add(time.Hour)
		c.Set.Articles[4].Campaign = nil
		c.Set.Articles[4].Broadcast = &article.Broadcast{Priority: article.Urgent, Until: day(2023, 4, 27)}
		if got := words(t, htmlOf(t, c, 0)["index.html"], "h2"); !strings.Contains(got, want) {
			t.Errorf("on day %d the page leads with %q, not with %q", date, got, want)
		}
	}
}
