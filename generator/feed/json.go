package feed

import (
	"bytes"
	"encoding/json"

	"github.com/gorilla/feeds"

	"github.com/vinhlinh/loa/generator/settings"
)

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

// jsonItem is gorilla's item with what it lacks.
type jsonItem struct {
	feeds.JSONItem
	Language    string           `json:"language"`
	Attachments []jsonAttachment `json:"attachments,omitempty"` // hides gorilla's, whose size has another name and ends at 2 GB
	Loa         jsonBody         `json:"_loa"`
}

type jsonAttachment struct {
	Address string `json:"url"`
	Type    string `json:"mime_type"`
	Title   string `json:"title,omitempty"`
	Size    int64  `json:"size_in_bytes"`
	Seconds int    `json:"duration_in_seconds"`
}

// jsonBody is the object _loa: what the loa: elements say in XML, with lists as lists.
type jsonBody struct {
	About      string          `json:"about"`
	Key        string          `json:"id"`
	State      State           `json:"trang_thai"`
	Script     string          `json:"loi_doc,omitempty"`
	Broadcast  *jsonBroadcast  `json:"phat_thanh,omitempty"`
	Remember   []string        `json:"dieu_can_nho,omitempty"`
	Voice      string          `json:"giong,omitempty"`
	Withdrawal *jsonWithdrawal `json:"thu_hoi,omitempty"`
}

type jsonBroadcast struct {
	From     string   `json:"tu,omitempty"`
	Until    string   `json:"den,omitempty"`
	Priority string   `json:"uu_tien"`
	PerDay   int      `json:"so_lan"`
	Times    []string `json:"gio,omitempty"`
	Areas    []string `json:"dia_ban"`
	Language string   `json:"ngon_ngu"`
	Seconds  int      `json:"thoi_luong,omitempty"`
}

type jsonWithdrawal struct {
	At  string `json:"luc"`
	Ref string `json:"ref"`
}

func newJSONItem(i *Item, lean bool) *jsonItem {
	published := i.Published.In(settings.Zone)
	item := &jsonItem{
		JSONItem: feeds.JSONItem{
			Id: i.ID, Url: i.Link, Title: i.Title, Summary: i.Summary, Image: i.Picture, PublishedDate: &published,
			Authors: []*feeds.JSONAuthor{{Name: i.Author}},
		},
		Language: i.Language,
		Loa:      jsonBody{About: i.About, Key: i.Key, State: i.State, Script: i.Script, Remember: i.Remember, Voice: i.Sound.voice()},
	}
	if changed := i.Changed.In(settings.Zone); !changed.Equal(published) {
		item.ModifiedDate = &changed
	}
	if i.HTML != "" && !lean { // an item has one of the two contents at least
		item.ContentHTML = i.HTML
	} else {
		item.ContentText = i.heard(i.Summary)
	}
	for _, l := range i.labels() {
		item.Tags = append(item.Tags, l.Name)
	}
	if s := i.Sound; s != nil {
		item.Attachments = []jsonAttachment{{Address: s.Address, Type: soundType, Title: s.label(), Size: s.Size, Seconds: s.Seconds}}
	}
	if b := i.Broadcast; b != nil {
		item.Loa.Broadcast = &jsonBroadcast{
			From: b.From, Until: b.Until, Priority: b.Priority, PerDay: b.PerDay, Times: b.Times, Areas: b.Areas, Language: b.Language,
			Seconds: b.seconds(),
		}
	}
	if w := i.Withdrawal; w != nil {
		item.Loa.Withdrawal = &jsonWithdrawal{At: stamp(w.At), Ref: w.Ref}
	}
	return item
}

// jsonDocument writes the head and puts the items behind it, each on a line. The list of items is there even when it is empty: the
// format asks for it.
//
// The format has no archives. Its next_url leads to older items, from the live document to a month and from month to older month.
func jsonDocument(h head, links []relation, items [][]byte) ([]byte, error) {
	doc := feeds.JSONFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: h.Title, HomePageUrl: h.link, Description: h.Description,
		Language: "vi", Authors: []*feeds.JSONAuthor{{Name: h.publisher}},
	}
	for _, l := range links {
		switch l.name {
		case toSelf:
			doc.FeedUrl = l.address
		case toPrevious:
			doc.NextUrl = l.address
		}
	}
	data, err := encodeJSON(doc)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(sizeOf(items) + roomForHead)
	b.Write(bytes.TrimSuffix(data, []byte("}")))
	b.WriteString(`,"items":[`)
	for i, item := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(item)
	}
	b.WriteString("\n]}\n")
	return b.Bytes(), nil
}

// encodeJSON writes < and > as they are: the documents are no part of a page, and escapes make them long and hard to read.
func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
