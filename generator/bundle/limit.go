package bundle

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// TooLarge says that a bundle would be larger than is allowed. Nothing was written. Its words are Vietnamese.
type TooLarge struct {
	Name        string
	Size, Limit int64
	Largest     []File // at most three, largest first
}

func (e *TooLarge) Error() string {
	list := make([]string, len(e.Largest))
	for i, f := range e.Largest {
		list[i] = fmt.Sprintf("%s (%s)", path.Base(f.Path), Weight(f.Size))
	}
	return fmt.Sprintf("%s nặng %s, quá mức %s; nặng nhất: %s", e.Name, Weight(e.Size), Weight(e.Limit), strings.Join(list, ", "))
}

func tooLarge(b *Bundle, limit int64) *TooLarge {
	files := slices.Clone(b.Files)
	slices.SortFunc(files, func(x, y File) int { return cmp.Or(cmp.Compare(y.Size, x.Size), cmp.Compare(x.Path, y.Path)) })
	return &TooLarge{Name: b.Name, Size: b.Size, Limit: limit, Largest: files[:min(3, len(files))]}
}

// Weight is a number of bytes in words: "13,2 MB", "64 MB", "7 KB". A megabyte has 1024 × 1024 bytes, as Windows counts; what is begun
// counts, so that nothing is said to be smaller than it is.
func Weight(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes <= 999*kilo {
		return fmt.Sprintf("%d KB", (bytes+kilo-1)/kilo)
	}
	tenths := (bytes*10 + mega - 1) / mega
	if tenths%10 == 0 {
		return fmt.Sprintf("%d MB", tenths/10)
	}
	return fmt.Sprintf("%d,%d MB", tenths/10, tenths%10)
}
