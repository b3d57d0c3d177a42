package feed_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/feed"
)

// read is an item as a client finds it in a document.
type read struct {
	ID, Title, Link, Published, Updated, State, Summary, Body string
	raw                                                       string // its bytes
	Sound                                                     offered
}

// offered is the sound of an item. The zero value is none.
type offered struct {
	Address string
	Size    int64
	Type    string
	Seconds int // 0 where the format does not say it
}

// name is the file of the sound, "" without one.
func (o offered) name() string { return o.Address[strings.LastIndex(o.Address, "/")+1:] }

// elements cuts a document's elements of a name out of it, as they stand in it.
func elements(data []byte, name string) (list []string) {
	for {
		_, rest, found := bytes.Cut(data, []byte("<"+name+">"))
		if !found {
			return list
		}
		inside, after, _ := bytes.Cut(rest, []byte("</"+name+">"))
		list = append(list, string(inside))
		data = after
	}
}

// parse gives the items of a document in its order.
func parse(t *testing.T, f feed.File) []read {
	t.Helper()
	switch f.Type {
	case feed.TypeRSS:
		return parseRSS(t, f)
	case feed.TypeAtom:
		return parseAtom(t, f)
	case feed.TypeOPML: // holds channels, no items
		return nil
	}
	return parseJSON(t, f)
}

func parseRSS(t *testing.T, f feed.File) (items []read) {
	var doc struct {
		Built string `xml:"channel>lastBuildDate"`
		Items []struct {
			ID      string `xml:"guid"`
			Title   string `xml:"title"`
			Link    string `xml:"link"`
			Date    string `xml:"pubDate"`
			Updated string `xml:"http://www.w3.org/2005/Atom updated"`
			State   string `xml:"trang_thai"`
			Summary string `xml:"description"`
			Body    string `xml:"encoded"`
			Sound   struct {
				Address string `xml:"url,attr"`
				Size    int64  `xml:"length,attr"`
				Type    string `xml:"type,attr"`
			} `xml:"enclosure"`
			Seconds int `xml:"duration"`
		} `xml:"channel>item"`
	}
	unmarshal(t, f, xml.Unmarshal, &doc)
	raw := elements(f.Data, "item")
	for i, it := range doc.Items {
		sound := offered{it.Sound.Address, it.Sound.Size, it.Sound.Type, it.Seconds}
		items = append(items, read{it.ID, it.Title, it.Link, it.Date, it.Updated, it.State, it.Summary, it.Body, raw[i], sound})
	}
	return items
}

func parseAtom(t *testing.T, f feed.File) (items []read) {
	var doc struct {
		Items []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
			Link  []struct {
				Href     string `xml:"href,attr"`
				Relation string `xml:"rel,attr"`
				Type     string `xml:"type,attr"`
				Size     int64  `xml:"length,attr"`
			} `xml:"link"`
			Date    string `xml:"published"`
			Updated string `xml:"updated"`
			State   string `xml:"trang_thai"`
			Summary string `xml:"summary"`
			Body    string `xml:"content"`
		} `xml:"entry"`
	}
	unmarshal(t, f, xml.Unmarshal, &doc)
	raw := elements(f.Data, "entry")
	for i, it := range doc.Items {
		var sound offered
		for _, l := range it.Link {
			if l.Relation == "enclosure" {
				sound = offered{Address: l.Href, Size: l.Size, Type: l.Type}
			}
		}
		items = append(items, read{it.ID, it.Title, it.Link[0].Href, it.Date, it.Updated, it.State, it.Summary, it.Body, raw[i], sound})
	}
	return items
}

func parseJSON(t *testing.T, f feed.File) (items []read) {
	var doc struct {
		Items []json.RawMessage `json:"items"`
	}
	unmarshal(t, f, json.Unmarshal, &doc)
	if doc.Items == nil {
		t.Errorf("%s has no list of items", f.Path)
	}
	for _, raw := range doc.Items {
		var it struct {
			ID       string `json:"id"`
			Title    string `json:"title"`
			Link     string `json:"url"`
			Date     string `json:"date_published"`
			Modified string `json:"date_modified"`
			Summary  string `json:"summary"`
			HTML     string `json:"content_html"`
			Text     string `json:"content_text"`
			Loa      struct {
				State string `json:"trang_thai"`
			} `json:"_loa"`
			Sounds []struct {
				Address string `json:"url"`
				Type    string `json:"mime_type"`
				Size    int64  `json:"size_in_bytes"`
				Seconds int    `json:"duration_in_seconds"`
			} `json:"attachments"`
		}
		if err := json.Unmarshal(raw, &it); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if it.HTML == "" && it.Text == "" {
			t.Errorf("%s: %s has no content", f.Path, it.ID)
		}
		if it.Modified == "" {
			it.Modified = it.Date
		}
		var sound offered
		for _, s := range it.Sounds {
			sound = offered{s.Address, s.Size, s.Type, s.Seconds}
		}
		items = append(items, read{it.ID, it.Title, it.Link, it.Date, it.Modified, it.Loa.State, it.Summary, it.HTML, string(raw), sound})
	}
	return items
}

func unmarshal(t *testing.T, f feed.File, by func([]byte, any) error, into any) {
	t.Helper()
	if err := by(f.Data, into); err != nil {
		t.Fatalf("%s: %v\n%s", f.Path, err, f.Data)
	}
}

// document gives the one file of a path.
func document(t *testing.T, files []feed.File, path string) feed.File {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return f
		}
	}
	t.Fatalf("there is no %s", path)
	return feed.File{}
}

// changed is the instant of the latest change, as the item says it.
func (i read) changed(t *testing.T) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, i.Updated)
	if err != nil {
		t.Fatalf("%s: %v", i.ID, err)
	}
	return at
}

func ids(items []read) []string {
	var list []string
	for _, i := range items {
		list = append(list, i.ID)
	}
	return list
}
