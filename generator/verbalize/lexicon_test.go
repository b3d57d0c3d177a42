package verbalize_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/verbalize"
)

func TestALexiconIsReadLineByLine(t *testing.T) {
	cases := []struct {
		name, lines, in, want string
	}{
		{"a blank in an entry is any run of blanks", "TP. HCM = thành phố ta", "ở TP.   HCM", "ở thành phố ta"},
		{"the longest wins", "VH = vê hát\nVH&TT = văn hóa và thông tin", "Phòng VH&TT", "Phòng văn hóa và thông tin"},
		{"case counts", "Link = liên kết", "link kia", "link kia"},
		{"whole tokens only", "web = oép", "webs và web", "webs và oép"},
		{"digits glued to it make another word", "AB = a bê", "AB5", "a bê năm"},
		{"the mark of the tone may stand at either place", "thuỷ = nước", "thủy", "nước"},
		{"an empty spoken side is silent", "(hết) =", "cáp (hết) rồi", "cáp rồi"},
		{"a comment after a blank", "AB = a bê # chữ", "AB", "a bê"},
		{"a comment line and blank lines", "# AB = bê\n\n  # x\nAB = a bê", "AB", "a bê"},
		{"CRLF and a byte order mark", "\uFEFFAB = a bê\r\nCD = xê đê\r\n", "AB CD", "a bê xê đê"},
		{"the voice has its own side", "Zalo = Zalo | da lô", "Zalo", "Zalo"},
		{"decomposed entries match", "Qu\u1ed3 = qu\u00ea", "Quồ", "quê"},
		{"an equal sign without blanks belongs to the written form", "a=b = xong", "a=b", "xong"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l, bad := verbalize.ParseLexicon(diagnostic.NewSource("phat-am.txt", c.lines))
			if len(bad) > 0 {
				t.Fatal(bad[0].Message)
			}
			if got := text(verbalize.NewReader(verbalize.Region{}, l).Read(c.in)); got != c.want {
				t.Errorf("%q is read %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestBadLinesAreRefusedAtTheirPlace(t *testing.T) {
	cases := []struct {
		name, line, check string
	}{
		{"no equal sign", "AB a bê", "phat-am-hong"},
		{"no blanks round it", "AB=a bê", "phat-am-hong"},
		{"a digit on the spoken side", "AB = a 5", "phat-am-hong"},
		{"a sign on the spoken side", "AB = a-bê", "phat-am-hong"},
		{"a word that nobody can say", "WiFi = wai fai", "phat-am-hong"},
		{"a voice that no machine can say", "WiFi = goai phai | xyz", "phat-am-hong"},
		{"no written side", " = a bê", "phat-am-hong"},
		{"too long", strings.Repeat("a", 600) + " = a", "phat-am-hong"},
		{"a form given before", "TTCH = chỉ huy", "phat-am-trung"},
		{"a comma at the end", "AB = a bê,", "phat-am-hong"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			src := diagnostic.NewSource("phat-am.txt", "# đầu\nTTCH = trung tâm chỉ huy\n"+c.line+"\nCD = xê dê\n")
			l, bad := verbalize.ParseLexicon(src)
			if len(bad) != 1 || bad[0].Check.Name != c.check || bad[0].Check.Severity != diagnostic.Error {
				t.Fatalf("findings %v", bad)
			}
			if line, _ := src.Position(bad[0].Span.Start); line != 3 || src.Text[bad[0].Span.Start:bad[0].Span.End] != strings.TrimSpace(c.line) {
				t.Errorf("the finding stands at line %d", line)
			}
			if got := text(verbalize.NewReader(verbalize.Region{}, l).Read("TTCH, CD")); got != "trung tâm chỉ huy, xê dê" {
				t.Errorf("the other lines are read %q", got)
			}
		})
	}
}

func TestADuplicateNamesTheFirstLine(t *testing.T) {
	src := diagnostic.NewSource("phat-am.txt", "AB = a bê\nAB = á bê\n")
	_, bad := verbalize.ParseLexicon(src)
	if len(bad) != 1 || len(bad[0].Related) != 1 || bad[0].Related[0].Span.Start != 0 {
		t.Fatalf("findings %v", bad)
	}
}

func TestEntriesThatDifferByCaseAreToldWhenTheyAreSpokenDifferently(t *testing.T) {
	cases := []struct {
		name, lines, want string
	}{
		{"two readings", "WiFi = goai phai\nWIFI = uây phai\n", "phat-am-gan-trung"},
		{"one reading", "WiFi = goai phai\nWIFI = goai phai\n", ""},
		{"one reading, its own case", "Zalo = Zalo\nzalo = zalo\n", ""},
		{"other words", "AB = a bê\nABC = a bê xê\n", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, bad := verbalize.ParseLexicon(diagnostic.NewSource("phat-am.txt", c.lines))
			var got strings.Builder
			for _, d := range bad {
				got.WriteString(d.Check.Name)
				if len(d.Related) != 1 {
					t.Errorf("related places %v", d.Related)
				}
			}
			if got.String() != c.want {
				t.Errorf("found %q, want %q", got.String(), c.want)
			}
		})
	}
}

// TestTheShippedLexiconIsTheTestedOne holds the two copies together: what the tests read is what a station gets.
func TestTheShippedLexiconIsTheTestedOne(t *testing.T) {
	shipped, err := os.ReadFile("../../content/_loa/phat-am.txt")
	if err != nil {
		t.Fatal(err)
	}
	tested, err := os.ReadFile("testdata/phat-am.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(shipped) != string(tested) {
		t.Error("testdata/phat-am.txt is not content/_loa/phat-am.txt: copy the one that was edited over the other")
	}
}

func TestEarlierLexiconsWin(t *testing.T) {
	own, _ := verbalize.ParseEntries([]string{"AB = của bài"}, nil)
	file, _ := verbalize.ParseEntries([]string{"AB = của tệp", "AB C = dài hơn"}, nil)
	r := verbalize.NewReader(verbalize.Region{}, nil, own, file)
	if got := text(r.Read("AB")); got != "của bài" {
		t.Errorf("read %q", got)
	}
}

func TestTheVoiceTravelsWithItsPiece(t *testing.T) {
	l, _ := verbalize.ParseEntries([]string{"Zalo = Zalo | da lô"}, nil)
	for _, p := range verbalize.NewReader(verbalize.Region{}, l).Read("nhắn Zalo").Sentences[0].Pieces {
		if p.Text == "Zalo" && p.Voice != "da lô" {
			t.Errorf("voice %q", p.Voice)
		}
	}
}

func TestAnArticlesEntriesPointIntoTheArticle(t *testing.T) {
	src := diagnostic.NewSource("content/bai-viet/x/index.md", "phat_am: {AB: 5}")
	place := diagnostic.Place{Source: src, Span: diagnostic.Span{Start: 10, End: 15}}
	_, bad := verbalize.ParseEntries([]string{"AB = 5"}, []diagnostic.Place{place})
	if len(bad) != 1 || bad[0].Source != src || bad[0].Span != place.Span {
		t.Errorf("findings %v", bad)
	}
}

func TestTooManyEntriesAreCutAndReported(t *testing.T) {
	lines := make([]string, 20_001)
	for i := range lines {
		lines[i] = fmt.Sprintf("A%dB = a bê", i)
	}
	_, bad := verbalize.ParseEntries(lines, nil)
	if len(bad) != 1 || !strings.Contains(bad[0].Message, "20000") {
		t.Errorf("findings %v", bad)
	}
}

func FuzzParseLexicon(f *testing.F) {
	for _, seed := range []string{"AB = a bê", "a = b | c # d", "=", " = ", "\xff = a", "AB =", "x = y = z", strings.Repeat("( ", 40) + "= a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		src := diagnostic.NewSource("phat-am.txt", in)
		l, bad := verbalize.ParseLexicon(src)
		for _, d := range bad {
			if d.Span.Start < 0 || d.Span.End > len(in) || d.Span.End < d.Span.Start {
				t.Fatalf("%q: a finding outside the text", in)
			}
		}
		_, again := verbalize.ParseLexicon(src)
		if !slices.EqualFunc(bad, again, func(a, b diagnostic.Diagnostic) bool { return a.Message == b.Message && a.Span == b.Span }) {
			t.Fatalf("%q: read twice, two results", in)
		}
		r := verbalize.NewReader(verbalize.Region{}, l)
		for line := range strings.Lines(in) {
			if written, _, ok := strings.Cut(line, " = "); ok {
				if p := problem(written, r.Read(written)); p != "" {
					t.Fatalf("%q: %s", written, p)
				}
			}
		}
	})
}
