package release_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/release"
)

// BenchmarkPublishOneChange publishes one changed page among n; the rest is linked already. The cost beside that of the one page
// is the listing of names, digests and file states, which grows with n.
func BenchmarkPublishOneChange(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n, " files"), func(b *testing.B) {
			dir := b.TempDir()
			list := make([]release.File, n)
			for i := range list {
				list[i] = release.File{Path: fmt.Sprintf("bai-viet/%d/index.html", i), Data: make([]byte, 1000)}
			}
			at := noon
			step := func() {
				at = at.Add(time.Minute)
				list[0].Data = at.AppendFormat(nil, time.RFC3339)
				if _, err := release.Publish(dir, list, release.Options{At: at, Now: at, Sleep: func(time.Duration) {}}); err != nil {
					b.Fatal(err)
				}
			}
			step()
			step()
			for b.Loop() {
				step()
			}
		})
	}
}
