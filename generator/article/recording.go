package article

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

var (
	missingRecording = &diagnostic.Check{Name: "tieng-thieu", Title: "Không có tệp ghi âm trong thư mục bài."}
	wrongRecording   = &diagnostic.Check{Name: "tieng-sai", Title: "Bản ghi âm không dùng được: khác loại với đuôi tên, hỏng, cụt, quá dài hoặc không có tiếng."}
)

const maxRecording = 60 << 20 // half an hour of a telephone's WAV at 16 kHz has 58 MB, of an MP3 at 128 kbit/s 29 MB

// Who speaks in a recording, as loai says it.
const (
	readByPerson  = "nguoi-doc"
	readByMachine = "tong-hop"
)

// Recording is a recording of the article that lies in its bundle, in place of the voice that would read it. Its first bytes are of
// the kind that its ending promises; whether the rest is sound, package audio finds out. It is an ingredient and never published.
type Recording struct {
	Name      string // file name in the bundle
	Path      string // "content/bai-viet/x/doc.mp3", in the file system that was loaded
	Size      int64  // bytes, at most 60 MB
	Kind      string // MP3, WAV, M4A or Ogg
	Speaker   string // who reads; "" when it is not said
	Synthetic bool   // a machine speaks
	Place     diagnostic.Place
}

// Refuse is the finding that a recording cannot be used, at the line that names it.
func (r *Recording) Refuse(message string, hints ...string) diagnostic.Diagnostic {
	return wrongRecording.At(r.Place.Source, r.Place.Span, message, hints...)
}

// soundFile is a recording that lies in a bundle, of which only the beginning is read.
type soundFile struct {
	size int64
	head []byte
}

// readSound reads the beginning of a recording that lies in a bundle; a finding says that it is too large.
func readSound(fsys fs.FS, name string, e fs.DirEntry) (f soundFile, found []diagnostic.Diagnostic, err error) {
	f.size, found, err = limitedSize(name, e, maxRecording, "Xuất lại dưới dạng MP3 một kênh, hoặc cắt ngắn bản ghi.")
	if err != nil || found != nil {
		return f, found, err
	}
	file, err := fsys.Open(name)
	if err != nil {
		return f, nil, fmt.Errorf("read %s: %w", name, err)
	}
	defer file.Close()
	if f.head, err = io.ReadAll(io.LimitReader(file, SoundHead)); err != nil {
		return f, nil, fmt.Errorf("read %s: %w", name, err)
	}
	return f, nil, nil
}

func (r *reader) recording(n node) *Recording {
	if n.kind == scalarNode { // only the name of the file
		r.fail(wrongKind, n.span, "“am_thanh” phải ghi tên tệp ở khóa con “tep”", fmt.Sprintf("Viết am_thanh: {tep: %s, giong: tên người đọc}.", shorten(n.text)))
		return nil
	}
	rec := &Recording{}
	if !r.fields(n, []field{
		{"tep", true, func(n node) { rec.Name, rec.Place = r.line(n), r.place(n.span) }},
		{"giong", false, func(n node) { rec.Speaker = r.line(n) }},
		{"loai", false, func(n node) {
			rec.Synthetic = r.choice(n, "loại giọng", readByPerson, readByMachine) == readByMachine
		}},
	}) {
		return nil
	}
	return rec
}

// recording finds the recording that the front matter names, and names those that lie there for nothing. It stays nil if a finding
// says why it cannot be used.
func recording(b bundle, r *reader) *Recording {
	rec := r.front.recording
	named := rec != nil && rec.Name != ""
	if _, given := r.places["am_thanh"]; named || !given { // of a key that could not be read nothing is known
		for _, name := range slices.Sorted(maps.Keys(b.sounds)) {
			if !named || name != rec.Name {
				r.found = append(r.found, about(b.folder+"/"+name, unusedFile, fmt.Sprintf("bản ghi âm “%s” không được dùng trong bài", name),
					"Ghi tên tệp vào am_thanh, hoặc xóa tệp."))
			}
		}
	}
	if !named || b.refused[rec.Name] {
		return nil
	}
	file, ok := b.sounds[rec.Name]
	if !ok {
		r.found = append(r.found, missingRecording.At(rec.Place.Source, rec.Place.Span,
			fmt.Sprintf("không thấy tệp “%s” trong thư mục bài", shorten(rec.Name)), soundHint(b, rec.Name)))
		return nil
	}
	rec.Path, rec.Size, rec.Kind = b.folder+"/"+rec.Name, file.size, SoundKind(file.head)
	if want := soundEndings[path.Ext(rec.Name)]; rec.Kind != want {
		what, cure := contents(file)
		r.found = append(r.found, rec.Refuse(fmt.Sprintf("tệp “%s” không phải tiếng %s (%s)", rec.Name, want, what), cure))
		return nil
	}
	return rec
}

// contents says in Vietnamese what is in a file that is not what its name says, and what to do.
func contents(f soundFile) (what, cure string) {
	kind := SoundKind(f.head)
	ending := "." + strings.ToLower(kind)
	switch _, taken := soundEndings[ending]; {
	case f.size == 0:
		return "tệp không có gì bên trong", "Chép lại tệp từ máy ghi âm."
	case taken:
		return "nội dung là tiếng " + kind, "Đổi đuôi tên tệp thành “" + ending + "”, ở đây cũng vậy."
	case kind == "":
		what = "nội dung không rõ là gì"
	default:
		what = "nội dung là " + kind
	}
	return what, "Xuất lại dưới dạng MP3 hoặc WAV; chỉ đổi đuôi tên thì không được."
}

// soundHint says which recording may be meant by a name that leads nowhere.
func soundHint(b bundle, name string) string {
	if strings.ContainsAny(name, "/:\\") {
		return "Chép tệp vào thư mục bài, chỉ ghi tên tệp."
	}
	known := slices.Sorted(maps.Keys(b.sounds))
	if _, takes := soundEndings[path.Ext(name)]; !takes {
		return "Bản ghi âm dùng đuôi .mp3, .wav, .m4a hoặc .ogg."
	}
	if near, ok := diagnostic.Suggest(name, known); ok {
		return fmt.Sprintf("Có phải “%s”?", near)
	}
	if len(known) > 0 {
		return "Trong thư mục có: " + strings.Join(known, ", ") + "."
	}
	return "Chép bản ghi âm vào thư mục bài."
}
