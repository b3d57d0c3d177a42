package speech_test

import (
	"strings"
	"testing"

	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// TestNumbersOfTheRegistryAreRung: a number of the registry is said digit by digit where no word says that it is rung, also one that the
// office does not print; one that it does not know is a number like any other.
func TestNumbersOfTheRegistryAreRung(t *testing.T) {
	const body = "\nGặp tin rác thì 7878.\n"
	said := func(hotlines ...settings.Hotline) string {
		s := office()
		s.Hotlines = hotlines
		c, found := speech.New(s)
		if len(found) > 0 {
			t.Fatalf("lexicon: %+v", found)
		}
		script, _ := c.Compose(load(t, head+body))
		var all []string
		for _, sentence := range script.Sentences {
			all = append(all, sentence.Text)
		}
		return strings.Join(all, "\n")
	}
	for _, test := range []struct {
		name     string
		hotlines []settings.Hotline
		want     string
	}{
		{"known", []settings.Hotline{{Number: "5656", Use: true}}, "thì bảy nghìn"},
		{"known with gaps", []settings.Hotline{{Number: "78 78", Use: true}}, "thì bảy tám bảy tám"},
		{"not to be printed", []settings.Hotline{{Number: "7878"}}, "thì bảy tám bảy tám"},
		{"not known", []settings.Hotline{{Use: true}}, "thì bảy nghìn"},
	} {
		if got := said(test.hotlines...); !strings.Contains(got, test.want) {
			t.Errorf("%s: %q lacks %q", test.name, got, test.want)
		}
	}
}
