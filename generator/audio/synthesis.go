package audio

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/internal/program"
	"github.com/vinhlinh/loa/generator/speech"
)

// Limits of a sentence (SPEECH.md 8.2): what an engine writes has no bound of its own.
const (
	mostText        = 1000     // bytes a call
	mostWave        = 30 << 20 // bytes
	sentenceTimeout = 30 * time.Second
)

// Ways in which an engine that says that all is well has not spoken.
var (
	errNoFile  = errors.New("the voice ended well and left no file")
	errSilence = errors.New("the voice left a file without a sound")
)

// speak lets a voice say one text of at most 1,000 bytes with a letter in it, and gives the trimmed samples. scratch is a private
// folder; nothing is left in it. Only exit code 0 and a whole WAV file with more than 0.1 s of sound is a success.
func (v *Voice) speak(ctx context.Context, scratch, text string, rate int) ([]int16, error) {
	dir, err := os.MkdirTemp(scratch, "cau-")
	if err != nil {
		return nil, fmt.Errorf("speak: %w", err)
	}
	defer os.RemoveAll(dir)
	input, output := filepath.Join(dir, "vao.txt"), filepath.Join(dir, "ra.wav")
	if err := os.WriteFile(input, []byte(text+"\n"), 0o600); err != nil {
		return nil, fmt.Errorf("speak: %w", err)
	}
	_, err = program.Run(ctx, program.Command{Argv: v.expand(rate, input, output), Dir: dir, Timeout: sentenceTimeout, File: output, MaxFile: mostWave})
	if err != nil {
		return nil, err
	}
	if info, err := os.Lstat(output); err != nil || !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	file, err := os.ReadFile(output)
	if err != nil {
		return nil, fmt.Errorf("speak: %w", err)
	}
	samples, perSecond, err := readWave(file)
	if err != nil {
		return nil, err
	}
	samples = resample(samples, perSecond)
	if _, _, loud := sounding(samples); loud <= leastSound {
		return nil, errSilence
	}
	return trim(samples), nil
}

// spoken is what a voice is given of a sentence: the words, respelt where the script knows how a machine says them, and marks. Anything
// else is a blank: no sign is a command to any engine.
func spoken(s *speech.Sentence) string {
	var b strings.Builder
	at := 0
	for _, r := range s.Readings {
		if r.Voice == "" || r.Start < at || r.End > len(s.Text) {
			continue
		}
		b.WriteString(s.Text[at:r.Start])
		b.WriteString(r.Voice)
		at = r.End
	}
	b.WriteString(s.Text[at:])
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || strings.ContainsRune(".,;:?!…", r) {
			return r
		}
		return ' '
	}, b.String())), " ")
}

// piece is a stretch of a sentence that is spoken in one call.
type piece struct {
	text  string
	pause time.Duration // behind it, inside the sentence
}

// Pauses where a sentence was too long for one call: as behind a comma and as for a breath.
const (
	pauseAtMark = 250 * time.Millisecond
	pauseAtWord = 180 * time.Millisecond
)

// pieces divides what is spoken into texts of at most so many bytes: behind the last mark that is in the second half of what fits, else
// behind the last word, else inside a word. A piece without a letter is left out: engines make noise of lone marks.
func pieces(text string, most int) (list []piece) {
	for text != "" {
		head, rest, pause := text, "", time.Duration(0)
		if len(text) > most {
			head, pause = text[:most], pauseAtWord
			if word := strings.LastIndexByte(text[:most+1], ' '); word > 0 { // a blank behind the limit is a border, too
				head = text[:word]
			}
			if mark := strings.LastIndexAny(head, ".,;:?!…"); mark >= most/2 {
				_, size := utf8.DecodeRuneInString(head[mark:])
				head, pause = head[:mark+size], pauseAtMark
			}
			for cut := len(head); cut > len(head)-utf8.UTFMax && cut > 0; cut-- {
				if cut == len(text) || utf8.RuneStart(text[cut]) {
					head = head[:cut]
					break
				}
			}
			rest = strings.TrimLeft(text[len(head):], " ")
		}
		if strings.ContainsFunc(head, unicode.IsLetter) {
			list = append(list, piece{head, pause})
		}
		text = rest
	}
	if n := len(list); n > 0 {
		list[n-1].pause = 0
	}
	return list
}
