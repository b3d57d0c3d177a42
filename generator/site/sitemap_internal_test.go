package site

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/settings"
)

// pageOf is a page at an address that may be hidden.
func pageOf(address string, hidden bool, changed time.Time) Page {
	return Page{Address: address, Changed: changed, Value: PlainPage{Frame: Frame{Canonical: "https://x.vn" + address, Hidden: hidden}}}
}

// TestSitemapNamesWhatMayBeFound: hidden pages, former addresses and the page of what there is not are left out.
func TestSitemapNamesWhatMayBeFound(t *testing.T) {
	files := Sitemap([]Page{
		{Address: "/404.html", Value: PlainPage{Frame: Frame{}}},
		{Address: "/cu/", Value: AliasPage{}},
		pageOf("/", false, time.Date(2023, 4, 26, 0, 0, 0, 0, time.UTC)),
		pageOf("/gioi-thieu/", false, time.Time{}),
		pageOf("/tim/", true, time.Time{}),
	}, "https://x.vn")
	want := `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
 <url>
  <loc>https://x.vn/</loc>
  <lastmod>2023-04-26T07:00:00+07:00</lastmod>
 </url>
 <url>
  <loc>https://x.vn/gioi-thieu/</loc>
 </url>
</urlset>
`
	if len(files) != 1 || files[0].Path != "sitemap.xml" {
		t.Fatalf("%d files", len(files))
	}
	if diff := cmp.Diff(want, string(files[0].Data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if files := Sitemap([]Page{pageOf("/tim/", true, time.Time{})}, "https://x.vn"); files != nil {
		t.Error("a sitemap of nothing")
	}
}

// TestLargeSitemapIsAnIndex: no part holds more than it may, none holds a page twice, the index names the newest change of each part.
func TestLargeSitemapIsAnIndex(t *testing.T) {
	var pages []Page
	for i := range 5 {
		pages = append(pages, pageOf(fmt.Sprintf("/%d/", i), false, time.Date(2023, 4, 20+i, 0, 0, 0, 0, settings.Zone)))
	}
	files := sitemap(pages, "https://x.vn", 2)
	var got []string
	for _, f := range files {
		got = append(got, fmt.Sprintf("%s %d", f.Path, strings.Count(string(f.Data), "<loc>")))
	}
	if diff := cmp.Diff([]string{"sitemap-1.xml 2", "sitemap-2.xml 2", "sitemap-3.xml 1", "sitemap.xml 3"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := " <sitemap>\n  <loc>https://x.vn/sitemap-2.xml</loc>\n  <lastmod>2023-04-23T00:00:00+07:00</lastmod>\n </sitemap>\n"
	if index := string(files[len(files)-1].Data); !strings.Contains(index, want) || !strings.Contains(index, "<sitemapindex ") {
		t.Errorf("the index lacks %s:\n%s", want, index)
	}
}

// TestRobotsKeepsTheAdministratorsWords and adds the sitemap only where nobody named one.
func TestRobotsKeepsTheAdministratorsWords(t *testing.T) {
	for _, c := range []struct {
		name, own string
		mapped    bool
		want      string
	}{
		{"none of his own", "", true, "User-agent: *\nAllow: /\n\nSitemap: https://x.vn/sitemap.xml\n"},
		{"his own", "User-agent: *\nDisallow: /nhung/", true, "User-agent: *\nDisallow: /nhung/\n\nSitemap: https://x.vn/sitemap.xml\n"},
		{"one that names a sitemap", "SITEMAP: https://y.vn/s.xml\n", true, "SITEMAP: https://y.vn/s.xml\n"},
		{"no sitemap", "User-agent: *\nDisallow: /\n", false, "User-agent: *\nDisallow: /\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := string(Robots([]byte(c.own), "https://x.vn", c.mapped).Data); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestISODuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "PT0S", 59*time.Second + 600*time.Millisecond: "PT1M0S", 151 * time.Second: "PT2M31S", 75 * time.Minute: "PT75M0S",
	} {
		if got := isoDuration(d); got != want {
			t.Errorf("%v: got %s, want %s", d, got, want)
		}
	}
}
