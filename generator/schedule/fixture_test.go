package schedule_test

import (
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// morning is the instant of the builds in most tests: the second day of the campaign.
var morning = time.Date(2023, 4, 25, 7, 0, 0, 0, settings.Zone)

// titles are the articles of april.
var titles = map[string]string{
	"01": "Giữ liên lạc thông suốt những ngày lễ", "02": "Một sợi cáp bị cắt, cả xóm mất liên lạc", "03": "Thấy dây rơi trên đường, đứng xa và báo ngay",
	"04": "Hỏi một câu trước khi đào", "05": "Dây đồng không rõ nguồn gốc, đừng mua", "06": "Cột nghiêng trước mùa giông",
	"07": "Trạm phát sóng sau xóm là của chung", "08": "Có người xưng là thợ viễn thông, hỏi thẻ trước", "10": "Gói hàng mình không đặt",
	"11": "Những thứ không gửi qua đường bưu điện", "12": "Điểm bưu điện của xã, ngày lễ vẫn cần giữ", "13": "Cuộc gọi dọa nạt, gác máy rồi gọi lại",
	"14": "Đường dẫn lạ trong tin nhắn ngày lễ", "15": "Đọc lại một lần trước khi chia sẻ", "16": "Ông bà và chiếc điện thoại",
	"17": "Tiếng loa quê mình", "18": "Mất điện, mất mạng: chuẩn bị trước",
}

// story is an article of april, how long it takes to read, and its sound.
type story struct {
	*article.Article
	length time.Duration
	sound  schedule.Sound
}

// stories are the articles of april, whole, by ID.
func stories() map[string]story {
	topic := &article.Topic{Slug: "cap-va-cot", Title: "Cáp và cột"}
	campaign := &article.Campaign{Slug: "le-30-4", Title: "Lễ 30/4, 1/5"}
	list := map[string]story{}
	for n, i := range april() {
		date := time.Date(2023, 4, 20, 8, n, 0, 0, settings.Zone)
		list[i.ID] = story{&article.Article{
			ID: i.ID, Slug: "bai-" + i.ID, Title: titles[i.ID], Date: date, LastMod: date.Add(time.Hour), Topic: topic, Campaign: campaign,
			Remember:  []string{"Đứng xa dây rơi, giữ trẻ nhỏ lại.", "Gọi 19001909; nói rõ thôn, xã."},
			Broadcast: &article.Broadcast{From: i.First, Until: i.Last, Priority: i.Priority, PerDay: i.PerDay, Times: i.Wishes, Language: "vi"},
		}, i.Length, schedule.Sound{}}
	}
	return list
}

// itemsOf gives the items of stories in an order that differs each time.
func itemsOf(t testing.TB, list map[string]story) (items []schedule.Item) {
	t.Helper()
	for _, s := range list {
		item, aired := schedule.ItemOf(s.Article, &speech.Script{Duration: s.length}, s.sound)
		if !aired {
			t.Fatal(s.ID, "is not for air")
		}
		items = append(items, item)
	}
	return items
}

// outlook is that of a station of the real network with a list of articles.
func outlook(t testing.TB, s *settings.Settings, list map[string]story, slug string, at time.Time) schedule.Outlook {
	t.Helper()
	return schedule.New(s, itemsOf(t, list)).Outlook(station(t, s, slug), at)
}

// withdraw takes an article back. What is known before that instant is another list.
func withdraw(list map[string]story, id string, at time.Time) {
	list[id].Withdrawn = &article.Withdrawal{At: at, Reason: "Số điện thoại ghi sai."}
}

// voice gives an article its sound.
func voice(list map[string]story, id string, length time.Duration) {
	s := list[id]
	s.sound = schedule.Sound{Address: "/am-thanh/" + id + "-0123456789ab.mp3", Length: length}
	list[id] = s
}

// replay gives the list as a case of a golden asks for, and its instant: lines "at INSTANT", "withdraw ID INSTANT", "khan ID",
// "sound ID LENGTH".
func replay(t *testing.T, text string) (list map[string]story, at time.Time) {
	t.Helper()
	list = stories()
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		instant, err := time.Parse(time.RFC3339, f[len(f)-1])
		switch f[0] {
		case "at":
			at = instant
		case "withdraw":
			withdraw(list, f[1], instant)
		case "khan":
			err = nil
			list[f[1]].Broadcast.Priority = article.Urgent
		case "sound":
			var length time.Duration
			length, err = time.ParseDuration(f[2])
			voice(list, f[1], length)
		default:
			t.Fatalf("unknown line %q", line)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return list, at
}
