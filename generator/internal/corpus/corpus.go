// Package corpus makes content of any size from a seed: articles, areas and stations that are valid and different, for benchmarks and
// for tests of growth.
//
// [FS] gives a content folder as loa reads it, without theme. Equal arguments give equal bytes. Articles are dated backwards from [At],
// so that a build at At has new ones, some that wait, some that are over, some that were corrected or taken back. Areas have a past:
// communes of today come from mergers of 2025 and some of those of 2020, and articles name areas of all three times. Stations have five
// kinds of hours and announcers of two rates. Names of places are made of syllables and mean nobody.
//
// Goals: content in which nothing is found wrong, of which every stage has work like that of real content. Non-goals: prose that
// anybody would want to hear. The package is imported by tests only.
package corpus

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing/fstest"
	"time"
)

// At is the instant for which the content is made: a morning in the middle of its campaign.
var At = time.Date(2026, 4, 25, 7, 0, 0, 0, time.FixedZone("+07", 7*60*60))

// FS gives content/ with a number of articles and of stations, each with an area of its own. It panics below one of each.
func FS(seed uint64, articles, stations int) fs.FS {
	if articles < 1 || stations < 1 {
		panic("corpus: no articles or no stations")
	}
	w := &writer{random: rand.New(rand.NewPCG(seed, 0x6c6f61)), seed: seed, files: fstest.MapFS{}}
	w.office()
	w.network(stations)
	w.topics()
	for n := range articles {
		w.article(n)
	}
	return w.files
}

// writer puts the files together.
type writer struct {
	random *rand.Rand
	seed   uint64
	files  fstest.MapFS
	areas  []string // slugs for which articles may be
	ids    uint64
}

func (w *writer) file(name, text string) {
	w.files["content/"+name] = &fstest.MapFile{Data: []byte(text), ModTime: At}
}

// one chooses from a list.
func one[T any](w *writer, list []T) T { return list[w.random.IntN(len(list))] }

// day writes the civil day that lies some days after that of At.
func day(after int) string { return At.AddDate(0, 0, after).Format(time.DateOnly) }

// id gives an identity that no other bundle has: an odd factor turns the numbers below 2^40 around without meeting.
func (w *writer) id() string {
	const alphabet, signs = "0123456789abcdefghjkmnpqrstvwxyz", 8
	n := (w.ids*0x9e3779b97f4a7c15 + w.seed) & (1<<40 - 1)
	w.ids++
	id := make([]byte, signs)
	for i := range id {
		id[i] = alphabet[n>>(5*i)&31]
	}
	return string(id)
}

func (w *writer) office() {
	w.file("_loa/loa.toml", `[trang]
ten = "Loa thử"
mo_ta = "Bài viết và lời đọc để thử máy."
dia_chi = "https://loa.example.vn"
the = "loa.example.vn,2023"
[co_quan]
ten = "Trung tâm Văn hóa tỉnh"
cap = "tỉnh"
chu_ky = "Trung tâm Văn hóa tỉnh thực hiện"
[doc]
toc_do = 150
`)
	w.file("_loa/loi-chao.txt", "# chào\n{dai} xin chào bà con. Bây giờ là {gio}, {thu}, {ngay}.\n\n# kết\nChương trình của {dai} đến đây là hết.\n")
}

// subjects are the topics and the campaign.
var subjects = []struct{ slug, title string }{
	{"cap-va-cot", "Cáp và cột"}, {"tram-phat-song", "Trạm phát sóng"}, {"buu-chinh", "Bưu chính"},
	{"internet", "Internet"}, {"dai-truyen-thanh", "Đài truyền thanh"}, {"mua-mua-bao", "Mùa mưa bão"},
}

// campaign begins and ends as many days before and after At.
const campaign, campaignDays = "dot-thu", 10

func (w *writer) topics() {
	for n, s := range subjects {
		w.file("chu-de/"+s.slug+"/index.md", fmt.Sprintf("---\nid: %s\ntitle: %s\ndescription: Các bài về chủ đề này.\nthu_tu: %d\n---\n\nCác bài ở đây nói việc nhà mình làm được.\n", w.id(), s.title, n+1))
	}
	w.file("chien-dich/"+campaign+"/index.md", fmt.Sprintf("---\nid: %s\ntitle: Đợt thử của bộ bài làm sẵn\ndescription: Hai mươi ngày cùng giữ liên lạc.\ntu: %s\nden: %s\n---\n\nĐợt này nói phần việc của mỗi nhà.\n",
		w.id(), day(-campaignDays), day(campaignDays)))
}

// capital begins a sentence.
func capital(s string) string {
	first := []rune(s)[:1]
	return strings.ToUpper(string(first)) + s[len(string(first)):]
}
