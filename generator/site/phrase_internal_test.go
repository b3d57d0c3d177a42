package site

import (
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
)

func TestPhrases(t *testing.T) {
	day := func(y, m, d int) civil.Date { return civil.Date{Year: y, Month: time.Month(m), Day: d} }
	for _, c := range []struct{ name, got, want string }{
		{"a date", shortDate(day(2023, 4, 25)), "25/4/2023"},
		{"a day below ten has a zero", shortDate(day(2023, 5, 1)), "01/5/2023"},
		{"so has a month below three", shortDate(day(2009, 2, 23)), "23/02/2009"},
		{"October has none", shortDate(day(2009, 10, 23)), "23/10/2009"},
		{"a day that is looked for", dayInWords(day(2023, 4, 25)), "Thứ\u00a0Ba, ngày\u00a025/4/2023"},
		{"the day without a number", weekday(day(2023, 4, 30)), "Chủ\u00a0nhật"},
		{"a time of day", clockOf(5*time.Hour + 30*time.Second), "05:00"},
		{"no name", enumerate(nil), ""},
		{"one name", enumerate([]string{"A"}), "A"},
		{"names", enumerate([]string{"A", "B", "C"}), "A, B và C"},
		{"minutes and seconds", spokenLength(3*time.Minute + 10*time.Second), "3\u00a0phút 10\u00a0giây"},
		{"whole minutes", spokenLength(3 * time.Minute), "3\u00a0phút"},
		{"seconds alone", spokenLength(45 * time.Second), "45\u00a0giây"},
		{"an empty article is read in a minute", readingTime(0), "Đọc 1\u00a0phút"},
		{"a begun minute counts", readingTime(201), "Đọc 2\u00a0phút"},
		{"no article", countOf(0), "chưa có bài"},
		{"thousands have a dot", countOf(1234567), "1.234.567\u00a0bài"},
		{"days left", daysLeft(day(2023, 5, 3), day(2023, 4, 27)), "Còn 6 ngày"},
		{"over the end of a month", daysLeft(day(2023, 5, 1), day(2023, 4, 30)), "Còn 1 ngày"},
		{"the last day", daysLeft(day(2023, 5, 3), day(2023, 5, 3)), "Hôm nay là ngày cuối"},
		{"a number stays with its word", bind("đứng xa và gọi 113 hoặc 114"), "đứng xa và gọi\u00a0113 hoặc\u00a0114"},
		{"a title that begins with a number", bind("5 việc nên làm"), "5 việc nên làm"},
		{"words become a sentence", sentence("Nêu sai loại hàng"), "Nêu sai loại hàng."},
		{"a sentence stays one", sentence("Nêu sai loại hàng."), "Nêu sai loại hàng."},
		{"a letter with marks is put in upper case", capital("đài xã"), "Đài xã"},
		{"and in lower case", lower("Đài xã"), "đài xã"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestBlanks(t *testing.T) {
	for _, c := range []struct {
		name string
		got  []Piece
		want []Piece
	}{
		{"a date that was left blank", blanks("ngày … tháng 4"), []Piece{{Text: "ngày "}, {Blank: true}, {Text: " tháng 4"}}},
		{"a whole line", blanks("ngày 21 tháng 4"), []Piece{{Text: "ngày 21 tháng 4"}}},
		{"nothing", blanks(""), nil},
		{"a number that was never filled in", number("UBND -VHTT"), []Piece{{Blank: true}, {Text: "UBND -VHTT"}}},
		{"a number that says where it is blank", number("…/UBND-VHTT"), []Piece{{Blank: true}, {Text: "/UBND-VHTT"}}},
		{"a number", number("404/STTTT-BCVT&CNTT"), []Piece{{Text: "404/STTTT-BCVT&CNTT"}}},
		{"no number", number(""), nil},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestBodyAnswersTheHooks(t *testing.T) {
	b := Body{Origin: "https://loa.example.vn", Anchors: map[string]string{"Vì sao": "vi-sao", "Đo": "do", "Độ": "do-2"},
		Pictures: map[string]Figure{"a.png": {Address: "/x/a-1.png", Width: 9, Height: 6, Credit: "Ai"}}}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"a heading", b.Anchor("Vì sao", "vì-sao"), "vi-sao"},
		{"the same heading again", b.Anchor("Vì sao", "vì-sao-1"), "vi-sao-1"},
		{"two headings of one spelling without marks", b.Anchor("Độ", "độ"), "do-2"},
		{"a heading that ends in a number", b.Anchor("Lễ 30/4", "lễ-304"), "le-30-4"},
		{"a link inside the site", b.Link("/chu-de/x/#y"), Reference{Address: "/chu-de/x/#y"}},
		{"a link inside the page", b.Link("#y"), Reference{Address: "#y"}},
		{"an absolute link to the site itself", b.Link("https://loa.example.vn/chu-de/"), Reference{Address: "/chu-de/"}},
		{"a host whose name only begins so", b.Link("https://loa.example.vn.evil.example/"), Reference{Address: "https://loa.example.vn.evil.example/", Outer: true}},
		{"another site", b.Link("https://example.vn/a?b=1"), Reference{Address: "https://example.vn/a?b=1", Outer: true}},
		{"a telephone number", b.Link("tel:113"), Reference{Address: "tel:113"}},
		{"a script", b.Link("JavaScript:alert(1)"), Reference{}},
		{"a file of the machine", b.Link("file:///etc/passwd"), Reference{}},
		{"a picture", b.Image("./a.png", "Lời", "Hình: Ai", 1), &Figure{Address: "/x/a-1.png", Alt: "Lời", Caption: "Hình: Ai", Width: 9, Height: 6, Late: true}},
		{"the first picture is loaded at once", b.Image("a.png", "Lời", "", 0).Late, false},
		{"a picture that there is not", b.Image("b.png", "Lời", "", 0), (*Figure)(nil)},
		{"a table", b.TableName(0), "Bảng 1"},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
