package feed_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/feed"
)

func TestAnItemHasTheSameBytesInAllChannelsOfItsSize(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, at := range h.instants(1, h.builds(3)) {
			seen := map[string]string{}
			for _, f := range render(t, h.at(at)) {
				size := strings.SplitN(f.Path, "/", 2)[0] + " " + f.Type // stations are lean, portal channels are not
				if path.Base(f.Path) == address.Podcast {
					size = address.Podcast // one size for all
				}
				for _, i := range parse(t, f) {
					key := size + " " + i.ID
					if other, known := seen[key]; known && other != i.raw {
						t.Fatalf("%s: %s differs from another channel:\n%s\n%s", f.Path, i.ID, i.raw, other)
					}
					seen[key] = i.raw
				}
			}
		}
	})
}

func TestTheOrderOfArticlesChangesNoByte(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		in := h.at(h.instants(2, 1)[0])
		want := render(t, in)
		shuffled := *in.Set
		shuffled.Articles = slices.Clone(shuffled.Articles)
		rand.New(rand.NewPCG(7, 7)).Shuffle(len(shuffled.Articles), func(i, j int) {
			shuffled.Articles[i], shuffled.Articles[j] = shuffled.Articles[j], shuffled.Articles[i]
		})
		in.Set = &shuffled
		for i, f := range render(t, in) {
			if f.Path != want[i].Path || !bytes.Equal(f.Data, want[i].Data) || !f.Updated.Equal(want[i].Updated) {
				t.Fatalf("%s differs:\n%s", f.Path, cmp.Diff(string(want[i].Data), string(f.Data)))
			}
		}
	})
}

var loaElement = regexp.MustCompile(`<loa:[a-z_]+`)

func TestNoElementOfLoaIsRepeatedInAnItem(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, f := range render(t, h.at(h.instants(3, 1)[0])) {
			if f.Type == feed.TypeJSON {
				continue
			}
			for _, i := range parse(t, f) {
				elements := loaElement.FindAllString(i.raw, -1)
				slices.Sort(elements)
				if len(elements) == 0 || len(slices.Compact(slices.Clone(elements))) != len(elements) {
					t.Errorf("%s: %s has %v", f.Path, i.ID, elements)
				}
			}
		}
	})
}

func TestTheThreeFormatsHoldTheSameItems(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, at := range h.instants(4, h.builds(3)) {
			in := h.at(at)
			files := render(t, in)
			for _, c := range feed.Channels(in.Set, dayOf(at)) {
				rss := ids(parse(t, document(t, files, address.File(c.RSS))))
				for _, other := range []string{c.Atom, c.JSON} {
					if other == "" {
						continue
					}
					if diff := cmp.Diff(rss, ids(parse(t, document(t, files, address.File(other))))); diff != "" {
						t.Errorf("%s: %s", other, diff)
					}
				}
			}
		}
	})
}

func TestTheFirstLinkOfAtomIsThePage(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		for _, f := range render(t, h.at(h.instants(5, 1)[0])) {
			if f.Type != feed.TypeAtom {
				continue
			}
			for _, part := range append(elements(f.Data, "entry"), string(f.Data)) {
				first := part[strings.Index(part, "<link "):]
				if first = first[:strings.Index(first, ">")]; !strings.Contains(first, `rel="alternate"`) {
					t.Errorf("%s: %s", f.Path, first)
				}
			}
		}
	})
}

// TestEveryAddressIsAbsoluteAndServed: what a document points at on the own host is a page, a script, a sound, the picture or
// another document of the same release.
func TestEveryAddressIsAbsoluteAndServed(t *testing.T) {
	eachHistory(t, func(t *testing.T, h history) {
		in := h.at(h.instants(6, 1)[0])
		files := render(t, in)
		served := map[string]bool{}
		for _, page := range []string{address.Home, address.Sources, artwork} {
			served[page] = true
		}
		for _, f := range files {
			served["/"+f.Path] = true
		}
		for _, a := range in.Set.Articles {
			served[address.Article(a.Slug)] = true
			served[address.Script(a.Slug)] = in.Scripts[a.ID] != nil
			if s := in.Sounds[a.ID]; s != nil {
				served[s.Address()] = true
				served[address.Captions(a.Slug)] = len(s.Cues) > 0
			}
		}
		for _, c := range feed.Channels(in.Set, dayOf(in.At)) {
			served[c.Link] = true
		}
		for _, f := range files {
			for _, a := range addresses(t, f) {
				u, err := url.Parse(a)
				if err != nil || u.Host != "loa.example.vn" || u.Scheme != "https" || !served[u.Path] {
					t.Errorf("%s: %q leads nowhere", f.Path, a)
				}
			}
		}
	})
}

var (
	inHTML = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	inJSON = regexp.MustCompile(`"(?:url|home_page_url|feed_url|next_url|about|loi_doc|image)":"([^"]*)"`)
)

// addresses are all that a reader may follow in a document. Schemes of categories are names, not addresses.
func addresses(t *testing.T, f feed.File) (list []string) {
	for _, i := range parse(t, f) {
		for _, m := range inHTML.FindAllStringSubmatch(i.Body, -1) {
			list = append(list, m[1])
		}
	}
	if f.Type == feed.TypeJSON {
		for _, m := range inJSON.FindAllSubmatch(f.Data, -1) {
			list = append(list, string(m[1]))
		}
		return list
	}
	d := xml.NewDecoder(bytes.NewReader(f.Data))
	var inside string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inside = e.Name.Local
			for _, a := range e.Attr {
				if a.Name.Local == "href" || a.Name.Local == "url" {
					list = append(list, a.Value)
				}
			}
		case xml.EndElement:
			inside = ""
		case xml.CharData:
			if inside == "link" {
				list = append(list, string(e))
			}
		}
	}
}
