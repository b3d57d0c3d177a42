// Package bundle packs days of a station into a ZIP for a stick: whoever has no line, or a poor one, carries the programme to the
// amplifier and opens it by a double click.
//
// In: values (station, programmes, scripts, sounds). Out: a [Bundle], whose files, names and size are known before a byte is written;
// the bytes of sounds are read only when it is written, through a function that the caller gives. A bundle is one folder,
// loa-<station>-<date>:
//
//	index.html            the day to look at: urgent first, sessions with greeting, sound, words; what must not be aired
//	01-<slug>-2p30.mp3    a sound; the number is the rank of its first airing, the end its length
//	01-<slug>-2p30.txt    its words for an announcer
//	doc-may/01-….txt      its words for the field of a machine's voice, in pieces of at most 2,000 characters: …-p2.txt
//	phat.m3u phat.m3u8    the day for a player, relative names
//	bang.csv              the day as a table
//	so-ghi.html           the log to print and to sign
//	an-ban.txt            which edition this is
//	kiem-tra.sha256       the digest of every other file, as sha256sum -c reads it
//
// Several days are loa-<station>-<first>-den-<last>, with a folder for each, and each sound once in am-thanh/.
//
// Goals: opens on any machine without a network, names that Windows accepts, equal bytes on every machine and version of Go (nothing is
// compressed, times are fixed). Non-goals: encryption, a bundle that is kept up to date. Without sound it is whole too: words, table,
// log. Pure but for writing. Start with [Plan]; the rules are those of FEEDS.md section 9.
package bundle

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/vinhlinh/loa/generator/audio"
	"github.com/vinhlinh/loa/generator/schedule"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

// Most is the greatest size of a bundle unless the input says otherwise: a day is at most half an hour of own items, 15 MB, and an old
// stick of 64 MB still takes it (FEEDS.md 9).
const Most = 64 << 20

// Input is everything that decides the bytes of a bundle, but those of the sounds.
type Input struct {
	Settings  *settings.Settings        // greeting, publisher
	Station   settings.Station          //
	Days      []schedule.Programme      // of that station, one a day, in any order; at least one
	Withdrawn []*schedule.Item          // aimed at the station and taken back, as schedule.Outlook has them
	Scripts   map[string]*speech.Script // by article ID; withdrawn articles have none
	Sounds    map[string]*audio.Sound   // by article ID; nil or missing: no sound
	Base      string                    // "https://…", no slash at the end: shown as text, nothing links to it
	Version   string                    // of the program
	Limit     int64                     // bytes of the ZIP at most; 0: Most
}

// Bundle is a planned ZIP. It is immutable.
type Bundle struct {
	Name     string // "loa-vinh-thuy-2023-04-25.zip"
	Size     int64  // bytes of the ZIP, exactly
	Digest   string // equal for bundles of equal bytes, and only for them: SHA-256 in hexadecimal of name and digests of all files
	Files    []File // as they stand in the ZIP
	Articles int    // that are to be read
	Voiced   int    // of those with sound

	date civil.Date // the first
}

// File is a file of a bundle: a text in memory, or a sound that lies elsewhere.
type File struct {
	Path  string // from the ZIP's root, "loa-vinh-thuy-2023-04-25/index.html"
	Size  int64
	Data  []byte       // of a text
	Sound *audio.Sound // nil for a text
}

// Plan makes a bundle but for writing it. It gives a [*TooLarge] when the ZIP would be larger than the limit; any other error is a
// caller's mistake: no day, a day twice, another station's day.
func Plan(in Input) (*Bundle, error) {
	days := slices.SortedFunc(slices.Values(in.Days), func(a, b schedule.Programme) int { return a.Date.Compare(b.Date) })
	if len(days) == 0 {
		return nil, fmt.Errorf("bundle of %s: no day", in.Station.Slug)
	}
	for i, d := range days {
		if d.Station != in.Station.Slug {
			return nil, fmt.Errorf("bundle of %s: a day of %s", in.Station.Slug, d.Station)
		}
		if i > 0 && d.Date == days[i-1].Date {
			return nil, fmt.Errorf("bundle of %s: %s twice", in.Station.Slug, d.Date)
		}
	}
	p := newPacker(in, days)
	for _, d := range p.days {
		p.day(d)
	}
	if len(p.days) > 1 {
		p.page("index.html", overviewPage, p.overview())
	}
	p.text("an-ban.txt", p.edition())
	return p.bundle()
}

// packer gathers the files of a bundle.
type packer struct {
	Input
	days   []*day
	folder string // "loa-vinh-thuy-2023-04-25"
	files  []File // paths below the folder
}

func newPacker(in Input, programmes []schedule.Programme) *packer {
	p := &packer{Input: in}
	first, last := programmes[0].Date, programmes[len(programmes)-1].Date
	p.folder = folderName(in.Station.Slug, first, last)
	many := len(programmes) > 1
	room := slugRoom(p.folder, many)
	for _, programme := range programmes {
		p.days = append(p.days, p.newDay(programme, many, room))
	}
	return p
}

// day adds what a day has of its own. Sounds that days share are added once.
func (p *packer) day(d *day) {
	for _, t := range d.tracks {
		if t.sound != nil && !slices.ContainsFunc(p.files, func(f File) bool { return f.Path == t.soundPath() }) {
			p.files = append(p.files, File{Path: t.soundPath(), Size: t.sound.Size, Sound: t.sound})
		}
		if t.script != nil {
			p.text(d.folder+t.text(), d.announcerText(t))
			for i, piece := range pieces(t.script) {
				p.text(d.folder+t.machineText(i), piece)
			}
		}
	}
	list := p.playlist(d)
	p.add(d.folder+"phat.m3u", list)
	p.add(d.folder+"phat.m3u8", list)
	p.add(d.folder+"bang.csv", p.table(d))
	p.page(d.folder+"index.html", dayPage, p.dayView(d))
	p.page(d.folder+"so-ghi.html", logPage, p.logView(d))
}

func (p *packer) add(path string, data []byte) {
	p.files = append(p.files, File{Path: path, Size: int64(len(data)), Data: data})
}

// text adds lines as the oldest editor of Windows reads them: a byte order mark, CRLF (FEEDS.md 9).
func (p *packer) text(path, lines string) {
	p.add(path, []byte(mark+strings.ReplaceAll(lines, "\n", "\r\n")))
}

// mark is the byte order mark of UTF-8.
const mark = "\ufeff"

// bundle puts the files in order, adds their digests and weighs them.
func (p *packer) bundle() (*Bundle, error) {
	slices.SortFunc(p.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	var sums strings.Builder
	for i, f := range p.files {
		if i > 0 && strings.EqualFold(f.Path, p.files[i-1].Path) {
			panic("bundle: two files are called " + f.Path)
		}
		fmt.Fprintf(&sums, "%s  %s\n", f.digest(), f.Path)
	}
	p.add("kiem-tra.sha256", []byte(sums.String()))
	slices.SortFunc(p.files, func(a, b File) int {
		return cmp.Or(cmp.Compare(precedence(a), precedence(b)), cmp.Compare(a.Path, b.Path))
	})
	b := &Bundle{Name: p.folder + ".zip", Files: p.files, date: p.days[0].Date}
	whole := sha256.Sum256([]byte(b.Name + "\n" + sums.String()))
	b.Digest = hex.EncodeToString(whole[:])
	for i := range b.Files {
		b.Files[i].Path = p.folder + "/" + b.Files[i].Path
	}
	b.Size = archiveSize(b.Files)
	for _, voiced := range p.articles() {
		if b.Articles++; voiced {
			b.Voiced++
		}
	}
	if limit := cmp.Or(p.Limit, Most); b.Size > limit {
		return nil, tooLarge(b, limit)
	}
	return b, nil
}

// precedence puts the page that is to be opened first.
func precedence(f File) int {
	if f.Path == "index.html" {
		return 0
	}
	return 1
}

// articles are those that are to be read on any day, and whether they have sound.
func (p *packer) articles() map[string]bool {
	list := map[string]bool{}
	for _, d := range p.days {
		for _, t := range d.tracks {
			list[t.ID] = t.sound != nil
		}
	}
	return list
}

// digest is the SHA-256 of the bytes in hexadecimal.
func (f File) digest() string {
	if f.Sound != nil {
		return f.Sound.SHA256
	}
	sum := sha256.Sum256(f.Data)
	return hex.EncodeToString(sum[:])
}

// newest is the latest change of what the bundle speaks of; zero: it speaks of nothing.
func (p *packer) newest() (latest time.Time) {
	look := func(item *schedule.Item) {
		if c := item.Article.Changed(); c.After(latest) {
			latest = c
		}
	}
	for _, d := range p.days {
		for _, t := range d.tracks {
			look(t.Item)
		}
		for _, w := range d.taken {
			look(w.Item)
		}
	}
	return latest
}
