package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// explain finds the reason of each missed reading on the final plan, and orders them by item.
func (d *day) explain() {
	slices.SortFunc(d.missed, func(a, b Unplaced) int {
		return cmp.Or(cmp.Compare(a.Item.ID, b.Item.ID), cmp.Compare(a.Reading, b.Reading))
	})
	var longest, most time.Duration
	for _, s := range d.whole {
		longest = max(longest, s.end-s.start)
		most = max(most, min(s.end-s.start, d.sessions[s.session].Most))
	}
	for n := range d.missed {
		u := &d.missed[n]
		u.Room = min(longest, most)
		switch {
		case len(d.whole) == 0:
			u.Reason = NoSession
		case u.Item.Length > u.Room:
			u.Reason = TooLong
		case !d.minutesLeft(u.Item):
			u.Reason = NoMinutes
		case d.roomLeft(u.Item):
			u.Reason = TooNear
		default:
			u.Reason = NoRoom
		}
	}
}

// minutesLeft says whether a session with free time has minutes for the item.
func (d *day) minutesLeft(item *Item) bool {
	for _, s := range d.sessions {
		if s.Used+item.Length <= s.Most {
			return true
		}
	}
	return false
}

// roomLeft says whether the item would fit if its other readings were no matter.
func (d *day) roomLeft(item *Item) bool {
	for _, s := range d.free {
		if session := d.sessions[s.session]; session.Used+item.Length <= session.Most && s.end-s.start >= item.Length {
			return true
		}
	}
	return false
}

// Sentence says in Vietnamese why a reading has no place.
func (u Unplaced) Sentence() string {
	switch u.Reason {
	case NoSession:
		return "Ngày này đài không có buổi phát"
	case TooLong:
		return fmt.Sprintf("Bài dài %s, chỗ trống dài nhất của ngày là %s", Spell(u.Item.Length), Spell(u.Room))
	case NoMinutes:
		return "Các buổi đã dùng hết số phút cho phép"
	case TooNear:
		return "Chỉ còn chỗ quá gần lần đọc trước"
	}
	return "Không còn khoảng trống nào đủ dài"
}

// Spell writes a length in words: "4 phút 30 giây".
func Spell(d time.Duration) string {
	minutes, seconds := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case minutes == 0:
		return fmt.Sprintf("%d giây", seconds)
	case seconds == 0:
		return fmt.Sprintf("%d phút", minutes)
	}
	return fmt.Sprintf("%d phút %d giây", minutes, seconds)
}
