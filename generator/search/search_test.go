package search_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/search"
)

func document(id, title, body string) search.Document {
	return search.Document{ID: id, Address: "/bai-viet/" + id + "/", Title: title, Description: "Mô tả.", Date: time.Date(2023, 4, 23, 7, 0, 0, 0, time.UTC), Body: body}
}

func TestTerms(t *testing.T) {
	table, err := os.ReadFile("testdata/fold.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.Lines(string(table)) {
		typed, want, found := strings.Cut(strings.TrimSuffix(line, "\n"), " =>")
		if strings.HasPrefix(line, "#") || !found {
			continue
		}
		lines++
		folded, marked := search.Terms(typed)
		if got := strings.Join(folded, " "); got != strings.TrimSpace(want) {
			t.Errorf("%q: %q, want %q", typed, got, strings.TrimSpace(want))
		}
		if len(folded) != len(marked) {
			t.Errorf("%q: %d terms, %d forms", typed, len(folded), len(marked))
		}
	}
	if lines < 10 {
		t.Fatal("the table was not read")
	}
}

// reader is what tim.js does, written from the form of the files alone.
type reader struct {
	index search.Index
	files map[string]string
	loads int // bytes
}

func open(t testing.TB, index search.Index) *reader {
	t.Helper()
	r := &reader{index: index, files: map[string]string{}}
	for _, f := range index.Files {
		if _, twice := r.files[f.Path]; twice {
			t.Fatalf("%s twice", f.Path)
		}
		r.files[f.Path] = string(f.Data)
	}
	return r
}

type found struct{ document, weight, bits int }

// term loads a shard and gives the marked forms and postings of a term.
func (r *reader) term(t testing.TB, text string) (forms []string, list []found) {
	t.Helper()
	shard, there := r.files[address.File(address.SearchShard(search.Shard(text, r.index.Shards)))]
	if !there {
		t.Fatalf("no shard for %q", text)
	}
	r.loads += len(shard)
	for line := range strings.Lines(shard) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if fields[0] != text {
			continue
		}
		at := 0
		for p := range strings.FieldsSeq(fields[2]) {
			delta, weight, bits := number(t, p[:len(p)-2], 36), number(t, p[len(p)-2:len(p)-1], 36), number(t, p[len(p)-1:], 16)
			at += delta
			list = append(list, found{at, weight, bits})
		}
		forms = strings.Split(fields[1], ",")
	}
	return forms, list
}

func number(t testing.TB, s string, base int) int {
	t.Helper()
	n, err := strconv.ParseInt(s, base, 32)
	if err != nil {
		t.Fatal(err)
	}
	return int(n)
}

// search gives the addresses that have all words, the best first.
func (r *reader) search(t testing.TB, query string) []string {
	t.Helper()
	folded, marked := search.Terms(query)
	scores, have := map[int]int{}, map[int]int{}
	seen := map[string]bool{}
	terms := 0
	for i, f := range folded {
		if !seen[f] {
			seen[f] = true
			terms++
			forms, list := r.term(t, f)
			bit := slices.Index(forms, marked[i])
			for _, p := range list {
				have[p.document]++
				switch { // marks that were typed are meant
				case marked[i] == f || bit < 0:
					scores[p.document] += 4 * p.weight
				case p.bits&(1<<bit) != 0:
					scores[p.document] += 4*p.weight + 8
				default:
					scores[p.document] += p.weight
				}
			}
		}
		if i > 0 {
			_, list := r.term(t, search.Pair(folded[i-1], f))
			for _, p := range list {
				scores[p.document] += 4 * p.weight
			}
		}
	}
	var documents []int
	for d, n := range have {
		if n == terms {
			documents = append(documents, d)
		}
	}
	slices.SortFunc(documents, func(a, b int) int {
		if scores[a] != scores[b] {
			return scores[b] - scores[a]
		}
		return b - a // the newer first
	})
	var addresses []string
	for _, d := range documents[:min(len(documents), 10)] {
		page := r.files[address.File(address.SearchResults(d/search.PerPage))]
		r.loads += len(page)
		var results []struct {
			Address string `json:"dia_chi"`
		}
		if err := json.Unmarshal([]byte(page), &results); err != nil {
			t.Fatal(err)
		}
		addresses = append(addresses, results[d%search.PerPage].Address)
	}
	return addresses
}

func TestSearch(t *testing.T) {
	r := open(t, search.New([]search.Document{
		document("than", "Một bài khác", strings.Repeat("cáp quang đứt, cáp quang rơi, ", 30)),
		document("ten", "Giữ gìn cáp quang là giữ liên lạc", "Không có gì."),
		document("dai", "Đài truyền thanh của xã", "Nghe đài mỗi sáng."),
		document("dat", "Đại hội dài ngày", "Bà con đi dài theo con đường dương liễu."),
		document("roi", "Quang cảnh sau khi cáp rơi", "Không có gì."),
	}))
	for _, c := range []struct{ query, want string }{
		{"cap quang", "ten roi than"},
		{"cáp quang", "ten roi than"},
		{"CÁP QUANG", "ten roi than"},
		{norm.NFD.String("Cáp Quang"), "ten roi than"},
		{"quang cáp", "ten roi than"},
		{"dai truyen thanh", "dai"},
		{"đài", "dai dat"},
		{"dài", "dat dai"},
		{"đường", "dat"},
		{"không thấy đâu", ""},
		{"", ""},
		{"cap cap quang quang", "ten roi than"},
	} {
		var want []string
		for id := range strings.FieldsSeq(c.want) {
			want = append(want, "/bai-viet/"+id+"/")
		}
		got := r.search(t, c.query)
		if strings.EqualFold(norm.NFC.String(c.query), "cáp quang") || c.query == "cap quang" || strings.HasPrefix(c.query, "cap cap") {
			if len(got) == 0 || got[0] != want[0] {
				t.Errorf("%q finds %v, want the title with the words side by side first", c.query, got)
				continue
			}
			slices.Sort(got[1:])
			slices.Sort(want[1:])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", c.query, got, want)
		}
	}
}

// TestTitleBeforeBody: whatever a body says, and however often.
func TestTitleBeforeBody(t *testing.T) {
	loud := document("aaaaaaaa", "Một bài khác", strings.Repeat("cột ", 1000))
	loud.Description, loud.Remember = "Cột và cột.", []string{"Cột.", "Cột cột.", "Cột.", "Cột.", "Cột."}
	r := open(t, search.New([]search.Document{loud, document("bbbbbbbb", "Một cây cột", "")}))
	if got := r.search(t, "cột"); len(got) != 2 || got[0] != "/bai-viet/bbbbbbbb/" {
		t.Errorf("got %v", got)
	}
}

// TestOrderOfDocumentsDoesNotMatter, and a new article changes the number of no other.
func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	var list []search.Document
	for i := range 45 {
		d := document(fmt.Sprintf("a%07d", i), fmt.Sprintf("Bài số %d về cáp quang", i), "Nội dung.")
		d.Date = d.Date.AddDate(0, 0, i%7)
		list = append(list, d)
	}
	want := search.New(list)
	slices.Reverse(list)
	got := search.New(list)
	if !slices.EqualFunc(got.Files, want.Files, func(a, b search.File) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }) {
		t.Error("another order gives another index")
	}
	late := document("zzzzzzzz", "Bài mới", "")
	late.Date = late.Date.AddDate(1, 0, 0)
	more := search.New(append(list, late))
	changed := 0
	for _, f := range want.Files {
		if i := slices.IndexFunc(more.Files, func(g search.File) bool { return g.Path == f.Path }); strings.Contains(f.Path, "ket-qua") && string(more.Files[i].Data) != string(f.Data) {
			changed++
		}
	}
	if changed != 1 {
		t.Errorf("a new article changed %d pages of results, want the last one", changed)
	}
}

// TestWhatASearchLoads: on 1,000 articles no query of three syllables loads more than 100 KB, whatever its words.
func TestWhatASearchLoads(t *testing.T) {
	list := corpus(1000)
	index := search.New(list)
	largest, total := 0, 0
	for _, f := range index.Files {
		total += len(f.Data)
		largest = max(largest, len(f.Data))
	}
	r := open(t, index)
	most, worst := 0, ""
	for i := range 300 {
		words := strings.Fields(list[i].Title)
		query := strings.Join(words[:3], " ")
		r.loads = 0
		if got := r.search(t, query); len(got) == 0 {
			t.Errorf("%q finds nothing", query)
		}
		if r.loads > most {
			most, worst = r.loads, query
		}
	}
	t.Logf("%d shards, %d files, %d bytes, largest %d; the dearest of 300 searches loads %d bytes (%s)", index.Shards, len(index.Files), total, largest, most, worst)
	if most > 100<<10 {
		t.Errorf("%q loads %d bytes", worst, most)
	}
}

// corpus makes articles of real syllables: n titles, and bodies of 250 to 600 syllables whose words are as unevenly frequent as words are.
func corpus(n int) []search.Document {
	onsets := strings.Fields("b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x")
	rimes := strings.Fields("a á à ả ạ ăn ắn an án àn ang áng àng anh ánh ao áo ay ây ấy em én êm ênh i ích inh o ó ong ông óng ơi ơn u ưng ương ường uyên")
	state := uint32(1)
	next := func(below int) int {
		state = state*1664525 + 1013904223
		return int(uint64(state) * uint64(below) >> 32)
	}
	words := func(count int) string {
		list := make([]string, count)
		for i := range list {
			a, b := next(len(onsets)*len(rimes)), next(len(onsets)*len(rimes))
			k := min(a, b) // the first ones more often
			list[i] = onsets[k%len(onsets)] + rimes[k/len(onsets)]
		}
		return strings.Join(list, " ")
	}
	list := make([]search.Document, n)
	for i := range list {
		list[i] = document(fmt.Sprintf("%08d", i), words(10), words(250+next(350)))
		list[i].Description = words(25)
		list[i].Remember = []string{words(12), words(12), words(12)}
		list[i].Date = list[i].Date.AddDate(0, 0, i)
	}
	return list
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{100, 1000} {
		list := corpus(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				search.New(list)
			}
		})
	}
}

// FuzzIndex: every text gives an index that a reader can read and in which the title is found by each of its own words.
func FuzzIndex(f *testing.F) {
	for _, s := range []string{"Cáp quang", "", "đ Đ", "a\u0301\u0301 b", "\t\n,\u2028", "<script>", "quà 🎁"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		r := open(t, search.New([]search.Document{document("aaaaaaaa", title, body), document("bbbbbbbb", "Bài khác", title)}))
		folded, _ := search.Terms(title)
		for _, term := range folded {
			if got := r.search(t, term); !slices.Contains(got, "/bai-viet/aaaaaaaa/") {
				t.Errorf("%q of %q finds %v", term, title, got)
			}
		}
	})
}
