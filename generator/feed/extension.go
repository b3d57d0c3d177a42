package feed

import (
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/settings"
)

// extension is loa's own elements in an XML item. None is ever repeated: feedparser keeps only the last of equal ones, so lists are
// one attribute with spaces. Attributes are named like the keys of the front matter.
type extension struct {
	State      State          `xml:"loa:trang_thai"`
	Script     *xmlScript     `xml:"loa:loi_doc"`
	Voice      string         `xml:"loa:giong,omitempty"`
	Broadcast  *xmlBroadcast  `xml:"loa:phat_thanh"`
	Withdrawal *xmlWithdrawal `xml:"loa:thu_hoi"`
}

type xmlScript struct {
	Address string `xml:"href,attr"`
	Type    string `xml:"type,attr"`
}

type xmlBroadcast struct {
	From     string `xml:"tu,attr,omitempty"`
	Until    string `xml:"den,attr,omitempty"`
	Priority string `xml:"uu_tien,attr"`
	PerDay   int    `xml:"so_lan,attr"`
	Times    string `xml:"gio,attr,omitempty"`
	Areas    string `xml:"dia_ban,attr"`
	Language string `xml:"ngon_ngu,attr"`
	Seconds  int    `xml:"thoi_luong,attr,omitempty"`
}

type xmlWithdrawal struct {
	At  string `xml:"luc,attr"`
	Ref string `xml:"ref,attr"`
}

func newExtension(i *Item) extension {
	e := extension{State: i.State, Voice: i.Sound.voice()}
	if i.Script != "" {
		e.Script = &xmlScript{Address: i.Script, Type: "text/plain"}
	}
	if b := i.Broadcast; b != nil {
		e.Broadcast = &xmlBroadcast{
			From: b.From, Until: b.Until, Priority: b.Priority, PerDay: b.PerDay, Times: strings.Join(b.Times, " "),
			Areas: strings.Join(b.Areas, " "), Language: b.Language, Seconds: b.seconds(),
		}
	}
	if w := i.Withdrawal; w != nil {
		e.Withdrawal = &xmlWithdrawal{At: stamp(w.At), Ref: w.Ref}
	}
	return e
}

// seconds is the length in whole seconds, an estimate rounded up: a session must not run over. Of a sound they are whole already.
func (b *Broadcast) seconds() int { return int((b.Length + time.Second - 1) / time.Second) }

// stamp writes an instant as RFC 3339 in the zone of the stations.
func stamp(t time.Time) string { return t.In(settings.Zone).Format(time.RFC3339) }
