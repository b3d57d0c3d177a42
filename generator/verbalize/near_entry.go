package verbalize

import (
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

// nearEntries finds entries that differ by case alone and are spoken differently, of which one is a slip most times. Entries that
// differ by the place of the tone mark are one form already.
type nearEntries map[string]nearEntry

type nearEntry struct {
	written, said string
	place         diagnostic.Place
}

// add notes a line that the lexicon took, or gives the finding about an earlier one that is nearly it.
func (n nearEntries) add(line string, place diagnostic.Place) (diagnostic.Diagnostic, bool) {
	written, said, ok := strings.Cut(line, " = ")
	if !ok {
		return diagnostic.Diagnostic{}, false
	}
	said, _, _ = strings.Cut(said, " | ")
	written, said = strings.TrimSpace(viet.NFC(written)), strings.ToLower(plainSpaces(said))
	key := strings.ToLower(written)
	old, found := n[key]
	if !found {
		n[key] = nearEntry{written, said, place}
		return diagnostic.Diagnostic{}, false
	}
	if old.said == said || said == key && old.said == key {
		return diagnostic.Diagnostic{}, false
	}
	d := nearlyTwice.At(place.Source, place.Span, quote(written)+" chỉ khác "+quote(old.written)+" ở chữ hoa mà đọc khác", "Nếu là một, ghi cùng một cách đọc.")
	d.Related = related(old.place)
	return d, true
}
