package site_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/site"
)

// TestEmbeddedPages: each golden names an instant and an address; what a reader sees in the frame is beside it.
func TestEmbeddedPages(t *testing.T) {
	sites := map[string]map[string]string{}
	golden.Run(t, "testdata/nhung/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		instant, page, _ := strings.Cut(strings.TrimSpace(string(a.Files[0].Data)), " ")
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if sites[instant] == nil {
			sites[instant] = htmlOf(t, small(t, at, false), 0)
		}
		text, found := sites[instant][address.File(page)]
		if !found {
			t.Fatalf("there is no page %s", page)
		}
		return []byte(outline(t, text))
	})
}

// TestEmbeddedPagesAreMadeForFrames: each link leaves the frame, nothing runs, search engines stay out, and no other page leads there.
func TestEmbeddedPagesAreMadeForFrames(t *testing.T) {
	pages := htmlOf(t, small(t, at(2023, 4, 26), false), 0)
	frames := 0
	for name, text := range pages {
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(name, "nhung/") {
			for _, to := range all(root, "href", "") {
				if strings.Contains(to, "/nhung/") {
					t.Errorf("%s leads to %s", name, to)
				}
			}
			continue
		}
		frames++
		links := 0
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || n.Data != "a" {
				continue
			}
			if links++; attribute(n, "target") != "_top" {
				t.Errorf("%s: the link to %s stays in the frame", name, attribute(n, "href"))
			}
		}
		if links < 2 {
			t.Errorf("%s has %d links", name, links)
		}
		for _, want := range []string{`<meta name="robots" content="noindex">`, "form-action &#39;none&#39;"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		for _, never := range []string{"script", "canonical", "og:", "<base", "unsafe"} {
			if strings.Contains(text, never) {
				t.Errorf("%s has %s", name, never)
			}
		}
	}
	if want := 1 + 3 + 2; frames != want {
		t.Errorf("%d pages for frames, not %d: of the newest, of three topics, of two campaigns", frames, want)
	}
}

// TestEmbeddedPageShowsFiveInTheOrderOfTheFeed: what changed last comes first, then by ID; what has sound says how long it is.
func TestEmbeddedPageShowsFiveInTheOrderOfTheFeed(t *testing.T) {
	topic := &article.Topic{Slug: "day", Title: "Dây"}
	set := &article.Set{Settings: office(), Topics: []*article.Topic{topic}}
	for i := range 7 {
		posted := at(2023, 4, 10+i/2) // two a day
		set.Articles = append(set.Articles, &article.Article{ID: fmt.Sprintf("id%06d", i), Slug: fmt.Sprintf("bai-%d", i), Title: fmt.Sprintf("Bài thứ %d", i),
			Topic: topic, Date: posted, LastMod: posted})
	}
	set.Articles[0].Corrections = []article.Correction{{At: at(2023, 4, 20), Text: "Sửa tên xã."}}
	c := contentOf(t, set, at(2023, 4, 26), false)
	c.Sounds = map[string]*audio.Sound{"id000004": {Article: "id000004", Length: 130*time.Second + 400*time.Millisecond}}
	for _, p := range site.Compose(c) {
		v, ok := p.Value.(site.EmbedPage)
		if !ok || p.Address != address.Embed("day") {
			continue
		}
		var got []string
		for _, i := range v.Items {
			var line strings.Builder
			line.WriteString(i.Title + ":")
			for _, f := range i.Facts {
				line.WriteString(strings.TrimRight(" "+f.Text+" "+f.Day, " "))
			}
			got = append(got, strings.ReplaceAll(strings.Join(strings.Fields(line.String()), " "), "\u00a0", " "))
		}
		want := []string{"Bài thứ 0: Sửa 20/4/2023 Đọc 3 phút", "Bài thứ 6: 13/4/2023 Đọc 3 phút", "Bài thứ 4: 12/4/2023 Nghe 2 phút 10 giây",
			"Bài thứ 5: 12/4/2023 Đọc 3 phút", "Bài thứ 2: 11/4/2023 Đọc 3 phút"}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		return
	}
	t.Error("there is no embedded page of the topic")
}

// TestThemeThatLacksStylesIsRefused: a set without its own part, or without what it shares with the pages, is no set.
func TestThemeThatLacksStylesIsRefused(t *testing.T) {
	for _, c := range []struct{ lacks, says string }{
		{"assets/css/to-in/", "no assets/css/to-in/NN-*.css"},
		{"assets/css/nhung/", "no assets/css/nhung/NN-*.css"},
		{"assets/css/22-muc-nghe.css", "no assets/css/22-muc-nghe.css"},
		{"assets/css/12-ruy-bang.css", "no assets/css/12-ruy-bang.css"},
	} {
		theme := fstest.MapFS{}
		for name, text := range stylesheets(t) {
			if !strings.HasPrefix(name, c.lacks) {
				theme[name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		if _, err := site.LoadStyles(theme); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("without %s: %v", c.lacks, err)
		}
	}
}

// TestEachSetOfStylesIsItsOwn: three sets, three hashes; no policy lets a style in that is not ours.
func TestEachSetOfStylesIsItsOwn(t *testing.T) {
	styles, err := site.LoadStyles(os.DirFS(themeDir))
	if err != nil {
		t.Fatal(err)
	}
	hashes := []string{styles.Pages.Hash, styles.Paper.Hash, styles.Embed.Hash}
	slices.Sort(hashes)
	if len(slices.Compact(hashes)) != 3 {
		t.Errorf("the sets have the hashes %v", hashes)
	}
	for name, policy := range map[string]string{"a page": styles.Pages.Policy(), "a page with a frame": styles.Pages.PolicyWithFrames(), "words": styles.Embed.PolicyOfText()} {
		if !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("the policy of %s: %s", name, policy)
		}
	}
}
