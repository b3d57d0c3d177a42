package settings

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"cloud.google.com/go/civil"
)

// publisherFile is what loa.toml says.
type publisherFile struct {
	site      Site
	publisher Publisher
	reading   Reading
	pauses    Pauses
	sound     Sound
}

// defaults are what holds when loa.toml does not say otherwise (SPEECH.md sections 1 and 6.3).
func defaults() publisherFile {
	return publisherFile{
		publisher: Publisher{Retraction: "Bài “" + titlePlace + "” phát các ngày trước có chỗ sai, nay thu hồi. Bà con chờ tin đúng từ đài."},
		reading:   Reading{Odd: "linh", Thousand: "nghìn", Numbers: "gon", Letters: "be", Minutes: "du", Rate: 150, Repeat: "khong", Longest: 8 * time.Minute},
		pauses: Pauses{Breath: 180 * time.Millisecond, BeforeRepeat: 1500 * time.Millisecond, Comma: 250 * time.Millisecond, Clause: 400 * time.Millisecond, Sentence: 600 * time.Millisecond, Item: 500 * time.Millisecond,
			Paragraph: 900 * time.Millisecond, BeforeHeading: time.Second, AfterHeading: 800 * time.Millisecond},
		sound: Sound{Make: SoundIfPossible, Chime: true, Rate: 150, Voice: "vi-vn-x-central"},
	}
}

var siteKeys = []key[Site]{
	{"ten", true, func(r *reader, n node, s *Site) { s.Name = r.line(n) }},
	{"mo_ta", true, func(r *reader, n node, s *Site) { s.Description = r.line(n) }},
	{"dia_chi", true, func(r *reader, n node, s *Site) { s.Base = r.base(n) }},
	{"the", true, func(r *reader, n node, s *Site) { s.Authority = r.authority(n) }},
	{"cong_thong_tin", false, func(r *reader, n node, s *Site) { s.Portal = r.web(n) }},
	{"giay_phep", false, func(r *reader, n node, s *Site) { s.Licence = r.line(n) }},
}

var publisherKeys = []key[Publisher]{
	{"ten", true, func(r *reader, n node, p *Publisher) { p.Name = r.line(n) }},
	{"chu_quan", false, func(r *reader, n node, p *Publisher) { p.Superior = r.line(n) }},
	{"cap", true, func(r *reader, n node, p *Publisher) { p.Level = r.line(n) }},
	{"chu_ky", true, func(r *reader, n node, p *Publisher) { p.Signature = r.line(n) }},
	{"lien_he", false, func(r *reader, n node, p *Publisher) { p.Contact = r.line(n) }},
	{"loi_thu_hoi", false, func(r *reader, n node, p *Publisher) { p.Retraction = r.retraction(n, p.Retraction) }},
}

var readingKeys = []key[Reading]{
	{"le", false, func(r *reader, n node, d *Reading) {
		d.Odd = map[string]string{"linh": "linh", "le": "lẻ"}[r.choice(n, "linh", "linh", "le")]
	}},
	{"nghin", false, func(r *reader, n node, d *Reading) {
		d.Thousand = map[string]string{"nghin": "nghìn", "ngan": "ngàn"}[r.choice(n, "nghin", "nghin", "ngan")]
	}},
	{"ngay_mung", false, func(r *reader, n node, d *Reading) { d.FirstDay = r.boolean(n) }},
	{"so_hieu", false, func(r *reader, n node, d *Reading) { d.Numbers = r.choice(n, d.Numbers, "gon", "du", "danh-van") }},
	{"ten_chu", false, func(r *reader, n node, d *Reading) { d.Letters = r.choice(n, d.Letters, "be", "bo") }},
	{"phut", false, func(r *reader, n node, d *Reading) { d.Minutes = r.choice(n, d.Minutes, "du", "gon") }},
	{"toc_do", false, func(r *reader, n node, d *Reading) { d.Rate = r.number(n, slowest, fastest, d.Rate) }},
	{"nhac_lai", false, func(r *reader, n node, d *Reading) { d.Repeat = r.choice(n, d.Repeat, "khong", "tom-tat", "toan-bai") }},
	{"can_cu", false, func(r *reader, n node, d *Reading) { d.Legal = r.boolean(n) }},
	{"dai_nhat", false, func(r *reader, n node, d *Reading) {
		if longest := r.duration(n); longest > 0 {
			d.Longest = longest
		}
	}},
}

// Syllables a minute at which an announcer can be followed (SPEECH.md 6.4).
const slowest, fastest = 90, 220

var pauseKeys = []key[Pauses]{
	{"lay_hoi", false, func(r *reader, n node, p *Pauses) { p.Breath = r.pause(n, p.Breath) }},
	{"phay", false, func(r *reader, n node, p *Pauses) { p.Comma = r.pause(n, p.Comma) }},
	{"cham_phay", false, func(r *reader, n node, p *Pauses) { p.Clause = r.pause(n, p.Clause) }},
	{"cau", false, func(r *reader, n node, p *Pauses) { p.Sentence = r.pause(n, p.Sentence) }},
	{"muc", false, func(r *reader, n node, p *Pauses) { p.Item = r.pause(n, p.Item) }},
	{"doan", false, func(r *reader, n node, p *Pauses) { p.Paragraph = r.pause(n, p.Paragraph) }},
	{"truoc_muc", false, func(r *reader, n node, p *Pauses) { p.BeforeHeading = r.pause(n, p.BeforeHeading) }},
	{"sau_muc", false, func(r *reader, n node, p *Pauses) { p.AfterHeading = r.pause(n, p.AfterHeading) }},
	{"truoc_nhac_lai", false, func(r *reader, n node, p *Pauses) { p.BeforeRepeat = r.pause(n, p.BeforeRepeat) }},
}

// readPublisher reads loa.toml.
func readPublisher(r *reader, root *table) publisherFile {
	p := defaults()
	r.sections(root, "trang", "co_quan", "doc", "nghi", "am_thanh")
	if t := r.section(root, "trang", true); t != nil {
		fill(r, t, "[trang]", siteKeys, &p.site)
	}
	if t := r.section(root, "co_quan", true); t != nil {
		fill(r, t, "[co_quan]", publisherKeys, &p.publisher)
	}
	var doc *record
	if t := r.section(root, "doc", false); t != nil {
		c := fill(r, t, "[doc]", readingKeys, &p.reading)
		doc = &c
	}
	if t := r.section(root, "nghi", false); t != nil {
		fill(r, t, "[nghi]", pauseKeys, &p.pauses)
	}
	p.sound.Rate = p.reading.Rate
	p.sound = readSound(r, root, doc, p.reading, p.sound)
	return p
}

const (
	titlePlace        = "{bai}" // stands for the title of an article
	longestRetraction = 190     // characters: with the longest title (110) it still fits into the summary of a feed (300)
)

// Retract is the sentence of the office that is read on air about an article of a title that was taken back.
func (p Publisher) Retract(title string) string {
	return strings.Replace(p.Retraction, titlePlace, title, 1)
}

// retraction reads a sentence with one place for a title; or gives what is there already.
func (r *reader) retraction(n node, or string) string {
	s, ok := r.text(n)
	if !ok || s == "" {
		return or
	}
	hint := fmt.Sprintf("Viết %s một lần, ở chỗ đọc tên bài.", titlePlace)
	before, after, found := strings.Cut(s, titlePlace)
	switch {
	case !found:
		r.fail(n.span, fmt.Sprintf("“%s” chưa có chỗ cho tên bài", r.key), hint)
	case strings.ContainsAny(before+after, "{}"):
		r.fail(n.span, fmt.Sprintf("“%s” chỉ có một chỗ điền, là %s", r.key, titlePlace), hint)
	case utf8.RuneCountInString(s) > longestRetraction:
		r.fail(n.span, fmt.Sprintf("“%s” dài quá %d ký tự", r.key, longestRetraction), "Bỏ bớt chữ: đây là một lời nhắn đọc trên loa.")
	default:
		return s
	}
	return or
}

// pause reads milliseconds.
func (r *reader) pause(n node, or time.Duration) time.Duration {
	return time.Duration(r.number(n, 0, 10_000, int(or/time.Millisecond))) * time.Millisecond
}

// base reads the address of the site: https, or http on this machine, without a slash at the end.
func (r *reader) base(n node) string {
	s, ok := r.text(n)
	if !ok {
		return ""
	}
	trimmed := strings.TrimRight(s, "/")
	u, err := url.Parse(s)
	local := err == nil && slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, u.Hostname())
	switch {
	case err != nil || u.Host == "" || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.ContainsAny(s, " #"):
		r.fail(n.span, fmt.Sprintf("địa chỉ trang “%s” không đúng dạng", shorten(s)), "Viết như https://loa.example.vn, không có gì sau tên máy.")
		return ""
	case u.Scheme != "https" && !(u.Scheme == "http" && local):
		r.fail(n.span, fmt.Sprintf("địa chỉ trang “%s” phải bắt đầu bằng https://", shorten(s)), "Viết như https://loa.example.vn; http:// chỉ dùng cho localhost.")
	case trimmed != s:
		r.fail(n.span, fmt.Sprintf("địa chỉ trang “%s” có dấu / ở cuối", shorten(s)), fmt.Sprintf("Viết “%s”.", trimmed))
	}
	return trimmed
}

// web reads the address of another site, or nothing.
func (r *reader) web(n node) string {
	s, ok := r.text(n)
	if !ok || s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil || strings.Contains(s, " ") {
		r.fail(n.span, fmt.Sprintf("địa chỉ “%s” không đúng dạng", shorten(s)), "Viết đủ, bắt đầu bằng https:// hoặc http://.")
		return ""
	}
	return s
}

// tagAuthority is the tagging entity of RFC 4151 section 2.1 with a DNS name: authorityName "," date.
var tagAuthority = regexp.MustCompile(`^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*,(\d{4}(?:-\d{2}(?:-\d{2})?)?)$`)

// authority reads the tagging entity of the site's tag: URIs.
func (r *reader) authority(n node) string {
	s, ok := r.text(n)
	if !ok {
		return ""
	}
	if m := tagAuthority.FindStringSubmatch(s); m != nil {
		if _, err := civil.ParseDate((m[1] + "-01-01")[:10]); err == nil {
			return s
		}
	}
	r.fail(n.span, fmt.Sprintf("thẻ “%s” không đúng dạng", shorten(s)), "Viết tên máy chữ thường, dấu phẩy, rồi năm bắt đầu dùng tên ấy, như loa.example.vn,2023.")
	return ""
}
