package audio

import (
	"fmt"
	"strings"
	"time"
)

// FlawKind tells the ways in which a sound can fall short.
type FlawKind int

const (
	BadFrames   FlawKind = iota // not an MP3 of the one form, or it cannot be decoded
	WrongLength                 // more than 1 % from the plan, or beyond the limits
	NoSound                     // nothing or nearly nothing can be heard
	WrongVolume                 // too soft or too loud
	HighPeak                    // true peak above −1 dBTP
	Clipped                     // samples in a row at full scale
	LateStart                   // the first sound comes after a second
	LongSilence                 // three seconds without a sound
	LostTag                     // the tag is not the one that was meant
	NotSound                    // a recording that is not what its name says, or broken
	Film                        // a recording with moving pictures
	CutOff                      // a recording whose end is missing
	flawKinds                   // how many there are
)

// Flaw says why a sound may not be published. Text and Cure are Vietnamese: a clause without a capital and a sentence.
type Flaw struct {
	Kind FlawKind
	Text string
	Cure string

	cause error // in English, where there is one
}

func (f *Flaw) Error() string { return f.Text }
func (f *Flaw) Unwrap() error { return f.cause }

func flaw(kind FlawKind, cure, text string, values ...any) *Flaw {
	return &Flaw{Kind: kind, Text: fmt.Sprintf(text, values...), Cure: cure}
}

func tooLong(length time.Duration) *Flaw {
	return flaw(WrongLength, "Cắt thành nhiều phần, mỗi phần cho một bài.", "dài %s, quá %d phút", clock(length), maxLength/time.Minute)
}

func noSound() *Flaw {
	return flaw(NoSound, "Nghe thử tệp; thu lại gần micro hơn.", "không có tiếng, hoặc tiếng quá nhỏ để nghe")
}

// decimal writes a figure with one place, as Vietnamese does: "−1,4".
func decimal(x float64) string {
	return strings.NewReplacer("-", "−", ".", ",").Replace(fmt.Sprintf("%.1f", x))
}

// seconds writes a short length: "1,4 giây".
func seconds(d time.Duration) string { return decimal(d.Seconds()) + " giây" }

// clock writes a long length: "31 phút 05 giây", "3 giờ 00 phút".
func clock(d time.Duration) string {
	s := int(d / time.Second)
	if s < 3600 {
		return fmt.Sprintf("%d phút %02d giây", s/60, s%60)
	}
	return fmt.Sprintf("%d giờ %02d phút", s/3600, s/60%60)
}
