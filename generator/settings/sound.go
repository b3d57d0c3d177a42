package settings

import (
	"fmt"
	"regexp"
)

// Sound is how the office wants its articles to be heard. Which program speaks is not in it: that is a matter of the machine, see [Machine].
type Sound struct {
	Make  Making
	Chime bool   // nhac_hieu: two tones before what a machine reads
	Twice bool   // doc_hai_lan: what a machine reads is read a second time
	Rate  int    // toc_do: syllables a minute of the machine's voice, with pauses; when it is not said, Reading.Rate
	Voice string // giong: the voice among those of the machine's program, "vi-vn-x-central"
}

// Making says whether sound is made.
type Making string

// What a build does about sound.
const (
	SoundRequired   Making = "bat-buoc" // an article whose sound cannot be made ends the build
	SoundIfPossible Making = "neu-co"   // where a program is not installed, everything else is built
	SoundNever      Making = "khong"
)

// soundKeys are those of [am_thanh].
var soundKeys = []key[Sound]{
	{"lam_am_thanh", false, func(r *reader, n node, s *Sound) {
		s.Make = Making(r.choice(n, string(s.Make), string(SoundRequired), string(SoundIfPossible), string(SoundNever)))
	}},
	{"nhac_hieu", false, func(r *reader, n node, s *Sound) { s.Chime = r.boolean(n) }},
	{"doc_hai_lan", false, func(r *reader, n node, s *Sound) { s.Twice = r.boolean(n) }},
	{"toc_do", false, func(r *reader, n node, s *Sound) { s.Rate = r.number(n, slowest, fastest, s.Rate) }},
	{"giong", false, func(r *reader, n node, s *Sound) { s.Voice = r.voice(n, s.Voice) }},
}

// readSound reads [am_thanh] beside the [doc] that it must agree with: whatever the script says again, no second reading repeats.
func readSound(r *reader, root *table, doc *record, reading Reading, s Sound) Sound {
	if t := r.section(root, "am_thanh", false); t != nil {
		c := fill(r, t, "[am_thanh]", soundKeys, &s)
		if s.Twice && reading.Repeat != "khong" && doc != nil {
			r.reportNear(broken, c.at("doc_hai_lan"), doc.at("nhac_lai"), fmt.Sprintf("bài đã được nhắc lại trong lời đọc (nhac_lai = “%s”), không đọc hai lần nữa", reading.Repeat),
				`Để doc_hai_lan = false, hoặc nhac_lai = "khong".`)
			s.Twice = false
		}
	}
	return s
}

// voiceShape is a name that no program takes for an option, a path or two words.
var voiceShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_+-]{0,39}$`)

func (r *reader) voice(n node, or string) string {
	s, ok := r.text(n)
	switch {
	case !ok || s == "":
		return or
	case !voiceShape.MatchString(s):
		r.fail(n.span, fmt.Sprintf("tên giọng “%s” không đúng dạng", shorten(s)), "Chỉ có chữ không dấu, chữ số, gạch nối, dài đến 40 ký tự, như vi-vn-x-central.")
		return or
	}
	return s
}
