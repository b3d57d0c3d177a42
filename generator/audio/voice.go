package audio

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// Voice is a program that speaks a sentence into a WAV file, known to be there.
type Voice struct {
	Argv    []string // with the placeholders below; the program first
	Model   string   // what {giong} stands for: "vi-vn-x-central"
	Name    string   // how the voice is called where it is heard: "espeak-ng vi-vn-x-central"
	Version string   // what the program says of itself, one line; "" when it says nothing
}

// Placeholders of a voice's argv. They are replaced inside an argument and never make two of one.
const (
	placeVoice  = "{giong}"
	placeSpeed  = "{toc_do}"
	placeInput  = "{vao}" // a UTF-8 file with the text
	placeOutput = "{ra}"  // where the WAV file goes
)

var (
	places      = []string{placeVoice, placeSpeed, placeInput, placeOutput}
	placeShaped = regexp.MustCompile(`\{[^{}]*\}`)
)

// The voice that is used where the machine names none (SPEECH.md 8.2). -z leaves out the pause at the end; -w and not --stdout, whose
// header lies about the length.
var espeak = []string{"espeak-ng", "-v", placeVoice, "-s", placeSpeed, "-z", "-w", placeOutput, "-f", placeInput}

// northern is the voice of espeak-ng that is there whenever Vietnamese is.
const northern = "vi"

// askTimeout is how long a program may take to say who it is.
const askTimeout = 5 * time.Second

// ErrNoVoice says that no program is there that speaks Vietnamese. Only recordings can be sounds then.
var ErrNoVoice = errors.New("no voice is there")

// WantedVoice is what the machine and the office ask for. The zero value asks for espeak-ng with its northern voice.
type WantedVoice struct {
	Argv  []string // from the machine's own file, never from content; nil: espeak-ng
	Name  string   // how it is called; "": program and model
	Model string   // of {giong}
}

// FindVoice looks for a voice and asks it who it is, in a private folder. Only espeak-ng is asked for its list of voices: where the wanted
// one is not in it, the northern one speaks and note says so in Vietnamese, else note is "".
//
// The error is an [ArgvError], or wraps [ErrNoVoice]; then there is no voice.
func FindVoice(ctx context.Context, folder string, want WantedVoice) (v *Voice, note string, err error) {
	v = &Voice{Argv: want.Argv, Model: want.Model, Name: want.Name}
	if len(v.Argv) == 0 {
		v.Argv = espeak
	}
	if v.Model == "" {
		v.Model = northern
	}
	if err := checkArgv(v.Argv); err != nil {
		return nil, "", err
	}
	said, err := ask(ctx, folder, v.Argv[0], "--version")
	if _, missing := errors.AsType[*program.NotFoundError](err); missing {
		return nil, "", fmt.Errorf("%w: %w", ErrNoVoice, err)
	}
	switch {
	case ctx.Err() != nil:
		return nil, "", context.Cause(ctx)
	case err == nil:
		line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
		v.Version = strings.TrimSpace(line)
	case v.isEspeak():
		return nil, "", fmt.Errorf("%w: %w", ErrNoVoice, err)
	} // another program need not know the question
	if v.isEspeak() && slices.ContainsFunc(v.Argv, func(arg string) bool { return strings.Contains(arg, placeVoice) }) {
		if note, err = v.choose(ctx, folder); err != nil {
			return nil, "", err
		}
	}
	if v.Name == "" {
		v.Name = v.program() + " " + v.Model
	}
	return v, note, nil
}

// choose settles for the northern voice where the wanted one is not there.
func (v *Voice) choose(ctx context.Context, folder string) (note string, err error) {
	said, err := ask(ctx, folder, v.Argv[0], "--voices=vi")
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoVoice, err)
	}
	list := strings.Fields(said) // a table with the name in one of its columns
	switch {
	case slices.Contains(list, v.Model):
		return "", nil
	case !slices.Contains(list, northern):
		return "", fmt.Errorf("%w: %s has no Vietnamese", ErrNoVoice, v.program())
	}
	note = fmt.Sprintf("Máy này không có giọng “%s”, dùng giọng “%s”.", v.Model, northern)
	v.Model = northern
	return note, nil
}

func ask(ctx context.Context, folder, name, question string) (string, error) {
	said, err := program.Run(ctx, program.Command{Argv: []string{name, question}, Dir: folder, Timeout: askTimeout, MaxOutput: 64 << 10})
	return string(said.Stdout), err
}

// program is the name of the voice's program without folder and ending.
func (v *Voice) program() string {
	return strings.TrimSuffix(filepath.Base(v.Argv[0]), ".exe")
}

func (v *Voice) isEspeak() bool { return v.program() == "espeak-ng" }

// ArgvError says what is wrong with a voice's argv. Text is Vietnamese.
type ArgvError struct{ Text string }

func (e *ArgvError) Error() string { return e.Text }

// checkArgv holds an argv against the placeholders: no unknown one, a way in and a way out.
func checkArgv(argv []string) error {
	all := strings.Join(argv[1:], "\n")
	for _, found := range placeShaped.FindAllString(all, -1) {
		if !slices.Contains(places, found) {
			return &ArgvError{fmt.Sprintf("lệnh của giọng đọc có chỗ điền lạ %s; chỉ có %s", found, strings.Join(places, " "))}
		}
	}
	for _, must := range []string{placeInput, placeOutput} {
		if !strings.Contains(all, must) {
			return &ArgvError{fmt.Sprintf("lệnh của giọng đọc thiếu chỗ điền %s", must)}
		}
	}
	if argv[0] == "" || placeShaped.MatchString(argv[0]) {
		return &ArgvError{"lệnh của giọng đọc phải bắt đầu bằng tên chương trình"}
	}
	return nil
}

// expand fills the placeholders of the argv.
func (v *Voice) expand(speed int, input, output string) []string {
	fill := strings.NewReplacer(placeVoice, v.Model, placeSpeed, strconv.Itoa(v.speed(speed)), placeInput, input, placeOutput, output)
	argv := make([]string, len(v.Argv))
	for i, arg := range v.Argv {
		argv[i] = fill.Replace(arg)
	}
	return argv
}

// Speeds that espeak-ng takes and that can be followed.
const slowestSpeed, fastestSpeed = 80, 200

// speed turns a rate in syllables a minute, pauses and all, into what {toc_do} says. espeak-ng counts otherwise, and says a sentence
// alone while the pauses between sentences are the script's. Measured so on 4,424 syllables of real articles, its 95, 121, 148 and 188
// take as long as a script at 120, 150, 180 and 220; a straight line holds. (The line of SPEECH.md 8.2 counts espeak-ng's own, shorter
// pauses.) Another program is told the rate itself.
func (v *Voice) speed(rate int) int {
	if !v.isEspeak() {
		return rate
	}
	return min(max(121+(rate-150)*9/10, slowestSpeed), fastestSpeed)
}

// key is everything of the voice that decides what it says.
func (v *Voice) key() string {
	return strings.Join(append([]string{v.Name, v.Version, v.Model}, v.Argv...), "\n")
}
