package feed_test

import (
	"encoding/xml"
	"path"
	"slices"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/feed"
)

// TestTheListIsWhatThereIs: the list of channels names each live RSS document and each podcast once, and nothing else; those of a
// station that is no more are not to be subscribed to. Every live document is one that its channel names.
func TestTheListIsWhatThereIs(t *testing.T) {
	histories(t, sizes[:len(sizes)-1], func(t *testing.T, h history) {
		for _, at := range h.instants(24, h.builds(3)) {
			in := h.at(at)
			files := render(t, in)
			var named, want []string
			for _, c := range feed.Channels(in.Set, dayOf(at)) {
				for _, a := range []string{c.RSS, c.Atom, c.JSON, c.Podcast} {
					if a != "" {
						named = append(named, address.File(a))
					}
				}
			}
			var live []string
			for _, f := range files {
				if !f.Live {
					continue
				}
				live = append(live, f.Path)
				if b := path.Base(f.Path); (b == address.RSS || b == address.Podcast) && !formerStation(f.Path, dayOf(at)) {
					want = append(want, base+"/"+f.Path)
				}
			}
			slices.Sort(named)
			if d := diff.Diff(named, live); d != "" {
				t.Errorf("live documents (-named by a channel +made):\n%s", d)
			}
			got := listed(t, document(t, files, address.File(address.OPML)))
			slices.Sort(got)
			if d := diff.Diff(want, got); d != "" {
				t.Errorf("the list (-documents +listed):\n%s", d)
			}
		}
	})
}

// listed are the addresses of a list of channels.
func listed(t *testing.T, f feed.File) (list []string) {
	t.Helper()
	var doc struct {
		Channels []struct {
			Feed string `xml:"xmlUrl,attr"`
		} `xml:"body>outline>outline"`
	}
	unmarshal(t, f, xml.Unmarshal, &doc)
	for _, c := range doc.Channels {
		list = append(list, c.Feed)
	}
	return list
}
