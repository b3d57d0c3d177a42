package settings

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"
)

// ShortDate is a date as it is printed: "25/4/2023", and "01/5/2023" in the manner of official texts: a day below ten and the months
// January and February get a zero.
func ShortDate(d civil.Date) string {
	day, month := strconv.Itoa(d.Day), strconv.Itoa(int(d.Month))
	if d.Day < 10 {
		day = "0" + day
	}
	if d.Month <= time.February {
		month = "0" + month
	}
	return day + "/" + month + "/" + strconv.Itoa(d.Year)
}

// Weekday is the name of a day of the week as it stands alone: "Thứ Ba", "Chủ nhật".
func Weekday(d civil.Date) string {
	names := [...]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}
	return names[d.In(Zone).Weekday()]
}

// spokenWeekday is a day of the week inside a sentence: "thứ Ba", "chủ nhật".
func spokenWeekday(d civil.Date) string {
	name := Weekday(d) // its first letter is one byte
	return strings.ToLower(name[:1]) + name[1:]
}

// spokenDate is a day to be read aloud: "ngày 25 tháng 4 năm 2023".
func spokenDate(d civil.Date) string {
	return fmt.Sprintf("ngày %d tháng %d năm %d", d.Day, d.Month, d.Year)
}

// spokenClock is a time of day to be read aloud: "5 giờ 30 phút", "17 giờ".
func spokenClock(d time.Duration) string {
	hours, minutes := int(d/time.Hour), int(d%time.Hour/time.Minute)
	if minutes == 0 {
		return fmt.Sprintf("%d giờ", hours)
	}
	return fmt.Sprintf("%d giờ %d phút", hours, minutes)
}
