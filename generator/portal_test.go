package generator_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
)

// TestPicturesAndMapOfARelease: each page that names a picture for shared links has it among the files; robots.txt leads to the map of
// the site, the map to pages that are there and may be found.
func TestPicturesAndMapOfARelease(t *testing.T) {
	out := build(t, generator.Input{At: campaign})
	files := map[string]string{}
	for _, f := range out.Files {
		files[f.Path] = string(f.Data)
	}
	pictures := 0
	for name, text := range files {
		if _, after, found := strings.Cut(text, `<meta property="og:image" content="`+ownHost); found && strings.HasSuffix(name, ".html") {
			pictures++
			where, _, _ := strings.Cut(after, `"`)
			if picture := files[address.File(where)]; !strings.HasPrefix(picture, "\x89PNG") || len(picture) > 60<<10 {
				t.Errorf("%s: %s is no picture, or weighs %d bytes", name, where, len(picture))
			}
		}
	}
	if !strings.HasSuffix(files["robots.txt"], "\nSitemap: "+ownHost+"/sitemap.xml\n") || !strings.HasPrefix(files["robots.txt"], "User-agent: *") {
		t.Errorf("robots.txt says %q", files["robots.txt"])
	}
	named := strings.Split(files["sitemap.xml"], "<loc>")[1:]
	for _, entry := range named {
		where, _, _ := strings.Cut(entry, "</loc>")
		page, found := files[address.File(strings.TrimPrefix(where, ownHost))]
		if !found || strings.Contains(page, `content="noindex"`) {
			t.Errorf("the sitemap names %s, which is not there or may not be found", where)
		}
	}
	if len(named) < 20 || pictures < 20 {
		t.Errorf("%d pages are named, %d have pictures: the test shows too little", len(named), pictures)
	}
}
