package article

import "github.com/vinhlinh/loa/generator/diagnostic"

// overrides reads phat_am: a map of written → spoken with the right-hand side of phat-am.txt. verbalize judges the readings.
func (r *reader) overrides(n node) *Overrides {
	if n.kind != mapNode {
		r.fail(wrongKind, n.span, "“phat_am” phải là các dòng “dạng viết: cách đọc” thụt vào", "Viết như: GPON: giê pon.")
		return nil
	}
	o := &Overrides{}
	for _, e := range n.entries {
		spoken, written := r.line(e.value), r.clean(e.key, e.span)
		if spoken == "" || written == "" {
			continue
		}
		o.Lines = append(o.Lines, written+" = "+spoken)
		o.Place = append(o.Place, diagnostic.Place{Source: r.src, Span: diagnostic.Span{Start: e.span.Start, End: max(e.span.End, e.value.span.End)}})
	}
	return o
}
