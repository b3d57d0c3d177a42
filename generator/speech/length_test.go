package speech_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// realArticles are those of the repository, with the settings of its office.
func realArticles(t testing.TB) (*settings.Settings, []*article.Article) {
	t.Helper()
	root := os.DirFS("../..")
	s, _, err := settings.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := article.Load(root, s)
	if err != nil || len(set.Articles) < 20 {
		t.Fatalf("%d articles, %v", len(set.Articles), err)
	}
	return s, set.Articles
}

// TestProseComesOutAtTheSetRate measures the constant silence: the paragraphs of the real articles, with all their pauses, take as many
// syllables a minute as the rate says, whatever it is; whole scripts, with their headings and lists, a little fewer.
func TestProseComesOutAtTheSetRate(t *testing.T) {
	s, articles := realArticles(t)
	for _, rate := range []int{90, 120, 150, 180, 220} {
		s.Reading.Rate = rate
		composer, _ := speech.New(s)
		var prose, whole struct {
			tieng int
			time  time.Duration
		}
		var silence time.Duration
		for _, a := range articles {
			script, _ := composer.Compose(a)
			for i, sentence := range script.Sentences {
				if sentence.Role == speech.Body && i+1 < len(script.Sentences) {
					prose.tieng += sentence.Tieng
					prose.time += script.Sentences[i+1].At - sentence.At
					silence += sentence.Inner + sentence.Pause
				}
			}
			whole.tieng += script.Tieng
			whole.time += script.Duration
		}
		overall, all := float64(prose.tieng)/prose.time.Minutes(), float64(whole.tieng)/whole.time.Minutes()
		t.Logf("set %d: prose %.1f, whole scripts %.1f tiếng a minute; %v of pauses a tiếng", rate, overall, all, silence/time.Duration(prose.tieng))
		if overall < float64(rate)*0.98 || overall > float64(rate)*1.02 {
			t.Errorf("set %d: prose comes out at %.1f", rate, overall)
		}
		if all < float64(rate)*0.90 || all > overall {
			t.Errorf("set %d: whole scripts come out at %.1f", rate, all)
		}
	}
}

func TestLengthAtAnotherRateIsThatOfAnotherOffice(t *testing.T) {
	a := load(t, head+strings.Repeat(long+"\n", 5)+"## Mục\n\n- Một, hai: ba;\n- Bốn.\n")
	script, _ := compose(t, a)
	if got := speech.Length(script, 0); got != script.Duration {
		t.Errorf("at its own rate %v, its duration is %v", got, script.Duration)
	}
	last := time.Hour
	for _, rate := range []int{90, 100, 150, 190, 220} {
		s := office()
		s.Reading.Rate = rate
		c, _ := speech.New(s)
		other, _ := c.Compose(a)
		got := speech.Length(script, rate)
		if got != other.Duration || other.Rate != rate || got >= last {
			t.Errorf("rate %d: %v, composed %v", rate, got, other.Duration)
		}
		last = got
	}
	if speech.Length(script, 10) != speech.Length(script, 90) || speech.Length(script, 1000) != speech.Length(script, 220) {
		t.Error("a rate that nobody can follow is not clamped")
	}
	if got := speech.Length(&speech.Script{}, 150); got != 0 {
		t.Errorf("an empty script takes %v", got)
	}
}
