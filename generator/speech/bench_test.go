package speech_test

import (
	"testing"

	"github.com/vinhlinh/loa/generator/speech"
)

// BenchmarkCompose speaks the real articles.
func BenchmarkCompose(b *testing.B) {
	s, articles := realArticles(b)
	composer, _ := speech.New(s)
	for b.Loop() {
		for _, a := range articles {
			composer.Compose(a)
		}
	}
}
