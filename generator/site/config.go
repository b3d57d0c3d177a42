package site

import (
	"fmt"
	"path/filepath"
	_ "time/tzdata" // Hugo loads its zone by name; a bare server has no table of zones

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/config/security"
	"github.com/gohugoio/hugo/markup/goldmark/goldmark_config"
	"github.com/spf13/afero"
)

// Directories as Hugo sees them: root of the source, root of the output, and caches when none is given. The last cannot be made on a
// disk: what Hugo compiles for itself (WASM) it keeps there by the real path, and a build without a cache directory writes nothing.
const (
	workDir     = "/w"
	publishDir  = "/pub"
	memoryCache = "/dev/null/loa"
)

// hugoSettings are all of Hugo's settings, made in code. A new provider each time: Hugo changes the maps it is given.
func hugoSettings(in Input) config.Provider {
	c := config.New()
	none := []string{"none"}
	off := hmaps.Params{"enable": false}
	for k, v := range map[string]any{
		"workingDir": workDir, "publishDir": publishDir,
		"cacheDir": in.cacheDir(), "resourceDir": filepath.Join(in.cacheDir(), "resources"),
		"baseURL": in.Base, "title": in.Title,
		"defaultContentLanguage": "vi", "locale": "vi-VN", "timeZone": "Asia/Ho_Chi_Minh",
		"languages": hmaps.Params{"vi": hmaps.Params{"locale": "vi-VN", "label": "Tiếng Việt", "weight": 1}},
		// Every page is one of ours; what is published is loa's choice.
		"disableKinds": []string{"home", "section", "taxonomy", "term", "rss", "sitemap", "404"},
		"outputs":      hmaps.Params{"page": []string{"html"}},
		"buildDrafts":  true, "buildFuture": true, "buildExpired": true,
		// No git, no file times, no clock of the machine: reproducible.
		"enableGitInfo": false, "noTimes": true, "noBuildLock": true,
		"frontmatter": hmaps.Params{"date": []string{"date"}, "publishDate": []string{"publishDate", "date"},
			"lastmod": []string{"lastmod", "date"}, "expiryDate": []string{"expiryDate"}},
		"disableLiveReload": true, "disableHugoGeneratorInject": true,
		"pluralizeListTitles": false, "capitalizeListTitles": false,
		// Everything doubtful is said, and batch.go takes it for an error.
		"printPathWarnings": true, "printI18nWarnings": true, "refLinksErrorLevel": "ERROR",
		"timeout": "30s", // a page's content; it does not bound a template
		"privacy": hmaps.Params{"youtube": hmaps.Params{"disable": true}, "vimeo": hmaps.Params{"disable": true},
			"x": hmaps.Params{"disable": true}, "instagram": hmaps.Params{"disable": true}},
		"security": hmaps.Params{
			"enableInlineShortcodes": false,
			"allowContent":           []string{"^text/markdown$"},
			"exec":                   hmaps.Params{"allow": none, "osEnv": none},
			"funcs":                  hmaps.Params{"getenv": none},
			"http":                   hmaps.Params{"urls": none, "methods": none, "mediaTypes": none},
			"node": hmaps.Params{"permissions": hmaps.Params{"disable": false, "allowRead": []string{},
				"allowWrite": []string{}, "allowAddons": []string{}, "allowWorker": []string{}, "allowChildProcess": []string{}}}},
		"markup": hmaps.Params{"defaultMarkdownHandler": "goldmark",
			"highlight": hmaps.Params{"codeFences": false, "guessSyntax": false}, // colours of code would be inline styles
			"goldmark": hmaps.Params{
				"renderer": hmaps.Params{"unsafe": false, "hardWraps": false, "xhtml": false},
				"parser": hmaps.Params{"attribute": hmaps.Params{"title": false, "block": false},
					"autoHeadingID": true, // they lose Đ: the heading hook shows those of viet and takes only the number of a repeated one
					"autoIDType":    "github-ascii", "autoDefinitionTermID": false, "wrapStandAloneImageWithinParagraph": false},
				"renderHooks": hmaps.Params{"image": hmaps.Params{"useEmbedded": "never"}, "link": hmaps.Params{"useEmbedded": "never"}},
				// The same extensions as article: tables and nothing else.
				"extensions": hmaps.Params{"table": true, "linkify": false, "strikethrough": false, "taskList": false,
					"definitionList": false, "footnote": off, "passthrough": off, "cjk": off,
					"typographer": hmaps.Params{"disable": true},
					"extras":      hmaps.Params{"delete": off, "insert": off, "mark": off, "subscript": off, "superscript": off}}}},
		// The theme's folders are mounted one by one: as a theme it could bring settings of its own.
		"module": hmaps.Params{"proxy": "off", "mounts": []map[string]any{
			{"source": "content", "target": "content"},
			{"source": "themes/loa/layouts", "target": "layouts"},
			{"source": "themes/loa/assets", "target": "assets"}}},
	} {
		c.Set(k, v)
	}
	return c
}

func (in Input) cacheDir() string {
	if in.CacheDir == "" {
		return memoryCache
	}
	return filepath.Clean(in.CacheDir)
}

// descriptor says where Hugo takes its settings from: from flags alone.
func descriptor(in Input, src afero.Fs, log loggers.Logger) allconfig.ConfigSourceDescriptor {
	return allconfig.ConfigSourceDescriptor{
		Fs: src, Flags: hugoSettings(in), Logger: log, Environment: "production", SkipNpmCheck: true,
		Filename: "khong-doc.toml",  // absent: an empty name would let Hugo try hugo.toml and its kin
		Environ:  []string{"LOA=1"}, // none would let Hugo read HUGO_* of the process, which stand above flags
	}
}

// load makes Hugo's configuration and refuses one that is not locked.
func load(in Input, d allconfig.ConfigSourceDescriptor) (*allconfig.Configs, error) {
	conf, err := allconfig.LoadConfig(d)
	if err != nil {
		return nil, err
	}
	if len(conf.LoadingInfo.ConfigFiles) > 0 {
		return nil, fmt.Errorf("settings were read from %q", conf.LoadingInfo.ConfigFiles)
	}
	if err := locked(in, conf.Base); err != nil {
		return nil, err
	}
	return conf, nil
}

// locked compares what Hugo made of the settings with what we asked for, wherever more could be let in or out.
func locked(in Input, conf *allconfig.Config) error {
	want, err := security.DecodeConfig(hugoSettings(in))
	if err != nil {
		return err
	}
	mark := conf.Markup.Goldmark
	for _, lock := range []struct {
		key    string
		closed bool
	}{
		{"security", conf.Security.ToTOML() == want.ToTOML()}, // all keys of it, those of a later Hugo too
		{"security.enableInlineShortcodes", !conf.Security.EnableInlineShortcodes},
		{"security.exec.allow", !conf.Security.Exec.Allow.Accept("git")},
		{"security.exec.osEnv", !conf.Security.Exec.OsEnv.Accept("PATH")},
		{"security.funcs.getenv", !conf.Security.Funcs.Getenv.Accept("HUGO_X")},
		{"security.http.urls", !conf.Security.HTTP.URLs.Accept("https://example.org/")},
		{"security.http.methods", !conf.Security.HTTP.Methods.Accept("GET")},
		{"security.allowContent", !conf.Security.AllowContent.Accept("text/html")},
		{"markup.defaultMarkdownHandler", conf.Markup.DefaultMarkdownHandler == "goldmark"},
		{"markup.goldmark.renderer", mark.Renderer == goldmark_config.Renderer{}},
		{"markup.goldmark.parser.attribute", mark.Parser.Attribute == goldmark_config.ParserAttribute{}},
		{"markup.goldmark.extensions.passthrough", !mark.Extensions.Passthrough.Enable},
		{"ignoreLogs", len(conf.IgnoreLogs) == 0},
		{"enableGitInfo", !conf.EnableGitInfo},
	} {
		if !lock.closed {
			return fmt.Errorf("setting %s is not what loa asks for", lock.key)
		}
	}
	return nil
}
