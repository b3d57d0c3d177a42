package settings

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

// folder is where the settings lie, from the root of the repository.
const folder = "content/_loa"

// maxSigned is the number of unreadable signs of a file that are reported one by one.
const maxSigned = 100

// file is a settings file as text. src is nil when there is nothing to read.
type file struct {
	src   *diagnostic.Source
	clean []byte // the text with blanks for the signs that were reported, byte for byte in the same places
	here  bool   // it lies in the folder, readable or not
	found []diagnostic.Diagnostic
}

// readFile reads a settings file of at most limit bytes. What lies there may be anything: a link, a pipe or a device is not opened,
// and not more than the limit is read.
//
// The source's text is NFC with LF line ends and without a byte order mark, as that of an article: lines and visible columns are
// those of the file, and every value is made from one form of Unicode.
func readFile(fsys fs.FS, entries []fs.DirEntry, name string, limit int64) (f file, err error) {
	i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
	if i < 0 {
		return f, nil
	}
	f.here = true
	full := path.Join(folder, name)
	if !entries[i].Type().IsRegular() {
		f.found = append(f.found, broken.At(diagnostic.NewSource(full, ""), diagnostic.Span{}, fmt.Sprintf("“%s” không phải tệp thường", name), "Chép tệp thật vào thư mục."))
		return f, nil
	}
	raw, err := readLimited(fsys, full, limit)
	if err != nil {
		return f, fmt.Errorf("read %s: %w", full, err)
	}
	f.read(full, raw, limit)
	return f, nil
}

// read makes the source of a file's bytes, or says why there is none. Longer than limit is too long, by how much does not matter.
func (f *file) read(full string, raw []byte, limit int64) {
	whole := func(message, hint string) {
		f.found = append(f.found, broken.At(diagnostic.NewSource(full, ""), diagnostic.Span{}, message, hint))
	}
	text := string(raw)
	switch {
	case int64(len(raw)) > limit:
		whole(fmt.Sprintf("tệp nặng quá mức %d KB", limit>>10), "Bỏ bớt nội dung.")
		return
	case strings.HasPrefix(text, "\xff\xfe"), strings.HasPrefix(text, "\xfe\xff"):
		whole("tệp lưu kiểu UTF-16", "Mở bằng trình soạn thảo, lưu lại dạng UTF-8.")
		return
	case !utf8.ValidString(text):
		src := diagnostic.NewSource(full, text)
		bad := firstInvalid(text)
		f.found = append(f.found, broken.At(src, diagnostic.Span{Start: bad, End: bad + 1},
			"tệp không phải chữ Unicode (UTF-8), hỏng từ chỗ này", "Mở bằng trình soạn thảo, lưu lại dạng UTF-8."))
		return
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	f.src = diagnostic.NewSource(full, viet.NFC(text))
	f.judge()
}

// readLimited reads at most limit+1 bytes.
func readLimited(fsys fs.FS, name string, limit int64) (raw []byte, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// judge reports the signs that may stand nowhere, and blanks them out in the clean copy, so that nothing is said of them twice.
func (f *file) judge() {
	f.clean = []byte(f.src.Text)
	for i, r := range f.src.Text {
		if !hidden(r) {
			continue
		}
		span := diagnostic.Span{Start: i, End: i + utf8.RuneLen(r)}
		for at := span.Start; at < span.End; at++ {
			f.clean[at] = ' '
		}
		if len(f.found) < maxSigned {
			f.found = append(f.found, broken.At(f.src, span, fmt.Sprintf("có ký tự không nhìn thấy hoặc không đọc được (U+%04X)", r), "Xóa ký tự đó rồi gõ lại chữ."))
		}
	}
}

// hidden says whether a sign may stand in no settings file: controls but tab and line feed, signs that turn the direction of writing
// (U+202E and its kin), signs without width, noncharacters and private use.
func hidden(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n', r == '\t':
		return false
	case r < ' ', r <= 0x9f, r == 0xad, r == utf8.RuneError, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef, r >= 0xe000 && r <= 0xf8ff, r >= 0xe0000:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x2069, r == 0x061c, r == 0x180e, r == 0xfeff:
		return true
	}
	return false
}

func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}
