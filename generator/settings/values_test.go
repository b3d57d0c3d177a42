package settings_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

func day(y int, m time.Month, d int) civil.Date { return civil.Date{Year: y, Month: m, Day: d} }

// good loads the settings of good.txtar.
func good(t testing.TB) *settings.Settings {
	a, err := txtar.ParseFile("testdata/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s, found := load(t, files(t, a, "\n"))
	if found != "" {
		t.Fatal(found)
	}
	return s
}

func TestEveryValueArrivesInItsField(t *testing.T) {
	s := good(t)
	same := func(what string, got, want any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	const ms = time.Millisecond
	same("site", s.Site, settings.Site{Name: "Loa Vĩnh Linh", Description: "Bài tuyên truyền cho đài truyền thanh cơ sở.", Base: "https://loa.example.vn",
		Authority: "loa.example.vn,2023", Licence: "CC BY 4.0"})
	same("level", s.Publisher.Level, "huyện")
	same("superior", s.Publisher.Superior, "UBND huyện Vĩnh Linh")
	same("retraction", s.Publisher.Retract("Đào {bai} hào"), "Bài Đào {bai} hào đã rút, bà con đừng làm theo.")
	same("reading", s.Reading, settings.Reading{Odd: "lẻ", Thousand: "ngàn", FirstDay: true, Numbers: "danh-van", Letters: "bo", Minutes: "gon", Rate: 140,
		Repeat: "tom-tat", Legal: true, Longest: 6*time.Minute + 30*time.Second})
	same("pauses", s.Pauses, settings.Pauses{Breath: 200 * ms, BeforeRepeat: 2000 * ms, Comma: 260 * ms, Clause: 400 * ms, Sentence: 600 * ms, Item: 500 * ms, Paragraph: 900 * ms, BeforeHeading: 1000 * ms})
	same("sound", s.Sound, settings.Sound{Make: settings.SoundRequired, Rate: 130, Voice: "vi-vn-x-south"})
	same("greeting", s.Greeting, settings.Greeting{Opening: "Đây là {dai}, phát lúc {gio}, {thu}, {ngay}.\nMời bà con nghe chương trình.",
		Closing: "Chương trình đến đây là hết. Cảm ơn bà con đã lắng nghe."})
	same("lexicon", s.Lexicon.Text, "UBND = Ủy ban nhân dân\n")
	same("counts", []int{len(s.Areas), len(s.Stations), len(s.Hotlines), len(s.Acts), len(s.Refused)}, []int{23, 23, 1, 17, 4})

	area, _ := s.Area("vinh-thuy")
	same("area", area, settings.Area{Slug: "vinh-thuy", Name: "xã Vĩnh Thủy", Code: "19402", From: day(2020, 1, 1), Until: day(2025, 7, 1), Successors: []string{"xa-vinh-thuy"}})
	station, _ := s.Station("vinh-o")
	same("station", station, settings.Station{Slug: "vinh-o", Name: "Đài truyền thanh xã Vĩnh Ô", Area: "vinh-o", Technology: settings.FM, Profile: "mien-nui", Rate: 120,
		Slots:     []settings.Slot{{Name: "sáng", Start: 330, End: 390, Most: 12 * time.Minute}, {Name: "chiều", Start: 1050, End: 1110, Most: 12*time.Minute + 30*time.Second}},
		Relays:    []settings.Relay{{Name: "Tạp chí Dân tộc và miền núi", Weekdays: []time.Weekday{time.Sunday}, Start: 1050, End: 1080}},
		Languages: []string{"vi", "bru"}, From: day(2020, 1, 1), Until: day(2025, 7, 1), Successors: []string{"xa-ben-quan"}})
	plain, _ := s.Station("ho-xa")
	same("quiet", plain.Quiet, []settings.Span{{Start: 1260, End: 300}, {Start: 660, End: 810}})
	same("weekdays", plain.Relays[3].Weekdays, []time.Weekday{time.Tuesday, time.Thursday, time.Saturday})
	same("end of a relay", plain.Relays[3].Until, day(2025, 7, 1))
	hotline, _ := s.Hotline("cuoc-goi-rac")
	same("hotline", hotline, settings.Hotline{Key: "cuoc-goi-rac", Number: "156", Name: "Đầu số tiếp nhận phản ánh cuộc gọi rác, cuộc gọi có dấu hiệu lừa đảo",
		When: "nhận cuộc gọi lạ đòi chuyển tiền, đòi mã xác thực, dọa nạt", Hours: "ngày đêm", Cost: "miễn phí", Checked: day(2022, 11, 5),
		Source: "Bộ Thông tin và Truyền thông, qua báo chí tháng 11/2022", Use: true})
	act, _ := s.Act("blhs-2015")
	line, _ := act.Place.Source.Position(act.Place.Span.Start)
	text, _ := act.Place.Source.Line(line)
	same("place of an act", text, `khoa = "blhs-2015"`)
	act.Place.Source = nil
	act.Place.Span.Start, act.Place.Span.End = 0, 0
	same("act", act, settings.Act{Key: "blhs-2015", Title: "Bộ luật Hình sự", Number: "100/2015/QH13", Date: day(2015, 11, 27), From: day(2018, 1, 1),
		Amended: []string{"12/2017/QH14", "59/2024/QH15", "86/2025/QH15"}, Cite: "dieu", Articles: []string{"173", "174", "178", "290", "303", "323"}})
	unclear, _ := s.Act("nd-15-2020")
	same("not verified from", unclear.Unclear, day(2024, 1, 1))
	same("refused", s.Refused[1], settings.RefusedAct{Number: "32/2007/PL-UBTVQH11", Reason: "chưa kiểm chứng nội dung và hiệu lực"})
}

func TestDefaultsHoldWithoutFiles(t *testing.T) {
	s, found := load(t, fstest.MapFS{})
	for _, file := range []string{"content/_loa/loa.toml: lỗi: thiếu tệp", "content/_loa/dai.toml: lỗi: thiếu tệp"} {
		if !strings.Contains(found, file) {
			t.Errorf("%q not in\n%s", file, found)
		}
	}
	if n := strings.Count(found, "lỗi:"); n != 2 {
		t.Errorf("%d findings, want 2:\n%s", n, found)
	}
	if s.Reading != (settings.Reading{Odd: "linh", Thousand: "nghìn", Numbers: "gon", Letters: "be", Minutes: "du", Rate: 150, Repeat: "khong", Longest: 8 * time.Minute}) || s.Pauses.Sentence != 600*time.Millisecond {
		t.Errorf("%+v %+v", s.Reading, s.Pauses)
	}
	if s.Sound != (settings.Sound{Make: settings.SoundIfPossible, Chime: true, Rate: 150, Voice: "vi-vn-x-central"}) {
		t.Errorf("%+v", s.Sound)
	}
	if got, want := s.Publisher.Retract("Đào hào"), "Bài “Đào hào” phát các ngày trước có chỗ sai, nay thu hồi. Bà con chờ tin đúng từ đài."; got != want {
		t.Errorf("taken back: %q, want %q", got, want)
	}
	if s.Lexicon != nil || s.Greeting != (settings.Greeting{}) {
		t.Errorf("lexicon %v, greeting %v", s.Lexicon, s.Greeting)
	}
}

func TestServes(t *testing.T) {
	s := good(t)
	before, after := day(2023, 4, 25), day(2025, 7, 1)
	for _, c := range []struct {
		station, area string
		day           civil.Date
		want          bool
		why           string
	}{
		{"vinh-o", "vinh-o", before, true, "its own area"},
		{"vinh-o", "vinh-ha", before, false, "a neighbour"},
		{"xa-ben-quan", "vinh-o", before, false, "not yet a station"},
		{"xa-ben-quan", "vinh-o", after, true, "the area went over to its own"},
		{"xa-ben-quan", "xa-ben-quan", after, true, "its own area"},
		{"vinh-o", "vinh-o", after, false, "no longer a station"},
		{"vinh-o", "xa-ben-quan", before, false, "a chain goes forward only"},
		{"xa-ben-quan", "ho-xa", after, false, "the chain leads elsewhere"},
		{"xa-ben-quan", "nowhere", after, false, "no such area"},
	} {
		station, ok := s.Station(c.station)
		if !ok {
			t.Fatal(c.station)
		}
		if got := s.Serves(station, c.area, c.day); got != c.want {
			t.Errorf("%s serves %s on %s: %v, want %v (%s)", c.station, c.area, c.day, got, c.want, c.why)
		}
	}
}

func TestServesFollowsLongChainsAndLeavesCircles(t *testing.T) {
	s := &settings.Settings{Areas: []settings.Area{{Slug: "mot", Successors: []string{"hai"}}, {Slug: "hai", Successors: []string{"mot", "ba"}}, {Slug: "ba"}}}
	if !s.Serves(settings.Station{Area: "ba"}, "mot", day(2023, 1, 1)) {
		t.Error("mot → hai → ba")
	}
	if s.Serves(settings.Station{Area: "bon"}, "mot", day(2023, 1, 1)) {
		t.Error("mot never reaches bon")
	}
}

func TestLookupWorksOnSettingsMadeByHand(t *testing.T) {
	s := &settings.Settings{Hotlines: []settings.Hotline{{Key: "cong-an", Number: "113"}}}
	if h, ok := s.Hotline("cong-an"); !ok || h.Number != "113" {
		t.Errorf("%v %v", h, ok)
	}
	if _, ok := s.Act("blhs-2015"); ok {
		t.Error("there is no act")
	}
}

func TestTooLargeFilesAreNotParsed(t *testing.T) {
	fsys := files(t, &txtar.Archive{}, "\n")
	fsys["content/_loa/phap-luat.toml"] = &fstest.MapFile{Data: make([]byte, 256<<10+1)}
	fsys["content/_loa/dai.toml"] = &fstest.MapFile{Data: []byte("a = [" + strings.Repeat("1,", 500_001) + "]")}
	fsys["content/_loa/loi-chao.txt"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	_, found := load(t, fsys)
	want := `content/_loa/dai.toml:1:1: lỗi: tệp có 500003 khóa và giá trị, quá mức [cai-dat-hong]
content/_loa/loi-chao.txt: lỗi: “loi-chao.txt” không phải tệp thường [cai-dat-hong]
content/_loa/phap-luat.toml: lỗi: tệp nặng quá mức 256 KB [cai-dat-hong]
`
	var heads strings.Builder
	for line := range strings.Lines(found) {
		if strings.HasPrefix(line, "content/") {
			heads.WriteString(line)
		}
	}
	if diff := cmp.Diff(want, heads.String()); diff != "" {
		t.Error(diff)
	}
}

func TestDeepAndEndlessFilesEnd(t *testing.T) {
	for name, c := range map[string]struct {
		text, want string
		least      int // findings
		most       int
	}{
		"deep list":        {"khung = " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "lồng sâu quá 8 tầng", 1, 1},
		"list without end": {"khung = " + strings.Repeat("[", 200_000), "dòng viết sai ở đây", 1, 20},
		"deep table":       {"[" + strings.Repeat("a.", 2000) + "a]\nx = 1", "quá 8 đoạn", 1, 1},
		"no settings file": {strings.Repeat("x y\n", 10_000), "thiếu dấu =", 16, 16},
		"wrong keys":       {"[[dai]]\n" + manyKeys(5000), "không có khóa “k1”", 1001, 1001},
		"hidden signs":     {"# " + strings.Repeat("\u200b", 5000), "U+200B", 100, 100},
	} {
		fsys := files(t, &txtar.Archive{}, "\n")
		fsys["content/_loa/dai.toml"] = &fstest.MapFile{Data: []byte(c.text)}
		_, found, err := settings.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) < c.least || len(found) > c.most {
			t.Errorf("%s: %d findings, want %d to %d", name, len(found), c.least, c.most)
		}
		if len(found) > 0 && !slices.ContainsFunc(found, func(d diagnostic.Diagnostic) bool { return strings.Contains(d.Message, c.want) }) {
			t.Errorf("%s: %s, want %s", name, found[0].Message, c.want)
		}
	}
}

func TestRepeatedItemsCountOnce(t *testing.T) {
	fsys := files(t, &txtar.Archive{}, "\n")
	text := strings.Replace(string(fsys["content/_loa/dai.toml"].Data), `ngon_ngu = ["vi"]`, `ngon_ngu = ["vi", "vi"]`, 1)
	fsys["content/_loa/dai.toml"] = &fstest.MapFile{Data: []byte(text)}
	s, found := load(t, fsys)
	if st, _ := s.Station("ho-xa"); found != "" || !slices.Equal(st.Languages, []string{"vi"}) {
		t.Errorf("%v\n%s", st.Languages, found)
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	return b.String()
}

// faulty is a disk that fails on one file.
type faulty struct {
	fsys fs.FS
	name string
}

var errDisk = errors.New("disk")

func (f faulty) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, errDisk
	}
	return f.fsys.Open(name)
}

func TestTroubleOfTheMachineIsAnError(t *testing.T) {
	for _, name := range []string{"content/_loa", "content/_loa/loa.toml", "content/_loa/phat-am.txt"} {
		fsys := files(t, &txtar.Archive{Files: []txtar.File{{Name: "phat-am.txt"}}}, "\n")
		s, found, err := settings.Load(faulty{fsys, name})
		if !errors.Is(err, errDisk) || s != nil || found != nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: settings %t, %d findings, %v", name, s != nil, len(found), err)
		}
	}
}

func TestChecksAreSortedAndNamedOnce(t *testing.T) {
	var names []string
	for _, c := range settings.Checks() {
		names = append(names, c.Name)
		if c.Title == "" {
			t.Errorf("%s has no title", c.Name)
		}
	}
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Error(names)
	}
}
