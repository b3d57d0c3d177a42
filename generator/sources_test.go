package generator_test

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// ownHost is where the release of the tests stands.
const ownHost = "https://loa.example.vn"

var (
	copied   = regexp.MustCompile(`data-chep="([^"]*)"`)
	framed   = regexp.MustCompile(`^<iframe src="([^"]*)"`)
	itemID   = regexp.MustCompile(`tag:[^:"<]*:[0-9a-z]{8}["<]`)
	previous = regexp.MustCompile(`(?:rel="prev-archive"[^>]*href="|href="[^"]*"[^>]*rel="prev-archive"|"next_url":\s*")([^"]*)`)
)

// exampleMonth is the address of a month that the page shows as an example.
var exampleMonth = regexp.MustCompile(`<code>` + ownHost + `(/kenh/[^/]*/[0-9-]{7}/rss\.xml)</code>`)

// taken are the files that programs take over again and again.
var taken = []string{address.RSS, address.Atom, address.JSONFeed, address.Podcast, address.Calendar, address.Programme, address.Playlist, path.Base(address.OPML)}

// TestWhatCanBeTakenIsOnAPageAndInTheList: what can be taken over and over is the same among the files, on the pages as addresses with
// a button that copies them, and, as far as it is RSS, in the OPML list. Stations that are no more are in none of them. An archive
// is reached from what is on the pages, or what is in it is there as well.
func TestWhatCanBeTakenIsOnAPageAndInTheList(t *testing.T) {
	gone, old := 0, 0
	for _, at := range []time.Time{campaign, time.Date(2026, 11, 26, 7, 0, 0, 0, settings.Zone)} {
		out := build(t, generator.Input{At: at})
		former := formerFolders(out)
		var live, archives, frames []string
		for _, f := range out.Files {
			switch {
			case path.Dir(path.Dir(f.Path)) == "nhung":
				frames = append(frames, "/"+path.Dir(f.Path)+"/")
			case !slices.Contains(taken, path.Base(f.Path)):
			case strings.Count(f.Path, "/") == 3: // in the folder of a month
				archives = append(archives, f.Path)
			case former[path.Dir(f.Path)]:
				gone++
			default:
				live = append(live, f.Path)
			}
		}
		shown, pasted := copiedFrom(t, out)
		if d := cmp.Diff(live, shown); d != "" {
			t.Errorf("%s (-files +pages):\n%s", at, d)
		}
		if d := cmp.Diff(frames, pasted); d != "" {
			t.Errorf("%s: pages for frames (-files +code to paste):\n%s", at, d)
		}
		if d := cmp.Diff(onlyRSS(live), listed(t, out)); d != "" {
			t.Errorf("%s (-files +OPML):\n%s", at, d)
		}
		reached := reachedFrom(out, shown)
		for _, a := range archives {
			if live := path.Join(path.Dir(path.Dir(a)), path.Base(a)); !reached[a] && !holds(fileOf(t, out, live), fileOf(t, out, a)) {
				t.Errorf("%s: nothing leads to %s, and %s does not hold all of it", at, a, live)
			}
		}
		if m := exampleMonth.FindStringSubmatch(fileOf(t, out, address.File(address.Sources))); m == nil || !slices.Contains(archives, address.File(m[1])) {
			t.Errorf("%s: the example of a month is %v", at, m)
		}
		old += len(archives)
	}
	if gone == 0 || old == 0 {
		t.Errorf("%d files of stations that are no more and %d of past months: the test shows too little", gone, old)
	}
}

// formerFolders are those of stations that are no more: their feed holds nothing but where they went.
func formerFolders(out *generator.Output) map[string]bool {
	folders := map[string]bool{}
	for _, f := range out.Files {
		if strings.HasPrefix(f.Path, "dai/") && path.Base(f.Path) == address.RSS && strings.Contains(string(f.Data), "/chuyen</guid>") {
			folders[path.Dir(f.Path)] = true
		}
	}
	return folders
}

// copiedFrom are the files of which a page has the address with a button that copies it, and the pages for frames of which it has the
// code. The pages of all channels and of each station are those to which readers are sent.
func copiedFrom(t *testing.T, out *generator.Output) (files, frames []string) {
	t.Helper()
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		for _, m := range copied.FindAllStringSubmatch(string(f.Data), -1) {
			text := html.UnescapeString(m[1])
			if code := framed.FindStringSubmatch(text); code != nil {
				frames = append(frames, strings.TrimPrefix(code[1], ownHost))
			} else if own, ok := strings.CutPrefix(text, ownHost); ok && strings.HasSuffix(own, "/") {
				continue // a page, to be sent to somebody
			} else if ok {
				files = append(files, address.File(own))
			} else {
				t.Errorf("%s copies %q", f.Path, text)
			}
		}
	}
	slices.Sort(files)
	slices.Sort(frames)
	return slices.Compact(files), slices.Compact(frames)
}

// listed are the files that the OPML list names. Each leads to a page of the release.
func listed(t *testing.T, out *generator.Output) (files []string) {
	t.Helper()
	var list struct {
		Channels []struct {
			Text string `xml:"text,attr"`
			Feed string `xml:"xmlUrl,attr"`
			Page string `xml:"htmlUrl,attr"`
		} `xml:"body>outline>outline"`
	}
	if err := xml.Unmarshal([]byte(fileOf(t, out, address.File(address.OPML))), &list); err != nil {
		t.Fatal(err)
	}
	for _, c := range list.Channels {
		files = append(files, address.File(strings.TrimPrefix(c.Feed, ownHost)))
		own, ok := strings.CutPrefix(c.Page, ownHost)
		if !ok || c.Text == "" || !slices.ContainsFunc(out.Files, func(f generator.File) bool { return f.Path == address.File(own) }) {
			t.Errorf("%q leads to %q", c.Text, c.Page)
		}
	}
	slices.Sort(files)
	return files
}

// reachedFrom follows the links from documents to those of the month before.
func reachedFrom(out *generator.Output, start []string) map[string]bool {
	data := map[string]string{}
	for _, f := range out.Files {
		data[f.Path] = string(f.Data)
	}
	reached := map[string]bool{}
	for queue := slices.Clone(start); len(queue) > 0; queue = queue[1:] {
		if reached[queue[0]] {
			continue
		}
		reached[queue[0]] = true
		for _, m := range previous.FindAllStringSubmatch(data[queue[0]], -1) {
			queue = append(queue, address.File(strings.TrimPrefix(m[1], ownHost)))
		}
	}
	return reached
}

// holds says whether each item of a document is in another one.
func holds(document, other string) bool {
	for _, id := range itemID.FindAllString(other, -1) {
		if !strings.Contains(document, id) {
			return false
		}
	}
	return true
}

// onlyRSS are the files that readers of RSS subscribe to.
func onlyRSS(files []string) []string {
	return slices.DeleteFunc(slices.Clone(files), func(f string) bool { return path.Base(f) != address.RSS && path.Base(f) != address.Podcast })
}

// TestOwnNamesOfItemsAreExplained: each name that loa adds to the standard formats stands in the table to which every item leads.
func TestOwnNamesOfItemsAreExplained(t *testing.T) {
	out := build(t, generator.Input{})
	names := map[string]bool{}
	for _, f := range out.Files {
		switch path.Base(f.Path) {
		case address.RSS, address.Atom, address.Podcast:
			ownElements(t, f, names)
		case address.JSONFeed:
			ownKeys(t, f, names)
		}
	}
	_, table, found := strings.Cut(fileOf(t, out, address.File(address.Sources)), `id="_loa"`)
	table, _, _ = strings.Cut(table, "</section>")
	explained := strings.FieldsFunc(table, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') })
	if !found || len(names) < 10 {
		t.Fatalf("the table: %t; the names: %v", found, slices.Sorted(maps.Keys(names)))
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !slices.Contains(explained, name) {
			t.Errorf("%s is not explained", name)
		}
	}
}

// ownElements adds the elements of our namespace in an XML document, and their attributes.
func ownElements(t *testing.T, f generator.File, names map[string]bool) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(f.Data)))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if e, ok := token.(xml.StartElement); ok && strings.HasPrefix(e.Name.Space, "tag:") {
			names[e.Name.Local] = true
			for _, a := range e.Attr {
				names[a.Name.Local] = true
			}
		}
	}
}

// ownKeys adds the keys of our object in a JSON Feed.
func ownKeys(t *testing.T, f generator.File, names map[string]bool) {
	t.Helper()
	var doc struct {
		Items []struct {
			Own map[string]any `json:"_loa"`
		} `json:"items"`
	}
	if err := json.Unmarshal(f.Data, &doc); err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	var add func(object map[string]any)
	add = func(object map[string]any) {
		for key, value := range object {
			names[key] = true
			if inner, ok := value.(map[string]any); ok {
				add(inner)
			}
		}
	}
	for _, i := range doc.Items {
		add(i.Own)
	}
}
