package site_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/site"
)

// heaviest is the weight of a page with its styles, compressed: what a server sends before it has to wait for the first answer.
const heaviest = 14336

// TestEveryPage holds the pages of the small site, on three days and as a preview, to what is true of every page.
func TestEveryPage(t *testing.T) {
	for _, c := range []struct {
		name    string
		content site.Content
	}{
		{"while a campaign runs", small(t, at(2023, 4, 26), false)},
		{"after it", small(t, at(2023, 6, 1), false)},
		{"after the stations moved", small(t, at(2025, 8, 1), false)},
		{"as a preview", small(t, at(2023, 4, 24), true)},
		{"without any content", contentOf(t, &article.Set{Settings: &settings.Settings{}}, at(2023, 4, 26), false)},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages := htmlOf(t, c.content, 0)
			own := others(c.content)
			for name := range pages {
				own[name] = true
			}
			anchors := map[string][]string{}
			parsed := map[string]*html.Node{}
			for name, text := range pages {
				root, err := html.Parse(strings.NewReader(text))
				if err != nil {
					t.Fatal(err)
				}
				parsed[name] = root
				anchors[name] = all(root, "id", "")
			}
			for name, root := range parsed {
				judge(t, name, pages[name], root, strings.Contains(pages[name], `http-equiv="refresh"`))
				judgeLinks(t, name, root, own, anchors)
			}
		})
	}
}

// others are the files that pages lead to and that are not pages: of feeds, of scripts, of pictures.
func others(c site.Content) map[string]bool {
	own := map[string]bool{"favicon.svg": true, "favicon-32.png": true, "icon-180.png": true, "manifest.webmanifest": true}
	channel := func(name string) {
		for _, file := range []string{address.RSS, address.Atom, address.JSONFeed} {
			own[address.File(address.Channel(name, file))] = true
		}
	}
	channel(address.AllArticles)
	for _, t := range c.Set.Topics {
		channel(t.Slug)
	}
	for _, campaign := range c.Set.Campaigns {
		channel(address.CampaignChannel(campaign.Slug))
	}
	for _, s := range c.Set.Settings.Stations {
		if s.From.IsZero() || !civil.DateOf(c.At).Before(s.From) { // one that is no more keeps its files
			for _, file := range []string{address.RSS, address.JSONFeed, address.Podcast, address.Calendar, address.Programme, address.Playlist} {
				own[address.File(address.StationFile(s.Slug, file))] = true
			}
		}
	}
	for _, a := range c.Set.Articles {
		if c.Scripts[a.ID] != nil {
			own[address.File(address.Script(a.Slug))] = true
		}
	}
	for _, f := range c.Code.Files {
		own[f.Path] = true
	}
	for _, p := range c.Pictures {
		own[address.File(p.Address)] = true
	}
	return own
}

func judge(t *testing.T, name, text string, root *html.Node, alias bool) {
	t.Helper()
	if !norm.NFC.IsNormalString(text) {
		t.Errorf("%s is not in NFC", name)
	}
	if size := compressed(text); size > heaviest {
		t.Errorf("%s weighs %d bytes, more than %d", name, size, heaviest)
	}
	counts := map[string]int{}
	seen := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		counts[n.Data]++
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && seen[a.Val]:
				t.Errorf("%s has the id %s twice", name, a.Val)
			case a.Key == "id":
				seen[a.Val] = true
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: %s has the attribute %s, which the policy forbids", name, n.Data, a.Key)
			case strings.Contains(a.Val, "ZgotmplZ"):
				t.Errorf("%s: %s %s was taken for dangerous", name, n.Data, a.Key)
			}
		}
		switch {
		case n.Data == "img" && (attribute(n, "alt") == "" || attribute(n, "width") == "" || attribute(n, "height") == ""):
			t.Errorf("%s: a picture lacks its words or its size", name)
		case n.Data == "html" && attribute(n, "lang") != "vi":
			t.Errorf("%s is not marked as Vietnamese", name)
		case n.Data == "script" && attribute(n, "src") == "" && attribute(n, "type") != "application/ld+json":
			t.Errorf("%s has a script inside", name)
		case n.Data == "script" && attribute(n, "src") != "" && !has(n, "defer"):
			t.Errorf("%s waits for a script", name)
		case n.Data == "link" && attribute(n, "rel") == "stylesheet":
			t.Errorf("%s waits for a stylesheet", name)
		}
	}
	want := map[string]int{"h1": 1, "main": 1, "header": 1, "footer": 1, "title": 1, "style": 1}
	switch {
	case alias:
		want = map[string]int{"h1": 1, "main": 1, "title": 1}
	case strings.HasPrefix(name, "nhung/"):
		want["header"], want["footer"], want["script"] = 0, 0, 0
	}
	for element, n := range want {
		if counts[element] != n {
			t.Errorf("%s has %d × %s, not %d", name, counts[element], element, n)
		}
	}
	if !alias {
		judgePolicy(t, name, root)
	}
}

// judgePolicy: the first thing after the encoding is the policy, and its hash is that of the page's own style.
func judgePolicy(t *testing.T, name string, root *html.Node) {
	t.Helper()
	var head []*html.Node
	var style string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Parent.Data == "head" {
			head = append(head, n)
			if n.Data == "style" {
				style = n.FirstChild.Data
			}
		}
	}
	if len(head) < 2 || attribute(head[0], "charset") != "utf-8" || attribute(head[1], "http-equiv") != "Content-Security-Policy" {
		t.Fatalf("%s does not begin with encoding and policy", name)
	}
	sum := sha256.Sum256([]byte(style))
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(attribute(head[1], "content"), want) {
		t.Errorf("%s: the policy does not let the page's style in", name)
	}
	frames := len(all(root, "src", "iframe")) > 0
	if policy := attribute(head[1], "content"); frames != strings.Contains(policy, "frame-src 'self'") || strings.Contains(policy, "unsafe") {
		t.Errorf("%s has frames: %t; its policy is %s", name, frames, policy)
	}
}

// judgeLinks: what a page needs is on its own host, each of its links and anchors leads somewhere.
func judgeLinks(t *testing.T, name string, root *html.Node, own map[string]bool, anchors map[string][]string) {
	t.Helper()
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, key := range []string{"href", "src", "action", "srcset"} {
			to := attribute(n, key)
			if !has(n, key) || attribute(n, "rel") == "canonical" {
				continue
			}
			u, err := url.Parse(to)
			if err != nil || to == "" {
				t.Errorf("%s: %s %q is not an address", name, key, to)
				continue
			}
			if u.Scheme == "tel" || n.Data == "a" && attribute(n, "rel") == "external noopener" && u.Host != "" {
				continue
			}
			if u.Host != "" || u.Scheme != "" {
				t.Errorf("%s: %s %q leads to another host", name, key, to)
				continue
			}
			file := name
			if u.Path != "" {
				if !strings.HasPrefix(u.Path, "/") {
					t.Errorf("%s: %s %q is relative to the page", name, key, to)
				}
				file = address.File(u.Path)
			}
			if !own[file] {
				t.Errorf("%s: %s %q leads nowhere", name, key, to)
			}
			if u.Fragment != "" && !slices.Contains(anchors[file], u.Fragment) && n.Data != "use" || n.Data == "use" && !slices.Contains(anchors[name], u.Fragment) {
				t.Errorf("%s: there is no anchor %q", name, to)
			}
		}
		for _, key := range []string{"aria-labelledby", "for"} {
			if has(n, key) && !slices.Contains(anchors[name], attribute(n, key)) {
				t.Errorf("%s: %s names nothing: %q", name, key, attribute(n, key))
			}
		}
	}
}

func compressed(text string) int {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.Len()
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// all gives an attribute of all elements that have it; element "" means any.
func all(root *html.Node, key, element string) (list []string) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && has(n, key) && (element == "" || n.Data == element) {
			list = append(list, attribute(n, key))
		}
	}
	return list
}

// words are what a reader reads of an element of a page, space by space.
func words(t *testing.T, text, element string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != element {
			continue
		}
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else if c.Data == "td" || c.Data == "small" || c.Data == "code" {
				b.WriteByte(' ')
			}
		}
		break
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestBatchesGiveTheSamePages: what is built beside a page does not change it.
func TestBatchesGiveTheSamePages(t *testing.T) {
	c := small(t, at(2023, 4, 26), false)
	want := htmlOf(t, c, 0)
	for _, batch := range []int{1, 7} {
		if diff := cmp.Diff(want, htmlOf(t, c, batch)); diff != "" {
			t.Errorf("batches of %d (-all +batches):\n%s", batch, diff)
		}
	}
}

// TestComposeIsPure: equal content gives equal pages, in one order, each address once.
func TestComposeIsPure(t *testing.T) {
	first, second := site.Compose(small(t, at(2023, 4, 26), false)), site.Compose(small(t, at(2023, 4, 26), false))
	ignore := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Source" }, cmp.Ignore())
	if diff := cmp.Diff(first, second, ignore); diff != "" {
		t.Errorf("two compositions differ:\n%s", diff)
	}
	for i := 1; i < len(first); i++ {
		if first[i-1].Address >= first[i].Address {
			t.Errorf("%s stands before %s", first[i-1].Address, first[i].Address)
		}
	}
}

// TestNoValueHidesItsFrame: a field of a page with the name of a field of the frame would be shown in its place.
func TestNoValueHidesItsFrame(t *testing.T) {
	frame := reflect.TypeFor[site.Frame]()
	for _, p := range site.Compose(onAir(t, at(2023, 4, 25))) {
		value := reflect.TypeOf(p.Value)
		if own, embeds := value.FieldByName("Frame"); !embeds || !own.Anonymous {
			continue
		}
		for field := range frame.Fields() {
			if f, _ := value.FieldByName(field.Name); len(f.Index) != 2 {
				t.Errorf("%s hides the frame's %s", value, f.Name)
			}
		}
	}
}

// TestAreasOfOneNameKeepTheirOrder: neither name nor order of a map decides.
func TestAreasOfOneNameKeepTheirOrder(t *testing.T) {
	s := &settings.Settings{}
	var want []string
	for i := range 9 {
		slug := fmt.Sprintf("tan-thanh-%d", i)
		s.Areas = append(s.Areas, settings.Area{Slug: slug, Name: "xã Tân Thành"})
		s.Stations = append(s.Stations, settings.Station{Slug: slug, Name: "Đài số " + slug, Area: slug})
		want = append(want, "Đài số "+slug)
	}
	for _, p := range site.Compose(contentOf(t, &article.Set{Settings: s}, at(2023, 4, 26), false)) {
		if v, ok := p.Value.(site.SourcesPage); ok {
			var got []string
			for _, station := range v.Stations.Stations {
				got = append(got, station.Name)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	}
}

// TestHomeIsAliveOnAnyDay follows the home page through the year.
func TestHomeIsAliveOnAnyDay(t *testing.T) {
	for _, c := range []struct {
		name         string
		y, m, d      int
		band, lead   string
		past, absent string
	}{
		{"before anything", 2022, 1, 1, "", "", "", "Đợt vừa qua"},
		{"between campaigns", 2023, 3, 15, "", "Loa gần nhà không kêu, báo cho ai", "Giữ liên lạc trong mùa mưa bão 2022", "Đợt tuyên truyền:"},
		{"on its second day", 2023, 4, 25, "Còn 8 ngày", "Thấy dây rơi trên đường, đứng xa và gọi 113", "", "Đợt vừa qua"},
		{"on its last day", 2023, 5, 3, "Hôm nay là ngày cuối", "Thấy dây rơi trên đường, đứng xa và gọi 113", "", "Đợt vừa qua"},
		{"on the day after", 2023, 5, 4, "", "Loa gần nhà không kêu, báo cho ai", "Giữ liên lạc thông suốt dịp Lễ 30/4 và 01/5/2023", "Đợt tuyên truyền:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := htmlOf(t, small(t, at(c.y, c.m, c.d), false), 0)["index.html"]
			body := words(t, text, "body")
			for _, want := range []string{c.band, c.past, "Cần báo tin?", "Các chủ đề"} {
				if !strings.Contains(body, want) {
					t.Errorf("the page does not say %q", want)
				}
			}
			if strings.Contains(body, c.absent) {
				t.Errorf("the page says %q", c.absent)
			}
			if got := words(t, text, "h2"); c.lead != "" && got != c.lead {
				t.Errorf("the page leads with %q, not with %q", got, c.lead)
			}
		})
	}
}

// TestWithdrawnArticleSaysOnlyWhy: its words are on no page, its own page stays, says why, and is not for search engines.
func TestWithdrawnArticleSaysOnlyWhy(t *testing.T) {
	pages := htmlOf(t, small(t, at(2023, 4, 26), false), 0)
	for name, text := range pages {
		for _, gone := range []string{"Câu đã rút", "Điều sai", "Bài này có điều chưa đúng"} {
			if strings.Contains(text, gone) {
				t.Errorf("%s still says %q", name, gone)
			}
		}
		if !strings.HasPrefix(name, "bai-viet/da-rut/") && strings.Contains(text, "/bai-viet/da-rut/") {
			t.Errorf("%s leads to the withdrawn article", name)
		}
	}
	text := pages["bai-viet/da-rut/index.html"]
	for _, want := range []string{`<meta name="robots" content="noindex">`, "Bài này đã rút ngày\u00a022/4/2023.", "Lý do: Nêu sai loại hàng cấm gửi."} {
		if !strings.Contains(text, want) {
			t.Errorf("its page lacks %q", want)
		}
	}
	before := htmlOf(t, small(t, at(2023, 4, 21), false), 0)["bai-viet/da-rut/index.html"]
	if !strings.Contains(before, "Câu đã rút") {
		t.Error("the article was gone before it was withdrawn")
	}
}

// TestArticleSaysWhatBecameOfIt: expiry, correction, an act that ended, hotlines of the day on which it was written.
func TestArticleSaysWhatBecameOfIt(t *testing.T) {
	sites := map[time.Time]map[string]string{}
	for _, c := range []struct {
		name, page string
		y, m, d    int
		want       []string
	}{
		{"it has expired", "da-het", 2023, 4, 26, []string{"Bài này không còn phát từ ngày 01/3/2023", "Lịch theo thông báo của thôn."}},
		{"it was corrected", "day-roi", 2023, 4, 26, []string{"Bài này đã đính chính ngày 26/4/2023", "Bản đầu ghi sai tên xã.", "Sửa ngày 26/4/2023"}},
		{"its law still holds", "day-roi", 2023, 4, 26, []string{"Luật Viễn thông số 41/2009/QH12 của Quốc hội ngày 23/11/2009; Điều 12. Đính chính"}},
		{"its law has ended", "day-roi", 2024, 7, 1, []string{"Điều 12. Hết hiệu lực từ ngày 01/7/2024; bài nêu quy định tại thời điểm phát hành."}},
		{"the dispatch has no number", "day-roi", 2023, 4, 26, []string{"Công văn của UBND huyện Vĩnh Linh tháng 4 năm 2023 (bản gốc không ghi số); mục 1."}},
		{"its topic has numbers", "day-roi", 2023, 4, 26, []string{"113 Công an", "1900 1909 Điện lực miền Trung", "Kiểm tra ngày 05/01/2023"}},
		{"its topic has none", "gui-hang", 2023, 4, 26, []string{"113 Công an", "114 Cứu hỏa, cứu nạn"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if day := at(c.y, c.m, c.d); sites[day] == nil {
				sites[day] = htmlOf(t, small(t, day, false), 0)
			}
			body := words(t, sites[at(c.y, c.m, c.d)]["bai-viet/"+c.page+"/index.html"], "main")
			for _, want := range c.want {
				if !strings.Contains(body, want) {
					t.Errorf("the page does not say %q:\n%s", want, body)
				}
			}
		})
	}
}

// TestOnlyAPreviewShowsWhatIsToCome: drafts have a page, a ribbon and no search engine there, and no page elsewhere.
func TestOnlyAPreviewShowsWhatIsToCome(t *testing.T) {
	for _, preview := range []bool{true, false} {
		pages := htmlOf(t, small(t, at(2023, 4, 24), preview), 0)
		draft, found := pages["bai-viet/nhap/index.html"]
		if found != preview {
			t.Errorf("preview %t: the draft has a page: %t", preview, found)
		}
		if preview {
			for name, want := range map[string]string{"nhap": "Bản nháp: chưa ai thấy trang này.", "day-roi": "Hẹn đăng ngày\u00a025/4/2023: chưa ai thấy trang này."} {
				if !strings.Contains(pages["bai-viet/"+name+"/index.html"], want) {
					t.Errorf("the page of %s does not say %q", name, want)
				}
			}
			if !strings.Contains(draft, `<body data-hom-nay="2023-04-24">`) || !strings.Contains(draft, "noindex") {
				t.Error("the preview does not keep its day, or search engines may have it")
			}
		} else if strings.Contains(pages["index.html"], "data-hom-nay") {
			t.Error("a published page keeps its day")
		}
	}
}

// TestDocumentIsShownAsItIs: blanks stay blank, and the words are those of the original.
func TestDocumentIsShownAsItIs(t *testing.T) {
	text := htmlOf(t, small(t, at(2023, 4, 26), false), 0)["van-ban/cong-van-le/index.html"]
	blank := `<span class="o-trong" role="img" aria-label="để trống trong bản gốc"></span>`
	for _, want := range []string{
		"Số: " + blank + "UBND -VHTT", "Vĩnh Linh, ngày " + blank + " tháng 4 năm 2023", `<h2 id="muc-1">1. Công an huyện:</h2>`, `<h2 id="muc-2">`,
		"Bản ghi lại nội dung văn bản; số và ngày để trống như bản gốc.", "<li>Lưu: VT, VH.</li>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	main := words(t, text, "main")
	for _, want := range []string{
		"ỦY BAN NHÂN DÂN HUYỆN VĨNH LINH Số: UBND -VHTT V/v bảo đảm an toàn thông tin liên lạc thông suốt trong dịp Lễ 30/4 và 01/5/2023. " +
			"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc Vĩnh Linh, ngày tháng 4 năm 2023 Kính gửi:",
		"Nơi nhận: Như trên; Sở TT&TT(b/c); Lưu: VT, VH. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Thiên Tùng",
	} {
		if !strings.Contains(main, want) {
			t.Errorf("the page does not read %q:\n%s", want, main)
		}
	}
}

// TestFormerAddressesLeadOn: a small page that any server can serve.
func TestFormerAddressesLeadOn(t *testing.T) {
	pages := htmlOf(t, small(t, at(2023, 4, 26), false), 0)
	for former, present := range map[string]string{"bai-viet/day-cap-roi": "/bai-viet/day-roi/", "van-ban/cong-van-cu": "/van-ban/cong-van-le/"} {
		text := pages[path.Join(former, "index.html")]
		for _, want := range []string{
			fmt.Sprintf(`<link rel="canonical" href="%s%s">`, base, present), fmt.Sprintf(`content="0; url=%s"`, present), fmt.Sprintf(`<a href="%s">`, present),
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s:\n%s", former, want, text)
			}
		}
	}
}
