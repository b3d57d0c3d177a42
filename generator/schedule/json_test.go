package schedule_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
)

// document is lich.json as a program of somebody else would declare it from FEEDS.md 8.4.
type document struct {
	Station struct {
		Slug string `json:"slug"`
		Name string `json:"ten"`
		Zone string `json:"mui_gio"`
	} `json:"dai"`
	Days []struct {
		Date     string  `json:"ngay"`
		Urgent   []entry `json:"khan"`
		Sessions []struct {
			Name    string  `json:"ten"`
			Start   string  `json:"tu"`
			End     string  `json:"den"`
			Most    int     `json:"toi_da"`
			Used    int     `json:"da_dung"`
			Entries []entry `json:"muc"`
		} `json:"buoi"`
		Unplaced []struct {
			ID       string `json:"id"`
			Reading  int    `json:"lan"`
			Reason   string `json:"ly_do"`
			Sentence string `json:"cau"`
		} `json:"khong_xep"`
	} `json:"ngay"`
}

type entry struct {
	At       string `json:"luc"`
	Kind     string `json:"loai"`
	ID       string `json:"id"`
	Title    string `json:"tieu_de"`
	Name     string `json:"ten"`
	Reading  int    `json:"lan"`
	Of       int    `json:"so_lan"`
	Seconds  int    `json:"thoi_luong"`
	Priority string `json:"uu_tien"`
	Sound    string `json:"am_thanh"`
	Script   string `json:"loi_doc"`
	Wish     string `json:"mong_muon"`
	Taken    *bool  `json:"thu_hoi"`
}

// decode reads the document, and refuses a key that the declaration does not have and a list that is null.
func decode(t testing.TB, data []byte) (d document) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	if d.Days == nil {
		t.Error("no list of days")
	}
	for _, day := range d.Days {
		if day.Urgent == nil || day.Sessions == nil || day.Unplaced == nil {
			t.Errorf("%s: a list is missing", day.Date)
		}
	}
	return d
}

// TestTheProgrammeByHand is the example of FEEDS.md 7.3 as programs get it (claim 24).
func TestTheProgrammeByHand(t *testing.T) {
	d := decode(t, schedule.JSON(outlook(t, real(t), stories(), "vinh-thuy", morning)))
	if d.Station.Slug != "vinh-thuy" || d.Station.Name != "Đài truyền thanh xã Vĩnh Thủy" || d.Station.Zone != "Asia/Ho_Chi_Minh" {
		t.Errorf("station %+v", d.Station)
	}
	if len(d.Days) != 9 || d.Days[0].Date != "2023-04-24" || d.Days[8].Date != "2023-05-02" {
		t.Fatalf("days %+v", d.Days)
	}
	var got []string
	for _, s := range d.Days[0].Sessions {
		got = append(got, fmt.Sprintf("%s %s %s %d/%d", s.Name, s.Start, s.End, s.Used, s.Most))
		for _, e := range s.Entries {
			got = append(got, fmt.Sprintf("%s %s %s%s %d/%d %d %s", e.At, e.Kind, e.ID, e.Name, e.Reading, e.Of, e.Seconds, e.Wish))
		}
	}
	for _, u := range d.Days[0].Unplaced {
		got = append(got, fmt.Sprintf("%s %d %s %s", u.ID, u.Reading, u.Reason, u.Sentence))
	}
	want := []string{
		"sáng 05:30 06:30 780/900",
		"05:35:00 bai 01 1/2 150 05:35", "05:40:00 bai 02 1/2 150 05:40", "05:45:00 bai 03 1/2 150 05:45", "05:50:00 bai 18 1/2 180 05:50",
		"05:55:00 bai 13 1/2 150 05:55", "06:00:00 tiep-am Thời sự VOV1 0/0 1500 ",
		"chiều 17:00 18:30 870/900",
		"17:00:30 bai 07 1/1 150 05:50", "17:05:00 bai 01 2/2 150 17:05", "17:10:00 bai 02 2/2 150 17:10", "17:15:00 bai 03 2/2 150 17:15",
		"17:20:00 bai 13 2/2 150 17:20", "17:30:00 tiep-am Thời sự Đài tỉnh 0/0 900 ", "17:55:00 bai 10 1/1 120 17:55", "18:00:00 tiep-am Thời sự VOV1 0/0 1800 ",
		"18 2 het-phut Các buổi đã dùng hết số phút cho phép",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestUrgentItemsStandAboveTheProgramme: they are in a list of their own, and what was planned is as it is without them (claim 25).
func TestUrgentItemsStandAboveTheProgramme(t *testing.T) {
	s, list := real(t), stories()
	list["07"].Broadcast.Priority = article.Urgent
	with := decode(t, schedule.JSON(outlook(t, s, list, "vinh-thuy", morning)))
	delete(list, "07")
	without := decode(t, schedule.JSON(outlook(t, s, list, "vinh-thuy", morning)))
	for n := range with.Days {
		urgent := with.Days[n].Urgent
		if len(urgent) != 1 || urgent[0].ID != "07" || urgent[0].Priority != "khan" || urgent[0].At != "" || urgent[0].Script == "" {
			t.Errorf("%s: urgent %+v", with.Days[n].Date, urgent)
		}
		with.Days[n].Urgent = without.Days[n].Urgent
	}
	if !reflect.DeepEqual(with, without) {
		t.Errorf("with it\n%+v\nwithout\n%+v", with, without)
	}
}

// TestProgrammeAfterAWithdrawal: on its day the article keeps its place and says that it is not to be read; then it is absent (claim 26).
func TestProgrammeAfterAWithdrawal(t *testing.T) {
	s, list := real(t), stories()
	before := decode(t, schedule.JSON(outlook(t, s, list, "vinh-thuy", morning)))
	withdraw(list, "02", morning.Add(5*3600e9))
	after := decode(t, schedule.JSON(outlook(t, s, list, "vinh-thuy", morning.Add(6*3600e9))))
	taken := 0
	for n, session := range after.Days[1].Sessions {
		for i, e := range session.Entries {
			old := before.Days[1].Sessions[n].Entries[i]
			if e.At != old.At || e.ID != old.ID {
				t.Errorf("%+v stands where %+v stood", e, old)
			}
			if e.ID != "" && *e.Taken != (e.ID == "02") || e.ID == "02" && e.Script != "" {
				t.Errorf("%+v", e)
			}
			if e.ID == "02" {
				taken++
			}
		}
	}
	if taken == 0 {
		t.Error("the article is not there on its day")
	}
	for _, day := range after.Days[2:] {
		if strings.Contains(fmt.Sprint(day), "02 Một sợi") {
			t.Errorf("%s still reads it", day.Date)
		}
	}
}
