package feed_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vinhlinh/loa/generator/feed"
)

// The keys of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), by object. A key with "!" must be there.
var jsonFeedKeys = map[string]map[string]func(any) string{
	"feed": {
		"version!": isVersion, "title!": isText, "items!": nil, "home_page_url": isURL, "feed_url": isURL, "description": isText,
		"user_comment": isText, "next_url": isURL, "icon": isURL, "favicon": isURL, "authors": nil, "language": isLanguage,
		"expired": isBool,
	},
	"item": {
		"id!": isText, "url": isURL, "external_url": isURL, "title": isText, "content_html": isText, "content_text": isText,
		"summary": isText, "image": isURL, "banner_image": isURL, "date_published": isDate, "date_modified": isDate, "authors": nil,
		"tags": isTags, "language": isLanguage, "attachments": nil,
	},
	"author":     {"name": isText, "url": isURL, "avatar": isURL},
	"attachment": {"url!": isURL, "mime_type!": isMediaType, "title": isText, "size_in_bytes": isCount, "duration_in_seconds": isCount},
}

var (
	extensionKey = regexp.MustCompile(`^_[A-Za-z]`)
	language     = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)
	mediaType    = regexp.MustCompile(`^[a-z]+/[a-z0-9.+-]+$`)
)

func unless(ok bool, fault string) string {
	if ok {
		return ""
	}
	return fault
}

func isText(v any) string { s, ok := v.(string); return unless(ok && s != "", "is no text") }
func isBool(v any) string { _, ok := v.(bool); return unless(ok, "is neither true nor false") }
func isVersion(v any) string {
	return unless(v == "https://jsonfeed.org/version/1.1", "is not the version 1.1")
}
func isLanguage(v any) string {
	s, _ := v.(string)
	return unless(language.MatchString(s), "is no language")
}
func isMediaType(v any) string {
	s, _ := v.(string)
	return unless(mediaType.MatchString(s), "is no media type")
}
func isURL(v any) string {
	s, _ := v.(string)
	u, err := url.Parse(s)
	return unless(err == nil && u.IsAbs() && u.Host != "", "is no absolute address")
}
func isDate(v any) string {
	s, _ := v.(string)
	_, err := time.Parse(time.RFC3339, s)
	return unless(err == nil, "is no instant of RFC 3339")
}
func isCount(v any) string {
	n, _ := v.(json.Number)
	i, err := n.Int64()
	return unless(err == nil && i > 0, "is no count")
}
func isTags(v any) string {
	list, ok := v.([]any)
	return unless(ok && len(list) > 0 && !slices.ContainsFunc(list, func(t any) bool { return isText(t) != "" }), "is no list of texts")
}

// jsonFeedFaults is what a document does against the format, strictly: unknown keys, keys that stand twice, nulls, empty texts and
// lists that need not be there are faults as well.
func jsonFeedFaults(data []byte) (faults []string) {
	say := func(where, fault string) { faults = append(faults, where+" "+fault) }
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := strictValue(d, "feed", say)
	if err != nil {
		return append(faults, err.Error())
	}
	if _, err := d.Token(); err != io.EOF {
		say("feed", "goes on behind its end")
	}
	doc, ok := v.(map[string]any)
	if !ok {
		return append(faults, "feed is no object")
	}
	checkObject(doc, "feed", "feed", say)
	checkList(doc["authors"], "author", "feed.authors", say)
	if doc["next_url"] != nil && doc["next_url"] == doc["feed_url"] {
		say("feed.next_url", "leads to itself")
	}
	items, ok := doc["items"].([]any)
	if !ok {
		return append(faults, "feed.items is no list")
	}
	seen := map[any]bool{}
	for n, i := range items {
		where := fmt.Sprintf("feed.items[%d]", n)
		item, ok := i.(map[string]any)
		if !ok {
			say(where, "is no object")
			continue
		}
		checkObject(item, "item", where, say)
		checkList(item["authors"], "author", where+".authors", say)
		checkList(item["attachments"], "attachment", where+".attachments", say)
		if item["content_html"] == nil && item["content_text"] == nil {
			say(where, "has no content")
		}
		if seen[item["id"]] {
			say(where+".id", "stands twice")
		}
		seen[item["id"]] = true
	}
	return faults
}

// checkObject holds an object to the keys of its kind. Extensions are objects under keys that begin with an underscore.
func checkObject(object map[string]any, kind, where string, say func(where, fault string)) {
	keys := jsonFeedKeys[kind]
	for key := range keys {
		if name, must := strings.CutSuffix(key, "!"); must && object[name] == nil {
			say(where+"."+name, "is missing")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		check, known := keys[key]
		if !known {
			check, known = keys[key+"!"]
		}
		switch {
		case known && check != nil:
			if fault := check(object[key]); fault != "" {
				say(where+"."+key, fault)
			}
		case known:
		case extensionKey.MatchString(key):
			if _, ok := object[key].(map[string]any); !ok {
				say(where+"."+key, "is no object")
			}
		default:
			say(where+"."+key, "is unknown")
		}
	}
}

// checkList holds a list, if there is one, to objects of a kind.
func checkList(v any, kind, where string, say func(where, fault string)) {
	if v == nil {
		return
	}
	list, ok := v.([]any)
	if !ok || len(list) == 0 {
		say(where, "is no list of something")
	}
	for n, one := range list {
		object, ok := one.(map[string]any)
		if !ok || len(object) == 0 {
			say(fmt.Sprintf("%s[%d]", where, n), "is no object of something")
			continue
		}
		checkObject(object, kind, fmt.Sprintf("%s[%d]", where, n), say)
	}
}

// strictValue reads a value, which encoding/json would read more kindly.
func strictValue(d *json.Decoder, where string, say func(where, fault string)) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case nil:
		say(where, "is null")
	case json.Delim('['):
		list := []any{}
		for d.More() {
			v, err := strictValue(d, fmt.Sprintf("%s[%d]", where, len(list)), say)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := d.Token()
		return list, err
	case json.Delim('{'):
		object := map[string]any{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			name, _ := key.(string)
			if _, twice := object[name]; twice {
				say(where+"."+name, "stands twice")
			}
			if object[name], err = strictValue(d, where+"."+name, say); err != nil {
				return nil, err
			}
		}
		_, err := d.Token()
		return object, err
	}
	return token, nil
}

// TestEveryJSONDocumentIsAJSONFeed: live documents and archives, of portals and stations, with every kind of item and hostile titles.
func TestEveryJSONDocumentIsAJSONFeed(t *testing.T) {
	hold := func(t *testing.T, files []feed.File) {
		t.Helper()
		for _, f := range files {
			if f.Type != feed.TypeJSON {
				continue
			}
			if faults := jsonFeedFaults(f.Data); len(faults) > 0 {
				t.Errorf("%s: %s\n%.2000s", f.Path, strings.Join(faults, "\n"), f.Data)
			}
		}
	}
	histories(t, sizes[:len(sizes)-1], func(t *testing.T, h history) {
		for _, at := range h.instants(23, h.builds(3)) {
			hold(t, render(t, h.at(at)))
		}
	})
	for _, title := range hostile {
		r := newRelease()
		r.machine = true
		r.articles[1].Title, r.articles[1].Description, r.articles[1].Remember = title, title, []string{title}
		hold(t, r.files(t))
	}
}

func TestTheJSONFeedCheckFindsFaults(t *testing.T) {
	const version, item = `"version":"https://jsonfeed.org/version/1.1"`, `"id":"1","content_text":"x"`
	for doc, want := range map[string]string{
		`{` + version + `,"title":"T","items":[{` + item + `}]}`:                                       "",
		`{"version":"https://jsonfeed.org/version/1","title":"T","items":[]}`:                          "feed.version is not",
		`{` + version + `,"title":"","items":[]}`:                                                      "feed.title is no text",
		`{` + version + `,"title":"T"}`:                                                                "feed.items is missing",
		`{` + version + `,"title":"T","title":"T","items":[]}`:                                         "feed.title stands twice",
		`{` + version + `,"title":"T","banner_":"x","items":[]}`:                                       "feed.banner_ is unknown",
		`{` + version + `,"title":"T","icon":null,"items":[]}`:                                         "feed.icon is null",
		`{` + version + `,"title":"T","next_url":"/x","items":[]}`:                                     "feed.next_url is no absolute",
		`{` + version + `,"title":"T","items":[]}{}`:                                                   "goes on",
		`{` + version + `,"title":"T","items":[{"id":"1"}]}`:                                           "has no content",
		`{` + version + `,"title":"T","items":[{"id":1,"content_text":"x"}]}`:                          "id is no text",
		`{` + version + `,"title":"T","items":[{` + item + `},{` + item + `}]}`:                        "id stands twice",
		`{` + version + `,"title":"T","items":[{` + item + `,"date_published":"24/4/2023"}]}`:          "is no instant",
		`{` + version + `,"title":"T","items":[{` + item + `,"tags":[]}]}`:                             "tags is no list",
		`{` + version + `,"title":"T","items":[{` + item + `,"_loa":"x"}]}`:                            "_loa is no object",
		`{` + version + `,"title":"T","items":[{` + item + `,"attachments":[]}]}`:                      "attachments is no list",
		`{` + version + `,"title":"T","items":[{` + item + `,"attachments":[{"size":3}]}]}`:            "size is unknown",
		`{` + version + `,"title":"T","items":[{` + item + `,"attachments":[{"url":"x"}]}]}`:           "mime_type is missing",
		`{` + version + `,"title":"T","items":[{` + item + `,"attachments":[{"size_in_bytes":"3"}]}]}`: "size_in_bytes is no count",
	} {
		got := strings.Join(jsonFeedFaults([]byte(doc)), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", doc, got, want)
		}
	}
}
