package site

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// Body answers what the hooks of themes/loa/layouts/_markup ask while a body is rendered. Every kind of page value embeds one. Its
// fields are part of the page's value, so that two bodies with other pictures are two values.
type Body struct {
	Origin   string            // base address of the site: links below it are its own
	Anchors  map[string]string // heading text → anchor
	Pictures map[string]Figure // file name in the bundle → picture
}

// Figure is a picture as it is shown. Credit says who made it.
type Figure struct {
	Address, Alt, Caption, Credit string
	Width, Height                 int
	Late                          bool // loaded when the reader comes near
}

// Reference is a link of a body.
type Reference struct {
	Address template.URL
	Outer   bool // leads to another site
}

// Link resolves a link as the writer wrote it. Schemes that a page must not have give an empty address; article refuses them before.
func (b Body) Link(destination string) Reference {
	if own, found := strings.CutPrefix(destination, b.Origin); found && (own == "" || own[0] == '/') && b.Origin != "" {
		return Reference{Address: template.URL("/" + strings.TrimPrefix(own, "/"))}
	}
	scheme, _, found := strings.Cut(destination, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return Reference{Address: template.URL(destination), Outer: strings.HasPrefix(destination, "//")}
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return Reference{Address: template.URL(destination), Outer: true}
	case "mailto", "tel":
		return Reference{Address: template.URL(destination)}
	}
	return Reference{}
}

// Image gives the picture that the writer named. ordinal counts the pictures of the body from 0: the first is loaded at once. The
// answer is nil if the bundle has no such picture, and the hook then shows the alternative text alone.
func (b Body) Image(name, alt, caption string, ordinal int) *Figure {
	f, found := b.Pictures[strings.TrimPrefix(name, "./")]
	if !found {
		return nil
	}
	f.Alt, f.Caption, f.Credit, f.Late = alt, caption, "", ordinal > 0 // in a body the caption says who made it
	return &f
}

// Anchor is the address of a heading inside the page. given is what the renderer proposes; of it only the number counts that it puts
// behind a heading which was there before.
func (b Body) Anchor(text, given string) string {
	anchor, known := b.Anchors[text]
	if !known {
		anchor = article.Anchor(text)
	}
	if numbers := trailingNumbers(given); len(numbers) > len(trailingNumbers(viet.Slug(text, len(text)+1))) {
		return anchor + "-" + numbers[len(numbers)-1]
	}
	return anchor
}

// TableName names a table for those who do not see it; ordinal counts from 0.
func (b Body) TableName(ordinal int) string { return "Bảng " + strconv.Itoa(ordinal+1) }

// bodyOf prepares the answers for a body. numbered says that its headings are the numbered parts of an official text, which have the
// anchors muc-1, muc-2 …, so that a citation of "mục 3" can lead there.
func bodyOf(m article.Markdown, origin string, numbered bool, pictures map[string]Figure) Body {
	b := Body{Origin: origin, Anchors: map[string]string{}, Pictures: pictures}
	if m.Tree == nil {
		return b
	}
	taken := map[string]bool{}
	for _, text := range m.Headings() {
		if _, again := b.Anchors[text]; again {
			continue
		}
		base := article.Anchor(text)
		if digits, _, found := strings.Cut(text, "."); numbered && found && isNumber(digits) {
			base = "muc-" + digits
		}
		anchor := base
		for i := 2; taken[anchor]; i++ {
			anchor = base + "-" + strconv.Itoa(i)
		}
		taken[anchor], b.Anchors[text] = true, anchor
	}
	return b
}

// trailingNumbers are the numbers at the end of an anchor: of "cot-30-4" they are 30 and 4.
func trailingNumbers(anchor string) []string {
	parts := strings.Split(anchor, "-")
	first := len(parts)
	for first > 0 && isNumber(parts[first-1]) {
		first--
	}
	return parts[first:]
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
