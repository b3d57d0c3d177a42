package feed_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/vinhlinh/loa/generator/feed"
	"github.com/vinhlinh/loa/generator/settings"
)

// TestGofeedReadsTheFeeds: what is in the documents reaches a common reader under the names that it has for them.
func TestGofeedReadsTheFeeds(t *testing.T) {
	files := newRelease().files(t)
	for _, path := range []string{"kenh/cap-va-cot/rss.xml", "kenh/cap-va-cot/atom.xml", "kenh/cap-va-cot/feed.json"} {
		f, err := gofeed.NewParser().ParseString(string(document(t, files, path).Data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		i := f.Items[0]
		if f.Title != "Loa Vĩnh Linh: Cáp và cột" || f.Link != base+"/chu-de/cap-va-cot/" || f.FeedLink != base+"/"+path || f.Language != "vi" {
			t.Errorf("%s: %q %q %q %q", path, f.Title, f.Link, f.FeedLink, f.Language)
		}
		if i.GUID != tag("aaaaaaaa") || i.Link != base+"/bai-viet/bai-aaaaaaaa/" || len(i.Authors) != 1 || i.Authors[0].Name != "Trung tâm Văn hóa" ||
			!i.PublishedParsed.Equal(morning) || !strings.Contains(i.Content, "Nguyên văn aaaaaaaa") {
			t.Errorf("%s: %+v", path, i)
		}
		if f.FeedType == "json" {
			continue // it hides _loa
		}
		if wish := i.Extensions["loa"]["phat_thanh"][0].Attrs; wish["dia_ban"] != "vinh-o" || wish["thoi_luong"] != "60" || wish["uu_tien"] != "cao" {
			t.Errorf("%s: %v", path, wish)
		}
	}
}

// TestXmllintTakesEveryDocument asks a parser that is not Go's.
func TestXmllintTakesEveryDocument(t *testing.T) {
	program, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed (Debian: libxml2-utils)")
	}
	h := newHistory(5, 60, time.Date(2025, 5, 1, 0, 0, 0, 0, settings.Zone))
	for _, a := range h.set.Articles {
		a.Title += " \x01]]>\ufffe<b>&"
		a.Remember[0] += " \x0c]]>\uffff<b>&"
	}
	args := []string{"--noout", "--nonet"}
	dir := t.TempDir()
	in := h.at(h.first.AddDate(0, 0, 70))
	for _, s := range in.Sounds {
		s.Voice += " \x01]]>\ufffe<b>&\""
	}
	files := render(t, in)
	nothing := newHistory(0, 0, h.first)
	files = append(files, render(t, nothing.at(h.first))...)
	for n, f := range files {
		if f.Type == feed.TypeJSON {
			continue
		}
		name := filepath.Join(dir, fmt.Sprintf("%d_%s", n, strings.ReplaceAll(f.Path, "/", "_")))
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
