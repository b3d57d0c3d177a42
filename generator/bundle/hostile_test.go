package bundle_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

var (
	fileName = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$`)
	device   = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// TestNamesAreThoseOfEverySystem: whatever slugs, identities, lengths and stations there are, Windows, an old stick and a shell take
// the names, and no two are equal.
func TestNamesAreThoseOfEverySystem(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"con", "nul", "lpt1", "aux", "..", ".", "-", "--", "đường", "ĐƯỜNG", "a/b", `a\b`, "a:b", "*", "", " ", "day-roi", "x", "com1", "\x00", "😀", "ا", "..\\..", "index", "bang",
		strings.Repeat("dai-", 20), strings.Repeat("x", 90), "am-thanh"}
	slug := func() string {
		var parts []string
		for range random.IntN(4) {
			parts = append(parts, words[random.IntN(len(words))])
		}
		return strings.Join(parts, "-")
	}
	for range 400 {
		var list []made
		sounds := store{}
		for i := range 1 + random.IntN(5) {
			a := article1(slug(), "Bài", strings.Repeat("Dây cáp đứt thì báo thôn. ", random.IntN(500)))
			a.item.ID = fmt.Sprintf("%d%s", i, slug())
			a.item.Length = time.Duration(random.IntN(100_000)) * time.Second
			if random.IntN(2) == 0 {
				a.sound = sounds.sound(a.item.ID, time.Second)
			}
			list = append(list, a)
		}
		in := handmade(list...)
		in.Station.Slug = slug()
		in.Days[0].Station = in.Station.Slug
		if random.IntN(2) == 0 {
			next := in.Days[0]
			next.Date = next.Date.AddDays(1)
			in.Days = append(in.Days, next)
		}
		b, _ := pack(t, in, sounds)
		seen := map[string]bool{}
		for _, f := range b.Files {
			if len(f.Path) > 120 || seen[strings.ToLower(f.Path)] {
				t.Fatalf("%s: %d characters, or a second time", f.Path, len(f.Path))
			}
			seen[strings.ToLower(f.Path)] = true
			for name := range strings.SplitSeq(f.Path, "/") {
				stem, _, _ := strings.Cut(name, ".")
				if !fileName.MatchString(name) || device.MatchString(stem) || len(name) > 64 {
					t.Fatalf("station %q, slug %q: %s", in.Station.Slug, list[0].article.Slug, f.Path)
				}
			}
		}
		if top, _, _ := strings.Cut(b.Files[0].Path, "/"); top+".zip" != b.Name || path.Base(b.Files[0].Path) != "index.html" {
			t.Fatalf("%s begins with %s", b.Name, b.Files[0].Path)
		}
	}
}

// nasty are titles that no loader lets through; a bundle is safe without it.
var nasty = []string{
	`"quoted"`, "=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "＝1+1", "a\r\nb", "a\r\n#EXTINF:1,x\r\nfile:///etc/passwd", "<script>alert(1)</script>", "</style><script>alert(1)</script>", "{{ .Style }}",
	`" onload="alert(1)`, strings.Repeat("Dài ", 50), "Lũ 😀👨‍👩‍👧 về", "\u202eevil\u202c", "\u2067مرحبا\u2069", "مرحبا", "a\u2028b", "\ufeffx", "\xff\xfe", "", "a,b;c", "-- want --", "'quoted'", "\x00", "&lt;b&gt;",
}

// TestNastyTextsStayTexts: on the pages they are text and no element, in the table one cell that no spreadsheet computes, in playlists one
// line.
func TestNastyTextsStayTexts(t *testing.T) {
	for _, title := range nasty {
		t.Run(fmt.Sprintf("%.20q", title), func(t *testing.T) {
			a := article1("day", title, title+" "+title)
			sounds := store{}
			a.sound = sounds.sound("day", time.Second)
			a.sound.Voice = title
			plain, nastyIn := handmade(article1("day", "Dây", "Dây."), article1("cap", "Cáp", "Cáp.")), handmade(a, article1("cap", "Cáp", "Cáp."))
			plain.Sounds["day"] = sounds.sound("day", time.Second)
			in := nastyIn
			in.Station.Name = title
			in.Base = "https://loa.example.vn"
			office := *in.Settings
			office.Publisher.Name, office.Greeting = title, settings.Greeting{Opening: "Đây là {dai}.", Closing: "Hết."}
			in.Settings = &office
			in.Days[0].Sessions[0].Name = title
			in.Days[0].Sessions[0].Entries = append(in.Days[0].Sessions[0].Entries, schedule.Entry{At: 5*time.Hour + 30*time.Minute, Length: time.Minute, Relay: title})
			plain.Days[0].Sessions[0].Entries = append(plain.Days[0].Sessions[0].Entries, schedule.Entry{At: 5*time.Hour + 30*time.Minute, Length: time.Minute, Relay: "VOV"})
			in.Withdrawn = []*schedule.Item{taken(title)}
			plain.Withdrawn = []*schedule.Item{taken("Bài")}
			_, data := pack(t, in, sounds)
			_, files := unpack(t, data)
			_, data = pack(t, plain, sounds)
			_, calm := unpack(t, data)
			for _, page := range []string{"index.html", "so-ghi.html"} {
				if got, want := elements(t, files[page]), elements(t, calm[page]); got != want && title != "" {
					t.Errorf("%s: elements\n%s\nwant\n%s", page, got, want)
				}
			}
			rows := rowsOf(t, files["bang.csv"])
			if len(rows) != 4 {
				t.Errorf("%d rows", len(rows))
			}
			for _, row := range rows {
				for _, cell := range row {
					if strings.ContainsAny(cell, "\r\n\t") || cell != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(cell)[0]) {
						t.Errorf("cell %q", cell)
					}
				}
			}
			for line := range strings.SplitSeq(strings.TrimSuffix(files["phat.m3u"], "\r\n"), "\r\n") {
				if !strings.HasPrefix(line, "#") && line != "01-day-2p30.mp3" || strings.ContainsAny(line, "\r\n") {
					t.Errorf("line %q of the playlist", line)
				}
			}
			for name, text := range files {
				if path.Ext(name) != ".mp3" && (!utf8.ValidString(text) || strings.ContainsAny(text, "\u202e\u2067\u2028\x00")) {
					t.Errorf("%s holds signs that turn or break", name)
				}
			}
		})
	}
}

func taken(title string) *schedule.Item {
	a := article1("cot", title)
	a.item.Withdrawn = handmade().Days[0].Date
	a.article.Withdrawn = &article.Withdrawal{Reason: title}
	return a.item
}

// elements are the tags of a page and the names of their attributes, as a browser's parser finds them.
func elements(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			b.WriteString(n.Data)
			for _, a := range n.Attr {
				b.WriteString(" " + a.Key)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestColoursAreThoseOfTheSite: one set of colours, sizes and spaces, in both lights and on paper.
func TestColoursAreThoseOfTheSite(t *testing.T) {
	theme, err := os.ReadFile("../../themes/loa/assets/css/00-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	in := handmade()
	_, data := pack(t, in, nil)
	_, files := unpack(t, data)
	style, _, _ := strings.Cut(files["index.html"], "</style>")
	token := regexp.MustCompile(`(--[a-z0-9-]+):\s*([^;}]+)`)
	parts := func(css string) []string { return strings.Split(css, "@media ") }
	values := func(css string) map[string]string {
		list := map[string]string{}
		for _, m := range token.FindAllStringSubmatch(css, -1) {
			list[m[1]] = strings.ReplaceAll(strings.TrimSpace(m[2]), ", ", ",")
		}
		return list
	}
	site, ours := parts(string(theme)), parts(style)
	if len(site) < 3 || len(ours) < 3 {
		t.Fatal("the light, the dark and the printed part are not there")
	}
	site[1], _, _ = strings.Cut(site[1], "}\n}") // behind it the same again for who chose the dark
	for i, name := range []string{"light", "dark", "paper"} {
		want, got := values(site[i]), values(ours[i])
		if len(got) < 10 {
			t.Fatalf("%s: %v", name, got)
		}
		for key, value := range got {
			if want[key] != value && !(i == 2 && key == "--co-gio") { // the site prints no date that large
				t.Errorf("%s: %s is %q, the site's %q", name, key, value, want[key])
			}
		}
	}
}
