package bundle

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/address"
)

// columns of bang.csv. They are only added, at the end: people keep tables that count on them.
var columns = []string{"ngay", "gio", "buoi", "loai", "tieu_de", "lan", "so_lan", "uu_tien", "thoi_luong", "tep", "id", "dia_chi"}

// table is bang.csv of a day: a row for what is to be read at once, each reading and each relay (RFC 4180, every field quoted; a byte
// order mark, by which Excel knows UTF-8). loai is "bai" or "tiep-am", thoi_luong whole seconds, tep the sound as seen from the table.
func (p *packer) table(d *day) []byte {
	b := bytes.NewBufferString(mark)
	writeRow(b, columns)
	item := func(at, session string, t *track, reading, of string) {
		writeRow(b, []string{d.Date.String(), at, session, "bai", t.Article.Title, reading, of, string(t.Priority), seconds(t.Length), t.play(), t.ID,
			p.Base + address.Article(t.Article.Slug)})
	}
	for _, t := range d.urgent() {
		item("", "", t, "", "")
	}
	for _, s := range d.Sessions {
		for _, e := range s.Entries {
			switch {
			case d.struck(e):
			case e.Item == nil:
				writeRow(b, []string{d.Date.String(), clockOf(e.At), s.Name, "tiep-am", e.Relay, "", "", "", seconds(e.Length), "", "", ""})
			default:
				item(clockOf(e.At), s.Name, d.byID[e.Item.ID], strconv.Itoa(e.Reading), strconv.Itoa(e.Of))
			}
		}
	}
	return b.Bytes()
}

func seconds(d time.Duration) string { return strconv.Itoa(int(d / time.Second)) }

func writeRow(b *bytes.Buffer, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strings.ReplaceAll(inert(oneLine(cell)), `"`, `""`) + `"`)
	}
	b.WriteString("\r\n")
}

// inert keeps a spreadsheet from taking a text for a formula. The wide signs count too: some programs fold them.
func inert(cell string) string {
	if strings.IndexFunc(cell, func(r rune) bool { return strings.ContainsRune("=+-@＝＋－＠\t", r) }) == 0 {
		return "'" + cell
	}
	return cell
}
