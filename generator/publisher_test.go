package generator_test

import (
	"cmp"
	"html"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/settings"
)

// province is what a centre of another level writes into its settings, all names made up.
var province = map[string]string{
	"content/_loa/loa.toml": `[trang]
ten = "Loa Sông Xanh"
mo_ta = "Bài viết và lời đọc cho bà con tỉnh Sông Xanh."
dia_chi = "https://loa.songxanh.example"
the = "loa.songxanh.example,2025"
cong_thong_tin = "https://songxanh.example"
giay_phep = "Được phép đăng lại, miễn là ghi rõ nguồn."
[co_quan]
ten = "Trung tâm Truyền thông tỉnh Sông Xanh"
chu_quan = "Ủy ban nhân dân tỉnh Sông Xanh"
cap = "tỉnh"
chu_ky = "Trung tâm Truyền thông tỉnh Sông Xanh thực hiện"
lien_he = "hoi@songxanh.example"
`,
	"content/_loa/dai.toml": `dia_ban = [
  { slug = "doi-may", ten = "xã Đồi Mây", ma = "00001", tu = 2020-01-01 },
  { slug = "ben-gio", ten = "phường Bến Gió", ma = "00002", tu = 2020-01-01 },
]
dai = [
  { slug = "doi-may", ten = "Đài truyền thanh xã Đồi Mây", dia_ban = "doi-may", cong_nghe = "ip", khung = "ca-tinh", tu = 2020-01-01 },
  { slug = "ben-gio", ten = "Đài truyền thanh phường Bến Gió", dia_ban = "ben-gio", cong_nghe = "fm", khung = "ca-tinh", tu = 2020-01-01 },
]
[khung.ca-tinh]
buoi = [{ ten = "sáng", tu = "05:00", den = "06:00", toi_da = "30m" }, { ten = "chiều", tu = "17:00", den = "19:00", toi_da = "60m" }]
tiep_am = [{ ten = "Thời sự tỉnh Sông Xanh", thu = ["2", "4"], tu = "18:30", den = "19:00" }]
`,
}

// namesOf are the names that settings give to the office, its site, its areas and its stations, the longest first. An area is also
// called by its name alone, without its kind.
func namesOf(s *settings.Settings) []string {
	host, _, _ := strings.Cut(s.Site.Authority, ",")
	names := []string{s.Site.Name, s.Site.Description, strings.TrimPrefix(s.Site.Base, "https://"), host, strings.TrimPrefix(s.Site.Portal, "https://"),
		s.Publisher.Name, s.Publisher.Superior, s.Publisher.Signature}
	for _, a := range s.Areas {
		names = append(names, a.Name, a.Name[strings.IndexFunc(a.Name, func(r rune) bool { return strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZĐÔ", r) }):])
	}
	for _, st := range s.Stations {
		names = append(names, st.Name)
	}
	for _, r := range s.Stations[0].Relays {
		if strings.Contains(r.Name, s.Publisher.Level) {
			names = append(names, r.Name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(names)
}

// asRead is a file as a person or a program reads its words: without escapes, folds, hard blanks and capitals.
func asRead(data []byte) string {
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	return strings.ToLower(strings.Join(strings.Fields(html.UnescapeString(text)), " "))
}

// areaList is the line of an article that is for some areas only.
var areaList = regexp.MustCompile(`dia_ban: \[[^\]]*\]`)

// TestAnotherPublisherNeedsItsSettingsAlone: with the settings of a province, nothing in a release says what the district called itself,
// its areas and its stations. The articles' own words do name their district; those are taken out first, and what is left over comes from
// settings, theme or program.
func TestAnotherPublisherNeedsItsSettingsAlone(t *testing.T) {
	district, _, err := settings.Load(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	names := namesOf(district)
	var away []string
	for _, name := range names {
		away = append(away, name, "quê mình", strings.ToUpper(name), "QUÊ MÌNH")
	}
	fsys := fstest.MapFS{}
	for _, folder := range []string{"content", "themes/loa", "static"} {
		copyInto(t, fsys, folder)
	}
	for name, f := range fsys {
		switch text := string(f.Data); {
		case path.Ext(name) == ".md":
			text = strings.NewReplacer(away...).Replace(text)
			f.Data = []byte(areaList.ReplaceAllString(text, "dia_ban: [doi-may]"))
		case path.Base(name) == "phap-luat.toml", path.Base(name) == "duong-day-nong.toml": // the province has acts and lines of its own
			f.Data = []byte(strings.NewReplacer(away...).Replace(text))
		}
	}
	for name, text := range province {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	own, found, err := settings.Load(fsys)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}

	for _, at := range []time.Time{campaign, time.Date(2026, 4, 25, 7, 0, 0, 0, settings.Zone)} {
		said := map[string]bool{}
		for _, f := range release(t, generator.Input{Root: fsys, At: at}).Files {
			for _, s := range district.Stations {
				if strings.HasPrefix(f.Path, "dai/"+s.Slug+"/") {
					t.Errorf("%s: the station is not one of the province", f.Path)
				}
			}
			if !utf8.Valid(f.Data) { // a picture
				continue
			}
			text := asRead(f.Data)
			for _, name := range names {
				if n := strings.Index(text, strings.ToLower(name)); n >= 0 {
					t.Errorf("%s holds %q: …%s…", f.Path, name, strings.ToValidUTF8(text[max(0, n-60):min(len(text), n+len(name)+60)], ""))
				}
			}
			for _, name := range namesOf(own) {
				said[name] = said[name] || strings.Contains(text, strings.ToLower(name))
			}
		}
		for _, name := range []string{own.Site.Name, own.Site.Description, "loa.songxanh.example", own.Publisher.Name, own.Publisher.Superior,
			own.Areas[0].Name, own.Stations[1].Name, "Thời sự tỉnh Sông Xanh"} {
			if !said[name] {
				t.Errorf("at %s nothing in the release says %q", at, name)
			}
		}
	}
}
