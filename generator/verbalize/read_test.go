package verbalize_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/vinhlinh/loa/generator/internal/golden"
	"github.com/vinhlinh/loa/generator/verbalize"
	"github.com/vinhlinh/loa/generator/viet"
)

// problem tells what is wrong with a reading of in, by the properties that hold for every text (SPEECH.md 9).
func problem(in string, r verbalize.Reading) string {
	last := 0
	for _, s := range r.Sentences {
		switch {
		case s.Start < last || s.End < s.Start || s.End > len(in):
			return "sentences are out of order or outside the text"
		case !utf8.ValidString(s.Text) || !viet.IsNFC(s.Text):
			return "spoken text is not NFC: " + s.Text
		case s.Text == "" || strings.TrimSpace(s.Text) != s.Text || strings.Contains(s.Text, "  "):
			return "blanks: " + s.Text
		}
		last = s.End
		var before = ' '
		for _, c := range s.Text {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || unicode.IsLetter(c) && strings.ContainsRune(alphabet, unicode.ToLower(c))
			mark := strings.ContainsRune(".,;:?!…", c)
			if !letter && !mark && c != ' ' {
				return "a sign that nobody says: " + string(c) + " in " + s.Text
			}
			if mark && (before == ' ' || strings.ContainsRune(".,;:?!…", before)) {
				return "a mark without a word: " + s.Text
			}
			before = c
		}
		joined, at := "", s.Start
		for i, p := range s.Pieces {
			if i > 0 && !strings.ContainsAny(p.Text[:1], ".,;:?!") && p.Text != "…" {
				joined += " "
			}
			joined += p.Text
			if p.Start < at || p.End < p.Start || p.End > s.End {
				return "pieces are out of order or outside their sentence: " + s.Text
			}
			at = p.Start
		}
		if joined != s.Text {
			return "pieces do not make the sentence: " + joined + " | " + s.Text
		}
	}
	at := 0
	for _, f := range r.Findings {
		if f.Start < at || f.End < f.Start || f.End > len(in) || f.Check == nil || f.Message == "" || !utf8.ValidString(f.Message) {
			return "a finding is out of order or outside the text: " + f.Message
		}
		at = f.Start
	}
	return ""
}

// silentDigit finds a digit of the text that no spoken reading covers; -1 if there is none. The marks of footnotes and the tails of
// addresses, which are reported, are silent by rule.
func silentDigit(in string, r verbalize.Reading) int {
	var pieces []verbalize.Piece
	for _, s := range r.Sentences {
		pieces = append(pieces, s.Pieces...)
	}
	for at, c := range in {
		if !unicode.IsDigit(c) || footnote.MatchString(in[max(0, at-24):at]) {
			continue
		}
		for len(pieces) > 0 && (pieces[0].End <= at || !pieces[0].Reading) {
			pieces = pieces[1:]
		}
		if len(pieces) > 0 && pieces[0].Start <= at {
			continue
		}
		tail := func(f verbalize.Finding) bool { return f.Check.Name == "dau-cam" && f.Start <= at && at < f.End }
		if !slices.ContainsFunc(r.Findings, tail) {
			return at
		}
	}
	return -1
}

var footnote = regexp.MustCompile(`[\[［][\p{Nd}\p{C}\p{M}\x{FFFD}]*$`)

const alphabet = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

func FuzzRead(f *testing.F) {
	for _, g := range goldens(f) {
		f.Add(g.written)
	}
	for _, seed := range []string{"", " ", "\u0301", "đ", ".", strings.Repeat("7", 10_000), strings.Repeat("(", 10_000), "1/1/1/1", "مرحبا ١٢٣", "👨‍👩‍👧‍👦",
		"a\r\nb", "\x00", "Ủ\xe1\xba", "]]", "-->", "x²³", "①②", "Ⅳ", "½½", "５：３０", "ﬁ", "a,b;c", "...", "?!", "…/…/2023", "ﾊﾞ", "e\u0302\u0301\u0323"} {
		f.Add(seed)
	}
	l := lexicon(f)
	readers := []*verbalize.Reader{verbalize.NewReader(verbalize.Region{}, l),
		verbalize.NewReader(verbalize.Region{Odd: "lẻ", Thousand: "ngàn", FirstDay: true, Numbers: "danh-van", Letters: "bo", Minutes: "gon"}, nil, l)}
	f.Fuzz(func(t *testing.T, in string) {
		for _, r := range readers {
			got := r.Read(in)
			if p := problem(in, got); p != "" {
				t.Fatalf("%q: %s", in, p)
			}
			if again := r.Read(in); text(again) != text(got) || len(again.Findings) != len(got.Findings) {
				t.Fatalf("%q: read twice, two readings", in)
			}
			if utf8.ValidString(in) {
				if a, b := text(r.Read(norm.NFC.String(in))), text(r.Read(norm.NFD.String(in))); a != b {
					t.Fatalf("%q: composed %q, decomposed %q", in, a, b)
				}
			}
			if len(text(got)) > 40*len(in)+200 {
				t.Fatalf("%q: too long an answer", in)
			}
			if at := silentDigit(in, got); at >= 0 {
				t.Fatalf("%q: the digit at %d is not spoken in %q", in, at, text(got))
			}
		}
	})
}

func TestTheListNamesEveryWordAtWhichARuleBegins(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	for _, line := range append(prose(t), writtenForms(t)...) {
		for _, missing := range verbalize.Unasked(r, line) {
			t.Errorf("%q: the list of rules must let this rule begin at this word: %s", line, missing)
		}
	}
}

func TestPlainTextComesBackUnchanged(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	in := "Bà con thấy dây cáp đứt bên đường thì đứng xa, báo ngay cho trưởng thôn. Không tự ý kéo dây! Ai thấy kẻ trộm?"
	got := r.Read(in)
	if text(got) != in || len(got.Sentences) != 3 || len(got.Findings) > 0 {
		t.Errorf("%q became %q in %d sentences, findings %v", in, text(got), len(got.Sentences), got.Findings)
	}
	for _, s := range got.Sentences {
		if in[s.Start:s.End] != s.Text {
			t.Errorf("%q stands for %q", in[s.Start:s.End], s.Text)
		}
		for _, p := range s.Pieces {
			if in[p.Start:p.End] != p.Text || p.Reading {
				t.Errorf("%q stands for the kept words %q", in[p.Start:p.End], p.Text)
			}
		}
	}
}

func TestSpokenTextIsReadAsItself(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	for _, g := range goldens(t) {
		said := text(r.Read(g.written))
		if again := text(r.Read(said)); comparable(again) != comparable(said) && !strings.ContainsAny(comparable(said), "fjwz") && said == strings.ToLower(said) {
			t.Errorf("%q is said %q, which is read %q", g.written, said, again)
		}
	}
}

func TestSentencesEndWhereTheWriterEndsThem(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	cases := []struct {
		name, in string
		want     []string
	}{
		{"a dot inside a number ends none", "Phạt 1.500.000 đồng. Hết.", []string{"Phạt một triệu năm trăm nghìn đồng.", "Hết."}},
		{"a dot of an abbreviation ends none", "Họp tại TT. Hồ Xá lúc 7h.", []string{"Họp tại thị trấn Hồ Xá lúc bảy giờ."}},
		{"a line end ends one", "UBND huyện\nPhòng VH&TT", []string{"Ủy ban nhân dân huyện", "Phòng Văn hóa và Thông tin"}},
		{"a closing quote belongs to the sentence before", "Ông nói: “Giữ cáp.” Bà con nghe.", []string{"Ông nói: Giữ cáp.", "Bà con nghe."}},
		{"a list label is no sentence", "1. Công an huyện: tuần tra.", []string{"một. Công an huyện: tuần tra."}},
		{"a small letter goes on", "Cáp quang… đứt.", []string{"Cáp quang, đứt."}},
		{"a missing blank is seen", "Bảo vệ xã.Các thôn trực.", []string{"Bảo vệ xã.", "Các thôn trực."}},
		{"v.v. before a capital ends one", "cháy, nổ, v.v. Bà con chú ý.", []string{"cháy, nổ, vân vân.", "Bà con chú ý."}},
		{"a website at the end", "Xem vinhlinh.gov.vn. Hết.", []string{"Xem Vĩnh Linh chấm gốp chấm vê en.", "Hết."}},
		{"an empty text has none", " \n ", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range r.Read(c.in).Sentences {
				got = append(got, s.Text)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

func TestTwoSentencesReadAsEachAlone(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	parts := []string{"Ngày 3/4 họp dân", "Cả xã có 3/4 số hộ", "Gọi 113 ngay nhé", "Có 113 hộ dân", "Lưu VT ở đây", "Thắng 3-0 rồi", "Năm nay 7h30 phát", "Mai là ngày lễ", "3/4 bà con"}
	for _, a := range parts {
		for _, b := range parts {
			if got, want := text(r.Read(a+". "+b)), text(r.Read(a))+". "+text(r.Read(b)); got != want {
				t.Errorf("%q\n got %q\nwant %q", a+". "+b, got, want)
			}
		}
	}
}

func TestAReaderServesManyAtOnce(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	all := goldens(t)
	want := make([]string, len(all))
	for i, g := range all {
		want[i] = text(r.Read(g.written))
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i, g := range all {
				if got := text(r.Read(g.written)); got != want[i] {
					t.Errorf("%q: %q and %q", g.written, got, want[i])
				}
			}
		})
	}
	wait.Wait()
}

func TestAReadingIsTheCallersOwn(t *testing.T) {
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t))
	const in = "Họp 7h30 tại UBND xã. Bà con đến đủ, đúng 8 giờ. Zalo nào cũng được."
	first := r.Read(in)
	want := r.Read(in)
	for _, other := range writtenForms(t) { // read in the same room
		r.Read(other)
	}
	for i := range first.Sentences { // grown by its owner, it must not run into the sentence after it
		first.Sentences[i].Pieces = append(first.Sentences[i].Pieces, verbalize.Piece{Text: "thêm"})
	}
	first.Findings = append(first.Findings, verbalize.Finding{})
	for i, s := range first.Sentences {
		if s.Text != want.Sentences[i].Text || !slices.Equal(s.Pieces[:len(s.Pieces)-1], want.Sentences[i].Pieces) {
			t.Errorf("sentence %d became %+v", i, s)
		}
	}
	if again := r.Read(in); text(again) != text(want) || len(again.Findings) != len(want.Findings) {
		t.Errorf("read again: %+v", again)
	}
}

func TestSyllablesAreCountedByBlanks(t *testing.T) {
	for said, want := range map[string]int{"": 0, "một": 1, "Ủy ban nhân dân, huyện.": 5, "hai mươi mốt…": 3, ". ,": 0} {
		if got := verbalize.Syllables(said); got != want {
			t.Errorf("Syllables(%q) = %d", said, got)
		}
	}
}

func TestTheDispatchIsReadWhole(t *testing.T) {
	written, err := os.ReadFile("testdata/cong-van.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := verbalize.NewReader(verbalize.Region{}, lexicon(t)).Read(string(written))
	if p := problem(string(written), r); p != "" {
		t.Error(p)
	}
	want, err := os.ReadFile("testdata/cong-van.doc.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, s := range r.Sentences {
		got.WriteString(s.Text + "\n")
	}
	if golden.Update() {
		if err := os.WriteFile("testdata/cong-van.doc.txt", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != string(want) {
		t.Errorf("the dispatch is read\n%s", got.String())
	}
	var found []string
	for _, f := range r.Findings {
		found = append(found, f.Check.Name+" "+string(written[f.Start:f.End]))
	}
	if strings.Join(found, "|") != "kho-doc Số: UBND -VHTT|kho-doc ngày tháng" {
		t.Errorf("findings %q", found)
	}
}
