package bundle_test

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/bundle"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
)

var cases = []string{"one_day.txtar", "two_days.txtar"}

// TestBytesDependOnTheInputAlone: another zone of the machine, days and maps in another order, give the same ZIP.
func TestBytesDependOnTheInputAlone(t *testing.T) {
	zone := time.Local
	t.Cleanup(func() { time.Local = zone })
	for _, name := range cases {
		t.Run(name, func(t *testing.T) {
			time.Local = zone
			in, sounds := input(t, archive(t, name))
			first, want := pack(t, in, sounds)
			time.Local = time.FixedZone("New York", -4*60*60)
			in, sounds = input(t, archive(t, name))
			slices.Reverse(in.Days)
			slices.Reverse(in.Withdrawn)
			second, got := pack(t, in, sounds)
			if !bytes.Equal(got, want) {
				t.Error("the bytes differ")
			}
			if first.Digest != second.Digest || first.Digest == "" {
				t.Errorf("digests %q and %q", first.Digest, second.Digest)
			}
		})
	}
}

// TestDigestTellsBundlesApart: another sound or another word is another digest.
func TestDigestTellsBundlesApart(t *testing.T) {
	in, sounds := input(t, archive(t, cases[0]))
	seen := map[string]string{}
	add := func(what string, in bundle.Input) {
		b, err := bundle.Plan(in)
		if err != nil {
			t.Fatal(err)
		}
		if other, known := seen[b.Digest]; known {
			t.Errorf("%s has the digest of %s", what, other)
		}
		seen[b.Digest] = what
	}
	add("the case", in)
	in.Version = "v2"
	add("another version", in)
	in.Sounds = map[string]*audio.Sound{"2k8xw3fm": sounds.sound("3n6vq9hr", 95*time.Second)}
	add("another sound of equal length", in)
	in.Sounds = nil
	add("no sound", in)
}

// TestSizeIsKnownBeforehand: what is promised is what is written, and what is opened is what was planned.
func TestSizeIsKnownBeforehand(t *testing.T) {
	for _, name := range cases {
		in, sounds := input(t, archive(t, name))
		b, data := pack(t, in, sounds)
		if int64(len(data)) != b.Size {
			t.Errorf("%s: %d bytes were promised, %d written", name, b.Size, len(data))
		}
		names, files := unpack(t, data)
		if len(names) != len(b.Files) {
			t.Errorf("%s: %d files were planned, %d written", name, len(b.Files), len(names))
		}
		for i, f := range b.Files {
			if _, below, _ := strings.Cut(f.Path, "/"); below != names[i] || f.Size != int64(len(files[names[i]])) {
				t.Errorf("%s: planned %s of %d bytes, written %s of %d", name, f.Path, f.Size, names[i], len(files[names[i]]))
			}
		}
	}
}

// TestDigestsAreRight: kiem-tra.sha256 names every other file with its digest, in order.
func TestDigestsAreRight(t *testing.T) {
	for _, name := range cases {
		in, sounds := input(t, archive(t, name))
		_, data := pack(t, in, sounds)
		names, files := unpack(t, data)
		var want []string
		for _, name := range names {
			if name != "kiem-tra.sha256" {
				sum := sha256.Sum256([]byte(files[name]))
				want = append(want, hex.EncodeToString(sum[:])+"  "+name)
			}
		}
		slices.SortFunc(want, func(a, b string) int { return strings.Compare(a[66:], b[66:]) })
		if got := files["kiem-tra.sha256"]; got != strings.Join(want, "\n")+"\n" {
			t.Errorf("%s: got\n%swant\n%s", name, got, strings.Join(want, "\n"))
		}
	}
}

// TestPlaylistsNameFilesOfTheBundle: each entry is there, seen from the list's folder, and plays as long as it says; both lists are equal.
func TestPlaylistsNameFilesOfTheBundle(t *testing.T) {
	for _, name := range cases {
		in, sounds := input(t, archive(t, name))
		_, data := pack(t, in, sounds)
		names, files := unpack(t, data)
		entries := 0
		for _, list := range names {
			if path.Ext(list) != ".m3u" {
				continue
			}
			if files[list] != files[list+"8"] {
				t.Errorf("%s: %s8 differs", name, list)
			}
			for line := range strings.SplitSeq(strings.TrimSuffix(files[list], "\r\n"), "\r\n") {
				if strings.ContainsAny(line, "\r\n") || line == "" {
					t.Errorf("%s: line %q", list, line)
				}
				if strings.HasPrefix(line, "#") {
					continue
				}
				entries++
				if file := path.Join(path.Dir(list), line); files[file] == "" {
					t.Errorf("%s names %s, which is not there", list, file)
				}
			}
		}
		if entries == 0 {
			t.Errorf("%s: no entry", name)
		}
	}
}

// TestTablesAreRead by a reader of RFC 4180 behind the byte order mark, with a row for each thing that is heard and files that are there.
func TestTablesAreRead(t *testing.T) {
	for _, name := range cases {
		in, sounds := input(t, archive(t, name))
		_, data := pack(t, in, sounds)
		names, files := unpack(t, data)
		tables := 0
		for _, table := range names {
			if path.Base(table) != "bang.csv" {
				continue
			}
			tables++
			rows := rowsOf(t, files[table])
			for _, row := range rows[1:] {
				if row[9] != "" && files[path.Join(path.Dir(table), row[9])] == "" {
					t.Errorf("%s: no file %s", table, row[9])
				}
				if _, err := civil.ParseDate(row[0]); err != nil {
					t.Error(err)
				}
			}
			if len(rows) < 4 {
				t.Errorf("%s: %d rows", table, len(rows))
			}
		}
		if tables != len(in.Days) {
			t.Errorf("%s: %d tables for %d days", name, tables, len(in.Days))
		}
	}
}

func rowsOf(t *testing.T, table string) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(table, "\ufeff")
	if !marked || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("no byte order mark, or a bare line feed")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestTextsAreForOldWindows: a byte order mark and CRLF in every text, and no piece for a machine's voice longer than its field.
func TestTextsAreForOldWindows(t *testing.T) {
	for _, name := range cases {
		in, sounds := input(t, archive(t, name))
		_, data := pack(t, in, sounds)
		_, files := unpack(t, data)
		for name, text := range files {
			if path.Ext(name) != ".txt" {
				continue
			}
			if !strings.HasPrefix(text, "\ufeff") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || !strings.HasSuffix(text, "\r\n") {
				t.Errorf("%s: %.60q", name, text)
			}
		}
	}
}

// TestLongScriptsAreCut: a field of a machine's voice takes 2,000 characters; nothing is lost between the pieces, and a sentence is cut
// only when it alone is longer.
func TestLongScriptsAreCut(t *testing.T) {
	for _, c := range []struct {
		name      string
		sentences []string
		pieces    int
	}{
		{"just as long as the field", []string{strings.Repeat("à", 997) + ".", strings.Repeat("b", 997) + "."}, 1},
		{"a character more", []string{strings.Repeat("à", 997) + ".", strings.Repeat("b", 998) + "."}, 2},
		{"a sentence that is too long", []string{"Một.", strings.Repeat("dây cáp ", 600) + "đứt.", "Hai."}, 4},
		{"a word that is too long", []string{strings.Repeat("x", 4500)}, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := handmade(article1("day", "Dây", c.sentences...))
			_, data := pack(t, in, nil)
			names, files := unpack(t, data)
			slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
			var said strings.Builder
			var pieces []string
			for _, name := range names {
				if strings.HasPrefix(name, "doc-may/") {
					pieces = append(pieces, name)
					text := strings.TrimPrefix(files[name], "\ufeff")
					if n := utf8.RuneCountInString(text); n > 2000 {
						t.Errorf("%s has %d characters", name, n)
					}
					said.WriteString(text)
				}
			}
			if len(pieces) != c.pieces {
				t.Errorf("pieces %q, want %d", pieces, c.pieces)
			}
			if c.pieces > 1 && pieces[1] != strings.TrimSuffix(pieces[0], ".txt")+"-p2.txt" {
				t.Errorf("the second piece is %s", pieces[1])
			}
			got := strings.Join(strings.Fields(said.String()), "")
			if want := strings.Join(strings.Fields(strings.Join(c.sentences, " ")), ""); got != want {
				t.Errorf("said %d letters of %d", len(got), len(want))
			}
		})
	}
}

// TestTooLargeIsRefused before anything is written, and says by what.
func TestTooLargeIsRefused(t *testing.T) {
	in, sounds := input(t, archive(t, cases[0]))
	in.Sounds["5p7yt4jc"] = sounds.sound("5p7yt4jc", 30*time.Second)
	b, err := bundle.Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	in.Limit = b.Size
	if _, err := bundle.Plan(in); err != nil {
		t.Errorf("just within the limit: %v", err)
	}
	in.Limit--
	_, err = bundle.Plan(in)
	large, ok := errors.AsType[*bundle.TooLarge](err)
	if !ok {
		t.Fatalf("a byte above the limit: %v", err)
	}
	if large.Size != b.Size || large.Limit != b.Size-1 || len(large.Largest) != 3 || large.Largest[0].Size < large.Largest[1].Size || large.Largest[1].Size < large.Largest[2].Size {
		t.Errorf("%+v", large)
	}
	for _, word := range []string{b.Name, "quá mức", bundle.Weight(b.Size), path.Base(large.Largest[0].Path), path.Base(large.Largest[2].Path)} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
}

func TestDayOfHalfAnHourOfSoundFitsTheLimit(t *testing.T) {
	var list []made
	sounds := store{}
	for i := range 12 {
		a := article1(fmt.Sprintf("bai-%02d", i), "Bài", "Lời.")
		a.sound = sounds.sound(a.article.ID, 150*time.Second)
		a.sound.Size = 1_200_000
		list = append(list, a)
	}
	b, err := bundle.Plan(handmade(list...))
	if err != nil || b.Size < 12*1_200_000 || b.Size > bundle.Most/4 {
		t.Errorf("%v, %v", b, err)
	}
}

func TestWeight(t *testing.T) {
	for _, c := range []struct {
		bytes int64
		want  string
	}{
		{0, "0 KB"}, {1, "1 KB"}, {1024, "1 KB"}, {1025, "2 KB"}, {999 << 10, "999 KB"}, {999<<10 + 1, "1 MB"}, {64 << 20, "64 MB"}, {64<<20 + 1, "64,1 MB"},
		{13_840_000, "13,2 MB"},
	} {
		if got := bundle.Weight(c.bytes); got != c.want {
			t.Errorf("%d: got %s, want %s", c.bytes, got, c.want)
		}
	}
}

// TestSoundMustBeTheOneThatWasPlanned: bytes that are others, fewer or more are refused before the first byte of the ZIP, and so is a
// sound that cannot be opened.
func TestSoundMustBeTheOneThatWasPlanned(t *testing.T) {
	in, sounds := input(t, archive(t, cases[0]))
	b, err := bundle.Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	file := in.Sounds["2k8xw3fm"].File
	whole := sounds[file]
	other := bytes.Clone(whole)
	other[len(other)/2]++
	for name, data := range map[string][]byte{"other bytes": other, "fewer": whole[1:], "more": append(bytes.Clone(whole), 0), "none": nil} {
		t.Run(name, func(t *testing.T) {
			var w bytes.Buffer
			err := b.Write(&w, func(s *audio.Sound) (io.ReadCloser, error) {
				if s.File == file {
					return io.NopCloser(bytes.NewReader(data)), nil
				}
				return sounds.open(s)
			})
			if err == nil || w.Len() > 0 {
				t.Errorf("error %v after %d bytes", err, w.Len())
			}
		})
	}
	wrong := *in.Sounds["2k8xw3fm"]
	wrong.Size++
	misjudged := in
	misjudged.Sounds = map[string]*audio.Sound{"2k8xw3fm": &wrong}
	var w bytes.Buffer
	if b, err := bundle.Plan(misjudged); err != nil || b.Write(&w, sounds.open) == nil || w.Len() > 0 {
		t.Errorf("a sound that was planned with another size: %v, after %d bytes", err, w.Len())
	}
	gone := errors.New("gone")
	if err := b.Write(io.Discard, func(*audio.Sound) (io.ReadCloser, error) { return nil, gone }); !errors.Is(err, gone) {
		t.Errorf("a sound that is not there: %v", err)
	}
	opened := 0
	err = b.Write(io.Discard, func(s *audio.Sound) (io.ReadCloser, error) {
		if opened++; opened > 2 && s.File == file {
			return io.NopCloser(bytes.NewReader(other)), nil
		}
		return sounds.open(s)
	})
	if err == nil {
		t.Error("a sound that changed while it was packed went in")
	}
}

// TestMistakesOfTheCaller are errors.
func TestMistakesOfTheCaller(t *testing.T) {
	in := handmade(article1("day", "Dây", "Dây rơi."))
	none, twice, foreign := in, in, in
	none.Days = nil
	twice.Days = append(slices.Clone(in.Days), in.Days...)
	foreign.Days = []schedule.Programme{{Station: "dai-khac", Date: in.Days[0].Date}}
	for name, in := range map[string]bundle.Input{"no day": none, "a day twice": twice, "a day of another station": foreign} {
		if _, err := bundle.Plan(in); err == nil {
			t.Error(name)
		}
	}
}

// TestWithdrawnIsListedForAWeek: on the day and the seven after it, not before and not for ever; no file of it is in the bundle.
func TestWithdrawnIsListedForAWeek(t *testing.T) {
	day := civil.Date{Year: 2023, Month: 4, Day: 25}
	for _, c := range []struct {
		after  int
		listed bool
	}{{-1, false}, {0, true}, {7, true}, {8, false}} {
		a := article1("cot-nghieng", "Cột nghiêng", "Cột nghiêng.")
		in := handmade(article1("day", "Dây", "Dây rơi."))
		a.item.Withdrawn = day
		in.Withdrawn = []*schedule.Item{a.item}
		in.Days[0].Date = day.AddDays(c.after)
		_, data := pack(t, in, nil)
		names, files := unpack(t, data)
		if got := strings.Contains(files["index.html"], "Cột nghiêng"); got != c.listed {
			t.Errorf("%d days after its withdrawal: listed %v", c.after, got)
		}
		if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "cot-nghieng") }) {
			t.Errorf("%d days after its withdrawal: %q", c.after, names)
		}
	}
}

// TestWhatWasTakenBackSinceIsNotPacked: the plan of a past day has it still, in its session and among what is urgent.
func TestWhatWasTakenBackSinceIsNotPacked(t *testing.T) {
	urgent, planned := article1("nuoc-len", "Nước lên", "Nước lên."), article1("cot-nghieng", "Cột nghiêng", "Cột nghiêng.")
	in := handmade(article1("day", "Dây", "Dây rơi."), planned)
	in.Days[0].Urgent = []*schedule.Item{urgent.item}
	urgent.item.Withdrawn, planned.item.Withdrawn = in.Days[0].Date.AddDays(2), in.Days[0].Date.AddDays(2)
	b, data := pack(t, in, nil)
	names, files := unpack(t, data)
	if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "nuoc-len") || strings.Contains(n, "cot-nghieng") }) || b.Articles != 1 {
		t.Errorf("%d articles: %q", b.Articles, names)
	}
	_, below, _ := strings.Cut(files["index.html"], "Không phát")
	for _, title := range []string{"Nước lên", "Cột nghiêng"} {
		if !strings.Contains(below, title) {
			t.Errorf("%s is not listed", title)
		}
		for _, file := range []string{"so-ghi.html", "bang.csv", "phat.m3u"} {
			if strings.Contains(files[file], title) {
				t.Errorf("%s is in %s", title, file)
			}
		}
	}
}

// TestEmptyDay: a day without an own item, or without a session, is a bundle all the same.
func TestEmptyDay(t *testing.T) {
	in := handmade()
	in.Days[0].Sessions = []schedule.Session{{Name: "sáng", Start: 5 * time.Hour, End: 6 * time.Hour,
		Entries: []schedule.Entry{{At: 5 * time.Hour, Length: time.Hour, Relay: "Thời sự"}}}}
	_, data := pack(t, in, nil)
	if _, files := unpack(t, data); !strings.Contains(files["index.html"], "Tiếp âm Thời sự") || strings.Contains(files["index.html"], "Lời chào") {
		t.Error(read(files["index.html"]))
	}
	in.Days[0].Sessions = nil
	_, data = pack(t, in, nil)
	if _, files := unpack(t, data); !strings.Contains(files["index.html"], "không có buổi phát") || !strings.Contains(files["an-ban.txt"], "chưa có bài") {
		t.Error(read(files["index.html"]))
	}
}

// settingsOf is an office for handmade input.
func settingsOf() *settings.Settings {
	return &settings.Settings{Publisher: settings.Publisher{Name: "Trung tâm", Retraction: "Bài “{bai}” nay thu hồi."},
		Greeting: settings.Greeting{Opening: "Đây là {dai}.", Closing: "Hết."}}
}
