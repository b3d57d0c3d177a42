package generator_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vinhlinh/loa/generator"
)

// TestWithdrawalTakesTheTextOutOfEverything: until its instant an article is as it was; from then on nothing in the release holds a
// sentence of its body or its script, and its page and feeds say why.
func TestWithdrawalTakesTheTextOutOfEverything(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, folder := range []string{"content", "themes/loa", "static"} {
		copyInto(t, fsys, folder)
	}
	const name, reason = "content/bai-viet/day-roi-tren-duong/index.md", "Số điện thoại ghi sai"
	text := string(fsys[name].Data)
	body := text[strings.LastIndex(text, "\n---\n")+5:]
	sentence, _, _ := strings.Cut(strings.TrimSpace(body), ".")
	withdrawn := strings.Replace(text, "\n---\n", "\nthu_hoi:\n  luc: 2023-04-25T12:00:00+07:00\n  ly_do: "+reason+"\n---\n", 1)
	fsys[name] = &fstest.MapFile{Data: []byte(withdrawn)}

	holds := func(out *generator.Output, words string) (files []string) {
		for _, f := range out.Files {
			if bytes.Contains(f.Data, []byte(words)) {
				files = append(files, f.Path)
			}
		}
		return files
	}
	before := build(t, generator.Input{Root: fsys, At: campaign})
	if files := holds(before, sentence); len(files) < 6 { // page, sheet, script, RSS, Atom, JSON
		t.Fatalf("before it, %q stands only in %v", sentence, files)
	}
	if files := holds(before, reason); len(files) > 0 {
		t.Errorf("before it, the reason stands in %v", files)
	}
	after := build(t, generator.Input{Root: fsys, At: campaign.Add(6 * time.Hour)})
	if files := holds(after, sentence); len(files) > 0 {
		t.Errorf("after it, %q still stands in %v", sentence, files)
	}
	said := strings.Join(holds(after, reason), " ")
	pages := []string{"bai-viet/day-roi-tren-duong/index.html", "bai-viet/day-roi-tren-duong/ban-doc/index.html", "bai-viet/day-roi-tren-duong/ap-phich/index.html"}
	for _, file := range append(pages, "kenh/tat-ca/rss.xml", "kenh/tat-ca/atom.xml", "kenh/tat-ca/feed.json", "dai/ho-xa/rss.xml") {
		if !strings.Contains(said, file) {
			t.Errorf("%s does not say why", file)
		}
	}
	for _, f := range after.Files {
		if strings.HasPrefix(f.Path, "bai-viet/day-roi-tren-duong/") && !slices.Contains(pages, f.Path) {
			t.Errorf("%s is still there", f.Path)
		}
	}
}
