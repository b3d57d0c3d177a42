package site

import (
	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// BundleLink is a published day of a station for a stick.
type BundleLink struct {
	Day     civil.Date
	Address string
	Size    int64 // bytes
}

// takeaway is what a station prints or takes away: days for a stick, paper, its calendar and playlist, and where its feeds are.
func (c *composer) takeaway(s settings.Station) []Action {
	var actions []Action
	if c.Bundles != nil {
		for n, b := range c.Bundles(s.Slug) {
			actions = append(actions, Action{Name: "Tải " + inDate(b.Day) + " về USB (" + megabytes(b.Size) + ")", Icon: "i-luu",
				Address: b.Address, Download: true, Primary: n == 0, Day: b.Day.String()})
		}
	}
	if len(c.daysOn(s)) > 0 {
		paper := address.StationPrint(s.Slug)
		actions = append(actions,
			Action{Name: "In lịch tuần", Icon: "i-in", Address: paper + "#" + weekKey},
			Action{Name: "In sổ ghi phát", Icon: "i-in", Address: paper + "#" + logKey(c.day)})
	}
	return append(actions,
		Action{Name: "Lịch cho điện thoại (.ics)", Address: address.StationFile(s.Slug, address.Calendar)},
		Action{Name: "Danh sách phát (.m3u)", Address: address.StationFile(s.Slug, address.Playlist), Day: c.day.String()},
		Action{Name: "Địa chỉ nguồn tin", Address: "#h_nguon"},
		Action{Name: "In trang này", Icon: "i-in", Script: "in"})
}
