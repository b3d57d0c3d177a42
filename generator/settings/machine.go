package settings

import (
	"fmt"
	"strings"

	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Machine is which programs of a machine make sound. Its administrator writes it into a file outside of the content: whoever may write
// articles shall not choose programs.
//
//	[giong]
//	lenh = ["espeak-ng", "-v", "{giong}", "-s", "{toc_do}", "-z", "-w", "{ra}", "-f", "{vao}"]
//	ten = "espeak-ng"
//
//	[ffmpeg]
//	lenh = "/usr/bin/ffmpeg"
//	ffprobe = "/usr/bin/ffprobe"
type Machine struct {
	Voice           MachineVoice
	FFmpeg, FFprobe string // by name or path
}

// MachineVoice is a program that speaks. The zero value: none is named, and espeak-ng is looked for.
type MachineVoice struct {
	Argv []string // exactly as written; its placeholders are those of package audio
	Name string   // how the voice is called where it is heard; "": by its program. Another model under the same argv wants another name
}

// maxMachine is the limit of the machine's file.
const maxMachine = 64 << 10

var machineVoiceKeys = []key[MachineVoice]{
	{"lenh", true, func(r *reader, n node, v *MachineVoice) { v.Argv = r.argv(n) }},
	{"ten", false, func(r *reader, n node, v *MachineVoice) { v.Name = r.line(n) }},
}

var ffmpegKeys = []key[Machine]{
	{"lenh", false, func(r *reader, n node, m *Machine) { m.FFmpeg = r.program(n, m.FFmpeg) }},
	{"ffprobe", false, func(r *reader, n node, m *Machine) { m.FFprobe = r.program(n, m.FFprobe) }},
}

// LoadMachine reads the machine's file, whose text is data and whose name stands in the findings. Without data (nil: there is no such
// file), or where the file does not say, the programs are those of the usual names. Pure.
func LoadMachine(name string, data []byte) (Machine, []diagnostic.Diagnostic) {
	m := Machine{FFmpeg: "ffmpeg", FFprobe: "ffprobe"}
	if data == nil {
		return m, nil
	}
	var f file
	f.read(name, data, maxMachine)
	if f.src == nil {
		return m, f.found
	}
	root, found := parseTOML(f.src, f.clean)
	r := &reader{src: f.src}
	r.sections(root, "giong", "ffmpeg")
	if t := r.section(root, "giong", false); t != nil {
		fill(r, t, "[giong]", machineVoiceKeys, &m.Voice)
	}
	if t := r.section(root, "ffmpeg", false); t != nil {
		fill(r, t, "[ffmpeg]", ffmpegKeys, &m)
	}
	return m, append(append(f.found, found...), r.found...)
}

// argv reads a program with its arguments, exactly as they are written: a list, because a line would have to be cut by a shell.
func (r *reader) argv(n node) (argv []string) {
	const form = `Viết từng phần trong ngoặc kép: lenh = ["espeak-ng", "-v", "{giong}", …].`
	if n.kind != listNode || n.partial {
		if n.kind != brokenNode && !n.partial {
			r.fail(n.span, fmt.Sprintf("“%s” phải là một danh sách: chương trình, rồi từng tham số", r.key), form)
		}
		r.failed = true
		return nil
	}
	for i, item := range n.items {
		switch {
		case item.kind == brokenNode:
			r.failed = true
			return nil
		case item.kind != stringNode:
			r.fail(item.span, fmt.Sprintf("“%s” phải là chữ", shorten(item.text)), form)
			return nil
		case i == 0 && strings.TrimSpace(item.text) == "" || strings.ContainsRune(item.text, 0):
			r.fail(item.span, "đây không phải tên chương trình hay tham số", form)
			return nil
		}
		argv = append(argv, item.text)
	}
	if len(argv) == 0 {
		r.fail(n.span, fmt.Sprintf("“%s” chưa có gì", r.key), form)
	}
	return argv
}

// program reads the name or path of a program; or gives what is there already.
func (r *reader) program(n node, or string) string {
	switch {
	case n.kind != stringNode:
		r.fail(n.span, fmt.Sprintf("“%s” phải là chữ", r.key), `Ghi tên hoặc đường dẫn của chương trình trong ngoặc kép, như "/usr/bin/ffmpeg".`)
		return or
	case strings.TrimSpace(n.text) == "" || strings.ContainsRune(n.text, 0):
		r.fail(n.span, fmt.Sprintf("khóa “%s” chưa có giá trị", r.key), `Ghi tên hoặc đường dẫn của chương trình, như "/usr/bin/ffmpeg"; dùng ffmpeg sẵn có thì bỏ dòng này.`)
		return or
	}
	return n.text
}
