// Package search makes the index with which a reader finds articles without a server and without marks: "cap quang" and "CÁP QUANG"
// are the same words.
//
// In: what can be found. Out: files that any static host serves. A shard holds the terms of one hash with the articles that have
// them; a page of results holds what is shown of ten articles. A search loads one shard for each of its terms and the results that
// it shows, so that what a telephone loads does not grow with the site. themes/loa/assets/js/tim.js reads the files; its rules are
// those of this package, and testdata/fold.txt holds both to the same words. DESIGN.md section 8.
package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// Document is what can be found.
type Document struct {
	ID          string // decides the order of what has one date
	Address     string
	Title       string
	Description string
	Date        time.Time
	Remember    []string
	Body        string // words only
}

// DocumentOf gives the document of an article.
func DocumentOf(a *article.Article) Document {
	return Document{ID: a.ID, Address: address.Article(a.Slug), Title: a.Title, Description: a.Description, Date: a.Date,
		Remember: a.Remember, Body: a.Body.Words()}
}

// PerPage is how many documents a page of results holds.
const PerPage = 10

// shardBytes is what a shard should hold: on a slow line a search of three syllables and two pairs is then two seconds.
const shardBytes = 6 << 10

// Index is the files of a search and what the page that searches must know of them.
type Index struct {
	Shards    int // a power of two
	Documents int
	Version   string // of all files, 12 hexadecimal digits: behind their addresses, so that no cache mixes two indexes
	Files     []File // by path
}

// File is one file of the index.
type File struct {
	Path string // slash-separated, below the root of the site
	Data []byte
}

// New makes the index. Documents are numbered from the oldest, so that a new one changes no number of another. Pure: the order of
// documents does not matter.
func New(documents []Document) Index {
	documents = slices.Clone(documents)
	slices.SortFunc(documents, func(a, b Document) int { return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID)) })
	terms, bytes := map[string]*term{}, 0
	for n, d := range documents {
		for text, hit := range hits(d) {
			t := terms[text]
			if t == nil {
				t = &term{text: text, forms: map[string]int{}}
				terms[text] = t
				bytes += len(text) + 8
			}
			t.postings = append(t.postings, posting{n, hit.weight, hit.forms})
			for form := range hit.forms {
				t.forms[form]++
			}
			bytes += 4
		}
	}
	shards := 1
	for shards*shardBytes < bytes {
		shards *= 2
	}
	index := Index{Shards: shards, Documents: len(documents)}
	index.Files = append(shardFiles(terms, shards), resultFiles(documents)...)
	slices.SortFunc(index.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	index.Version = version(index.Files)
	return index
}

func version(files []File) string {
	digest := sha256.New()
	for _, f := range files {
		fmt.Fprintf(digest, "%x  %s\n", sha256.Sum256(f.Data), f.Path)
	}
	return hex.EncodeToString(digest.Sum(nil))[:12]
}

// term is a syllable without marks, or two neighbours of a title.
type term struct {
	text     string
	forms    map[string]int // with their marks → in how many documents
	postings []posting      // by document
}

// posting is a document that has a term.
type posting struct {
	document, weight int
	forms            map[string]bool
}

// maxForms is how many marked forms of a term are told apart.
const maxForms = 4

// line writes a term: text, its commonest forms, its postings. A posting is the distance from the document before in base 36, then one
// character each for the weight in base 36 and for the forms, a hexadecimal digit of bits.
func (t *term) line() string {
	forms := make([]string, 0, len(t.forms))
	for form := range t.forms {
		forms = append(forms, form)
	}
	slices.SortFunc(forms, func(a, b string) int { return cmp.Or(cmp.Compare(t.forms[b], t.forms[a]), cmp.Compare(a, b)) })
	forms = forms[:min(len(forms), maxForms)]
	var b strings.Builder
	b.WriteString(t.text + "\t" + strings.Join(forms, ",") + "\t")
	before := 0
	for i, p := range t.postings {
		bits := 0
		for n, form := range forms {
			if p.forms[form] {
				bits |= 1 << n
			}
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatInt(int64(p.document-before), 36) + strconv.FormatInt(int64(p.weight), 36) + strconv.FormatInt(int64(bits), 16))
		before = p.document
	}
	return b.String()
}

// shardFiles distributes the terms. Every shard is written, so that a search for what is nowhere finds a file that says so.
func shardFiles(terms map[string]*term, shards int) []File {
	lines := make([][]string, shards)
	for text, t := range terms {
		n := Shard(text, shards)
		lines[n] = append(lines[n], t.line())
	}
	files := make([]File, shards)
	for n := range lines {
		slices.Sort(lines[n])
		text := strings.Join(lines[n], "\n")
		if text != "" {
			text += "\n"
		}
		files[n] = File{Path: address.File(address.SearchShard(n)), Data: []byte(text)}
	}
	return files
}

// Shard is the number of the shard that holds a term: FNV-1a of its bytes, 32 bits.
func Shard(term string, shards int) int {
	h := fnv.New32a()
	h.Write([]byte(term))
	return int(h.Sum32() % uint32(shards))
}

// result is what is shown of a document.
type result struct {
	Title       string `json:"ten"`
	Address     string `json:"dia_chi"`
	Description string `json:"mo_ta"`
	Date        string `json:"ngay"` // 25/4/2023
}

func resultFiles(documents []Document) []File {
	var files []File
	for page := range slices.Chunk(documents, PerPage) {
		results := make([]result, len(page))
		for i, d := range page {
			results[i] = result{d.Title, d.Address, d.Description, fmt.Sprintf("%d/%d/%d", d.Date.Day(), d.Date.Month(), d.Date.Year())}
		}
		data, err := json.Marshal(results)
		if err != nil {
			panic("search: strings do not fail to be JSON: " + err.Error())
		}
		files = append(files, File{Path: address.File(address.SearchResults(len(files))), Data: append(data, '\n')})
	}
	return files
}

// Terms cuts a text into its syllables without marks, in order, each beside its form with marks in lower case. A word is letters, marks
// and digits; one that is not of ASCII without its marks is none of ours. tim.js does the same.
func Terms(s string) (folded, marked []string) {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }
	for word := range strings.FieldsFuncSeq(strings.ToLower(viet.NFC(s)), apart) {
		if f := viet.Fold(word); f != "" && strings.Trim(f, "abcdefghijklmnopqrstuvwxyz0123456789") == "" {
			folded, marked = append(folded, f), append(marked, word)
		}
	}
	return folded, marked
}
