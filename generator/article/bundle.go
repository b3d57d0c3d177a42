package article

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/viet"
)

var (
	strangeFile   = &diagnostic.Check{Name: "tep-la", Title: "Tệp không thuộc loại được nhận trong thư mục này."}
	activeFile    = &diagnostic.Check{Name: "tep-chay-duoc", Title: "Tệp có thể chứa mã chạy được."}
	specialFile   = &diagnostic.Check{Name: "tep-dac-biet", Title: "Không phải tệp thường: liên kết, ống, thiết bị."}
	wrongFileName = &diagnostic.Check{Name: "ten-tep-sai", Title: "Tên tệp có dấu, khoảng trắng, chữ hoa hoặc quá dài."}
	bigFile       = &diagnostic.Check{Name: "tep-qua-lon", Title: "Tệp quá lớn."}
	emptyFile     = &diagnostic.Check{Name: "tep-trong", Title: "Tệp không có gì."}
	missingIndex  = &diagnostic.Check{Name: "thieu-index", Title: "Thư mục bài chưa có tệp index.md."}
	strangeFolder = &diagnostic.Check{Name: "thu-muc-la", Title: "Thư mục không có trong cách xếp bài."}
)

// Limits of single files. They are checked before a byte is parsed.
const (
	maxIndex   = 256 << 10 // an article of 600 words has 5 KiB
	maxPicture = 15 << 20  // a phone's photograph has 3 to 8 MiB
)

// kind is what sort of bundle a folder of content/ holds.
type kind int

const (
	articleKind kind = iota
	documentKind
	topicKind
	campaignKind
	pageKind
	kinds
)

var folders = [kinds]string{"bai-viet", "van-ban", "chu-de", "chien-dich", "trang"}

// address is that of the page that a bundle of this kind becomes.
func (k kind) address(slug string) string {
	return [kinds]func(string) string{address.Article, address.Document, address.Topic, address.Campaign, address.Page}[k](slug)
}

// settingsFiles may lie in content/_loa; package settings reads them.
var settingsFiles = []string{"loa.toml", "loi-chao.txt", "dai.toml", "duong-day-nong.toml", "phap-luat.toml", "phat-am.txt"}

// bundle is one folder with its files, read and within limits, not yet understood.
type bundle struct {
	kind     kind
	folder   string             // "content/bai-viet/x"
	slug     string             // name of the folder
	index    *diagnostic.Source // nil: a finding says why it cannot be read
	pictures map[string][]byte
	sounds   map[string]soundFile
	refused  map[string]bool // pictures and recordings that lie there and were refused
}

// readBundles walks content/ and gives the bundles in order of their paths. Whatever is not on the list of names and kinds is a
// finding; err is the machine's trouble only.
func readBundles(fsys fs.FS) (list []bundle, found []diagnostic.Diagnostic, err error) {
	top, err := fs.ReadDir(fsys, "content")
	if err != nil {
		return nil, nil, fmt.Errorf("read content: %w", err)
	}
	for _, e := range top {
		name := path.Join("content", e.Name())
		k := slices.Index(folders[:], e.Name())
		switch {
		case !e.IsDir():
			found = append(found, refuseFile(name, e, "Chép chữ vào bai-viet/tên-bài/index.md."))
		case e.Name() == "_loa":
			more, err := readSettingsFolder(fsys, name)
			if err != nil {
				return nil, nil, err
			}
			found = append(found, more...)
		case k < 0:
			found = append(found, about(name, strangeFolder, fmt.Sprintf("thư mục “%s” không có trong cách xếp bài", e.Name()),
				"Các thư mục được nhận: "+strings.Join(folders[:], ", ")+"."))
		default:
			bundles, more, err := readKind(fsys, kind(k))
			if err != nil {
				return nil, nil, err
			}
			list, found = append(list, bundles...), append(found, more...)
		}
	}
	return list, found, nil
}

func readSettingsFolder(fsys fs.FS, folder string) (found []diagnostic.Diagnostic, err error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", folder, err)
	}
	for _, e := range entries {
		if !slices.Contains(settingsFiles, e.Name()) {
			found = append(found, refuseFile(path.Join(folder, e.Name()), e, "Các tệp được nhận: "+strings.Join(settingsFiles, ", ")+"."))
		}
	}
	return found, nil
}

func readKind(fsys fs.FS, k kind) (list []bundle, found []diagnostic.Diagnostic, err error) {
	parent := path.Join("content", folders[k])
	entries, err := fs.ReadDir(fsys, parent)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", parent, err)
	}
	for _, e := range entries {
		name := path.Join(parent, e.Name())
		if !e.IsDir() {
			found = append(found, refuseFile(name, e, "Mỗi bài là một thư mục có tệp index.md."))
			continue
		}
		if !ValidFolder(e.Name()) {
			found = append(found, about(name, wrongFileName, fmt.Sprintf("tên thư mục “%s” không đúng dạng", e.Name()),
				renameHint(viet.Slug(e.Name(), 80), "")))
			continue
		}
		b, more, err := readBundle(fsys, k, name, e.Name())
		if err != nil {
			return nil, nil, err
		}
		list, found = append(list, b), append(found, more...)
	}
	return list, found, nil
}

func readBundle(fsys fs.FS, k kind, folder, slug string) (b bundle, found []diagnostic.Diagnostic, err error) {
	b = bundle{kind: k, folder: folder, slug: slug, pictures: map[string][]byte{}, sounds: map[string]soundFile{}, refused: map[string]bool{}}
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return b, nil, fmt.Errorf("read %s: %w", folder, err)
	}
	hasIndex := false
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		limit, ext := int64(maxPicture), path.Ext(e.Name())
		lower := strings.ToLower(ext)
		_, sound := soundEndings[lower]
		switch {
		case e.IsDir():
			hasIndex = hasIndex || e.Name() == "index.md"
			found = append(found, about(name, strangeFolder, fmt.Sprintf("thư mục “%s” nằm sâu hơn mức được nhận", e.Name()),
				"Để tệp ngay trong thư mục bài."))
			continue
		case e.Name() == "index.md":
			hasIndex, limit = true, maxIndex
		case k != articleKind || !sound && lower != ".png" && lower != ".jpg" && lower != ".jpeg" || !e.Type().IsRegular():
			b.refused[e.Name()] = true
			found = append(found, refuseFile(name, e, "Chép chữ vào index.md; hình dùng .jpg hoặc .png; bản ghi âm dùng .mp3, .wav, .m4a hoặc .ogg."))
			continue
		case ext != lower || !validStem(strings.TrimSuffix(e.Name(), ext)):
			b.refused[e.Name()] = true
			found = append(found, about(name, wrongFileName, fmt.Sprintf("tên tệp “%s” không đúng dạng", e.Name()),
				renameHint(viet.Slug(strings.TrimSuffix(e.Name(), ext), 76), lower)))
			continue
		}
		if sound {
			file, more, err := readSound(fsys, name, e)
			if err != nil {
				return b, nil, err
			}
			if found = append(found, more...); len(more) > 0 {
				b.refused[e.Name()] = true
			} else {
				b.sounds[e.Name()] = file
			}
			continue
		}
		raw, more, err := readLimited(fsys, name, e, limit)
		if err != nil {
			return b, nil, err
		}
		found = append(found, more...)
		if raw == nil {
			b.refused[e.Name()] = true
			continue
		}
		if e.Name() != "index.md" {
			b.pictures[e.Name()] = raw
			continue
		}
		src, more, ok := readText(name, raw)
		if found = append(found, more...); ok {
			b.index = src
		}
	}
	if !hasIndex {
		found = append(found, about(folder, missingIndex, fmt.Sprintf("thư mục “%s” chưa có tệp index.md", slug), "Tạo bài bằng lệnh: loa new."))
	}
	return b, found, nil
}

// readLimited reads a regular file that is neither empty nor above limit bytes; otherwise raw is nil and the finding says why.
func readLimited(fsys fs.FS, name string, e fs.DirEntry, limit int64) (raw []byte, found []diagnostic.Diagnostic, err error) {
	if !e.Type().IsRegular() {
		return nil, []diagnostic.Diagnostic{refuseFile(name, e, "")}, nil
	}
	if _, found, err = limitedSize(name, e, limit, "Giảm cỡ tệp rồi thay."); err != nil || found != nil {
		return nil, found, err
	}
	if raw, err = fs.ReadFile(fsys, name); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(strings.TrimSpace(string(raw))) == 0 {
		return nil, []diagnostic.Diagnostic{about(name, emptyFile, fmt.Sprintf("tệp “%s” không có gì bên trong", path.Base(name)),
			"Viết bài, hoặc xóa thư mục.")}, nil
	}
	return raw, nil, nil
}

// limitedSize is the size in bytes of a file, with a finding if it is above limit.
func limitedSize(name string, e fs.DirEntry, limit int64, cure string) (size int64, found []diagnostic.Diagnostic, err error) {
	info, err := e.Info()
	if err != nil {
		return 0, nil, fmt.Errorf("read %s: %w", name, err)
	}
	if info.Size() > limit {
		found = append(found, about(name, bigFile, fmt.Sprintf("tệp nặng %d KB, quá mức %d KB", info.Size()>>10, limit>>10), cure))
	}
	return info.Size(), found, nil
}

// active are endings and names of files that a web server, a browser, Git or Hugo could run or obey.
var active = []string{".html", ".htm", ".svg", ".php", ".js", ".mjs", ".css", ".xml", ".gotmpl", ".org", ".sh", ".exe", ".wasm",
	"_headers", "_redirects", ".htaccess", ".gitattributes", ".gitmodules"}

func refuseFile(name string, e fs.DirEntry, cure string) diagnostic.Diagnostic {
	base := path.Base(name)
	if !e.IsDir() && !e.Type().IsRegular() {
		return about(name, specialFile, fmt.Sprintf("“%s” không phải tệp thường", base), "Bỏ liên kết, chép tệp thật vào thư mục.")
	}
	lower := strings.ToLower(base)
	if slices.ContainsFunc(active, func(a string) bool { return strings.HasSuffix(lower, a) }) {
		return about(name, activeFile, fmt.Sprintf("tệp “%s” có thể chứa mã chạy được nên không được nhận", base), "Lưu hình thành .png rồi thay tệp này.")
	}
	return about(name, strangeFile, fmt.Sprintf("tệp “%s” không thuộc loại được nhận ở đây", base), cure)
}

// about makes a finding about a file as a whole.
func about(name string, check *diagnostic.Check, message, hint string) diagnostic.Diagnostic {
	d := check.At(diagnostic.NewSource(name, ""), diagnostic.Span{}, message)
	if hint != "" {
		d.Hints = []string{hint}
	}
	return d
}

// ValidFolder says whether a bundle's folder may have this name: a slug, and none that Windows keeps for devices.
func ValidFolder(name string) bool { return viet.ValidSlug(name) && !onWindows(name) }

// validStem says whether a picture's name without its ending may stand in an address: as a slug, "_" allowed, short ones too ("h1").
func validStem(stem string) bool {
	return stem != "" && viet.ValidSlug("x-"+strings.ReplaceAll(stem, "_", "-")) && !onWindows(stem)
}

// onWindows says whether a name is one that Windows keeps for devices, with any ending: "con", "aux", "lpt1"
// (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). A checkout there would fail.
func onWindows(name string) bool {
	device := len(name) == 4 && name[3] >= '1' && name[3] <= '9' && (name[:3] == "com" || name[:3] == "lpt")
	return device || slices.Contains([]string{"con", "prn", "aux", "nul"}, name)
}

// renameHint proposes a name if there is one that would be accepted.
func renameHint(stem, ending string) string {
	if !ValidFolder(stem) {
		return "Đặt tên bằng chữ thường không dấu, số và gạch nối, ít nhất ba ký tự."
	}
	return fmt.Sprintf("Đổi thành “%s”.", stem+ending)
}
