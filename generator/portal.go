package generator

import (
	"io/fs"
	"slices"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/site"
)

// portal adds what stands beside the pages for those who come by a link or a search engine: share pictures, sitemap, manifest.
func (o *Output) portal(theme fs.FS, content site.Content, pages []site.Page) error {
	lettering, err := site.LoadLettering(theme)
	if err != nil {
		return err
	}
	o.add(lettering.SharePictures(content))
	o.add(site.Sitemap(pages, content.Base))
	o.add([]site.File{site.WebManifest(content.Set.Settings.Site)})
	return nil
}

// robots puts robots.txt in the place of the administrator's, whose words it keeps.
func (o *Output) robots(base string) {
	var own []byte
	o.Files = slices.DeleteFunc(o.Files, func(f File) bool {
		found := f.Path == address.File(address.Robots)
		if found {
			own = f.Data
		}
		return found
	})
	mapped := slices.ContainsFunc(o.Files, func(f File) bool { return f.Path == address.File(address.Sitemap) })
	o.add([]site.File{site.Robots(own, base, mapped)})
}
