package settings_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
)

const machineFile = "/etc/loa/machine.toml"

func TestMachineSaysItsPrograms(t *testing.T) {
	usual := settings.Machine{FFmpeg: "ffmpeg", FFprobe: "ffprobe"}
	for _, c := range []struct {
		name, text string
		want       settings.Machine
	}{
		{"an empty file", "", usual},
		{"a voice", "[giong]\nlenh = [\"/opt/giọng đọc/doc\", \"-v\", \"\", \" a  b \", \"-v\", \"{vao}\"]\nten = \"Giọng cô Hoa\"\n",
			settings.Machine{FFmpeg: "ffmpeg", FFprobe: "ffprobe",
				Voice: settings.MachineVoice{Argv: []string{"/opt/giọng đọc/doc", "-v", "", " a  b ", "-v", "{vao}"}, Name: "Giọng cô Hoa"}}},
		{"ffmpeg", "[ffmpeg]\r\nlenh = '/opt/ff  mpeg'\r\nffprobe = 'C:\\x\\ffprobe.exe'\r\n", settings.Machine{FFmpeg: "/opt/ff  mpeg", FFprobe: `C:\x\ffprobe.exe`}},
		{"one of the two", "[ffmpeg]\nlenh = \"x\"\n", settings.Machine{FFmpeg: "x", FFprobe: "ffprobe"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, found := settings.LoadMachine(machineFile, []byte(c.text))
			if diff := cmp.Diff(c.want, got); diff != "" || len(found) > 0 {
				t.Errorf("%s\n%v", diff, found)
			}
		})
	}
	if got, found := settings.LoadMachine(machineFile, nil); cmp.Diff(usual, got) != "" || found != nil {
		t.Errorf("no file: %+v, %v", got, found)
	}
}

func TestMachineFileWithMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[giong]\n", "/etc/loa/machine.toml:1:2: lỗi: thiếu khóa “lenh” trong [giong]"},
		{"[giong]\nlenh = \"espeak-ng -f {vao}\"\n", "machine.toml:2:8: lỗi: “lenh” phải là một danh sách: chương trình, rồi từng tham số"},
		{"[giong]\nlenh = []\n", "“lenh” chưa có gì"},
		{"[giong]\nlenh = [\"x\", 110]\n", "“110” phải là chữ"},
		{"[giong]\nlenh = [\" \", \"x\"]\n", "đây không phải tên chương trình"},
		{"[giong]\nlenh = [\"x\", \"a\\u0000b\"]\n", "đây không phải tên chương trình hay tham số"},
		{"[giong]\nlenh = [\"x\",\n", "machine.toml:2:"},
		{"[giong]\nlệnh = [\"x\"]\n", "tên khóa chỉ có chữ không dấu"},
		{"[giọng]\n", "machine.toml:1:"},
		{"[giong]\nlenh = [\"x\"]\nlen = 1\n", "không có khóa “len” trong [giong]"},
		{"[ffmpeg]\nlenh = [\"ffmpeg\"]\nffprobe = \"\"\n", "“lenh” phải là chữ"},
		{"[ffmpeg]\nffprobe = \"\"\n", "khóa “ffprobe” chưa có giá trị"},
		{"[am_thanh]\n", "không có khóa “am_thanh” trong tệp này"},
		{"\xff\xfe[\x00", "tệp lưu kiểu UTF-16"},
		{"[giong]\n# \xff", "tệp không phải chữ Unicode"},
		{"# " + strings.Repeat("x", 64<<10), "tệp nặng quá mức 64 KB"},
	} {
		m, found := settings.LoadMachine(machineFile, []byte(c.text))
		var bag diagnostic.Bag
		bag.Add(found...)
		var out bytes.Buffer
		if err := diagnostic.WriteText(&out, bag.Sorted(), diagnostic.Style{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.want) || strings.Count(out.String(), "lỗi:") > 2 {
			t.Errorf("%q: found\n%s\nwant %q", c.text, out.String(), c.want)
		}
		if m.FFmpeg != "ffmpeg" || m.FFprobe != "ffprobe" {
			t.Errorf("%q: %+v", c.text, m)
		}
	}
}

// FuzzMachine: whatever stands in the file, findings lie inside it and have a cure, and a program has a name.
func FuzzMachine(f *testing.F) {
	f.Add("[giong]\nlenh = [\"espeak-ng\", \"-f\", \"{vao}\"]\nten = \"x\"\n[ffmpeg]\nlenh = \"ffmpeg\"\n")
	f.Add("[giong]\nlenh = [\"a\", 1, {b = 2}, []\n")
	f.Add("giong = 1\nffmpeg.lenh = ' '\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, found := settings.LoadMachine(machineFile, []byte(text))
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(d.Source.Text) || len(d.Hints) == 0 {
				t.Errorf("%q: %q at %v of %d bytes, %q", text, d.Message, d.Span, len(d.Source.Text), d.Hints)
			}
		}
		for _, name := range slices.Concat(m.Voice.Argv[:min(1, len(m.Voice.Argv))], []string{m.FFmpeg, m.FFprobe}) {
			if strings.TrimSpace(name) == "" {
				t.Errorf("%q: a program without a name in %+v", text, m)
			}
		}
	})
}
