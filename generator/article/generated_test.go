package article_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
)

// portal is content with one bundle of each kind, the article ending in links to the addresses.
func portal(links ...string) fstest.MapFS {
	var body strings.Builder
	for _, link := range links {
		fmt.Fprintf(&body, "\n[xem](%s)\n", link)
	}
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	return fstest.MapFS{
		"content/chu-de/cap-va-cot/index.md":  file("---\nid: 0000000t\ntitle: Cáp và cột\ndescription: Dây.\n---\n"),
		"content/chien-dich/dip-le/index.md":  file("---\nid: 0000000c\ntitle: Dịp lễ năm nay\ndescription: Mười ngày.\ntu: 2023-04-20\nden: 2023-05-03\n---\n"),
		"content/trang/gioi-thieu/index.md":   file("---\nid: 0000000p\ntitle: Giới thiệu trang này\ndescription: Trang của ai.\n---\nChữ.\n"),
		"content/van-ban/cong-van/index.md":   file("---\nid: 0000000d\ntitle: Công văn về dây cáp\ndate: 2023-04-20\nso: 1/UBND\nco_quan: UBND\ntrich_yeu: Dây cáp\n---\nChữ.\n"),
		"content/bai-viet/lien-ket/index.md":  file("---\nid: 7k2m9x4q\ntitle: Thấy dây rơi trên đường, đứng xa và báo ngay\ndescription: Ba việc.\ndate: 2023-04-30T23:00:00+00:00\nchu_de: cap-va-cot\nchien_dich: dip-le\ndieu_can_nho: [Đứng xa, Báo thôn]\n---\n\nChữ.\n" + body.String()),
		"content/bai-viet/khong-doc/index.md": file("không có phần đầu"),
		"content/chu-de/khong-doc/index.md":   file("không có phần đầu"),
	}
}

// TestLinksToWhatLoaMakes: a text may link to every kind of address that loa makes and keeps; a link to one that the next change moves
// is a mistake with a cure. The table names everything that package address makes.
func TestLinksToWhatLoaMakes(t *testing.T) {
	const stays, moves, none = "stays", "moves", "is none"
	tested := map[string]bool{}
	const own, nowhere = "lien-ket", "khong-co"
	for _, c := range []struct {
		name  string // in package address
		links []string
		want  string
	}{
		{"Home", []string{address.Home}, stays},
		{"NotFound", []string{address.NotFound}, none},
		{"Sources", []string{address.Sources}, stays},
		{"Documents", []string{address.Documents}, stays},
		{"Hotlines", []string{address.Hotlines}, stays},
		{"Topics", []string{address.Topics}, stays},
		{"Stations", []string{address.Stations}, stays},
		{"Archive", []string{address.Archive}, stays},
		{"Campaigns", []string{address.Campaigns}, none}, // a name in feeds, not a page
		{"Edition", []string{address.Edition}, stays},
		{"OPML", []string{address.OPML}, stays},
		{"Search", []string{address.Search, address.Search + "?q=c%C3%A1p"}, stays},
		{"Sitemap", []string{address.Sitemap}, stays},
		{"Robots", []string{address.Robots}, stays},
		{"Manifest", []string{address.Manifest}, stays},
		{"Share", []string{address.Share}, stays},
		{"Article", []string{address.Article(own), address.Article("khong-doc")}, stays},
		{"Article", []string{address.Article(nowhere)}, none},
		{"Script", []string{address.Script(own), address.Script("khong-doc")}, stays},
		{"Script", []string{address.Script(nowhere)}, none},
		{"Sheet", []string{address.Sheet(own), address.Sheet("khong-doc")}, stays},
		{"Sheet", []string{address.Sheet(nowhere)}, none},
		{"Poster", []string{address.Poster(own), address.Poster("khong-doc")}, stays},
		{"Poster", []string{address.Poster(nowhere)}, none},
		{"Picture", []string{address.Picture(own, "day-0123456789ab.png")}, none}, // its name holds a digest; pictures stand in texts by their file
		{"ArticleShare", []string{address.ArticleShare(own)}, stays},
		{"Captions", []string{address.Captions(own)}, stays},
		{"Sound", []string{address.Sound("7k2m9x4q-0123456789ab.mp3")}, moves},
		{"Document", []string{address.Document("cong-van")}, stays},
		{"Document", []string{address.Document(nowhere)}, none},
		{"Topic", []string{address.Topic("cap-va-cot"), address.Topic("khong-doc")}, stays},
		{"Topic", []string{address.Topic(nowhere)}, none},
		{"Campaign", []string{address.Campaign("dip-le")}, stays},
		{"Campaign", []string{address.Campaign(nowhere)}, none},
		{"Further", []string{address.Further(address.Topic("cap-va-cot"), 1)}, stays},
		{"Further", []string{address.Further(address.Topic("cap-va-cot"), 2), address.Further(address.Campaign("dip-le"), 12), address.Further(address.ArchiveMonth(2023, 5), 3)}, moves},
		{"Further", []string{address.Further(address.Topic(nowhere), 2), address.Topic("cap-va-cot") + "trang-x/"}, none},
		{"ArchiveYear", []string{address.ArchiveYear(2023)}, stays},
		{"ArchiveYear", []string{address.ArchiveYear(2022)}, none},
		{"ArchiveMonth", []string{address.ArchiveMonth(2023, 5)}, stays}, // the day is that of Việt Nam
		{"ArchiveMonth", []string{address.ArchiveMonth(2023, 4)}, none},
		{"SitemapPart", []string{address.SitemapPart(1)}, none},
		{"Page", []string{address.Page("gioi-thieu")}, stays},
		{"Page", []string{address.Page(nowhere)}, none},
		{"Channel", []string{address.Channel(address.AllArticles, address.RSS), address.Channel("cap-va-cot", address.Atom), address.Channel("cap-va-cot", address.JSONFeed),
			address.Channel(address.AllArticles, address.Podcast), address.Channel("khong-doc", address.RSS)}, stays},
		{"Channel", []string{address.Channel(nowhere, address.RSS), address.Channel("cap-va-cot", address.Playlist)}, none},
		{"CampaignChannel", []string{address.Channel(address.CampaignChannel("dip-le"), address.Podcast)}, stays},
		{"ChannelMonth", []string{address.ChannelMonth(address.AllArticles, 2023, 5, address.RSS), address.ChannelMonth("cap-va-cot", 2023, 5, address.Atom),
			address.ChannelMonth(address.CampaignChannel("dip-le"), 2023, 5, address.JSONFeed)}, stays},
		{"ChannelMonth", []string{address.ChannelMonth(address.AllArticles, 2023, 4, address.RSS), address.ChannelMonth(address.AllArticles, 2023, 5, address.Podcast)}, none},
		{"Station", []string{address.Station("ho-xa")}, stays},
		{"Station", []string{address.Station(nowhere)}, none},
		{"StationFile", []string{address.StationFile("ho-xa", address.RSS), address.StationFile("ho-xa", address.JSONFeed), address.StationFile("ho-xa", address.Podcast),
			address.StationFile("ho-xa", address.Calendar), address.StationFile("ho-xa", address.Programme), address.StationFile("ho-xa", address.Playlist)}, stays},
		{"StationFile", []string{address.StationFile("ho-xa", address.Atom), address.StationFile(nowhere, address.RSS)}, none},
		{"StationPrint", []string{address.StationPrint("ho-xa")}, stays},
		{"StationPrint", []string{address.StationPrint(nowhere)}, none},
		{"StationBundle", []string{address.StationBundle("ho-xa", "2023-04-24")}, moves},
		{"Embed", []string{address.Embed(address.Latest), address.Embed("cap-va-cot"), address.Embed(address.CampaignChannel("dip-le")), address.Embed("khong-doc")}, stays},
		{"Embed", []string{address.Embed(nowhere)}, none},
		{"SearchShard", []string{address.SearchShard(1)}, none},
		{"SearchResults", []string{address.SearchResults(1)}, none},
	} {
		tested[c.name] = true
		for _, link := range c.links {
			t.Run(c.name+" "+link, func(t *testing.T) {
				s := office()
				s.Stations = []settings.Station{{Slug: "ho-xa", Name: "Đài Hồ Xá"}}
				_, found, err := article.Load(portal(link), s)
				if err != nil {
					t.Fatal(err)
				}
				got := stays
				for _, d := range found {
					switch {
					case d.Source.Path != "content/bai-viet/lien-ket/index.md":
					case strings.HasPrefix(d.Message, "không có trang"):
						got = none
					case strings.Contains(d.Message, "đổi theo từng lần dựng"):
						got = moves
					default:
						t.Errorf("also found: %s", d.Message)
					}
				}
				if got != c.want {
					t.Errorf("the link %s, want: %s", got, c.want)
				}
			})
		}
	}
	for _, name := range made(t) {
		if !tested[name] {
			t.Errorf("address.%s is not in the table: may content link to it?", name)
		}
	}
}

// made are the names of package address that give an address: its functions, and its constants that begin with a slash.
func made(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../address/address.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Name.Name != "File" {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.CONST && v.Names[0].IsExported() {
					if text, ok := v.Values[0].(*ast.BasicLit); ok && strings.HasPrefix(text.Value, `"/`) {
						names = append(names, v.Names[0].Name)
					}
				}
			}
		}
	}
	if !slices.Contains(names, "Poster") || !slices.Contains(names, "OPML") {
		t.Fatalf("read of package address: %v", names)
	}
	return names
}
