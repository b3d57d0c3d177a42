package audio

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vinhlinh/loa/generator/internal/program"
)

// Failure is why an article has no sound.
type Failure struct {
	Article  string // ID
	Title    string
	Sentence int    // number in the script, from 1; 0: it is not about a sentence
	Text     string // the sentence as it is written
	Err      error
}

// quoted is how much of a sentence is shown, in characters.
const quoted = 40

// Error says in Vietnamese which article and sentence failed, why, and what to do: “Bài “Cáp quang” (k3m9x2qa), câu 3 “Bà con …”: …”.
func (f *Failure) Error() string {
	where := "Bài “" + f.Title + "” (" + f.Article + ")"
	if f.Sentence > 0 {
		where += fmt.Sprintf(", câu %d “%s”", f.Sentence, shorten(f.Text, quoted))
	}
	what, cure := explain(f.Err)
	return where + ": " + what + ". " + cure
}

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Err }

// Absent says whether there is no sound only because a program is not installed. With lam_am_thanh = "neu-co" that is no failure of a build.
func (f *Failure) Absent() bool { return errors.Is(f.Err, ErrNoVoice) || errors.Is(f.Err, ErrNoTools) }

// Missing is one Vietnamese line on what is not installed, "" if all is: without ffmpeg there is no sound, without a voice there
// are only recordings.
func Missing(voice *Voice, tools Tools) string {
	switch {
	case tools.FFmpeg == "":
		return "Thiếu ffmpeg: không làm âm thanh. Cài: apt install ffmpeg espeak-ng"
	case voice == nil:
		return "Thiếu espeak-ng: bài không có bản thu thì không có âm thanh. Cài: apt install espeak-ng"
	}
	return ""
}

// explain words an error for who runs the build: a clause and a sentence.
func explain(err error) (what, cure string) {
	const byHand = "Chạy thử chương trình ấy bằng tay; tên và lệnh của nó ở tệp cài đặt của máy."
	if e, ok := errors.AsType[*Flaw](err); ok {
		return e.Text, e.Cure
	}
	if e, ok := errors.AsType[*program.NotFoundError](err); ok {
		return fmt.Sprintf("không chạy được chương trình “%s”", e.Program), "Cài chương trình ấy (apt install ffmpeg espeak-ng), hoặc sửa tên nó trong tệp cài đặt của máy."
	}
	if e, ok := errors.AsType[*program.TimeoutError](err); ok {
		return fmt.Sprintf("“%s” chạy quá %.0f giây nên đã bị dừng", e.Program, e.After.Seconds()), byHand
	}
	if e, ok := errors.AsType[*program.LimitError](err); ok {
		return fmt.Sprintf("“%s” ghi ra quá %d KB nên đã bị dừng", e.Program, e.Limit>>10), byHand
	}
	if e, ok := errors.AsType[*program.ExitError](err); ok {
		said := ", không nói lý do"
		if words := strings.Join(strings.Fields(e.Stderr), " "); words != "" {
			said = ": " + shorten(words, 200)
		}
		return fmt.Sprintf("“%s” dừng với mã lỗi %d%s", e.Program, e.Code, said), byHand
	}
	if e, ok := errors.AsType[waveError](err); ok {
		return fmt.Sprintf("tệp tiếng mà giọng đọc ghi ra bị hỏng (%s)", string(e)), byHand
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return fmt.Sprintf("không đọc hay ghi được tệp “%s” (%v)", e.Path, e.Err), "Xem đĩa còn chỗ không và quyền của thư mục."
	}
	switch {
	case errors.Is(err, ErrNoVoice):
		return "máy này không có chương trình đọc tiếng Việt", "Cài: apt install espeak-ng; hoặc thu âm bài này."
	case errors.Is(err, ErrNoTools):
		return "máy này không có ffmpeg", "Cài: apt install ffmpeg"
	case errors.Is(err, errNoFile):
		return "chương trình đọc báo xong mà không ghi tệp tiếng nào", byHand
	case errors.Is(err, errSilence):
		return "chương trình đọc ghi ra một tệp không có tiếng", byHand
	case errors.Is(err, errChanged):
		return "bản ghi âm thay đổi trong lúc đang làm", "Chờ chép xong tệp rồi chạy lại."
	case errors.Is(err, errNothing):
		return "bài không có câu nào để đọc", "Viết thân bài, hoặc bỏ âm thanh của bài."
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "chưa làm xong thì bị dừng", "Chạy lại: những câu đã đọc xong được giữ."
	}
	return fmt.Sprintf("không làm được âm thanh (%v)", err), "Chạy lại; nếu vẫn vậy thì gửi dòng này cho người coi máy."
}

// shorten gives the first characters of a text, never half a letter with its marks.
func shorten(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	letters := []rune(s)
	end := most - 1
	for end > 0 && unicode.Is(unicode.Mn, letters[end]) {
		end--
	}
	return strings.TrimRight(string(letters[:end]), " ") + "…"
}
