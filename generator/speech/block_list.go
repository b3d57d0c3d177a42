package speech

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/viet"
)

// taskBox begins an item of a list of tasks in other Markdown.
var taskBox = regexp.MustCompile(`^\[[ xX]\] +`)

// speakList says each item as sentences of its own. Numbered items are counted aloud: Một là, Hai là. Lists inside lists are parts of
// the same block.
func (w *writer) speakList(m article.Markdown, list *ast.List) {
	w.open()
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Kind() != ast.KindTextBlock && c.Kind() != ast.KindParagraph {
				w.speakBlock(m, c, ListItem)
				continue
			}
			t := w.inline(m, c)
			if c == item.FirstChild() {
				t = w.withoutBox(t)
				if list.IsOrdered() {
					t = spokenLead(ordinal(number) + ", ").then(lowered(t))
				}
			}
			after := w.composer.pauses.Item
			if strings.HasSuffix(strings.TrimSpace(t.String()), ":") {
				after = w.composer.pauses.Clause
			}
			w.say(t, ListItem, after)
		}
		number++
	}
	w.shut()
	if w.lists == 0 {
		w.pauseAtLeast(w.composer.pauses.Paragraph)
	}
}

// withoutBox leaves out the box of a task, which is silent; the page shows it as it is written.
func (w *writer) withoutBox(t written) written {
	box := taskBox.FindString(t.String())
	if box == "" {
		return t
	}
	w.strange(t, 0, len("[ ]"), "ô “%s” không đọc, và trang hiện nguyên dấu", "Bỏ ô, giữ gạch đầu dòng.")
	return t.slice(len(box), len(t.String()))
}

// lowered is a text that goes on after "Một là,": its first letter is small, unless the word may be a name or an abbreviation.
func lowered(t written) written {
	text := t.String()
	first, rest, _ := strings.Cut(text, " ")
	letter, size := utf8.DecodeRuneInString(first)
	word := strings.TrimRight(first, ",;:.")
	if !unicode.IsUpper(letter) || properName(rest) || !viet.IsSyllable(word) || strings.ToLower(word[size:]) != word[size:] {
		return t
	}
	small := string(unicode.ToLower(letter))
	if len(small) != size {
		return t // places are bytes: they must not move
	}
	t.text = &strings.Builder{}
	t.text.WriteString(small + text[size:])
	return t
}

// properName says whether a text goes on with a capital that is not an abbreviation's: "Hồ Xá" is one name, "Báo UBND" is not.
func properName(rest string) bool {
	first, size := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsUpper(first) && !unicode.IsUpper(second)
}

var ordinals = []string{"", "Một là", "Hai là", "Ba là", "Bốn là", "Năm là", "Sáu là", "Bảy là", "Tám là", "Chín là", "Mười là"}

// ordinal counts an item aloud; above ten the figure is left to verbalize.
func ordinal(n int) string {
	if n >= 1 && n < len(ordinals) {
		return ordinals[n]
	}
	return "Mục " + strconv.Itoa(n)
}
