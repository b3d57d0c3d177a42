package feed

import "testing"

// TestPodcastGUID: the example of the podcast namespace comes out, and other names give other identities.
func TestPodcastGUID(t *testing.T) {
	for name, want := range map[string]string{
		"mp3s.nashownotes.com/pc20rss.xml": "917393e3-1b1e-5cef-ace4-edaa54e1f810", // Podcastindex-org/podcast-namespace, docs/tags/guid.md
		"podnews.net/rss":                  "9b024349-ccf0-5f69-a609-6b82873eab3c", // in the document of that show
	} {
		if got := podcastGUID(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
