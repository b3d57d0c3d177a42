package address_test

import (
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

func TestFile(t *testing.T) {
	for address_, want := range map[string]string{
		address.Home:                                    "index.html",
		address.NotFound:                                "404.html",
		address.Article("cap-quang"):                    "bai-viet/cap-quang/index.html",
		address.Script("cap-quang"):                     "bai-viet/cap-quang/loi-doc.txt",
		address.Sheet("cap-quang"):                      "bai-viet/cap-quang/ban-doc/index.html",
		address.Channel(address.AllArticles, "rss.xml"): "kenh/tat-ca/rss.xml",
		address.Channel(address.CampaignChannel("le"), address.Atom):      "kenh/chien-dich-le/atom.xml",
		address.ChannelMonth("cap-va-cot", 2023, time.April, address.RSS): "kenh/cap-va-cot/2023-04/rss.xml",
		address.ArticleShare("cap-quang"):                                 "bai-viet/cap-quang/og.png",
		address.ArchiveMonth(2023, time.April):                            "luu-tru/2023/04/index.html",
		address.Further(address.Topic("cap-va-cot"), 1):                   "chu-de/cap-va-cot/index.html",
		address.Further(address.Topic("cap-va-cot"), 2):                   "chu-de/cap-va-cot/trang-2/index.html",
		address.Stations:                               "dai/index.html",
		address.Station("ho-xa"):                       "dai/ho-xa/index.html",
		address.StationFile("ho-xa", address.JSONFeed): "dai/ho-xa/feed.json",
	} {
		if got := address.File(address_); got != want {
			t.Errorf("%s: got %s, want %s", address_, got, want)
		}
	}
}

// TestClaim: an address belongs to who asks first; what loa makes itself belongs to nobody.
func TestClaim(t *testing.T) {
	place := func(path string) diagnostic.Place {
		return diagnostic.Place{Source: diagnostic.NewSource(path, "chữ"), Span: diagnostic.Span{End: 4}}
	}
	var book address.Book
	if d := book.Claim(address.Article("cap-quang"), place("a.md")); d != nil {
		t.Fatalf("the first claim: %s", d.Message)
	}
	d := book.Claim("/bai-viet/Cap-Quang/", place("b.md"))
	if d == nil || d.Check != address.Taken || d.Source.Path != "b.md" || len(d.Related) != 1 || d.Related[0].Source.Path != "a.md" {
		t.Errorf("the second claim: %+v", d)
	}
	for _, system := range []string{"/", "/404.html", address.Stations, address.Station("ho-xa"), "/kenh/tat-ca/", "/nguon-tin/", "/van-ban/", "/chu-de/", "/bai-viet/",
		"/tai-nguyen/x/", "/chu-de/tat-ca/", "/chu-de/moi-nhat/", "/chu-de/chien-dich-le/", "/KENH/x/", address.Sheet("cap-quang"), "/bai-viet/X/Ban-Doc/",
		address.ArchiveYear(2023), address.Further(address.Topic("cap-va-cot"), 2), address.Further(address.Campaign("le"), 12)} {
		if d := book.Claim(system, place("c.md")); d == nil || d.Check != address.Reserved {
			t.Errorf("%s: %+v", system, d)
		}
	}
	for _, free := range []string{"/gioi-thieu/", "/van-ban/cong-van/", "/chu-de/cap-va-cot/", "/chu-de/trang-2/", "/chu-de/tat-ca-cac-cap/", "/bai-viet/ban-doc/", "/ban-doc/"} {
		if d := book.Claim(free, place("d.md")); d != nil {
			t.Errorf("%s: %s", free, d.Message)
		}
	}
}
