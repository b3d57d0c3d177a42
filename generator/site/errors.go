package site

import (
	"fmt"

	"github.com/gohugoio/hugo/common/herrors"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/diagnostic"
)

// Fault is the check of what Hugo itself finds wrong.
var Fault = &diagnostic.Check{Name: "may-loi", Severity: diagnostic.Error, Title: "Máy dựng trang báo lỗi."}

func findings(pages []Page, err error, said []string) []diagnostic.Diagnostic {
	var bag diagnostic.Bag
	for _, s := range said {
		bag.Add(Fault.At(nil, diagnostic.Span{}, fmt.Sprintf("LOG %q", s)))
	}
	if err != nil {
		for _, e := range herrors.Errors(err) {
			s := ""
			for _, f := range herrors.UnwrapFileErrors(e) {
				s += fmt.Sprintf(" [%v %d %d]", f.Position().Filename, f.Position().LineNumber, f.Position().ColumnNumber)
			}
			bag.Add(Fault.At(nil, diagnostic.Span{}, fmt.Sprintf("ERR %s %q %q", s, herrors.Cause(e).Error(), e.Error())))
		}
	}
	return bag.Sorted()
}

// twice finds pages that would be the same file, over all batches.
func twice(pages []Page) []diagnostic.Diagnostic {
	var bag diagnostic.Bag
	first := make(map[string]Page, len(pages))
	for _, p := range pages {
		file := address.File(p.Address)
		other, taken := first[file]
		if !taken {
			first[file] = p
			continue
		}
		d := Fault.At(p.Source, diagnostic.Span{}, fmt.Sprintf("hai trang cùng một địa chỉ %s", p.Address))
		if other.Source != nil {
			d.Related = []diagnostic.Place{{Source: other.Source}}
		}
		bag.Add(d)
	}
	return bag.Sorted()
}
