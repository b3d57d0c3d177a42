package site_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/site"
)

// heard is the small site in which these articles have a sound. The ID is the first part of its name.
func heard(t *testing.T, at time.Time, sounds ...audio.Sound) site.Content {
	t.Helper()
	c := small(t, at, false)
	c.Sounds = map[string]*audio.Sound{}
	for i := range sounds {
		id, _, _ := strings.Cut(sounds[i].Name, "-")
		c.Sounds[id] = &sounds[i]
	}
	return c
}

// TestPlayers: each golden is an article of the small site and its sound; what a browser is given of the player is beside it, or "nothing"
// where the page says no word of listening to this article.
func TestPlayers(t *testing.T) {
	golden.Run(t, "testdata/nghe/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		instant, page, _ := strings.Cut(strings.TrimSpace(string(a.Files[0].Data)), " ")
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		var sound audio.Sound
		if err := json.Unmarshal(a.Files[1].Data, &sound); err != nil {
			t.Fatal(err)
		}
		text := htmlOf(t, heard(t, at, sound), 0)[address.File(page)]
		if text == "" {
			t.Fatalf("there is no page %s", page)
		}
		_, body, _ := strings.Cut(text, "</head>")
		before, rest, found := strings.Cut(body, `<section class="nghe"`)
		if !found {
			article, _, _ := strings.Cut(body, `aria-labelledby="lien_quan"`)
			for _, word := range []string{"<audio", "Nghe", ".mp3", ".vtt"} {
				if strings.Contains(article, word) {
					t.Errorf("an article without sound has %s", word)
				}
			}
			return []byte("nothing\n")
		}
		if !strings.Contains(before, "<h1") || strings.Contains(before, "Điều cần nhớ") || !strings.HasSuffix(strings.TrimSpace(before), "</span></p>") {
			t.Error("the player does not stand right behind the facts")
		}
		if captions, follows := strings.Contains(rest, "<track"), strings.Contains(text, "/phu-de."); captions != follows {
			t.Errorf("captions: %t, a script that shows them: %t", captions, follows)
		}
		section, _, _ := strings.Cut(rest, "</section>")
		return []byte(strings.ReplaceAll(`<section class="nghe"`+section+"</section>\n", "\u00a0", " "))
	})
}

// TestSoundsOfLists: the first article of the home page and lists say how long listening takes, for those that can be heard.
func TestSoundsOfLists(t *testing.T) {
	c := heard(t, at(2023, 4, 26), audio.Sound{Name: "0000007t-0123456789ab.mp3", Size: 1_434_567, Length: 190 * time.Second},
		audio.Sound{Name: "0000009t-0123456789ab.mp3", Size: 1_434_567, Length: 165 * time.Second})
	home := false
	for _, p := range site.Compose(c) {
		switch v := p.Value.(type) {
		case site.HomePage:
			home = true
			if got := factsOf(*v.Lead); got != "25/4/2023 · Đọc 3 phút · Nghe 3 phút 10 giây" {
				t.Errorf("the first article says %s", got)
			}
			if first := v.Lead.Actions[0]; first.Name != "Nghe bài này" || first.Address != "/bai-viet/day-roi/#nghe_bai" || !first.Primary || len(v.Lead.Actions) != 2 || v.Lead.Actions[1].Primary {
				t.Errorf("the first article offers %+v", v.Lead.Actions)
			}
			for _, i := range v.New.Items {
				if got, can := factsOf(i), i.Address == "/bai-viet/loa-hong/"; can != strings.Contains(got, "Nghe 2 phút 45 giây") || !can && strings.Contains(got, "Nghe") {
					t.Errorf("%s says %s", i.Address, got)
				}
			}
		}
	}
	if !home {
		t.Error("no home page")
	}
	for _, p := range site.Compose(small(t, at(2023, 4, 26), false)) {
		if v, is := p.Value.(site.HomePage); is {
			if got := factsOf(*v.Lead); strings.Contains(got, "Nghe") || len(v.Lead.Actions) != 1 || !v.Lead.Actions[0].Primary || slices.Contains(v.Icons, "i-nghe") {
				t.Errorf("without sound the first article says %s and offers %+v", got, v.Lead.Actions)
			}
		}
	}
}

// TestFirstArticleSaysThatAMachineSpeaks: before anybody presses the button.
func TestFirstArticleSaysThatAMachineSpeaks(t *testing.T) {
	for machine, want := range map[bool]string{true: "Nghe bài này (giọng máy)", false: "Nghe bài này"} {
		c := heard(t, at(2023, 4, 26), audio.Sound{Name: "0000007t-0123456789ab.mp3", Size: 1_434_567, Length: 190 * time.Second, Synthetic: machine},
			audio.Sound{Name: "0000009t-0123456789ab.mp3", Size: 1_434_567, Length: 165 * time.Second, Synthetic: true})
		text := words(t, htmlOf(t, c, 0)["index.html"], "main")
		if !strings.Contains(text, want+" Đọc bài") {
			t.Errorf("a machine speaks: %t; the page does not say %q:\n%s", machine, want, text)
		}
	}
}

func factsOf(i site.Item) string {
	var facts []string
	for _, f := range i.Facts {
		facts = append(facts, strings.TrimSpace(f.Text+" "+f.Day))
	}
	return strings.ReplaceAll(strings.Join(facts, " · "), "\u00a0", " ")
}

// TestEveryPageWithSound holds the pages of a site in which all is spoken to what is true of every page, its weight above all.
func TestEveryPageWithSound(t *testing.T) {
	c := small(t, at(2023, 4, 26), false)
	own := others(c)
	c.Sounds = map[string]*audio.Sound{}
	for i, a := range c.Set.Articles {
		s := &audio.Sound{Name: fmt.Sprintf("%s-%012d.mp3", a.ID, i), Size: 1_800_000, Length: 215 * time.Second, Synthetic: true,
			Cues: []audio.Cue{{End: time.Second, Text: "Câu."}}}
		c.Sounds[a.ID] = s
		own[address.File(s.Address())], own[address.File(address.Captions(a.Slug))] = true, true
	}
	pages := htmlOf(t, c, 0)
	anchors, parsed := map[string][]string{}, map[string]*html.Node{}
	players := 0
	for name, text := range pages {
		own[name] = true
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		parsed[name], anchors[name] = root, all(root, "id", "")
		players += len(all(root, "preload", "audio"))
	}
	for name, root := range parsed {
		judge(t, name, pages[name], root, strings.Contains(pages[name], `http-equiv="refresh"`))
		judgeLinks(t, name, root, own, anchors)
	}
	if players != 4 {
		t.Errorf("%d players, not those of the four articles that are neither withdrawn nor expired", players)
	}
}
