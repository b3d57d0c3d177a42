package feed_test

import (
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/settings"
)

// authority is that of the tests; tag makes an identifier of it.
const authority = "loa.example.vn,2023"

func tag(specific string) string { return "tag:" + authority + ":" + specific }

// base is where the site of the tests lies.
const base = "https://loa.example.vn"

var merger = civil.Date{Year: 2025, Month: time.July, Day: 1}

// office has two communes that become one, a third that stays, and their stations.
func office() *settings.Settings {
	founded := civil.Date{Year: 2020, Month: time.January, Day: 1}
	area := func(slug, name string, from, until civil.Date, heirs ...string) settings.Area {
		return settings.Area{Slug: slug, Name: name, From: from, Until: until, Successors: heirs}
	}
	station := func(slug, name string, from, until civil.Date, heirs ...string) settings.Station {
		return settings.Station{Slug: slug, Name: "Đài truyền thanh " + name, Area: slug, Languages: []string{"vi"}, From: from, Until: until, Successors: heirs}
	}
	never := civil.Date{}
	return &settings.Settings{
		Site: settings.Site{Name: "Loa Vĩnh Linh", Description: "Bài tuyên truyền để đọc trên loa của các xã.",
			Base: base, Authority: authority, Licence: "Được dùng lại, xin ghi nguồn."},
		Publisher: settings.Publisher{Name: "Trung tâm Văn hóa", Retraction: "Bài “{bai}” có chỗ sai, đã rút. Bà con chờ tin đúng."},
		Areas: []settings.Area{
			area("vinh-o", "xã Vĩnh Ô", founded, merger, "xa-ben-quan"),
			area("vinh-ha", "xã Vĩnh Hà", founded, merger, "xa-ben-quan"),
			area("vinh-thai", "xã Vĩnh Thái", founded, never),
			area("xa-ben-quan", "xã Bến Quan", merger, never),
		},
		Stations: []settings.Station{
			station("vinh-o", "xã Vĩnh Ô", founded, merger, "xa-ben-quan"),
			station("vinh-ha", "xã Vĩnh Hà", founded, merger, "xa-ben-quan"),
			station("vinh-thai", "xã Vĩnh Thái", founded, never),
			station("xa-ben-quan", "xã Bến Quan", merger, never),
		},
	}
}
