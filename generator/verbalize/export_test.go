package verbalize

import (
	"reflect"
	"runtime"
	"strings"
)

// Cardinal says a number without the way through tokens and rules, so that a million of them can be tried.
func Cardinal(r Region, number string) string { return r.cardinal(number) }

// Unasked names the rules that would take a word of the text at which the list does not let them be asked, each with the word.
func Unasked(r *Reader, text string) []string {
	form, _ := clean(text)
	c := &context{text: text, region: r.region, lexicons: r.lexicons, tokens: tokensOf(form.text)}
	var named []string
	for i := range c.tokens {
		t := &c.tokens[i]
		if t.kind != word {
			continue
		}
		for n, match := range rules.match {
			if rules.asked(t)&(1<<n) != 0 || n == len(rules.match)-1 { // the last rule takes every sign, unseen
				continue
			}
			if _, _, ok := match(c, i); ok {
				name := runtime.FuncForPC(reflect.ValueOf(match).Pointer()).Name()
				named = append(named, name[strings.LastIndexByte(name, '.')+1:]+" "+t.text)
			}
		}
	}
	return named
}
