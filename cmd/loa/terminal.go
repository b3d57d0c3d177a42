package main

import (
	"fmt"
	"strings"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/schedule"
)

// terminal is the only place that prints findings and results. Its rules: findings go to standard error, as JSON to standard output;
// results to standard output; colour only on a terminal without NO_COLOR and TERM=dumb; nothing is said by colour alone.
type terminal struct{ environment }

// findings prints all findings and a line that counts them. bad: something forbids publishing (with strict, a warning too).
func (t terminal) findings(found []diagnostic.Diagnostic, asJSON, strict bool) (bad bool, err error) {
	var bag diagnostic.Bag
	bag.Add(found...)
	list := bag.Sorted()
	if asJSON {
		err = diagnostic.WriteJSON(t.Out, list)
	} else if len(list) > 0 {
		if err = diagnostic.WriteText(t.Err, list, diagnostic.Style{Color: t.color()}); err == nil {
			_, err = fmt.Fprintln(t.Err, diagnostic.Summary(list))
		}
	}
	_, warnings, _ := bag.Count()
	return bag.HasErrors() || strict && warnings > 0, err
}

func (t terminal) color() bool {
	return t.Terminal && t.Getenv("NO_COLOR") == "" && t.Getenv("TERM") != "dumb"
}

// built prints what a build made.
func (t terminal) built(o *generator.Output, where, change string) {
	heard := ""
	if o.Sounds > 0 {
		heard = fmt.Sprintf(" (%d có tiếng)", o.Sounds)
	}
	fmt.Fprintf(t.Out, "%d bài%s, %d trang, %d nguồn tin, %s lời đọc → %s%s\n", o.Articles, heard, o.Pages, o.Feeds, schedule.Spell(o.Speech), where, change)
	for _, why := range o.Heavy {
		fmt.Fprintln(t.Err, why)
	}
	if len(o.Cut) > 0 {
		fmt.Fprintf(t.Err, "%d nguồn tin có quá nhiều bài mới, chỉ giữ 200 bài mới nhất: %s\n", len(o.Cut), strings.Join(o.Cut[:min(3, len(o.Cut))], ", "))
	}
}
