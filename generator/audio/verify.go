package audio

import (
	"bytes"
	"time"
)

// What a finished sound must keep (SPEECH.md 8.5).
const (
	wantLoudness   = -16.0 // LUFS
	loudnessWithin = 1.0   // LU
	maxTruePeak    = -1.0  // dBTP
	maxFirst       = time.Second
	maxSilence     = 3 * time.Second
	audible        = 328 // of a sample: −40 dBFS
	fullScaleRun   = 3   // samples in a row at full scale: no wave does that, a clipped one does
	shortSound     = 3 * time.Second
)

// Figures are what a meter says of a sound.
type Figures struct {
	Samples   int           // 44,100 a second
	Loudness  float64       // LUFS, integrated (EBU R 128); −Inf below 400 ms and for silence
	TruePeak  float64       // dBTP
	FullScale int           // the longest run of samples at full scale
	First     time.Duration // when the first sound above −40 dBFS comes; the whole length if none does
	Silence   time.Duration // the longest stretch without such a sound
	SilenceAt time.Duration // where it begins
}

// Length is how long the sound is.
func (f Figures) Length() time.Duration { return timeOf(f.Samples) }

// Measure gives the figures of samples at 44.1 kHz.
func Measure(samples []int16) Figures {
	f := Figures{Samples: len(samples), Loudness: loudness(samples), TruePeak: truePeak(samples), First: timeOf(len(samples))}
	full, heard, longest, begin := 0, 0, 0, 0 // heard: behind the last sound
	for i, s := range samples {
		if full++; s < fullScale-1 && s > -fullScale {
			full = 0
		}
		f.FullScale = max(f.FullScale, full)
		if s < audible && s > -audible {
			continue
		}
		if i-heard > longest {
			longest, begin = i-heard, heard
		}
		if heard == 0 {
			f.First = timeOf(i)
		}
		heard = i + 1
	}
	if len(samples)-heard > longest {
		longest, begin = len(samples)-heard, heard
	}
	f.Silence, f.SilenceAt = timeOf(longest), timeOf(begin)
	return f
}

// Verify decodes a finished MP3 and holds it against what was planned: how many samples there should be, within 1 %, and the tag at its
// beginning. Loudness, peaks and silences must keep the figures of SPEECH.md 8.5; a sound below 3 seconds has no loudness that
// could be held against anything. The error is a [*Flaw]; the figures are there whenever the file could be decoded.
//
// The frames are decoded and measured here and not by ffmpeg: the tool that made a file is no witness for it.
func Verify(mp3 []byte, planned int, tag Tag) (Figures, error) {
	f, err := inspect(mp3)
	if err != nil {
		return f, err
	}
	return f, f.judge(mp3, planned, tag)
}

// inspect decodes and measures an MP3 of the one form.
func inspect(mp3 []byte) (Figures, error) {
	s, err := split(mp3)
	var samples []int16
	if err == nil && timeOf(s.length) > maxLength {
		return Figures{}, tooLong(timeOf(s.length))
	}
	if err == nil {
		samples, err = s.decode()
	}
	if err != nil {
		bad := flaw(BadFrames, "Xuất lại tệp âm thanh.", "không phải MP3 một kênh, 44,1 kHz, 64 kbit/s từ đầu đến cuối")
		bad.cause = err
		return Figures{}, bad
	}
	return Measure(samples), nil
}

// judge holds figures against the rules, the worst first.
func (f Figures) judge(mp3 []byte, planned int, tag Tag) error {
	off := f.Samples - planned
	switch {
	case 100*max(off, -off) > planned:
		return flaw(WrongLength, "Làm lại âm thanh.", "dài %s, đáng lẽ dài %s", seconds(f.Length()), seconds(timeOf(planned)))
	case f.First == f.Length():
		return noSound()
	case f.FullScale >= fullScaleRun:
		return flaw(Clipped, "Thu lại nhỏ hơn, xa micro hơn.", "vỡ tiếng: %d mẫu liền nhau ở mức cao nhất", f.FullScale)
	case f.TruePeak > maxTruePeak:
		return flaw(HighPeak, "Thu lại nhỏ hơn, xa micro hơn.", "đỉnh tiếng lên tới %s dBTP, phải dưới %s", decimal(f.TruePeak), decimal(maxTruePeak))
	case f.Length() >= shortSound && f.Loudness < wantLoudness-loudnessWithin:
		return flaw(WrongVolume, "Thu lại gần micro hơn, ở nơi yên tĩnh.", "tiếng quá nhỏ (%s LUFS, phải từ %s)", decimal(f.Loudness), decimal(wantLoudness-loudnessWithin))
	case f.Length() >= shortSound && f.Loudness > wantLoudness+loudnessWithin:
		return flaw(WrongVolume, "Thu lại nhỏ hơn, xa micro hơn.", "tiếng quá to (%s LUFS, phải đến %s)", decimal(f.Loudness), decimal(wantLoudness+loudnessWithin))
	case f.First > maxFirst:
		return flaw(LateStart, "Cắt khoảng lặng ở đầu.", "tiếng đầu tiên đến sau %s, phải trong 1 giây đầu", seconds(f.First))
	case f.Silence >= maxSilence:
		return flaw(LongSilence, "Cắt bớt khoảng lặng ấy.", "lặng %s từ phút %d:%02d, phải dưới 3 giây", seconds(f.Silence), f.SilenceAt/time.Minute, f.SilenceAt%time.Minute/time.Second)
	case !bytes.HasPrefix(mp3, tag.bytes()):
		return flaw(LostTag, "Làm lại âm thanh.", "nhãn trong tệp không phải nhãn đã định")
	}
	return nil
}
