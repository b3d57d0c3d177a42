package site_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
	"github.com/vinhlinh/loa/generator/speech"
)

func clock(hours, minutes int) settings.Clock { return settings.Clock(hours*60 + minutes) }

// network is an office with stations of each kind: one that gave way to another of the same name, one that reads two languages, one
// that nobody writes for, one without sessions.
func network() *settings.Settings {
	s := office()
	everyDay := []time.Weekday{0, 1, 2, 3, 4, 5, 6}
	plain := settings.Station{
		Technology: settings.IP, Languages: []string{"vi"},
		Slots: []settings.Slot{
			{Name: "sáng", Start: clock(5, 30), End: clock(6, 30), Most: 6 * time.Minute},
			{Name: "chiều", Start: clock(17, 0), End: clock(18, 30), Most: 6 * time.Minute},
		},
		Relays: []settings.Relay{
			{Name: "Thời sự VOV1", Weekdays: everyDay, Start: clock(6, 0), End: clock(6, 25)},
			{Name: "Thời sự VOV1", Weekdays: everyDay, Start: clock(18, 0), End: clock(18, 30)},
		},
	}
	as := func(slug, name, area string, from, until int, technology settings.Technology, successors ...string) settings.Station {
		station := plain
		station.Slug, station.Name, station.Area, station.Technology, station.Successors = slug, name, area, technology, successors
		if from > 0 {
			station.From = day(from, 7, 1)
		}
		if until > 0 {
			station.Until = day(until, 7, 1)
		}
		return station
	}
	s.Areas = []settings.Area{
		{Slug: "vinh-thuy", Name: "xã Vĩnh Thủy", Until: day(2025, 7, 1), Successors: []string{"xa-vinh-thuy"}},
		{Slug: "vinh-son", Name: "xã Vĩnh Sơn", Until: day(2025, 7, 1), Successors: []string{"xa-vinh-thuy"}},
		{Slug: "xa-vinh-thuy", Name: "xã Vĩnh Thủy", From: day(2025, 7, 1), Includes: []string{"vinh-thuy", "vinh-son"}},
		{Slug: "xa-ben-quan", Name: "xã Bến Quan"},
		{Slug: "dao", Name: "đặc khu Cồn Cỏ"},
		{Slug: "xom", Name: "xã Không Loa"},
	}
	s.Stations = []settings.Station{
		as("vinh-thuy", "Đài truyền thanh xã Vĩnh Thủy", "vinh-thuy", 0, 2025, settings.IP, "xa-vinh-thuy"),
		as("vinh-son", "Đài truyền thanh xã Vĩnh Sơn", "vinh-son", 0, 2025, settings.Wired, "xa-vinh-thuy"),
		as("xa-vinh-thuy", "Đài truyền thanh xã Vĩnh Thủy", "xa-vinh-thuy", 2025, 0, settings.FM),
		as("xa-ben-quan", "Đài truyền thanh xã Bến Quan", "xa-ben-quan", 0, 0, settings.IP),
		as("dao", "Đài của đảo", "dao", 0, 0, settings.FM),
		{Slug: "xom", Name: "Đài truyền thanh xã Không Loa", Area: "xom", Technology: settings.Wired, Languages: []string{"vi"}},
	}
	s.Stations[3].Languages = []string{"vi", "bru"}
	s.Stations[4].Languages = []string{"km"} // nobody writes for it
	s.Publisher.Retraction = "Bài “{bai}” phát các ngày trước có chỗ sai, nay thu hồi."
	s.Greeting = settings.Greeting{Opening: "Đây là {dai}.\nBây giờ là {gio}, {thu}, {ngay}.", Closing: "Chương trình đến đây là hết."}
	return s
}

// aired are articles to be read in every manner, with scripts of the given lengths.
func aired() ([]*article.Article, map[string]*speech.Script) {
	var list []*article.Article
	scripts := map[string]*speech.Script{}
	add := func(slug, title, date string, length time.Duration, b article.Broadcast) *article.Article {
		at, err := time.ParseInLocation("2006-01-02 15:04", date, settings.Zone)
		if err != nil {
			panic(err)
		}
		if b.Language == "" {
			b.Language = "vi"
		}
		a := &article.Article{ID: fmt.Sprintf("%08d", len(list)), Slug: slug, Title: title, Description: "Đọc cho bà con nghe.", Date: at, Broadcast: &b}
		list = append(list, a)
		scripts[a.ID] = &speech.Script{Article: a.ID, Tieng: 400, Duration: length}
		return a
	}
	clocks := func(c ...settings.Clock) []settings.Clock { return c }
	add("day-roi", "Thấy dây rơi, đứng xa và gọi 113", "2023-04-24 07:00", 3*time.Minute+10*time.Second,
		article.Broadcast{From: day(2023, 4, 24), Until: day(2023, 4, 26), Priority: article.High, PerDay: 2, Times: clocks(clock(5, 35), clock(17, 5))})
	add("gui-hang", "Gửi hàng dịp lễ", "2023-04-24 07:00", 2*time.Minute+20*time.Second,
		article.Broadcast{From: day(2023, 4, 24), Until: day(2023, 4, 25), Priority: article.Ordinary, PerDay: 1, Times: clocks(clock(6, 10))})
	add("ho-dap", "Khẩn: hồ đập xả nước", "2023-04-25 05:00", time.Minute, article.Broadcast{From: day(2023, 4, 25), Until: day(2023, 4, 26), Priority: article.Urgent, PerDay: 1})
	gone := add("dao-dat", "Hỏi một câu trước khi đào", "2023-04-24 07:00", 2*time.Minute,
		article.Broadcast{From: day(2023, 4, 24), Until: day(2023, 4, 30), Priority: article.Ordinary, PerDay: 1, Times: clocks(clock(17, 50))})
	gone.Withdrawn = &article.Withdrawal{At: time.Date(2023, 4, 25, 12, 0, 0, 0, settings.Zone), Reason: "Số điện thoại ghi sai"}
	add("thu-tay", "Lá thư dài của ông bà", "2023-04-24 07:00", 29*time.Minute, article.Broadcast{From: day(2023, 4, 25), Until: day(2023, 4, 25), Priority: article.Ordinary, PerDay: 1})
	add("them-mot", "Thêm một bài nữa", "2023-04-24 07:00", 3*time.Minute, article.Broadcast{From: day(2023, 4, 25), Until: day(2023, 4, 25), Priority: article.Ordinary, PerDay: 1})
	add("ca-phe", "Bài nói bằng tiếng Bru", "2026-11-25 07:00", 2*time.Minute, article.Broadcast{From: day(2026, 11, 26), Until: day(2026, 11, 27), Priority: article.Ordinary, PerDay: 1, Language: "bru"})
	for n := range 6 {
		add(fmt.Sprintf("thuong-%d", n+1), fmt.Sprintf("Bài thường trực thứ %d", n+1), "2026-11-26 04:00", 3*time.Minute, article.Broadcast{Priority: article.Ordinary, PerDay: 1})
	}
	return list, scripts
}

// onAir is a site whose stations have something to read, at an instant.
func onAir(t *testing.T, at time.Time) site.Content {
	t.Helper()
	articles, scripts := aired()
	set := (&article.Set{Settings: network(), Articles: articles}).Published(at, false)
	c := contentOf(t, set, at, false)
	c.Scripts = map[string]*speech.Script{}
	for _, a := range set.Articles {
		if a.Withdrawn == nil {
			c.Scripts[a.ID] = scripts[a.ID]
		}
	}
	c.Planner = plannerOf(set, scripts)
	return c
}

func plannerOf(set *article.Set, scripts map[string]*speech.Script) *schedule.Planner {
	var items []schedule.Item
	for _, a := range set.Articles {
		if item, aired := schedule.ItemOf(a, scripts[a.ID], schedule.Sound{}); aired {
			items = append(items, item)
		}
	}
	return schedule.New(set.Settings, items)
}

// withSound gives two articles a sound, of a machine and of a person, and the stations bundles of two days.
func withSound(c site.Content) site.Content {
	day := civil.DateOf(c.At.In(settings.Zone))
	c.Sounds = map[string]*audio.Sound{
		"00000000": {Name: "00000000-0123456789ab.mp3", Size: 1_234_567, Length: 151*time.Second - 300*time.Millisecond, Synthetic: true, Voice: "espeak-ng vi"},
		"00000001": {Name: "00000001-ba9876543210.mp3", Size: 990_000, Length: 2 * time.Minute, Voice: "Hồ Thị Lan"},
	}
	c.Bundles = func(station string) []site.BundleLink {
		return []site.BundleLink{
			{Day: day, Address: address.StationBundle(station, day.String()), Size: 9_400_001},
			{Day: day.AddDays(1), Address: address.StationBundle(station, day.AddDays(1).String()), Size: 8_000_000},
		}
	}
	return c
}

// TestStationPages: each golden names an instant, an address and whether there is sound; what a reader sees of the page's main part is
// beside it.
func TestStationPages(t *testing.T) {
	sites := map[string]map[string]string{}
	golden.Run(t, "testdata/dai/*.txtar", func(t *testing.T, a *txtar.Archive) []byte {
		kind := strings.TrimSpace(string(a.Files[0].Data))
		words := strings.Fields(kind)
		at, err := time.Parse(time.RFC3339, words[0])
		if err != nil {
			t.Fatal(err)
		}
		kind = strings.Replace(kind, words[1], "", 1)
		if sites[kind] == nil {
			c := onAir(t, at)
			if len(words) > 2 {
				c = withSound(c)
			}
			sites[kind] = htmlOf(t, c, 0)
		}
		text, found := sites[kind][address.File(words[1])]
		if !found {
			t.Fatalf("there is no page %s", words[1])
		}
		return []byte(outline(t, text))
	})
}

// outline is the main part of a page as lines: headings with #, entries of lists with -, relays with =, struck ones with x, links
// with their addresses.
func outline(t *testing.T, text string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	starts := map[string]string{"tr": "", "h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "p": "", "nav": "", "section": "", "button": "[] "}
	var lines []string
	var walk func(n *html.Node)
	write := func(s string) { lines[len(lines)-1] += s }
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			if words := strings.Join(strings.FieldsFunc(n.Data, func(r rune) bool { return r == ' ' || r == '\n' }), " "); words != "" {
				if last := lines[len(lines)-1]; last != "" && !strings.HasSuffix(last, " ") {
					write(" ")
				}
				write(words)
			}
			return
		}
		if has(n, "hidden") || n.Data == "template" {
			return // for the script
		}
		start, block := starts[n.Data]
		if n.Data == "p" && n.Parent.Data != "main" && n.Parent.Data != "section" {
			block = false // inside an entry
		}
		switch {
		case has(n, "data-tiep"):
			start = "= "
		case has(n, "data-rut"):
			start = "x "
		}
		if block || len(lines) == 0 {
			lines = append(lines, start)
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if n.Data == "a" {
			write(" <" + attribute(n, "href") + ">")
		}
		if block {
			lines = append(lines, "")
		}
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			walk(n)
		}
	}
	lines = slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.ReplaceAll(strings.Join(lines, "\n"), "\u00a0", " ") + "\n"
}

// TestEveryStationPage holds the pages of all stations to what is true of every page, on days on which their number differs.
func TestEveryStationPage(t *testing.T) {
	for _, at := range []time.Time{at(2023, 4, 25), at(2025, 6, 28), at(2026, 11, 26)} {
		c := withSound(onAir(t, at))
		pages := htmlOf(t, c, 0)
		own := others(c)
		for _, s := range c.Sounds {
			own[address.File(s.Address())] = true
		}
		for _, s := range c.Set.Settings.Stations {
			for _, b := range c.Bundles(s.Slug) {
				own[address.File(b.Address)] = true
			}
		}
		for name := range pages {
			own[name] = true
		}
		anchors, parsed := map[string][]string{}, map[string]*html.Node{}
		for name, text := range pages {
			root, err := html.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			parsed[name], anchors[name] = root, all(root, "id", "")
		}
		for name, root := range parsed {
			judge(t, name, pages[name], root, strings.Contains(pages[name], `http-equiv="refresh"`))
			judgeScripts(t, name, root, c.Code)
			judgeLinks(t, name, root, own, anchors)
		}
		if diff := cmp.Diff(pages, htmlOf(t, withSound(onAir(t, at)), 3)); diff != "" {
			t.Errorf("composed again and rendered in batches of three, pages differ:\n%s", diff)
		}
	}
}

// judgeScripts: what the scripts of a page weigh together, each compressed by itself, as they are sent.
func judgeScripts(t *testing.T, name string, root *html.Node, code site.Code) {
	t.Helper()
	const most = 6 * 1024
	weight := 0
	for _, script := range all(root, "src", "script") {
		at := slices.IndexFunc(code.Files, func(f site.File) bool { return f.Path == address.File(script) })
		if at < 0 {
			t.Errorf("%s: there is no script %s", name, script)
			continue
		}
		weight += compressed(string(code.Files[at].Data))
	}
	if weight > most {
		t.Errorf("the scripts of %s weigh %d bytes, at most %d are allowed", name, weight, most)
	}
}

// TestStationsHavePagesWhileTheyMatter: from six days before the first day on, and for ever after.
func TestStationsHavePagesWhileTheyMatter(t *testing.T) {
	for _, c := range []struct {
		name    string
		y, m, d int
		want    string
	}{
		{"a week before it begins", 2025, 6, 24, "dao vinh-son vinh-thuy xa-ben-quan xom"},
		{"six days before it begins", 2025, 6, 25, "dao vinh-son vinh-thuy xa-ben-quan xa-vinh-thuy xom"},
		{"years later", 2030, 1, 1, "dao vinh-son vinh-thuy xa-ben-quan xa-vinh-thuy xom"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range site.Compose(onAir(t, at(c.y, c.m, c.d))) {
				if slug, found := strings.CutPrefix(p.Address, address.Stations); found && slug != "" && !strings.HasSuffix(slug, "/in/") {
					got = append(got, strings.TrimSuffix(slug, "/"))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %s, want %s", strings.Join(got, " "), c.want)
			}
		})
	}
}

// TestStationsOfOnePlanShareIt: what is made of a plan is made once, however many stations follow it.
func TestStationsOfOnePlanShareIt(t *testing.T) {
	c := onAir(t, at(2023, 4, 25))
	sessions := map[string]*site.Session{}
	for _, p := range site.Compose(c) {
		if v, ok := p.Value.(site.StationPage); ok && len(v.Ahead) > 0 && len(v.Ahead[0].Sessions) > 0 {
			sessions[p.Address] = &v.Ahead[0].Sessions[0]
		}
	}
	if a, b := sessions["/dai/vinh-thuy/"], sessions["/dai/vinh-son/"]; a == nil || a != b {
		t.Errorf("two stations of one plan have sessions of their own: %p, %p", a, b)
	}
	if a, b := sessions["/dai/vinh-thuy/"], sessions["/dai/dao/"]; a == b {
		t.Error("stations of different plans share one")
	}
}

// BenchmarkStations composes and renders the pages of many stations.
func BenchmarkStations(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := network()
			first := s.Stations[0]
			s.Stations = nil
			for i := range n {
				station := first
				station.Slug = fmt.Sprintf("dai-%d", i)
				s.Stations = append(s.Stations, station)
			}
			articles, scripts := aired()
			when := at(2023, 4, 25)
			set := (&article.Set{Settings: s, Articles: articles}).Published(when, false)
			theme := os.DirFS(themeDir)
			styles, err := site.LoadStyles(theme)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				pages := site.Compose(site.Content{Set: set, Scripts: scripts, Planner: plannerOf(set, scripts), At: when, Base: base, Styles: styles})
				if _, _, err := site.Render(context.Background(), site.Input{Theme: theme, Base: base + "/", At: when}, pages); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
